"""Records by hand: a complete one, a blank one, and changes to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.content.releases import load_releases
from hsbdocs.model.finding import Finding
from hsbdocs.model.form import Form, FormKey
from hsbdocs.model.record import RecognisedBy, Record, State, Value
from hsbdocs.rules import Case, apply_rules, guide_of
from tests.support.forms import ROOT
from tests.unit.reading.complete import EXPECTED
from tests.unit.reading.sheets import RELEASED

TODAY = date(2026, 6, 1)
CHECKLIST_FORM, ADDENDUM_FORM = (
    next(form for form in load_releases(ROOT / "content") if form.key == FormKey(name, "2023.06-1"))
    for name in ("rag-checklist", "risk-assessment-addendum")
)
GUIDE = guide_of(load_catalogue(ROOT / "content").ruleset)

#: The complete record without an NHS number: one of the test range is a finding of its own (CHILD-10).
BASE: dict[str, Value] = {**EXPECTED, "child.nhs_number": None}

#: What a test may say of a field: its value, or why there is none.
Given = Value | State


def complete(changes: dict[str, Given] | None = None, *, ticks: Mapping[str, tuple[str, ...]] | None = None) -> Record:
    """The complete record with changes; ``ticks`` marks several options of a field."""
    answers: dict[str, Value] = dict(BASE)
    states = {field_id: State.BLANK if value is None else State.READ for field_id, value in answers.items()}
    for field_id, given in (changes or {}).items():
        assert field_id in answers, f"no such field: {field_id}"
        if given is None or isinstance(given, State):
            answers[field_id], states[field_id] = None, State.BLANK if given is None else given
        else:
            answers[field_id], states[field_id] = given, State.READ
    chosen: dict[str, tuple[str, ...]] = {
        f.id: (str(answers[f.id]),) for f in RELEASED.fields if f.type in ("yes_no", "choice") and answers[f.id]
    }
    for field_id, codes in (ticks or {}).items():
        answers[field_id], states[field_id], chosen[field_id] = None, State.AMBIGUOUS, codes
    return Record(
        form=RELEASED.key,
        document="risk-assessment",
        recognised_by=RecognisedBy.STAMP,
        answers=answers,
        states=states,
        chosen=chosen,
        as_written={},
        unplaced=(),
        findings=(),
    )


CRITERIA = (
    *("type", "context", "emotional_response", "response_of_others"),
    *("power_dynamics", "frequency", "persistence", "parental_relation"),
)
#: A complete checklist.
CHECKLIST: dict[str, Value] = {
    "checklist.reference": "KM-0001",
    "checklist.date": "2026-05-12",
    "checklist.practitioner": "Robin Writer, school nurse",
    "checklist.organisation": "Sample Trust",
    **{f"criteria.{name}.rating": "problematic" for name in CRITERIA},
    **{f"criteria.{name}.evidence": f"What is known of {name}." for name in CRITERIA},
}


def complete_checklist(changes: Mapping[str, Given] | None = None) -> Record:
    """The complete checklist with changes."""
    given: dict[str, Given] = {**CHECKLIST, **(changes or {})}
    assert given.keys() == CHECKLIST.keys()
    chosen: dict[str, tuple[str, ...]] = {name: (str(given[name]),) for name in given if name.endswith(".rating")}
    return _record(CHECKLIST_FORM, given, chosen)


#: A complete addendum: one answer, and who gave it.
ADDENDUM: dict[str, Value] = {
    **dict.fromkeys(field.id for field in ADDENDUM_FORM.fields),
    "addendum.q1": "Added on Monday.",
    "addendum.name": "Robin Writer",
    "addendum.signature": "R Writer",
    "addendum.date": "2026-06-01",
}


def complete_addendum(changes: Mapping[str, Given] | None = None) -> Record:
    """The complete addendum with changes."""
    given: dict[str, Given] = {**ADDENDUM, **(changes or {})}
    assert given.keys() == ADDENDUM.keys()
    return _record(ADDENDUM_FORM, given)


def _record(form: Form, given: Mapping[str, Given], chosen: dict[str, tuple[str, ...]] | None = None) -> Record:
    """A record of a form whose only document has its name."""
    return Record(
        form=form.key,
        document=form.id,
        recognised_by=RecognisedBy.STAMP,
        answers={name: None if isinstance(value, State) else value for name, value in given.items()},
        states=_states(given),
        chosen=chosen or {},
        as_written={},
        unplaced=(),
        findings=(),
    )


def _states(given: Mapping[str, Given]) -> dict[str, State]:
    return {
        name: value if isinstance(value, State) else State.BLANK if value is None else State.READ
        for name, value in given.items()
    }


def form_of(record: Record) -> Form:
    """The form that a record names."""
    return next(form for form in (RELEASED, CHECKLIST_FORM, ADDENDUM_FORM) if form.key == record.form)


def everything(state: State) -> Record:
    """The record with every field in this state."""
    record = complete(dict.fromkeys(EXPECTED, state))
    return msgspec.structs.replace(record, chosen={})


def case(record: Record, today: date = TODAY, *, file: str = "form", people: tuple[str, ...] = ()) -> Case:
    """What rules see of a record."""
    form = form_of(record)
    return Case(record=record, form=form, today=today, guide=GUIDE, file=file, people=people)


def findings(record: Record, today: date = TODAY) -> list[Finding]:
    """What the rules find."""
    return apply_rules(case(record, today))


def codes(record: Record, today: date = TODAY) -> list[str]:
    """The codes of the findings in their order, each as often as it is found."""
    return [finding.code.value for finding in findings(record, today)]
