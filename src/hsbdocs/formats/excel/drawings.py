"""What lies on a sheet or stands beside its cells: pictures, shapes with their text, comments, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from hsbdocs.formats.package import Element
from hsbdocs.model.transcript import Paragraph, Span

_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f+-]{6}|[A-Za-z]|&)')
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


def _elements(root: Element) -> Iterator[Element]:
    """All elements, without what stands in a fallback a second time."""
    for child in root.iterchildren(etree.Element):
        if etree.QName(child).localname != "Fallback":
            yield child
            yield from _elements(child)


def _lines(shape: Element) -> Iterator[str]:
    for paragraph in shape.iter("{*}p"):
        yield "".join(text.text or "" for text in paragraph.iter("{*}t"))


def comments(root: Element) -> Iterator[str]:
    """The texts of a part of comments, of either kind."""
    for element in root.iter("{*}comment", "{*}threadedComment"):
        text = "".join(part.text or "" for part in element.iter("{*}t", "{*}text") if not len(part)).strip()
        if text:
            yield text


def margins(sheet: Element, ns: str) -> Iterator[Paragraph]:
    """Headers and footers of a sheet, the codes for fonts, page numbers and the like taken out."""
    for element in sheet.iterfind(f"{ns}headerFooter/*"):
        for part in re.split(r"&[LCR]", element.text or ""):
            text = _CODE.sub(lambda match: "&" if match[0] == "&&" else " ", part)
            if text.strip():
                yield Paragraph((Span(" ".join(text.split())),))
