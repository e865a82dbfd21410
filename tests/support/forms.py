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
from hsbdocs.model.arrival import Arrival
from hsbdocs.model.line import as_text
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read

ROOT = Path(__file__).resolve().parents[2]
#: The Word forms, the workbooks, the training documents, and the pathway.
DOCUMENTS = ("risk-assessment", "risk-assessment-guided")
WORKBOOKS = ("rag-checklist",)
HANDOUTS = (
    "quick-reference",
    "handout-consent",
    "handout-confidentiality",
    "handout-stages",
    "handout-harmful",
    "handout-responding",
    "handout-assessment",
)
#: What else a session of an hour needs in Word: the quiz, its answers, the notes for whoever leads it.
SESSION = ("quiz", "quiz-answers", "facilitator-notes")
#: Documents that are text: the ending of their files is no package's.
TEXTS = ("quiz.gift",)
PATHWAYS = ("response-pathway",)
#: Presentations.
DECKS = ("slides",)
#: Forms that are filled in for training, and the key to them.
COPIES = ("spot-the-gap-1", "spot-the-gap-2", "spot-the-gap-3", "spot-the-gap-4")
KEYS = ("spot-the-gap-key",)
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


def read_all(data: bytes, name: str = "form.docx") -> tuple[Read, ...]:
    """Every form in one file; their JSON lines are checked against the schema."""
    reads = parser().read_file(Arrival(file=name, name=Path(name).name, data=data))
    for each in reads:
        _validator().validate(line(each))
    return reads


def read(data: bytes, name: str = "form.docx") -> Read:
    """The one form in a file."""
    (found,) = read_all(data, name)
    return found


def line(read: Read) -> dict[str, Any]:
    """The JSON line as a program gets it."""
    loaded: dict[str, Any] = json.loads(as_text(read.line))
    return loaded


def answers(data: bytes) -> dict[str, Any]:
    """The answers of one file."""
    found: dict[str, Any] = line(read(data))["answers"]
    return found


def codes(read: Read) -> list[str]:
    """The codes of its findings, each once, sorted."""
    return sorted({statement.code.value for statement in read.statements})
