"""What a cell's style says that can carry meaning."""

import pytest

from hsbdocs.model.transcript import Mark
from tests.unit.formats.excel.reads import cell, looks, read
from tests.unit.formats.excelfile import c, row, styles, typed


def marks(font: str = "", *, fill: str = "", formats: str = "", xf: str = 'fontId="1" fillId="2"') -> int:
    """The marks of a text in a cell with this font and fill."""
    found = read(row(typed("A1", "a", s="1")), styles=styles(xf, fonts=[font], fills=[fill], formats=formats))
    ((_, seen),) = looks(cell(found))
    assert found.marks == seen
    return seen


def filled(fill: str) -> str:
    """The colour of a cell with this fill."""
    found = read(row(typed("A1", "a", s="1")), styles=styles('fillId="2"', fills=[fill]))
    return cell(found).fill


def pattern(colour: str, kind: str = "solid") -> str:
    """A fill of one colour."""
    return f'<patternFill patternType="{kind}">{colour}</patternFill>'


@pytest.mark.parametrize(
    ("font", "mark"),
    [
        ("<strike/>", Mark.STRUCK),
        ('<strike val="1"/>', Mark.STRUCK),
        ('<strike val="0"/>', Mark.NONE),
        ('<color rgb="FFFFFFFF"/>', Mark.WHITE),
        ('<color rgb="00FFFFFF"/>', Mark.WHITE),
        ('<color theme="0"/>', Mark.WHITE),
        ('<color indexed="9"/>', Mark.WHITE),
        ('<color indexed="8"/>', Mark.NONE),
        ('<color theme="1"/>', Mark.NONE),
        ('<color rgb="FFFFFFFE"/>', Mark.WHITE),
        ('<color rgb="FFD5D5D5"/>', Mark.WHITE),
        ('<color rgb="D5FFD5"/>', Mark.WHITE),
        ('<color rgb="FFD5D5D4"/>', Mark.NONE),
        ('<color rgb="FFFFFF00"/>', Mark.NONE),
        ('<color rgb="FFF"/>', Mark.NONE),
        ('<sz val="3.9"/>', Mark.WHITE),
        ('<sz val="1"/>', Mark.WHITE),
        ('<sz val="4"/>', Mark.NONE),
        ('<sz val="x"/>', Mark.NONE),
        ('<sz val="12"/><color rgb="FFF0F0F0"/>', Mark.WHITE),
        ('<strike/><color theme="0"/>', Mark.STRUCK | Mark.WHITE),
        ("<b/><u/>", Mark.NONE),
    ],
)
def test_fonts(font: str, mark: int) -> None:
    assert marks(font, xf='fontId="1"') == mark


def test_white_on_a_colour_can_be_seen_and_white_on_white_cannot() -> None:
    white = '<color theme="0"/>'
    assert marks(white, fill=pattern('<fgColor rgb="FFC00000"/>')) == Mark.NONE
    assert marks(white, fill=pattern('<fgColor rgb="FFFFFFFF"/>')) == Mark.WHITE
    assert marks(f"<strike/>{white}", fill=pattern('<fgColor rgb="FFC00000"/>')) == Mark.STRUCK


def test_pale_on_a_colour_can_be_seen() -> None:
    assert marks('<color rgb="FFE0E0E0"/>', fill=pattern('<fgColor rgb="FFC00000"/>')) == Mark.NONE


# ---- Cells that are crossed out ----------------------------------------------------------------------


def crossed(border: str, xf: str = 'borderId="1"') -> int:
    """The marks of a text in a cell with this border."""
    look = styles(xf).replace(b"<cellXfs>", f"<borders><border/>{border}</borders><cellXfs>".encode())
    found = read(row(typed("A1", "a", s="1")), styles=look)
    ((_, seen),) = looks(cell(found))
    assert found.marks == seen
    return seen


@pytest.mark.parametrize("way", ['diagonalUp="1"', 'diagonalDown="1"', 'diagonalUp="true" diagonalDown="0"'])
def test_a_line_from_corner_to_corner_crosses_a_cell_out(way: str) -> None:
    assert crossed(f'<border {way}><left/><diagonal style="thin"/></border>') == Mark.STRUCK


@pytest.mark.parametrize(
    "border",
    [
        '<border><diagonal style="thin"/></border>',
        '<border diagonalUp="0" diagonalDown="false"><diagonal style="thin"/></border>',
        '<border diagonalUp="1"><diagonal style="none"/></border>',
        '<border diagonalUp="1"><diagonal/></border>',
        '<border diagonalUp="1"><left style="thin"/></border>',
        '<border><left style="thin"/><right style="thin"/></border>',
    ],
)
def test_other_borders_say_nothing(border: str) -> None:
    assert crossed(border) == Mark.NONE


def test_a_border_that_is_not_there_says_nothing() -> None:
    line = '<border diagonalUp="1"><diagonal style="thin"/></border>'
    assert crossed(line, xf='borderId="0"') == crossed(line, xf='borderId="9"') == crossed(line, xf="") == Mark.NONE


@pytest.mark.parametrize("code", [";;;", ";;"])
def test_a_format_that_shows_nothing_hides_the_text_on_any_colour(code: str) -> None:
    formats = f'<numFmt numFmtId="164" formatCode="{code}"/>'
    assert marks(formats=formats, xf='numFmtId="164"') == Mark.WHITE
    colour = pattern('<fgColor rgb="FFC00000"/>')
    assert marks(formats=formats, fill=colour, xf='numFmtId="164" fillId="2"') == Mark.WHITE


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        (pattern('<fgColor rgb="FFC6EFCE"/>'), "C6EFCE"),
        (pattern('<fgColor theme="5"/>'), "theme 5"),
        (pattern('<fgColor theme="10" tint="0.4"/>'), "theme 10"),
        (pattern('<fgColor indexed="13"/>'), "index 13"),
        (pattern('<fgColor rgb="FFFFFF00"/>', "lightGray"), "FFFF00"),
        ("<gradientFill><stop/></gradientFill>", "gradient"),
        (pattern('<fgColor rgb="FFFFFFFF"/>'), ""),
        (pattern('<fgColor theme="0"/>'), ""),
        (pattern('<fgColor indexed="9"/>'), ""),
        (pattern('<fgColor indexed="1"/>'), ""),
        (pattern('<fgColor indexed="64"/>'), ""),
        (pattern('<fgColor indexed="65"/>'), ""),
        (pattern(""), ""),
        (pattern('<fgColor rgb="FFC6EFCE"/>', "none"), ""),
        (pattern('<fgColor rgb="FFC6EFCE"/>', "gray125"), ""),
        ('<patternFill><fgColor rgb="FFC6EFCE"/></patternFill>', ""),
        ("", ""),
    ],
)
def test_fills(fill: str, colour: str) -> None:
    assert filled(fill) == colour


def test_dates_and_numbers_by_their_format() -> None:
    formats = '<numFmt numFmtId="164" formatCode="d mmmm yyyy"/><numFmt numFmtId="x" formatCode="0"/>'
    found = read(
        row(c("A1", "46154", s="1"), c("B1", "46154", s="2"), c("C1", "7", s="3")),
        styles=styles('numFmtId="164"', 'numFmtId="14"', 'numFmtId="2"', formats=formats),
    )
    assert [cell(found, at).text for at in range(3)] == ["12 May 2026", "12/05/2026", "7.00"]


@pytest.mark.parametrize("index", ["2", "99", "x", "-1"])
def test_a_style_that_is_not_there_is_plain(index: str) -> None:
    found = read(row(c("A1", "46154", s=index)), styles=styles('numFmtId="14"'))
    assert (cell(found).text, looks(cell(found))) == ("46154", [("46154", 0)])


@pytest.mark.parametrize("xf", ['fontId="9" fillId="9"', 'fontId="x" fillId="y" numFmtId="z"', ""])
def test_a_style_of_parts_that_are_not_there_is_plain(xf: str) -> None:
    assert marks("<strike/>", fill=pattern('<fgColor rgb="FF000000"/>'), xf=xf) == Mark.NONE


def test_a_workbook_without_styles() -> None:
    assert cell(read(row(c("A1", "46154", s="1")))).text == "46154"
