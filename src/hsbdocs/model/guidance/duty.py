"""What the guidance asks, allows, and ties to an age."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.guidance.base import Area, Entry


class Force(StrEnum):
    """The force as printed: must; should always, will always; should; will; needs, required, a right; a plain "do"."""

    MUST = "must"
    ALWAYS = "always"
    SHOULD = "should"
    WILL = "will"
    NEED = "need"
    DO = "do"


class Deadline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """By when: in words, and in hours where the source counts them."""

    words: str
    hours: int | None = None


class Nature(StrEnum):
    """What an entry is besides a duty or an option: somebody's right, or what may come of a case by itself."""

    RIGHT = "right"
    RESULT = "result"


#: In ``for``, of what the source says to every professional, or to anybody.
ANYONE = "anyone"


class Duty(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing to do: ``trigger`` is when, ``duty`` is what (it follows on "must", "should" …).

    ``who`` and ``to`` are ids of actors: whose duty (empty: the source names nobody) and whom it reaches. ``said`` is
    the force in the source's own words, where the word of the force alone would be stronger or weaker. ``unless`` is
    an exception to the trigger (it follows on "except where"). ``roles`` (``for`` in files) are those whom the source
    says it to: ids of actors, or ``anyone``; empty where it does not say. ``short`` is the duty in few words.
    """

    force: Force
    said: str = ""
    trigger: str
    unless: str = ""
    duty: str
    short: str = ""
    nature: Nature | None = None
    roles: tuple[str, ...] = msgspec.field(default=(), name="for")
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    deadline: Deadline | None = None
    area: Area = Area.BOTH


class Permission(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What may or can be done, or is somebody's right: ``trigger`` is when, ``option`` is what.

    ``said`` is how the source puts it, where that is not "may": "can", "it may be helpful to". ``nature`` says that it
    is nobody's choice: a right, or a possible result. ``unless``, ``roles`` and ``short`` are as in a duty.
    """

    said: str = ""
    trigger: str
    unless: str = ""
    option: str
    short: str = ""
    nature: Nature | None = None
    roles: tuple[str, ...] = msgspec.field(default=(), name="for")
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    area: Area = Area.BOTH


class AgeOf(StrEnum):
    """Whose age a bound is about."""

    CHILD = "child"
    OTHER = "other"
    ADULT = "adult"
    USER = "user"


class Bound(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A bound in completed years, as printed: ``from`` and ``to`` include their year, ``under`` and ``over`` do not.

    ``gap_over`` is a difference in age of more than so many years.
    """

    of: AgeOf = AgeOf.CHILD
    start: int | None = msgspec.field(default=None, name="from")
    to: int | None = None
    under: int | None = None
    over: int | None = None
    gap_over: int | None = None

    def holds(self, age: int) -> bool:
        """Whether an age in completed years lies inside. A gap has no say in this."""
        return (
            (self.start is None or age >= self.start)
            and (self.to is None or age <= self.to)
            and (self.under is None or age < self.under)
            and (self.over is None or age > self.over)
        )


class AgeRule(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A statement that hangs on an age. ``bounds`` is empty where the source prints no figure.

    ``short`` is the rule in few words.
    """

    rule: str
    short: str = ""
    bounds: tuple[Bound, ...] = ()
