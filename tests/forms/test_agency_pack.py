"""A form of an agency's pack: its logo and lines stand on it, and a return of it raises nothing for them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.shared import Mm

from hsbdocs.content.locate import find_roots
from hsbdocs.model.agency import Agency
from hsbdocs.model.guidance import Area
from hsbdocs.model.logo import Picture
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import build
from tests.foreign.fill import Manner, fill
from tests.libreoffice import client
from tests.libreoffice.values import EXPECTED, TYPED
from tests.support.forms import DOCUMENTS, ROOT, line, read
from tests.support.programs import need, validate_ooxml

ALT = "Logo of Exampleshire Academy Trust"
LINES = (
    "Exampleshire Academy Trust",
    "Our safeguarding lead: 01632 960 111. Ring first.",
    "Return the completed form to: Exampleshire Academy Trust, 1 Example Road, Exampleton",
)
#: What may be said of lines and pictures that nobody knows.
ABOUT = {"FORM-05", "FORM-06", "FORM-07", "FORM-09"}


def _png(width: int, height: int, shade: int = 90) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@cache
def _built(document: str, width: int = 120, height: int = 60) -> bytes:
    agency = Agency(
        id="example",
        name=LINES[0],
        area=Area.KENT,
        logo=Picture(_png(width, height), width, height, ALT),
        return_to=("Exampleshire Academy Trust", "1 Example Road", "Exampleton"),
        lines=(LINES[1],),
    )
    with TemporaryDirectory() as folder:
        (made,) = build(find_roots(ROOT), [document], Path(folder), Variant(area=Area.KENT, agency=agency))
        return made.path.read_bytes()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_has_its_logo_and_lines_above_the_form(document: str) -> None:
    opened = docx.Document(io.BytesIO(_built(document)))
    said = [paragraph.text for paragraph in opened.paragraphs]
    assert said[0].strip() == LINES[0]
    assert set(LINES[1:]) <= set(said)
    (shape,) = opened.inline_shapes
    assert (shape.width, shape.height) == (Mm(36), Mm(18))
    assert shape._inline.docPr.get("descr") == ALT
    assert opened.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob == _png(120, 60)


@pytest.mark.parametrize(("size", "shown"), [((600, 60), (60, 6)), ((50, 100), (9, 18))])
def test_a_logo_keeps_its_proportions(size: tuple[int, int], shown: tuple[int, int]) -> None:
    (shape,) = docx.Document(io.BytesIO(_built("risk-assessment", *size))).inline_shapes
    assert (round(shape.width / Mm(1)), round(shape.height / Mm(1))) == shown


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_return_raises_nothing_for_them(document: str) -> None:
    found = line(read(fill(_built(document), TYPED, Manner.WORD)))
    assert (found["answers"], found["unplaced"], found["status"]) == (EXPECTED, [], "clear")
    assert not ABOUT & {finding["code"] for finding in found["findings"]}


def test_another_picture_in_its_place_is_told() -> None:
    parts, out = zipfile.ZipFile(io.BytesIO(_built("risk-assessment"))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as changed:
        for name in parts.namelist():
            changed.writestr(name, _png(120, 60, 91) if name.endswith(".png") else parts.read(name))
    assert {"FORM-06", "FORM-09"} & {finding["code"] for finding in line(read(out.getvalue()))["findings"]}


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_libreoffice_fills_it_in_and_the_validator_finds_no_fault(document: str, tmp_path: Path) -> None:
    need("ooxml-validator")
    blank, filled = tmp_path / f"{document}.docx", tmp_path / "filled.docx"
    blank.write_bytes(_built(document))
    assert validate_ooxml([blank]) == {blank: []}
    client.fill([client.Job(blank, filled, "docx", TYPED)])
    found = line(read(filled.read_bytes()))
    assert (found["answers"], found["unplaced"], found["status"]) == (EXPECTED, [], "clear")
    assert not ABOUT & {finding["code"] for finding in found["findings"]}
