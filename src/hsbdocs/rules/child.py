"""The child's details (section 4.4 of the guidance)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.rules.dates import day_of
from hsbdocs.rules.registry import Case, rule

_WEIGHTS = range(10, 1, -1)


@rule(Code.CHILD_01)
def name_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """The name is blank."""
    if case.record.blank("child.name"):
        yield ("child.name",)


@rule(Code.CHILD_02)
def no_age(case: Case) -> Iterable[tuple[str, ...]]:
    """Neither date of birth nor age: both blank, not merely unreadable."""
    if case.record.blank("child.date_of_birth") and case.record.blank("child.age"):
        yield ("child.date_of_birth", "child.age")


@rule(Code.CHILD_03)
def not_a_date(case: Case) -> Iterable[tuple[str, ...]]:
    """The date of birth is no date; "not known" will do where there is an age."""
    state = case.record.states["child.date_of_birth"]
    no_age = case.record.answers["child.age"] is None
    if state is State.INVALID or (state is State.NOT_KNOWN and no_age):
        yield ("child.date_of_birth",)


@rule(Code.CHILD_04)
def year_not_clear(case: Case) -> Iterable[tuple[str, ...]]:
    """The date of birth could be more than one date: its year has two figures."""
    if case.record.states["child.date_of_birth"] is State.AMBIGUOUS:
        yield ("child.date_of_birth",)


@rule(Code.CHILD_05)
def born_later(case: Case) -> Iterable[tuple[str, ...]]:
    """Born after the assessment or after today."""
    born, assessed = day_of(case.record, "child.date_of_birth"), day_of(case.record, "completion.date")
    if born and (born > case.today or (assessed and born > assessed)):
        yield ("child.date_of_birth", "completion.date")


@rule(Code.CHILD_09)
def nhs_number(case: Case) -> Iterable[tuple[str, ...]]:
    """Not ten digits, or the check digit fails (NHS Data Dictionary: weights 10 to 2, modulus 11)."""
    number = case.record.text("child.nhs_number")
    if case.record.states["child.nhs_number"] is State.INVALID or (number and not valid_nhs_number(number)):
        yield ("child.nhs_number",)


def valid_nhs_number(number: str) -> bool:
    """True where the last of ten digits is the check digit of the others."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return (11 - total % 11) % 11 == int(number[-1])
