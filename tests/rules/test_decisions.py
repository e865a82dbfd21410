"""Every line of decisions.tsv: what a form holds, and whether a rule speaks."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.record import Record, State
from hsbdocs.rules import apply_rules
from hsbdocs.rules.registry import RULES, Case
from tests.support.said import where
from tests.unit.rules.records import (
    BASE,
    CHECKLIST,
    TODAY,
    Given,
    case,
    complete,
    complete_addendum,
    complete_checklist,
)

_STATES = {
    "(blank)": State.BLANK,
    "(unreadable)": State.UNREADABLE,
    "(missing)": State.MISSING,
    "(not a date)": State.INVALID,
    "(not a number)": State.INVALID,
    "(not clear)": State.AMBIGUOUS,
    "(not known)": State.NOT_KNOWN,
    "(picture)": State.PICTURE,
}
_GROUPS = {
    "considerations": [field for field in BASE if field.startswith("considerations.")],
    "actions": [field for field in BASE if field.startswith("actions.") and field.endswith(".answer")],
    "criteria": [field for field in CHECKLIST if field.startswith("criteria.")],
}
_SEVERAL = ("outcome.category", "completion.mode", *_GROUPS["actions"])


class Decision(NamedTuple):
    """A line of the table."""

    code: str
    says: str
    changes: str
    expected: str
    where: str
    why: str


def _table() -> list[Decision]:
    path = Path(__file__).with_name("decisions.tsv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, dialect="excel-tab"))
    assert lines[0] == ["code", "what the form says", "fields set", "expected", "where", "why"]
    return [Decision(*(cell.strip() for cell in line)) for line in lines[1:]]


TABLE = _table()


def found(decision: Decision) -> list[Finding]:
    """What the rules find on the form of this line."""
    return apply_rules(case_of(decision))


def case_of(decision: Decision) -> Case:
    """What rules see of the form of this line."""
    fields: dict[str, Given] = {}
    ticks: dict[str, tuple[str, ...]] = {}
    beside = {"today": TODAY.isoformat(), "file": "form", "properties": "nobody"}
    for change in decision.changes.split("; "):
        name, value = change.split("=", 1)
        if name in beside:
            beside[name] = value
        elif name in _SEVERAL and "+" in value:
            ticks[name] = tuple(value.split("+"))
        else:
            given: Given = _STATES.get(value, int(value) if name == "child.age" and value.isdecimal() else value)
            assert isinstance(given, State) or not (str(given)[:1] == "(" and str(given)[-1:] == ")"), (
                f"no such state: {value}"
            )
            fields.update(dict.fromkeys(_GROUPS.get(name, [name]), given))
    return case(
        complete(fields, ticks=ticks) if (of_another := _of_another_form(decision)) is None else of_another(fields),
        date.fromisoformat(beside["today"]),
        file=beside["file"],
        people=() if beside["properties"] == "nobody" else tuple(beside["properties"].split("+")),
    )


def _of_another_form(decision: Decision) -> Callable[[dict[str, Given]], Record] | None:
    """What makes a record of the form that a line speaks of, where that is not the risk assessment."""
    if decision.code.startswith("CHECKLIST"):
        return complete_checklist
    return complete_addendum if "addendum." in decision.changes else None


@pytest.mark.parametrize("decision", TABLE, ids=[f"{line.code}: {line.says}" for line in TABLE])
def test_every_line_of_the_table(decision: Decision) -> None:
    findings = [finding for finding in found(decision) if finding.code.value == decision.code]
    if decision.expected == "silent":
        assert findings == []
    else:
        (finding,) = findings
        assert (where(finding.location) or "whole form") == decision.where
        assert finding.grave is (decision.expected == "fires, graver")


def test_the_table_says_only_what_can_be_expected() -> None:
    assert {line.expected for line in TABLE} == {"fires", "fires, graver", "silent"}
    assert all((line.where != "") is line.expected.startswith("fires") for line in TABLE)
    assert len({(line.code, line.changes) for line in TABLE}) == len(TABLE), "a line stands twice"


def test_every_rule_has_a_line_on_which_it_fires_and_one_on_which_it_is_silent() -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for line in TABLE:
        said[line.code].add("silent" if line.expected == "silent" else "fires")
    assert said == {code.value: {"fires", "silent"} for code in RULES}


def test_lines_are_in_the_order_of_the_codes() -> None:
    order = [code.value for code in Code]
    assert [line.code for line in TABLE] == sorted((line.code for line in TABLE), key=order.index)
