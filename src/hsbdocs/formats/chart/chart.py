"""A chart as it is asked for: its steps on a grid, the lines between them, and the words around them."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Shape(StrEnum):
    """A box; a six-sided question; a dashed box where nothing is said."""

    BOX = "box"
    QUESTION = "question"
    GAP = "gap"


class Piece(msgspec.Struct, frozen=True):
    """Words of a line, in bold or not."""

    text: str
    bold: bool = False


class ChartStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step: ``pieces`` are its words; it stands from ``column`` over so many ``columns``, in ``row``."""

    id: str
    shape: Shape
    pieces: tuple[Piece, ...]
    column: int
    row: int
    columns: int


class ChartEdge(msgspec.Struct, frozen=True):
    """A line from one step to another in the same row to its right, or in a row below; ``label`` stands at it."""

    start: str
    end: str
    label: str


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """``title`` and ``description`` are for who cannot see it. ``band`` is the text over all steps, a paragraph each;
    ``caption`` stands below them.
    """

    title: str
    description: str
    band: tuple[tuple[Piece, ...], ...]
    steps: tuple[ChartStep, ...]
    edges: tuple[ChartEdge, ...]
    caption: tuple[tuple[Piece, ...], ...]
