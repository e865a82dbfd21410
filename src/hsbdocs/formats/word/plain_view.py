"""What a plain document holds: headings, paragraphs and tables, in parts that stand upright or lie on their side."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Look(StrEnum):
    """How a paragraph looks: body text, text in a frame, a line that opens what follows, an entry set in."""

    BODY = "Normal"
    FRAMED = "PlainFramed"
    OPENING = "PlainOpening"
    ENTRY = "PlainEntry"


class Heading(msgspec.Struct, frozen=True):
    """A heading; ``level`` 1 is the title's own."""

    level: int
    text: str
    new_page: bool = False


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph: ``lead`` in bold, then ``text``. A line break in either is one in the document."""

    text: str
    lead: str = ""
    look: Look = Look.BODY


class PlainColumn(msgspec.Struct, frozen=True):
    """A column: its name in the header row, and its share of the width."""

    name: str
    share: int


class PlainTable(msgspec.Struct, frozen=True):
    """A table: ``name`` is what a screen reader says of it. ``empty`` rows are written in; ``tall`` gives them room."""

    name: str
    columns: tuple[PlainColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    empty: int = 0
    tall: bool = False


Piece = Heading | Paragraph | PlainTable


class Part(msgspec.Struct, frozen=True):
    """Pages of one direction; ``wide``: they lie on their side."""

    pieces: tuple[Piece, ...]
    wide: bool = False


class PlainView(msgspec.Struct, frozen=True):
    """A document: its title stands as the first heading, in the footer and in its properties."""

    title: str
    creator: str
    language: str
    parts: tuple[Part, ...]
