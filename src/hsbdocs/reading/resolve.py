"""RawAnswers to values: each by its type, null where it is blank or leaves a doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.location import row as at_row
from hsbdocs.model.record import RawAnswer, RawAnswers, Record, State, Value
from hsbdocs.reading.recognise import Recognised
from hsbdocs.reading.values import DateFault, read_age, read_date, read_nhs_number, says_not_known

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
        value, state, codes = _resolved(answer, field)
        answers[field.id], states[field.id] = value, state
        prompt = answer.prompt if state is State.BLANK else ""
        written = _as_written(answer, field, value) or prompt
        if written:
            as_written[field.id] = written
        findings += [_finding(code, form, field, answer.seen) for code in codes]
        if state is not State.MISSING:
            findings += [_finding(code, form, field) for code in _left_in(answer, prompt)]
    return Record(
        form=form.key,
        document=recognised.document,
        recognised_by=recognised.by,
        answers=answers,
        states=states,
        chosen={field_id: answer.chosen for field_id, answer in raw.answers.items() if answer.chosen},
        as_written=as_written,
        unplaced=raw.unplaced,
        findings=tuple(findings),
    )


def _resolved(answer: RawAnswer, field: Field) -> _Resolved:
    """The value by the field's type, unless the row is not there or something in it is in doubt."""
    if answer.missing:
        return None, State.MISSING, []
    if answer.unclear:
        return None, State.UNREADABLE, [Code.FORM_07]
    value, state, codes = _RESOLVERS[field.type](answer)
    if value is not None:
        return value, state, codes
    if state is State.BLANK and answer.pictures:
        return None, State.PICTURE, codes
    if field.type in _CONVERTED and says_not_known(answer.text):
        return None, State.NOT_KNOWN, []
    return None, state, codes


def _as_written(answer: RawAnswer, field: Field, value: Value) -> str:
    """The text that a value was made of, or that gave none; empty where the value is the text itself."""
    if value is None:
        return answer.text
    return (answer.text or answer.stored) if field.type in _CONVERTED else ""


def _left_in(answer: RawAnswer, prompt: str) -> Iterator[Code]:
    """What is said besides of what stands there: words of the blank, and that something is crossed out or drawn."""
    if answer.mangled or prompt:
        yield Code.ANSWER_03
    if answer.altered:
        yield Code.FORM_11


#: What is seen where no signs have names.
_NO_CLEAR_ANSWER = (Seen(Doubt.NO_CLEAR_ANSWER),)


def _finding(code: Code, form: Form, field: Field, seen: tuple[Seen, ...] = ()) -> Finding:
    row = form.row_of[field.id]
    label = row.label if len(row.fields) == 1 else field.title
    params: dict[str, str | int] = {"ref": row.key, "label": label}
    doubts = (seen or _NO_CLEAR_ANSWER) if code is Code.FORM_07 else ()
    return Finding(code=code, fields=(field.id,), location=at_row(row.key), doubts=doubts, params=params)


def _text(answer: RawAnswer) -> _Resolved:
    return (answer.text, State.READ, []) if answer.text else (None, State.BLANK, [])


def _date(answer: RawAnswer) -> _Resolved:
    text = answer.text or answer.stored
    if not text:
        return None, State.BLANK, []
    read = read_date(answer.serial or text)
    if read.fault is DateFault.OTHER_DAY or (answer.serial and not _is_shown(read.value, text)):
        return None, State.UNREADABLE, [Code.FORM_07]
    if read.value is None:
        return None, State.AMBIGUOUS if read.fault is DateFault.SHORT_YEAR else State.INVALID, []
    return _held_against(answer.stored, read.value)


def _held_against(stored: str, value: date) -> _Resolved:
    """A date that was read, with what is said where a control's properties hold another one."""
    held = read_date(stored).value if stored else value
    if held is not None and _turned(held, value):
        return None, State.UNREADABLE, [Code.FORM_07]
    return value.isoformat(), State.READ, [Code.FORM_10] if held != value else []


def _is_shown(counted: date | None, text: str) -> bool:
    """False where a number counts to no date, or the text shows another one: then it shows the month first."""
    shown = read_date(text).value
    return counted is not None and shown in (None, counted)


def _turned(one: date, other: date) -> bool:
    """True where the day of the one is the month of the other: one of the two shows the month first."""
    return one != other and (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _age(answer: RawAnswer) -> _Resolved:
    if not answer.text:
        return None, State.BLANK, []
    years = read_age(answer.text)
    return (None, State.UNREADABLE, [Code.FORM_07]) if years is None else (years, State.READ, [])


def _nhs_number(answer: RawAnswer) -> _Resolved:
    if not answer.text:
        return None, State.BLANK, []
    number = read_nhs_number(answer.text)
    return (None, State.INVALID, []) if number is None else (number, State.READ, [])


def _chosen(answer: RawAnswer) -> _Resolved:
    if len(answer.chosen) > 1:
        return None, State.AMBIGUOUS, []
    if answer.chosen:
        return answer.chosen[0], State.READ, []
    return None, State.NOT_KNOWN if answer.text else State.BLANK, []


_CONVERTED = (FieldType.DATE, FieldType.AGE, FieldType.NHS_NUMBER)
_RESOLVERS: dict[FieldType, Callable[[RawAnswer], _Resolved]] = {
    FieldType.TEXT: _text,
    FieldType.DATE: _date,
    FieldType.AGE: _age,
    FieldType.NHS_NUMBER: _nhs_number,
    FieldType.YES_NO: _chosen,
    FieldType.CHOICE: _chosen,
}
