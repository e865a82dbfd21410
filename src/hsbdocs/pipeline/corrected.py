"""A form with values that people wrote down: what the rules find with them, and what need not be asked any more.

Old and new stand side by side in a form's line: the answer stays as it was read. A correction takes nothing out of
what is to ring about; what the rules find with it, and did not find before, is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from hsbdocs.model.finding import Code, Finding, Severity, Statement
from hsbdocs.model.form import Field, FieldType
from hsbdocs.model.line import AgeBand, Correction, age_band, in_line, status_of
from hsbdocs.model.record import Record, State, Value
from hsbdocs.model.report import ReportWords
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.rules import RULES, apply_rules
from hsbdocs.rules.dates import age_at
from hsbdocs.store.ledger import Corrected


class Judged(msgspec.Struct, frozen=True):
    """What follows from a value that a person wrote down.

    ``added`` holds with it and did not hold before; ``settled`` did, and does not hold any more. ``band`` is the age
    band that follows, None from a field that tells no age.
    """

    added: tuple[Statement, ...]
    settled: tuple[tuple[Code, tuple[str, ...]], ...]
    band: AgeBand | None


def judged(read: Read, field: Field, value: Value, parser: Parser, earlier: Corrected | None) -> Judged:
    """What follows from ``value``, and from what was written down ``earlier`` for the same field."""
    assert read.case is not None
    record = _with_answer(read.case.record, field, value)
    found = apply_rules(msgspec.structs.replace(read.case, record=record))
    return Judged(
        added=tuple(_added(found, read, parser, () if earlier is None else earlier.statements)),
        settled=tuple(_settled(found, read, field)),
        band=_band(record, field, parser.today),
    )


def _added(found: Sequence[Finding], read: Read, parser: Parser, earlier: Sequence[Statement]) -> Iterator[Statement]:
    known = {each.about for each in (*read.statements, *earlier)}
    yield from earlier
    for finding in found:
        said = parser.say(finding, read)
        if said is not None and said.about not in known:
            yield said


def _settled(found: Iterable[Finding], read: Read, field: Field) -> Iterator[tuple[Code, tuple[str, ...]]]:
    """What was said of the field and is not found any more; what is to ring about stays."""
    still = {(each.code, each.fields) for each in found}
    for said in read.statements:
        of_a_value = said.code in RULES or said.code is Code.FORM_07
        if field.id in said.fields and of_a_value and not said.ring_today and said.about not in still:
            yield said.about


def with_corrections(read: Read, corrections: Iterable[Corrected]) -> Read:
    """The form with its corrections: its answers stay as they were read, and nothing is taken from what was found."""
    assert read.case is not None
    here = {each.field: each for each in corrections if each.field in read.case.form.field_by_id}
    added = [each for correction in here.values() for each in correction.statements]
    known = {each.about for each in read.statements}
    statements = (*read.statements, *(each for each in added if each.about not in known))
    findings = tuple(map(in_line, statements))
    line = msgspec.structs.replace(
        read.line,
        corrected={name: _in_line(each) for name, each in here.items()},
        findings=findings,
        status=status_of(findings, read=True),
        age_band=next((each.band for each in here.values() if each.band is not None), read.line.age_band),
    )
    settled = {about: _in_line(each) for each in here.values() for about in each.settled}
    return msgspec.structs.replace(read, line=line, statements=statements, settled=settled)


def in_report(read: Read, words: ReportWords) -> tuple[Statement, ...]:
    """What is said of a form on the screen: what a person wrote down a value for is not asked any more, only told."""

    def told(said: Statement) -> Statement:
        correction = read.settled.get(said.about)
        if correction is None:
            return said
        since = words.corrected(correction)
        hint = f"{since[:1].upper()}{since[1:]}."
        return msgspec.structs.replace(said, severity=Severity.ADVICE, read_form=False, hint=hint)

    return tuple(map(told, read.statements))


def _in_line(correction: Corrected) -> Correction:
    value: Value | UnsetType = UNSET if correction.value is None else correction.value
    return Correction(by=correction.initials, on=correction.day, basis=correction.basis, value=value)


def _with_answer(record: Record, field: Field, value: Value) -> Record:
    return msgspec.structs.replace(
        record, answers={**record.answers, field.id: value}, states={**record.states, field.id: State.READ}
    )


def _band(record: Record, field: Field, today: date) -> AgeBand | None:
    """The age band that follows from a corrected date of birth or age; None from any other field."""
    tells_age = field.type is FieldType.AGE or (field.type is FieldType.DATE and field.personal)
    age = age_at(record, today) if tells_age else None
    return None if age is None else age_band(age)
