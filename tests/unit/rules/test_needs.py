"""Rules run where the form has the fields that they name, and look at no others: on every release, and with any row or
section of it taken out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

import msgspec
import pytest

from hsbdocs.content.releases import load_releases
from hsbdocs.model.form import FieldType, Form
from hsbdocs.model.record import RecognisedBy, Record, State, Value
from hsbdocs.rules.registry import RULES, Case, Rule, apply_rules
from tests.rules.test_decisions import TABLE, Decision, case_of
from tests.support.forms import ROOT
from tests.unit.rules.records import GUIDE, TODAY

RELEASES = load_releases(ROOT / "content")


class Guarded(dict[str, Any]):
    """A record's answers that give only those of the fields named, and nothing of the others as a whole."""

    def __init__(self, values: dict[str, Any], named: set[str]) -> None:
        super().__init__(values)
        self._named = named

    def __getitem__(self, field: str) -> Any:
        assert field in self._named, f"looks at {field} and does not name it"
        return super().__getitem__(field)

    def get(self, field: str, default: Any = None) -> Any:
        assert field in self._named, f"looks at {field} and does not name it"
        return super().get(field, default)

    def _refuse(self, *_: object) -> NoReturn:
        raise AssertionError("goes through all answers")

    __iter__ = __contains__ = keys = values = items = _refuse


def guarded(record: Record, rule: Rule, form: Form) -> Record:
    """The record for this rule's eyes only."""
    named = {*rule.needs, *rule.uses, *(rule.fields_in(form) or ())}
    parts = {name: Guarded(getattr(record, name), named) for name in ("answers", "states", "chosen", "as_written")}
    return msgspec.structs.replace(record, **parts)


def shortened(form: Form) -> Iterator[Form]:
    """The form, and the form without any one of its rows, and without any one of its sections."""
    yield form
    for at, section in enumerate(form.sections):
        rest = (*form.sections[:at], *form.sections[at + 1 :])
        yield msgspec.structs.replace(form, sections=rest)
        for row in section.rows:
            rows = tuple(other for other in section.rows if other is not row)
            less = msgspec.structs.replace(section, rows=rows)
            yield msgspec.structs.replace(form, sections=(*form.sections[:at], less, *form.sections[at + 1 :]))


def record_of(form: Form, *, filled: bool, age: int = 12) -> Record:
    """A record of the form, blank or filled in: no where yes or no is asked, else what calls most rules in."""
    values: dict[FieldType, Value] = {
        FieldType.TEXT: "The same few words",
        FieldType.DATE: "2026-05-12",
        FieldType.AGE: age,
        FieldType.NHS_NUMBER: "9990000018",
        FieldType.YES_NO: "no",
    }
    answers = {field.id: values.get(field.type, "problematic") if filled else None for field in form.fields}
    return Record(
        form=form.key,
        document=None,
        recognised_by=RecognisedBy.LABELS,
        answers=answers,
        states=dict.fromkeys(answers, State.READ if filled else State.BLANK),
        chosen={field.id: ("yes", "no") for field in form.fields if field.type is FieldType.YES_NO and filled},
        as_written={},
        unplaced=(),
        findings=(),
    )


def look(case: Case) -> None:
    """Let every rule look that has what it needs; each sees only what it names."""
    for rule in RULES.values():
        fields = rule.fields_in(case.form)
        if fields is not None:
            record = guarded(case.record, rule, case.form)
            list(rule.condition(msgspec.structs.replace(case, record=record, fields=fields, lists=rule.lists)))


@pytest.mark.parametrize("form", RELEASES, ids=[f"{form.id} {form.version}" for form in RELEASES])
@pytest.mark.parametrize("filled", [False, True])
def test_no_rule_misses_a_field(form: Form, *, filled: bool) -> None:
    for less in shortened(form):
        case = Case(
            record=record_of(less, filled=filled), form=less, today=TODAY, guide=GUIDE, people=("Robin Writer",)
        )
        look(case)
        assert all(set(found.fields) <= less.field_by_id.keys() for found in apply_rules(case))


@pytest.mark.parametrize("decision", TABLE, ids=[f"{line.code}: {line.says}" for line in TABLE])
def test_a_rule_looks_only_at_the_fields_that_it_names(decision: Decision) -> None:
    look(case_of(decision))


def test_a_form_without_the_row_of_the_occupation_is_read() -> None:
    """It once broke the whole run: education's rules looked for the row."""
    (form,) = (form for form in RELEASES if form.id == "risk-assessment" and form.version == "2023.06-1")
    details = form.sections[0]
    rows = tuple(row for row in details.rows if row.key != "D10")
    less = msgspec.structs.replace(form, sections=(msgspec.structs.replace(details, rows=rows), *form.sections[1:]))
    record = record_of(less, filled=False)
    codes = [f.code.value for f in apply_rules(Case(record=record, form=less, today=TODAY, guide=GUIDE))]
    assert "child.occupation" not in record.answers
    assert "CHILD-01" in codes
    assert "CHILD-16" not in codes


def test_all_that_are_there_count_as_all() -> None:
    """Eleven blank considerations of eleven are none answered; ten of eleven are ten that are blank."""
    (form,) = (form for form in RELEASES if form.id == "risk-assessment" and form.version == "2023.06-1")
    at = next(number for number, section in enumerate(form.sections) if section.rows[0].key == "Q1")
    section = form.sections[at]
    less = msgspec.structs.replace(
        form,
        sections=(
            *form.sections[:at],
            msgspec.structs.replace(section, rows=section.rows[:-1]),
            *form.sections[at + 1 :],
        ),
    )
    record = record_of(less, filled=False)
    case = Case(record=record, form=less, today=TODAY, guide=GUIDE)
    (none,) = (finding for finding in apply_rules(case) if finding.code.value.startswith("ANSWER"))
    assert none.fields == tuple(f"considerations.q{number:02}" for number in range(1, 12))
    states = {**record.states, "considerations.q05": State.READ}
    some = msgspec.structs.replace(case, record=msgspec.structs.replace(record, states=states))
    found = [finding.code.value for finding in apply_rules(some) if finding.code.value.startswith("ANSWER")]
    assert found == ["ANSWER-02"] * 10


def test_every_name_of_a_rule_is_a_field_of_a_release() -> None:
    fields = {field.id for form in RELEASES for field in form.fields}
    for code, rule in RULES.items():
        for name in (*rule.needs, *rule.each, *rule.uses):
            beginning = name.removesuffix("*")
            assert any(field == name or (beginning != name and field.startswith(beginning)) for field in fields), code
