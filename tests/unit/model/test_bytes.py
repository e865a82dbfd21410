"""What is made from a sender's file is plain data: it goes through bytes and comes back as it was, without pickle."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from hsbdocs.content.releases import load_releases
from hsbdocs.formats.excel.read import read_excel
from hsbdocs.formats.word.read import read_word
from hsbdocs.model.arrival import Arrival, Unreadable, Why
from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.location import Where, row
from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Aside, Cell, Control, Mark, Paragraph, Span, Table, Transcript
from hsbdocs.pipeline.read import Read
from hsbdocs.reading import read_forms
from tests.support.forms import ROOT, read_all

T = TypeVar("T")

_RETURNED = sorted((ROOT / "examples" / "returned").glob("*.*x"))
#: Modules that bring objects back by running what the bytes say, or that send objects through one of those.
_UNSAFE = {"copyreg", "dill", "marshal", "multiprocessing", "pickle", "shelve"}


def _there_and_back(value: T, kind: type[T]) -> T:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=kind)


def _transcript(path: Path) -> Transcript | Why:
    return (read_excel if path.suffix == ".xlsx" else read_word)(path.read_bytes())


def test_a_transcript_keeps_its_types() -> None:
    """A table beside a paragraph, and both inside a cell, come back as what they were."""
    inside = Table(((Cell((Paragraph((Span("inside"),)),)),),))
    whole = Transcript(
        blocks=(
            Paragraph((Span("ticked ", Mark.BOLD | Mark.STRUCK), Span("\u2612", control=0)), pictures=1, deleted="no"),
            Table(((Cell((Paragraph(()), inside), fill="ffff00", span=2, serial="2026-05-01"),),), sheet=2, name="RAG"),
        ),
        controls=(Control("child.name", "Name", "text", placeholder=False, checked=True, full_date="2026-05-01"),),
        margins=(Paragraph((Span("Page"),)),),
        properties={"hsbdocs.form": "risk-assessment"},
        asides=(Aside(Where.COMMENT, "please ring"),),
        macros=True,
        links=3,
        marks=Mark.DRAWN,
        people=("Robin Writer",),
    )
    back = _there_and_back(whole, Transcript)
    assert back == whole
    assert [type(block) for block in back.blocks] == [Paragraph, Table]
    assert isinstance(back.blocks[1], Table)
    assert [type(block) for block in back.blocks[1].rows[0][0].blocks] == [Paragraph, Table]


@pytest.mark.parametrize("path", _RETURNED, ids=[path.name for path in _RETURNED])
def test_a_file_that_came_back(path: Path) -> None:
    """Its transcript, and the record of each form in it with all findings."""
    transcript = _transcript(path)
    if isinstance(transcript, Transcript):
        assert _there_and_back(transcript, Transcript) == transcript
        for record in read_forms(transcript, load_releases(ROOT / "content")):
            assert not isinstance(record, Record) or _there_and_back(record, Record) == record
    for each in read_all(path.read_bytes(), path.name):
        assert _there_and_back(each, Read) == each


def test_an_arrival_and_why_there_is_none() -> None:
    for arrival in (
        Arrival(file="a.zip", member="b.docx", name="b.docx", received="2026-06-01", data=b"PK"),
        Arrival(file="a.zip", name="a.zip", why=Why(Unreadable.TOO_LARGE, {"limit": "50 MB"})),
    ):
        assert _there_and_back(arrival, Arrival) == arrival


def test_a_finding() -> None:
    """Texts and numbers among its parameters stay what they are."""
    finding = Finding(
        code=Code.FILE_05, fields=("child.name",), location=row("A1"), place=row("A1"), params={"limit": 50}
    )
    back = _there_and_back(finding, Finding)
    assert back == finding
    assert isinstance(back.params["limit"], int)


def test_nothing_is_pickled() -> None:
    """No module of the program imports what can run code when it brings an object back."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert _UNSAFE.isdisjoint(name.split(".")[0] for name in names), path.name
