"""``hsbdocs show``: one entry with its source, what it says, what belongs with it, and where it is printed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from hsbdocs.model.guidance import Added, Block, Contact, Erratum, Guidance, NumberedSection, Point, says
from hsbdocs.report.text import WIDTH, Line, Tone

_MARGIN = 14
_SHORT = 150


def entry_report(guidance: Guidance, name: str, printed: Mapping[str, Set[str]]) -> Iterator[Line]:
    """The entry with the id ``name``, which must exist. ``printed`` says for each document which ids it prints."""
    entry = guidance.by_id[name]
    row = says(entry)
    yield Line(f"{name}  {row.one}", Tone.STRONG)
    yield from _said("Source", _source(guidance, entry))
    for label, text in row.fields(entry, guidance):
        yield from _said(label, text)
    yield from _related(guidance, name)
    documents = _documents(guidance, name, printed)
    yield from _said("Printed in", ", ".join(documents) if documents else "no document that 'build' makes")


def _related(guidance: Guidance, name: str) -> Iterator[Line]:
    """The errata of an entry, those that it names, and those that name it."""
    entry = guidance.by_id[name]
    refs = _known(guidance, says(entry).led_to(entry))
    back = [other for other in _naming(guidance, name) if other not in refs]
    errata = [ref for ref in (*refs, *back) if isinstance(guidance.by_id[ref], Erratum)]
    yield from _listed(guidance, "Errata", errata)
    for label, names in (("Belongs with", refs), ("Named by", back)):
        yield from _listed(guidance, label, [name for name in names if name not in errata])


def _known(guidance: Guidance, names: Iterable[str]) -> list[str]:
    return [name for name in names if name in guidance.by_id]


def _naming(guidance: Guidance, name: str) -> Iterator[str]:
    return (other for other, value in guidance.by_id.items() if name in says(value).led_to(value))


def _documents(guidance: Guidance, name: str, printed: Mapping[str, Set[str]]) -> list[str]:
    """The documents that print an id, or a part of it: a section's blocks, a contact's points."""
    entry = guidance.by_id[name]
    names = {name, *(part.id for part in (*getattr(entry, "blocks", ()), *_points(entry)))}
    return [document for document, ids in printed.items() if names & ids]


def _points(entry: Any) -> tuple[Point, ...]:
    return entry.points if isinstance(entry, Contact) else ()


def _source(guidance: Guidance, entry: Any) -> str:
    source = getattr(entry, "source", ())
    if isinstance(source, Added):
        return f"{source.words} ({source.added.by}: {source.added.why})"
    if isinstance(entry, Block):
        place, _, _ = entry.id.rpartition(".")
        return f"{place}, line{'s' if len(source) > 1 else ''} {', '.join(map(str, source))}"
    if isinstance(entry, NumberedSection | Point):
        return f"line {source}"
    return "; ".join(source)


def _listed(guidance: Guidance, label: str, names: list[str]) -> Iterator[Line]:
    for name in names:
        entry = guidance.by_id[name]
        text = textwrap.shorten(says(entry).line(entry), _SHORT, placeholder=" …")
        yield from _said(label, f"{name}  {text}")
        label = ""


def _said(label: str, text: str) -> Iterator[Line]:
    for number, line in enumerate(_wrapped(text)):
        yield Line(f"  {label if number == 0 else '':<{_MARGIN}}{line}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH - _MARGIN - 2, break_on_hyphens=False, break_long_words=False) or [""]
