"""The report for people: what to do first, every file with its status, then the findings of each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from hsbdocs.model.finding import CatalogueEntry, Severity, Statement
from hsbdocs.model.occurrence import Occurrence, Status
from hsbdocs.model.settings import Changes, in_months
from hsbdocs.report.places import place_of

WIDTH = 100

FIRST = (
    "If a child is in immediate danger, call 999. A referral comes before paperwork: if one is needed, make it first."
)
ASK = (
    "Do not complete, correct or sign a form for the sender: ask. The sender adds what is missing in a dated and "
    "signed addendum, or in a new assessment."
)
RING = "Ring today: telephone the sender's safeguarding lead about"
NOBODY = "If the lead is not there, ask for whoever stands in; if nobody answers, tell your own safeguarding lead now."
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
    several = {occurrence.file for occurrence in occurrences if occurrence.part > 1}
    if not occurrences:
        yield Line("No files were found to read.")
        yield Line()
    else:
        yield from _ring_today(occurrences, several)
        yield from _overview(occurrences, several)
        if any(occurrence.statements for occurrence in occurrences):
            yield from _wrapped(ASK)
            yield Line()
        for occurrence in occurrences:
            if occurrence.statements:
                yield from _findings(occurrence, several)
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
    if changes.blanks:
        count = f"{changes.blanks} blank{'' if changes.blanks == 1 else 's'}"
        said.append(f"What {count} of agencies' own print counts as part of the form.")
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


def _listed(entries: Sequence[CatalogueEntry]) -> str:
    return "; ".join(f"{entry.code.value} ({entry.name})" for entry in entries)


def _ring_today(occurrences: Sequence[Occurrence], several: set[str]) -> Iterator[Line]:
    urgent = [occurrence for occurrence in occurrences if occurrence.ring_today]
    if not urgent:
        return
    yield Line(RING, Tone.STRONG)
    for occurrence in urgent:
        yield Line(f"  {_name(occurrence, several)}", Tone.ERROR)
        for message in dict.fromkeys(s.message for s in occurrence.statements if s.ring_today):
            yield from _wrapped(message, indent="    ", follow="    ")
    yield from _wrapped(NOBODY, indent="  ", follow="  ")
    yield Line()


def _overview(occurrences: Sequence[Occurrence], several: set[str]) -> Iterator[Line]:
    files = len({occurrence.file for occurrence in occurrences})
    forms = f", {len(occurrences)} forms" if len(occurrences) > files else ""
    yield Line(f"{files} file{'' if files == 1 else 's'}{forms}", Tone.STRONG)
    longest = max(len(STATUS[occurrence.status]) for occurrence in occurrences)
    for occurrence in occurrences:
        count = len(occurrence.statements)
        points = f" ({count} point{'' if count == 1 else 's'} to read)" if count else ""
        status = f"{STATUS[occurrence.status]:{longest}}"
        yield Line(f"  {status}  {_name(occurrence, several)}{points}", _STATUS_TONE[occurrence.status])
    yield Line()


def _findings(occurrence: Occurrence, several: set[str]) -> Iterator[Line]:
    yield Line(f"{_name(occurrence, several)}: {STATUS[occurrence.status]}", Tone.STRONG)
    order = _order(occurrence)
    for severity, title in SEVERITY.items():
        statements = [statement for statement in occurrence.statements if statement.severity is severity]
        if statements:
            yield Line(f"  {title}", _SEVERITY_TONE[severity])
            same: dict[str, list[Statement]] = {}
            for statement in sorted(statements, key=lambda each: _rank(each, order)):
                same.setdefault(_said(statement), []).append(statement)
            for text, group in same.items():
                yield from _group(text, group, occurrence)
    yield Line()


def _rank(statement: Statement, order: dict[str, int]) -> tuple[bool, str, int]:
    """What cannot wait first, by code; the rest in printed order."""
    if statement.ring_today:
        return False, statement.code.value, 0
    return True, "", order.get(_first(statement), -1)


def _first(statement: Statement) -> str:
    return statement.fields[0] if statement.fields else ""


def _order(occurrence: Occurrence) -> dict[str, int]:
    """Field ids in printed order."""
    fields = () if occurrence.form is None else occurrence.form.fields
    return {field.id: number for number, field in enumerate(fields)}


def _said(statement: Statement) -> str:
    section = "" if statement.source.startswith(("toolkit", "NHS", "data")) else f"; guidance {statement.source}"
    return f"{statement.message} {statement.hint}".strip() + f" [{statement.code.value}{section}]"


def _group(text: str, group: Sequence[Statement], occurrence: Occurrence) -> Iterator[Line]:
    """Every place of which the same is said, and what is said."""
    places = [place for place in dict.fromkeys(place_of(statement, occurrence.form) for statement in group) if place]
    for place in places:
        yield from _wrapped(place, indent="    - ", follow="      ")
    yield from _wrapped(text, indent="      " if places else "    - ", follow="      ")


def _name(occurrence: Occurrence, several: set[str]) -> str:
    """The file's name, with anything that could forge a line or a colour spelt out; which form, if it holds several."""
    raw = occurrence.file if occurrence.member is None else f"{occurrence.file}, {occurrence.member}"
    name = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in raw)
    return f"{name}, form {occurrence.part}" if occurrence.file in several else name


def _wrapped(text: str, tone: Tone = Tone.PLAIN, *, indent: str = "", follow: str = "") -> Iterator[Line]:
    for line in textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_on_hyphens=False):
        yield Line(line, tone)
