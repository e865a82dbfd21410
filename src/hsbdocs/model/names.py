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


class NoteFrame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands before and after the notes to a sender: said once, not in each note."""

    opening: str
    closing: str
