"""One occurrence as the contract's JSON line (schemas/record.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hsbdocs.model.occurrence import Occurrence
from hsbdocs.model.record import Record


def as_data(occurrence: Occurrence, rules_version: str, changed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The line as plain data, keys in the contract's order. ``changed`` is what settings changed in the rules."""
    record = occurrence.record
    return {
        "schema": 1,
        "file": occurrence.file,
        "member": occurrence.member,
        "part": occurrence.part,
        "sha256": occurrence.sha256,
        "status": occurrence.status.value,
        "form": None if record is None else _form(record),
        "answers": {} if record is None else dict(record.answers),
        "as_written": {} if record is None else dict(record.as_written),
        "unplaced": []
        if record is None
        else [{"text": entry.text, "location": entry.location} for entry in record.unplaced],
        "findings": [
            {
                "code": statement.code.value,
                "severity": statement.severity.value,
                "fields": list(statement.fields),
                "location": statement.location,
                "message": statement.message,
                "hint": statement.hint,
                "source": statement.source,
                "params": dict(statement.params),
            }
            for statement in occurrence.statements
        ],
        "rules": {"version": rules_version, "changed": dict(changed or {})},
    }


def as_line(data: dict[str, Any]) -> str:
    """Plain data as one line of ASCII, without its line end."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


def _form(record: Record) -> dict[str, Any]:
    return {
        "id": record.form.id,
        "version": record.form.version,
        "document": record.document,
        "recognised_by": record.recognised_by.value,
    }
