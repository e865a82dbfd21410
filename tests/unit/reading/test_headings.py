"""Headings of columns: what names Yes and No, and which rows it counts for."""

import pytest

from hsbdocs.model.transcript import Cell, Table
from hsbdocs.reading.columns import names_yes_or_no, read_heading
from hsbdocs.reading.find import find_rows
from hsbdocs.reading.rows import Foreign, PlacedRow
from tests.unit.reading.sheets import PUBLISHED, Sheet, cell

A4, A5 = (PUBLISHED.row_of[f"actions.{name}.answer"].label for name in ("referral", "saved"))
_PLAIN = ("Action Taken", "Yes", "No", "Further details")


def names(*texts: str, spans: dict[int, int] | None = None) -> tuple[str, ...] | None:
    """The names of the columns, by cells that may take up several."""
    cells = [Cell(cell(text).blocks, span=(spans or {}).get(number, 1)) for number, text in enumerate(texts)]
    heading = read_heading(cells)
    return heading.names if heading else None


@pytest.mark.parametrize("name", ["yes", "y", "no", "n", "yes no", "yes or no", "y n", ""])
def test_a_name_that_says_yes_or_no_and_nothing_else(name: str) -> None:
    assert names_yes_or_no(name)


@pytest.mark.parametrize("name", ["yes please", "details", "yesno", "or what", "not"])
def test_a_name_that_says_more(name: str) -> None:
    assert not names_yes_or_no(name)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Action", "Yes", "No", "Details"), ("action", "yes", "no", "details")),
        (("Action", "N", "Y", "Details"), ("action", "no", "yes", "details")),
        (("Action", "Yes (please tick)", "No (please tick)", "Details"), ("action", "yes", "no", "details")),
        (("Action", "Tak / Yes", "Nie / No", "Details"), ("action", "yes", "no", "details")),
        (("Action", "Yes", "No", "If yes, details"), ("action", "yes", "no", "if yes details")),
        (("Action", "Yes", "No", "No because"), ("action", "yes", "no", "no because")),
        (("Action", "Yes", "No", "N/A", "Details"), ("action", "yes", "no", "n a", "details")),
        (("Action", "Yes/No", "Details"), ("action", "yes no", "details")),
        (("Action", "No or yes", "Details"), ("action", "yes no", "details")),
    ],
)
def test_a_heading_with_yes_and_no(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert names(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("Action", "Yes", "Details"),
        ("Action", "No", "Details"),
        ("Action", "Yes", "N/A", "Details"),
        ("Action", "Yes", "Yes", "No"),
        ("Action", "Yes", "No", "No"),
        ("Action", "Yes/No", "Yes", "Details"),
        ("Action", "Yes/No", "No/Yes", "Details"),
        ("Action", "Yes if it is known", "No if it is known", "Details"),
        ("Action", "Details yes or no"),
        (),
    ],
)
def test_a_row_that_is_no_heading_of_yes_and_no(texts: tuple[str, ...]) -> None:
    assert names(*texts) is None


def test_one_cell_over_several_columns() -> None:
    assert names("Action", "Yes/No", "Details", spans={0: 2, 1: 2}) == ("action", "action", "yes", "no", "details")
    assert names("Action", "No/Yes", "Details", spans={1: 2}) == ("action", "no", "yes", "details")
    assert names("Action", "Yes/No", "Details", spans={1: 3}) is None
    assert names("Action", "Yes", "No", "Details", spans={0: 2, 3: 2}) == (
        *("action", "action", "yes", "no", "details", "details"),
    )


def rows(*tables: tuple[tuple[str, ...], ...]) -> list[PlacedRow | Foreign]:
    """What is found in tables of these rows."""
    made = [Table(tuple(tuple(map(cell, row)) for row in table)) for table in tables]
    items = find_rows(Sheet().transcript(tuple(made)), PUBLISHED)
    return [item for item in items if isinstance(item, PlacedRow | Foreign)]


def read(item: PlacedRow | Foreign) -> tuple[list[str], bool]:
    """The text of the answer's cells of a row, and whether it is known which is which."""
    assert isinstance(item, PlacedRow)
    return [each.text for each in item.answers], item.headed


TURNED = ("Action Taken", "No", "Yes", "Further details")


def test_a_heading_counts_for_a_table_below_without_one() -> None:
    first, second = rows((TURNED, (A4, "n", "y", "d")), ((A5, "n", "y", "d"),))
    assert read(first) == read(second) == (["y", "n", "d"], True)


def test_but_not_for_one_with_another_number_of_columns() -> None:
    assert read(rows((TURNED, (A4, "n", "y", "d")), ((A5, "n", "y", "d", "e"),))[1])[1] is False


def test_nor_for_one_with_a_heading_that_is_not_understood() -> None:
    _, heading, second = rows((TURNED, (A4, "n", "y", "d")), (("Action", "Nie", "Tak", "x"), (A5, "n", "y", "d")))
    assert heading == Foreign(tuple(map(cell, ("Action", "Nie", "Tak", "x"))))
    assert read(second) == (["n", "y", "d"], False)


def test_a_title_in_a_row_of_its_own_is_no_heading() -> None:
    for title in (("Actions", "", "", " "), ("Actions", "x", "", "")):
        items = rows((TURNED, (A4, "n", "y", "d")), (title, (A5, "n", "y", "d")))
        assert read(items[-1]) == (["y", "n", "d"], True)


def test_a_heading_that_is_not_understood_counts_for_its_table_alone() -> None:
    odd = ("Action", "Nie", "Tak", "x")
    items = rows((TURNED, (A4, "n", "y", "d")), (odd,), ((A5, "n", "y", "d"),))
    assert read(items[-1]) == (["y", "n", "d"], True)
    items = rows((TURNED, (A4, "n", "y", "d")), (odd, ("a", "b"), (A5, "n", "y", "d")))
    assert read(items[-1]) == (["n", "y", "d"], False)


def test_the_heading_again_on_the_next_page() -> None:
    items = rows((_PLAIN, (A4, "y", "n", "d"), _PLAIN, (A5, "y", "n", "d")))
    assert [read(item) for item in items] == [(["y", "n", "d"], True)] * 2


def test_another_heading_below_a_row_is_a_row_of_somebody_else() -> None:
    items = rows((_PLAIN, (A4, "y", "n", "d"), TURNED, (A5, "y", "n", "d")))
    assert items[1] == Foreign(tuple(map(cell, TURNED)))
