"""records.jsonl: coded values and findings; names and free text only where the user asks for all."""

from __future__ import annotations

from typing import Any

from hsbdocs.model.form import FieldType, Form


def coded(data: dict[str, Any], form: Form | None) -> dict[str, Any]:
    """A line without what could name somebody.

    Free text and fields marked personal become null, what was written and what was left over is dropped, and the
    file is named by the first twelve characters of its SHA-256: a file's name often holds a child's name.
    """
    fields = {} if form is None else form.field_by_id
    kept = {
        field_id: value
        if field_id in fields and not fields[field_id].personal and fields[field_id].type is not FieldType.TEXT
        else None
        for field_id, value in data["answers"].items()
    }
    name = data["sha256"][:12] or "not-opened"
    member = None if data["member"] is None else "member"
    return {**data, "file": name, "member": member, "answers": kept, "as_written": {}, "unplaced": []}
