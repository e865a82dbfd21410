"""What a cell's style says that can carry meaning: dates, crossed out, white on white, filled with a colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import TypeVar

import msgspec

from hsbdocs.formats.excel.strings import struck
from hsbdocs.formats.package import Element
from hsbdocs.model.transcript import Mark

T = TypeVar("T")


class Kind(Enum):
    """How a number is shown."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"


class Style(msgspec.Struct, frozen=True):
    """The look of a cell: how a number is shown, the marks of its text, its colour (empty for none)."""

    kind: Kind = Kind.NUMBER
    marks: int = Mark.NONE
    fill: str = ""


PLAIN = Style()

#: Number formats that every program knows without a definition (ECMA-376 part 1, 18.8.30), those of East Asia too.
_DATES = {14, 15, 16, 17, 22, *range(27, 32), 36, 50, 51, 52, 53, 54, 57, 58}
_TIMES = {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56}
_PERCENTS = {9, 10}
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_WHITE = {"FFFFFFFF", "00FFFFFF", "FFFFFF"}


def read_styles(root: Element | None, ns: str) -> tuple[Style, ...]:
    """The style of every index that a cell can name (``cellXfs``); none where the workbook has no styles."""
    if root is None:
        return ()
    formats = {
        int(item.get("numFmtId", "0")): item.get("formatCode", "")
        for item in root.iterfind(f"{ns}numFmts/{ns}numFmt")
        if item.get("numFmtId", "").isdecimal()
    }
    fonts = [_font(font, ns) for font in root.iterfind(f"{ns}fonts/{ns}font")]
    fills = [_fill(fill, ns) for fill in root.iterfind(f"{ns}fills/{ns}fill")]
    found = []
    for entry in root.iterfind(f"{ns}cellXfs/{ns}xf"):
        marks = _at(fonts, entry.get("fontId"), Mark.NONE)
        fill = _at(fills, entry.get("fillId"), "")
        if fill:
            marks &= ~Mark.WHITE  # white on a colour can be seen
        found.append(Style(kind_of(_number(entry.get("numFmtId")), formats), marks, fill))
    return tuple(found)


def kind_of(number: int, formats: dict[int, str]) -> Kind:
    """How numbers of a format are shown."""
    if number in formats:
        return _kind_of_code(formats[number])
    if number in _DATES:
        return Kind.DATE
    if number in _TIMES:
        return Kind.TIME
    return Kind.PERCENT if number in _PERCENTS else Kind.NUMBER


def _kind_of_code(code: str) -> Kind:
    """By the letters that are left when texts, colours and languages are taken out."""
    plain = _ASIDE.sub("", code.split(";", maxsplit=1)[0]).lower()
    if plain.strip() == "general":
        return Kind.NUMBER
    if any(letter in plain for letter in "yd") or ("m" in plain and not any(letter in plain for letter in "hs")):
        return Kind.DATE
    if any(letter in plain for letter in "hs"):
        return Kind.TIME
    return Kind.PERCENT if "%" in plain else Kind.NUMBER


def _font(font: Element, ns: str) -> int:
    colour = font.find(f"{ns}color")
    white = colour is not None and (colour.get("rgb", "") in _WHITE or colour.get("theme") == "0")
    return struck(font, ns) | (Mark.WHITE if white else Mark.NONE)


def _fill(fill: Element, ns: str) -> str:
    pattern = fill.find(f"{ns}patternFill")
    if pattern is None:
        return "gradient" if len(fill) else ""
    if pattern.get("patternType", "none") in ("none", "gray125"):
        return ""
    colour = pattern.find(f"{ns}fgColor")
    if colour is None or colour.get("rgb", "") in _WHITE or colour.get("theme") == "0":
        return ""
    if colour.get("indexed") in ("1", "9", "64", "65"):
        return ""
    return (colour.get("rgb") or f"theme {colour.get('theme', '')}".strip())[-6:]


def _at(values: Sequence[T], index: str | None, otherwise: T) -> T:
    number = _number(index)
    return values[number] if number < len(values) else otherwise


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
