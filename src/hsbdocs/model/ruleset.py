"""What ``parse`` loads besides the releases: the edition's facts, lists of names, and the catalogue of findings."""

from __future__ import annotations

import msgspec

from hsbdocs.model.content import Edition
from hsbdocs.model.doubt import DoubtWords
from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.names import ListId, NoteFrame
from hsbdocs.model.report import ReportWords


class HouseOfNotes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The house details that a note to a sender carries."""

    publisher: str
    language: str
    handling_mark: str


class Ruleset(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it, as it lies in content/generated/findings.json."""

    edition: Edition
    names: dict[ListId, tuple[str, ...]]
    note: NoteFrame
    house: HouseOfNotes
    report: ReportWords
    places: PlaceWords
    doubts: DoubtWords
    findings: tuple[CatalogueEntry, ...]
