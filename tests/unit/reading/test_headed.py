"""Columns are known by their headings, wherever they stand; what cannot be told is not read."""

from __future__ import annotations

import msgspec
import pytest

from hsbdocs.model.transcript import Cell, Paragraph, Table
from hsbdocs.reading.headed import BESIDE, headed, holds_two, one_answer
from hsbdocs.reading.rows import HeadedRow
from tests.unit.reading.grids import CHECKLIST, CRITERIA, EVIDENCE, HEADINGS, RATING, Grid, filled
from tests.unit.reading.sheets import SMALL, cell, para


def table(*rows: tuple[str, ...] | list[str]) -> Table:
    """A table of texts; each line of a cell is a paragraph."""
    return Table(tuple(tuple(cell(*text.split("\n")) for text in row) for row in rows))


def texts(row: HeadedRow) -> list[str]:
    """The texts of a row in the form's order."""
    return [each.text for each in row.cells]


def extra(row: HeadedRow) -> list[tuple[str, str]]:
    """What stands in other columns, by their names."""
    return [(name, each.text) for name, each in row.extra]


ANSWERS = ["R1", "Kind", "h", "p", "x", "rating", "evidence"]


def by(heading: list[str], *rows: list[str]) -> list[HeadedRow]:
    """The rows below a heading."""
    found = headed(table(heading, *rows), CHECKLIST)
    assert found.heading == 0
    return list(found.rows[1:])


# ---- Which row is the heading ------------------------------------------------------------------------


def test_the_heading_may_stand_below_other_rows_and_counts_for_them_too() -> None:
    found = headed(filled().table(), CHECKLIST)
    assert found.heading == 6
    assert found.reworded == ()
    assert [row.names for row in found.rows] == [tuple(HEADINGS)] * len(found.rows)


def test_a_table_without_a_heading_stays_as_it_is() -> None:
    plain = table(ANSWERS, ["R2", "x"])
    found = headed(plain, CHECKLIST)
    assert (found.heading, found.rows) == (-1, tuple(HeadedRow(row) for row in plain.rows))
    assert headed(table(HEADINGS), SMALL) == headed(table(HEADINGS), msgspec.structs.replace(CHECKLIST, sections=()))


@pytest.mark.parametrize(("count", "is_heading"), [(3, False), (4, True), (7, True)])
def test_most_of_the_headings_must_be_there(count: int, is_heading: bool) -> None:
    """Seven columns: four are more than half."""
    assert (headed(table(HEADINGS[:count]), CHECKLIST).heading == 0) is is_heading
    assert (headed(table(HEADINGS[-count:]), CHECKLIST).heading == 0) is is_heading


def test_half_of_the_headings_are_enough() -> None:
    section = msgspec.structs.replace(CRITERIA, columns=tuple(HEADINGS[:4]))
    four = msgspec.structs.replace(CHECKLIST, sections=(section,))
    assert headed(table(HEADINGS[:2]), four).heading == 0
    assert headed(table(HEADINGS[:1]), four).heading == -1
    assert holds_two(table([*HEADINGS[:2], *HEADINGS[:2]]), four)


def test_the_fullest_row_is_the_heading_and_of_two_the_first() -> None:
    assert headed(table(HEADINGS[:5], HEADINGS, HEADINGS), CHECKLIST).heading == 1
    assert headed(table(HEADINGS, HEADINGS[:5]), CHECKLIST).heading == 0


def test_a_fuller_row_whose_headings_stand_twice_is_no_better() -> None:
    doubled = [*HEADINGS, *HEADINGS[:4]]
    assert headed(table(doubled, HEADINGS[:5]), CHECKLIST).heading == 1


@pytest.mark.parametrize("spell", [str.upper, str.lower, lambda text: f" {text}: ", lambda text: f"{text}\n"])
def test_capitals_and_signs_do_not_matter(spell: object) -> None:
    assert callable(spell)
    (row,) = by([spell(name) for name in HEADINGS], ANSWERS)
    assert (texts(row), row.names) == (ANSWERS, tuple(HEADINGS))


# ---- Columns moved, put in, missing, doubled ---------------------------------------------------------


@pytest.mark.parametrize("order", [(6, 5, 4, 3, 2, 1, 0), (0, 1, 6, 5, 2, 3, 4), (5, 0, 1, 2, 3, 4, 6)])
def test_columns_that_were_moved(order: tuple[int, ...]) -> None:
    (row,) = by([HEADINGS[at] for at in order], [ANSWERS[at] for at in order])
    assert texts(row) == ANSWERS
    assert [each.text for each in row.beside] == [ANSWERS[at] for at in order]
    assert extra(row) == []
    assert [each.text for each in row.all] == ANSWERS


def test_columns_that_were_put_in_are_kept_apart_by_their_names() -> None:
    heading = ["No.", *HEADINGS[:2], "", *HEADINGS[2:], "Agreed by\nmanager"]
    (row,) = by(heading, ["1", *ANSWERS[:2], "y", *ANSWERS[2:], "z"])
    assert texts(row) == ANSWERS
    assert extra(row) == [("No.", "1"), ("without a name", "y"), ("Agreed by", "z")]
    assert [each.text for each in row.beside] == ANSWERS
    assert [each.text for each in row.all] == [*ANSWERS, "1", "y", "z"]


def test_a_row_longer_than_its_heading() -> None:
    (row,) = by(HEADINGS, [*ANSWERS, "more"])
    assert extra(row) == [("without a name", "more")]


def test_a_row_shorter_than_its_heading() -> None:
    (row,) = by(["New", *HEADINGS], ["n", "R1", "Kind"])
    assert (texts(row), extra(row)) == (["R1", "Kind"], [("New", "n")])


@pytest.mark.parametrize("missing", HEADINGS)
def test_a_column_that_is_missing(missing: str) -> None:
    kept = [name for name in HEADINGS if name != missing]
    (row,) = by(kept, [name.lower() for name in kept])
    assert row.names == tuple(kept)
    assert texts(row) == [name.lower() for name in kept]


def test_a_heading_that_stands_twice_is_nobody_s() -> None:
    (row,) = by([*HEADINGS, "Rating"], [*ANSWERS, "other"])
    assert "Rating" not in row.names
    assert extra(row) == [("Rating", "rating"), ("Rating", "other")]


# ---- Headings that were reworded ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Evidence", "Evidence (not evaluative)"),
        ("Rating", "Ratings"),
        ("Evidence", "Evidence's"),
        ("Problematic", "Problematic (amber)"),
        ("Criterion", "Criterion\n(see 3.2)"),
    ],
)
def test_a_heading_that_was_changed_a_little(old: str, new: str) -> None:
    found = headed(table([new if name == old else name for name in HEADINGS], ANSWERS), CHECKLIST)
    assert found.reworded == (old,)
    assert texts(found.rows[1]) == ANSWERS
    assert found.rows[1].names == tuple(HEADINGS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Evidence", "Comments"),
        ("Evidence", "Evidnce"),
        ("Evidence", "The evidence"),
        ("Rating", "Your rating"),
        ("Evidence", "Evidence or rating"),
        ("Evidence", "No evidence"),
        ("Rating", "Score"),
        ("Rating", "Previous rating"),
        ("Healthy", "Unhealthy"),
        ("Healthy", "Green"),
        ("Evidence", ""),
    ],
)
def test_a_heading_that_was_changed_further(old: str, new: str) -> None:
    found = headed(table([new if name == old else name for name in HEADINGS], ANSWERS), CHECKLIST)
    assert found.reworded == ()
    assert old not in found.rows[1].names
    assert extra(found.rows[1]) == [(new or "without a name", ANSWERS[HEADINGS.index(old)])]


def test_two_that_could_be_it_are_neither() -> None:
    heading = [*HEADINGS[:EVIDENCE], "Evidence (school)", "Evidence (home)"]
    (row,) = by(heading, [*ANSWERS, "home"])
    assert "Evidence" not in row.names
    assert extra(row) == [("Evidence (school)", "evidence"), ("Evidence (home)", "home")]


def test_a_heading_that_is_there_as_printed_goes_before_one_that_is_like_it() -> None:
    (row,) = by([*HEADINGS, "Evidence (home)"], [*ANSWERS, "home"])
    assert texts(row) == ANSWERS
    assert extra(row) == [("Evidence (home)", "home")]


# ---- Two forms side by side --------------------------------------------------------------------------


def test_two_forms_side_by_side() -> None:
    assert holds_two(table(["x"], [*HEADINGS, *HEADINGS]), CHECKLIST)
    assert holds_two(table([*HEADINGS, "", *HEADINGS[:4]]), CHECKLIST)
    assert not holds_two(table([*HEADINGS, "", *HEADINGS[:3]]), CHECKLIST)
    assert not holds_two(table(HEADINGS, HEADINGS), CHECKLIST)
    assert not holds_two(table([*HEADINGS, *HEADINGS]), SMALL)


# ---- The one answer of a row above the table ---------------------------------------------------------


DETAIL = next(row for row in CHECKLIST.rows if row.key == "D1")


def one(*cells: str | Cell, order: tuple[int, ...] = (0, 1, 2, 3)) -> tuple[list[str], list[tuple[str, str]]]:
    """The answer's cells, and those that are kept apart; ``order`` is how the columns stand in the file."""
    made = tuple(cell(each) if isinstance(each, str) else each for each in cells)
    row = HeadedRow(made, (), tuple(made[at] for at in order), tuple(HEADINGS[: len(made)]))
    found = one_answer(row, 1, DETAIL)
    return [each.text for each in found.answers], [(name, each.text) for name, each in found.extra]


def test_the_cell_behind_the_label_is_the_answer() -> None:
    assert one("D1", "Name", "Amber", "") == (["Amber"], [])
    assert one("D1", "Name", "", "") == ([""], [])


def test_or_the_only_one_that_holds_something() -> None:
    assert one("D1", "Name", " ", "Amber") == (["Amber"], [])


def test_a_picture_is_something() -> None:
    picture = Cell((Paragraph((), pictures=1), Paragraph(())))
    row = HeadedRow((cell("D1"), cell("Name"), cell(""), picture), (), (), tuple(HEADINGS[:4]))
    assert one_answer(row, 1, DETAIL).answers == (picture,)
    assert one("D1", "Name", picture, "seen") == (["\n"], [(BESIDE, "seen")])


def test_what_stands_in_others_is_kept_apart() -> None:
    assert one("D1", "Name", "Amber", "seen") == (["Amber"], [(BESIDE, "seen")])


def test_the_row_s_own_ref_is_no_answer_wherever_it_stands() -> None:
    """As where somebody moved the refs behind the labels."""
    assert one("", "Name", "D1", "Amber") == (["Amber"], [])
    assert one("", "Name", "d1 ", "") == ([""], [])
    assert one("", "Name", "Amber", "D1") == (["Amber"], [])
    assert one("", "Name", "D2", "") == (["D2"], [])


def test_where_columns_were_moved_all_are_taken_and_leave_a_doubt() -> None:
    assert one("D1", "Name", "Amber", "seen", order=(0, 2, 1, 3)) == (["Amber", "seen"], [])
    assert one("D1", "Name", "Amber", "seen", order=(2, 3, 0, 1)) == (["Amber", "seen"], [])
    assert one("D1", "Name", "Amber", "seen", order=(2, 0, 1, 3)) == (["Amber", "seen"], [])


def test_beside_the_label_is_enough_wherever_both_were_moved() -> None:
    assert one("D1", "Name", "Amber", "seen", order=(0, 3, 1, 2)) == (["Amber"], [(BESIDE, "seen")])


def test_nothing_behind_the_label_and_several_further_on() -> None:
    row = HeadedRow(tuple(cell(text) for text in ("D1", "Name", "", "a", "b")), (), (), tuple(HEADINGS[:5]))
    row = msgspec.structs.replace(row, beside=row.cells)
    assert [each.text for each in one_answer(row, 1, DETAIL).answers] == ["", "a", "b"]


def test_a_row_that_ends_at_its_label() -> None:
    assert one("D1", "Name", order=(0, 1)) == ([], [])


def test_the_grid_itself() -> None:
    """What these tests start from is the form as released."""
    assert [name.text for name in Grid().heading[:7]] == list(CRITERIA.columns)
    assert HEADINGS[RATING] == "Rating"
    assert para("x").text == "x"
