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
#: Looks of which no text is certain: it is white and cannot be seen, is a formula, is a number that lost figures.
_UNCERTAIN = Mark.WHITE | Mark.COMPUTED | Mark.ROUNDED
#: What is seen where a look is named, the first that is there.
_NAMED_DOUBTS = ((Mark.COMPUTED, (Seen(Doubt.FORMULA),)), (Mark.ROUNDED, (Seen(Doubt.LOST_FIGURES),)))
#: Day and month that could each be the other.
_MONTHS = 12


def written(row: Row, fields: Sequence[Field], paragraphs: Sequence[Paragraph]) -> tuple[dict[str, RawAnswer], str]:
    """What is written for each field of a row, and what stands before the first field's caption.

    Several fields in one cell are parted by their captions, a date and an age by their shape too. A field that takes
    a date or number is in doubt where something was crossed out, or where the text changes by itself; any answer where
    part of it is white and cannot be seen, is a formula, or is a number that lost figures.
    """
    place = _Written(paragraphs)
    text = seen_text(paragraphs)
    if not all(field.type is FieldType.TEXT for field in fields) or not seen(text).strip():
        text = seen(text)
    prompt = prompted(paragraphs, [field.placeholder for field in fields])
    before, texts = _parted(fields, text) if len(fields) > 1 else ("", [text])
    answers = {}
    for field, part in zip(fields, texts, strict=True):
        if part is None:
            answers[field.id] = place.not_parted(field, text)
        elif field.type is FieldType.TEXT:
            answers[field.id] = place.free(field, part, prompt)
        else:
            answers[field.id] = place.value(field, part, row, prompt)
    return answers, before


class _Written:
    """What is written in one place, and what all fields that stand there have in common."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._pictures = sum(paragraph.pictures for paragraph in paragraphs)
        self._altered = is_altered(paragraphs)
        self._marks = marks_of(paragraphs)

    def not_parted(self, field: Field, text: str) -> RawAnswer:
        """All the text, where nobody can tell which part of it is this field's."""
        shapeless = field.type is FieldType.DATE and not self._altered  # then it is no date, and says so
        return RawAnswer(text=text.strip(), unclear=not shapeless, altered=self._altered)

    def free(self, field: Field, part: str, prompt: str) -> RawAnswer:
        """Text as it was written."""
        own, mangled = _without_placeholder(part, field.placeholder)
        doubt = bool(self._marks & _UNCERTAIN)
        return self._answer(own, prompt, unread(self._paragraphs), doubt=doubt, mangled=mangled)

    def value(self, field: Field, part: str, row: Row, prompt: str) -> RawAnswer:
        """A date or number."""
        own, mangled = _without_placeholder(part, field.placeholder)
        doubt = bool(self._marks & _UNCERTAIN) or self._altered or is_doubtful(self._paragraphs)
        left = unread_value(self._paragraphs)
        return self._answer(_without_label(own, row), prompt, left, doubt=doubt, mangled=mangled)

    def _answer(self, own: str, prompt: str, left: tuple[Seen, ...], *, doubt: bool, mangled: bool) -> RawAnswer:
        """``left`` is what could not be read; tags that were never filled in are a prompt."""
        tags = only_tags(own)
        return RawAnswer(
            text="" if tags else own,
            pictures=self._pictures,
            mangled=mangled,
            altered=self._altered,
            unclear=bool(left) or (bool(own) and doubt),
            seen=next((doubts for mark, doubts in _NAMED_DOUBTS if self._marks & mark), left),
            prompt=own if tags else "" if own else prompt,
        )


def marks_of(paragraphs: Sequence[Paragraph]) -> int:
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
    own = _without_print(fields, text)
    if not own.strip():
        return "", ["" for _ in fields]
    types = [field.type for field in fields]
    return "", split_date_and_age(own) if types == [FieldType.DATE, FieldType.AGE] else [None for _ in fields]


def _without_print(fields: Sequence[Field], text: str) -> str:
    """The text without placeholders and captions, wherever they stand."""
    for field in fields:
        text = text.replace(field.placeholder, "\n") if field.placeholder else text
        text = caption_pattern(field.caption).sub("\n", text) if field.caption else text
    return text


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
