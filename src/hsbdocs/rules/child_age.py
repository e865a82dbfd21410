"""Date of birth and age: given, readable, and in agreement (sections 1.4, 4.3 Q1 and 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.calendar import birthday, months_later, years_between
from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.rules.dates import AGE, ASSESSED, BORN, STATED, age_at, assessed_on, day_of
from hsbdocs.rules.registry import Case, Spot, rule

#: Ages at which other duties hold (section 1.4), in whole years.
_BOUNDARIES = (13, 16, 18)
_ADULT = 18


@rule(Code.CHILD_02, each=AGE)
def no_age(case: Case) -> Iterable[tuple[str, ...]]:
    """Neither date of birth nor age: both blank, not merely unreadable."""
    if all(case.record.blank(field) for field in case.fields):
        yield case.fields


@rule(Code.CHILD_03, needs=(BORN,), uses=(STATED,))
def not_a_date(case: Case) -> Iterable[tuple[str, ...]]:
    """The date of birth is no date; "not known" will do where there is an age."""
    state = case.record.states[BORN]
    no_age = case.record.answers.get(STATED) is None
    if state is State.INVALID or (state is State.NOT_KNOWN and no_age):
        yield (BORN,)


@rule(Code.CHILD_04, needs=(BORN,))
def year_not_clear(case: Case) -> Iterable[tuple[str, ...]]:
    """The date of birth could be more than one date: its year has two figures."""
    if case.record.states[BORN] is State.AMBIGUOUS:
        yield (BORN,)


@rule(Code.CHILD_05, needs=(BORN,), uses=(ASSESSED,))
def born_later(case: Case) -> Iterable[tuple[str, ...]]:
    """Born after the assessment or after today."""
    born, assessed = day_of(case.record, BORN), day_of(case.record, ASSESSED)
    if born and (born > case.today or (assessed and born > assessed)):
        yield (BORN, ASSESSED)


@rule(Code.CHILD_06, needs=(BORN, STATED, ASSESSED))
def ages_differ(case: Case) -> Iterable[Spot]:
    """The stated age is not the age that the date of birth makes on the date of the assessment.

    Graver where the two lie on different sides of 13, 16 or 18. Silent without a date of the assessment: on another
    day another age is right.
    """
    born, assessed, stated = day_of(case.record, BORN), day_of(case.record, ASSESSED), case.record.answers[STATED]
    if born is None or assessed is None or born > assessed or not isinstance(stated, int):
        return
    made = years_between(born, assessed)
    if stated != made:
        grave = any((stated < boundary) != (made < boundary) for boundary in _BOUNDARIES)
        yield Spot(fields=(BORN, STATED), grave=grave)


@rule(Code.CHILD_07, each=AGE, uses=(ASSESSED,))
def adult(case: Case) -> Iterable[tuple[str, ...]]:
    """18 or over: outside the guidance (cover, 1.4)."""
    age = age_at(case.record, case.today)
    if age is not None and age >= _ADULT:
        yield case.fields


@rule(Code.CHILD_08, needs=(BORN,), uses=(ASSESSED,))
def nearly_adult(case: Case) -> Iterable[tuple[str, ...]]:
    """The 18th birthday comes within so many months after the assessment (1.4)."""
    born, assessed = day_of(case.record, BORN), assessed_on(case.record, case.today)
    if born and assessed < birthday(born, _ADULT) <= months_later(assessed, case.guide.months[Code.CHILD_08]):
        yield (BORN,)
