"""What a review records, typed into its workbook by openpyxl and taken in by ``hsbdocs review apply``."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

_DAY = datetime.date.today().isoformat()
_ADDED = {
    "Name": "Kent daytime line",
    "Kind": "phone",
    "Area": "kent",
    "Value": "01634 999 222",
    "When": "Monday to Friday",
    "Why": "Kent has no number in working hours",
    "Added by": "KSCMP",
    "Added on": _DAY,
}
_DECIDED = {"Decision": "1", "Decided by": "The partnerships", "Decided on": _DAY}
_SIGNED = {"Outcome": "kept, with changes", "Signed by": "C. Sample", "Signed on": _DAY}
_CHECKED = {"Checked by": "A. Sample", "Checked on": _DAY, "Second person": "B. Sample"}


def fill_in(workbook: Path) -> None:
    """Corrects a number, checked by two; decides every second question (one of them for Kent alone); adds Kent's
    number; and signs the review off for every partner.
    """
    book = openpyxl.load_workbook(workbook)
    _put(book["Contacts"], "C08.phone", {"Value": "01634 999 111", **_CHECKED})
    questions = [str(cell.value) for cell in book["Decisions"]["A"][1:] if cell.value]
    for number, question in enumerate(questions[::2]):
        area = "both" if number else "kent"
        _put(book["Decisions"], question, {**_DECIDED, "For area": area})
    for partner in ("kscmp", "mscp"):
        _put(book["Sign-off"], partner, _SIGNED)
    _write(book["Additions"], 2, _ADDED)
    book.save(workbook)


def _put(sheet: Worksheet, name: str, cells: Mapping[str, str]) -> None:
    """Fills in the row of an id."""
    (row,) = (cell.row for cell in sheet["A"] if cell.value == name)
    _write(sheet, row, cells)


def _write(sheet: Worksheet, row: int, cells: Mapping[str, str]) -> None:
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    for head, text in cells.items():
        sheet.cell(row, heads[head]).value = text
