"""Words beside a label that make it ask for the opposite, or for somebody else: then nothing is read."""

import pytest

from hsbdocs.model.record import State
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span
from hsbdocs.reading.alike import turns_round
from tests.unit.reading.reads import everything, record
from tests.unit.reading.sheets import TICKED, Sheet, add, cell, para

_TURNING = (
    "not no never without nobody none against unless isn't aren't hasn't haven't don't won't cannot unaware inactive "
    "irrelevant unknown deferral discontinuing former ex other another next last previous parent parents mother father "
    "mum dad carer guardian partner sibling brother sister friend teacher worker gp school victim suspect"
)


@pytest.mark.parametrize("word", _TURNING.split())
def test_a_word_that_turns_a_label_round(word: str) -> None:
    assert turns_round(f"({word.upper()} yet)", "Gender")
    assert turns_round(f"of {word}", "Gender")
    assert not turns_round(f"of {word}", f"Gender of {word}")


@pytest.mark.parametrize("text", ["", "see notes", "as discussed", "nothing", "Amber", "note", "14", "\u2713"])
def test_words_that_do_not(text: str) -> None:
    assert not turns_round(text, "Gender")


_ANSWER, _DETAILS = "actions.referral.answer", "actions.referral.details"


def referral(below: str = "", behind: str = "") -> Sheet:
    """A referral marked Yes, with writing beside its label."""
    sheet = Sheet().fill({_ANSWER: "yes", _DETAILS: "Front Door."})
    label = sheet.at["A4"][1].first_line
    sheet.at["A4"][1] = cell(f"{label} {behind}".strip(), *([below] if below else []))
    return sheet


def test_yes_to_the_opposite_is_neither_yes_nor_no() -> None:
    found = record(referral(below="not now"))
    assert (found.states[_ANSWER], found.states[_DETAILS]) == (State.UNREADABLE, State.UNREADABLE)
    assert "not now" in everything(found)
    found = record(referral(behind="never"))
    assert (found.states[_ANSWER], found.states[_DETAILS]) == (State.UNREADABLE, State.UNREADABLE)


def test_other_writing_below_the_label_leaves_the_answer() -> None:
    found = record(referral(below="see notes"))
    assert (found.answers[_ANSWER], found.answers[_DETAILS]) == ("yes", "Front Door.")
    assert "see notes" in everything(found)


def test_other_writing_on_the_label_s_line_may_change_the_question_and_leaves_the_details() -> None:
    found = record(referral(behind="see notes"))
    assert found.states[_ANSWER] is State.UNREADABLE
    assert found.answers[_DETAILS] == "Front Door."


def test_a_doubt_of_its_own_stays_one() -> None:
    sheet = referral(below="see notes")
    sheet.at["A4"][2] = cell("?")
    assert record(sheet).states[_ANSWER] is State.UNREADABLE


@pytest.mark.parametrize(
    ("beside", "state"), [("of the mother", State.UNREADABLE), ("see notes", State.READ), ("", State.READ)]
)
def test_an_answer_to_another_question(beside: str, state: State) -> None:
    sheet = Sheet().fill({"child.gender": "Female"})
    sheet.at["D3"][1] = add(sheet.at["D3"][1], *([beside] if beside else []))
    found = record(sheet)
    assert found.states["child.gender"] is state
    assert beside in everything(found)
    assert "Female" in everything(found)


def test_a_date_in_doubt_stays_in_doubt() -> None:
    sheet = Sheet()
    sheet.at["C6"][2] = Cell((para("3/4/2026"), para("")))
    assert record(sheet).states["completion.date"] is State.READ
    struck = Span("3/4/2026", Mark.STRUCK)
    sheet.at["C6"][2] = Cell((Paragraph((struck,)),))
    assert record(sheet).states["completion.date"] is State.UNREADABLE


def test_a_cell_merged_over_several_rows_is_nobody_s_answer() -> None:
    sheet = Sheet().fill({"child.gender": "Female"})
    blocks = sheet.at["D3"][2].blocks
    sheet.at["D3"][2] = Cell(blocks, continued=True)
    found = record(sheet)
    assert found.states["child.gender"] is State.UNREADABLE


def test_a_tick_in_the_row_still_counts_where_nothing_is_beside_it() -> None:
    sheet = Sheet()
    sheet.at["A4"][2] = cell(TICKED)
    assert record(sheet).answers[_ANSWER] == "yes"
