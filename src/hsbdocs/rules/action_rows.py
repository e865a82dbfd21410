"""The six action rows: marked once each, and the details that an answer asks for (section 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import names_one_of

_REQUIRED = ("discussed", "support", "safeguarding_lead", "referral", "saved")
_MARKS = tuple(f"actions.{row}.answer" for row in (*_REQUIRED, "other"))
_DISCUSSED, _OUTCOME = "actions.discussed.answer", "outcome.category"
_SERVICES = (ListId.CHILDRENS_SERVICES, ListId.POLICE, ListId.OTHER_SERVICES)


def _parts(row: str) -> tuple[str, str]:
    """The ids of a row's answer and of its details."""
    return f"actions.{row}.answer", f"actions.{row}.details"


def _yes_without_details(case: Case, row: str) -> Iterable[tuple[str, ...]]:
    """The row's details where it is marked Yes and nothing is written there."""
    answer, details = _parts(row)
    if case.record.answers[answer] == "yes" and case.record.blank(details):
        yield (details,)


@rule(Code.ACTION_01, each=_MARKS)
def both(case: Case) -> Iterable[tuple[str, ...]]:
    """Yes and No are both marked."""
    for field in case.fields:
        if len(case.record.chosen.get(field, ())) > 1:
            yield (field,)


@rule(Code.ACTION_02, each=_MARKS[:-1], uses=(_OUTCOME,))
def neither(case: Case) -> Iterable[tuple[str, ...]]:
    """Neither is marked in rows 1 to 5; row 1 may be blank where the outcome is normal: it asks about concerns."""
    for field in case.fields:
        excused = field == _DISCUSSED and case.record.answers.get(_OUTCOME) == "normal"
        if case.record.blank(field) and not excused:
            yield (field,)


@rule(Code.ACTION_03, needs=_parts("referral"))
def referral_where(case: Case) -> Iterable[tuple[str, ...]]:
    """A referral is marked Yes and nothing says where (row 4)."""
    return _yes_without_details(case, "referral")


@rule(Code.ACTION_04, needs=_parts("referral"), lists=_SERVICES)
def service_named(case: Case) -> Iterable[tuple[str, ...]]:
    """A referral is marked No, and its details name a service of the lists (row 4)."""
    record = case.record
    details = record.text("actions.referral.details")
    if record.answers["actions.referral.answer"] == "no" and any(
        names_one_of(details, case.names(list_id)) for list_id in _SERVICES
    ):
        yield ("actions.referral.answer", "actions.referral.details")


@rule(Code.ACTION_07, needs=_parts("safeguarding_lead"))
def lead_not_named(case: Case) -> Iterable[tuple[str, ...]]:
    """A discussion with a safeguarding lead is marked Yes, and nothing is written beside it (row 3)."""
    return _yes_without_details(case, "safeguarding_lead")


@rule(Code.ACTION_09, needs=_parts("other"))
def other_not_said(case: Case) -> Iterable[tuple[str, ...]]:
    """Other actions are marked Yes, and nothing says which (row 6)."""
    return _yes_without_details(case, "other")
