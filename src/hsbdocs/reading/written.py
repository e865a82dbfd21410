"""Rows where something is written: text, dates and numbers, less what the blank prints in their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Field, FieldType, Row
from hsbdocs.model.patterns import SMALL_NUMBER, between, caption_pattern, label_at_start
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Mark, Paragraph
from hsbdocs.model.unseen import seen
from hsbdocs.reading.prompts import PROMPTS, WORDS_OWN, only_tags, prompted
from hsbdocs.reading.unread import unread, unread_value
from hsbdocs.reading.values import split_date_and_age
from hsbdocs.reading.words import key

_TELLING = 3
_UNSEEN = Mark.HIDDEN | PROMPTS
_FORMULA, _ROUNDED = (Seen(Doubt.FORMULA),), (Seen(Doubt.LOST_FIGURES),)
#: Day and month that could each be the other.
_MONTHS = 12


def written(row: Row, fields: Sequence[Field], paragraphs: Sequence[Paragraph]) -> tuple[dict[str, RawAnswer], str]:
    """What is written for each field of a row, and what stands before the first field's caption.

    Several fields in one cell are parted by their captions, a date and an age by their shape too. A field that takes
    a date or number is in doubt where something was crossed out, or where the text changes by itself; any answer where
    part of it is white and cannot be seen, is a formula, or is a number that lost figures.
    """
    text = seen_text(paragraphs)
    if not all(field.type is FieldType.TEXT for field in fields) or not seen(text).strip():
        text = seen(text)
    prompt = prompted(paragraphs, [field.placeholder for field in fields])
    pictures = sum(paragraph.pictures for paragraph in paragraphs)
    altered = is_altered(paragraphs)
    doubtful = is_doubtful(paragraphs)
    marks = _marks(paragraphs)
    white, computed, rounded = (bool(marks & mark) for mark in (Mark.WHITE, Mark.COMPUTED, Mark.ROUNDED))
    before = ""
    texts: Sequence[str | None] = [text]
    if len(fields) > 1:
        before, texts = _parted(fields, text)
    answers = {}
    for field, part in zip(fields, texts, strict=True):
        if part is None:
            shapeless = field.type is FieldType.DATE and not altered  # then it is no date, and says so
            answers[field.id] = RawAnswer(text=text.strip(), unclear=not shapeless, altered=altered)
            continue
        own, mangled = _without_placeholder(part, field.placeholder)
        free = field.type is FieldType.TEXT
        own = own if free else _without_label(own, row)
        tags = only_tags(own)
        left = unread(paragraphs) if free else unread_value(paragraphs)
        doubt = white or computed or rounded or ((altered or doubtful) and not free)
        answers[field.id] = RawAnswer(
            text="" if tags else own,
            pictures=pictures,
            mangled=mangled,
            altered=altered,
            unclear=bool(left) or (bool(own) and doubt),
            seen=_FORMULA if computed else _ROUNDED if rounded else left,
            prompt=own if tags else "" if own else prompt,
        )
    return answers, before


def _marks(paragraphs: Sequence[Paragraph]) -> int:
    """Every mark that any text there has."""
    found = 0
    for paragraph in paragraphs:
        for span in paragraph.spans:
            if span.marks and span.text.strip():
                found |= span.marks
    return found


def is_doubtful(paragraphs: Sequence[Paragraph]) -> bool:
    """True where a date or number may not be what it seems.

    It changes by itself, is a raised figure, or stands where the month is shown first.
    """
    for paragraph in paragraphs:
        for span in paragraph.spans:
            if span.marks & Mark.CHANGING or (span.marks & Mark.RAISED and any(map(str.isdigit, span.text))):
                return True
            if span.marks & Mark.MONTH_FIRST and _could_turn(span.text):
                return True
    return False


def _could_turn(text: str) -> bool:
    """True where the first two numbers could each be the day, and say different days."""
    first, second = ([int(number) for number in SMALL_NUMBER.findall(text)] + [0, 0])[:2]
    return 0 < first <= _MONTHS and 0 < second <= _MONTHS and first != second


def is_altered(paragraphs: Sequence[Paragraph]) -> bool:
    """True where something is crossed out, or drawn."""
    for paragraph in paragraphs:
        if paragraph.shapes:
            return True
        for span in paragraph.spans:
            if span.marks & Mark.STRUCK and span.text.strip():
                return True
    return False


def seen_text(paragraphs: Sequence[Paragraph]) -> str:
    """The text that can be seen, prompts apart and numbers of a list included; paragraphs and breaks as ``\\n``."""
    lines = []
    for paragraph in paragraphs:
        shown = "".join(span.text for span in paragraph.spans if not span.marks & _UNSEEN)
        lines.append(f"{paragraph.label} {shown}" if paragraph.label else shown)
    text = "\n".join(lines)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _parted(fields: Sequence[Field], text: str) -> tuple[str, Sequence[str | None]]:
    """The text before the first caption, and after each; without captions, a date and an age by their shape."""
    if all(field.caption for field in fields):
        found = between([caption_pattern(field.caption) for field in fields], text)
        if found is not None:
            before, *parts = found
            return before.strip(), parts
    own = text
    for field in fields:
        own = own.replace(field.placeholder, "\n") if field.placeholder else own
        own = caption_pattern(field.caption).sub("\n", own) if field.caption else own
    if not own.strip():
        return "", ["" for _ in fields]
    types = [field.type for field in fields]
    return "", split_date_and_age(own) if types == [FieldType.DATE, FieldType.AGE] else [None for _ in fields]


def _without_label(text: str, row: Row) -> str:
    """An answer whose writer repeated the label before it, less the label."""
    match = label_at_start(row.label, text)
    return text[match.end() :] if match else text


def _without_placeholder(text: str, placeholder: str) -> tuple[str, bool]:
    """The text without an exact placeholder at either edge; True where a mangled one is still there."""
    own = text.strip()
    blanks = (placeholder, *WORDS_OWN) if placeholder else WORDS_OWN
    if own.startswith(blanks) or own.endswith(blanks):
        for blank in blanks:
            own = own.removeprefix(blank).strip().removesuffix(blank).strip()
    return own, _holds_part(own, placeholder)


def _holds_part(text: str, placeholder: str) -> bool:
    """True where three words in a row of the placeholder are still in the text."""
    words = f" {key(text)}"
    return any(run in words for run in _runs(placeholder))


@lru_cache(maxsize=64)
def _runs(placeholder: str) -> tuple[str, ...]:
    """Each three words in a row."""
    words = key(placeholder).split()
    return tuple(" " + " ".join(words[at : at + _TELLING]) for at in range(len(words) - _TELLING + 1))
