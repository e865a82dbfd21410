"""Blank, complete and half-missing records."""

import pytest

from hsbdocs.model.record import State
from tests.support.said import where
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
    assert [where(f.location) for f in found if f.code == "ACTION-02"] == [f"row A{number}" for number in range(1, 6)]


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


@pytest.mark.parametrize("row", [*_ROWS, "other"])
def test_both_boxes_of_any_row_are_told(row: str) -> None:
    field = f"actions.{row}.answer"
    found = [f for f in findings(complete(ticks={field: ("yes", "no")})) if f.code == "ACTION-01"]
    assert [f.fields for f in found] == [(field,)]


@pytest.mark.parametrize("state", [State.UNREADABLE, State.MISSING])
@pytest.mark.parametrize("outcome", ["normal", "problematic", "harmful"])
def test_a_duty_that_cannot_be_read_is_asked_about(outcome: str, state: State) -> None:
    """Whatever the outcome asks for, as where No is marked; what asks for a plain No is silent."""
    fields = [f"actions.{row}.answer" for row in (*_ROWS, "other")]
    found = codes(complete({"outcome.category": outcome, **dict.fromkeys(fields, state)}))
    asked = {
        "normal": ["OUTCOME-12", "ACTION-06"],
        "problematic": ["OUTCOME-11", "ACTION-06"],
        "harmful": ["OUTCOME-04", "OUTCOME-05", "OUTCOME-06", "ACTION-06"],
    }
    assert found == asked[outcome]


def test_no_age_rule_without_an_age() -> None:
    for state in State:
        if state is not State.READ:
            found = codes(complete({"child.date_of_birth": state, "child.age": state}))
            assert not {code for code in found if code.startswith("AGE-") and code != "AGE-20"}
            assert not {"CHILD-06", "CHILD-07", "CHILD-08", "CHILD-17", "ACTION-17"} & set(found)


def test_several_groups_of_equal_answers_are_several_findings() -> None:
    same: dict[str, Given] = {**dict.fromkeys(_QS[:3], "One two three."), **dict.fromkeys(_QS[5:8], "Four five six.")}
    assert [where(f.location) for f in findings(complete(same))] == ["rows Q1, Q2 and Q3", "rows Q6, Q7 and Q8"]


def test_a_date_far_off_ends_no_run() -> None:
    for day in ("9999-12-31", "9999-01-01", "1900-01-01"):
        codes(complete({"child.date_of_birth": day}))
        codes(complete({"completion.date": day}))
        codes(complete({"child.date_of_birth": day, "completion.date": "9999-12-31"}))
