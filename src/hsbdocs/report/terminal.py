"""The report for people at a terminal: what to do first, every file with its status, then the findings of each."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.finding import Severity
from hsbdocs.model.report import Standing
from hsbdocs.report.text import Line, Tone, wrapped
from hsbdocs.report.view import Entry, Group, View

_TONE = {
    Standing.CLEAR: Tone.PLAIN,  # green would say more than is known
    Standing.READ: Tone.WARNING,
    Standing.QUESTIONS: Tone.ERROR,
    Standing.UNREAD: Tone.ERROR,
}
_SEVERITY_TONE = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.ADVICE: Tone.ADVICE,
}


def report(view: View) -> Iterator[Line]:
    """The whole report, line by line. The handling mark stands above and below all else."""
    if view.handling_mark:
        yield from wrapped(view.handling_mark, Tone.STRONG)
        yield Line()
    yield from wrapped(view.words.first, Tone.STRONG)
    yield Line()
    yield from _files(view)
    yield from _settings(view)
    yield from wrapped(view.words.last)
    yield from wrapped(view.words.not_checked)
    if view.handling_mark:
        yield Line()
        yield from wrapped(view.handling_mark, Tone.STRONG)


def _files(view: View) -> Iterator[Line]:
    if not view.entries:
        yield Line("No files were found to read.")
        yield Line()
        return
    if any(entry.standing is not Standing.UNREAD for entry in view.entries):
        yield from wrapped(view.words.read_all, Tone.STRONG)
        yield Line()
    yield from _ring_today(view)
    yield from _overview(view)
    if any(entry.count for entry in view.entries):
        yield from wrapped(view.words.ask)
        yield Line()
    for entry in view.entries:
        if entry.count:
            yield from _findings(entry, view)


def _settings(view: View) -> Iterator[Line]:
    if view.settings:
        yield Line("Changed by the settings file", Tone.STRONG)
        for text in view.settings:
            yield from wrapped(text, indent="  ", follow="    ")
        yield Line()


def _ring_today(view: View) -> Iterator[Line]:
    urgent = [entry for entry in view.entries if entry.ring]
    if not urgent:
        return
    yield from wrapped(view.words.before_ringing, Tone.STRONG)
    yield Line(view.words.ring, Tone.STRONG)
    for entry in urgent:
        yield Line(f"  {view.name_of(entry)}", Tone.ERROR)
        for message in entry.ring:
            yield from wrapped(message, indent="    ", follow="    ")
    yield from wrapped(view.words.nobody, indent="  ", follow="  ")
    yield Line()


def _overview(view: View) -> Iterator[Line]:
    forms = f", {len(view.entries)} forms" if len(view.entries) > view.files else ""
    yield Line(f"{view.files} file{'' if view.files == 1 else 's'}{forms}", Tone.STRONG)
    longest = max(len(view.words.of(entry.standing)) for entry in view.entries)
    for entry in view.entries:
        points = f" ({entry.count} point{'' if entry.count == 1 else 's'} to read)" if entry.count else ""
        status = f"{view.words.of(entry.standing):{longest}}"
        yield Line(f"  {status}  {view.name_of(entry)}{points}", _TONE[entry.standing])
    yield Line()


def _findings(entry: Entry, view: View) -> Iterator[Line]:
    yield Line(f"{view.name_of(entry)}: {view.words.of(entry.standing)}", Tone.STRONG)
    for group in entry.groups:
        yield from _group(group, view)
    yield Line()


def _group(group: Group, view: View) -> Iterator[Line]:
    """Under its heading, every place of which the same is said, and what is said."""
    yield Line(f"  {view.words.of(group.severity)}", _SEVERITY_TONE[group.severity])
    for point in group.points:
        for place in point.places:
            yield from wrapped(place, indent="    - ", follow="      ")
        yield from wrapped(point.text, indent="      " if point.places else "    - ", follow="      ")
