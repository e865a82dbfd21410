"""A presentation as it is asked for: its slides in order, each with a layout of the template by its name."""

from __future__ import annotations

import msgspec

from hsbdocs.formats.chart.drawing import Drawing
from hsbdocs.model.logo import Picture


class Words(msgspec.Struct, frozen=True):
    """Words of a line: in bold, or in grey where they say where something stands, or neither."""

    text: str
    bold: bool = False
    quiet: bool = False


class SlideLine(msgspec.Struct, frozen=True):
    """A line; an ``item`` is one of several below the line before it."""

    words: tuple[Words, ...]
    item: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(each.text for each in self.words)


class SlideTable(msgspec.Struct, frozen=True):
    """A table: the words of its header row, and the lines of each cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[SlideLine, ...], ...], ...]


class SlideView(msgspec.Struct, frozen=True, kw_only=True):
    """A slide: lines, a table or a drawing. ``alt`` is for who cannot see it, ``notes`` for whoever shows it.

    ``logo`` stands above its title.
    """

    layout: str
    title: str
    lines: tuple[SlideLine, ...] = ()
    table: SlideTable | None = None
    drawing: Drawing | None = None
    alt: str = ""
    notes: tuple[str, ...] = ()
    logo: Picture | None = None


class DeckView(msgspec.Struct, frozen=True, kw_only=True):
    """All slides; ``foot`` stands at the foot of each."""

    slides: tuple[SlideView, ...]
    foot: str
