"""A drawing as shapes of a slide, in one group: boxes in the order of their steps, then the lines between them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from hsbdocs.formats.chart.drawing import EMU, Drawing, DrawnBox, DrawnLine, Look

#: The least type on a slide, in points.
SIZE = 18.0
_INK, _TINT, _PAPER = "1A1A1A", "E6EEF2", "FFFFFF"
_SHAPES = {Look.BOX: MSO_SHAPE.RECTANGLE, Look.QUESTION: MSO_SHAPE.HEXAGON, Look.GAP: MSO_SHAPE.RECTANGLE}
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
#: Left, top, width and height in EMU.
Place = tuple[int, int, int, int]


def draw_on(shapes: Any, drawing: Drawing, place: Place) -> None:
    """Draws it inside a place, with its type enlarged to what can be read. Raises ValueError where it is too large."""
    scale = SIZE / drawing.size * EMU
    boxes = [box for box in drawing.boxes if box.look is not Look.BAND]
    top = min(box.top for box in boxes)
    across, down = drawing.width * scale, (max(box.top + box.height for box in boxes) - top) * scale
    left, above, width, height = place
    if across > width + EMU or down > height + EMU:
        need, room = (f"{each / EMU:.0f}" for each in (down, height))
        raise ValueError(f"the pathway is {need} points high on a slide that has room for {room}: draw fewer steps")
    names = {box.id: box.lines[0].pieces[0].text for box in boxes}
    onto = _Onto(shapes.add_group_shape().shapes, scale, left, above - round(top * scale), names)
    for box in boxes:
        onto.box(box)
    for line in drawing.lines:
        onto.line(line)


class _Onto:
    """A group of shapes, and how points of the drawing become its places; ``names`` are what people call the steps."""

    def __init__(self, shapes: Any, scale: float, left: int, top: int, names: Mapping[str, str]) -> None:
        self.shapes, self.scale, self.left, self.top, self.names = shapes, scale, left, top, names

    def at(self, x: float, y: float) -> tuple[Emu, Emu]:
        return Emu(self.left + round(x * self.scale)), Emu(self.top + round(y * self.scale))

    def box(self, box: DrawnBox) -> None:
        shape = self.shapes.add_shape(
            _SHAPES[box.look], *self.at(box.left, box.top), Emu(round(box.width * self.scale)),
            Emu(round(box.height * self.scale)),
        )  # fmt: skip
        shape.name = box.id
        if box.look is Look.QUESTION:
            shape.adjustments[0] = box.inset / box.height
            shape.adjustments[1] = 1.15470
        _look(shape, box.look)
        words = shape.text_frame
        words.word_wrap, words.vertical_anchor = False, MSO_ANCHOR.MIDDLE
        words.margin_left = words.margin_right = words.margin_top = words.margin_bottom = 0
        for number, line in enumerate(box.lines):
            paragraph = words.paragraphs[0] if number == 0 else words.add_paragraph()
            paragraph.alignment = PP_ALIGN.CENTER
            _write(paragraph, [(piece.text, piece.bold) for piece in line.pieces], space=number < len(box.lines) - 1)

    def line(self, line: DrawnLine) -> None:
        """Straight pieces, the last with an arrowhead; a label beside the first."""
        points = [self.at(x, y) for x, y in line.points]
        for number, (start, end) in enumerate(pairwise(points)):
            piece = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *start, *end)
            piece.line.color.rgb, piece.line.width = rgb(_INK), Pt(1.5)
            _without_theme(piece)
            piece.name = f"{line.start} to {line.end}, {number + 1}"
            when = f", {line.label.text}" if line.label else ""
            said = f"Line from {self.names[line.start]} to {self.names[line.end]}{when}"
            piece._element.nvCxnSpPr.cNvPr.set("descr", said)
            if number == len(points) - 2:
                etree.SubElement(piece.line._get_or_add_ln(), f"{{{_A}}}tailEnd", type="triangle")
        if line.label is not None:
            self._label(line)

    def _label(self, line: DrawnLine) -> None:
        label = line.label
        assert label is not None
        x, y = self.at(label.left, label.baseline - 11)
        shape = self.shapes.add_textbox(x, y, Emu(round(label.width * self.scale)), Emu(round(13.8 * self.scale)))
        shape.name = f"{line.start} to {line.end}: {label.text}"
        words = shape.text_frame
        words.word_wrap = False
        words.margin_left = words.margin_right = words.margin_top = words.margin_bottom = 0
        _write(words.paragraphs[0], [(label.text, True)], space=False)


def rgb(colour: str) -> Any:
    """A colour by its six figures."""
    return RGBColor.from_string(colour)  # type: ignore[no-untyped-call]


def _look(shape: Any, look: Look) -> None:
    """Black on white; a question has a tint, and what is not said a dashed line: never colour alone."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(_TINT if look is Look.QUESTION else _PAPER)
    shape.line.color.rgb, shape.line.width = rgb(_INK), Pt(1.5)
    if look is Look.GAP:
        shape.line.dash_style = MSO_LINE.DASH
    _without_theme(shape)


def _without_theme(shape: Any) -> None:
    """Without what the theme would add to a shape: shadows."""
    for style in shape._element.xpath("./p:style"):
        style.getparent().remove(style)


def _write(paragraph: Any, pieces: list[tuple[str, bool]], *, space: bool) -> None:
    """The pieces of a line; with ``space`` a blank at its end, so that its words and those of the next are two."""
    for number, (text, bold) in enumerate(pieces):
        run = paragraph.add_run()
        run.text = f"{text} " if space and number == len(pieces) - 1 else text
        run.font.size, run.font.bold, run.font.color.rgb = Pt(SIZE), bold, rgb(_INK)
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
