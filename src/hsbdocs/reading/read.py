"""The three steps together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form
from hsbdocs.model.location import Location, Where
from hsbdocs.model.printed import Printed
from hsbdocs.model.record import RecognisedBy, Record, Unplaced
from hsbdocs.model.transcript import Table, Transcript
from hsbdocs.model.words import forget
from hsbdocs.reading.around import Copy, copy_of
from hsbdocs.reading.gather import gather
from hsbdocs.reading.headed import holds_two
from hsbdocs.reading.place import Placed, place
from hsbdocs.reading.recognise import Recognised, recognise
from hsbdocs.reading.resolve import resolve
from hsbdocs.reading.split import split, split_at_titles


def read_forms(
    transcript: Transcript, releases: Sequence[Form], printed: Printed | None = None
) -> list[Record | Finding]:
    """Read a transcript as one of the released forms, or as several that follow one another.

    ``printed`` is what is known to be printed around the answers. Each entry is a record, or the finding that says why
    there is none. There is always at least one. Nothing of what the transcript says is kept when it is done.
    """
    try:
        return _read(transcript, releases, copy_of(transcript, printed or Printed()))
    finally:
        forget()


def _read(transcript: Transcript, releases: Sequence[Form], copy: Copy) -> list[Record | Finding]:
    recognised = recognise(transcript, releases)
    if recognised is None:
        return [_not_a_form(transcript)]
    form = recognised.form
    parts = split_at_titles(transcript, form)
    if len(parts) > 1:
        return _read_parts(parts, releases, copy)
    if any(holds_two(block, form) for block in transcript.blocks if isinstance(block, Table)):
        return [Finding(code=Code.FORM_12)]
    placed = place(transcript, form, copy.around(transcript, recognised))
    if _most_stand_twice(placed, form):
        parts = split(transcript, form)
        return _read_parts(parts, releases, copy) if len(parts) > 1 else [Finding(code=Code.FORM_12)]
    if not placed.rows:
        return [_not_a_form(transcript)]
    record = resolve(recognised, gather(transcript, form, placed))
    about = (Finding(code=code) for code in _about(recognised, placed))
    return [msgspec.structs.replace(record, findings=(*record.findings, *about))]


def _not_a_form(transcript: Transcript) -> Finding:
    return Finding(code=Code.FILE_09 if _is_scan(transcript) else Code.FORM_01)


def _most_stand_twice(placed: Placed, form: Form) -> bool:
    doubled = sum(len(found) > 1 for found in placed.rows.values())
    return doubled * 2 > len(form.rows)


def _about(recognised: Recognised, placed: Placed) -> Iterator[Code]:
    """What is said of a form as a whole: how it was known, what is hidden, that it adds to another."""
    if recognised.by is not RecognisedBy.STAMP:
        yield Code.FORM_08
    if any(found.hidden for rows in placed.rows.values() for found in rows):
        yield Code.FORM_13
    if recognised.form.adds_to:
        yield Code.FORM_15


def _read_parts(parts: Sequence[Transcript], releases: Sequence[Form], copy: Copy) -> list[Record | Finding]:
    return [result for part in parts for result in _read_part(part, releases, copy)]


def _read_part(part: Transcript, releases: Sequence[Form], copy: Copy) -> list[Record | Finding]:
    """A part of a file; the name of its sheet is kept, for it may be all that says whose form it is."""
    name = next((block.name for block in part.blocks if isinstance(block, Table) and block.name), "")
    results = _read(part, releases, copy)
    if not name:
        return results
    label = Unplaced(name, Location(Where.SHEET_NAME))
    return [
        msgspec.structs.replace(result, unplaced=(label, *result.unplaced)) if isinstance(result, Record) else result
        for result in results
    ]


def _is_scan(transcript: Transcript) -> bool:
    """Pictures in the body, no table, and next to no text."""
    paragraphs = transcript.paragraphs
    letters = sum(len(paragraph.text.strip()) for paragraph in paragraphs)
    tables = any(isinstance(block, Table) for block in transcript.blocks)
    return not tables and letters < 200 and any(paragraph.pictures for paragraph in paragraphs)
