"""The report for people at a terminal: what to do first, then what to ask, to look at and to know, form by form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hsbdocs.model.finding import Severity
from hsbdocs.model.report import Group, Standing
from hsbdocs.report.folder import Waiting
from hsbdocs.report.quote import clean
from hsbdocs.report.text import Line, Tone, wrapped
from hsbdocs.report.view import Block, Entry, Point, View

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
#: Groups in which the severity is said: it tells what has to be answered from what has to be explained.
_WITH_SEVERITY = (Group.ASK,)
_AFTER_RING = tuple(group for group in Group if group is not Group.RING)


def report(view: View) -> Iterator[Line]:
    """The whole report, line by line. The handling mark stands above and below all else."""
    if view.handling_mark:
        yield from wrapped(view.handling_mark, Tone.STRONG)
        yield Line()
    yield from wrapped(view.words.first, Tone.STRONG)
    yield Line()
    yield from _files(view)
    yield from _batch(view)
    yield from _settings(view)
    yield from wrapped(view.words.last)
    yield from wrapped(view.words.not_checked)
    if view.handling_mark:
        yield Line()
        yield from wrapped(view.handling_mark, Tone.STRONG)


def _files(view: View) -> Iterator[Line]:
    if any(entry.standing is not Standing.UNREAD for entry in view.entries):
        yield from wrapped(view.words.read_all, Tone.STRONG)
        yield Line()
    ring = view.of(Group.RING)
    if ring or view.waiting:
        yield from wrapped(view.words.before_ringing, Tone.STRONG)
        yield Line()
        yield from _waiting(view)
        yield from _ring_today([entry for entry in ring if not entry.is_rung], view)
        yield from _rung([entry for entry in ring if entry.is_rung], view)
        yield from wrapped(view.words.nobody)
        yield Line()
    if not view.entries:
        yield Line("No files were found to read.")
        yield Line()
        return
    yield from _whole(view) if view.whole else _summary(view)


# ---- Whom to ring ----------------------------------------------------------------------------------------


def _waiting(view: View) -> Iterator[Line]:
    if not view.waiting:
        return
    yield Line(view.words.waiting, Tone.STRONG)
    for each in view.waiting:
        yield from wrapped(_waits(each, view), Tone.ERROR, indent="  ", follow="    ")
    yield Line()


def _waits(each: Waiting, view: View) -> str:
    words = view.words
    what = each.what if each.read else f"{words.not_read}: {each.what}"
    named = [words.reference.format(reference=each.reference), each.organisation, what]
    calm = f". {words.calm}" if each.reference in view.calm else ""
    return f"{', '.join(map(clean, filter(None, named)))}; {words.since.format(days=each.days)}{calm}"


def _ring_today(entries: Sequence[Entry], view: View) -> Iterator[Line]:
    if not entries:
        return
    yield Line(view.words.ring, Tone.STRONG)
    for entry in entries:
        yield from _to_ring(entry, view)
    yield Line()


def _rung(entries: Sequence[Entry], view: View) -> Iterator[Line]:
    """What is rung about already: a line each where the report is a summary."""
    if not entries:
        return
    yield Line(view.words.rung, Tone.STRONG)
    for entry in entries:
        if view.whole:
            yield from _to_ring(entry, view)
        else:
            yield Line(f"  {_name(entry, view)}")
            yield from _rung_note(entry, view)
    yield Line()


def _to_ring(entry: Entry, view: View) -> Iterator[Line]:
    yield Line(f"  {_name(entry, view)}", Tone.ERROR)
    if entry.empty:
        yield from wrapped(view.words.empty, indent="    ", follow="    ")
    if entry.caller is not None:
        facts = [f"{name}: {text}" for name, text in entry.caller.facts]
        yield from wrapped(". ".join(facts) + "." if facts else "", indent="    ", follow="    ")
        if entry.caller.lead:
            yield from wrapped(f"{view.words.caller.lead}: {entry.caller.lead}", indent="    ", follow="    ")
    yield from _rung_note(entry, view)
    for block in entry.shares[Group.RING].blocks:
        yield from _points(block.points)


def _rung_note(entry: Entry, view: View) -> Iterator[Line]:
    if entry.caller is not None and entry.caller.rung:
        yield from wrapped(f"{view.words.caller.rung}: {entry.caller.rung}", indent="    ", follow="    ")


# ---- The rest, whole or counted --------------------------------------------------------------------------


def _whole(view: View) -> Iterator[Line]:
    yield _number(view)
    longest = max(len(view.words.of(entry.standing)) for entry in view.entries)
    for entry in view.entries:
        points = f" ({_counted(entry.count, 'point')} to read)" if entry.count else ""
        yield Line(f"  {view.words.of(entry.standing):{longest}}  {view.name_of(entry)}{points}", _TONE[entry.standing])
    yield Line()
    for group in _AFTER_RING:
        entries = view.of(group)
        if entries:
            yield Line(view.words.of(group), Tone.STRONG)
            yield from wrapped(_below(group, view), indent="  ", follow="  ")
            yield Line()
        for entry in entries:
            yield from _of_form(entry, group, view)


def _below(group: Group, view: View) -> str:
    words = view.words
    return {Group.ASK: words.ask, Group.LOOK: words.look, Group.INFORMATION: words.information}[group]


def _of_form(entry: Entry, group: Group, view: View) -> Iterator[Line]:
    yield Line(f"  {_name(entry, view)}", Tone.STRONG)
    if entry.empty and group is Group.ASK:
        yield from wrapped(view.words.empty, indent="    - ", follow="      ")
    for block in entry.shares[group].blocks:
        yield from _block(block, group, view)
    yield Line()


def _block(block: Block, group: Group, view: View) -> Iterator[Line]:
    if group in _WITH_SEVERITY:
        yield Line(f"    {view.words.of(block.severity)}", _SEVERITY_TONE[block.severity])
    yield from _points(block.points)


def _summary(view: View) -> Iterator[Line]:
    """Counts: how the forms stand, and what there is to do."""
    yield _number(view)
    standings = Counter(entry.standing for entry in view.entries)
    for standing in Standing:
        if standings[standing]:
            yield Line(f"  {standings[standing]:>6}  {view.words.of(standing)}", _TONE[standing])
    yield Line()
    yield Line(view.words.to_do, Tone.STRONG)
    longest = max(len(view.words.of(group)) for group in Group)
    for group in Group:
        entries = view.of(group)
        points = sum(entry.shares[group].count for entry in entries)
        yield Line(
            f"  {view.words.of(group):{longest}}  {_counted(len(entries), 'form or file', 'forms and files')}, "
            f"{_counted(points, 'point')}"
        )
        firsts = Counter(name for entry in entries for name in entry.shares[group].first)
        if group is not Group.RING:
            for name, number in firsts.items():
                yield Line(f"  {'':{longest}}    {_counted(number, 'of them', 'of them')}: {name}")
    yield Line()
    yield from wrapped(view.words.details, Tone.STRONG)
    yield Line()


def _batch(view: View) -> Iterator[Line]:
    if view.batch:
        yield Line(view.words.batch, Tone.STRONG)
        for each in view.batch:
            count = view.words.of_forms.format(count=each.count)
            yield from wrapped(f"{each.text} ({count})", indent="  - ", follow="    ")
        yield Line()


def _settings(view: View) -> Iterator[Line]:
    if view.settings:
        yield Line("Changed by the settings file", Tone.STRONG)
        for text in view.settings:
            yield from wrapped(text, indent="  ", follow="    ")
        yield Line()


# ---- Their parts -----------------------------------------------------------------------------------------


def _name(entry: Entry, view: View) -> str:
    """The file's name; in the team's folder the reference, and for how long it is known."""
    if not entry.reference:
        return view.name_of(entry)
    since = f"; {view.words.since.format(days=entry.days)}" if entry.days else ""
    return f"{view.name_of(entry)} ({view.words.reference.format(reference=entry.reference)}{since})"


def _number(view: View) -> Line:
    forms = f", {len(view.entries)} forms" if len(view.entries) > view.files else ""
    return Line(f"{_counted(view.files, 'file')}{forms}", Tone.STRONG)


def _points(points: Sequence[Point]) -> Iterator[Line]:
    """Every place of which the same is said, with what was written there, and what is said."""
    for point in points:
        for place in point.places:
            first, *more = filter(None, (place.name, *place.written))
            yield from wrapped(first, indent="      - ", follow="        ")
            for text in more:
                yield from wrapped(text, indent="        ", follow="        ")
        yield from wrapped(point.text, indent="        " if point.places else "      - ", follow="        ")


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
