"""What the register says of a form that was read: coded, and only what may be kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from msgspec import UNSET, UnsetType

from hsbdocs.model.finding import Code, Statement
from hsbdocs.model.form import FieldType, Form, Section
from hsbdocs.model.line import Line
from hsbdocs.model.record import Value
from hsbdocs.model.reference import as_reference
from hsbdocs.model.register import Entry, Said
from hsbdocs.model.report import standing_of
from hsbdocs.pipeline.correctable import correctable
from hsbdocs.pipeline.read import Read
from hsbdocs.report.facts import is_blank
from hsbdocs.rules.words import Phrase, words

_ORGANISATION, _ROLE = ".organisation", ".role"


class Known(msgspec.Struct, frozen=True):
    """The names that may be kept without ``--full``, as they are written in their lists, by their words.

    ``everything``: names are kept as they were written.
    """

    organisations: Mapping[Phrase, str] = {}
    roles: Mapping[Phrase, str] = {}
    everything: bool = False


def by_words(names: Collection[str]) -> dict[Phrase, str]:
    """Names by their words: capitals and punctuation do not tell two apart."""
    return {phrase: name for name in names if (phrase := words(name))}


def entry_of(read: Read, form: Form | None, known: Known) -> Entry:
    """The entry of a form, or of a file that was not read (``form`` is None)."""
    said = tuple(_said(statement, form, read.settled.get(statement.about, "")) for statement in read.statements)
    ring = any(statement.ring_today for statement in read.statements)
    standing = standing_of(read.line.status, read.statements)
    reasons = tuple(dict.fromkeys(statement.name for statement in read.statements if statement.ring_today))
    about, slips = _about(read)
    if form is None:
        why = " ".join(dict.fromkeys(statement.message for statement in read.statements))
        return Entry(standing=standing, said=said, ring_today=ring, why=why, reasons=reasons, about=about, slips=slips)
    return Entry(
        form=form.id,
        version=form.version,
        date=_date(read, form),
        organisation=_name(read, form, _ORGANISATION, known.organisations, known),
        role=_name(read, form, _ROLE, known.roles, known),
        standing=standing,
        filled="" if form.adds_to else _filled(read, form),
        said=said,
        ring_today=ring,
        reasons=reasons,
        empty=is_blank(read.line),
        correctable=tuple(correctable(read.line, form)),
        about=about,
        slips=slips,
        written=_written(read, form.sections[0]) if form.adds_to else (),
        on_slip=_written(read, form.sections[-1]) if form.adds_to else (),
        unsigned=any(statement.code is Code.SIGN_12 for statement in read.statements),
    )


def _about(read: Read) -> tuple[tuple[str, ...], int]:
    """The references of other forms that are named, and how many are named that are none."""
    named = [] if read.line.answers_to is UNSET else read.line.answers_to.split(", ")
    found = [as_reference(each) for each in named]
    return tuple(dict.fromkeys(filter(None, found))), found.count(None)


def _written(read: Read, section: Section) -> tuple[str, ...]:
    """The keys of the rows of a section in which something stands: an addendum's first are those of its form."""
    line = read.line
    return tuple(
        row.key
        for row in section.rows
        if any(line.answers.get(field.id) is not None or field.id in line.as_written for field in row.fields)
    )


def _said(statement: Statement, form: Form | None, corrected: str) -> Said:
    rows = {} if form is None else form.row_of
    return Said(
        row=statement.location,
        kind=statement.severity,
        note=statement.note or statement.message,
        keys=tuple(dict.fromkeys(rows[field].key for field in statement.fields if field in rows)),
        ring=statement.ring_today,
        read=statement.read_form,
        corrected=corrected,
    )


def _date(read: Read, form: Form) -> str:
    """The day of the form itself: its first date that is nobody's own; else what a person wrote down for it."""
    day = next((each.id for each in form.fields if each.type is FieldType.DATE and not each.personal), "")
    found = read.line.answers.get(day) or _written_down(read.line, day)
    return found if isinstance(found, str) else ""


def _written_down(line: Line, field: str) -> Value | UnsetType:
    """The value of a correction; none where there is none, or where it may not be kept."""
    correction = None if line.corrected is UNSET else line.corrected.get(field)
    return UNSET if correction is None else correction.value


def _name(read: Read, form: Form, ending: str, listed: Mapping[Phrase, str], known: Known) -> str:
    """What stands in the field that ends so, as a list has it; as it was written where everything is kept."""
    field = next((each.id for each in form.fields if each.id.endswith(ending)), "")
    written = read.line.answers.get(field)
    if not isinstance(written, str):
        return ""
    return listed.get(words(written), written if known.everything else "")


def _filled(read: Read, form: Form) -> str:
    """How many rows are answered of the section that has most: ``11 of 12``."""
    section = max(form.sections, key=lambda each: len(each.rows))
    answered = sum(
        1 for row in section.rows if any(read.line.answers.get(field.id) is not None for field in row.fields)
    )
    return f"{answered} of {len(section.rows)}"
