"""The house style of workbooks: that of the Word forms, Arial 12 pt, one accent colour, and three tones for ratings.

Every pair of text and background has a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3), and the lines around the cells to
fill in have 3:1 or more (1.4.11); a test measures it.
"""

from __future__ import annotations

from typing import Any

from hsbdocs.formats.excel.view import Tone

ACCENT, TINT, INK, RULE, PAPER = "#1B4B66", "#E6EEF2", "#1A1A1A", "#5B6F7C", "#FFFFFF"
#: Background and text of each tone.
TONES = {
    Tone.GREEN: ("#CFE8D2", "#123F1B"),
    Tone.AMBER: ("#FFE3A6", "#4A3000"),
    Tone.RED: ("#F8CFCB", "#6B0F0A"),
}

#: A font of the theme's scheme would be shown as the theme's own, whatever its name here.
FONT: dict[str, Any] = {"font_name": "Arial", "font_size": 12, "font_scheme": "none"}
_PLAIN = {**FONT, "font_color": INK, "valign": "top"}
_CELL = {**_PLAIN, "text_wrap": True, "border": 1, "border_color": RULE}
_OPEN = {**_CELL, "locked": False}

FORMATS: dict[str, dict[str, Any]] = {
    "title": {**_PLAIN, "bold": True, "font_size": 16, "font_color": ACCENT},
    "notice": {**_PLAIN, "bold": True},
    "plain": _PLAIN,
    "note": {**_PLAIN, "text_wrap": True},
    "head": {**_CELL, "bold": True, "font_color": ACCENT, "bg_color": TINT},
    "ref": {**_CELL, "bg_color": TINT},
    "label": {**_CELL, "bold": True, "bg_color": TINT},
    "printed": {**_CELL, "bg_color": TINT},
    "text": {**_OPEN, "num_format": "@"},
    "date": {**_OPEN, "num_format": "[$-809]d mmmm yyyy", "align": "left"},
    "list": {**_OPEN, "bold": True},
}

#: Widths of columns in figures of the standard font: together they fill the width of an A4 sheet on its side.
REF_WIDTH, LABEL_WIDTH, PRINTED_WIDTH, LIST_WIDTH, TEXT_WIDTH, NOTE_WIDTH = 4.7, 19, 15.6, 12.7, 24.5, 98
#: How many columns an answer above the table takes up.
ANSWER_COLUMNS = 3
#: Height of a line of the standard font, and the space that a cell keeps above and below, in points.
LINE_HEIGHT, PADDING = 15.75, 3.0
#: Height of the row that holds the title.
TITLE_HEIGHT = 23.0
