"""What a cell's style says that can carry meaning: dates, crossed out, white on white, filled with a colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from hsbdocs.formats.excel.number_formats import GENERAL, NumberFormat, format_of
from hsbdocs.formats.excel.strings import is_white, looks, whole
from hsbdocs.formats.package import Element
from hsbdocs.model.transcript import Mark

T = TypeVar("T")


class Style(msgspec.Struct, frozen=True):
    """The look of a cell: how a number is shown, the marks of its text, its colour (empty for none)."""

    number: NumberFormat = GENERAL
    marks: int = Mark.NONE
    fill: str = ""


PLAIN = Style()

_NO_NUMBER = -1
_AUTOMATIC = {"64", "65"}


def read_styles(root: Element | None, ns: str) -> tuple[Style, ...]:
    """The style of every index that a cell can name (``cellXfs``); none where the workbook has no styles."""
    if root is None:
        return ()
    formats = {
        whole(item.get("numFmtId"), _NO_NUMBER): item.get("formatCode", "")
        for item in root.iterfind(f"{ns}numFmts/{ns}numFmt")
    }
    fonts = [looks(font, ns) for font in root.iterfind(f"{ns}fonts/{ns}font")]
    crossed = [_crossed(border, ns) for border in root.iterfind(f"{ns}borders/{ns}border")]
    fills = [_fill(fill, ns) for fill in root.iterfind(f"{ns}fills/{ns}fill")]
    found = []
    made: dict[int, NumberFormat] = {}
    for entry in root.iterfind(f"{ns}cellXfs/{ns}xf"):
        marks = _at(fonts, entry.get("fontId"), Mark.NONE) | _at(crossed, entry.get("borderId"), Mark.NONE)
        fill = _at(fills, entry.get("fillId"), "")
        if fill:
            marks &= ~Mark.WHITE  # white on a colour can be seen
        number = whole(entry.get("numFmtId"), 0)
        if number not in made:
            made[number] = format_of(number, formats.get(number))
        look = made[number]
        if look.hides:
            marks |= Mark.WHITE
        found.append(Style(look, marks, fill))
    return tuple(found)


def _crossed(border: Element, ns: str) -> int:
    """``Mark.STRUCK`` where a line goes from corner to corner: the usual way to cross out a cell."""
    line = border.find(f"{ns}diagonal")
    drawn = line is not None and line.get("style", "none") != "none"
    both = (border.get("diagonalUp", "0"), border.get("diagonalDown", "0"))
    return Mark.STRUCK if drawn and any(value in ("1", "true") for value in both) else Mark.NONE


def _fill(fill: Element, ns: str) -> str:
    pattern = fill.find(f"{ns}patternFill")
    if pattern is None:
        return "gradient" if len(fill) else ""
    if pattern.get("patternType", "none") in ("none", "gray125"):
        return ""
    colour = pattern.find(f"{ns}fgColor")
    if colour is None or is_white(colour) or colour.get("indexed") in _AUTOMATIC:
        return ""
    if colour.get("rgb"):
        return colour.get("rgb", "")[-6:]
    return f"theme {colour.get('theme')}" if colour.get("theme") else f"index {colour.get('indexed', '')}"


def _at(values: Sequence[T], index: str | None, otherwise: T) -> T:
    number = whole(index, 0)
    return values[number] if number < len(values) else otherwise
