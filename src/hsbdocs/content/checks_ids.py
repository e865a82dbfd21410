"""Ids of the guidance: of their kind, given once, and there where another entry names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import KINDS, SECTION, Guidance

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
    "sections": re.compile(SECTION),
}
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

Path = str | int


class Ids:
    """Every id of a guidance. ``broken`` are ids of entries that could not be read, None where nobody knows them."""

    def __init__(self, guidance: Guidance, places: Places, broken: Set[str] | None) -> None:
        self.places = places
        self.broken = broken
        self.known = guidance.by_id
        self.of_kind = {kind: {entry.id for entry in getattr(guidance, kind)} for kind in KINDS}
        self._seen: dict[str, str] = {}

    @property
    def all_known(self) -> bool:
        """Whether every file could be read, so that what is not here is nowhere."""
        return self.broken is not None

    def own(self, kind: str, name: str, key: str, *path: Path) -> Iterator[Fault]:
        """The id of an entry: of the shape that its kind has, and nobody else's."""
        pattern = ID_PATTERNS.get(kind, SLUG)
        if not pattern.fullmatch(name):
            problem = f"{name!r} is not an id of this kind: {pattern.pattern}"
            yield fault_at(self.places, key, problem, *path, code=CheckCode.ID)
        if name in self._seen:
            problem = f"the id {name} is taken already ({self._seen[name]})"
            yield fault_at(self.places, key, problem, *path, code=CheckCode.ID)
        self._seen[name] = kind

    def part(self, kind: str, name: str, key: str, *path: Path) -> Iterator[Fault]:
        """The id of a part of an entry (a block, a point): nobody else's."""
        if name in self._seen:
            yield fault_at(self.places, key, f"the id {name} is taken already", *path, code=CheckCode.ID)
        self._seen[name] = kind

    def refs(self, key: str, refs: tuple[str, ...], *path: Path) -> Iterator[Fault]:
        """Ids of any kind that an entry names."""
        for index, ref in enumerate(refs):
            yield from self.named(ref, key, *path, "refs", index)

    def named(self, name: str, key: str, *path: Path) -> Iterator[Fault]:
        """One id of any kind, at a path of the entry."""
        if name not in self.known and self._missing(name):
            yield fault_at(self.places, key, _unknown(name, self.known), *path, code=CheckCode.REFERENCE)

    def one_of(self, kind: str, name: str, key: str, *path: Path) -> Iterator[Fault]:
        """The id of an entry of one kind, that another entry names."""
        if name not in self.of_kind[kind] and self._missing(name):
            problem = _unknown(name, self.of_kind[kind], f" in {kind}")
            yield fault_at(self.places, key, problem, *path, code=CheckCode.REFERENCE)

    def _missing(self, name: str) -> bool:
        """Whether an id that was not found is nowhere, so far as anybody can know."""
        return self.broken is not None and name not in self.broken


def _unknown(name: str, known: Collection[str], where: str = "") -> str:
    import difflib  # only where something is wrong

    near = difflib.get_close_matches(name, known, n=1)
    return f"{name} does not exist{where}" + (f"; did you mean {near[0]}?" if near else "")
