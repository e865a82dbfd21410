"""What stands in a cell that a reader could not give as plain text, and what that makes of a choice."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Field
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Mark, Paragraph
from hsbdocs.reading.prompts import holds_tag, prompted
from hsbdocs.reading.ticks import Tick, read_box
from hsbdocs.reading.words import key

_BY_MARK = {Mark.UNTOUCHED: Doubt.UNTOUCHED_LIST, Mark.STORED: Doubt.STORED_OTHERWISE}
_YES_NO = ("yes", "no", "y", "n")


def unread(paragraphs: Sequence[Paragraph]) -> tuple[Seen, ...]:
    """For what no answer in these paragraphs is certain; empty for nothing. Numbers of a list are text here."""
    kinds = [Doubt(rest.kind.value) for paragraph in paragraphs for rest in paragraph.rest]
    marks = [span.marks for each in paragraphs for span in each.spans if span.text.strip()]
    kinds += [doubt for mark, doubt in _BY_MARK.items() if any(each & mark for each in marks)]
    if not kinds:
        return ()
    return tuple(Seen(kind) for kind in dict.fromkeys(kinds))


def unread_value(paragraphs: Sequence[Paragraph]) -> tuple[Seen, ...]:
    """The same where a date, a number or a mark is asked for: there the number of a list may be part of it."""
    labelled = any(paragraph.label for paragraph in paragraphs)
    return (*unread(paragraphs), *((Seen(Doubt.LIST_SIGN),) if labelled else ()))


def unread_choice(paragraphs: Sequence[Paragraph]) -> tuple[Seen, ...]:
    """The same where options are printed: signs before them all say nothing."""
    if not any(paragraph.label for paragraph in paragraphs):
        return unread(paragraphs)
    labels = [paragraph.label for paragraph in paragraphs if paragraph.text.strip() or paragraph.label]
    alike = len(labels) > 1 and all(labels) and (len(set(labels)) == 1 or len(set(labels)) == len(labels))
    return unread(paragraphs) if alike else unread_value(paragraphs)


def choice_of(answer: RawAnswer, field: Field, paragraphs: Sequence[Paragraph]) -> RawAnswer:
    """A choice with what else stands in its place: in doubt where something there could not be read.

    A prompt that says what could be an answer is a doubt too; any other is kept beside the blank answer.
    """
    prompt = prompted(paragraphs)
    tags = any(holds_tag(paragraph.text) for paragraph in paragraphs if paragraph.spans)
    said = bool(prompt) and _could_answer(prompt, field)
    more = [doubt for doubt, there in ((Doubt.TAG, tags), (Doubt.PROMPT, said)) if there]
    seen = (*unread_choice(paragraphs), *map(Seen, more))
    if not seen:
        return replace(answer, prompt=prompt)
    text = answer.text or "\n".join(p.text for p in paragraphs if p.text.strip())
    return replace(answer, text=text, unclear=True, seen=(*answer.seen, *seen))


def _could_answer(prompt: str, field: Field) -> bool:
    words = key(prompt)
    options = (key(word) for choice in field.choices for word in (choice.label, *choice.spellings))
    return bool(words) and (words in _YES_NO or read_box(prompt) is Tick.TICKED or words in set(options))
