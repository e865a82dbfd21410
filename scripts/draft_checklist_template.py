"""Write a first templates/rag-checklist.xlsx, to be restyled in Excel from then on (docs/restyling.md).

Usage: python scripts/draft_checklist_template.py OUT.xlsx

The words in it only say what a cell is for: none of them is ever printed.
"""

from __future__ import annotations

import sys
from typing import Any

from xlsxwriter import Workbook

ACCENT, INK, RULE, TINT, PALE, PAPER = "#1B4B66", "#1A1A1A", "#5B6F7C", "#E6EEF2", "#F5F8FA", "#FFFFFF"
TONES = {"green": ("#CFE8D2", "#123F1B"), "amber": ("#FFE3A6", "#4A3000"), "red": ("#F8CFCB", "#6B0F0A")}
FONT: dict[str, Any] = {"font_name": "Arial", "font_size": 12, "font_scheme": "none"}
_LINE = {**FONT, "font_color": INK, "valign": "vcenter"}
_CELL = {**_LINE, "border": 1, "border_color": RULE}
_HEAD = {**_CELL, "bold": True, "align": "left", "indent": 1}

#: Widths of the columns in pixels: together they are a little less than an A4 sheet on its side between the margins.
WIDTHS = {"A": 40, "B": 146, "C": 162, "D": 194, "E": 222, "F": 108, "G": 168}
NOTE_WIDTH = 1000

#: Where each named cell stands, what it says, and how it looks.
SHEET = {
    "look_title": ("A1", "Title", {**_LINE, "bold": True, "font_size": 18, "font_color": ACCENT}),
    "look_danger": ("A2", "Danger", {**_LINE, "bold": True, "font_color": "#8A1C12"}),
    "look_notice": ("A3", "Notice", _LINE),
    "look_issuer": ("A4", "Agency", {**_LINE, "bold": True, "font_color": ACCENT}),
    "look_detail": ("B6", "Detail", {**_CELL, "bold": True, "bg_color": TINT, "align": "left"}),
    "look_date": ("C6", "Date", {**_CELL, "align": "left", "indent": 1}),
    "look_head": ("A8", "Ref", {**_HEAD, "align": "center", "indent": 0, "font_color": PAPER, "bg_color": ACCENT}),
    **{
        f"look_head_{tone}": (cell, tone.capitalize(), {**_HEAD, "font_color": ink, "bg_color": fill})
        for cell, (tone, (fill, ink)) in zip(("C8", "D8", "E8"), TONES.items(), strict=True)
    },
    "look_ref": ("A9", "R1", {**_CELL, "bg_color": TINT, "align": "center", "bold": True, "font_color": ACCENT}),
    "look_label": ("B9", "Criterion", {**_CELL, "bold": True, "bg_color": TINT, "align": "left", "indent": 1}),
    "look_printed": ("C9", "Description", {**_CELL, "bg_color": PALE, "align": "left", "indent": 1}),
    "look_list": ("F9", "List", {**_CELL, "bold": True, "align": "center"}),
    "look_text": ("G9", "Text", {**_CELL, "align": "left", "indent": 1}),
    **{
        f"look_rating_{tone}": (cell, tone.capitalize(), {**_CELL, "bold": True, "font_color": ink, "bg_color": fill})
        for cell, (tone, (fill, ink)) in zip(("F10", "F11", "F12"), TONES.items(), strict=True)
    },
    "look_below": ("A14", "Below", _LINE),
}
NOTES = {
    "look_note_title": ("A1", "Title of the notes", {**_LINE, "bold": True, "font_size": 18, "font_color": ACCENT}),
    "look_note_head": ("A3", "Heading", {**_LINE, "bold": True, "font_size": 13, "font_color": ACCENT}),
    "look_note": ("A4", "Note", _LINE),
}


def main() -> None:
    """Write it."""
    book = Workbook(sys.argv[1], {"default_format_properties": dict(FONT)})
    book.max_digit_width = 9  # of Arial 12
    for title, cells, widths in (("Checklist", SHEET, WIDTHS), ("Notes", NOTES, {"A": NOTE_WIDTH})):
        sheet = book.add_worksheet(title)
        for column, width in widths.items():
            sheet.set_column_pixels(f"{column}:{column}", width)
        for name, (cell, words, look) in cells.items():
            sheet.write_string(cell, words, book.add_format(look))
            book.define_name(name, f"={title}!${cell[0]}${cell[1:]}")
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.62, bottom=0.6)
    book.close()


if __name__ == "__main__":
    main()
