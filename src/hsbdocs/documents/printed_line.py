"""A paragraph of a document."""

from __future__ import annotations

import msgspec


class NotPrintable(Exception):
    """An id that a document names and that cannot be printed; the text says why."""


class PrintedLine(msgspec.Struct, frozen=True):
    """A paragraph: ``lead`` in bold, ``text``, ``number`` large, and ``marks`` (section, queries) in grey.

    ``more`` are further pieces of the same paragraph. Spaces between them are in them. ``item``: it is one of several
    that belong to the paragraph above.
    """

    lead: str = ""
    text: str = ""
    number: str = ""
    marks: str = ""
    more: tuple[PrintedLine, ...] = ()
    item: bool = False

    @property
    def plain(self) -> str:
        """All of it."""
        return f"{self.lead}{self.text}{self.number}{self.marks}{''.join(each.plain for each in self.more)}"


class ShortLine(msgspec.Struct, frozen=True):
    """A paragraph of several lines: ``lead`` in bold says what they are for."""

    lead: str
    said: tuple[PrintedLine, ...]

    @property
    def plain(self) -> str:
        """All of it."""
        return f"{self.lead}{''.join(line.plain for line in self.said)}"
