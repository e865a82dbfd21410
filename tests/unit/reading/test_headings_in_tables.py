"""Which heading counts for which rows, through tables of a file; labels that are not seen."""

from __future__ import annotations

import pytest

from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span, Table, Transcript
from hsbdocs.reading.find import find_rows
from hsbdocs.reading.rows import Foreign, Item, PlacedRow
from tests.unit.reading.sheets import PUBLISHED, RELEASED, cell, para

LABELS = [row.label for row in PUBLISHED.rows if row.key in ("A1", "A2", "A3")]
SWAPPED = ("Action Taken", "No", "Yes", "Further details")
ODD = ("Action Taken", "Outstanding", "Done", "Further details")


def action(number: int) -> tuple[str, ...]:
    """A row of the actions, each cell with a text of its own."""
    return (LABELS[number], "first", "second", "third")


def items(*tables: list[tuple[str, ...]], published: bool = True) -> list[Item]:
    """Everything found in these tables."""
    blocks = [Table(tuple(tuple(cell(text) for text in row) for row in table)) for table in tables]
    return find_rows(Transcript(tuple(blocks), ()), PUBLISHED if published else RELEASED)


def answers(found: list[Item]) -> list[tuple[list[str], bool]]:
    """The answers of each row found, in the form's order, and whether it is known which is which."""
    return [([each.text for each in i.answers], i.headed) for i in found if isinstance(i, PlacedRow)]


AS_SWAPPED = (["second", "first", "third"], True)
UNKNOWN = (["first", "second", "third"], False)


def test_the_heading_of_the_table() -> None:
    assert answers(items([SWAPPED, action(0), action(1)])) == [AS_SWAPPED, AS_SWAPPED]


def test_the_same_heading_again_is_passed_over_and_another_is_none() -> None:
    found = items([SWAPPED, action(0), SWAPPED, action(1)])
    assert answers(found) == [AS_SWAPPED, AS_SWAPPED]
    assert len(found) == 2
    other = ("Parents told?", "Yes", "No", "")
    found = items([SWAPPED, action(0), other, action(1)])
    assert answers(found) == [AS_SWAPPED, AS_SWAPPED]
    assert [item for item in found if isinstance(item, Foreign)] == [Foreign(tuple(cell(text) for text in other))]


def test_a_table_that_goes_on_has_the_heading_of_the_one_before() -> None:
    assert answers(items([SWAPPED, action(0)], [action(1)], [action(2)])) == [AS_SWAPPED] * 3
    wider = (*action(1), "fourth")
    assert answers(items([SWAPPED, action(0)], [wider]))[1] == (["first\nsecond\nthird\nfourth"], False)


def test_but_not_of_a_table_without_rows_of_the_form() -> None:
    assert answers(items([SWAPPED, ("Consent", "x", "", "")], [action(0)])) == [UNKNOWN]


def test_a_heading_of_its_own_goes_before_that_of_the_table_before() -> None:
    plain = ("Action Taken", "Yes", "No", "Further details")
    found = answers(items([SWAPPED, action(0)], [plain, action(1)]))
    assert found == [AS_SWAPPED, (["first", "second", "third"], True)]


@pytest.mark.parametrize("published", [True, False])
def test_a_heading_that_is_not_understood_makes_all_below_it_doubtful(published: bool) -> None:
    assert answers(items([ODD, action(0), action(1)], published=published)) == [UNKNOWN, UNKNOWN]
    assert answers(items([SWAPPED, action(0)], [ODD, action(1)], published=published)) == [AS_SWAPPED, UNKNOWN]


@pytest.mark.parametrize("row", [("Office use", "7", "", ""), ("Office use", " ", " ", " ")])
def test_a_row_with_next_to_nothing_in_it_is_no_heading(row: tuple[str, ...]) -> None:
    assert answers(items([row, action(0)], published=False)) == [(["first", "second", "third"], True)]


def test_two_names_are_enough_for_a_heading_that_is_not_understood() -> None:
    for odd in (("Action Taken", "Outstanding", "Done", ""), ("", "Outstanding", "Done", "")):
        assert answers(items([odd, action(0)], published=False)) == [UNKNOWN]


def test_a_heading_whose_first_name_is_a_label_of_the_form() -> None:
    found = items([("Date", "No", "Yes", "Further details"), action(0)])
    assert answers(found) == [AS_SWAPPED]


def test_a_short_row_of_the_form_is_no_heading_whatever_is_written_in_it() -> None:
    name = PUBLISHED.row_of["child.name"].label
    found = items([(name, "Yes", "No"), action(0)])
    assert answers(found) == [(["Yes", "No"], True), UNKNOWN]


def test_a_table_with_fewer_columns_than_the_one_before_has_the_form_s_own_order() -> None:
    wide = ("Action Taken", "No", "Yes", "Further details", "By whom")
    found = items([wide, (*action(0), "Sam")], [action(1)], published=False)
    assert answers(found) == [AS_SWAPPED, (["first", "second", "third"], True)]


def test_a_table_inside_a_cell_does_not_change_the_heading_around_it() -> None:
    plain = ("Action Taken", "Yes", "No", "Further details")
    inner = Table(tuple(tuple(map(cell, row)) for row in (plain, action(1))))
    around = (tuple(map(cell, SWAPPED)), (Cell((inner,)), cell("Office use")), tuple(map(cell, action(0))))
    found = find_rows(Transcript((Table(around),), ()), PUBLISHED)
    assert answers(found) == [(["first", "second", "third"], True), AS_SWAPPED]


def test_two_actions_side_by_side() -> None:
    found = items([(*action(0), LABELS[1], "fourth", "fifth", "sixth")], published=False)
    assert answers(found) == [(["first", "second", "third"], True), (["fourth", "fifth", "sixth"], True)]


def test_a_heading_that_is_not_understood_ends_at_the_next_row_of_the_form() -> None:
    label = PUBLISHED.row_of["outcome.summary"].label
    assert answers(items([ODD, (label,), action(0)], published=False))[-1] == (["first", "second", "third"], True)


def test_without_a_heading_the_order_of_a_form_with_a_stamp_is_its_own() -> None:
    assert answers(items([action(0)])) == [UNKNOWN]
    assert answers(items([action(0)], published=False)) == [(["first", "second", "third"], True)]


def _label(*spans: tuple[str, int]) -> Cell:
    return Cell((para(""), para(" "), Paragraph(tuple(Span(text, int(marks)) for text, marks in spans))))


@pytest.mark.parametrize(
    ("spans", "seen"),
    [
        ([(LABELS[0], Mark.HIDDEN)], False),
        ([(LABELS[0][:5], Mark.NONE), (LABELS[0][5:], Mark.HIDDEN)], False),
        ([(LABELS[0], Mark.NONE), (" ", Mark.HIDDEN)], True),
        ([(LABELS[0], Mark.BOLD)], True),
    ],
)
def test_a_label_that_cannot_be_seen_is_none(spans: list[tuple[str, int]], seen: bool) -> None:
    table = Table(((_label(*spans), cell("x"), cell(""), cell("")),))
    found = find_rows(Transcript((table,), (), marks=Mark.HIDDEN), PUBLISHED)
    assert [isinstance(item, PlacedRow) for item in found] == [seen]


def test_a_label_reworded_a_little_behind_a_cell_that_cannot_be_seen() -> None:
    hidden = Cell((Paragraph((Span("old", int(Mark.HIDDEN)),)),))
    table = Table(((hidden, cell("Are there signs of domestic abuse?"), cell("No")),))
    (found,) = find_rows(Transcript((table,), (), marks=Mark.HIDDEN), PUBLISHED)
    assert isinstance(found, PlacedRow)
    assert found.row.key == "Q12"


def test_a_label_in_a_table_in_a_table_in_a_cell() -> None:
    inner = Table((tuple(cell(text) for text in action(0)),))
    deeper = Table(((cell("Page 1"), Cell((inner, para("")))),))
    found = find_rows(Transcript((Table(((Cell((para("Form"), deeper)), cell("Office")),)),), ()), PUBLISHED)
    assert answers(found) == [UNKNOWN]
    texts = [[c.text for c in i.cells] if isinstance(i, PlacedRow | Foreign) else i.text for i in found]
    assert "Form" in texts
    assert ["Page 1"] in texts
    assert ["Office"] in texts


REWORDED = LABELS[0].replace("with the", "with")


def test_a_label_reworded_a_little_stands_under_the_heading_of_its_own_table() -> None:
    plain = ("Action Taken", "Yes", "No", "Further details")
    row = (REWORDED, "first", "second", "third")
    assert answers(items([SWAPPED, row], [plain, action(1)]))[0] == AS_SWAPPED
    assert answers(items([plain, row], [SWAPPED, action(1)]))[0] == (["first", "second", "third"], True)
    assert answers(items([ODD, row], [plain, action(1)], published=False))[0] == UNKNOWN
    assert answers(items([row], published=False))[0] == (["first", "second", "third"], True)
    assert answers(items([SWAPPED, action(1)], [row]))[1] == AS_SWAPPED
    assert answers(items([row], [SWAPPED, action(1)]))[0] == UNKNOWN


def test_a_label_reworded_a_little_stands_among_the_rows_of_its_own_table() -> None:
    name, other = PUBLISHED.row_of["child.name"].label, PUBLISHED.row_of["completion.practitioner"].label
    found = items([(name, "Amber"), ("Gender: female", "")], [(other, "Robin")])
    assert [(item.row.key, item.table) for item in found if isinstance(item, PlacedRow)] == [
        ("D1", 1),
        ("D3", 1),
        ("C2", 2),
    ]
