"""What was found in the source after it had been counted (later.tsv), and the guidance without it.

A row is an entry that nobody had counted, or a force or a class that was read otherwise and put right; each has the
place of the source that shows it.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import Any, NamedTuple

import msgspec

from hsbdocs.model.guidance import KINDS, Duty, Erratum, ErratumClass, Force, Guidance
from tests.support.frozen import FROZEN


class Later(NamedTuple):
    """One row: the id, ``entry``, ``force`` or ``class``, what it was counted as, what it is, and where it stands."""

    id: str
    what: str
    was: str
    now: str
    place: str


@cache
def later() -> tuple[Later, ...]:
    """All rows."""
    with (FROZEN / "later.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return tuple(Later(row["id"], row["what"], row["was"], row["is"], row["place"]) for row in rows)


def value_of(entry: Any) -> str:
    """The force of a duty and the class of an erratum, as lists write them; nothing of another entry."""
    if isinstance(entry, Duty):
        return entry.force.value.upper()
    return entry.kind.value if isinstance(entry, Erratum) else ""


def as_counted(guidance: Guidance) -> Guidance:
    """The guidance without the entries that were found later, and with the forces and classes of the count."""
    new = {row.id for row in later() if row.what == "entry"}
    was = {row.id: row.was for row in later() if row.what != "entry"}
    kinds = {
        kind: tuple(_as_read(entry, was.get(entry.id, "")) for entry in getattr(guidance, kind) if entry.id not in new)
        for kind in KINDS
    }
    return msgspec.structs.replace(guidance, **kinds)


def _as_read(entry: Any, was: str) -> Any:
    if was and isinstance(entry, Duty):
        return msgspec.structs.replace(entry, force=Force(was.lower()))
    return msgspec.structs.replace(entry, kind=ErratumClass(was)) if was else entry
