"""Which forms a report says have no gaps: every age, outcome, referral, lead and support against one another.

The rows that end so stand in docs/no-gaps.md, where a person has read them. ``python -m tests.rules.test_no_gaps``
prints the table anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.model.finding import Severity, Statement
from hsbdocs.model.line import Status
from hsbdocs.model.record import State
from hsbdocs.model.report import Standing, standing_of
from hsbdocs.rules import apply_rules
from tests.support.forms import ROOT
from tests.unit.rules.records import Given, case, complete

AGES = {"under 13": 11, "13 to 15": 14, "16 and 17": 17}
OUTCOMES = ("normal", "problematic", "harmful")
REFERRALS: dict[str, tuple[Given, Given]] = {
    "Yes, both services named": ("yes", "Children's Social Care and the police, today"),
    "Yes, one service named": ("yes", "Children's Social Care"),
    "Yes, see attached": ("yes", "see attached, will do after half term"),
    "No": ("no", State.BLANK),
    "No, a service named": ("no", "spoke to the police"),
    "not marked": (State.BLANK, State.BLANK),
}
MARKS: dict[str, Given] = {"Yes": "yes", "No": "no", "not marked": State.BLANK}
#: Rules that speak of a child under 13, of a harmful outcome, of a referral or of a lead.
GRAVE = ("AGE-03", "AGE-04", "AGE-05", "AGE-06", "OUTCOME-04", "OUTCOME-05", "OUTCOME-06", "OUTCOME-10", "ACTION-03",
         "ACTION-04", "ACTION-08")  # fmt: skip
CATALOGUE = load_catalogue(ROOT / "content")
PAGE = ROOT / "docs" / "no-gaps.md"


class Row(NamedTuple):
    """One form, by what it says of the five."""

    age: str
    outcome: str
    referral: str
    lead: str
    support: str


ROWS = [Row(*row) for row in product(AGES, OUTCOMES, REFERRALS, MARKS, MARKS)]


def said(row: Row) -> list[Statement]:
    """What is said of a form that is complete but for these."""
    answer, details = REFERRALS[row.referral]
    record = complete(
        {
            "child.date_of_birth": State.BLANK,
            "child.age": AGES[row.age],
            "outcome.category": row.outcome,
            "actions.referral.answer": answer,
            "actions.referral.details": details,
            "actions.safeguarding_lead.answer": MARKS[row.lead],
            "actions.support.answer": MARKS[row.support],
        }
    )
    return [CATALOGUE.say(finding) for finding in apply_rules(case(record))]


def standing(statements: list[Statement]) -> Standing:
    errors = any(statement.severity is Severity.ERROR for statement in statements)
    return standing_of(Status.QUESTIONS if errors else Status.CLEAR, statements)


@pytest.mark.parametrize("row", ROWS, ids=" | ".join)
def test_no_form_of_which_a_grave_rule_speaks_ends_without_gaps(row: Row) -> None:
    statements = said(row)
    if any(statement.code.value in GRAVE for statement in statements):
        assert standing(statements) is not Standing.CLEAR


@pytest.mark.parametrize("row", [row for row in ROWS if row.age == "under 13"], ids=" | ".join)
def test_a_child_under_13_without_both_referrals_and_a_lead_is_rung_about(row: Row) -> None:
    right = row.referral == "Yes, both services named" and row.lead == "Yes"
    assert any(statement.ring_today for statement in said(row)) is (not right)


def test_the_rows_that_end_without_gaps_are_those_that_a_person_has_read() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("| ")][1:] == list(table())


def table() -> Iterator[str]:
    """The rows of the page."""
    for row in ROWS:
        if standing(said(row)) is Standing.CLEAR:
            yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    print("\n".join(table()))
