"""``hsbdocs show``: one entry with its source, what it says, what belongs with it, and where it is printed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Set
from typing import Any

from hsbdocs.model.guidance import (
    KINDS,
    Actor,
    AgeRule,
    Block,
    Bound,
    Contact,
    Duty,
    Erratum,
    Guidance,
    Law,
    Link,
    LocalDocument,
    Permission,
    Point,
    Scale,
    Section,
    Term,
    Tool,
)
from hsbdocs.report.entries import in_words, way, ways
from hsbdocs.report.names import AREA, CLASS, FORCE, KIND
from hsbdocs.report.text import WIDTH, Line, Tone

_MARGIN = 14
_SHORT = 150


def entry_report(guidance: Guidance, name: str, printed: Mapping[str, Set[str]]) -> Iterator[Line]:
    """The entry with the id ``name``, which must exist. ``printed`` says for each document which ids it prints."""
    entry = guidance.by_id[name]
    yield Line(f"{name}  {KIND[kind_of(entry)][0]}", Tone.STRONG)
    yield from _said("Source", _source(guidance, entry))
    for label, text in _fields(guidance, entry):
        yield from _said(label, text)
    refs = [ref for ref in _refs(entry) if ref in guidance.by_id]
    back = [other for other, value in guidance.by_id.items() if name in _refs(value) and other not in refs]
    errata = [ref for ref in (*refs, *back) if isinstance(guidance.by_id[ref], Erratum)]
    yield from _listed(guidance, "Errata", errata)
    yield from _listed(guidance, "Belongs with", [ref for ref in refs if ref not in errata])
    yield from _listed(guidance, "Named by", [ref for ref in back if ref not in errata])
    documents = _documents(guidance, name, printed)
    yield from _said("Printed in", ", ".join(documents) if documents else "no document that 'build' makes")


def kind_of(entry: Any) -> str:
    """The kind of an entry by the name that ``list`` has for it."""
    if isinstance(entry, Block):
        return "blocks"
    if isinstance(entry, Point):
        return "points"
    return next(kind for kind, struct in KINDS.items() if type(entry) is struct)


def _documents(guidance: Guidance, name: str, printed: Mapping[str, Set[str]]) -> list[str]:
    """The documents that print an id, or a part of it: a section's blocks, a contact's points."""
    entry = guidance.by_id[name]
    names = {name, *(part.id for part in (*getattr(entry, "blocks", ()), *_points(entry)))}
    return [document for document, ids in printed.items() if names & ids]


def _points(entry: Any) -> tuple[Point, ...]:
    return entry.points if isinstance(entry, Contact) else ()


def _source(guidance: Guidance, entry: Any) -> str:
    source = getattr(entry, "source", ())
    if isinstance(entry, Block):
        place, _, _ = entry.id.rpartition(".")
        return f"{place}, line{'s' if len(source) > 1 else ''} {', '.join(map(str, source))}"
    if isinstance(entry, Section | Point):
        return f"line {source}"
    return "; ".join(source)


def _fields(guidance: Guidance, entry: Any) -> Iterator[tuple[str, str]]:
    people = [guidance.by_id[name].name for name in getattr(entry, "who", ()) if name in guidance.by_id]
    to = [guidance.by_id[name].name for name in getattr(entry, "to", ()) if name in guidance.by_id]
    match entry:
        case Duty() | Permission():
            yield "When", entry.trigger
            if isinstance(entry, Duty):
                yield "Force", f"{entry.said or FORCE[entry.force]}, as this content reads the source"
                yield "What", entry.duty
            else:
                yield "May or can", entry.option
            yield "Who", "; ".join(people) or "the source names nobody"
            if to:
                yield "To", "; ".join(to)
            if isinstance(entry, Duty) and entry.deadline is not None:
                yield "By when", entry.deadline.words
            yield "Area", AREA[entry.area]
        case Erratum():
            yield "Class", f"{entry.kind.value} ({CLASS[entry.kind]})"
            for quote in entry.quotes:
                yield "Printed", f"“{quote}”"
            yield "What is wrong", entry.wrong
            if entry.outside:
                yield "Elsewhere", f"{entry.outside} To be confirmed."
            for number, option in enumerate(entry.options, start=1):
                yield f"Option {number}", option
            decision = entry.decision
            yield "Decision", f"{decision.what} ({decision.who}, {decision.when})" if decision else "none is recorded"
        case Contact():
            yield "Name", entry.name
            yield "Area", AREA[entry.area]
            yield "What for", entry.use
            if entry.when:
                yield "When", entry.when
            for text in ways(entry, guidance):
                yield "Reach", text
        case Point():
            yield "Of", in_words(guidance.by_id[entry.id.partition(".")[0]])
            yield "Reach", f"{entry.kind.value.replace('_', ' ')}: {way(entry, guidance)}"
        case Section():
            yield "Title", entry.title
            yield "Contents", f"{entry.contents.title} (page {entry.contents.page or 'none'})"
            yield "Blocks", ", ".join(block.id for block in entry.blocks) or "none yet"
        case Block():
            if entry.title:
                yield "Title", entry.title
            if entry.text:
                yield "Text", entry.text
            for part in entry.parts:
                yield "Part", part
            if entry.form:
                yield "On the form", entry.form
        case AgeRule():
            yield "Rule", entry.rule
            for bound in entry.bounds:
                yield "Ages", _bound(bound)
        case Term():
            yield "Term", ", ".join((entry.term, *entry.names))
            yield "Meaning", entry.meaning
        case Actor():
            yield "Name", entry.name
            if entry.names:
                yield "Also called", "; ".join(entry.names)
            yield "Area", AREA[entry.area]
            if entry.without_contact:
                yield "Reach", "the source gives no way to reach it"
            for label, attribute in (("Has duties", "who"), ("They reach it", "to")):
                found = [duty.id for duty in guidance.duties if entry.id in getattr(duty, attribute)]
                if found:
                    yield label, ", ".join(found)
        case Law() | LocalDocument() | Tool():
            yield "Name", "; ".join((entry.name, *getattr(entry, "names", ())))
            yield "About", entry.about
            if isinstance(entry, Law):
                yield "Checked", _verified(entry)
        case Link():
            yield "Text", entry.text or "none: a bare address"
            yield "About", entry.about
            yield "Target", "lost: the source has none" if entry.is_lost else entry.target
            if not entry.is_lost:
                yield "Opened", _verified(entry)
        case Scale():
            yield "Name", entry.name
            yield "Points", ", ".join(entry.points)
        case _:
            yield "What", in_words(entry)


def _verified(entry: Law | Link) -> str:
    seen = entry.last_verified
    return f"{seen.when} by {seen.who}: {seen.how}" if seen else "nobody has recorded it"


def _bound(bound: Bound) -> str:
    parts = [
        f"{word} {value}"
        for word, value in (
            ("from", bound.start),
            ("over", bound.over),
            ("to", bound.to),
            ("under", bound.under),
            ("difference of more than", bound.gap_over),
        )
        if value is not None
    ]
    return f"{' '.join(parts)} ({bound.of.value})"


def _refs(entry: Any) -> tuple[str, ...]:
    more = [getattr(entry, name, "") for name in ("owner", "list", "link", "within", "parent")]
    return tuple(dict.fromkeys((*getattr(entry, "refs", ()), *getattr(entry, "actors", ()), *filter(None, more))))


def _listed(guidance: Guidance, label: str, names: list[str]) -> Iterator[Line]:
    for name in names:
        text = textwrap.shorten(in_words(guidance.by_id[name]), _SHORT, placeholder=" …")
        yield from _said(label, f"{name}  {text}")
        label = ""


def _said(label: str, text: str) -> Iterator[Line]:
    for number, line in enumerate(_wrapped(text)):
        yield Line(f"  {label if number == 0 else '':<{_MARGIN}}{line}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH - _MARGIN - 2, break_on_hyphens=False, break_long_words=False) or [""]
