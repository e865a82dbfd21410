"""What a reader sees in a document: the plain text of its paragraphs, its rows and its controls.

Small and slow on purpose: it only checks the foreign code against itself.
"""

from lxml import etree

from tests.foreign.docx import mc, w

_UNSEEN = frozenset({w("del"), w("moveFrom"), w("sdtPr"), w("pPr"), w("rPr"), mc("Choice")})
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}


def text_in(element: etree._Element) -> str:
    """The text in an element; paragraphs are parted by line ends."""
    inner = list(element.iter(w("p")))
    if element.tag != w("p") and inner:
        return "\n".join(text_in(paragraph) for paragraph in inner)
    return "".join(_text(element))


def _text(element: etree._Element) -> list[str]:
    if element.tag in _UNSEEN:
        return []
    if element.tag == w("t"):
        return [element.text or ""]
    if element.tag in _SIGNS:
        return [_SIGNS[element.tag]]
    return [piece for child in element for piece in _text(child)]


def rows(root: etree._Element) -> list[list[str]]:
    """The text of each cell, row by row."""
    return [[text_in(cell) for cell in row.iter(w("tc"))] for row in root.iter(w("tr"))]
