"""Summary and outcome (section 4.4). Nothing here looks at which outcome was chosen."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.rules.registry import Case, rule


@rule(Code.OUTCOME_01)
def none_marked(case: Case) -> Iterable[tuple[str, ...]]:
    """No outcome is marked."""
    if case.record.blank("outcome.category"):
        yield ("outcome.category",)


@rule(Code.OUTCOME_02)
def several_marked(case: Case) -> Iterable[tuple[str, ...]]:
    """Two or more outcomes are marked."""
    if len(case.record.chosen.get("outcome.category", ())) > 1:
        yield ("outcome.category",)


@rule(Code.OUTCOME_03)
def summary_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """The summary is blank."""
    if case.record.blank("outcome.summary"):
        yield ("outcome.summary",)
