"""Typed text as the runs and paragraphs that Word makes of it."""

import copy
import re
from collections.abc import Sequence

from lxml import etree

from tests.foreign.docx import XML_SPACE, w

_BREAK = re.compile(r"\r\n|\r|\n")
_BREAK_OR_TAB = re.compile(r"(\r\n|\r|\n|\t)")


def lines(text: str) -> list[str]:
    """The text line by line; all three ways to end a line count."""
    return _BREAK.split(text)


def text_element(text: str) -> etree._Element:
    """A `w:t`; white space at its edges would be lost without `xml:space`."""
    element = etree.Element(w("t"))
    element.text = text
    if text[:1].isspace() or text[-1:].isspace():
        element.set(XML_SPACE, "preserve")
    return element


def run(text: str, properties: etree._Element | None = None) -> etree._Element:
    """One run with the text: line ends as `w:br`, tabs as `w:tab`."""
    element = etree.Element(w("r"))
    if properties is not None:
        element.append(copy.deepcopy(properties))
    for piece in _BREAK_OR_TAB.split(text):
        if piece == "\t":
            etree.SubElement(element, w("tab"))
        elif _BREAK.fullmatch(piece):
            etree.SubElement(element, w("br"))
        elif piece:
            element.append(text_element(piece))
    return element


def paragraphs(
    texts: Sequence[str], like: etree._Element, properties: etree._Element | None = None
) -> list[etree._Element]:
    """One paragraph for each text, laid out like another one: what pressing Enter makes."""
    made = []
    for text in texts:
        paragraph = etree.Element(w("p"))
        layout = like.find(w("pPr"))
        if layout is not None:
            paragraph.append(copy.deepcopy(layout))
        if text:
            paragraph.append(run(text, properties))
        made.append(paragraph)
    return made
