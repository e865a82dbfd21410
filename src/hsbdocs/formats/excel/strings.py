"""Texts of a workbook: shared and inline strings, with the runs of rich text (ECMA-376 part 1, 18.4.8 and 18.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsbdocs.formats.package import Element
from hsbdocs.model.patterns import ESCAPED, RGB
from hsbdocs.model.transcript import Mark, Span

_MOST_FIGURES = 12
_WHITE = {"FFFFFFFF", "00FFFFFF", "FFFFFF"}
_WHITE_INDEXES = {"1", "9"}
_OFF = ("0", "false", "none")
#: From here on a part of a colour is pale; under this size in points writing cannot be read.
_PALE, _TINY = 0xD5, 4


def whole(text: str | None, otherwise: int) -> int:
    """The whole number that an attribute says; ``otherwise`` where it says none, or more figures than any index has."""
    return int(text) if text is not None and len(text) < _MOST_FIGURES and text.strip().isdecimal() else otherwise


def unescaped(text: str) -> str:
    """Text as it was typed: ``_x000D_`` stands for a character that XML cannot hold, ``_x005F_`` for ``_`` before one.

    The type is ST_Xstring (ECMA-376 part 1, 22.9.2.19).
    """
    return ESCAPED.sub(_character, text) if "_x" in text else text


def _character(escape: re.Match[str]) -> str:
    """The characters that escapes side by side stand for; half a character stays as it is written."""
    units = bytes.fromhex(escape[0].replace("_x", "").replace("_", ""))
    try:
        return units.decode("utf-16-be")
    except UnicodeDecodeError:
        return escape[0]


def spans_of(item: Element, ns: str, marks: int, *, filled: bool = False) -> tuple[Span, ...]:
    """The runs of a string item (``si``, ``is``).

    ``marks`` is how the cell as a whole looks; ``filled``: it has a colour, on which white can be seen.
    """
    return tuple(_runs(item, ns, marks, ~Mark.WHITE if filled else -1))


def _runs(item: Element, ns: str, marks: int, seen: int) -> Iterator[Span]:
    for child in item:
        if child.tag == f"{ns}t":
            yield Span(unescaped(child.text or ""), marks)
        elif child.tag == f"{ns}r":
            text = "".join(part.text or "" for part in child.iterchildren(f"{ns}t"))
            look = child.find(f"{ns}rPr")
            own = marks if look is None else (marks & ~Mark.STRUCK) | (looks(look, ns) & seen)
            yield Span(unescaped(text), own)
        # anything else tells how to pronounce the text, and is no part of it


def looks(font: Element, ns: str) -> int:
    """``Mark.STRUCK`` where a font is struck through, ``Mark.WHITE`` where it is too pale or too small to be seen."""
    strike, colour, size = font.find(f"{ns}strike"), font.find(f"{ns}color"), font.find(f"{ns}sz")
    struck = strike is not None and strike.get("val", "1") not in _OFF
    unseen = (colour is not None and (is_white(colour) or _is_pale(colour))) or (size is not None and _is_tiny(size))
    return (Mark.STRUCK if struck else 0) | (Mark.WHITE if unseen else 0)


def _is_pale(colour: Element) -> bool:
    """True for a colour whose every part is nearly full: its contrast to white is under 1.5 to 1."""
    parts = RGB.fullmatch(colour.get("rgb", ""))
    return parts is not None and all(int(part, 16) >= _PALE for part in parts.groups())


def _is_tiny(size: Element) -> bool:
    value = size.get("val", "")
    return value.replace(".", "", 1).isdecimal() and float(value) < _TINY


def is_white(colour: Element) -> bool:
    """True for white: as such, as the theme's first colour, or in the palette (ECMA-376 part 1, 18.8.27)."""
    white = colour.get("rgb", "").upper() in _WHITE or colour.get("indexed") in _WHITE_INDEXES
    return white or colour.get("theme") == "0"
