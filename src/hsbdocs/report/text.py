"""The report for people: what to do first, every file with its status, then the findings of each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from hsbdocs.model.finding import CatalogueEntry, Severity, Statement
from hsbdocs.model.occurrence import Occurrence, Status
from hsbdocs.model.settings import Changes, in_months

WIDTH = 100

FIRST = "If a child is in immediate danger, call 999. A referral comes before paperwork: act first."
LAST = (
    "A report without findings means only that software saw nothing missing. It does not say that a child is safe, "
    "and it does not replace anybody's judgement."
)
NOT_CHECKED = (
    "Not checked, because the form has no box of its own for it: the other person's age, a position of trust, "
    "exploitation, immediate harm, whether parents or carers were told. Free text is not judged: a person must read "
    "the whole form."
)
STATUS = {
    Status.CLEAR: "No gaps found by software",
    Status.QUESTIONS: "Questions about the form",
    Status.UNREAD: "Not read: read the original",
}
SEVERITY = {
    Severity.ERROR: "Missing or unclear",
    Severity.WARNING: "Please explain",
    Severity.ADVICE: "To consider",
}


class Tone(StrEnum):
    """How a line is meant; where there is a terminal, the command line may colour it. The words say it too."""

    PLAIN = "plain"
    STRONG = "strong"
    GOOD = "good"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Line(msgspec.Struct, frozen=True):
    """A line of the report."""

    text: str = ""
    tone: Tone = Tone.PLAIN


_STATUS_TONE = {Status.CLEAR: Tone.GOOD, Status.QUESTIONS: Tone.ERROR, Status.UNREAD: Tone.ERROR}
_SEVERITY_TONE = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.ADVICE: Tone.ADVICE,
}


def report(occurrences: Sequence[Occurrence], changes: Changes | None = None) -> Iterator[Line]:
    """The whole report, line by line. It names files and rows, and repeats nothing that was written in a form.

    ``changes`` is what a settings file changed, and which rules are off until decided; the handling mark stands
    above and below all else.
    """
    changes = changes or Changes()
    if changes.handling_mark:
        yield from _wrapped(changes.handling_mark, Tone.STRONG)
        yield Line()
    yield from _wrapped(FIRST, Tone.STRONG)
    yield Line()
    if not occurrences:
        yield Line("No files were found to read.")
        yield Line()
    else:
        yield from _ring_today(occurrences)
        yield from _overview(occurrences)
        for occurrence in occurrences:
            if occurrence.statements:
                yield from _findings(occurrence)
    yield from _settings(changes)
    yield from _wrapped(LAST)
    yield from _wrapped(NOT_CHECKED)
    if changes.handling_mark:
        yield Line()
        yield from _wrapped(changes.handling_mark, Tone.STRONG)


def _settings(changes: Changes) -> Iterator[Line]:
    """In words, what the settings changed, and what is not used until decided."""
    said = []
    if changes.today is not None:
        said.append(f"Read as on {changes.today.day} {changes.today:%B %Y}.")
    if changes.off:
        said.append(f"Turned off: {_listed(changes.off)}.")
    if changes.on:
        said.append(f"Turned on: {_listed(changes.on)}.")
    for severity, title in SEVERITY.items():
        entries = [entry for entry, chosen in changes.severity if chosen is severity]
        if entries:
            said.append(f'Said under "{title}": {_listed(entries)}.')
    said += [f"Period of {in_months(months)}: {_listed([entry])}." for entry, months in changes.months]
    if said:
        yield Line("Changed by the settings file", Tone.STRONG)
        for text in said:
            yield from _wrapped(text, indent="  ", follow="    ")
        yield Line()
    if changes.unused:
        yield from _wrapped(f"Not used until decided: {_listed(changes.unused)}.")
        yield Line()


def _listed(entries: Sequence[CatalogueEntry]) -> str:
    return "; ".join(f"{entry.code.value} ({entry.name})" for entry in entries)


def _ring_today(occurrences: Sequence[Occurrence]) -> Iterator[Line]:
    urgent = [occurrence for occurrence in occurrences if occurrence.ring_today]
    if not urgent:
        return
    yield Line("Ring today: telephone the sender's safeguarding lead about", Tone.STRONG)
    for occurrence in urgent:
        yield Line(f"  {_name(occurrence)}", Tone.ERROR)
        for message in dict.fromkeys(s.message for s in occurrence.statements if s.ring_today):
            yield from _wrapped(message, indent="    ", follow="    ")
    yield Line()


def _overview(occurrences: Sequence[Occurrence]) -> Iterator[Line]:
    count = len(occurrences)
    yield Line(f"{count} file{'' if count == 1 else 's'}", Tone.STRONG)
    longest = max(len(STATUS[occurrence.status]) for occurrence in occurrences)
    for occurrence in occurrences:
        count = len(occurrence.statements)
        points = f" ({count} point{'' if count == 1 else 's'} to read)" if count else ""
        status = f"{STATUS[occurrence.status]:{longest}}"
        yield Line(f"  {status}  {_name(occurrence)}{points}", _STATUS_TONE[occurrence.status])
    yield Line()


def _findings(occurrence: Occurrence) -> Iterator[Line]:
    yield Line(f"{_name(occurrence)}: {STATUS[occurrence.status]}", Tone.STRONG)
    order = _order(occurrence)
    for severity, title in SEVERITY.items():
        statements = [statement for statement in occurrence.statements if statement.severity is severity]
        if statements:
            yield Line(f"  {title}", _SEVERITY_TONE[severity])
            for statement in sorted(statements, key=lambda each: order.get(_first(each), -1)):
                yield from _statement(statement, occurrence)
    yield Line()


def _first(statement: Statement) -> str:
    return statement.fields[0] if statement.fields else ""


def _order(occurrence: Occurrence) -> dict[str, int]:
    """Field ids in printed order."""
    fields = () if occurrence.record is None else occurrence.record.form.fields
    return {field.id: number for number, field in enumerate(fields)}


def _statement(statement: Statement, occurrence: Occurrence) -> Iterator[Line]:
    place = _place(statement, occurrence)
    text = f"{statement.message} {statement.hint}".strip()
    section = "" if statement.source.startswith(("toolkit", "NHS", "data")) else f"; guidance {statement.source}"
    if place:
        yield from _wrapped(place, indent="    - ", follow="      ")
    yield from _wrapped(
        f"{text} [{statement.code.value}{section}]", indent="      " if place else "    - ", follow="      "
    )


def _place(statement: Statement, occurrence: Occurrence) -> str:
    """Where in the form: the row, and its label."""
    place = statement.location[:1].upper() + statement.location[1:]
    if occurrence.record is None or not statement.fields:
        return place
    rows = occurrence.record.form.row_of
    found = list(dict.fromkeys(rows[field] for field in statement.fields))
    if len(found) > 1:
        return place
    if found[0].ref not in (None, found[0].key):
        place = place.replace(f"Row {found[0].key}", f"No. {found[0].ref}")
    return f"{place}, {found[0].label.rstrip(':')}"


def _name(occurrence: Occurrence) -> str:
    """The file's name, with anything that could forge a line or a colour spelt out."""
    raw = occurrence.file if occurrence.member is None else f"{occurrence.file}, {occurrence.member}"
    name = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in raw)
    return name if occurrence.part == 1 else f"{name}, form {occurrence.part}"


def _wrapped(text: str, tone: Tone = Tone.PLAIN, *, indent: str = "", follow: str = "") -> Iterator[Line]:
    for line in textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_on_hyphens=False):
        yield Line(line, tone)
