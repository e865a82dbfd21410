"""The report as plain data: what to ring about, what is said of each file and where, in the order of the form.

It holds what is said and where it stands, and nothing that was written in a form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hsbdocs.model.finding import CatalogueEntry, Code, Severity, Statement
from hsbdocs.model.form import Form
from hsbdocs.model.line import Line
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.report import ReportWords, Standing, standing_of
from hsbdocs.model.settings import Changes, in_months
from hsbdocs.report.places import place_of


class Point(msgspec.Struct, frozen=True):
    """One thing that is said, and every place of which it is said."""

    text: str
    places: tuple[str, ...]


class Group(msgspec.Struct, frozen=True):
    """What is said under one heading."""

    severity: Severity
    points: tuple[Point, ...]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One form, or one file that was not read. ``ring`` is what cannot wait, ``count`` the number of its findings."""

    file: str
    member: str | None
    part: int
    standing: Standing
    count: int
    ring: tuple[str, ...]
    groups: tuple[Group, ...]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A whole report. ``several`` are the files, or members of them, that hold more than one form."""

    words: ReportWords
    handling_mark: str
    entries: tuple[Entry, ...]
    several: frozenset[tuple[str, str | None]]
    settings: tuple[str, ...]

    @property
    def files(self) -> int:
        """How many files there are."""
        return len({entry.file for entry in self.entries})

    def name_of(self, entry: Entry) -> str:
        """The file's name, anything that could forge a line or a colour spelt out; which form, if it holds several."""
        raw = entry.file if entry.member is None else f"{entry.file}, {entry.member}"
        name = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in raw)
        return f"{name}, form {entry.part}" if (entry.file, entry.member) in self.several else name


class Report:
    """Takes one form after another, keeps what a report shows of it, and says once what is said once a batch."""

    def __init__(self, words: ReportWords, places: PlaceWords, changes: Changes | None = None) -> None:
        """``changes`` is what a settings file changed, and which rules are off until decided."""
        self._words, self._places, self._changes = words, places, changes or Changes()
        self._entries: list[Entry] = []
        self._several: set[tuple[str, str | None]] = set()
        self._said: set[tuple[Code, str]] = set()
        self._texts: dict[str, str] = {}

    def add(self, line: Line, statements: Sequence[Statement], form: Form | None) -> None:
        """Take the next form, or file not read, with its findings."""
        kept = list(self._not_yet_said(statements))
        if line.part > 1:
            self._several.add((line.file, line.member))
        self._entries.append(
            Entry(
                file=line.file,
                member=line.member,
                part=line.part,
                standing=standing_of(line.status, statements),
                count=len(kept),
                ring=tuple(dict.fromkeys(self._text(each.message) for each in kept if each.ring_today)),
                groups=tuple(self._groups(kept, form)),
            )
        )

    def view(self) -> View:
        """The report on all that was taken."""
        return View(
            words=self._words,
            handling_mark=self._changes.handling_mark,
            entries=tuple(self._entries),
            several=frozenset(self._several),
            settings=tuple(_settings(self._changes, self._words)),
        )

    def _not_yet_said(self, statements: Sequence[Statement]) -> Iterator[Statement]:
        for statement in statements:
            if statement.once:
                said = statement.code, statement.message
                if said in self._said:
                    continue
                self._said.add(said)
            yield statement

    def _groups(self, statements: Sequence[Statement], form: Form | None) -> Iterator[Group]:
        order = {} if form is None else {field.id: number for number, field in enumerate(form.fields)}
        for severity in Severity:
            same: dict[str, dict[str, None]] = {}
            own = [statement for statement in statements if statement.severity is severity]
            for statement in sorted(own, key=lambda each: _rank(each, order)):
                places = same.setdefault(_said(statement), {})
                if place := place_of(statement, form, self._places):
                    places[place] = None
            points = (Point(self._text(text), tuple(map(self._text, places))) for text, places in same.items())
            if same:
                yield Group(severity, tuple(points))

    def _text(self, text: str) -> str:
        """The same text is kept once, however many files it is said of."""
        return self._texts.setdefault(text, text)


def _rank(statement: Statement, order: dict[str, int]) -> tuple[bool, str, int]:
    """What cannot wait first, by code; the rest in printed order."""
    if statement.ring_today:
        return False, statement.code.value, 0
    return True, "", order.get(statement.fields[0], -1) if statement.fields else -1


def _said(statement: Statement) -> str:
    section = "" if statement.source.startswith(("toolkit", "NHS", "data")) else f"; guidance {statement.source}"
    return f"{statement.message} {statement.hint}".strip() + f" [{statement.code.value}{section}]"


def _settings(changes: Changes, words: ReportWords) -> Iterator[str]:
    """In words, what the settings changed."""
    if changes.today is not None:
        yield f"Read as on {changes.today.day} {changes.today:%B %Y}."
    if changes.manifests:
        yield f"What the manifests of {_counted(changes.manifests, 'folder')} list counts as part of the form."
    for form, until in changes.accept_until:
        day = f"{until.day} {until:%B %Y}"
        yield f"{form.id} {form.version}, dated up to {day}: this assessment stands; nobody is asked to do it again."
    if changes.blanks:
        yield f"What {_counted(changes.blanks, 'blank')} of agencies' own print counts as part of the form."
    if changes.off:
        yield f"Turned off: {_listed(changes.off)}."
    if changes.on:
        yield f"Turned on: {_listed(changes.on)}."
    yield from _severities(changes, words)
    for entry, months in changes.months:
        yield f"Period of {in_months(months)}: {_listed([entry])}."


def _severities(changes: Changes, words: ReportWords) -> Iterator[str]:
    for severity in Severity:
        entries = [entry for entry, chosen in changes.severity if chosen is severity]
        if entries:
            yield f'Said under "{words.of(severity)}": {_listed(entries)}.'


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _listed(entries: Sequence[CatalogueEntry]) -> str:
    return "; ".join(f"{entry.code.value} ({entry.name})" for entry in entries)
