"""Names that rules look for in free text, and the frame of the notes to senders: content that ``parse`` needs."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ListId(StrEnum):
    """The lists of names that rules look for. Each is a file of content/names/."""

    CHILDRENS_SERVICES = "childrens-services"
    CHILDRENS_SERVICES_TEAMS = "childrens-services-teams"
    POLICE = "police"
    OTHER_SERVICES = "other-services"
    NOT_KNOWN = "not-known"
    ENGLISH = "english"
    IN_EDUCATION = "in-education"
    HOME_EDUCATED = "home-educated"
    NOT_IN_EDUCATION = "not-in-education"
    NO_PERSON = "no-person"
    ORGANISATIONS = "organisations"
    ROLES = "roles"


class Name(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One name as people write it, and where it comes from."""

    name: str
    source: str


class NameList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names that mean one thing; ``use`` says what for. Capitals, apostrophes and punctuation do not matter."""

    id: ListId
    use: str
    names: tuple[Name, ...]


class NoteFrame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a note to a sender says besides the points themselves. A pack without a ``title`` makes no notes.

    Filled in are ``{reference}``, ``{organisation}``, ``{team}``, ``{telephone}``, ``{rows}``, and in what was ``told``
    ``{whom}`` and ``{day}``. ``leads`` are the roles whose holder is the safeguarding lead: ``is_lead`` is said to
    them and ``if_lead`` to others. ``mail`` is for the mail that the note goes with. The rest stands in the order of
    the page.
    """

    opening: str
    closing: str
    title: str = ""
    title_unread: str = ""
    urgent: str = ""
    to: str = ""
    to_nobody: str = ""
    from_team: str = ""
    our_reference: str = ""
    about: str = ""
    about_undated: str = ""
    about_unread: str = ""
    please_ring: str = ""
    please_ring_on: str = ""
    neutral: str = ""
    told: str = ""
    told_some_day: str = ""
    told_lead: str = ""
    told_anybody: str = ""
    first: str = ""
    for_lead: str = ""
    if_lead: str = ""
    leads: tuple[str, ...] = ()
    is_lead: str = ""
    asked: str = ""
    done: str = ""
    whole: str = ""
    empty: str = ""
    how: str = ""
    closing_asked: str = ""
    closing_unread: str = ""
    slip: str = ""
    slip_rows: str = ""
    state: str = ""
    end: str = ""
    mail: str = ""
    mail_on: str = ""
    mail_urgent: str = ""
    mail_urgent_on: str = ""
