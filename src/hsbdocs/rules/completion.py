"""Who completed the assessment, when and how (section 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.calendar import months_later
from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.rules.dates import ASSESSED, day_of
from hsbdocs.rules.registry import Case, rule

_MODE = "completion.mode"
_PRACTITIONER, _SIGNATURE = "completion.practitioner", "completion.signature"


@rule(Code.SIGN_01, needs=(_MODE,))
def mode(case: Case) -> Iterable[tuple[str, ...]]:
    """Virtual or face to face: none or both are marked."""
    if case.record.blank(_MODE) or len(case.record.chosen.get(_MODE, ())) > 1:
        yield (_MODE,)


@rule(Code.SIGN_02, needs=(_PRACTITIONER,))
def practitioner(case: Case) -> Iterable[tuple[str, ...]]:
    """The practitioner's name is blank."""
    if case.record.blank(_PRACTITIONER):
        yield (_PRACTITIONER,)


@rule(Code.SIGN_03, needs=(_SIGNATURE,))
def signature(case: Case) -> Iterable[tuple[str, ...]]:
    """Not signed; a picture in the box counts as a signature."""
    if case.record.blank(_SIGNATURE):
        yield (_SIGNATURE,)


@rule(Code.SIGN_04, each=("completion.role", "completion.organisation"))
def role(case: Case) -> Iterable[tuple[str, ...]]:
    """The role or the organisation is blank."""
    for field in case.fields:
        if case.record.blank(field):
            yield (field,)


@rule(Code.SIGN_05, needs=(ASSESSED,))
def no_date(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is blank or not real."""
    if case.record.states[ASSESSED] in (State.BLANK, State.INVALID, State.AMBIGUOUS, State.NOT_KNOWN):
        yield (ASSESSED,)


@rule(Code.SIGN_06, needs=(ASSESSED,))
def future(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is after today."""
    day = day_of(case.record, ASSESSED)
    if day and day > case.today:
        yield (ASSESSED,)


@rule(Code.SIGN_07, needs=(ASSESSED,))
def before_the_form(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is before the month in which the guidance was issued (cover)."""
    day = day_of(case.record, ASSESSED)
    if day and day < case.guide.issued:
        yield (ASSESSED,)


@rule(Code.SIGN_08, needs=(ASSESSED,))
def long_ago(case: Case) -> Iterable[tuple[str, ...]]:
    """More than so many months ago (4.3: the tool should be repeated; the interval is ours)."""
    day = day_of(case.record, ASSESSED)
    if day and day < months_later(case.today, -case.guide.months[Code.SIGN_08]):
        yield (ASSESSED,)
