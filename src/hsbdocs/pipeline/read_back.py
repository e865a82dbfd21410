"""A blank that was just made, read as if it had been returned: what does not come back is the author's mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from hsbdocs.intake.open import transcribe
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import Form
from hsbdocs.model.record import Record, State
from hsbdocs.model.transcript import Transcript
from hsbdocs.reading import read_forms

#: Captions that only some documents of a form print.
_NOT_EVERYWHERE = ("guided",)


def read_back(document: Document, form: Form, data: bytes, releases: Sequence[Form]) -> Iterator[Fault]:
    """What a blank does not give back: its form, rows, controls, notices."""
    place = document.template or document.id
    transcript = transcribe(data, Path(document.id))
    record = read_forms(transcript, releases)[0] if isinstance(transcript, Transcript) else None
    if (
        not isinstance(transcript, Transcript)
        or not isinstance(record, Record)
        or form not in releases
        or record.form != form.key
    ):
        yield Fault(place, 0, "", "the document made from it is not recognised as its form")
        return
    for row in form.rows:
        if any(record.states[field.id] is not State.BLANK for field in row.fields):
            yield Fault(place, 0, row.key, "the row does not come back blank from the document")
    if document.template:
        tags = [control.tag for control in transcript.controls]
        for tag in (tag for field in form.fields for tag in field.control_titles()):
            if tags.count(tag) != 1:
                yield Fault(place, 0, tag, f"the control stands {tags.count(tag)} times, not once")
    said = " ".join(" ".join(paragraph.text for paragraph in transcript.paragraphs).split())
    for name, caption in form.captions.items():
        if name not in _NOT_EVERYWHERE and " ".join(caption.split()) not in said:
            yield Fault(place, 0, f"captions.{name}", "is not printed")
    if form.stamp not in said:
        yield Fault(place, 0, "stamp", "is not printed in the body")
    for unplaced in record.unplaced:
        yield Fault(place, 0, unplaced.text[:60], "is text of the template, not of the content")


def not_printed(document: Document, view: msgspec.Struct, data: bytes) -> Iterator[Fault]:
    """What a training document should print and does not: a template that lost a loop or a tag."""
    transcript = transcribe(data, Path(document.id))
    if not isinstance(transcript, Transcript):
        yield Fault(document.template, 0, "", "the document made from it cannot be read")
        return
    paragraphs = [*transcript.paragraphs, *transcript.margins]
    said = " ".join(" ".join(paragraph.text for paragraph in paragraphs).split())
    for text in dict.fromkeys(_texts(view)):
        if " ".join(text.split()) not in said:
            yield Fault(document.template, 0, text[:60], "is not printed")


def _texts(value: object, name: str = "") -> Iterator[str]:
    """Every text of a view; a table's description is for screen readers and stands in no paragraph."""
    if isinstance(value, str) and name != "description":
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from _texts(getattr(value, field.name), field.name)
