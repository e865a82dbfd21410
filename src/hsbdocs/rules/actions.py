"""Actions beside the outcome and the child's age (sections 2.2, 3.1, 3.5, 3.6 and 4.3 Q5)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.dates import AGE, ASSESSED, age_at
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import names_one_of

_OUTCOME, _ORGANISATION = "outcome.category", "completion.organisation"
_DISCUSSED, _REASON = "actions.discussed.answer", "actions.discussed.details"
_SUPPORT, _REFERRAL, _SAVED = "actions.support.answer", "actions.referral.answer", "actions.saved.answer"
_CONCERNS = ("problematic", "harmful")
_SIXTEEN = 16


def _concerns(case: Case) -> bool:
    """True where an outcome other than normal is recorded."""
    return case.record.answers[_OUTCOME] in _CONCERNS


def _no(case: Case, field: str) -> bool:
    return case.record.answers[field] == "no"


@rule(Code.ACTION_05, needs=(_OUTCOME, _DISCUSSED, _REASON))
def not_discussed(case: Case) -> Iterable[tuple[str, ...]]:
    """Concerns, not discussed with the child, and nothing says why (row 1; 3.6; 4.3 Q5)."""
    if _concerns(case) and _no(case, _DISCUSSED) and case.record.blank(_REASON):
        yield (_REASON,)


@rule(Code.ACTION_06, needs=(_SAVED,))
def not_saved(case: Case) -> Iterable[tuple[str, ...]]:
    """Saving in the child's record is not marked Yes (row 5)."""
    if case.record.answers[_SAVED] != "yes":
        yield (_SAVED,)


@rule(Code.ACTION_08, needs=(_OUTCOME, _SUPPORT, _REFERRAL))
def no_next_step(case: Case) -> Iterable[tuple[str, ...]]:
    """Concerns, and both support and referral are marked No (3.1, 3.5)."""
    if _concerns(case) and _no(case, _SUPPORT) and _no(case, _REFERRAL):
        yield (_SUPPORT, _REFERRAL)


@rule(Code.ACTION_17, needs=(_ORGANISATION,), each=AGE, uses=(ASSESSED,), lists=(ListId.CHILDRENS_SERVICES_TEAMS,))
def police_check(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 16, and the organisation is a team of Children's Services (2.2: a check of Police indices)."""
    age = age_at(case.record, case.today)
    teams = case.names(ListId.CHILDRENS_SERVICES_TEAMS)
    if age is not None and age < _SIXTEEN and names_one_of(case.record.text(_ORGANISATION), teams):
        yield (_ORGANISATION,)
