"""From an id to its words: the one place that documents ask, so that other words can stand there."""

from __future__ import annotations

from collections.abc import Mapping

from hsbdocs.model.guidance import AgeRule, Block, Contact, Duty, Law, Permission, Step, Term, says
from hsbdocs.model.handout import HandoutCell, HandoutPart, Number, NumberLine

#: What a training document itself says; and whatever has an id and words of our own.
Own = HandoutPart | HandoutCell | NumberLine | Number
Worded = Block | Duty | Permission | AgeRule | Term | Contact | Law | Step | Own


class Wording:
    """The words of entries and of documents' own texts. ``instead`` holds, by id, those that stand in their place."""

    def __init__(self, instead: Mapping[str, str] | None = None) -> None:
        self._instead = instead or {}

    def of(self, entry: Worded) -> str:
        """The words of an entry; empty where it has none."""
        key = "text" if isinstance(entry, Own) else says(entry).words
        own: str = getattr(entry, key)
        return self._instead.get(entry.id, own) if own else ""


#: The words that stand in the content.
OWN = Wording()
