"""Workbooks made to break a reader, or broken on the way: always a Transcript or a reason, never an exception."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.excel.read import read_excel
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.transcript import Transcript
from tests.unit.formats.excelfile import (
    PICTURE,
    beside,
    c,
    drawing,
    parts,
    rich,
    row,
    run,
    shape,
    shared,
    sheet,
    styles,
    typed,
)
from tests.unit.formats.why import kind
from tests.unit.formats.wordfile import relationship, zipped

MARGINS = '<headerFooter><oddHeader>&amp;L&amp;"Arial"&amp;12x</oddHeader></headerFooter>'
PARTS = beside(
    parts(
        sheet(
            row(typed("A1", "a", s="1"), c("B1", "46154", s="1"), c("C1", "0", t="s"), r="1", more='spans="1:9"'),
            row(c("A2", "1", f="1+1"), rich("B2", run("x", '<strike/><color theme="0"/>')), c("C2", "1", t="b"), r="2"),
            before='<dimension ref="A1:C2"/>',
            after=f'<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>{MARGINS}',
        ),
        properties='<workbookPr date1904="0"/>',
        styles=styles(
            'numFmtId="164" fontId="1" fillId="2"',
            fonts=['<strike val="1"/><color rgb="FFFFFFFF"/>'],
            fills=['<patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill>'],
            formats='<numFmt numFmtId="164" formatCode="d mmmm yyyy"/>',
        ),
        sharedStrings=shared("<t>s</t>"),
    ),
    relationship(1, "drawing", "../drawing1.xml"),
    drawing1=drawing(shape("a"), PICTURE),
)
WORKBOOK = zipped(PARTS)
#: Every value of an attribute, and every text, of every part.
SPOTS = [
    (name, found.span(1 if found[1] is not None else 2))
    for name, data in sorted(PARTS.items())
    for found in re.finditer(r'="([^"]*)"|>([^<>]+)<', data.decode())
]
NUMBERS = (
    "",
    "x",
    "-1",
    "0",
    "1e999",
    "-1e308",
    "nan",
    "1e15",
    "\uff11\uff12",
    "\xb2",
    "9" * 30,
    "9" * 5000,
    "0" * 300,
)
NAMES = (
    "A",
    "A0",
    "AAAA1",
    "XFD99999999",
    "A1:XFD1048576",
    "B2:A1",
    "1:2",
    "true",
    "../../..",
    "/",
    "http://example.org",
)
TYPES = ("s", "b", "n", "d", "str", "e", "inlineStr", "1900-01-00", "_xFFFF_", "_xD800_", "_x", "&amp;L&amp;", "&amp;K")
CODES = ("[h]", "[$", "_", "\\", ";;;", "y" * 300, "AM/PM", "m" * 300, "0." + "0" * 300, "#", "*", "[mm]", "@")
ODD = (*NUMBERS, *NAMES, *TYPES, *CODES)


def _read(data: bytes) -> Transcript | Why:
    found = read_excel(data)
    assert isinstance(found, Transcript | Why)
    if isinstance(found, Transcript):
        for paragraph in found.paragraphs:
            paragraph.text.encode("utf-8")
    return found


def test_the_workbook_itself_is_read() -> None:
    found = _read(WORKBOOK)
    assert isinstance(found, Transcript)
    assert len(SPOTS) > 80


@given(st.lists(st.tuples(st.sampled_from(range(len(SPOTS))), st.sampled_from(ODD)), min_size=1, max_size=3))
def test_odd_values_never_raise(changes: list[tuple[int, str]]) -> None:
    contents = dict(PARTS)
    for at, text in sorted({at: text for at, text in changes}.items(), reverse=True):
        name, (start, end) = SPOTS[at]
        data = contents[name].decode()
        contents[name] = (data[:start] + text + data[end:]).encode()
    _read(zipped(contents))


@given(st.lists(st.tuples(st.integers(0, len(WORKBOOK) - 1), st.integers(1, 255)), min_size=1, max_size=12))
def test_flipped_bytes_never_raise(flips: list[tuple[int, int]]) -> None:
    data = bytearray(WORKBOOK)
    for at, value in flips:
        data[at] ^= value
    _read(bytes(data))


@pytest.mark.parametrize("twentieth", range(20))
def test_a_file_cut_short_is_damaged(twentieth: int) -> None:
    assert _read(WORKBOOK[: len(WORKBOOK) * twentieth // 20]) == Why(Unreadable.DAMAGED)


@pytest.mark.parametrize("figures", [11, 12, 5000])
def test_numbers_of_many_figures_are_no_numbers(figures: int) -> None:
    many = "9" * figures
    cells = (c("A1", "0", t="s"), c("B1", "1", s=many), typed("C1", "c"))
    look = styles(f'numFmtId="{many}" fontId="{many}"', formats=f'<numFmt numFmtId="{many}" formatCode="0"/>')
    found = _read(zipped(parts(sheet(row(*cells, r=many)), styles=look, sharedStrings=shared("<t>a</t>"))))
    assert isinstance(found, Transcript)
    assert [paragraph.text for paragraph in found.paragraphs] == ["a", "1", "c", ""]
    lost = sheet(row(c("A1", many, t="s")))
    assert _read(zipped(parts(lost, sharedStrings=shared("<t>a</t>")))) == Why(Unreadable.DAMAGED)


def test_many_merged_areas_are_too_large_together() -> None:
    areas = "".join(f'<mergeCell ref="{letter}1:{letter}19000"/>' for letter in "ABCDEFGHIJKLMNOPQRSTUV")
    one = sheet(row(typed("A1", "a")), after=f"<mergeCells>{areas}</mergeCells>")
    assert kind(_read(zipped(parts(one)))) is Unreadable.TOO_LARGE


def test_a_sheet_that_is_itself_nested_without_end() -> None:
    deep = "<a>" * 5000 + "</a>" * 5000
    assert _read(zipped(parts(sheet(row(typed("A1", "a")), after=deep)))) == Why(Unreadable.DAMAGED)
