"""Who completed the assessment, when and how (section 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.rules.dates import day_of, months_later
from hsbdocs.rules.registry import RISK_ASSESSMENT, Case, rules_of

rule = rules_of(RISK_ASSESSMENT)


@rule(Code.SIGN_01)
def mode(case: Case) -> Iterable[tuple[str, ...]]:
    """Virtual or face to face: none or both are marked."""
    if case.record.blank("completion.mode") or len(case.record.chosen.get("completion.mode", ())) > 1:
        yield ("completion.mode",)


@rule(Code.SIGN_02)
def practitioner(case: Case) -> Iterable[tuple[str, ...]]:
    """The practitioner's name is blank."""
    if case.record.blank("completion.practitioner"):
        yield ("completion.practitioner",)


@rule(Code.SIGN_03)
def signature(case: Case) -> Iterable[tuple[str, ...]]:
    """Not signed; a picture in the box counts as a signature."""
    if case.record.blank("completion.signature"):
        yield ("completion.signature",)


@rule(Code.SIGN_04)
def role(case: Case) -> Iterable[tuple[str, ...]]:
    """The role or the organisation is blank."""
    for field in ("completion.role", "completion.organisation"):
        if case.record.blank(field):
            yield (field,)


@rule(Code.SIGN_05)
def no_date(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is blank or not real."""
    if case.record.states["completion.date"] in (State.BLANK, State.INVALID, State.AMBIGUOUS, State.NOT_KNOWN):
        yield ("completion.date",)


@rule(Code.SIGN_06)
def future(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is after today."""
    day = day_of(case.record, "completion.date")
    if day and day > case.today:
        yield ("completion.date",)


@rule(Code.SIGN_07)
def before_the_form(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is before the month in which the guidance was issued (cover)."""
    day = day_of(case.record, "completion.date")
    if day and day < case.guide.issued:
        yield ("completion.date",)


@rule(Code.SIGN_08)
def long_ago(case: Case) -> Iterable[tuple[str, ...]]:
    """More than so many months ago (4.3: the tool should be repeated; the interval is ours)."""
    day = day_of(case.record, "completion.date")
    if day and day < months_later(case.today, -case.guide.months[Code.SIGN_08]):
        yield ("completion.date",)
