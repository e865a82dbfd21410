"""How a workbook looks: what a template gives for each kind of cell, for its columns and its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from hsbdocs.formats.excel.view import Picture, Tone

#: The cells that a template must name, and what each is for, in the words of who looks for it.
NAMED = {
    "look_title": "the title of the checklist",
    "look_danger": "the line on danger",
    "look_notice": "the lines below it",
    "look_issuer": "the agency's own lines",
    "look_ref": "the refs, such as R1",
    "look_detail": "the labels of the answers above the table",
    "look_label": "the criteria",
    "look_printed": "the descriptions",
    "look_text": "an answer to write",
    "look_date": "an answer that is a date",
    "look_list": "an answer that is chosen from a list",
    "look_head": "the heading of a column",
    "look_head_green": "the heading of the green column",
    "look_head_amber": "the heading of the amber column",
    "look_head_red": "the heading of the red column",
    "look_rating_green": "a green rating",
    "look_rating_amber": "an amber rating",
    "look_rating_red": "a red rating",
    "look_below": "the lines below the table",
    "look_note_title": "the title of the notes",
    "look_note_head": "a heading in the notes",
    "look_note": "a note",
}
#: Whoever fills them in must see where they end.
ANSWERS = ("look_text", "look_date", "look_list")
TONES = (Tone.GREEN, Tone.AMBER, Tone.RED)
#: The width of a column is that of the template's column in which one of these stands.
SHEET_COLUMNS = (
    *("look_ref", "look_label", "look_printed", "look_list", "look_text"),
    *(f"look_head_{tone}" for tone in TONES),
)

#: How wide a figure is in some fonts, in parts of the font's size; in Arial, and in what is not listed, 0.556.
_DIGITS = {
    **{"calibri": 0.507, "carlito": 0.507, "aptos narrow": 0.5, "times new roman": 0.5, "arial narrow": 0.456},
    **{"verdana": 0.636, "dejavu sans": 0.636, "courier new": 0.6, "comic sans ms": 0.61, "georgia": 0.614},
}
_ARIAL = 0.556
_PIXELS = 4 / 3  # of a point


def digit(name: str, points: float) -> float:
    """The width of a figure of a font in pixels: Excel measures columns by it."""
    return max(round(points * _PIXELS * _DIGITS.get(name.lower(), _ARIAL)), 1)


def beside_arial(name: str) -> float:
    """How much wider than Arial a font runs; a narrower one counts as Arial, so that no row is too low."""
    return max(_DIGITS.get(name.lower(), _ARIAL) / _ARIAL, 1.0)


class Margins(msgspec.Struct, frozen=True):
    """The margins of a page in inches."""

    left: float
    right: float
    top: float
    bottom: float


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """The look of one kind of cell: font, fill (none for the paper), and the rest as XlsxWriter takes it."""

    font: str
    size: float
    ink: str
    fill: str | None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    others: Mapping[str, Any] = {}

    @property
    def properties(self) -> dict[str, Any]:
        """As XlsxWriter takes it. A font of the theme's scheme would be shown as the theme's own."""
        marks = {"bold": self.bold, "italic": self.italic, "underline": int(self.underline)}
        filled = {} if self.fill is None else {"bg_color": self.fill}
        font = {"font_name": self.font, "font_size": self.size, "font_scheme": "none", "font_color": self.ink}
        return {**font, **{name: value for name, value in marks.items() if value}, **filled, **self.others}


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a template gives: its named cells by their names, widths of columns in pixels, margins, and its logo."""

    styles: Mapping[str, Style]
    widths: Mapping[str, float]
    margins: Margins
    note_margins: Margins
    logo: Picture | None = None
