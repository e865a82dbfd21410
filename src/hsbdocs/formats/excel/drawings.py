"""What lies on a sheet or stands beside its cells: pictures, shapes with their text, comments, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from hsbdocs.formats.package import Element
from hsbdocs.model.transcript import Paragraph, Span

_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f+-]{6}|[A-Za-z]|&)')
_NEXT_PART = "\f"
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


def comments(root: Element, *, threads: bool) -> Iterator[str]:
    """The texts of a part of comments, of either kind.

    For programs that know no threads Excel writes each thread a second time as a comment, whose author is its id;
    ``threads``: the sheet has them, and the copies are left out.
    """
    authors = [author.text or "" for author in root.iterfind("{*}authors/{*}author")]
    copies = {str(number) for number, author in enumerate(authors) if threads and author.startswith("tc={")}
    for element in root.iter("{*}comment", "{*}threadedComment"):
        if element.get("authorId") in copies:
            continue
        text = "".join(part.text or "" for part in element.iter("{*}t", "{*}text") if not len(part)).strip()
        if text:
            yield text


def margins(sheet: Element, ns: str) -> Iterator[Paragraph]:
    """Headers and footers of a sheet, the codes for fonts, page numbers and the like taken out."""
    for element in sheet.iterfind(f"{ns}headerFooter/*"):
        for part in _CODE.sub(_without_code, element.text or "").split(_NEXT_PART):
            if part.strip():
                yield Paragraph((Span(" ".join(part.split())),))


def _without_code(code: re.Match[str]) -> str:
    return "&" if code[0] == "&&" else _NEXT_PART if code[0].upper() in ("&L", "&C", "&R") else " "
