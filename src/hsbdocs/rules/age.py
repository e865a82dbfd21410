"""Duties by age that the printed form can be checked for (sections 1.4 and 4.3 Q1)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.rules.dates import ages
from hsbdocs.rules.registry import Case, rule

_THIRTEEN = 13


def under_13(case: Case) -> bool:
    """True where either the age by date of birth or the stated age is under 13: the stricter of the two counts."""
    return any(age < _THIRTEEN for age in ages(case.record, case.today))


@rule(Code.AGE_20)
def no_age_to_check(case: Case) -> Iterable[tuple[str, ...]]:
    """Something is written or lost where the age should be, and none can be read; both blank is CHILD-02."""
    fields = ("child.date_of_birth", "child.age")
    if not ages(case.record, case.today) and not all(case.record.blank(field) for field in fields):
        yield fields


@rule(Code.AGE_03)
def no_referral(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and a referral is not marked Yes."""
    if under_13(case) and case.record.answers["actions.referral.answer"] != "yes":
        yield ("actions.referral.answer",)


@rule(Code.AGE_05)
def no_discussion(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and a discussion with a safeguarding lead is not marked Yes."""
    if under_13(case) and case.record.answers["actions.safeguarding_lead.answer"] != "yes":
        yield ("actions.safeguarding_lead.answer",)
