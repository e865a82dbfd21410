"""One sheet: which cells it has, where they stand, and what is in them."""

import pytest

from hsbdocs.formats.excel import sheet as sheet_module
from hsbdocs.formats.excel.read import read_excel
from hsbdocs.formats.excel.sheet import column_number
from hsbdocs.model.arrival import Unreadable
from hsbdocs.model.transcript import Mark
from tests.unit.formats.excel.reads import cell, grid, looks, pictures, read, tables
from tests.unit.formats.excelfile import c, row, sheet, styles, typed, xlsx
from tests.unit.formats.why import kind

COLOURED = styles('fillId="2"', fills=['<patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill>'])


def merged(*areas: str) -> str:
    """The merged cells of a sheet."""
    return f"<mergeCells>{''.join(f'<mergeCell ref={area!r}/>' for area in areas)}</mergeCells>"


# ---- Where cells stand ------------------------------------------------------------------------------


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("az", 51), ("XFD", 16383)])
def test_columns_by_their_letters(letters: str, number: int) -> None:
    assert column_number(letters) == number


def test_cells_stand_where_their_names_say() -> None:
    rows = (row(typed("A1", "a"), typed("C1", "c"), r="1"), row(typed("B4", "b"), r="4"))
    assert grid(read(*rows)) == [["a", "", "c"], ["", "b", ""]]


def test_without_names_they_follow_one_another() -> None:
    rows = (row(typed("", "a").replace(' r=""', ""), c("", "1"), c("D1", "2"), c("", "3")), row(c("", "4"), c("", "5")))
    assert grid(read(*rows)) == [["a", "1", "2", "3"], ["4", "5", "", ""]]


def test_a_size_that_the_sheet_claims_is_not_trusted() -> None:
    found = read(row(typed("B2", "b"), r="2", more='spans="1:1"'), before='<dimension ref="A1"/>')
    assert grid(found) == [["b"]]


def test_columns_and_rows_in_which_nothing_stands_are_left_out() -> None:
    rows = (row(typed("A1", "a"), typed("B1", "  "), c("D1"), typed("XFD1", "z"), r="1"), row(c("A2"), r="1048576"))
    assert grid(read(*rows, styles=COLOURED)) == [["a", "z"]]


def test_hidden_rows_and_columns_count() -> None:
    rows = (row(typed("A1", "a"), more='hidden="1"'), row(typed("A2", "b")))
    assert grid(read(*rows, before='<cols><col min="1" max="1" hidden="1"/></cols>')) == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("columns", "more", "hidden"),
    [
        ("", "", False),
        ("", 'hidden="1"', True),
        ("", 'hidden="true"', True),
        ("", 'hidden="0"', False),
        ("", 'ht="0" customHeight="1"', True),
        ("", 'ht="0.00"', True),
        ("", 'ht="0.75"', False),
        ('<col min="2" max="2" width="0"/>', "", True),
        ('<col min="1" max="1" hidden="1"/>', "", False),  # nothing stands in it
        ('<col min="2" max="2" hidden="1"/>', "", True),
        ('<col min="1" max="3" hidden="true"/>', "", True),
        ('<col min="3" max="16384" hidden="1"/>', "", False),
        ('<col min="2" max="2" hidden="0"/><col min="3" max="3" hidden="1"/>', "", False),
        ('<col min="x" max="2" hidden="1"/>', "", False),
    ],
)
def test_a_sheet_says_that_something_in_it_is_hidden(columns: str, more: str, hidden: bool) -> None:
    """Row 1 holds nothing but a blank cell; row 2 holds something in column B."""
    rows = (row(c("A1"), r="1", more='hidden="1"'), row(typed("B2", "b"), r="2", more=more))
    found = read(*rows, before=f"<cols>{columns}</cols>" if columns else "")
    assert [table.hidden for table in tables(found)] == [hidden]


def test_a_blank_sheet_is_no_table() -> None:
    assert read(row(c("A1", s="1"), c("B1")), styles=COLOURED).blocks == ()


def test_a_sheet_that_would_take_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows of three columns, and the blank one that ends them, are eight cells."""
    data = xlsx(sheet(row(typed("A1", "a"), typed("B1", "b"), r="1"), row(typed("C2", "c"), r="2")))
    monkeypatch.setattr(sheet_module, "_MOST_CELLS", 8)
    assert kind(read_excel(data)) is not Unreadable.TOO_LARGE
    monkeypatch.setattr(sheet_module, "_MOST_CELLS", 7)
    assert kind(read_excel(data)) is Unreadable.TOO_LARGE


def test_cells_on_a_diagonal_are_too_many() -> None:
    letters = [chr(65 + n // 26) + chr(65 + n % 26) for n in range(676)]
    rows = [row(c(f"{name}{n}", "1"), r=str(n)) for n, name in enumerate(letters, 1)]
    assert kind(read_excel(xlsx(sheet(*rows)))) is Unreadable.TOO_LARGE


def test_cells_of_one_name_are_both_kept() -> None:
    assert grid(read(row(typed("A1", "a"), typed("A1", "b"), typed("B1", "c")))) == [["a\nb", "c"]]


# ---- Merged cells -----------------------------------------------------------------------------------


def test_cells_merged_with_the_one_above_say_so() -> None:
    rows = (row(typed("A1", "a"), typed("B1", "b"), r="1"), row(typed("A2", "c"), c("B2"), r="2"))
    table = tables(read(*rows, after=merged("B1:B2")))[0]
    assert [[each.continued for each in line] for line in table.rows] == [[False] * 3, [False, True, False]]


@pytest.mark.parametrize("area", ["A1:B2", "$A$1:$B$2", "a1:b2"])
def test_an_area_of_both_ways(area: str) -> None:
    rows = (row(typed("A1", "a"), typed("B1", "b"), r="1"), row(typed("A2", "c"), typed("B2", "d"), r="2"))
    table = tables(read(*rows, after=merged(area)))[0]
    assert [each.continued for each in table.rows[1]] == [True, True, False]
    assert [each.text for each in table.rows[1]] == ["c", "d", ""]


def test_a_coloured_cell_merged_with_the_one_above_says_so_too() -> None:
    rows = (row(typed("A1", "a"), typed("B1", "b"), r="1"), row(typed("A2", "c"), c("B2", s="1"), r="2"))
    below = tables(read(*rows, after=merged("B1:B2"), styles=COLOURED))[0].rows[1][1]
    assert (below.continued, below.fill) == (True, "FF0000")


def test_cells_merged_with_those_beside_them_are_no_doubt() -> None:
    rows = (row(typed("A1", "a"), c("B1"), r="1"), row(typed("A2", "c"), typed("B2", "d"), r="2"))
    table = tables(read(*rows, after=merged("A1:B1")))[0]
    assert not any(each.continued for line in table.rows for each in line)


@pytest.mark.parametrize("area", ["", "A1", "A1:B2:C3", "B2:A1", "A:B"])
def test_an_area_that_is_none(area: str) -> None:
    rows = (row(typed("A1", "a"), r="1"), row(typed("A2", "b"), r="2"))
    assert not any(line[0].continued for line in tables(read(*rows, after=merged(area)))[0].rows)


def test_a_merged_area_without_end() -> None:
    assert kind(read_excel(xlsx(sheet(row(typed("A1", "a")), after=merged("A1:XFD1048576"))))) is Unreadable.TOO_LARGE
    assert kind(read_excel(xlsx(sheet(row(typed("A1", "a")), after=merged("A1:A20000"))))) is not Unreadable.TOO_LARGE


# ---- What is in them --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "value", "kind", "text"),
    [
        ("1+1", "2", "", "=1+1"),
        ("A2&amp;B2", "abc", "str", "=A2&B2"),
        ("A2", "1", "b", "=A2"),
        ("NA()", "#N/A", "e", "=NA()"),
        ("TODAY()", "", "", "=TODAY()"),
        ('<f t="array" ref="A1">SUM(B1:B2)</f>', "3", "", "=SUM(B1:B2)"),
        ('<f t="shared" ref="A1:A9" si="0">B1</f>', "3", "", "=B1"),
        ('<f t="shared" si="0"/>', "3", "", "= (a formula that it shares with other cells)"),
        ('<f t="dataTable" ref="A1" r1="B1"/>', "3", "", "= (a formula that it shares with other cells)"),
    ],
)
def test_a_formula_is_shown_and_not_its_result(formula: str, value: str, kind: str, text: str) -> None:
    found = read(row(c("A1", value, t=kind, f=formula)))
    assert looks(cell(found)) == [(text, Mark.COMPUTED)]
    assert cell(found).serial == ""
    assert found.marks & Mark.COMPUTED


def test_a_formula_in_the_style_of_its_cell() -> None:
    found = read(row(c("A1", "2", s="1", f="1+1")), styles=styles('fontId="1"', fonts=["<strike/>"]))
    assert looks(cell(found)) == [("=1+1", Mark.COMPUTED | Mark.STRUCK)]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("1", "b", "TRUE"),
        ("true", "b", "TRUE"),
        ("0", "b", "FALSE"),
        ("", "b", "FALSE"),
        ("#DIV/0!", "e", "#DIV/0!"),
        ("12", "n", "12"),
        ("12", "", "12"),
        ("1.5E+3", "", "1500"),
        ("abc", "n", "abc"),
        ("nan", "n", "nan"),
        ("inf", "", "inf"),
        ("0012", "str", "0012"),
        ("2026-05-12", "d", "2026-05-12"),
        ("2026-05-12T00:00:00", "d", "2026-05-12"),
        ("2026-05-12T00:00:00.000Z", "d", "2026-05-12"),
        ("2026-05-12T00:00Z", "d", "2026-05-12"),
        ("2026-05-12Z", "d", "2026-05-12"),
        ("2026-05-12T13:30:00Z", "d", "2026-05-12T13:30:00"),
        ("2026-05-12T00:00:01", "d", "2026-05-12T00:00:01"),
    ],
)
def test_values_of_every_type(value: str, kind: str, text: str) -> None:
    assert looks(cell(read(row(c("A1", value, t=kind))))) == [(text, 0)]


def test_numbers_that_lost_figures_say_so() -> None:
    found = read(row(c("A1", "1234567890123450"), c("B1", "123456789012345"), c("C1", "1.5E+300")))
    assert [looks(cell(found, at))[0][1] for at in range(3)] == [Mark.ROUNDED, 0, Mark.ROUNDED]
    assert cell(found, 1).text == "123456789012345"


def test_a_number_that_counts_to_a_date_has_it_beside_it() -> None:
    found = read(row(c("A1", "46154"), c("B1", "46154", s="1"), c("C1", "5")), styles=styles('numFmtId="14"'))
    assert [(cell(found, at).text, cell(found, at).serial) for at in range(3)] == [
        ("46154", "2026-05-12"),
        ("12/05/2026", "2026-05-12"),
        ("5", ""),
    ]


def test_an_image_in_a_cell_is_a_picture_and_nothing_else_of_it_is_read() -> None:
    found = read(row(typed("A1", "a"), c("B1", "#VALUE!", t="e", more='vm="1"')))
    assert grid(found) == [["a", ""]]
    assert (pictures(found), found.marks) == (1, Mark.DRAWN)


def test_a_colour_is_kept_where_its_column_says_something() -> None:
    found = read(row(c("A1", s="1"), typed("B1", "b")), row(typed("A2", "a")), styles=COLOURED)
    assert (cell(found).fill, cell(found).text, cell(found, 1).fill) == ("FF0000", "", "")
