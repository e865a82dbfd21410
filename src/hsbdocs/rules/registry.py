"""The register of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.record import Record


class Case(msgspec.Struct, frozen=True):
    """What a rule sees: the record and the day it is read on."""

    record: Record
    today: date


#: A rule yields the places where its condition holds: the field ids, and what fills its sentence beyond row and label.
Rule = Callable[[Case], Iterable[tuple[str, ...]]]

RULES: dict[Code, Rule] = {}


def rule(code: Code) -> Callable[[Rule], Rule]:
    """Register a condition under its code. A code has one rule."""

    def register(condition: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"{code} has a rule already")
        RULES[code] = condition
        return condition

    return register


def apply_rules(record: Record, today: date) -> list[Finding]:
    """Every finding of every rule on this record, in the order of the codes."""
    case = Case(record, today)
    return [_finding(code, fields, record) for code in Code if code in RULES for fields in RULES[code](case)]


def _finding(code: Code, fields: tuple[str, ...], record: Record) -> Finding:
    rows = {record.form.row_of[field].key: record.form.row_of[field] for field in fields}
    if not rows:
        return Finding(code=code)
    first = next(iter(rows.values()))
    params: dict[str, str | int] = {"ref": first.key, "label": first.label}
    keys = list(rows)
    location = f"row {keys[0]}" if len(keys) == 1 else f"rows {', '.join(keys[:-1])} and {keys[-1]}"
    if len(keys) > 3:
        location = f"rows {keys[0]} to {keys[-1]}"
    return Finding(code=code, fields=fields, location=location, params=params)
