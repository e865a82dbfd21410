"""records.jsonl: coded values and findings; names and free text only where the user asks for all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType

from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.line import Correction, Line, age_band
from hsbdocs.model.reference import as_reference
from hsbdocs.store.files import replacing

#: The file's name.
RECORDS = "records.jsonl"


def write_records(folder: Path, lines: Iterable[str]) -> Path:
    """Write the file of a folder, a line each, in place of an earlier one once all are written. Raises OSError."""
    path = folder / RECORDS
    with replacing(path) as stream:
        for line in lines:
            stream.write(f"{line}\n".encode("ascii"))
    return path


def coded(line: Line, form: Form | None) -> Line:
    """A line without what could name somebody.

    Free text and fields marked personal become null; an age becomes its band; what was written, left over or carried
    over is dropped, and the file is named by the first twelve characters of its SHA-256: a file's name often
    holds a child's name.
    """
    fields = {} if form is None else form.field_by_id
    kept = {field_id for field_id, field in fields.items() if is_coded(field) and field_id in line.answers}
    age = next((line.answers.get(each.id) for each in fields.values() if each.type is FieldType.AGE), None)
    return msgspec.structs.replace(
        line,
        file=line.sha256[:12] or "not-opened",
        member=None if line.member is None else "member",
        answers={field_id: value if field_id in kept else None for field_id, value in line.answers.items()},
        as_written={},
        unplaced=(),
        corrected=_corrected(line, kept),
        carried=UNSET,
        answers_to=_references(line),
        age_band=age_band(age) if isinstance(age, int) else line.age_band,
    )


def _corrected(line: Line, kept: Collection[str]) -> dict[str, Correction] | UnsetType:
    """Who corrected what and when; the value only of an answer that may be kept."""
    if line.corrected is UNSET:
        return UNSET
    return {
        field: each if field in kept else msgspec.structs.replace(each, value=UNSET)
        for field, each in line.corrected.items()
    }


def _references(line: Line) -> str | UnsetType:
    """Of what a file names only what is a reference: anything else may be a name."""
    named = [] if line.answers_to is UNSET else [as_reference(each) for each in line.answers_to.split(", ")]
    return ", ".join(filter(None, named)) or UNSET


def is_coded(field: Field) -> bool:
    """Whether an answer may be kept without ``--full``."""
    return not field.personal and field.type not in (FieldType.TEXT, FieldType.AGE)
