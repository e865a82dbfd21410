"""``hsbdocs list``: all entries of a kind, or those of an area, a class or a force."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from hsbdocs.model.guidance import (
    ANYONE,
    AREA,
    CLASS,
    SAYS,
    Area,
    Contact,
    Erratum,
    ErratumClass,
    Force,
    Guidance,
    says,
    ways,
)
from hsbdocs.report.text import WIDTH, Line, Tone

_MARGIN = 4
_UNVERIFIED = "[not verified]: no person has recorded making sure. In immediate danger call 999."


def chosen(
    guidance: Guidance,
    entries: Sequence[Any],
    *,
    area: Area | None,
    kind: ErratumClass | None,
    force: Force | None,
    role: str | None,
    settled: bool,
) -> list[Any]:
    """Those of an area (what holds for both areas is among them), a class, a force or a role (what is for anyone is
    among them); errata that are open, unless those that are settled are asked for too. Open is what is not decided for
    both areas and carried out.
    """
    wanted = {
        "area": None if area is None else (area, Area.BOTH),
        "kind": None if kind is None else (kind,),
        "force": None if force is None else (force,),
    }
    kept = [entry for entry in entries if settled or not _is_settled(guidance, entry)]
    if role is not None:
        kept = [entry for entry in kept if {role, ANYONE} & set(entry.roles)]
    for name, values in wanted.items():
        if values is not None:
            kept = [entry for entry in kept if getattr(entry, name) in values]
    return kept


def _is_settled(guidance: Guidance, entry: Any) -> bool:
    return isinstance(entry, Erratum) and guidance.is_settled(entry)


def listing(
    guidance: Guidance, kind: str, entries: Sequence[Any], *, area: Area | None, erratum_class: ErratumClass | None
) -> Iterator[Line]:
    """A heading with the number, then every entry: its id, what it says, and its source; contacts with every way."""
    heading = SAYS[kind].many.capitalize()
    if kind == "errata":
        heading = "Errata" if any(_is_settled(guidance, entry) for entry in entries) else "Errata that are open"
    if erratum_class is not None:
        heading += f" of class {erratum_class.value} ({CLASS[erratum_class]})"
    if area is not None:
        heading += f" for {AREA[area]}"
    yield Line(f"{heading}: {len(entries)}", Tone.STRONG)
    for entry in entries:
        yield Line()
        yield from _entry(guidance, entry)
    if kind == "contacts":
        yield Line()
        yield Line(_UNVERIFIED)


def _entry(guidance: Guidance, entry: Any) -> Iterator[Line]:
    source = getattr(entry, "source", ())
    places = "; ".join(source) if isinstance(source, tuple) and all(isinstance(s, str) for s in source) else ""
    yield from _wrapped(f"{entry.id}  {says(entry).line(entry)}", "")
    if isinstance(entry, Contact):
        use = f"{entry.use}; {entry.when}" if entry.when and entry.when not in entry.use else entry.use
        yield from _wrapped(f"for: {use}", " " * _MARGIN)
        for way in ways(entry, guidance):
            yield from _wrapped(way, " " * _MARGIN)
    if places:
        yield from _wrapped(f"source: {places}", " " * _MARGIN)


def _wrapped(text: str, start: str) -> Iterator[Line]:
    for line in textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * _MARGIN,
        break_on_hyphens=False,
        break_long_words=False,
    ):
        yield Line(line)
