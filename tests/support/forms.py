"""What tests of whole forms share: the built blanks, and a parser that reads on a fixed day."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from hsbdocs.content.locate import find_roots
from hsbdocs.model.occurrence import Occurrence
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.parse import Parser

ROOT = Path(__file__).resolve().parents[2]
#: The Word forms, the workbooks, and the training documents.
DOCUMENTS = ("risk-assessment", "risk-assessment-guided")
WORKBOOKS = ("rag-checklist",)
HANDOUTS = ("quick-reference", "handout-consent")
TODAY = date(2026, 6, 1)


@cache
def blank(document: str) -> bytes:
    """The built document."""
    with tempfile.TemporaryDirectory() as folder:
        build(find_roots(ROOT), [document], Path(folder))
        (path,) = Path(folder).glob(f"{document}.*x")
        return path.read_bytes()


@cache
def parser() -> Parser:
    """A parser on the project's content."""
    return Parser(find_roots(ROOT), TODAY)


@cache
def _validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "src" / "hsbdocs" / "schemas" / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def read_all(data: bytes, name: str = "form.docx") -> list[Occurrence]:
    """Every form in one file; their JSON lines are checked against the schema."""
    occurrences = parser().read_all(Path(name), data)
    for occurrence in occurrences:
        _validator().validate(line(occurrence))
    return occurrences


def read(data: bytes, name: str = "form.docx") -> Occurrence:
    """The one form in a file."""
    (occurrence,) = read_all(data, name)
    return occurrence


def line(occurrence: Occurrence) -> dict[str, Any]:
    """The JSON line of an occurrence as a program gets it."""
    loaded: dict[str, Any] = json.loads(json.dumps(parser().line(occurrence)))
    return loaded


def answers(data: bytes) -> dict[str, Any]:
    """The answers of one file."""
    found: dict[str, Any] = line(read(data))["answers"]
    return found


def codes(occurrence: Occurrence) -> list[str]:
    """The codes of its findings, each once, sorted."""
    return sorted({statement.code.value for statement in occurrence.statements})
