"""Who is named in the guidance, and how they can be reached."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.guidance.base import Added, Area, Entry, Verified


class PointKind(StrEnum):
    """A way to reach somebody, or the hours in which one can."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    ADDRESS = "address"
    URL = "url"
    WEB_CHAT = "web_chat"
    HOURS = "hours"


class Point(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way: ``value`` as printed, or ``link``, the id of the link that led there.

    ``source`` is its line, or says who added it.
    ``note`` is what belongs to it ("option 2"); ``last_verified`` is empty until a person says so.
    """

    id: str
    kind: PointKind
    source: int | Added
    value: str = ""
    link: str = ""
    note: str = ""
    refs: tuple[str, ...] = ()
    last_verified: Verified | None = None


class Contact(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A local service and every way to reach it; ``use`` says what for, ``when`` at which hours or in which case."""

    name: str
    area: Area
    use: str
    when: str = ""
    actors: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()


class Resource(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A national body and what it offers."""

    name: str
    offers: str


class Actor(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person, role or service: its standard name, and every other name that the source uses for it.

    ``without_contact``: a service that the source names and gives no way to reach.
    """

    name: str
    names: tuple[str, ...] = ()
    area: Area = Area.BOTH
    without_contact: bool = False
