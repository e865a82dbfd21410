"""The age rules at their boundaries."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hsbdocs.model.record import State
from tests.unit.rules.records import Given, codes, complete

_NONE: dict[str, Given] = {"actions.referral.answer": "no", "actions.safeguarding_lead.answer": "no"}
_BOTH = ["AGE-03", "AGE-05"]


def age_codes(born: Given, stated: Given, assessed: Given, today: date = date(2026, 6, 1)) -> list[str]:
    """The rules for a child under 13 found on a form without referral and discussion."""
    changes: dict[str, Given] = {"child.date_of_birth": born, "child.age": stated, "completion.date": assessed}
    return [code for code in codes(complete({**changes, **_NONE}), today) if code in _BOTH]


@pytest.mark.parametrize(
    ("born", "assessed", "under"),
    [
        ("2013-05-12", "2026-05-12", False),  # 13 years and 0 days
        ("2013-05-13", "2026-05-12", True),  # 12 years and 364 days
        ("2013-05-11", "2026-05-12", False),
        ("2012-02-29", "2025-02-28", True),  # born on 29 February: no birthday before 1 March
        ("2012-02-29", "2025-03-01", False),
        ("2011-02-28", "2024-02-28", False),
        ("2011-03-01", "2024-02-29", True),
        ("2026-05-12", "2026-05-12", True),
    ],
)
def test_thirteenth_birthday(born: str, assessed: str, under: bool) -> None:
    assert age_codes(born, None, assessed) == (_BOTH if under else [])


@pytest.mark.parametrize(("stated", "under"), [(0, True), (12, True), (13, False), (17, False)])
def test_stated_age_alone(stated: int, under: bool) -> None:
    assert age_codes(None, stated, "2026-05-12") == (_BOTH if under else [])


@pytest.mark.parametrize(
    ("born", "stated"), [("2013-05-13", 13), ("2013-05-13", 17), ("2013-05-12", 12), ("2000-01-01", 12)]
)
def test_the_stricter_of_the_two_counts(born: str, stated: int) -> None:
    assert age_codes(born, stated, "2026-05-12") == _BOTH


@pytest.mark.parametrize("assessed", [None, State.INVALID, State.AMBIGUOUS, State.UNREADABLE, State.MISSING])
def test_without_a_date_of_assessment_today_counts(assessed: Given) -> None:
    assert age_codes("2013-06-02", None, assessed, today=date(2026, 6, 1)) == _BOTH
    assert age_codes("2013-06-02", None, assessed, today=date(2026, 6, 2)) == []


def test_the_date_of_assessment_counts_before_today() -> None:
    assert age_codes("2013-05-13", None, "2026-05-12", today=date(2030, 1, 1)) == _BOTH
    assert age_codes("2013-05-12", None, "2026-05-12", today=date(2026, 5, 1)) == []


@pytest.mark.parametrize("born", [None, State.INVALID, State.AMBIGUOUS, State.UNREADABLE, State.MISSING])
def test_no_date_of_birth_leaves_the_stated_age(born: Given) -> None:
    assert age_codes(born, 12, "2026-05-12") == _BOTH
    assert age_codes(born, 13, "2026-05-12") == []


@pytest.mark.parametrize("state", [None, State.UNREADABLE, State.MISSING, State.INVALID, State.AMBIGUOUS])
def test_no_age_at_all_makes_nobody_under_13(state: Given) -> None:
    assert age_codes(state, state, "2026-05-12") == []


@pytest.mark.parametrize("born", [State.UNREADABLE, State.MISSING, State.INVALID, State.AMBIGUOUS, State.NOT_KNOWN])
@pytest.mark.parametrize("stated", [None, State.UNREADABLE, State.MISSING])
def test_no_age_that_can_be_read_is_an_error_of_its_own(born: State, stated: Given) -> None:
    """Without it the duties for a child under 13 cannot be checked: a warning alone would let the form pass."""
    found = codes(complete({"child.date_of_birth": born, "child.age": stated}))
    assert "AGE-20" in found
    assert "CHILD-02" not in found


def test_a_blank_age_beside_a_blank_date_of_birth_is_child_02_alone() -> None:
    assert codes(complete({"child.date_of_birth": None, "child.age": None})) == ["CHILD-02"]


@pytest.mark.parametrize(("born", "stated"), [(State.AMBIGUOUS, 14), ("2011-04-03", None)])
def test_one_age_that_can_be_read_is_enough(born: Given, stated: Given) -> None:
    assert "AGE-20" not in codes(complete({"child.date_of_birth": born, "child.age": stated}))


def test_a_date_of_birth_after_the_assessment_gives_no_age() -> None:
    found = codes(complete({"child.date_of_birth": "2026-05-13", "child.age": None, **_NONE}))
    assert found == ["CHILD-05", "AGE-20", "OUTCOME-11", "ACTION-04"]


@pytest.mark.parametrize("answer", ["no", None, State.UNREADABLE, State.MISSING])
def test_anything_but_a_plain_yes_fires(answer: Given) -> None:
    young: dict[str, Given] = {"child.date_of_birth": "2014-01-01", "child.age": 12}
    found = codes(complete({**young, "actions.referral.answer": answer}))
    assert ("AGE-03" in found, "AGE-05" in found) == (True, False)
    found = codes(complete({**young, "actions.safeguarding_lead.answer": answer}))
    assert ("AGE-03" in found, "AGE-05" in found) == (False, True)


def test_both_yes_and_no_marked_is_not_a_plain_yes() -> None:
    young: dict[str, Given] = {"child.date_of_birth": "2014-01-01", "child.age": 12}
    ticks = {"actions.referral.answer": ("yes", "no"), "actions.safeguarding_lead.answer": ("yes", "no")}
    assert [code for code in codes(complete(young, ticks=ticks)) if code in _BOTH] == _BOTH


@given(st.dates(date(1995, 1, 1), date(2026, 5, 31)), st.dates(date(2023, 6, 1), date(2026, 5, 31)))
def test_under_13_is_before_the_13th_birthday(born: date, assessed: date) -> None:
    assume(born <= assessed)
    try:
        thirteenth = born.replace(year=born.year + 13)
    except ValueError:
        thirteenth = date(born.year + 13, 3, 1)
    assert age_codes(born.isoformat(), None, assessed.isoformat()) == (_BOTH if assessed < thirteenth else [])
