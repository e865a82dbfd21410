"""Duties by age that the printed form can be checked for (sections 1.4 and 4.3 Q1, Q6)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.dates import age_at, ages, assessed_on, birthday, day_of, months_later
from hsbdocs.rules.registry import RISK_ASSESSMENT, Case, rules_of
from hsbdocs.rules.words import names_one_of

rule = rules_of(RISK_ASSESSMENT)

_THIRTEEN, _SIXTEEN = 13, 16
_REFERRAL, _LEAD = "actions.referral.answer", "actions.safeguarding_lead.answer"


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
    if under_13(case) and case.record.answers[_REFERRAL] != "yes":
        yield (_REFERRAL,)


@rule(Code.AGE_04)
def both_not_named(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13, a referral is marked Yes, and its details do not name both Children's Services and the police."""
    details = case.record.text("actions.referral.details")
    both = all(names_one_of(details, case.names(name)) for name in (ListId.CHILDRENS_SERVICES, ListId.POLICE))
    if under_13(case) and case.record.answers[_REFERRAL] == "yes" and not both:
        yield ("actions.referral.details",)


@rule(Code.AGE_05)
def no_discussion(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and a discussion with a safeguarding lead is not marked Yes."""
    if under_13(case) and case.record.answers[_LEAD] != "yes":
        yield (_LEAD,)


@rule(Code.AGE_06)
def normal_under_13(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and the outcome is normal: the reason should be there, and the referral duty still holds."""
    if under_13(case) and case.record.answers["outcome.category"] == "normal":
        yield ("outcome.category",)


@rule(Code.AGE_16)
def capacity_act(case: Case) -> Iterable[tuple[str, ...]]:
    """16 or over. The guidance prints "over 16"; the Act applies from 16, and that is the stricter reading."""
    age = age_at(case.record, case.today)
    if age is not None and age >= _SIXTEEN:
        yield ("considerations.q06",)


@rule(Code.AGE_18)
def turned_13(case: Case) -> Iterable[tuple[str, ...]]:
    """The 13th birthday was within so many months before the assessment, or on its day."""
    born, assessed = day_of(case.record, "child.date_of_birth"), assessed_on(case.record, case.today)
    if born:
        since = months_later(assessed, -case.guide.months[Code.AGE_18])
        if since <= birthday(born, _THIRTEEN) <= assessed:
            yield ("child.date_of_birth",)
