"""Every document that ``build`` makes, in every edition: what the tests over all documents run over.

A new document or edition is checked by itself: documents are those that content names, editions those of `EDITIONS`.
"""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from hsbdocs.content.locate import find_roots
from hsbdocs.model.agency import Agency
from hsbdocs.model.guidance import Area
from hsbdocs.model.logo import Picture
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.build import MANIFEST, build
from tests.documents.not_yet import not_yet
from tests.documents.notes import NOTES, notes
from tests.support.forms import ROOT


def _png(width: int, height: int) -> bytes:
    """A picture of one colour, written by hand from the PNG standard."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x1b\x4b\x66" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


_AGENCY = Agency(
    id="hillview",
    name="Hillview Academy Trust",
    area=Area.KENT,
    logo=Picture(_png(240, 80), 240, 80, "Logo of Hillview Academy Trust"),
    return_to=("Safeguarding team", "Hillview Academy Trust", "1 Example Road, Maidstone ME99 1AA"),
    lines=("Safeguarding lead: 01632 960001", "Deputy: 01632 960002"),
)


@dataclass(frozen=True)
class Edition:
    """An edition that documents are built in.

    ``points`` is the least size of type in it; ``standard`` says whether it is held to full pages and their number;
    ``without`` are the documents that it does not have; ``only`` are those of an edition that ``build`` does not make.
    """

    variant: Variant
    points: float = 12
    standard: bool = True
    without: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    def holds(self, document: str) -> bool:
        """Whether a document is built in this edition."""
        return document in self.only if self.only else document not in self.without


EDITIONS = {
    "reader": Edition(READER),
    "marked": Edition(Variant(marked=True), standard=False),
    "kent": Edition(Variant(area=Area.KENT)),
    "medway": Edition(Variant(area=Area.MEDWAY)),
    "agency": Edition(Variant(area=Area.KENT, agency=_AGENCY)),
    "large-print": Edition(
        Variant(large_print=True), points=18, standard=False, without=("rag-checklist", "quiz.gift", "slides")
    ),
    "notes": Edition(READER, standard=False, only=NOTES),
}
#: The edition that the fast tests look at; the others are left to the slow ones.
_FAST = "reader"

_SUFFIXES = {
    **dict.fromkeys(("word-form", "word-handout", "word-pathway", "word-filled", "word-gap-key"), ".docx"),
    "excel-form": ".xlsx",
    "gift-quiz": ".txt",
    "slides": ".pptx",
}
_CONTENT = ROOT / "content" / "documents"
#: The documents that content names, each with the ending of its file.
DOCUMENTS: Mapping[str, str] = {
    path.stem: _SUFFIXES[yaml.safe_load(path.read_text(encoding="utf-8"))["kind"]]
    for path in sorted(_CONTENT.glob("*.yaml"))
}
WORD, EXCEL, TEXT, SLIDES = ".docx", ".xlsx", ".txt", ".pptx"


@cache
def built(edition: str) -> Mapping[str, bytes]:
    """Every document of an edition, by its id: built once a session."""
    if EDITIONS[edition].only:
        return notes()
    with tempfile.TemporaryDirectory() as folder:
        build(find_roots(ROOT), [], Path(folder), EDITIONS[edition].variant)
        files = {path for path in Path(folder).rglob("*") if path.is_file() and path.name != MANIFEST}
        strange = [path.name for path in files if path.suffix not in (WORD, EXCEL, TEXT, SLIDES)]
        assert strange == [], "no test looks into files of this kind"
        return {path.stem: path.read_bytes() for path in files}


def over(check: str, *suffixes: str, fast: bool = True, standard: bool = False) -> pytest.MarkDecorator:
    """Runs a test over each edition of each document with one of these endings, as ``edition`` and ``document``.

    ``check`` is the name by which `not_yet` knows the test. Without ``fast`` all of it is slow; with ``standard`` it
    runs over standard editions only.
    """
    cases = [
        pytest.param(edition, document, id=f"{edition}-{document}", marks=_marks(check, edition, document, fast=fast))
        for edition, facts in EDITIONS.items()
        for document, suffix in (dict.fromkeys(facts.only, WORD) or DOCUMENTS).items()
        if suffix in suffixes and facts.holds(document) and facts.standard >= standard
    ]
    return pytest.mark.parametrize(("edition", "document"), cases)


def _marks(check: str, edition: str, document: str, *, fast: bool) -> list[pytest.MarkDecorator]:
    why = not_yet(check, edition, document)
    marks = [] if fast and edition == _FAST else [pytest.mark.slow]
    return marks if why is None else [*marks, pytest.mark.xfail(reason=why, strict=True, raises=AssertionError)]
