"""Of many forms, counts in place of what is said of each: how they stand, and what there is to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hsbdocs.model.report import Group, Standing
from hsbdocs.report.parts import counted, number_of
from hsbdocs.report.text import Line, Tone, wrapped
from hsbdocs.report.view import Entry, View


def summary(view: View) -> Iterator[Line]:
    """The counts, and what is left out."""
    yield number_of(view)
    standings = Counter(entry.standing for entry in view.entries)
    for standing in Standing:
        if standings[standing]:
            yield Line(f"  {standings[standing]:>6}  {view.words.of(standing)}")
    yield Line()
    yield Line(view.words.to_do, Tone.STRONG)
    for group in Group:
        yield from _group(group, view)
    yield Line()
    yield from wrapped(view.words.details, Tone.STRONG)
    yield Line()


def _group(group: Group, view: View) -> Iterator[Line]:
    """How many forms and points it has, and how many of those that come first in it; what is rung about is done."""
    entries = [entry for entry in view.of(group) if not (group is Group.RING and entry.is_rung)]
    margin = max(len(view.words.of(each)) for each in Group)
    points = counted(sum(entry.shares[group].count for entry in entries), "point")
    forms = counted(len(entries), "form or file", "forms and files")
    yield Line(f"  {view.words.of(group):{margin}}  {forms}, {points}")
    for name, number in _first(entries, group).items():
        yield Line(f"  {'':{margin}}    {number} of them: {name}")


def _first(entries: list[Entry], group: Group) -> Counter[str]:
    """Those for which a form comes before others; of Ring today all stands above."""
    return Counter() if group is Group.RING else Counter(name for each in entries for name in each.shares[group].first)
