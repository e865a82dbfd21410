"""Pictures: calm in a signature box, an error anywhere else, wherever they stand; never silent."""

import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.model.transcript import Cell, Paragraph
from tests.unit.reading.reads import codes, has, record
from tests.unit.reading.sheets import SMALL, Sheet, cell, para

_PICTURE = para("", pictures=1)


@pytest.mark.parametrize(("key", "field"), [("C3", "completion.signature"), ("C7", "completion.child_signature")])
def test_in_a_signature_box(key: str, field: str) -> None:
    sheet = Sheet()
    sheet.at[key][2] = cell(_PICTURE)
    found = record(sheet)
    assert (found.answers[field], found.states[field]) == (None, State.PICTURE)
    assert codes(found) == ["FORM-09"]


def test_in_a_signature_box_with_the_placeholder_and_with_a_name() -> None:
    sheet = Sheet()
    sheet.at["C3"][2] = cell("Click or tap to write", _PICTURE)
    assert record(sheet).states["completion.signature"] is State.PICTURE
    sheet.at["C3"][2] = cell("R. Writer", _PICTURE)
    found = record(sheet)
    assert found.answers["completion.signature"] == "R. Writer"
    assert codes(found) == ["FORM-09"]


@pytest.mark.parametrize(
    ("key", "column"),
    [
        ("D1", 2),
        ("D2", 2),
        ("Q3", 2),
        ("O1", 1),
        ("O2", 1),
        ("A4", 2),
        ("A4", 3),
        ("A4", 4),
        ("C1", 2),
        ("C2", 2),
        ("C6", 2),
    ],
)
def test_in_another_answer(key: str, column: int) -> None:
    sheet = Sheet()
    sheet.at[key][column] = Cell((*sheet.at[key][column].blocks, _PICTURE))
    assert has(record(sheet), Code.FORM_06, f"row {key}")


@pytest.mark.parametrize("key", ["D1", "Q3", "O1", "O2", "A4", "C1", "C3"])
@pytest.mark.parametrize("column", [0, 1])
def test_beside_a_label_or_a_ref(key: str, column: int) -> None:
    sheet = Sheet()
    first, *others = sheet.at[key][column].blocks
    assert isinstance(first, Paragraph)
    sheet.at[key][column] = Cell((Paragraph(first.spans, 1), *others))
    assert has(record(sheet), Code.FORM_06)


@pytest.mark.parametrize("key", ["D1", "Q3", "O1", "A4"])
def test_in_a_row_that_stands_twice(key: str) -> None:
    sheet = Sheet()
    sheet.double(key)[-1] = Cell((*sheet.at[key][-1].blocks, _PICTURE))
    assert has(record(sheet), Code.FORM_06)


def test_in_a_row_that_is_not_known() -> None:
    sheet = Sheet()
    sheet.at["D3"][1:] = [cell("Favourite colour"), cell(_PICTURE)]
    assert has(record(sheet), Code.FORM_06)


def test_in_merged_cells_of_yes_and_no() -> None:
    sheet = Sheet()
    sheet.at["A4"][2:] = [cell(_PICTURE), cell("details")]
    assert has(record(sheet), Code.FORM_06)


def test_beside_an_instruction_of_the_blank() -> None:
    sheet = Sheet()
    instruction = sheet.form.row_of["outcome.category"].instruction
    lines = [para(p.text, pictures=int(p.text == instruction)) for p in sheet.at["O2"][1].paragraphs]
    assert sum(p.pictures for p in lines) == 1
    sheet.at["O2"][1] = cell(*lines)
    assert has(record(sheet), Code.FORM_06)


def test_between_the_tables() -> None:
    sheet = Sheet(SMALL)
    sheet.loose["details"].append(_PICTURE)
    assert codes(record(sheet)) == ["FORM-06"]
    assert has(record(sheet), Code.FORM_06, "after row D3")


def test_in_a_header() -> None:
    sheet = Sheet()
    sheet.margins = [_PICTURE]
    assert codes(record(sheet)) == ["FORM-09"]


def test_the_message_holds_nothing_that_was_written() -> None:
    sheet = Sheet()
    sheet.at["Q3"][2] = cell("Zebra", _PICTURE)
    assert not any("Zebra" in str(finding) for finding in record(sheet).findings)
