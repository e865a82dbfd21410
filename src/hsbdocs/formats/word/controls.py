"""Content controls as a template takes them: run-level ``w:sdt`` with title, tag, id and placeholder.

ECMA-376 part 1, 17.5.2 (structured document tags) and [MS-DOCX] 2.6.1 (w14:checkbox). Text controls carry no type
element: as ``w:text`` LibreOffice 7.4 takes them for input fields and puts what is typed beside the placeholder.
"""

from __future__ import annotations

import zlib
from enum import StrEnum

import msgspec
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

TICKED, UNTICKED = "\u2612", "\u2610"
_BOX_FONT = "MS Gothic"


class ControlKind(StrEnum):
    """What a control takes."""

    TEXT = "text"
    DATE = "date"
    CHECKBOX = "checkbox"


class ContentControl(msgspec.Struct, frozen=True):
    """A control to be filled in. ``tag`` names it for software, ``title`` for people and screen readers."""

    kind: ControlKind
    tag: str
    title: str
    placeholder: str = ""

    def __html__(self) -> str:
        """The control's XML, for ``{{r … }}`` in a template rendered with autoescape."""
        text = etree.tostring(self._element(), encoding="unicode")
        return text.replace(f' xmlns:w="{W}"', "", 1)

    @property
    def identity(self) -> int:
        """The control's unique id: the same for the same tag, a positive 31-bit number."""
        return (zlib.crc32(self.tag.encode()) & 0x7FFFFFFF) or 1

    def _element(self) -> etree._Element:
        sdt = etree.Element(f"{{{W}}}sdt", nsmap={"w": W})
        properties = etree.SubElement(sdt, f"{{{W}}}sdtPr")
        _with(properties, "alias", self.title)
        _with(properties, "tag", self.tag)
        _with(properties, "id", str(self.identity))
        if self.kind is not ControlKind.CHECKBOX:
            _with(etree.SubElement(properties, f"{{{W}}}placeholder"), "docPart", placeholder_name(self.placeholder))
            etree.SubElement(properties, f"{{{W}}}showingPlcHdr")
        if self.kind is ControlKind.DATE:
            date = etree.SubElement(properties, f"{{{W}}}date")
            for name, value in _DATE:
                _with(date, name, value)
        if self.kind is ControlKind.CHECKBOX:
            box = etree.SubElement(properties, f"{{{W14}}}checkbox", nsmap={"w14": W14})
            etree.SubElement(box, f"{{{W14}}}checked").set(f"{{{W14}}}val", "0")
            for name, glyph in (("checkedState", TICKED), ("uncheckedState", UNTICKED)):
                state = etree.SubElement(box, f"{{{W14}}}{name}")
                state.set(f"{{{W14}}}val", f"{ord(glyph):04X}")
                state.set(f"{{{W14}}}font", _BOX_FONT)
        run = etree.SubElement(etree.SubElement(sdt, f"{{{W}}}sdtContent"), f"{{{W}}}r")
        look = etree.SubElement(run, f"{{{W}}}rPr")
        if self.kind is ControlKind.CHECKBOX:
            _with(look, "rStyle", "TickBox")
        else:
            _with(look, "rStyle", "PlaceholderText")
        text = etree.SubElement(run, f"{{{W}}}t")
        text.text = UNTICKED if self.kind is ControlKind.CHECKBOX else self.placeholder
        if text.text != text.text.strip():
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return sdt


_DATE = (
    ("dateFormat", "d MMMM yyyy"),
    ("lid", "en-GB"),
    ("storeMappedDataAs", "dateTime"),
    ("calendar", "gregorian"),
)


def placeholder_name(text: str) -> str:
    """The name of the building block that holds a placeholder's text, so that Word can show it again."""
    return f"hsbdocs{zlib.crc32(text.encode()):08X}"


def _with(parent: etree._Element, name: str, value: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{W}}}{name}")
    element.set(f"{{{W}}}val", value)
    return element
