"""The register of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form
from hsbdocs.model.names import ListId
from hsbdocs.model.record import Record
from hsbdocs.model.settings import in_months
from hsbdocs.rules.guide import Guide
from hsbdocs.rules.words import Phrase


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule sees: the record and its form, the day it is read on, the guide, and what is known of its file.

    ``file`` is the file's name without its folder and ending; ``people`` says that its properties hold a person's
    name; ``other_outcome`` that an earlier record of this run has the same child and another outcome.
    """

    record: Record
    form: Form
    today: date
    guide: Guide
    file: str = ""
    people: bool = False
    other_outcome: bool = False

    def names(self, list_id: ListId) -> frozenset[Phrase]:
        """The names of a list."""
        return self.guide.names[list_id]


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a condition holds, with more to say than the fields: the graver case, or words for the sentence."""

    fields: tuple[str, ...] = ()
    grave: bool = False
    params: dict[str, str | int] = {}


#: A rule yields the places where its condition holds: the field ids, none for the whole form, or a Spot.
Rule = Callable[[Case], Iterable[tuple[str, ...] | Spot]]

RISK_ASSESSMENT, RAG_CHECKLIST = "risk-assessment", "rag-checklist"

RULES: dict[Code, Rule] = {}
#: The form that a rule is about; a rule that is not here is about every form.
ONLY: dict[Code, str] = {}


def rule(code: Code) -> Callable[[Rule], Rule]:
    """Register a condition under its code, for every form. A code has one rule."""

    def register(condition: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"{code} has a rule already")
        RULES[code] = condition
        return condition

    return register


def rules_of(form: str) -> Callable[[Code], Callable[[Rule], Rule]]:
    """``rule`` for the conditions of one form, by its id: they look only at records of that form."""

    def rule_of_form(code: Code) -> Callable[[Rule], Rule]:
        ONLY[code] = form
        return rule(code)

    return rule_of_form


def apply_rules(case: Case) -> list[Finding]:
    """Every finding of every rule of the record's form, in the order of the codes."""
    own = case.form.id
    codes = [code for code in Code if code in RULES and ONLY.get(code, own) == own]
    return [_finding(code, spot, case) for code in codes for spot in RULES[code](case)]


def _finding(code: Code, spot: tuple[str, ...] | Spot, case: Case) -> Finding:
    if isinstance(spot, tuple):
        spot = Spot(fields=spot)
    form = case.form
    rows = {form.row_of[field].key: form.row_of[field] for field in spot.fields}
    params: dict[str, str | int] = dict(spot.params)
    if code in case.guide.months:
        params["period"] = in_months(case.guide.months[code])
    if not rows:
        return Finding(code=code, params=params, grave=spot.grave)
    first = next(iter(rows.values()))
    return Finding(
        code=code,
        fields=spot.fields,
        location=_location(list(rows), form),
        params={"ref": first.key, "label": first.label, **params},
        grave=spot.grave,
    )


def _location(keys: list[str], form: Form) -> str:
    """The rows in words; more than three that follow one another by the first and the last."""
    if len(keys) == 1:
        return f"row {keys[0]}"
    printed = [row.key for row in form.rows]
    start = printed.index(keys[0])
    if len(keys) > 3 and keys == printed[start : start + len(keys)]:
        return f"rows {keys[0]} to {keys[-1]}"
    return f"rows {', '.join(keys[:-1])} and {keys[-1]}"
