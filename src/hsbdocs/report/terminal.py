"""The report for people at a terminal: what to do first, then what to ask, to look at and to know, form by form."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.finding import Severity
from hsbdocs.model.report import Group, Standing
from hsbdocs.report.parts import counted, name_of, number_of, points_of
from hsbdocs.report.ringing import facts_of, overdue, ringing
from hsbdocs.report.summary import summary
from hsbdocs.report.text import Line, Tone, wrapped
from hsbdocs.report.view import Block, View

_TONE = {
    Standing.CLEAR: Tone.PLAIN,  # green would say more than is known
    Standing.READ: Tone.WARNING,
    Standing.QUESTIONS: Tone.ERROR,
    Standing.UNREAD: Tone.ERROR,
    Standing.TRAINING: Tone.PLAIN,
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
    if any(entry.standing not in (Standing.UNREAD, Standing.TRAINING) for entry in view.entries):
        yield from wrapped(view.words.read_all, Tone.STRONG)
        yield Line()
    yield from ringing(view)
    yield from overdue(view)
    yield from _came_in(view)
    yield from _rest(view)
    yield from _batch(view)
    yield from _unlisted(view)
    yield from _settings(view)
    yield from wrapped(view.words.last)
    yield from wrapped(view.words.not_checked)
    if view.handling_mark:
        yield Line()
        yield from wrapped(view.handling_mark, Tone.STRONG)


def _rest(view: View) -> Iterator[Line]:
    """What there is besides ringing."""
    if not view.entries:
        yield Line("No files were found to read.")
        yield Line()
    elif view.whole:
        yield from _overview(view)
        below = {Group.ASK: view.words.ask, Group.LOOK: view.words.look, Group.INFORMATION: view.words.information}
        for group, text in below.items():
            yield from _group(group, text, view)
    else:
        yield from summary(view)
    if view.training:
        yield Line(view.words.training.format(count=view.training), Tone.STRONG)
        yield Line()


def _overview(view: View) -> Iterator[Line]:
    yield number_of(view)
    longest = max(len(view.words.of(entry.standing)) for entry in view.entries)
    for entry in view.entries:
        points = f" ({counted(entry.count, 'point')} to read)" if entry.count else ""
        status = f"{view.words.of(entry.standing):{longest}}"
        yield Line(f"  {status}  {name_of(entry, view)}{points}", _TONE[entry.standing])
    yield Line()


def _group(group: Group, text: str, view: View) -> Iterator[Line]:
    entries = view.of(group)
    if not entries:
        return
    yield Line(view.words.of(group), Tone.STRONG)
    yield from wrapped(text, indent="  ", follow="  ")
    yield Line()
    for entry in entries:
        yield Line(f"  {name_of(entry, view)}", Tone.STRONG)
        if group is Group.ASK and Group.RING not in entry.shares:  # there it stands above already
            yield from facts_of(entry)
        if entry.empty and group is Group.ASK:
            yield from wrapped(view.words.empty, indent="      - ", follow="        ")
        for block in entry.shares[group].blocks:
            yield from _block(block, group, view)
        yield Line()


def _block(block: Block, group: Group, view: View) -> Iterator[Line]:
    """What is said of a form; to whoever asks, also whether it has to be answered or explained."""
    if group is Group.ASK:
        yield Line(f"    {view.words.of(block.severity)}", _SEVERITY_TONE[block.severity])
    yield from points_of(block.points)


def _batch(view: View) -> Iterator[Line]:
    if view.batch:
        yield Line(view.words.batch, Tone.STRONG)
        for each in view.batch:
            count = view.words.of_forms.format(count=each.count)
            yield from wrapped(f"{each.text} ({count})", indent="  - ", follow="    ")
        yield Line()


def _came_in(view: View) -> Iterator[Line]:
    if view.came_in:
        yield from wrapped(view.words.came_in, Tone.STRONG)
        for text in view.came_in:
            yield from wrapped(text, Tone.WARNING, indent="  ", follow="    ")
        yield Line()


def _unlisted(view: View) -> Iterator[Line]:
    if view.unlisted:
        yield Line(view.words.unlisted, Tone.STRONG)
        yield from wrapped(", ".join(view.unlisted), indent="  ", follow="  ")
        yield Line()


def _settings(view: View) -> Iterator[Line]:
    if view.settings:
        yield Line("Changed by the settings file", Tone.STRONG)
        for text in view.settings:
            yield from wrapped(text, indent="  ", follow="    ")
        yield Line()
