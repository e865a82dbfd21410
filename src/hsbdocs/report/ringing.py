"""What the report says first: whom to ring, from earlier days and today, and what is rung about already.

None of it is ever shortened, but for what the team's own register says is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsbdocs.model.report import Group
from hsbdocs.report.folder import Waiting
from hsbdocs.report.parts import name_of, points_of
from hsbdocs.report.quote import clean
from hsbdocs.report.text import Line, Tone, wrapped
from hsbdocs.report.view import Caller, Entry, View


def ringing(view: View) -> Iterator[Line]:
    """Nothing where nobody is to be rung; else whom to ring and whom not, and every form with what was seen."""
    entries = view.of(Group.RING)
    if not entries and not view.waiting:
        return
    yield from wrapped(view.words.before_ringing, Tone.STRONG)
    yield Line()
    yield from _waiting(view)
    yield from _ring_today([entry for entry in entries if not entry.is_rung], view)
    yield from _rung([entry for entry in entries if entry.is_rung], view)
    yield from wrapped(view.words.nobody)
    yield Line()


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
    named = (words.reference.format(reference=each.reference), each.organisation, what.rstrip("."))
    said = [", ".join(map(clean, filter(None, named))), words.first_seen(each.days)]
    said += [each.why] if each.read else []
    said += [f"{words.caller.lead}: {each.lead}"] if each.lead else []
    said += [words.closed] if each.closed else []
    calm = f". {words.calm}" if each.reference in view.calm else ""
    return f"{'; '.join(filter(None, said))}{calm}"


def overdue(view: View) -> Iterator[Line]:
    """Rows of the register that are past the day under Due, the oldest first; nothing where there is none."""
    if not view.overdue:
        return
    words = view.words
    yield Line(words.overdue, Tone.STRONG)
    for each in view.overdue:
        when = words.due.format(day=each.day) if each.day else words.no_day.format(text=clean(each.text))
        lead = f"{words.caller.lead}: {each.lead}" if each.lead else ""
        named = ", ".join(map(clean, filter(None, (each.reference, each.organisation))))
        yield from wrapped("; ".join(filter(None, (named, when, lead))), Tone.WARNING, indent="  ", follow="    ")
    yield Line()


def _ring_today(entries: Sequence[Entry], view: View) -> Iterator[Line]:
    if not entries:
        return
    yield Line(view.words.ring, Tone.STRONG)
    for entry in entries:
        yield from _in_full(entry, view)
    yield Line()


def _rung(entries: Sequence[Entry], view: View) -> Iterator[Line]:
    """What is rung about already: a line each where the report is a summary."""
    if not entries:
        return
    yield Line(view.words.rung, Tone.STRONG)
    for entry in entries:
        if view.whole:
            yield from _in_full(entry, view)
        else:
            yield Line(f"  {name_of(entry, view, since=True)}: {view.words.caller.rung} {_caller(entry).rung}")
    yield Line()


def _in_full(entry: Entry, view: View) -> Iterator[Line]:
    yield Line(f"  {name_of(entry, view, since=True)}", Tone.ERROR)
    words, caller = view.words, _caller(entry)
    if entry.empty:
        yield from wrapped(words.empty, indent="    ", follow="    ")
    yield from facts_of(entry)
    said = (
        f"{words.caller.lead}: {caller.lead}" if caller.lead else "",
        f"{words.caller.rung}: {caller.rung}" if caller.rung else "",
        f"{words.caller.again.format(text=caller.again)}." if caller.again else "",
        f"{words.closed}." if caller.closed and not caller.rung else "",
    )
    for text in filter(None, said):
        yield from wrapped(text, indent="    ", follow="    ")
    for block in entry.shares[Group.RING].blocks:
        yield from points_of(block.points)


def facts_of(entry: Entry) -> Iterator[Line]:
    """Who sent a form and when it was filled in, as it is written there."""
    facts = ". ".join(f"{name}: {text}" for name, text in _caller(entry).facts)
    if facts:
        yield from wrapped(f"{facts}.", indent="    ", follow="    ")


def _caller(entry: Entry) -> Caller:
    return entry.caller or Caller()
