"""What the types cannot say of the guidance: ids that stand once, references that lead somewhere, lines that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from datetime import date
from typing import Any

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.check import CheckCode as C
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import (
    KINDS,
    AgeRule,
    Block,
    BlockKind,
    Contact,
    Cover,
    Erratum,
    ErratumClass,
    Guidance,
    Section,
)

COVER = "guidance/cover.yaml"

#: The last line of the source file.
LAST_LINE = 619

#: As many words of the source as a quotation of an erratum may have.
MOST_WORDS = 8

#: Classes of errata that somebody has to settle.
_TO_SETTLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)

#: The ids of kinds that people know by a letter and a number.
ID_PATTERNS = {
    "duties": re.compile(r"D\d\d\d?"),
    "permissions": re.compile(r"P\d\d"),
    "ages": re.compile(r"A\d\d"),
    "contacts": re.compile(r"C\d\d"),
    "laws": re.compile(r"S\d\d"),
    "links": re.compile(r"K\d\d"),
    "footnotes": re.compile(r"F\d"),
    "missing": re.compile(r"M\d"),
    "tables": re.compile(r"T\d\d"),
    "errata": re.compile(r"E\d\d\d"),
    "sections": re.compile(r"[1-5](\.\d){0,2}"),
}
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_REF = re.compile(r"(?P<place>\S+)(?: Q\d+)?(?: L(?P<first>\d+)(?:-(?P<last>\d+))?)?")


def check_guidance(
    guidance: Guidance,
    places: Places,
    forms: Mapping[str, Form] | None,
    *,
    whole: bool = True,
    broken: Set[str] | None = frozenset(),
) -> list[Fault]:
    """Every fault that only shows when the files are seen together.

    ``whole`` says that every entry could be read; ``broken`` are ids of those that could not, None where nobody knows
    them: then nothing is said to be missing.
    """
    return list(_Checks(guidance, places, forms, whole=whole, broken=broken).faults())


class _Checks:
    def __init__(
        self,
        guidance: Guidance,
        places: Places,
        forms: Mapping[str, Form] | None,
        *,
        whole: bool,
        broken: Set[str] | None,
    ) -> None:
        self.guidance = guidance
        self.places = places
        self.forms = forms
        self.whole = whole
        self.broken = broken
        self.known = guidance.by_id
        self.ids = {kind: {entry.id for entry in getattr(guidance, kind)} for kind in KINDS}
        starts = [section.source for section in guidance.sections[1:]]
        ends = [*(start - 1 for start in starts), LAST_LINE]
        self.spans = {s.number: (s.source, end) for s, end in zip(guidance.sections, ends, strict=True)}
        self.seen: dict[str, str] = {}
        self.lines: dict[str, set[int]] = {}

    def faults(self) -> Iterator[Fault]:
        yield from self._blocks(COVER, self.guidance.cover, 1, 16)
        for section in self.guidance.sections:
            key = f"sections:{section.number}"
            yield from self._id("sections", section.number, key, "number")
            yield from self._section(section, key)
            yield from self._blocks(key, section, *self.spans[section.number])
        for kind in KINDS:
            if kind != "sections":
                for entry in getattr(self.guidance, kind):
                    yield from self._entry(kind, entry, f"{kind}:{entry.id}")
        for duty in self.guidance.duties:
            if (duty.force == "always") != bool(duty.said):
                problem = 'only with the force always, and always there, is "should always" or "will always" said'
                yield fault_at(self.places, f"duties:{duty.id}", problem, "said", code=C.ENTRY)
        for kind in ("duties", "permissions"):
            for entry in getattr(self.guidance, kind):
                yield from self._placed(entry, f"{kind}:{entry.id}")

    def _id(self, kind: str, name: str, key: str, *path: str | int) -> Iterator[Fault]:
        pattern = ID_PATTERNS.get(kind, SLUG)
        if not pattern.fullmatch(name):
            yield fault_at(self.places, key, f"{name!r} is not an id of this kind: {pattern.pattern}", *path, code=C.ID)
        if name in self.seen:
            yield fault_at(self.places, key, f"the id {name} is taken already ({self.seen[name]})", *path, code=C.ID)
        self.seen[name] = kind

    def _section(self, section: Section, key: str) -> Iterator[Fault]:
        above = section.number.rpartition(".")[0]
        if section.parent != above:
            yield fault_at(
                self.places, key, f"the parent of {section.number} is {above or 'none'}", "parent", code=C.ENTRY
            )
        if self.spans[section.number][1] < section.source:
            yield fault_at(
                self.places, key, "does not stand before the section that follows it", "source", code=C.SOURCE
            )
        yield from self._one_of(key, section.owner, "owners", "owner")
        yield from self._refs(key, section.refs)

    def _blocks(self, key: str, holder: Section | Cover, first: int, last: int) -> Iterator[Fault]:
        prefix = holder.number if isinstance(holder, Section) else "cover"
        previous = 0
        for index, block in enumerate(holder.blocks):
            path = ("blocks", index)
            if not re.fullmatch(rf"{re.escape(prefix)}\.[a-z]+\d\d", block.id):
                yield fault_at(
                    self.places, key, f"{block.id!r} is not an id here: {prefix}.p01", *path, "id", code=C.ID
                )
            if block.id in self.seen:
                yield fault_at(self.places, key, f"the id {block.id} is taken already", *path, "id", code=C.ID)
            self.seen[block.id] = "blocks"
            for line in block.source:
                if not first <= line <= last:
                    problem = f"line {line} is not in section {prefix} (lines {first} to {last})"
                    yield fault_at(self.places, key, problem, *path, "source", code=C.SOURCE)
            if not block.source:
                yield fault_at(self.places, key, "has no line", *path, "source", code=C.SOURCE)
            elif block.source[0] < previous:
                yield fault_at(
                    self.places, key, "stands before the block above it in the source", *path, "source", code=C.SOURCE
                )
            else:
                previous = block.source[0]
            for problem, *inner in self._block(block):
                yield fault_at(
                    self.places, key, problem, *path, *inner, code=C.REFERENCE if inner == ["form"] else C.ENTRY
                )
            yield from self._refs(key, block.refs, *path)
            for ref in block.refs:
                self.lines.setdefault(ref, set()).update(block.source)
            if block.owner:
                yield from self._one_of(key, block.owner, "owners", *path, "owner")
            if block.list:
                yield from self._one_of(key, block.list, "lists", *path, "list")

    def _block(self, block: Block) -> Iterator[tuple[str, ...]]:
        if block.kind is BlockKind.SUBHEADING and not block.title:
            yield "a sub-heading needs its title", "title"
        if block.kind is not BlockKind.SUBHEADING and not block.text and not block.form:
            yield "has no text", "text"
        if (block.kind is BlockKind.ITEM) is not bool(block.list):
            yield "an item names its list, and only an item does", "list"
        if block.kind is BlockKind.MISSING and not any(ref in self.ids["missing"] for ref in block.refs):
            yield "names nothing that is missing (M1 …)", "refs"
        if block.form and self.forms is not None:
            form_id, _, part = block.form.partition("/")
            form = self.forms.get(form_id)
            parts = {s.id for s in form.sections} | {row.key for _, row in form.items()} if form else set()
            if form is None:
                yield f"the form {form_id} does not exist", "form"
            elif part and part not in parts:
                yield f"the form {form_id} has no section or row {part}", "form"

    def _entry(self, kind: str, entry: Any, key: str) -> Iterator[Fault]:
        yield from self._id(kind, entry.id, key, "id")
        yield from self._refs(key, entry.refs)
        if not getattr(entry, "source", True):
            yield fault_at(self.places, key, "has no source", "source", code=C.SOURCE)
        for index, ref in enumerate(getattr(entry, "source", ())):
            problem = self._source(ref)
            if problem:
                yield fault_at(self.places, key, problem, "source", index, code=C.SOURCE)
        for name in ("who", "to", "actors"):
            for index, actor in enumerate(getattr(entry, name, ())):
                yield from self._one_of(key, actor, "actors", name, index)
        if getattr(entry, "owner", ""):
            yield from self._one_of(key, entry.owner, "owners", "owner")
        if getattr(entry, "within", ""):
            yield from self._one_of(key, entry.within, "lists", "within")
        if isinstance(entry, AgeRule):
            yield from self._ages(entry, key)
        if isinstance(entry, Contact):
            yield from self._points(entry, key)
        if isinstance(entry, Erratum):
            yield from self._erratum(entry, key)
        for name, day in self._days(entry):
            if not _is_day(day):
                yield fault_at(self.places, key, f"{day} is not a day", name, code=C.DAY)

    def _source(self, ref: str) -> str:
        match = _REF.fullmatch(ref)
        if match is None or match["first"] is None or match["place"] in ("cover", "contents", "whole"):
            return ""
        place, first, last = match["place"], int(match["first"]), int(match["last"] or match["first"])
        if place not in self.spans:
            return f"there is no section {place}" if self.whole else ""
        begin, end = self.spans[place]
        if not begin <= first <= last <= end:
            return f"{ref} is not in section {place} (lines {begin} to {end})"
        return ""

    def _ages(self, rule: AgeRule, key: str) -> Iterator[Fault]:
        for index, bound in enumerate(rule.bounds):
            low = bound.start if bound.start is not None else bound.over
            high = bound.to if bound.to is not None else bound.under
            if low is None and high is None and bound.gap_over is None:
                yield fault_at(self.places, key, "has no figure", "bounds", index, code=C.ENTRY)
            if low is not None and high is not None and low > high:
                yield fault_at(self.places, key, "ends before it begins", "bounds", index, code=C.ENTRY)

    def _erratum(self, erratum: Erratum, key: str) -> Iterator[Fault]:
        if erratum.kind in _TO_SETTLE and len(erratum.options) < 2:
            yield fault_at(self.places, key, "needs two ways or more to settle it", "options", code=C.ENTRY)
        for index, quote in enumerate(erratum.quotes):
            if len(quote.split()) > MOST_WORDS:
                problem = f"has {len(quote.split())} words; at most {MOST_WORDS} name the place"
                yield fault_at(self.places, key, problem, "quotes", index, code=C.ENTRY)

    def _points(self, contact: Contact, key: str) -> Iterator[Fault]:
        for index, point in enumerate(contact.points):
            path = ("points", index)
            if not point.id.startswith(f"{contact.id}."):
                yield fault_at(
                    self.places, key, f"{point.id!r} does not begin with {contact.id}.", *path, "id", code=C.ID
                )
            if point.id in self.seen:
                yield fault_at(self.places, key, f"the id {point.id} is taken already", *path, "id", code=C.ID)
            self.seen[point.id] = "points"
            if not point.value and not point.link:
                yield fault_at(self.places, key, "has neither a value nor a link", *path, code=C.ENTRY)
            if point.link:
                yield from self._one_of(key, point.link, "links", *path, "link")
            yield from self._refs(key, point.refs, *path)
            if point.last_verified is not None and not _is_day(point.last_verified.when):
                yield fault_at(
                    self.places, key, f"{point.last_verified.when} is not a day", *path, "last_verified", code=C.DAY
                )

    @staticmethod
    def _days(entry: Any) -> Iterator[tuple[str, str]]:
        if getattr(entry, "last_verified", None) is not None:
            yield "last_verified", entry.last_verified.when
        if getattr(entry, "decision", None) is not None:
            yield "decision", entry.decision.when

    def _placed(self, entry: Any, key: str) -> Iterator[Fault]:
        """The blocks that name a duty or permission stand on its line."""
        if not self.whole or entry.id not in self.lines:
            return
        for ref in entry.source:
            match = _REF.fullmatch(ref)
            if match is not None and match["first"] and int(match["first"]) not in self.lines[entry.id]:
                problem = f"no block on line {match['first']} names {entry.id} in its refs"
                yield fault_at(self.places, key, problem, "source", code=C.SOURCE)

    def _refs(self, key: str, refs: tuple[str, ...], *path: str | int) -> Iterator[Fault]:
        for index, ref in enumerate(refs):
            if ref not in self.known and self._missing(ref):
                yield fault_at(self.places, key, _unknown(ref, self.known), *path, "refs", index, code=C.REFERENCE)

    def _one_of(self, key: str, name: str, kind: str, *path: str | int) -> Iterator[Fault]:
        if name not in self.ids[kind] and self._missing(name):
            yield fault_at(self.places, key, _unknown(name, self.ids[kind], f" in {kind}"), *path, code=C.REFERENCE)

    def _missing(self, name: str) -> bool:
        """Whether an id that was not found is nowhere, so far as anybody can know."""
        return self.broken is not None and name not in self.broken


def _unknown(name: str, known: Any, where: str = "") -> str:
    import difflib  # only where something is wrong

    near = difflib.get_close_matches(name, known, n=1)
    return f"{name} does not exist{where}" + (f"; did you mean {near[0]}?" if near else "")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
