"""The six action rows: marked once each, and the details that an answer asks for (section 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.registry import RISK_ASSESSMENT, Case, rules_of
from hsbdocs.rules.words import names_one_of

rule = rules_of(RISK_ASSESSMENT)

_REQUIRED = ("discussed", "support", "safeguarding_lead", "referral", "saved")
_ROWS = (*_REQUIRED, "other")
_SERVICES = (ListId.CHILDRENS_SERVICES, ListId.POLICE, ListId.OTHER_SERVICES)


def _yes_without_details(case: Case, row: str) -> Iterable[tuple[str, ...]]:
    """The row's details where it is marked Yes and nothing is written there."""
    if case.record.answers[f"actions.{row}.answer"] == "yes" and case.record.blank(f"actions.{row}.details"):
        yield (f"actions.{row}.details",)


@rule(Code.ACTION_01)
def both(case: Case) -> Iterable[tuple[str, ...]]:
    """Yes and No are both marked."""
    for row in _ROWS:
        if len(case.record.chosen.get(f"actions.{row}.answer", ())) > 1:
            yield (f"actions.{row}.answer",)


@rule(Code.ACTION_02)
def neither(case: Case) -> Iterable[tuple[str, ...]]:
    """Neither is marked in rows 1 to 5; row 1 may be blank where the outcome is normal: it asks about concerns."""
    for row in _REQUIRED:
        excused = row == "discussed" and case.record.answers["outcome.category"] == "normal"
        if case.record.blank(f"actions.{row}.answer") and not excused:
            yield (f"actions.{row}.answer",)


@rule(Code.ACTION_03)
def referral_where(case: Case) -> Iterable[tuple[str, ...]]:
    """A referral is marked Yes and nothing says where (row 4)."""
    return _yes_without_details(case, "referral")


@rule(Code.ACTION_04)
def service_named(case: Case) -> Iterable[tuple[str, ...]]:
    """A referral is marked No, and its details name a service of the lists (row 4)."""
    record = case.record
    details = record.text("actions.referral.details")
    if record.answers["actions.referral.answer"] == "no" and any(
        names_one_of(details, case.names(list_id)) for list_id in _SERVICES
    ):
        yield ("actions.referral.answer", "actions.referral.details")


@rule(Code.ACTION_07)
def lead_not_named(case: Case) -> Iterable[tuple[str, ...]]:
    """A discussion with a safeguarding lead is marked Yes, and nothing is written beside it (row 3)."""
    return _yes_without_details(case, "safeguarding_lead")


@rule(Code.ACTION_09)
def other_not_said(case: Case) -> Iterable[tuple[str, ...]]:
    """Other actions are marked Yes, and nothing says which (row 6)."""
    return _yes_without_details(case, "other")
