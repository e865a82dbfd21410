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


class PrintsHow(StrEnum):
    """The reading with sooner or wider help; both duties that compete; what the source prints, and what is in doubt."""

    WIDER = "wider"
    BOTH = "both"
    AS_PRINTED = "as_printed"


class Prints(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a reader's document prints where an erratum is open: judged for each one, never the stricter by rule.

    ``text`` is that reading, or both duties in one sentence. With ``as_printed`` it says in one sentence what is in
    doubt, or is left out where a reader loses nothing by not knowing.
    """

    how: PrintsHow
    text: str = ""


class Erratum(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One fault: ``quotes`` are the few words that name the place, ``wrong`` is ours.

    ``brief`` is what is wrong in one line, for documents without room for more: it changes with ``wrong``. ``outside``
    is what a source other than the guidance says, to be confirmed; ``options`` are ways to settle it. ``prints`` is for
    the classes that somebody has to settle. ``at_table`` is for the few that change what is done to a child, and that
    the partnerships have to decide together.
    """

    kind: ErratumClass = msgspec.field(name="class")
    quotes: tuple[str, ...] = ()
    wrong: str
    brief: str = ""
    prints: Prints | None = None
    at_table: bool = False
    outside: str = ""
    options: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
