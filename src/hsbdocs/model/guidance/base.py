"""What every entry of the guidance has: an id, where the source says it, and the other entries it belongs with."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hsbdocs.model.calendar import month_in_words
from hsbdocs.model.state import Day

__all__ = ["LOST", "SECTION", "Added", "AddedBy", "Area", "Day", "Entry", "SourceRef", "Verified", "places_of"]

#: The number of a section, as printed: ``3``, ``1.4``, ``3.8.1``.
SECTION = r"[1-9][0-9]*(\.[0-9]+)*"

#: A place in the source: a section (or cover, contents, whole), the question where there is one, and the line or
#: lines of the source file: ``1.4 L101``, ``4.3 Q1 L447``, ``1.4 L88-91``.
SourceRef = Annotated[
    str, msgspec.Meta(pattern=rf"^(cover|contents|whole|{SECTION}( Q[0-9]{{1,2}})?)( L[0-9]+(-[0-9]+)?)?$")
]

#: The target of a link that the source lost.
LOST = "lost"


class Area(StrEnum):
    """Where something holds."""

    KENT = "kent"
    MEDWAY = "medway"
    BOTH = "both"


class Verified(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That a person made sure: who, on which day, and how (rang it, opened it, asked the service)."""

    who: str
    when: Day
    how: str


class AddedBy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who added something that the guidance does not say, on which day, and why."""

    by: str
    on: Day
    why: str


class Added(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """In the place of a source: the partnerships added it. It is never counted as the guidance's own."""

    added: AddedBy

    @property
    def words(self) -> str:
        """What documents print in the place of a section."""
        return f"added by the partnerships, {month_in_words(self.added.on)}"


def places_of(source: object) -> tuple[str, ...]:
    """The places of a source in the guidance; none for what was added."""
    return source if isinstance(source, tuple) else ()


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """``id`` stands once in the whole guidance and never changes; ``refs`` are ids of other entries, of any kind."""

    id: str
    source: tuple[SourceRef, ...] | Added
    refs: tuple[str, ...] = ()
