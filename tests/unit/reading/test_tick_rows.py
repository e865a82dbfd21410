"""Rows with boxes: columns, cells merged, the glyph against what is stored, options in one cell."""

import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.model.transcript import Paragraph
from tests.unit.reading.reads import codes, everything, has, record
from tests.unit.reading.sheets import OPEN, TICKED, Sheet, cell, para

_ANSWER = "actions.referral.answer"


def row(yes: str, no: str) -> Sheet:
    """Row A4 with these two columns."""
    sheet = Sheet()
    sheet.at["A4"][2], sheet.at["A4"][3] = cell(yes), cell(no)
    return sheet


@pytest.mark.parametrize(
    ("yes", "no", "code"),
    [
        (TICKED, OPEN, "yes"),
        (OPEN, TICKED, "no"),
        ("x", OPEN, "yes"),
        ("", "X", "no"),
        (f"{OPEN} x", OPEN, "yes"),
        (OPEN, f"\u2713{OPEN}", "no"),
        ("\u2611\ufe0f", "\u2610\ufe0e", "yes"),
        ("Yes", "", "yes"),
        ("", "No", "no"),
        ("Y", OPEN, "yes"),
        (OPEN, "\u2717", "no"),
    ],
)
def test_one_of_the_two(yes: str, no: str, code: str) -> None:
    found = record(row(yes, no))
    assert found.answers[_ANSWER] == code
    assert found.states[_ANSWER] is State.READ
    assert _ANSWER not in found.as_written
    assert found.findings == ()


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("No", OPEN),
        (OPEN, "Yes"),
        ("n/a", OPEN),
        (OPEN, "n/a"),
        ("?", ""),
        ("maybe", TICKED),
        ("Yes", "n/a"),
        ("1", ""),
    ],
)
def test_words_in_the_wrong_column_and_other_words_are_unreadable(yes: str, no: str) -> None:
    found = record(row(yes, no))
    assert found.answers[_ANSWER] is None
    assert found.states[_ANSWER] is State.UNREADABLE
    assert codes(found, "A4") == ["FORM-07"]
    assert all(text in found.as_written[_ANSWER] for text in (yes, no))


def test_both_ticked() -> None:
    found = record(row(TICKED, "x"))
    assert (found.answers[_ANSWER], found.states[_ANSWER]) == (None, State.AMBIGUOUS)
    assert found.chosen[_ANSWER] == ("yes", "no")
    assert found.as_written[_ANSWER]


def test_none_ticked() -> None:
    found = record(row(OPEN, ""))
    assert (found.answers[_ANSWER], found.states[_ANSWER]) == (None, State.BLANK)


@pytest.mark.parametrize("text", ["[x]", "(X)", "x."])
def test_an_x_between_signs_is_not_blank(text: str) -> None:
    found = record(row(text, OPEN))
    assert found.states[_ANSWER] is not State.BLANK
    assert found.answers[_ANSWER] in ("yes", None)
    assert found.answers[_ANSWER] == "yes" or text in everything(found)


@pytest.mark.parametrize("text", [f"{TICKED} on Monday", "Yes, on Monday", f"{OPEN} see below"])
def test_words_beside_a_mark_are_kept(text: str) -> None:
    found = record(row(text, OPEN))
    assert found.answers[_ANSWER] in ("yes", None)
    for word in text.removeprefix(TICKED).removeprefix(OPEN).split():
        assert word in everything(found)


@pytest.mark.parametrize("text", [f"{TICKED} {OPEN}", f"{OPEN} {TICKED}", "Yes No", "x", ""])
def test_yes_and_no_merged_into_one_cell_cannot_be_told_apart(text: str) -> None:
    sheet = Sheet()
    sheet.at["A4"][2:] = [cell(text), cell("Zebra")]
    found = record(sheet)
    assert (found.answers[_ANSWER], found.answers["actions.referral.details"]) == (None, None)
    assert found.states[_ANSWER] is State.UNREADABLE
    assert "Zebra" in everything(found)
    assert has(found, Code.FORM_07, "row A4")


@pytest.mark.parametrize("details", ["", "Click or tap to write"])
def test_one_tick_in_a_merged_cell_is_neither_yes_nor_no(details: str) -> None:
    sheet = Sheet()
    sheet.at["A4"][2:] = [cell(TICKED), cell(details)]
    found = record(sheet)
    assert (found.answers[_ANSWER], found.states[_ANSWER]) == (None, State.UNREADABLE)


@pytest.mark.parametrize("glyph", [TICKED, OPEN])
@pytest.mark.parametrize("checked", [True, False])
def test_the_glyph_wins_over_what_is_stored(glyph: str, checked: bool) -> None:
    sheet = row(OPEN, OPEN)
    control = sheet.control(f"{_ANSWER}.yes", kind="checkbox", checked=checked)
    sheet.at["A4"][2] = cell(para(glyph, control=control))
    found = record(sheet)
    assert found.answers[_ANSWER] == ("yes" if glyph == TICKED else None)
    assert codes(found, "A4") == (["FORM-10"] if checked != (glyph == TICKED) else [])


@pytest.mark.parametrize("glyph", [TICKED, OPEN])
@pytest.mark.parametrize("checked", [True, False])
def test_the_glyph_wins_in_a_list_of_options(glyph: str, checked: bool) -> None:
    sheet = Sheet()
    control = sheet.control("completion.mode.virtual", kind="checkbox", checked=checked)
    option = para(glyph, control=control)
    option = Paragraph((*option.spans, *para(" virtual").spans))
    sheet.at["C1"][2] = cell(option, f"{OPEN} face to face")
    found = record(sheet)
    assert found.answers["completion.mode"] == ("virtual" if glyph == TICKED else None)
    assert codes(found, "C1") == (["FORM-10"] if checked != (glyph == TICKED) else [])


def test_a_box_copied_from_another_row() -> None:
    sheet = row(OPEN, OPEN)
    control = sheet.control("actions.saved.answer.yes", kind="checkbox", checked=True)
    sheet.at["A4"][2] = cell(para(TICKED, control=control))
    found = record(sheet)
    assert (found.answers[_ANSWER], found.answers["actions.saved.answer"]) == ("yes", None)
    assert codes(found, "A4") == ["FORM-10"]


@pytest.mark.parametrize("code", ["normal", "problematic", "harmful"])
def test_one_outcome(code: str) -> None:
    found = record(Sheet().fill({"outcome.category": code}))
    assert found.answers["outcome.category"] == code
    assert found.findings == ()


def test_two_outcomes() -> None:
    sheet = Sheet().fill({"outcome.category": "normal"})
    lines = [p.text.replace(OPEN, TICKED) if "Harmful" in p.text else p.text for p in sheet.at["O2"][1].paragraphs]
    sheet.at["O2"][1] = cell(*lines)
    found = record(sheet)
    assert found.answers["outcome.category"] is None
    assert found.states["outcome.category"] is State.AMBIGUOUS
    assert found.chosen["outcome.category"] == ("normal", "harmful")
    assert "Harmful" in found.as_written["outcome.category"]


@pytest.mark.parametrize("text", ["Neither of these", "not harmful", "Normal, I think", "\u2612 other"])
def test_other_words_among_the_outcomes(text: str) -> None:
    sheet = Sheet()
    sheet.at["O2"][1] = cell(*[p.text for p in sheet.at["O2"][1].paragraphs], text)
    found = record(sheet)
    assert found.answers["outcome.category"] is None
    assert found.states["outcome.category"] is State.UNREADABLE
    assert text in everything(found)


def test_an_outcome_ticked_whose_neighbours_lost_their_boxes_is_not_two_outcomes() -> None:
    sheet = Sheet().fill({"outcome.category": "normal"})
    sheet.at["O2"][1] = cell(*[p.text.replace(OPEN, "") for p in sheet.at["O2"][1].paragraphs])
    found = record(sheet)
    assert found.answers["outcome.category"] in ("normal", None)
    assert len(found.chosen.get("outcome.category", ())) <= 1, "only one is ticked"
