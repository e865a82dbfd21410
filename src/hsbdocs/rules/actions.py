"""Actions beside the outcome and the child's age (sections 2.2, 3.1, 3.5, 3.6 and 4.3 Q5)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.dates import age_at
from hsbdocs.rules.registry import RISK_ASSESSMENT, Case, rules_of
from hsbdocs.rules.words import names_one_of

rule = rules_of(RISK_ASSESSMENT)

_CONCERNS = ("problematic", "harmful")
_SIXTEEN = 16


def _concerns(case: Case) -> bool:
    """True where an outcome other than normal is recorded."""
    return case.record.answers["outcome.category"] in _CONCERNS


def _no(case: Case, row: str) -> bool:
    return case.record.answers[f"actions.{row}.answer"] == "no"


@rule(Code.ACTION_05)
def not_discussed(case: Case) -> Iterable[tuple[str, ...]]:
    """Concerns, not discussed with the child, and nothing says why (row 1; 3.6; 4.3 Q5)."""
    if _concerns(case) and _no(case, "discussed") and case.record.blank("actions.discussed.details"):
        yield ("actions.discussed.details",)


@rule(Code.ACTION_06)
def not_saved(case: Case) -> Iterable[tuple[str, ...]]:
    """Saving in the child's record is not marked Yes (row 5)."""
    if case.record.answers["actions.saved.answer"] != "yes":
        yield ("actions.saved.answer",)


@rule(Code.ACTION_08)
def no_next_step(case: Case) -> Iterable[tuple[str, ...]]:
    """Concerns, and both support and referral are marked No (3.1, 3.5)."""
    if _concerns(case) and _no(case, "support") and _no(case, "referral"):
        yield ("actions.support.answer", "actions.referral.answer")


@rule(Code.ACTION_17)
def police_check(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 16, and the organisation is a team of Children's Services (2.2: a check of Police indices)."""
    age = age_at(case.record, case.today)
    teams = case.names(ListId.CHILDRENS_SERVICES_TEAMS)
    if age is not None and age < _SIXTEEN and names_one_of(case.record.text("completion.organisation"), teams):
        yield ("completion.organisation",)
