"""Summary and outcome (section 4.4), and what the guidance asks for beside each outcome (2.2, 2.3, 3.1, 3.5).

Nothing here says which outcome is right.
"""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.rules.age import under_13
from hsbdocs.rules.dates import AGE, ASSESSED
from hsbdocs.rules.registry import Case, Spot, rule

_OUTCOME = "outcome.category"
_SUPPORT, _LEAD = "actions.support.answer", "actions.safeguarding_lead.answer"
_REFERRAL = "actions.referral.answer"
_SUMMARY = "outcome.summary"
_ROWS = ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")
_MARKS = tuple(f"actions.{row}.answer" for row in _ROWS)


def _without_yes(case: Case, outcome: str, field: str) -> bool:
    """True where this outcome is recorded and the action row is not marked Yes, blank and unreadable included."""
    return case.record.answers[_OUTCOME] == outcome and case.record.answers[field] != "yes"


@rule(Code.OUTCOME_01, needs=(_OUTCOME,))
def none_marked(case: Case) -> Iterable[tuple[str, ...]]:
    """No outcome is marked."""
    if case.record.blank(_OUTCOME):
        yield (_OUTCOME,)


@rule(Code.OUTCOME_02, needs=(_OUTCOME,))
def several_marked(case: Case) -> Iterable[tuple[str, ...]]:
    """Two or more outcomes are marked."""
    if len(case.record.chosen.get(_OUTCOME, ())) > 1:
        yield (_OUTCOME,)


@rule(Code.OUTCOME_03, needs=(_SUMMARY,))
def summary_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """The summary is blank."""
    if case.record.blank(_SUMMARY):
        yield (_SUMMARY,)


@rule(Code.OUTCOME_04, needs=(_OUTCOME, _REFERRAL, _LEAD))
def harmful_no_referral(case: Case) -> Iterable[Spot]:
    """Harmful, and a referral is not marked Yes (2.2, 3.1, 3.5); graver where no discussion with a lead is either."""
    if _without_yes(case, "harmful", _REFERRAL):
        yield Spot(fields=(_REFERRAL,), grave=case.record.answers[_LEAD] != "yes")


@rule(Code.OUTCOME_05, needs=(_OUTCOME, _LEAD))
def harmful_no_discussion(case: Case) -> Iterable[tuple[str, ...]]:
    """Harmful, and a discussion with a safeguarding lead is not marked Yes (3.5, row 3)."""
    if _without_yes(case, "harmful", _LEAD):
        yield (_LEAD,)


@rule(Code.OUTCOME_06, needs=(_OUTCOME, _SUPPORT))
def harmful_no_support(case: Case) -> Iterable[tuple[str, ...]]:
    """Harmful, and advice and support are not marked Yes (3.1)."""
    if _without_yes(case, "harmful", _SUPPORT):
        yield (_SUPPORT,)


@rule(Code.OUTCOME_10, needs=(_OUTCOME,), each=_MARKS)
def problematic_no_action(case: Case) -> Iterable[tuple[str, ...]]:
    """Problematic, and each of the action rows is No or blank (3.5). A row that cannot be read is neither."""
    none = all(case.record.answers[field] == "no" or case.record.blank(field) for field in case.fields)
    if case.record.answers[_OUTCOME] == "problematic" and none:
        yield case.fields


@rule(Code.OUTCOME_11, needs=(_OUTCOME, _LEAD), uses=(*AGE, ASSESSED))
def problematic_no_discussion(case: Case) -> Iterable[tuple[str, ...]]:
    """Problematic, and a discussion with a lead is not marked Yes (3.5); under 13 it is a duty, and AGE-05 says so."""
    if _without_yes(case, "problematic", _LEAD) and not under_13(case):
        yield (_LEAD,)


@rule(Code.OUTCOME_12, needs=(_OUTCOME, _SUPPORT))
def normal_no_support(case: Case) -> Iterable[tuple[str, ...]]:
    """Normal, and advice and support are not marked Yes (2.3)."""
    if _without_yes(case, "normal", _SUPPORT):
        yield (_SUPPORT,)
