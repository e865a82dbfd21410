"""Blank, complete and half-missing records."""

import pytest

from hsbdocs.model.record import State
from tests.unit.rules.records import Given, codes, complete, everything, findings

_ROWS = ("discussed", "support", "safeguarding_lead", "referral", "saved")
_QS = [f"considerations.q{number:02}" for number in range(1, 13)]


def test_a_complete_record_has_no_finding() -> None:
    assert codes(complete()) == []


def test_a_blank_record_has_the_required_fields_and_no_age_rule() -> None:
    assert codes(everything(State.BLANK)) == [
        *("CHILD-01", "CHILD-02", *["CHILD-14"] * 4, "ANSWER-01", "OUTCOME-01", "OUTCOME-03"),
        *(*["ACTION-02"] * 5, "ACTION-06"),
        *("SIGN-01", "SIGN-02", "SIGN-03", "SIGN-04", "SIGN-04", "SIGN-05", "SIGN-09"),
    ]


def test_rows_that_are_missing_are_not_blank_too() -> None:
    assert codes(everything(State.MISSING)) == ["AGE-20", "ACTION-06"]


def test_what_cannot_be_read_is_not_blank_too() -> None:
    assert [code for code in codes(everything(State.UNREADABLE)) if code != "SIGN-05"] == ["AGE-20", "ACTION-06"]


def test_action_02_once_for_each_of_rows_1_to_5() -> None:
    found = findings(complete(dict.fromkeys([f"actions.{row}.answer" for row in (*_ROWS, "other")])))
    assert [f.fields for f in found if f.code == "ACTION-02"] == [(f"actions.{row}.answer",) for row in _ROWS]
    assert [f.location for f in found if f.code == "ACTION-02"] == [f"row A{number}" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("outcome", "excused"), [("normal", True), ("problematic", False), ("harmful", False), (None, False)]
)
def test_row_1_may_be_blank_where_the_outcome_is_normal(outcome: Given, excused: bool) -> None:
    found = codes(complete({"actions.discussed.answer": None, "outcome.category": outcome}))
    assert ("ACTION-02" not in found) is excused


@pytest.mark.parametrize("row", _ROWS[1:])
def test_no_other_row_is_excused(row: str) -> None:
    assert "ACTION-02" in codes(complete({f"actions.{row}.answer": None, "outcome.category": "normal"}))


def test_answer_01_stands_for_all() -> None:
    assert codes(complete(dict.fromkeys(_QS))) == ["ANSWER-01"]
    assert codes(complete(dict.fromkeys(_QS[:-1]))) == ["ANSWER-02"] * 11
    assert codes(complete({**dict.fromkeys(_QS[:-1]), _QS[-1]: State.MISSING})) == ["ANSWER-02"] * 11


@pytest.mark.parametrize("born", [State.INVALID, State.AMBIGUOUS, State.UNREADABLE])
def test_a_date_of_birth_that_cannot_be_read_is_not_a_blank_one(born: State) -> None:
    assert "CHILD-02" not in codes(complete({"child.date_of_birth": born, "child.age": None}))


def test_three_outcomes_are_one_finding() -> None:
    ticks = {"outcome.category": ("normal", "problematic", "harmful")}
    assert codes(complete(ticks=ticks)) == ["OUTCOME-02"]


def test_a_referral_with_details_missing_with_its_row_is_not_asked_for_them() -> None:
    assert codes(complete({"actions.referral.details": State.MISSING})) == []


def test_the_test_range_of_nhs_numbers_is_not_a_wrong_number() -> None:
    assert codes(complete({"child.nhs_number": "9990000018"})) == ["CHILD-10"]


def test_no_outcome_is_preferred() -> None:
    for outcome in ("normal", "problematic", "harmful"):
        assert codes(complete({"outcome.category": outcome})) == []
