"""Duties by age that the printed form can be checked for (sections 1.4 and 4.3 Q1, Q6)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.calendar import birthday, months_later
from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.dates import AGE, ASSESSED, BORN, age_at, ages, assessed_on, day_of
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import names_one_of

_THIRTEEN, _SIXTEEN = 13, 16
_CAPACITY = "considerations.q06"
_REFERRAL, _LEAD = "actions.referral.answer", "actions.safeguarding_lead.answer"
_DETAILS, _OUTCOME = "actions.referral.details", "outcome.category"


def under_13(case: Case) -> bool:
    """True where either the age by date of birth or the stated age is under 13: the stricter of the two counts."""
    return any(age < _THIRTEEN for age in ages(case.record, case.today))


@rule(Code.AGE_20, each=AGE, uses=(ASSESSED,))
def no_age_to_check(case: Case) -> Iterable[tuple[str, ...]]:
    """Something is written or lost where the age should be, and none can be read; both blank is CHILD-02."""
    if not ages(case.record, case.today) and not all(case.record.blank(field) for field in case.fields):
        yield case.fields


@rule(Code.AGE_03, needs=(_REFERRAL,), each=AGE, uses=(ASSESSED,))
def no_referral(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and a referral is not marked Yes."""
    if under_13(case) and case.record.answers[_REFERRAL] != "yes":
        yield (_REFERRAL,)


@rule(
    Code.AGE_04,
    needs=(_REFERRAL, _DETAILS),
    each=AGE,
    uses=(ASSESSED,),
    lists=(ListId.CHILDRENS_SERVICES, ListId.POLICE),
)
def both_not_named(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13, a referral is marked Yes, and its details do not name both Children's Services and the police."""
    details = case.record.text(_DETAILS)
    both = all(names_one_of(details, case.names(name)) for name in (ListId.CHILDRENS_SERVICES, ListId.POLICE))
    if under_13(case) and case.record.answers[_REFERRAL] == "yes" and not both:
        yield (_DETAILS,)


@rule(Code.AGE_05, needs=(_LEAD,), each=AGE, uses=(ASSESSED,))
def no_discussion(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and a discussion with a safeguarding lead is not marked Yes."""
    if under_13(case) and case.record.answers[_LEAD] != "yes":
        yield (_LEAD,)


@rule(Code.AGE_06, needs=(_OUTCOME,), each=AGE, uses=(ASSESSED,))
def normal_under_13(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 13 and the outcome is normal: the reason should be there, and the referral duty still holds."""
    if under_13(case) and case.record.answers[_OUTCOME] == "normal":
        yield (_OUTCOME,)


@rule(Code.AGE_16, needs=(_CAPACITY,), each=AGE, uses=(ASSESSED,))
def capacity_act(case: Case) -> Iterable[tuple[str, ...]]:
    """16 or over. The guidance prints "over 16"; the Act applies from 16, and that is the stricter reading."""
    age = age_at(case.record, case.today)
    if age is not None and age >= _SIXTEEN:
        yield (_CAPACITY,)


@rule(Code.AGE_18, needs=(BORN,), uses=(ASSESSED,))
def turned_13(case: Case) -> Iterable[tuple[str, ...]]:
    """The 13th birthday was within so many months before the assessment, or on its day."""
    born, assessed = day_of(case.record, BORN), assessed_on(case.record, case.today)
    if born:
        since = months_later(assessed, -case.guide.months[Code.AGE_18])
        if since <= birthday(born, _THIRTEEN) <= assessed:
            yield (BORN,)
