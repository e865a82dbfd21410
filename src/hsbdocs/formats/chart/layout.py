"""A chart to a drawing: rows as high as their words need, lines that go around the boxes."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.formats.chart.chart import Chart, ChartEdge, ChartStep, Piece, Shape
from hsbdocs.formats.chart.drawing import Drawing, DrawnBox, DrawnLine, Look, TextLine
from hsbdocs.formats.chart.measure import width_of, wrapped

#: In points: type, from one line to the next, and from a line's top to its baseline.
SIZE, LEADING, _ASCENT = 12.0, 13.8, 11.0
#: Between columns and between rows: room for a line and its label.
_GUTTER, _GAP = 30.0, 17.0
#: Between a box and its words, and how deep the points of a question are.
_SIDE, _ABOVE, _INSET = 5.0, 4.0, 9.0
#: Between a line and its label, and half the thickest line, which must not be cut off at the edge.
_BESIDE, _EDGE = 4.0, 1.5

_LOOKS = {Shape.BOX: Look.BOX, Shape.QUESTION: Look.QUESTION, Shape.GAP: Look.GAP}


def draw(chart: Chart, width: float) -> Drawing:
    """The chart, ``width`` points wide and as high as it needs.

    Raises ValueError for words that do not fit their box, and for a line that leads upwards or finds no way.
    """
    return _Layout(chart, width).drawing()


class _Layout:
    def __init__(self, chart: Chart, width: float) -> None:
        self.chart = chart
        self.width = width
        self.columns = max(step.column + step.columns for step in chart.steps)
        self.step = {step.id: step for step in chart.steps}
        self.column = (width - 2 * _EDGE - (self.columns - 1) * _GUTTER) / self.columns
        self.band = self._band()
        self.words = {step.id: self._words(step) for step in chart.steps}
        self.tops, self.heights = self._rows()

    def drawing(self) -> Drawing:
        below = self.tops[-1] + self.heights[-1]
        boxes = tuple(self._box(step) for step in self.chart.steps)
        lines = tuple(self._line(edge) for edge in self.chart.edges)
        caption = tuple(self._text(self.chart.caption, _EDGE, below + _ABOVE * 2, self.width - 2 * _EDGE))
        return Drawing(
            title=self.chart.title,
            description=self.chart.description,
            width=self.width,
            height=below + _ABOVE * 2 + len(caption) * LEADING + _EDGE + _ABOVE,
            size=SIZE,
            boxes=(self.band, *boxes),
            lines=lines,
            caption=caption,
        )

    def _band(self) -> DrawnBox:
        inner = self.width - 2 * _EDGE - 2 * _SIDE
        lines = tuple(self._text(self.chart.band, _EDGE + _SIDE, _EDGE + _ABOVE, inner))
        height = len(lines) * LEADING + 2 * _ABOVE
        across = self.width - 2 * _EDGE
        return DrawnBox(
            id="", look=Look.BAND, left=_EDGE, top=_EDGE, width=across, height=height, lines=lines
        )  # fmt: skip

    def _text(self, paragraphs: Iterable[tuple[Piece, ...]], left: float, top: float, width: float) -> list[TextLine]:
        lines = [line for pieces in paragraphs for line in wrapped(pieces, SIZE, width)]
        return [
            TextLine(left, top + number * LEADING + _ASCENT, _width(line), line) for number, line in enumerate(lines)
        ]

    def _words(self, step: ChartStep) -> list[tuple[Piece, ...]]:
        return wrapped(step.pieces, SIZE, self._across(step) - 2 * (_SIDE + _inset(step)))

    def _across(self, step: ChartStep) -> float:
        return step.columns * self.column + (step.columns - 1) * _GUTTER

    def _rows(self) -> tuple[list[float], list[float]]:
        tops, heights = [], []
        top = self.band.top + self.band.height + _GAP
        for row in range(max(step.row for step in self.chart.steps) + 1):
            most = max((len(self.words[step.id]) for step in self.chart.steps if step.row == row), default=0)
            tops.append(top)
            heights.append(most * LEADING + 2 * _ABOVE)
            top += heights[-1] + _GAP
        return tops, heights

    def _left(self, step: ChartStep) -> float:
        return _EDGE + step.column * (self.column + _GUTTER)

    def _box(self, step: ChartStep) -> DrawnBox:
        left, across, top, height = self._left(step), self._across(step), self.tops[step.row], self.heights[step.row]
        words = self.words[step.id]
        first = top + (height - len(words) * LEADING) / 2 + _ASCENT
        lines = tuple(
            TextLine(left + (across - _width(line)) / 2, first + number * LEADING, _width(line), line)
            for number, line in enumerate(words)
        )
        return DrawnBox(
            id=step.id,
            look=_LOOKS[step.shape],
            left=left,
            top=top,
            width=across,
            height=height,
            inset=_inset(step),
            lines=lines,
        )

    def _line(self, edge: ChartEdge) -> DrawnLine:
        start, end = self.step[edge.start], self.step[edge.end]
        if end.row == start.row and end.column == start.column + start.columns:
            points = self._across_to(start, end)
            return DrawnLine(edge.start, edge.end, points, _over(points, edge.label))
        if end.row <= start.row:
            raise ValueError(f"the line from {edge.start} to {edge.end} leads upwards")
        points = self._down_to(start, end)
        return DrawnLine(edge.start, edge.end, points, _left_of(points, edge.label))

    def _across_to(self, start: ChartStep, end: ChartStep) -> tuple[tuple[float, float], ...]:
        middle = self.tops[start.row] + self.heights[start.row] / 2
        left = self._left(start) + self._across(start)
        return (left, middle), (self._left(end), middle)

    def _down_to(self, start: ChartStep, end: ChartStep) -> tuple[tuple[float, float], ...]:
        """Straight down where nothing is in between; otherwise around it, in a gutter."""
        at = self._middle(start)
        into = at if self._is_over(end, at) else self._middle(end)
        if start.columns > end.columns and self._is_over(start, self._middle(end)):
            at = into = self._middle(end)
        bottom, top = self.tops[start.row] + self.heights[start.row], self.tops[end.row]
        under, over = bottom + _GAP / 2, top - _GAP / 2
        if self._is_free(at, start.row, end.row):
            turn = () if at == into else ((at, over), (into, over))
            return (at, bottom), *turn, (into, top)
        beside = self._beside(start, end)
        if self._is_over(end, beside):
            return (at, bottom), (at, under), (beside, under), (beside, top)
        return (at, bottom), (at, under), (beside, under), (beside, over), (into, over), (into, top)

    def _beside(self, start: ChartStep, end: ChartStep) -> float:
        """The gutter to the right of a step, for one at the right edge that to its left. Raises ValueError."""
        if start.column + start.columns < self.columns:
            return self._left(start) + self._across(start) + _GUTTER / 2
        if start.column > 0:
            return self._left(start) - _GUTTER / 2
        raise ValueError(f"there is no way around from {start.id} to {end.id}")

    def _middle(self, step: ChartStep) -> float:
        return self._left(step) + self._across(step) / 2

    def _is_over(self, step: ChartStep, at: float) -> bool:
        return self._left(step) <= at <= self._left(step) + self._across(step)

    def _is_free(self, at: float, above: int, below: int) -> bool:
        return not any(above < step.row < below and self._is_over(step, at) for step in self.chart.steps)


def _inset(step: ChartStep) -> float:
    return _INSET if step.shape is Shape.QUESTION else 0


def _width(line: tuple[Piece, ...]) -> float:
    return sum(width_of(piece.text, SIZE, bold=piece.bold) for piece in line)


def _over(points: tuple[tuple[float, float], ...], label: str) -> TextLine | None:
    """A label in the middle of a line that goes to the right, above it."""
    if not label:
        return None
    (left, at), (right, _) = points
    wide = width_of(label, SIZE, bold=True)
    return TextLine((left + right - wide) / 2, at - _BESIDE, wide, (Piece(label, True),))


def _left_of(points: tuple[tuple[float, float], ...], label: str) -> TextLine | None:
    """A label where a line comes out of its box, to the left of it."""
    if not label:
        return None
    (at, top), *_ = points
    wide = width_of(label, SIZE, bold=True)
    return TextLine(at - _BESIDE - wide, top + _ASCENT + 1, wide, (Piece(label, True),))
