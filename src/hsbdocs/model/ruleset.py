"""What ``parse`` loads besides the releases: the edition's facts, lists of names, and the catalogue of findings."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from hsbdocs.model.content import Edition
from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.names import ListId, NoteFrame
from hsbdocs.model.report import ReportWords

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DECEMBER = 12


class Ruleset(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it, as it lies in content/generated/findings.json."""

    edition: Edition
    names: dict[ListId, tuple[str, ...]]
    note: NoteFrame
    report: ReportWords
    findings: tuple[CatalogueEntry, ...]


def month_start(text: str) -> date | None:
    """The first day of a month as printed ("June 2026"), or None where it is no month."""
    parts = text.lower().split()
    if len(parts) != 2 or parts[0] not in _MONTHS or not re.fullmatch("(19|20)[0-9]{2}", parts[1]):
        return None
    return date(int(parts[1]), _MONTHS.index(parts[0]) + 1, 1)


def month_end(text: str) -> date | None:
    """The last day of a month as printed, or None where it is no month."""
    first = month_start(text)
    if first is None:
        return None
    following = date(first.year + first.month // _DECEMBER, first.month % _DECEMBER + 1, 1)
    return following - timedelta(days=1)
