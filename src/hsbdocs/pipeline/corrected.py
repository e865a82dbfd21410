"""A form with values that people wrote down: what the rules find with them, and what need not be asked any more.

Old and new stand side by side in a form's line: the answer stays as it was read. A correction takes nothing out of
what is to ring about; what the rules find with it, and did not find before, is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from hsbdocs.model.calendar import years_between
from hsbdocs.model.finding import Code, Finding, Severity, Statement
from hsbdocs.model.form import Field, FieldType
from hsbdocs.model.line import AgeBand, Correction, age_band, in_line, status_of
from hsbdocs.model.record import Record, State, Value
from hsbdocs.model.report import ReportWords
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.rules import RULES, apply_rules
from hsbdocs.rules.dates import assessed_on
from hsbdocs.store.ledger import Corrected

About = tuple[Code, tuple[str, ...]]


class Judged(msgspec.Struct, frozen=True):
    """What follows from a value that a person wrote down.

    ``added`` holds with it and did not hold before; ``settled`` did, and does not hold any more. ``before`` is what an
    earlier value gave to ring about and this one does not. ``band`` is the age band that follows, None from a field
    that tells no age.
    """

    added: tuple[Statement, ...]
    settled: tuple[About, ...]
    before: tuple[Statement, ...]
    band: AgeBand | None


def judged(read: Read, field: Field, value: Value, parser: Parser, earlier: Corrected | None) -> Judged:
    """What follows from ``value``, and from what was written down ``earlier`` for the same field."""
    assert read.case is not None
    record = _with_answer(read.case.record, field, value)
    found = apply_rules(msgspec.structs.replace(read.case, record=record))
    added = tuple(_added(found, read, parser))
    return Judged(
        added=added,
        settled=tuple(_settled(found, read, field)),
        before=to_ring_before(earlier, added),
        band=_band(field, value, assessed_on(record, parser.today)),
    )


def to_ring_before(earlier: Corrected | None, now: Sequence[Statement] = ()) -> tuple[Statement, ...]:
    """What earlier values gave to ring about, and what holds ``now`` does not say: no second thought takes it away."""
    if earlier is None:
        return ()
    said = {each.about for each in now}
    rings = (each for each in (*earlier.before, *earlier.statements) if each.ring_today)
    return tuple({each.about: each for each in rings if each.about not in said}.values())


def _added(found: Sequence[Finding], read: Read, parser: Parser) -> Iterator[Statement]:
    known = {each.about for each in read.statements}
    for finding in found:
        said = parser.say(finding, read)
        if said is not None and said.about not in known:
            yield said


def _settled(found: Iterable[Finding], read: Read, field: Field) -> Iterator[About]:
    """What was said of the field and is not found any more; what is to ring about stays."""
    still = {(each.code, each.fields) for each in found}
    for said in read.statements:
        of_a_value = said.code in RULES or said.code is Code.FORM_07
        if field.id in said.fields and of_a_value and not said.ring_today and said.about not in still:
            yield said.about


def with_corrections(read: Read, corrections: Iterable[Corrected], words: ReportWords) -> Read:
    """The form with its corrections: its answers stay as they were read, and nothing is taken from what was found."""
    assert read.case is not None
    here = [each for each in corrections if each.field in read.case.form.field_by_id]
    valid = {each.field: _in_line(each) for each in here if not each.withdrawn}
    known = {each.about for each in read.statements}
    now, before = _of_now(here, words), _of_before(here, words)
    more = {**now, **before, **now}
    statements = (*read.statements, *(said for about, said in more.items() if about not in known))
    findings = tuple(map(in_line, statements))
    bands = [each.band for each in here if each.band is not None]
    line = msgspec.structs.replace(
        read.line,
        corrected=valid or UNSET,
        findings=findings,
        status=status_of(findings, read=True),
        age_band=min(bands, key=list(AgeBand).index) if bands else read.line.age_band,
    )
    return msgspec.structs.replace(read, line=line, statements=statements, settled=_settled_by(here, words))


def _of_now(corrections: Sequence[Corrected], words: ReportWords) -> dict[About, Statement]:
    """What follows from corrections, and says so."""
    found: dict[About, Statement] = {}
    for each in corrections:
        because = words.corrected(words.by_correction, _in_line(each))
        for said in each.statements:
            found[said.about] = msgspec.structs.replace(said, hint=f"{said.hint} {because}")
    return found


def _of_before(corrections: Sequence[Corrected], words: ReportWords) -> dict[About, Statement]:
    """What only earlier values gave."""
    hint = _sentence(words.since_changed)
    return {said.about: msgspec.structs.replace(said, hint=hint) for each in corrections for said in each.before}


def _settled_by(corrections: Sequence[Corrected], words: ReportWords) -> dict[About, str]:
    """What is asked no more, and why: but for what follows from a correction that counts."""
    found: dict[About, str] = {}
    for each in corrections:
        since = words.corrected(words.since_corrected, _in_line(each))
        found |= dict.fromkeys((said.about for said in each.before), words.since_changed)
        found |= dict.fromkeys(each.settled, since)
    holds = {said.about for each in corrections for said in each.statements}
    return {about: since for about, since in found.items() if about not in holds}


def in_report(read: Read) -> tuple[Statement, ...]:
    """What is said of a form on the screen: what a person wrote down a value for is not asked any more, only told."""
    return tuple(_told(said, read.settled.get(said.about, "")) for said in read.statements)


def _told(said: Statement, since: str) -> Statement:
    if not since or said.ring_today:
        return said
    return msgspec.structs.replace(said, severity=Severity.ADVICE, read_form=False, hint=_sentence(since))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _in_line(correction: Corrected) -> Correction:
    value: Value | UnsetType = UNSET if correction.value is None else correction.value
    return Correction(by=correction.initials, on=correction.day, basis=correction.basis, value=value)


def _with_answer(record: Record, field: Field, value: Value) -> Record:
    return msgspec.structs.replace(
        record, answers={**record.answers, field.id: value}, states={**record.states, field.id: State.READ}
    )


def _band(field: Field, value: Value, day: date) -> AgeBand | None:
    """The age band that follows from a date of birth or age that was written down; None from any other field."""
    if field.type is FieldType.AGE and isinstance(value, int):
        return age_band(value)
    if field.type is FieldType.DATE and field.personal:
        born = date.fromisoformat(str(value))
        return None if born > day else age_band(years_between(born, day))
    return None
