"""A drawing as SVG 1.1: the same bytes for the same drawing, and no colour that says anything alone."""

from __future__ import annotations

from lxml import etree

from hsbdocs.formats.chart.drawing import Drawing, DrawnBox, DrawnLine, Look, TextLine

_SVG = "http://www.w3.org/2000/svg"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FONTS = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif"
INK, PAPER, TINT = "#1A1A1A", "#FFFFFF", "#E6EEF2"
#: How each box looks: what fills it, the width of its border, and its dashes.
_LOOKS: dict[Look, tuple[str, str, str]] = {
    Look.BOX: (PAPER, "1.2", ""),
    Look.QUESTION: (TINT, "1.2", ""),
    Look.GAP: (PAPER, "1.5", "5 3"),
    Look.BAND: (PAPER, "3", ""),
}
_HEAD = 6.0


def svg(drawing: Drawing) -> bytes:
    """The file, in UTF-8."""
    size = {"width": f"{_n(drawing.width)}pt", "height": f"{_n(drawing.height)}pt"}
    view = f"0 0 {_n(drawing.width)} {_n(drawing.height)}"
    named = {"role": "img", "aria-labelledby": "pathway-title pathway-desc"}
    root = etree.Element(f"{{{_SVG}}}svg", {**size, "viewBox": view, **named}, {None: _SVG})  # type: ignore[dict-item]
    _child(root, "title", id="pathway-title").text = drawing.title
    _child(root, "desc", id="pathway-desc").text = drawing.description
    _child(root, "rect", x="0", y="0", width=_n(drawing.width), height=_n(drawing.height), fill=PAPER)
    for line in drawing.lines:
        _line(root, line)
    words = {"font-family": _FONTS, "font-size": _n(drawing.size), "fill": INK}
    texts = _child(root, "g", **words)
    for box in drawing.boxes:
        _box(root, box)
        _texts(texts, box.lines)
    _texts(texts, tuple(line.label for line in drawing.lines if line.label))
    _texts(texts, drawing.caption)
    root.append(texts)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _box(root: etree._Element, box: DrawnBox) -> None:
    fill, width, dashes = _LOOKS[box.look]
    look = {"fill": fill, "stroke": INK, "stroke-width": width}
    if dashes:
        look["stroke-dasharray"] = dashes
    _child(root, "polygon", points=_points(box.corners), **look)


def _line(root: etree._Element, line: DrawnLine) -> None:
    _child(root, "polyline", points=_points(line.points), fill="none", stroke=INK, **{"stroke-width": "1.2"})
    (before, above), (x, y) = line.points[-2:]
    if above == y:
        head = ((x, y), (x - _HEAD, y - _HEAD / 2), (x - _HEAD, y + _HEAD / 2))
    else:
        assert before == x, "lines come in straight"
        head = ((x, y), (x - _HEAD / 2, y - _HEAD), (x + _HEAD / 2, y - _HEAD))
    _child(root, "polygon", points=_points(head), fill=INK)


def _texts(parent: etree._Element, lines: tuple[TextLine, ...]) -> None:
    for line in lines:
        text = _child(parent, "text", x=_n(line.left), y=_n(line.baseline))
        text.set(_SPACE, "preserve")  # LibreOffice leaves out a space where the look changes
        for piece in line.pieces:
            bold = {"font-weight": "700"} if piece.bold else {}
            _child(text, "tspan", **bold).text = piece.text


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_SVG}}}{name}", attributes)


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """A number with two places at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
