"""The six action rows (section 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.rules.registry import Case, rule

_REQUIRED = ("discussed", "support", "safeguarding_lead", "referral", "saved")
_ROWS = (*_REQUIRED, "other")


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
    """A referral is marked Yes and nothing says where."""
    record = case.record
    if record.answers["actions.referral.answer"] == "yes" and record.blank("actions.referral.details"):
        yield ("actions.referral.details",)
