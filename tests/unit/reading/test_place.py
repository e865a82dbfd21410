"""Rows whose ref or label was changed, and writing outside the answers."""

import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.location import Location, Where
from hsbdocs.model.record import State, Unplaced
from hsbdocs.model.transcript import Aside, Table
from tests.support.said import place
from tests.unit.reading.complete import COMPLETE as TYPED
from tests.unit.reading.complete import EXPECTED
from tests.unit.reading.reads import codes, everything, has, record
from tests.unit.reading.sheets import OPEN, SMALL, TICKED, Sheet, add, cell, para

_ROWS = ("D1", "D3", "Q3", "Q12", "A4", "C2", "C6")


@pytest.mark.parametrize("key", _ROWS)
@pytest.mark.parametrize("ref", ["Z99", "", "?"])
def test_a_ref_changed(key: str, ref: str) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at[key][0] = cell(ref)
    found = record(sheet)
    assert found.answers == EXPECTED
    assert [entry.text for entry in found.unplaced] == ([ref] if ref else [])


@pytest.mark.parametrize(
    ("key", "label", "field"),
    [
        ("D1", "Name of the Child/Young Person", "child.name"),
        ("Q5", "Is the parent or carer aware of the sexual activity or relationship?", "considerations.q05"),
        ("Q12", "Are there signs of domestic abuse?", "considerations.q12"),
        ("C4", "Designation / job role", "completion.role"),
        ("A6", "Any further actions", "actions.other.details"),
    ],
)
def test_a_label_reworded(key: str, label: str, field: str) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at[key][1] = cell(label)
    found = record(sheet)
    assert found.answers == EXPECTED
    assert codes(found, key) == ["FORM-04"]
    assert any(f.code is Code.FORM_04 and field in f.fields for f in found.findings)


@pytest.mark.parametrize(
    "label", ["name of child / young person", "NAME OF CHILD/YOUNG PERSON:", "Name of Child–Young Person"]
)
def test_capitals_dashes_and_spaces_are_no_change(label: str) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at["D1"][1] = cell(label)
    found = record(sheet)
    assert (found.answers, codes(found)) == (EXPECTED, [])


def test_a_label_that_is_gone_or_quite_another_is_not_guessed() -> None:
    for label in ("", "Favourite colour"):
        sheet = Sheet().fill(TYPED)
        sheet.at["D3"][1] = cell(label)
        found = record(sheet)
        assert found.states["child.gender"] is State.MISSING
        assert "Female" in everything(found)
        assert has(found, Code.FORM_03, "row D3")


@pytest.mark.parametrize(
    ("ref_of", "label_of"), [("D1", "D3"), ("Q10", "Q12"), ("C3", "C7"), ("D1", "C7"), ("Q1", "Q6")]
)
def test_ref_and_label_of_different_rows(ref_of: str, label_of: str) -> None:
    sheet = Sheet()
    sheet.at[ref_of][1] = sheet.at[label_of][1]
    sheet.at[ref_of][2] = cell("Zebra")
    sheet.drop(label_of)
    found = record(sheet)
    assert "Zebra" not in found.answers.values()
    assert any("Zebra" in entry.text for entry in found.unplaced)
    assert {"FORM-03"} <= set(codes(found, ref_of)) & set(codes(found, label_of))


@pytest.mark.parametrize(
    ("ref", "label"),
    [("10", "Are there signs of domestic abuse?"), ("12", "Are there signs of grooming or exploitation?"),
     ("1", "What is the ability, attitude, maturity and behaviour of the child/young person?"),
     ("D1", "The signature of child/young person")],
)  # fmt: skip
def test_a_ref_with_a_reworded_label_of_another_row_is_not_guessed(ref: str, label: str) -> None:
    sheet = Sheet()
    key = f"Q{ref}" if ref.isdecimal() else ref
    sheet.at[key][1], sheet.at[key][2] = cell(label), cell("Zebra")
    found = record(sheet)
    assert "Zebra" not in found.answers.values()
    assert "Zebra" in everything(found)


def test_refs_of_two_rows_exchanged() -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at["Q2"][0], sheet.at["Q9"][0] = sheet.at["Q9"][0], sheet.at["Q2"][0]
    found = record(sheet)
    for field in ("considerations.q02", "considerations.q09"):
        assert found.answers[field] is None
        assert found.states[field] is State.MISSING
        assert TYPED[field] in everything(found)


@pytest.mark.parametrize(("yes", "no"), [("Yes", ""), ("", "No"), (TICKED, OPEN), (OPEN, "X"), ("y", "")])
def test_marks_in_a_row_that_is_not_known_are_not_lost(yes: str, no: str) -> None:
    sheet = Sheet()
    sheet.at["A4"][1:] = [cell("Did you telephone anybody?"), cell(yes), cell(no), cell("Zebra")]
    found = record(sheet)
    assert found.states["actions.referral.answer"] is State.MISSING
    kept = "\n".join(entry.text for entry in found.unplaced)
    assert "Zebra" in kept
    assert all(mark in kept for mark in (yes, no) if mark not in ("", OPEN))


@pytest.mark.parametrize(
    ("after", "section", "location"),
    [
        ("D11", "details", "after row D11"),
        ("Q12", "considerations", "after row Q12"),
        ("A6", "actions", "after row A6"),
    ],
)
@pytest.mark.parametrize("text", ["She was seen twice.", "No", "Yes", "Answer: yes", "\u2713", "???", "14", "\u263a"])
def test_text_between_the_tables(after: str, section: str, location: str, text: str) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.loose[section].append(para(text))
    found = record(sheet)
    assert found.answers == EXPECTED
    assert found.unplaced == (Unplaced(text, place(location)),), after
    assert has(found, Code.FORM_05, location)


def test_text_before_the_first_row() -> None:
    sheet = Sheet()
    blocks = (para("To: the team"), *sheet.blocks())
    assert record(sheet.transcript(blocks)).unplaced == (Unplaced("To: the team", place("before the first row")),)


def test_a_table_of_somebody_else_between_the_tables() -> None:
    sheet = Sheet().fill(TYPED)
    sheet.loose["details"].append(Table(((cell("Office use"), cell("Received 3/4"), cell("\u2713")),)))
    found = record(sheet)
    assert found.answers == EXPECTED
    assert {entry.text for entry in found.unplaced} == {"Office use", "Received 3/4", "\u2713"}


@pytest.mark.parametrize("key", ["D1", "D3", "Q3", "A4", "C5"])
def test_a_paragraph_typed_below_the_label(key: str) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at[key][1] = add(sheet.at[key][1], "Zebra")
    found = record(sheet)
    assert found.answers == EXPECTED
    assert found.unplaced == (Unplaced("Zebra", place(f"row {key}, beside the label")),)
    assert "FORM-05" in codes(found)


@pytest.mark.parametrize("key", ["D1", "D3", "Q3", "Q8", "A4", "C5", "C3", "O1"])
@pytest.mark.parametrize("typed", ["Zebra", "Zebra crossed the road, and nobody saw it"])
def test_text_typed_on_the_line_of_the_label_is_kept(key: str, typed: str) -> None:
    sheet = Sheet()
    row = next(row for row in sheet.form.rows if row.key == key)
    sheet.at[key][1] = cell(f"{row.label} {typed}", *[p.text for p in sheet.at[key][1].paragraphs[1:]])
    found = record(sheet)
    assert typed in everything(found)
    if typed not in found.answers.values():
        assert set(codes(found)) & {"FORM-04", "FORM-05"}


@pytest.mark.parametrize("key", ["D1", "Q3", "A4"])
def test_text_typed_below_the_ref(key: str) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at[key][0] = add(sheet.at[key][0], "Zebra")
    found = record(sheet)
    assert found.answers == EXPECTED
    assert "Zebra" in everything(found)


@pytest.mark.parametrize("mark", ["\u2713", "x", "\u2612", "?"])
def test_a_mark_beside_the_label_is_kept(mark: str) -> None:
    sheet = Sheet()
    sheet.at["A4"][1] = add(sheet.at["A4"][1], mark)
    found = record(sheet)
    assert found.answers["actions.referral.answer"] is None
    assert [entry.text for entry in found.unplaced] == [mark]


@pytest.mark.parametrize("kind", [Where.COMMENT, Where.FOOTNOTE, Where.ENDNOTE])
def test_comments_and_notes(kind: Where) -> None:
    sheet = Sheet().fill(TYPED)
    sheet.asides.append(Aside(kind, "Is this right?"))
    found = record(sheet)
    assert found.answers == EXPECTED
    assert found.unplaced == (Unplaced("Is this right?", Location(kind)),)
    assert has(found, Code.FORM_05)


@pytest.mark.parametrize(
    ("key", "field"), [("D1", "child.name"), ("Q4", "considerations.q04"), ("O1", "outcome.summary")]
)
def test_hidden_text_in_an_answer_is_kept_apart(key: str, field: str) -> None:
    sheet = Sheet().fill(TYPED)
    shown = para("Amber", hidden=" Zebra")
    sheet.at[key][-1] = cell(sheet.form.row_of[field].label, shown) if key == "O1" else cell(shown)
    found = record(sheet)
    assert found.answers[field] == "Amber"
    assert found.unplaced == (Unplaced("Zebra", place(f"row {key}, hidden text")),)


def test_a_hidden_tick_is_no_tick() -> None:
    sheet = Sheet()
    sheet.at["A4"][2] = cell(para("", hidden=TICKED))
    found = record(sheet)
    assert found.answers["actions.referral.answer"] is None
    assert TICKED in everything(found)


def test_hidden_text_between_the_tables() -> None:
    sheet = Sheet(SMALL)
    sheet.loose["details"].append(para("", hidden="Zebra"))
    assert [entry.text for entry in record(sheet).unplaced] == ["Zebra"]


def test_what_the_form_itself_prints_is_not_writing() -> None:
    sheet = Sheet()
    found = record(sheet.transcript((*sheet.blocks(), para(sheet.form.title), para(sheet.form.sections[0].heading))))
    assert found.unplaced == ()
