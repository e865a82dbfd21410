"""What lies on a sheet or stands beside its cells: pictures, shapes with their text, comments, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from hsbdocs.formats.excel.strings import whole
from hsbdocs.formats.package import Damaged, Element, parse_xml
from hsbdocs.model.location import Where
from hsbdocs.model.patterns import CELL, FORM_CONTROL, MARGIN_CODE
from hsbdocs.model.transcript import Aside, Paragraph, Span

_NEXT_PART = "\f"
#: English metric units of a row 15 points high, and the last row that a sheet can have.
_ROW_HEIGHT, _LAST_ROW = 190_500, 1_048_575
_PICTURES = {"pic", "graphicFrame", "contentPart"}
_SHAPES = {"sp", "cxnSp"}


def drawn(root: Element) -> tuple[Paragraph, list[str]]:
    """A paragraph that counts what a drawing holds, and the text in its shapes (DrawingML, ECMA-376 part 1, 20.5)."""
    pictures = shapes = 0
    texts = []
    for element in _elements(root):
        name = etree.QName(element).localname
        if name in _PICTURES:
            pictures += 1
        elif name in _SHAPES:
            shapes += 1
            text = "\n".join(_lines(element)).strip()
            if text:
                texts.append(text)
    return Paragraph((), pictures=pictures, shapes=shapes), texts


def last_row(root: Element) -> int:
    """The last row, counted from 0, that a drawing reaches into (20.5.2): a row of the usual height where it says none.

    Without an end that can be told it reaches to the end of the sheet.
    """
    return max((_ends(anchor) for anchor in root.iterchildren(etree.Element)), default=0)


def _ends(anchor: Element) -> int:
    kind = etree.QName(anchor).localname
    if kind == "twoCellAnchor":
        return _number(anchor, "{*}to/{*}row")
    high = anchor.find("{*}ext")
    rows = -(-whole(None if high is None else high.get("cy"), _LAST_ROW * _ROW_HEIGHT) // _ROW_HEIGHT)
    if kind == "oneCellAnchor":
        return _number(anchor, "{*}from/{*}row") + rows
    place = anchor.find("{*}pos")
    return whole(None if place is None else place.get("y"), _LAST_ROW * _ROW_HEIGHT) // _ROW_HEIGHT + rows


def _number(anchor: Element, path: str) -> int:
    return whole(anchor.findtext(path), _LAST_ROW)


def _elements(root: Element) -> Iterator[Element]:
    """All elements, without what stands in a fallback a second time."""
    for child in root.iterchildren(etree.Element):
        if etree.QName(child).localname != "Fallback":
            yield child
            yield from _elements(child)


def _lines(shape: Element) -> Iterator[str]:
    for paragraph in shape.iter("{*}p"):
        yield "".join(text.text or "" for text in paragraph.iter("{*}t"))


def form_controls(data: bytes) -> tuple[Paragraph, list[str]]:
    """The boxes and buttons of the older kind that a VML drawing holds, and their texts; comments' own frames apart.

    VML of old programs need not be well-formed: what cannot be parsed is looked through as text.
    """
    kinds = [kind for kind in FORM_CONTROL.findall(data) if kind != b"Note"]
    try:
        boxes = parse_xml(data).iter("{*}textbox") if kinds else []
        texts = [text for box in boxes if (text := " ".join("".join(map(str, box.itertext())).split()))]
    except Damaged:
        texts = []
    return Paragraph((), shapes=len(kinds)), texts


def comments(root: Element, *, threads: bool) -> Iterator[Aside]:
    """Each comment of a part, of either kind.

    For programs that know no threads Excel writes each thread a second time as a comment, whose author is its id;
    ``threads``: the sheet has them, and the copies are left out.
    """
    copies = _copies(root) if threads else set()
    for element in root.iter("{*}comment", "{*}threadedComment"):
        if element.get("authorId") in copies:
            continue
        text = "".join(part.text or "" for part in element.iter("{*}t", "{*}text") if not len(part)).strip()
        if text:
            cell = element.get("ref", "")
            yield Aside(Where.COMMENT_ON_CELL, text, cell=cell) if CELL.fullmatch(cell) else Aside(Where.COMMENT, text)


def _copies(root: Element) -> set[str | None]:
    """The numbers of the authors that stand for a thread."""
    authors = [author.text or "" for author in root.iterfind("{*}authors/{*}author")]
    return {str(number) for number, author in enumerate(authors) if author.startswith("tc={")}


def margins(sheet: Element, ns: str) -> Iterator[Paragraph]:
    """Headers and footers of a sheet, the codes for fonts, page numbers and the like taken out."""
    for element in sheet.iterfind(f"{ns}headerFooter/*"):
        for part in MARGIN_CODE.sub(_without_code, element.text or "").split(_NEXT_PART):
            if part.strip():
                yield Paragraph((Span(" ".join(part.split())),))


def _without_code(code: re.Match[str]) -> str:
    return "&" if code[0] == "&&" else _NEXT_PART if code[0].upper() in ("&L", "&C", "&R") else " "
