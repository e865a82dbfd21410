"""RawAnswers to values: each by its type, null where it is blank or leaves a doubt."""

from __future__ import annotations

from collections.abc import Callable

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.record import RawAnswer, RawAnswers, Record, State, Value
from hsbdocs.reading.recognise import Recognised
from hsbdocs.reading.values import DateFault, read_age, read_date, read_nhs_number

_Resolved = tuple[Value, State, list[Code]]


def resolve(recognised: Recognised, raw: RawAnswers) -> Record:
    """Give every field its value, or null with a state that says why and a finding where a person must look."""
    form = recognised.form
    answers: dict[str, Value] = {}
    states: dict[str, State] = {}
    as_written: dict[str, str] = {}
    findings = list(raw.findings)
    for field in form.fields:
        answer = raw.answers[field.id]
        value, state, codes = _RESOLVERS[field.type](field, answer)
        if answer.missing:
            value, state, codes = None, State.MISSING, []
        elif answer.unclear:
            value, state, codes = None, State.UNREADABLE, [Code.FORM_07]
        elif value is None and state is State.BLANK and answer.pictures:
            state = State.SIGNED_BY_PICTURE
        answers[field.id], states[field.id] = value, state
        converted = field.type in (FieldType.DATE, FieldType.AGE, FieldType.NHS_NUMBER)
        if answer.text and (converted or value is None):
            as_written[field.id] = answer.text
        findings += [_finding(code, form, field) for code in codes]
        if answer.mangled and state is not State.MISSING:
            findings.append(_finding(Code.ANSWER_03, form, field))
    return Record(
        form=form,
        document=recognised.document,
        recognised_by=recognised.by,
        answers=answers,
        states=states,
        chosen={field_id: answer.chosen for field_id, answer in raw.answers.items() if answer.chosen},
        as_written=as_written,
        unplaced=raw.unplaced,
        findings=tuple(findings),
    )


def _finding(code: Code, form: Form, field: Field) -> Finding:
    row = form.row_of[field.id]
    label = row.label if len(row.fields) == 1 else field.title
    params: dict[str, str | int] = {"ref": row.ref or row.key, "label": label}
    return Finding(code=code, fields=(field.id,), location=f"row {row.key}", params=params)


def _text(_: Field, answer: RawAnswer) -> _Resolved:
    return (answer.text, State.READ, []) if answer.text else (None, State.BLANK, [])


def _date(field: Field, answer: RawAnswer) -> _Resolved:
    text = answer.text or answer.stored
    if not text:
        return None, State.BLANK, []
    read = read_date(text)
    if read.value is None:
        if not field.id.startswith("child."):
            return None, State.UNREADABLE, []
        code = Code.CHILD_04 if read.fault is DateFault.UNCLEAR else Code.CHILD_03
        return None, State.UNREADABLE, [code]
    stored = read_date(answer.stored[: len("2012-03-27")]) if answer.stored else read
    codes = [Code.FORM_10] if stored.value not in (None, read.value) else []
    return read.value.isoformat(), State.READ, codes


def _age(_: Field, answer: RawAnswer) -> _Resolved:
    if not answer.text:
        return None, State.BLANK, []
    years = read_age(answer.text)
    return (None, State.UNREADABLE, [Code.FORM_07]) if years is None else (years, State.READ, [])


def _nhs_number(_: Field, answer: RawAnswer) -> _Resolved:
    if not answer.text:
        return None, State.BLANK, []
    number = read_nhs_number(answer.text)
    return (None, State.UNREADABLE, []) if number is None else (number, State.READ, [])


def _chosen(_: Field, answer: RawAnswer) -> _Resolved:
    if len(answer.chosen) > 1:
        return None, State.UNREADABLE, []
    return (answer.chosen[0], State.READ, []) if answer.chosen else (None, State.BLANK, [])


_RESOLVERS: dict[FieldType, Callable[[Field, RawAnswer], _Resolved]] = {
    FieldType.TEXT: _text,
    FieldType.DATE: _date,
    FieldType.AGE: _age,
    FieldType.NHS_NUMBER: _nhs_number,
    FieldType.YES_NO: _chosen,
    FieldType.CHOICE: _chosen,
}
