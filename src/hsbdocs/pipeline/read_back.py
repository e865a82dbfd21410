"""A blank that was just made, read as if it had been returned: what does not come back is the author's mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import msgspec

from hsbdocs.content.releases import agrees
from hsbdocs.intake.open import transcribe
from hsbdocs.model.arrival import Why
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import Form
from hsbdocs.model.printed import hashes_of
from hsbdocs.model.record import Record, State
from hsbdocs.model.transcript import Format, Transcript
from hsbdocs.model.words import sentence_hash, sentences
from hsbdocs.reading import MARGIN, outside, read_forms

#: Captions that only some documents of a form print, or only while something is in doubt.
_NOT_EVERYWHERE = ("guided", "queries")


class ReadBack(msgspec.Struct, frozen=True):
    """What came of a blank: its faults, and the hashes of what it prints and its release does not."""

    faults: tuple[Fault, ...]
    printed: tuple[str, ...] = ()


def read_back(document: Document, form: Form, data: bytes, releases: Sequence[Form], lines: Sequence[str]) -> ReadBack:
    """Read the blank ``data``. Its captions may say something else than the release where they are variable lines.

    ``lines`` is what the document prints besides the form: each must be there, and none is text of the template.
    """
    place = document.template or document.id
    transcript = transcribe(data, document.id)
    record = read_forms(transcript, releases)[0] if isinstance(transcript, Transcript) else None
    known = any(release.key == form.key and agrees(form, release) for release in releases)
    if isinstance(transcript, Why) or not isinstance(record, Record) or not known or record.form != form.key:
        return ReadBack((Fault(place, 0, "", "the document made from it is not recognised as its form"),))
    faults = _not_given_back(document, form, transcript, record, lines)
    return ReadBack(tuple(faults), tuple(outside(transcript, record)))


def _not_given_back(
    document: Document, form: Form, transcript: Transcript, record: Record, lines: Sequence[str]
) -> Iterator[Fault]:
    """What a blank does not give back: its rows, controls, notices; and text that no content gave it."""
    place = document.template or document.id
    authored = frozenset(hashes_of([*form.captions.values(), *lines, document.title]))
    yield from _rows(place, form, record)
    if transcript.format is not Format.EXCEL:  # a workbook has cells
        yield from _controls(place, form, transcript)
    yield from _notices(place, form, transcript, lines)
    for unplaced in record.unplaced:
        own = authored.issuperset(hashes_of([unplaced.text]))
        if not own and unplaced.location != MARGIN:  # a header may have a line of the template's own
            own_words = next(iter(_not_authored(unplaced.text, authored)), unplaced.text)
            problem = "is text of the template: take it out, words come from content/"
            yield Fault(place, 0, own_words[:60], problem)


def _not_authored(text: str, authored: Collection[str]) -> Iterator[str]:
    """The sentences of a text that content does not give."""
    yield from (each.strip() for each in sentences(text) if sentence_hash(each) not in authored)


def _rows(place: str, form: Form, record: Record) -> Iterator[Fault]:
    for row in form.rows:
        if any(record.states[field.id] is not State.BLANK for field in row.fields):
            yield Fault(place, 0, row.key, "the row does not come back blank from the document")


def _controls(place: str, form: Form, transcript: Transcript) -> Iterator[Fault]:
    counts = Counter(control.tag for control in transcript.controls)
    tags = [tag for field in form.fields for tag in field.control_titles()]
    missing = [tag for tag in tags if not counts[tag]]
    if missing:
        named = missing[0] if len(missing) == 1 else f"{missing[0]} and {len(missing) - 1} more"
        yield Fault(place, 0, named, "has no box to fill in: put the tag of the box back into its cell")
    for tag in (tag for tag in tags if counts[tag] > 1):
        yield Fault(place, 0, tag, f"its box stands {counts[tag]} times: take the others out")


def _notices(place: str, form: Form, transcript: Transcript, lines: Sequence[str]) -> Iterator[Fault]:
    said = " ".join(" ".join(paragraph.text for paragraph in transcript.paragraphs).split())
    margins = " ".join(" ".join(paragraph.text for paragraph in transcript.margins).split())
    for name, caption in form.captions.items():
        if not _is_elsewhere(name, caption) and " ".join(caption.split()) not in said:
            yield Fault(place, 0, f"captions.{name}", "is not printed: its tag was taken out of the template")
    for text in (line for line in lines if " ".join(line.split()) not in f"{said} {margins}"):
        yield Fault(place, 0, text[:60], "is not printed: its tag was taken out of the template")
    if form.stamp not in said:
        yield Fault(place, 0, "stamp", "is not printed in the body")


def _is_elsewhere(name: str, caption: str) -> bool:
    """True for a caption that not every document prints, and for the address of a link."""
    return name in _NOT_EVERYWHERE or (" " not in caption and caption.startswith("https://"))


def not_printed(document: Document, view: msgspec.Struct, data: bytes) -> Iterator[Fault]:
    """What a training document should print and does not: a template that lost a loop or a tag."""
    transcript = transcribe(data, document.id)
    if not isinstance(transcript, Transcript):
        yield Fault(document.template, 0, "", "the document made from it cannot be read")
        return
    paragraphs = [*transcript.paragraphs, *transcript.margins]
    said = " ".join(" ".join(paragraph.text for paragraph in paragraphs).split())
    for text in dict.fromkeys(_texts(view)):
        if " ".join(text.split()) not in said:
            yield Fault(document.template, 0, text[:60], "is not printed: its tag was taken out of the template")


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
