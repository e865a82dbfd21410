"""What the guidance points to: law, documents, tools, links, footnotes; its terms, lists, scales, tables, gaps."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.guidance.base import LOST, Entry, Verified


class Owner(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whose text the source prints, and what permission there is to reprint it (empty: none is recorded)."""

    id: str
    name: str
    permission: str = ""
    refs: tuple[str, ...] = ()


class Term(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A word that the guidance explains: ``term`` exact, ``meaning`` in our words, ``short`` the same in few."""

    term: str
    meaning: str
    short: str = ""
    names: tuple[str, ...] = ()


class Law(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Law or statutory guidance as the source names it. Each place in ``source`` is one mention."""

    name: str
    about: str
    last_verified: Verified | None = None


class LocalDocument(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A local procedure or form by its standard name, with every other name used."""

    name: str
    about: str
    names: tuple[str, ...] = ()


class Tool(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An assessment tool that is not the partnerships' own."""

    name: str
    about: str
    owner: str = ""


class Link(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A link of the source. ``text`` is exact (empty for a bare address); ``target`` is the address, or ``lost``."""

    target: str
    about: str
    text: str = ""
    marked: bool = True
    last_verified: Verified | None = None

    @property
    def is_lost(self) -> bool:
        """Whether the source has no target for it."""
        return self.target == LOST


class Footnote(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A footnote: its text, exact (a citation or an address), and the line where its mark stands."""

    number: int
    text: str
    mark: int


class MissingKind(StrEnum):
    """What is missing."""

    PICTURE = "picture"
    FILE = "file"


class Missing(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A picture or file that the source shows a gap for: its label if one is printed, and what it was."""

    kind: MissingKind
    about: str
    label: str = ""


class NamedList(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A list of the source; its items are the blocks that name it. ``within`` is the list it is a part of."""

    name: str
    within: str = ""


class Scale(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The points of a scale, exact and in order. Points of one scale are never turned into another's."""

    name: str
    points: tuple[str, ...]
    owner: str = ""


class SourceTable(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the source by its shape; ``rows`` without the heading."""

    name: str
    rows: int
    columns: int
    heading: bool = False
