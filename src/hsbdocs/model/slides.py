"""A slide of a document that is shown: its title, what it says in few words, and what whoever shows it says."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.handout import HandoutCell
from hsbdocs.model.variant import EditionOf


class SlideLayout(StrEnum):
    """Layouts by their names in the template: the first slide; lines; a table of two columns; a part of the pathway."""

    TITLE = "Title"
    TEXT = "Text"
    TABLE = "Table"
    PATHWAY = "Pathway"


class Slide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A slide. Its ``lines`` are cells: text of our own with its ``id``, and entries by their ids.

    A table has two ``columns`` and ``rows``; a slide of the pathway names the first and the last of the ``steps`` that
    it draws. ``alt`` says to a screen reader what the table or the picture holds. ``notes`` are for whoever shows it.
    ``frame`` prints what every document says of itself, ``explained`` in the notes what is in doubt. ``editions`` are
    those that have the slide: without any, all do.
    """

    layout: SlideLayout
    title: str
    lines: tuple[HandoutCell, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[HandoutCell, ...], ...] = ()
    steps: tuple[str, ...] = ()
    alt: str = ""
    notes: tuple[HandoutCell, ...]
    frame: bool = False
    explained: bool = False
    editions: tuple[EditionOf, ...] = ()

    def is_in(self, edition: EditionOf | None) -> bool:
        """Whether an edition has it; without one, yes."""
        return edition is None or not self.editions or edition in self.editions

    @property
    def shown(self) -> tuple[HandoutCell, ...]:
        """What stands on it: whoever looks at it does not see its notes."""
        return (*self.lines, *(cell for row in self.rows for cell in row))

    @property
    def cells(self) -> tuple[tuple[HandoutCell, tuple[str | int, ...]], ...]:
        """Everything on it and in its notes, with the place of each below the slide."""
        lines = [(cell, ("lines", at)) for at, cell in enumerate(self.lines)]
        rows = [(cell, ("rows", n, at)) for n, row in enumerate(self.rows) for at, cell in enumerate(row)]
        return (*lines, *rows, *((cell, ("notes", at)) for at, cell in enumerate(self.notes)))
