"""What was written becomes a value, or null with a reason."""

import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.record import RawAnswer, RawAnswers, RecognisedBy, Record, State, Unplaced, Value
from hsbdocs.reading.recognise import Recognised
from hsbdocs.reading.resolve import resolve
from tests.support.said import at, place, seen
from tests.unit.reading.sheets import RELEASED

NAME, BORN, AGE, NHS = "child.name", "child.date_of_birth", "child.age", "child.nhs_number"
MODE, SAVED = "completion.mode", "actions.saved.answer"


def resolved(field: str, answer: RawAnswer, *findings: Finding) -> Record:
    """The record with one answer."""
    raw = RawAnswers(
        {each.id: answer if each.id == field else RawAnswer() for each in RELEASED.fields},
        (Unplaced("Zebra", place("comment")),),
        findings,
    )
    return resolve(Recognised(RELEASED, "a-document", RecognisedBy.REFS), raw)


def test_what_is_handed_on() -> None:
    found = resolved(NAME, RawAnswer(), Finding(code=Code.FORM_05))
    assert (found.form, found.document, found.recognised_by) == (RELEASED.key, "a-document", RecognisedBy.REFS)
    assert (found.unplaced, found.findings) == ((Unplaced("Zebra", place("comment")),), (Finding(code=Code.FORM_05),))
    assert set(found.states.values()) == {State.BLANK}
    assert (found.chosen, found.as_written) == ({}, {})


@pytest.mark.parametrize(
    ("field", "answer", "value", "state", "codes"),
    [
        (NAME, RawAnswer("Amber"), "Amber", State.READ, []),
        (NAME, RawAnswer("not known"), "not known", State.READ, []),
        (NAME, RawAnswer(pictures=1), None, State.PICTURE, []),
        (NAME, RawAnswer("Amber", pictures=1), "Amber", State.READ, []),
        (NAME, RawAnswer("Amber", unclear=True), None, State.UNREADABLE, ["FORM-07"]),
        (NAME, RawAnswer("Amber", missing=True), None, State.MISSING, []),
        (NAME, RawAnswer("Amber", missing=True, unclear=True, mangled=True, altered=True), None, State.MISSING, []),
        (NAME, RawAnswer("Amber", mangled=True), "Amber", State.READ, ["ANSWER-03"]),
        (NAME, RawAnswer("Amber", altered=True), "Amber", State.READ, ["FORM-11"]),
        (NAME, RawAnswer("A", unclear=True, mangled=True, altered=True), None, State.UNREADABLE,
         ["FORM-07", "ANSWER-03", "FORM-11"]),
        (BORN, RawAnswer("3/4/2012"), "2012-04-03", State.READ, []),
        (BORN, RawAnswer("3/4/12"), None, State.AMBIGUOUS, []),
        (BORN, RawAnswer("31/2/2012"), None, State.INVALID, []),
        (BORN, RawAnswer("not known"), None, State.NOT_KNOWN, []),
        (BORN, RawAnswer("not known", unclear=True), None, State.UNREADABLE, ["FORM-07"]),
        (BORN, RawAnswer(stored="2012-04-03"), "2012-04-03", State.READ, []),
        (BORN, RawAnswer("3/4/2012", stored="2012-04-03T00:00:00Z"), "2012-04-03", State.READ, []),
        (BORN, RawAnswer("3/4/2012", stored="2012-03-04"), None, State.UNREADABLE, ["FORM-07"]),
        (BORN, RawAnswer("3/4/2012", stored="2012-03-05"), "2012-04-03", State.READ, ["FORM-10"]),
        (BORN, RawAnswer("2012-04-03T23:00:00Z"), None, State.UNREADABLE, ["FORM-07"]),
        (BORN, RawAnswer(stored="2012-04-03T23:00:00Z"), None, State.UNREADABLE, ["FORM-07"]),
        (BORN, RawAnswer("2012-01-03T23:00:00Z"), "2012-01-03", State.READ, []),
        (BORN, RawAnswer(prompt="Date of birth here"), None, State.BLANK, ["ANSWER-03"]),
        (BORN, RawAnswer("spring", stored="2012-03-04"), None, State.INVALID, []),
        (BORN, RawAnswer(stored="nonsense"), None, State.INVALID, []),
        (BORN, RawAnswer(pictures=1), None, State.PICTURE, []),
        (BORN, RawAnswer("spring", pictures=1), None, State.INVALID, []),
        (AGE, RawAnswer("15 years 8 months"), 15, State.READ, []),
        (AGE, RawAnswer("0"), 0, State.READ, []),
        (AGE, RawAnswer("fifteen"), None, State.UNREADABLE, ["FORM-07"]),
        (AGE, RawAnswer("unknown"), None, State.NOT_KNOWN, []),
        (NHS, RawAnswer("999 000 0018"), "9990000018", State.READ, []),
        (NHS, RawAnswer("999 000"), None, State.INVALID, []),
        (NHS, RawAnswer("n/a"), None, State.NOT_KNOWN, []),
        (SAVED, RawAnswer(chosen=("yes",)), "yes", State.READ, []),
        (SAVED, RawAnswer(chosen=("yes", "no")), None, State.AMBIGUOUS, []),
        (SAVED, RawAnswer(chosen=("yes",), unclear=True), None, State.UNREADABLE, ["FORM-07"]),
        (MODE, RawAnswer(chosen=("virtual",)), "virtual", State.READ, []),
        (MODE, RawAnswer(pictures=1), None, State.PICTURE, []),
    ],
)  # fmt: skip
def test_each_type(field: str, answer: RawAnswer, value: Value, state: State, codes: list[str]) -> None:
    found = resolved(field, answer)
    assert (found.answers[field], found.states[field]) == (value, state)
    assert [finding.code.value for finding in found.findings] == codes
    assert all(finding.fields == (field,) for finding in found.findings)
    assert found.chosen == ({field: answer.chosen} if answer.chosen else {})


@pytest.mark.parametrize(
    ("field", "answer", "written"),
    [
        (NAME, RawAnswer("Amber"), None),
        (NAME, RawAnswer("Amber", unclear=True), "Amber"),
        (NAME, RawAnswer("Amber", missing=True), "Amber"),
        (BORN, RawAnswer("3/4/2012"), "3/4/2012"),
        (BORN, RawAnswer("3/4/12"), "3/4/12"),
        (BORN, RawAnswer(stored="2012-04-03"), "2012-04-03"),
        (BORN, RawAnswer(stored="2012-04-03", missing=True), None),
        (BORN, RawAnswer("3 April 2012", stored="2012-04-03"), "3 April 2012"),
        (AGE, RawAnswer("15"), "15"),
        (AGE, RawAnswer("unknown"), "unknown"),
        (NHS, RawAnswer("999 000 0018"), "999 000 0018"),
        (SAVED, RawAnswer("Yes: x No: x", chosen=("yes", "no")), "Yes: x No: x"),
        (SAVED, RawAnswer(chosen=("yes",)), None),
    ],
)
def test_what_is_kept_as_written(field: str, answer: RawAnswer, written: str | None) -> None:
    assert resolved(field, answer).as_written == ({} if written is None else {field: written})


@pytest.mark.parametrize(
    ("field", "row", "label"),
    [
        (NAME, "D1", "Name of Child/Young Person"),
        (AGE, "D2", RELEASED.field_by_id[AGE].title),
        (SAVED, "A5", RELEASED.field_by_id[SAVED].title),
        ("considerations.q04", "Q4", "Details of sexual partner/s."),
        ("considerations.q05", "Q5", RELEASED.row_of["considerations.q05"].label),
    ],
)
def test_a_finding_says_where_and_what_was_seen(field: str, row: str, label: str) -> None:
    (finding,) = resolved(field, RawAnswer("x", unclear=True)).findings
    params: dict[str, str | int] = {"ref": row, "label": label}
    assert finding == Finding(
        code=Code.FORM_07,
        fields=(field,),
        location=at(f"row {row}"),
        params=params,
        doubts=seen("something that is no clear answer"),
    )
    (finding,) = resolved(field, RawAnswer("x", unclear=True, seen=seen("Yes: bold"))).findings
    assert finding.doubts == seen("Yes: bold")
    (finding,) = resolved(field, RawAnswer("x", mangled=True, seen=seen("Yes: bold"))).findings[-1:]
    assert finding.doubts == ()
