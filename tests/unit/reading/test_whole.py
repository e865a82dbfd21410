"""A whole form: blank, complete, its rows moved about."""

import random

import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.form import Form, Row
from hsbdocs.model.record import RecognisedBy, State
from hsbdocs.model.transcript import Cell, Table
from tests.unit.reading.complete import COMPLETE as TYPED
from tests.unit.reading.complete import CONVERTED, EXPECTED
from tests.unit.reading.reads import codes, everything, has, record
from tests.unit.reading.sheets import RELEASED, SMALL, Sheet, cell, para

_IDS = set(TYPED)


def test_the_example_has_the_45_values() -> None:
    assert len(_IDS) == 45
    assert {field.id for field in RELEASED.fields} == _IDS


@pytest.mark.parametrize("form", [RELEASED, SMALL], ids=["released", "small"])
def test_a_blank_is_blank(form: Form) -> None:
    found = record(Sheet(form))
    assert set(found.states.values()) == {State.BLANK}
    assert set(found.answers.values()) == {None}
    assert (found.as_written, found.unplaced, found.findings, found.chosen) == ({}, (), (), {})


def test_a_complete_form_comes_back() -> None:
    found = record(Sheet().fill(TYPED))
    assert found.answers == EXPECTED
    assert set(found.states.values()) == {State.READ}
    assert found.recognised_by is RecognisedBy.STAMP
    assert found.document == "risk-assessment"
    assert found.as_written == {field_id: TYPED[field_id] for field_id in CONVERTED}
    assert (found.unplaced, found.findings) == ((), ())


def test_rows_in_another_order() -> None:
    sheet = Sheet().fill(TYPED)
    for number, table in enumerate(sheet.tables.values()):
        rows = table[1:]
        random.Random(number).shuffle(rows)
        table[1:] = rows
    found = record(sheet)
    assert found.answers == EXPECTED
    assert found.unplaced == ()


def test_sections_in_another_order_and_in_one_table() -> None:
    sheet = Sheet().fill(TYPED)
    rows = [tuple(row) for table in reversed(sheet.tables.values()) for row in table]
    found = record(sheet.transcript((Table(tuple(rows)), para(RELEASED.stamp))))
    assert found.answers == EXPECTED


def test_header_rows_deleted() -> None:
    sheet = Sheet().fill(TYPED)
    for table in sheet.tables.values():
        del table[0]
    assert record(sheet).answers == EXPECTED


def test_ref_column_deleted() -> None:
    sheet = Sheet().fill(TYPED)
    sheet.drop_refs()
    found = record(sheet)
    assert found.answers == EXPECTED
    assert found.unplaced == ()


def test_a_table_around_the_whole_form() -> None:
    sheet = Sheet().fill(TYPED)
    around = Table(((Cell(sheet.blocks()),),))
    found = record(sheet.transcript((around, para(""))))
    assert found.answers == EXPECTED
    assert found.unplaced == ()


@pytest.mark.parametrize("row", RELEASED.rows, ids=lambda row: row.key)
def test_a_row_missing(row: Row) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.drop(row.key)
    found = record(sheet)
    gone = {field.id for field in row.fields}
    assert found.answers == {**EXPECTED, **dict.fromkeys(gone)}
    assert {found.states[field_id] for field_id in gone} == {State.MISSING}
    assert codes(found) == ["FORM-03"]
    assert codes(found, row.key) == ["FORM-03"]
    assert found.unplaced == ()


@pytest.mark.parametrize("row", RELEASED.rows, ids=lambda row: row.key)
def test_a_row_doubled_is_dropped_and_kept_as_written(row: Row) -> None:
    sheet = Sheet().fill(TYPED)
    copy = sheet.double(row.key)
    copy[-1] = cell(*([row.label] if row.answer_in_label else []), "Another Zebra")
    found = record(sheet)
    gone = {field.id for field in row.fields}
    assert found.answers == {**EXPECTED, **dict.fromkeys(gone)}
    assert {found.states[field_id] for field_id in gone} == {State.MISSING}
    assert codes(found, row.key) == ["FORM-03"]
    assert "Another Zebra" in everything(found), "what stands in the copy is lost"
    free = [field for field in row.fields if field.type == "text"]
    assert all(TYPED[field.id] in everything(found) for field in free), "what stands in the row is lost"


def test_a_blank_row_doubled_was_not_written_in() -> None:
    sheet = Sheet()
    sheet.double("D3")
    found = record(sheet)
    assert found.states["child.gender"] is State.MISSING
    assert "child.gender" not in found.as_written
    assert not has(found, Code.FORM_05)
