"""A chart that has its place: every box, line and word in points from the upper left corner."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.formats.chart.chart import Piece

#: English Metric Units in a point: what slides and Word documents count in (ECMA-376 part 1, 20.1.2.1).
EMU = 12_700


class Look(StrEnum):
    """A box, a six-sided question, a dashed box where nothing is said, or the thick frame of what stands over all."""

    BOX = "box"
    QUESTION = "question"
    GAP = "gap"
    BAND = "band"


class TextLine(msgspec.Struct, frozen=True):
    """A line of text from ``left``, on its ``baseline``; no wider than ``width``."""

    left: float
    baseline: float
    width: float
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


class DrawnBox(msgspec.Struct, frozen=True, kw_only=True):
    """A box with its lines of text; ``id`` is that of its step, ``inset`` the depth of a question's points."""

    id: str
    look: Look
    left: float
    top: float
    width: float
    height: float
    inset: float = 0
    lines: tuple[TextLine, ...]

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in EMU, for a shape on a slide."""
        left, top, width, height = (round(each * EMU) for each in (self.left, self.top, self.width, self.height))
        return left, top, width, height

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Its corners, clockwise from the upper left."""
        left, top, inset = self.left, self.top, self.inset
        right, bottom = left + self.width, top + self.height
        if not inset:
            return (left, top), (right, top), (right, bottom), (left, bottom)
        middle = top + self.height / 2
        upper = ((left + inset, top), (right - inset, top), (right, middle))
        return (*upper, (right - inset, bottom), (left + inset, bottom), (left, middle))


class DrawnLine(msgspec.Struct, frozen=True):
    """A line from one step to another, along its points, with an arrowhead at its end; ``label`` may be none."""

    start: str
    end: str
    points: tuple[tuple[float, float], ...]
    label: TextLine | None

    @property
    def emu(self) -> tuple[tuple[int, int], ...]:
        """Its points in EMU, for a connector on a slide."""
        return tuple((round(x * EMU), round(y * EMU)) for x, y in self.points)


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """All of it; ``size`` is that of its type in points."""

    title: str
    description: str
    width: float
    height: float
    size: float
    boxes: tuple[DrawnBox, ...]
    lines: tuple[DrawnLine, ...]
    caption: tuple[TextLine, ...]
