"""Several checklists in one workbook: a sheet each, or one below the other."""

from __future__ import annotations

import pytest

from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Paragraph, Table, Transcript
from hsbdocs.reading import read_forms
from hsbdocs.reading.split import split_at_titles
from tests.support.said import where
from tests.unit.reading.grids import CHECKLIST, GREEN, Grid, filled
from tests.unit.reading.sheets import cell, para


def named(name: str) -> Grid:
    """A checklist of this reference."""
    return filled().put("D1", 2, name)


def references(*blocks: Table | Paragraph) -> list[object]:
    """The reference of each checklist read."""
    found = read_forms(Transcript(blocks=blocks, controls=()), (CHECKLIST,))
    return [each.answers["checklist.reference"] if isinstance(each, Record) else each.code.value for each in found]


def one_below_the_other(*grids: Grid) -> Table:
    """All in one sheet."""
    return Table(tuple(row for grid in grids for row in grid.table().rows))


def test_a_sheet_each() -> None:
    tables = [named(f"KM-{n}").table() for n in range(3)]
    assert references(*tables) == ["KM-0", "KM-1", "KM-2"]


def test_each_part_of_a_workbook_keeps_the_name_of_its_sheet() -> None:
    """It may be all that says whose checklist it is."""
    grids = [named("KM-1"), named("KM-2")]
    sheets = [Table(grid.table().rows, sheet=n, name=f"Child {n}") for n, grid in enumerate(grids, 1)]
    found = read_forms(Transcript(tuple(sheets), ()), (CHECKLIST,))
    assert [[(u.text, where(u.location)) for u in each.unplaced] for each in found if isinstance(each, Record)] == [
        [("Child 1", "the name of the sheet")],
        [("Child 2", "the name of the sheet")],
    ]
    (alone,) = read_forms(Transcript((sheets[0],), ()), (CHECKLIST,))
    assert isinstance(alone, Record)
    assert alone.unplaced == ()


def test_one_below_the_other() -> None:
    assert references(one_below_the_other(named("KM-1"), named("KM-2"))) == ["KM-1", "KM-2"]


def test_each_answer_goes_with_its_own() -> None:
    other = named("KM-2").rate("R1", "Red – harmful", "Other.")
    first, second = read_forms(Transcript((one_below_the_other(named("KM-1"), other),), ()), (CHECKLIST,))
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert first.answers["criteria.type.evidence"] == "Seen for R1."
    assert (second.answers["criteria.type.rating"], second.answers["criteria.type.evidence"]) == ("harmful", "Other.")
    assert (first.unplaced, second.unplaced) == ((), ())


def test_a_blank_one_behind_a_filled_one_is_a_form_of_its_own() -> None:
    assert references(named("KM-1").table(), Grid().table()) == ["KM-1", None]


def test_without_title_and_stamp_the_second_begins_at_its_first_row() -> None:
    one, other = named("KM-1"), named("KM-2")
    for grid in (one, other):
        grid.rows = grid.rows[1:-1]
    assert references(one_below_the_other(one, other)) == ["KM-1", "KM-2"]


def test_a_sheet_that_holds_a_part_of_a_form_is_no_part_of_another() -> None:
    part = named("KM-2")
    part.rows = part.rows[:4]
    assert references(named("KM-1").table(), part.table()) == ["KM-1", "FORM-01"]


def test_the_title_on_a_sheet_of_notes_begins_no_form() -> None:
    notes = Table(((cell(CHECKLIST.title),), (cell("Some notes."),)))
    assert references(named("KM-1").table(), notes) == ["KM-1"]
    assert references(notes, named("KM-1").table()) == ["KM-1"]


@pytest.mark.parametrize("beside", ["", "2 of 2"])
def test_a_title_counts_where_it_is_the_one_cell_of_its_row(beside: str) -> None:
    """Beside other writing it is none; then the second begins at its first row, and what stands above it is kept."""
    other = named("KM-2")
    other.rows[0][1] = cell(beside)
    transcript = Transcript((one_below_the_other(named("KM-1"), other),), ())
    parts = split_at_titles(transcript, CHECKLIST)
    assert len(parts) == 2
    first = parts[1].blocks[0]
    assert isinstance(first, Table)
    texts = [row[0].text for row in first.rows]
    assert (texts[0] == CHECKLIST.title) is (not beside)


def test_tables_of_two_sheets_stay_apart() -> None:
    tables = (named("KM-1").table(), named("KM-2").table())
    parts = split_at_titles(Transcript((*tables, para("below")), ()), CHECKLIST)
    assert [block for part in parts for block in part.blocks] == [*tables, para("below")]


def test_a_row_that_was_copied_begins_no_form() -> None:
    grid = named("KM-1")
    grid.rows.insert(3, [cell("D1"), cell("Record reference (no names)"), cell("KM-9"), *grid.at["D1"][3:]])
    found = references(grid.table())
    assert found == [None]
    assert GREEN in "\n".join(paragraph.text for paragraph in grid.transcript().paragraphs)
