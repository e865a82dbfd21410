"""Which cell stands below Yes, below No and below the details."""

from collections.abc import Sequence

import pytest

from hsbdocs.model.transcript import Cell
from hsbdocs.reading.columns import Columns, Heading, by_heading, read_heading
from tests.unit.reading.sheets import cell

REF, LABEL, YES, NO, DETAILS, DATE = (cell(text) for text in ("A4", "the label", "y-cell", "n-cell", "where", "today"))


def by_header(names: Sequence[str], cells: Sequence[Cell], label: int) -> Columns:
    """The row's cells by a heading of these names."""
    return by_heading(Heading(tuple(names)), cells, label)


def wide(found: Cell, span: int) -> Cell:
    """The cell over several columns."""
    return Cell(found.blocks, span=span)


@pytest.mark.parametrize(
    ("names", "cells", "label"),
    [
        ("ref|action|yes|no|further details", (REF, LABEL, YES, NO, DETAILS), 1),
        ("action|yes|no|further details", (LABEL, YES, NO, DETAILS), 0),
        ("action|no|yes|further details", (LABEL, NO, YES, DETAILS), 0),
        ("action|details|no|yes", (LABEL, DETAILS, NO, YES), 0),
        ("action|action|yes|no|details|details", (wide(LABEL, 2), YES, NO, wide(DETAILS, 2)), 0),
        ("action|yes|no|comments", (LABEL, YES, NO, DETAILS), 0),
    ],
)
def test_each_answer_by_the_name_of_its_column(names: str, cells: tuple[Cell, ...], label: int) -> None:
    found = by_header(names.split("|"), cells, label)
    assert [each.text for each in found.answers] == ["y-cell", "n-cell", "where"]
    assert (found.extra, found.merged) == ((), False)


@pytest.mark.parametrize(
    ("names", "cells", "name"),
    [
        ("action|date|yes|no|details", (LABEL, DATE, YES, NO, DETAILS), "date"),
        ("action|yes|no|details|by whom", (LABEL, YES, NO, DETAILS, DATE), "by whom"),
        ("action|yes|no|details|", (LABEL, YES, NO, DETAILS, DATE), "without a name"),
        ("action|yes|no|details|by whom|when", (LABEL, YES, NO, DETAILS, wide(DATE, 2)), "by whom when"),
        ("action|yes|no|details|by whom|when", (LABEL, YES, NO, wide(DETAILS, 2), DATE), "when"),
        ("action|yes|no|details||", (LABEL, YES, NO, DETAILS, wide(DATE, 2)), "without a name"),
        ("action|yes|no|details||when", (LABEL, YES, NO, DETAILS, wide(DATE, 2)), "when"),
    ],
)
def test_other_columns_are_kept_apart_with_their_name(names: str, cells: tuple[Cell, ...], name: str) -> None:
    assert by_header(names.split("|"), cells, 0).extra == ((name, DATE if DATE in cells else cells[-1]),)
    assert by_header(names.split("|"), cells, 0).answers[:2] == (YES, NO)
    assert len(by_header(names.split("|"), cells, 0).answers) == 3


def test_without_a_column_of_details_all_the_others_are_read_as_such() -> None:
    found = by_header(("action", "yes", "no", "comments", "date"), (LABEL, YES, NO, DETAILS, DATE), 0)
    assert found == Columns((YES, NO, DETAILS, DATE))


def test_one_column_for_both() -> None:
    assert by_header(("action", "yes no", "details"), (LABEL, YES, DETAILS), 0) == Columns((YES, DETAILS), merged=True)


def test_one_cell_over_both_columns() -> None:
    both = wide(YES, 2)
    assert by_header(("action", "yes", "no", "details"), (LABEL, both, DETAILS), 0) == Columns(
        (both, DETAILS), merged=True
    )


@pytest.mark.parametrize("cells", [(LABEL, YES, NO), (LABEL, YES, NO, DETAILS, DATE), (LABEL,)])
@pytest.mark.parametrize("names", ["action|yes|no|details", "action|no|yes|details", "action|yes no|details|date"])
def test_cells_that_do_not_fit_the_heading_cannot_be_told_apart(names: str, cells: tuple[Cell, ...]) -> None:
    found = by_header(names.split("|"), cells, 0)
    assert [each.text for each in found.answers] == ["\n".join(each.text for each in cells[1:])]
    assert (found.merged, found.known) == (False, False)


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        (("yes", "action", "no", "details"), (YES, LABEL, NO, DETAILS)),
        (("no", "action", "yes", "details"), (NO, LABEL, YES, DETAILS)),
        (("ref", "yes", "no", "details"), (REF, LABEL, NO, DETAILS)),
        (("ref", "no", "yes", "details"), (REF, LABEL, NO, DETAILS)),
    ],
)
def test_a_column_over_the_label_cannot_be_told(names: tuple[str, ...], cells: tuple[Cell, ...]) -> None:
    found = by_header(names, cells, 1)
    assert [each.text for each in found.answers] == ["\n".join(each.text for each in cells[2:])]
    assert not found.merged
    assert not found.known


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Action Taken|Yes|No|Further details", "action taken|yes|no|further details"),
        ("Action|Y|N|Details", "action|yes|no|details"),
        ("Action|No|Yes|Details", "action|no|yes|details"),
        ("Action|No (tick)|Yes (tick)|Details", "action|no|yes|details"),
        ("Action|Nie / No|Tak / Yes|Details", "action|no|yes|details"),
        ("Action|N/A|Yes|No|Details", "action|n a|yes|no|details"),
        ("Action|Yes|No|Details of yes or no", "action|yes|no|details of yes or no"),
        ("Action|Yes/No|Details", "action|yes no|details"),
        ("Action|Y/N|Details", "action|yes no|details"),
        ("Action|Date|Yes|No", "action|date|yes|no"),
    ],
)
def test_a_heading(heading: str, names: str) -> None:
    found = read_heading([cell(text) for text in heading.split("|")])
    assert found is not None
    assert found.names == tuple(names.split("|"))


@pytest.mark.parametrize(("text", "names"), [("Yes / No", ("yes", "no")), ("No / Yes", ("no", "yes"))])
def test_one_cell_of_a_heading_over_both_columns(text: str, names: tuple[str, str]) -> None:
    found = read_heading([LABEL, wide(cell(text), 2), DETAILS])
    assert found is not None
    assert found.names == ("the label", *names, "where")
    assert read_heading([LABEL, wide(cell(text), 3), DETAILS]) is None
    after = read_heading([wide(LABEL, 2), wide(cell(text), 2), wide(DETAILS, 2)])
    assert after is not None
    assert after.names == ("the label", "the label", *names, "where", "where")
    single = read_heading([wide(LABEL, 2), cell(text), DETAILS])
    assert single is not None
    assert single.names == ("the label", "the label", "yes no", "where")
    assert single.one_column
    assert not after.one_column


@pytest.mark.parametrize(
    "heading",
    ["Action|Done|Outstanding|Details", "Action|Yes|Details", "Action|No|Details", "Action|Yes|Yes|No",
     "Action|Yes|No|No", "Yes or no|Yes or no",
     "Action|Yes / No|No|Details", "Is there anybody who says yes to it|No", ""],
)  # fmt: skip
def test_no_heading(heading: str) -> None:
    assert read_heading([cell(text) for text in heading.split("|")]) is None
