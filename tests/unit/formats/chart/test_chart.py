"""A chart: widths as a real font has them, boxes that hold their words, lines that pass by boxes, the same bytes."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from lxml import etree

from hsbdocs.formats.chart.chart import Chart, ChartEdge, ChartStep, Piece, Shape
from hsbdocs.formats.chart.drawing import EMU, Drawing, Look, TextLine
from hsbdocs.formats.chart.layout import draw
from hsbdocs.formats.chart.measure import width_of, wrapped
from hsbdocs.formats.chart.raster import DOTS, png
from hsbdocs.formats.chart.svg import INK, PAPER, TINT, svg
from tests.unit.formats.chart.pixels import grey_rows
from tests.unit.formats.word.colours import contrast

_SVG = "{http://www.w3.org/2000/svg}"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;?!'()-/&"


def step(name: str, column: int, row: int, columns: int = 1, text: str = "Some words", **more: Shape) -> ChartStep:
    shape = more.get("shape", Shape.BOX)
    return ChartStep(id=name, shape=shape, pieces=(Piece(text),), column=column, row=row, columns=columns)


def chart(*steps: ChartStep, edges: tuple[ChartEdge, ...] = (), width: float = 532) -> Drawing:
    made = Chart(
        title="A title & more",
        description="A description",
        band=((Piece("Over all:", True), Piece("first")),),
        steps=steps,
        edges=edges,
        caption=((Piece("Below"),),),
    )
    return draw(made, width)


def inked(text: str, *, bold: bool) -> float:
    """The width of the ink of a text of 40 points in the font that draws it, in points."""
    weight = ' font-weight="700"' if bold else ""
    words = f'<text x="10" y="45" font-family="Arimo" font-size="40"{weight}>{text}</text>'
    size = 'width="140pt" height="60pt" viewBox="0 0 140 60"'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{words}</svg>'
    dark = [at for row in grey_rows(png(picture.encode())) for at, value in enumerate(row) if value < 128]
    return (max(dark) + 1 - min(dark)) / DOTS


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["mm", "ill", "Wj", "0123", "(m)"])
def test_no_text_is_wider_than_it_was_measured(text: str, bold: bool) -> None:
    measured, drawn = width_of(text, 40, bold=bold), inked(text, bold=bold)
    assert drawn <= measured
    assert measured <= drawn * 1.15 + 6, "nor much narrower: a font's letters have room around them"


def test_a_letter_that_is_in_no_table_is_taken_for_the_widest() -> None:
    assert width_of("\u4e2d", 12, bold=False) >= max(width_of(each, 12, bold=True) for each in LETTERS)


def test_lines_are_as_full_as_they_can_be_and_keep_every_word() -> None:
    pieces = (Piece("12", True), Piece("one two three four five six"), Piece("(must)", True))
    lines = wrapped(pieces, 12, 80)
    assert len(lines) > 1
    joined = " ".join("".join(piece.text for piece in line) for line in lines)
    assert joined == "12 one two three four five six (must)"
    for line in lines:
        assert sum(width_of(piece.text, 12, bold=piece.bold) for piece in line) <= 80
    assert {piece.text.strip() for line in lines for piece in line if piece.bold} == {"12", "(must)"}


def test_a_word_that_fits_no_line_is_refused() -> None:
    with pytest.raises(ValueError, match="the word Incomprehensibilities is wider"):
        chart(step("a", 0, 0, text="Incomprehensibilities"), step("b", 5, 0))


def test_rows_are_as_high_as_their_longest_words() -> None:
    drawing = chart(step("a", 0, 0, text="long " * 30), step("b", 1, 0), step("c", 0, 1))
    a, b, c = drawing.boxes[1:]
    assert a.height == b.height > c.height
    assert c.top > a.top + a.height


@pytest.mark.parametrize("shape", list(Shape))
def test_words_stand_inside_their_box(shape: Shape) -> None:
    drawing = chart(step("a", 0, 0, text="What is to be said of this, in some words?", shape=shape), step("b", 2, 0))
    box = drawing.boxes[1]
    assert len(box.lines) > 1
    for line in box.lines:
        assert box.left + box.inset < line.left
        assert line.left + line.width < box.left + box.width - box.inset
        assert box.top < line.baseline - 0.7 * drawing.size
        assert line.baseline + 0.2 * drawing.size < box.top + box.height


# ---- Lines -------------------------------------------------------------------------------------


def crossed(drawing: Drawing) -> list[tuple[str, str]]:
    """The lines that pass through a box, each with the box."""
    return [
        (f"{line.start} to {line.end}", box.id)
        for line in drawing.lines
        for box in drawing.boxes
        for (x, y), (to_x, to_y) in itertools.pairwise(line.points)
        if max(x, to_x) > box.left + 0.1
        and min(x, to_x) < box.left + box.width - 0.1
        and max(y, to_y) > box.top + 0.1
        and min(y, to_y) < box.top + box.height - 0.1
    ]


GRID = {
    "a": (0, 0),
    "b": (1, 0),
    "c": (2, 0),
    "d": (0, 1),
    "e": (1, 1),
    "f": (2, 1),
    "g": (0, 2),
    "h": (1, 2),
    "i": (2, 2),
}
DOWNWARDS = [(one, two) for one, two in itertools.permutations(GRID, 2) if GRID[two][1] > GRID[one][1]]


@pytest.mark.parametrize(("start", "end"), DOWNWARDS)
def test_a_line_goes_around_every_box(start: str, end: str) -> None:
    steps = [step(name, *at) for name, at in GRID.items()]
    drawing = chart(*steps, edges=(ChartEdge(start, end, "no"),))
    box = {each.id: each for each in drawing.boxes}
    (line,) = drawing.lines
    assert crossed(drawing) == []
    assert line.points[0][1] == pytest.approx(box[start].top + box[start].height)
    assert line.points[-1][1] == pytest.approx(box[end].top)
    assert box[end].left < line.points[-1][0] < box[end].left + box[end].width
    assert all(x == to_x or y == to_y for (x, y), (to_x, to_y) in itertools.pairwise(line.points))
    assert all(0 < x < drawing.width for x, _ in line.points)


def test_a_line_to_the_right_goes_straight_and_has_its_label_above_it() -> None:
    drawing = chart(step("a", 0, 0), step("b", 1, 0), edges=(ChartEdge("a", "b", "yes"),))
    (line,) = drawing.lines
    assert len(line.points) == 2
    assert line.label is not None
    assert line.label.text == "yes"
    assert line.points[0][0] < line.label.left < line.label.left + line.label.width < line.points[1][0]
    assert line.label.baseline < line.points[0][1]


def test_a_line_that_would_lead_upwards_is_refused() -> None:
    with pytest.raises(ValueError, match="leads upwards"):
        chart(step("a", 0, 0), step("b", 0, 1), edges=(ChartEdge("b", "a", ""),))


def test_a_line_with_no_way_around_is_refused() -> None:
    steps = (step("a", 0, 0, columns=2), step("b", 0, 1, columns=2), step("c", 0, 2, columns=2))
    with pytest.raises(ValueError, match="no way around from a to c"):
        chart(*steps, edges=(ChartEdge("a", "c", ""),))


# ---- Files -------------------------------------------------------------------------------------


def sample() -> Drawing:
    return chart(
        step("a", 0, 0, columns=2),
        step("b", 0, 1, shape=Shape.QUESTION),
        step("c", 1, 1, shape=Shape.GAP),
        edges=(ChartEdge("a", "b", ""), ChartEdge("b", "c", "yes")),
    )


def test_the_svg_is_named_for_who_cannot_see_it_and_holds_every_word() -> None:
    root = etree.fromstring(svg(sample()))
    assert root.findtext(f"{_SVG}title") == "A title & more"
    assert root.findtext(f"{_SVG}desc") == "A description"
    ids = {root.find(f"{_SVG}{name}").get("id") for name in ("title", "desc")}  # type: ignore[union-attr]
    assert set(root.get("aria-labelledby", "").split()) == ids
    said = ["".join(map(str, text.itertext())) for text in root.iter(f"{_SVG}text")]
    assert said == ["Over all: first", "Some words", "Some words", "Some words", "yes", "Below"]


def test_boxes_differ_by_shape_and_not_by_colour_alone() -> None:
    root = etree.fromstring(svg(sample()))
    shapes = [
        (len(each.get("points", "").split()), each.get("stroke-width"), each.get("stroke-dasharray"))
        for each in root.iter(f"{_SVG}polygon")
        if each.get("stroke")
    ]
    assert len(shapes) == 4 == len(set(shapes))


def test_what_is_drawn_stands_out_in_colour_and_in_grey() -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11; the formula goes by lightness, which is what a grey copy keeps."""
    ink, grounds = INK.lstrip("#"), [each.lstrip("#") for each in (PAPER, TINT)]
    assert all(contrast(ink, ground) >= 7 for ground in grounds)
    colours = {each.get(name) for each in etree.fromstring(svg(sample())).iter() for name in ("fill", "stroke")}
    assert colours - {None, "none"} == {INK, PAPER, TINT}


def test_the_same_drawing_gives_the_same_bytes() -> None:
    first, again = svg(sample()), svg(sample())
    assert first == again
    assert png(first) == png(again)
    rows = grey_rows(png(first))
    assert len(rows[0]) == 532 * DOTS
    assert len(rows) == pytest.approx(sample().height * DOTS, abs=1)


def test_places_are_there_in_emu_for_slides() -> None:
    drawing = sample()
    box = drawing.boxes[1]
    assert box.emu == tuple(round(each * EMU) for each in (box.left, box.top, box.width, box.height))
    assert all(isinstance(each, int) for line in drawing.lines for point in line.emu for each in point)
    assert {each.look for each in drawing.boxes} == set(Look)
    assert msgspec.json.decode(msgspec.json.encode(drawing), type=Drawing) == drawing
    assert isinstance(drawing.caption[0], TextLine)
