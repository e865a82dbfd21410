"""Rows that only look like the form's: a letterhead's date, a parent's details, a partner's age."""

from __future__ import annotations

import pytest

from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Cell, Paragraph, Table, Transcript
from hsbdocs.reading import read_forms
from tests.unit.reading.reads import codes
from tests.unit.reading.sheets import PUBLISHED, RELEASED, Sheet, cell, para

_SECTIONS = {section.id: section for section in PUBLISHED.sections}


def table(section: str, *, without: tuple[str, ...] = (), only: tuple[str, ...] = (), **answers: str) -> Table:
    """A section's table, some of its rows left out, some answered."""
    rows = [row for row in _SECTIONS[section].rows if row.key not in without and (not only or row.key in only)]
    width = 4 if section == "actions" else 2
    return Table(tuple((cell(row.label), cell(answers.get(row.key, "")), *[cell("")] * (width - 2)) for row in rows))


def read(*blocks: Table | Paragraph) -> Record:
    """The published form from these blocks."""
    (found,) = read_forms(Transcript(tuple(blocks), ()), (PUBLISHED,))
    assert isinstance(found, Record)
    return found


LETTERHEAD = Table(((cell("Organisation"), cell("Trust")), (cell("Date"), cell("1 May 2026")),
                    (cell("Signature"), cell("A Clerk"))))  # fmt: skip
PARENT = Table(((cell("Gender"), cell("Male")), (cell("DOB/Age"), cell("1/1/1980 46")),
                (cell("NHS Number"), cell("999 000 0026"))))  # fmt: skip
OTHERS = (table("considerations"), table("outcomes"), table("actions"))


def test_a_letterhead_where_the_completion_is_missing() -> None:
    found = read(LETTERHEAD, table("details"), *OTHERS)
    for field in ("completion.organisation", "completion.date", "completion.signature"):
        assert found.answers[field] is None
    assert {"Trust", "1 May 2026", "A Clerk"} <= {entry.text for entry in found.unplaced}
    assert "FORM-03" in codes(found)


def test_a_parent_s_details_where_the_child_s_are_missing() -> None:
    for blocks in ((PARENT, *OTHERS, table("completion")), (*OTHERS, table("completion"), PARENT)):
        found = read(*blocks)
        for field in ("child.gender", "child.age", "child.date_of_birth", "child.nhs_number"):
            assert found.answers[field] is None
        assert "Male" in {entry.text for entry in found.unplaced}


def test_a_section_in_two_tables_that_follow_one_another() -> None:
    top = table("details", without=("D3", "D4"), D1="Amber")
    rest = table("details", only=("D3", "D4"), D3="Female", D4="White British")
    for blocks in ((top, rest), (rest, top)):
        found = read(*blocks, *OTHERS, table("completion"))
        assert (found.answers["child.gender"], found.answers["child.ethnic_origin"]) == ("Female", "White British")
        assert found.unplaced == ()


def test_a_table_that_follows_and_has_the_same_rows_is_a_stray() -> None:
    found = read(table("details", D3="Female"), PARENT, *OTHERS, table("completion"))
    assert found.answers["child.gender"] == "Female"
    assert found.answers["child.age"] is None
    assert "Male" in {entry.text for entry in found.unplaced}


def test_a_table_away_from_its_section_is_a_stray() -> None:
    rest = table("details", only=("D3",), D3="Female")
    found = read(table("details", without=("D3",)), *OTHERS, rest, table("completion"))
    assert found.answers["child.gender"] is None
    assert "Female" in {entry.text for entry in found.unplaced}


def test_a_partner_in_a_table_inside_an_answer() -> None:
    inner = Table(((cell("DOB/Age"), cell("1/1/2003 23")),))
    row = PUBLISHED.row_of["considerations.q04"]
    considerations = Table(
        tuple(
            (cell(each.label), Cell((para("A friend"), inner)) if each is row else cell(""))
            for each in _SECTIONS["considerations"].rows
        )
    )
    found = read(table("details", without=("D2",)), considerations, *OTHERS[1:], table("completion"))
    assert found.answers["child.age"] is None
    assert found.answers["considerations.q04"] == "A friend\nDOB/Age\n1/1/2003 23"


@pytest.mark.parametrize("section", ["details", "completion"])
def test_rows_with_refs_are_never_strays(section: str) -> None:
    sheet = Sheet(RELEASED)
    sheet.at["D3"][2] = cell("Female")
    sheet.at["C6"][2] = cell("1 May 2026")
    for key in ("D1", "D8", "D10", "D11", "C1", "C2", "C7"):
        if key.startswith(section[0].upper()):
            sheet.drop(key)
    (found,) = read_forms(sheet.transcript(), (RELEASED,))
    assert isinstance(found, Record)
    assert (found.answers["child.gender"], found.answers["completion.date"]) == ("Female", "2026-05-01")
