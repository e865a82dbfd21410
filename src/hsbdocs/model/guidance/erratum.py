"""Known faults of the source. Nothing is settled silently: what is printed stays until a decision is recorded."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.guidance.base import Area, Day, Entry


class ErratumClass(StrEnum):
    """Substance, to be decided; a fact or law to check; editorial; an artefact of the copy we have."""

    SUBSTANCE = "S"
    FACT = "F"
    EDITORIAL = "E"
    ARTEFACT = "X"


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who decided, on which day, and what; for one area or both.

    ``entries`` are those that have to change for it, each with the hash of what it said when the decision was made
    (``Guidance.hash_of``): until all of them say something else, nothing of it is carried out.
    """

    who: str
    when: Day
    what: str
    area: Area = Area.BOTH
    entries: dict[str, str] = {}


class Erratum(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One fault: ``quotes`` are the few words that name the place, ``wrong`` is ours.

    ``brief`` is what is wrong in one line, for documents without room for more: it changes with ``wrong``. ``outside``
    is what a source other than the guidance says, to be confirmed; ``options`` are ways to settle it.
    """

    kind: ErratumClass = msgspec.field(name="class")
    quotes: tuple[str, ...] = ()
    wrong: str
    brief: str = ""
    outside: str = ""
    options: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
