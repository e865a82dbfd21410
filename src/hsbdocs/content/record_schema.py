"""The JSON Schema of the record line: made from its type, with what a type cannot say and the answers of each form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from hsbdocs.model.finding import Severity
from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.line import Line, Status

#: Where the schema lies, from the project's folder.
RECORD_SCHEMA = "src/hsbdocs/schemas/record.schema.json"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ERROR = {"contains": {"properties": {"severity": {"const": Severity.ERROR.value}}}}
#: The value of an answer by the field's type; a choice has its own codes.
_VALUES: dict[FieldType, dict[str, Any]] = {
    FieldType.TEXT: {"type": ["string", "null"], "minLength": 1},
    FieldType.DATE: {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    FieldType.AGE: {"type": ["integer", "null"], "minimum": 0},
    FieldType.NHS_NUMBER: {"type": ["string", "null"], "pattern": "^[0-9]{10}$"},
    FieldType.YES_NO: {"enum": ["yes", "no", None]},
}


def record_schema(pack: str, forms: Iterable[Form]) -> dict[str, Any]:
    """The schema of a line. ``forms`` are every release of ``pack``: their answers are held to their fields.

    Keys that are not known are let through, as a reader should; the answers of a form are exactly its fields.
    """
    (reference,), definitions = msgspec.json.schema_components((Line,), ref_template="#/$defs/{name}")
    line = definitions.pop(reference["$ref"].rpartition("/")[2])
    for definition in (line, *definitions.values()):
        _plain(definition)
    answers = {form.key: form for form in forms}
    ids = list(dict.fromkeys(key.id for key in answers))
    return {
        "$schema": _DIALECT,
        "$id": "urn:hsbdocs:schema:record:1",
        "title": "One line of 'hsbdocs parse --json': one form occurrence, or one file that was not read",
        "description": line["description"],
        "type": "object",
        "required": ["schema", *line["required"]],
        "properties": line["properties"],
        "allOf": [*_by_status(), *(_of_form(pack, form_id) for form_id in ids)],
        "$defs": {
            **{kind.value: value for kind, value in _VALUES.items()},
            **definitions,
            **{_name(form_id): _answers(form for form in answers.values() if form.id == form_id) for form_id in ids},
        },
    }


def _plain(definition: dict[str, Any]) -> None:
    """The description of a type as one line without its marks of code; the title that repeats its name goes."""
    definition.pop("title", None)
    if "description" in definition:
        definition["description"] = " ".join(definition["description"].replace("``", "").split())


def _by_status() -> list[dict[str, Any]]:
    nothing = {"form": {"type": "null"}, "answers": {"maxProperties": 0}, "as_written": {"maxProperties": 0}}
    unread = {**nothing, "unplaced": {"maxItems": 0}, "findings": _ERROR}
    return [
        {
            "if": _is(Status.UNREAD),
            "then": {"properties": unread},
            "else": {"properties": {"form": {"type": "object"}}},
        },
        {"if": _is(Status.CLEAR), "then": {"properties": {"findings": {"not": _ERROR}}}},
        {"if": _is(Status.QUESTIONS), "then": {"properties": {"findings": _ERROR}}},
    ]


def _is(status: Status) -> dict[str, Any]:
    return {"properties": {"status": {"const": status.value}}}


def _of_form(pack: str, form_id: str) -> dict[str, Any]:
    """The answers of a form, in lines of its own pack: another pack may have a form of the same id."""
    form = {"type": "object", "properties": {"id": {"const": form_id}}}
    return {
        "if": {"required": ["pack"], "properties": {"pack": {"const": pack}, "form": form}},
        "then": {"properties": {"answers": {"$ref": f"#/$defs/{_name(form_id)}"}}},
    }


def _answers(releases: Iterable[Form]) -> dict[str, Any]:
    """Every field of a form; where its releases differ, what any of them has, and what all of them have."""
    several = [release.field_by_id for release in releases]
    fields = {field_id: field for release in several for field_id, field in release.items()}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field_id for field_id in fields if all(field_id in release for release in several)],
        "properties": {field_id: _value(field) for field_id, field in fields.items()},
    }


def _value(field: Field) -> dict[str, Any]:
    if field.type is FieldType.CHOICE:
        return {"enum": [*(choice.code for choice in field.choices), None]}
    return {"$ref": f"#/$defs/{field.type.value}"}


def _name(form_id: str) -> str:
    return form_id.replace("-", "_")
