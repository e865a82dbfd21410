"""From an id to its words: the one place that documents ask, so that other words can stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hsbdocs.model.guidance import says
from hsbdocs.model.handout import HandoutCell, HandoutPart, Number, NumberLine

#: What a training document itself says.
Own = HandoutPart | HandoutCell | NumberLine | Number
#: Behind the id of an entry: its words in short.
SHORT = "#short"


class Wording:
    """The words of entries and of documents' own texts. ``instead`` holds, by id, those that stand in their place.

    Words in short stand in their place too, by ``D10#short``: beside other words for the whole, ours in short are not
    printed.
    """

    def __init__(self, instead: Mapping[str, str] | None = None) -> None:
        self._instead = instead or {}

    def of(self, entry: Any) -> str:
        """The words of an entry, or of a text of a document; empty where it has none."""
        if isinstance(entry, Own):
            return self._instead.get(entry.id, entry.text) if entry.text else ""
        row = says(entry)
        own: str = getattr(entry, row.words) if row.words else ""
        if own:
            return self._instead.get(entry.id, own)
        return row.printed.exact(entry) if row.printed else ""

    def short(self, entry: Any) -> str:
        """The words of an entry in short, where it has any; else all of them."""
        own: str = getattr(entry, "short", "")
        if own and (entry.id not in self._instead or f"{entry.id}{SHORT}" in self._instead):
            return self._instead.get(f"{entry.id}{SHORT}", own)
        return self.of(entry)


#: The words that stand in the content.
OWN = Wording()
