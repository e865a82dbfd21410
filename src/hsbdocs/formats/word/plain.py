"""A plain view to a .docx: no template, few styles, always the same bytes for the same view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from hsbdocs.formats.package import pack, serialise
from hsbdocs.formats.properties import set_core
from hsbdocs.formats.word.controls import W
from hsbdocs.formats.word.plain_styles import FOOTER, LEVELS, TINT, frame
from hsbdocs.formats.word.plain_view import Heading, Paragraph, Part, Piece, PlainTable, PlainView

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: A4 and its margins, in twentieths of a point.
_SHORT, _LONG = 11906, 16838
_MARGIN = 1021
#: The height of a row to write in: a line, and a few lines.
_ROW, _TALL_ROW = 482, 1418

Element = etree._Element


def write_plain(view: PlainView) -> bytes:
    """The document. Raises ValueError for a heading that Word has no level for."""
    root = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": _R})
    body = etree.SubElement(root, _w("body"))
    _heading(body, Heading(1, view.title))
    for number, part in enumerate(view.parts, 1):
        _pieces(body, part)
        if number < len(view.parts):
            _section(_properties(_last_paragraph(body)), part)
    _last_paragraph(body)
    _section(body, view.parts[-1])
    parts = {name: text.encode("utf-8") for name, text in frame(view.title, view.language).items()}
    parts["word/document.xml"] = serialise(root)
    set_core(parts, title=view.title, creator=view.creator, language=view.language)
    return pack(parts)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _add(parent: Element, name: str, **attributes: str | int) -> Element:
    element = etree.SubElement(parent, _w(name))
    for key, value in attributes.items():
        element.set(_w(key), str(value))
    return element


def _pieces(body: Element, part: Part) -> None:
    width = _width(part)
    for piece in part.pieces:
        _piece(body, piece, width)


def _piece(body: Element, piece: Piece, width: int) -> None:
    match piece:
        case Heading():
            _heading(body, piece)
        case Paragraph():
            _paragraph(body, piece.look.value, piece.text, piece.lead)
        case PlainTable():
            if len(body) and body[-1].tag == _w("tbl"):
                _paragraph(body, "PlainEnd", "")  # two tables that touch are one to Word
            _table(body, piece, width)


def _heading(body: Element, heading: Heading) -> None:
    if not 1 <= heading.level <= LEVELS:
        raise ValueError(f"no heading of level {heading.level}: {heading.text}")
    paragraph = _paragraph(body, f"Heading{heading.level}", heading.text)
    if heading.new_page:
        _add(_properties(paragraph), "pageBreakBefore")


# ---- Paragraphs ----------------------------------------------------------------------------------


def _paragraph(parent: Element, style: str, text: str, lead: str = "") -> Element:
    paragraph = _add(parent, "p")
    _add(_add(paragraph, "pPr"), "pStyle", val=style)
    if lead:
        _run(paragraph, lead, "Strong")
    if text:
        _run(paragraph, text)
    return paragraph


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(_w("pPr"))
    return _add(paragraph, "pPr") if found is None else found


def _run(paragraph: Element, text: str, style: str = "") -> None:
    run = _add(paragraph, "r")
    if style:
        _add(_add(run, "rPr"), "rStyle", val=style)
    for number, line in enumerate(text.split("\n")):
        if number:
            _add(run, "br")
        words = _add(run, "t")
        words.text = line
        words.set(_XML_SPACE, "preserve")


def _last_paragraph(body: Element) -> Element:
    """The paragraph that ends what was written so far: Word wants one after a table."""
    last = body[-1]
    return last if last.tag == _w("p") else _paragraph(body, "PlainEnd", "")


# ---- Tables --------------------------------------------------------------------------------------


def _table(body: Element, table: PlainTable, width: int) -> None:
    widths = _widths([column.share for column in table.columns], width)
    element = _add(body, "tbl")
    properties = _add(element, "tblPr")
    _add(properties, "tblStyle", val="PlainTable")
    _add(properties, "tblW", w=width, type="dxa")
    _add(properties, "tblLayout", type="fixed")
    _add(properties, "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    _add(properties, "tblCaption", val=table.name)
    grid = _add(element, "tblGrid")
    for each in widths:
        _add(grid, "gridCol", w=each)
    _row(element, [column.name for column in table.columns], widths, header=True)
    for row in table.rows:
        _row(element, row, widths)
    for _ in range(table.empty):
        _row(element, [""] * len(widths), widths, height=_TALL_ROW if table.tall else _ROW)


def _widths(shares: Sequence[int], width: int) -> list[int]:
    """The width of each column; what division leaves over is the last one's."""
    found = [width * share // sum(shares) for share in shares]
    return [*found[:-1], width - sum(found[:-1])]


def _row(table: Element, texts: Iterable[str], widths: Sequence[int], *, header: bool = False, height: int = 0) -> None:
    row = _add(table, "tr")
    properties = _add(row, "trPr")
    _add(properties, "cantSplit")
    if height:
        _add(properties, "trHeight", val=height, hRule="atLeast")
    if header:
        _add(properties, "tblHeader")
    for text, width in zip(texts, widths, strict=True):
        cell = _add(row, "tc")
        look = _add(cell, "tcPr")
        _add(look, "tcW", w=width, type="dxa")
        if header:
            _add(look, "shd", val="clear", color="auto", fill=TINT)
        for line in text.split("\n"):
            _paragraph(cell, "PlainHead" if header else "PlainCell", line)


# ---- Pages ---------------------------------------------------------------------------------------


def _width(part: Part) -> int:
    return (_LONG if part.wide else _SHORT) - 2 * _MARGIN


def _section(parent: Element, part: Part) -> None:
    section = _add(parent, "sectPr")
    reference = _add(section, "footerReference", type="default")
    reference.set(f"{{{_R}}}id", FOOTER)
    if part.wide:
        _add(section, "pgSz", w=_LONG, h=_SHORT, orient="landscape")
    else:
        _add(section, "pgSz", w=_SHORT, h=_LONG)
    margins = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    _add(section, "pgMar", **margins, header=567, footer=510, gutter=0)
