"""Texts: escapes, runs, and what only says how to pronounce them."""

import pytest

from hsbdocs.formats.excel.read import read_excel
from hsbdocs.formats.excel.strings import unescaped
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.transcript import Mark
from tests.unit.formats.excel.reads import cell, grid, looks, read, read_parts
from tests.unit.formats.excelfile import c, parts, rich, row, run, shared, sheet, styles, typed, xlsx

STRUCK = "<strike/>"


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x0009_", "\t"),
        ("_x00e9__x00E9_", "éé"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x005F_", "_"),
        ("_x41_", "_x41_"),
        ("_x00410_", "_x00410_"),
        ("_X0041_", "_X0041_"),
        ("x0041", "x0041"),
        ("a_b", "a_b"),
        ("_xD83D__xDE42_!", "🙂!"),
        ("_xd83d__xde42_", "🙂"),
        ("_xD83D__x0041_", "_xD83D_A"),
        ("_xDE42_", "_xDE42_"),
    ],
)
def test_escapes(stored: str, text: str) -> None:
    assert unescaped(stored) == text
    assert text.encode("utf-8"), "half a character cannot be written anywhere"


def test_escapes_in_every_kind_of_text() -> None:
    found = read(
        row(typed("A1", "a_x0041_"), c("B1", "b_x0041_", t="str"), c("C1", "0", t="s"), rich("D1", run("d_x0041_"))),
        sharedStrings=shared("<t>c_x0041_</t>"),
    )
    assert grid(found) == [["aA", "bA", "cA", "dA"]]


def test_lines_of_a_cell_are_paragraphs() -> None:
    found = read(row(typed("A1", "one\ntwo_x000D_\nthree_x000D_four\r\nfive")))
    assert [p.text for p in cell(found).paragraphs] == ["one", "two", "three", "four", "five"]


def test_white_space_is_kept() -> None:
    assert grid(read(row(typed("A1", "  a  b ")))) == [["  a  b "]]


def test_runs_are_joined_and_keep_their_looks() -> None:
    found = read(row(rich("A1", run("was "), run("Monday", STRUCK), run(" Tuesday\nWednesday", "<b/>"))))
    assert looks(cell(found)) == [("was ", 0), ("Monday", Mark.STRUCK), (" Tuesday", 0), ("Wednesday", 0)]
    assert found.marks & Mark.STRUCK


@pytest.mark.parametrize("off", ["0", "false"])
def test_a_look_that_is_turned_off(off: str) -> None:
    assert looks(cell(read(row(rich("A1", run("a", f'<strike val="{off}"/>')))))) == [("a", 0)]


def test_a_run_has_the_look_of_its_cell_unless_it_says_its_own() -> None:
    look = styles('fontId="1"', fonts=[STRUCK])
    found = read(row(rich("A1", run("cell"), run("own", "<b/>"), s="1")), styles=look)
    assert looks(cell(found)) == [("cell", Mark.STRUCK), ("own", 0)]


@pytest.mark.parametrize("colour", ['rgb="FFFFFFFF"', 'rgb="ffffffff"', 'theme="0"', 'indexed="9"', 'indexed="1"'])
def test_white_in_a_run_cannot_be_seen_but_on_a_colour(colour: str) -> None:
    runs = (run("seen"), run("not", f"<color {colour}/>"))
    look = styles('fillId="2"', fills=['<patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill>'])
    found = read(row(rich("A1", *runs), rich("B1", *runs, s="1")), styles=look)
    assert looks(cell(found)) == [("seen", 0), ("not", Mark.WHITE)]
    assert looks(cell(found, 1)) == [("seen", 0), ("not", 0)]


def test_how_to_pronounce_it_is_no_part_of_the_text() -> None:
    item = '<t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/>'
    found = read(row(c("A1", "0", t="s"), typed("B1", "x").replace("</is>", '<rPh sb="0" eb="1"><t>y</t></rPh></is>')),
                 sharedStrings=shared(item))  # fmt: skip
    assert grid(found) == [["課", "x"]]


@pytest.mark.parametrize("index", ["1", "-1", "x", "9999999999"])
def test_a_cell_that_points_to_a_text_that_is_not_there_is_damage(index: str) -> None:
    """A blank cell in its place would be an answer lost without a word."""
    data = xlsx(sheet(row(c("A1", index, t="s"), typed("B1", "b"))), sharedStrings=shared("<t>a</t>"))
    assert read_excel(data) == Why(Unreadable.DAMAGED)


def test_a_workbook_that_lost_its_shared_texts_is_damage() -> None:
    assert read_excel(xlsx(sheet(row(c("A1", "0", t="s"), typed("B1", "b"))))) == Why(Unreadable.DAMAGED)


@pytest.mark.parametrize("value", ["", " "])
def test_a_cell_that_points_to_no_text_is_blank(value: str) -> None:
    assert grid(read(row(c("A1", value, t="s"), typed("B1", "b")), sharedStrings=shared("<t>a</t>"))) == [["b"]]


def test_an_empty_text_is_nothing() -> None:
    found = read_parts(parts(sheet(row('<c r="A1" t="inlineStr"/>', typed("B1", ""), c("C1", "0", t="s"))),
                             sharedStrings=shared("")))  # fmt: skip
    assert found.blocks == ()
