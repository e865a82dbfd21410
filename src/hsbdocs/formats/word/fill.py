"""A document of our own, filled in: answers in its controls as Word leaves them there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree

from hsbdocs.formats.package import pack, parse_xml, serialise, unpack
from hsbdocs.formats.word.controls import TICKED, W14, W

_BODY = "word/document.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class NoControl(Exception):
    """The document has no control with one of the tags; the text names it."""


def filled(data: bytes, texts: Mapping[str, str], ticks: Collection[str]) -> bytes:
    """The document with texts in the controls of these tags, and the boxes of ``ticks`` ticked. Raises NoControl."""
    parts = unpack(data)
    root = parse_xml(parts[_BODY])
    left = {*texts, *ticks}
    for control in root.iter(f"{{{W}}}sdt"):
        mark = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
        tag = "" if mark is None else mark.get(f"{{{W}}}val", "")
        if tag in ticks:
            _tick(control)
        elif tag in texts:
            _write(control, texts[tag])
        left.discard(tag)
    if left:
        raise NoControl(min(left))
    parts[_BODY] = serialise(root)
    return pack(parts)


def _tick(control: etree._Element) -> None:
    for checked in control.iter(f"{{{W14}}}checked"):
        checked.set(f"{{{W14}}}val", "1")
    for text in control.iter(f"{{{W}}}t"):
        text.text = TICKED


def _write(control: etree._Element, written: str) -> None:
    """The text in place of the placeholder, a line break for each end of a line."""
    properties, content = control.find(f"{{{W}}}sdtPr"), control.find(f"{{{W}}}sdtContent")
    if properties is None or content is None:
        return
    for flag in properties.findall(f"{{{W}}}showingPlcHdr"):
        properties.remove(flag)
    run = etree.Element(f"{{{W}}}r")
    for number, line in enumerate(written.split("\n")):
        if number:
            etree.SubElement(run, f"{{{W}}}br")
        text = etree.SubElement(run, f"{{{W}}}t")
        text.text = line
        text.set(_SPACE, "preserve")
    content[:] = [run]
