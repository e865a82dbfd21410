"""The team at its register: writes into the workbook with openpyxl, and remembers by itself what it wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.programs import convert, fill_with_exceljs

Saver = Callable[[Path], None]


def by_openpyxl(path: Path) -> None:
    """Saved as the team's edits left it."""


def by_libreoffice(path: Path) -> None:
    """Opened and saved by LibreOffice."""
    saved = convert(path, "xlsx", path.parent / "saved")
    path.write_bytes(saved.read_bytes())
    saved.unlink()
    saved.parent.rmdir()


def by_exceljs(path: Path) -> None:
    """Opened and saved by exceljs."""
    out = path.with_name("saved.tmp.xlsx")
    fill_with_exceljs(path, out, [])
    out.replace(path)


class Team:
    """What people wrote, by reference and column, whatever the register says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wrote: dict[str, dict[str, Any]] = {}
        self.notes: dict[tuple[str, str], str] = {}

    @property
    def path(self) -> Path:
        """The register."""
        return self.folder / "register.xlsx"

    def references(self, **wanted: str) -> list[str]:
        """References in the order of the sheet whose cells say this, such as ``Status=...``."""
        rows = read(self.path)
        return [row["Reference"] for row in rows if all(row.get(k.replace("_", " ")) == v for k, v in wanted.items())]

    def write(self, reference: str, column: str, value: Any, *, note: str = "", into: Path | None = None) -> None:
        """Type a value, and a note on its cell."""
        path = into or self.path
        book = load_workbook(path)
        sheet = book["Register"]
        cell = sheet.cell(_row(sheet, reference), _column(sheet, column))
        cell.value = value
        self.wrote.setdefault(reference, {})[column] = value
        if note:
            cell.comment = Comment(note, "A Person")
            self.notes[reference, column] = note
        book.save(path)

    def type_over(self, reference: str, column: str, value: str) -> None:
        """Type over one of the program's cells: that it did is remembered in the Note."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        sheet.cell(_row(sheet, reference), _column(sheet, column)).value = value
        book.save(self.path)

    def type_over_head(self, name: str, new: str) -> None:
        """Give a column another name."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        sheet.cell(1, _column(sheet, name)).value = new
        book.save(self.path)

    def drop_column(self, name: str) -> None:
        """Take a column out."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        sheet.delete_cols(_column(sheet, name))
        book.save(self.path)

    def insert_column(self, name: str, before: str) -> None:
        """A column of the team's own, put between others as Excel does it."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        at = _column(sheet, before)
        for row in range(1, sheet.max_row + 1):
            for column in range(sheet.max_column, at - 1, -1):
                _move(sheet, row, column, column + 1)
        sheet.cell(1, at).value = name
        book.save(self.path)

    def add_row(self, **cells: Any) -> None:
        """A row of the team's own under all others."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        at = sheet.max_row + 1
        for name, value in cells.items():
            sheet.cell(at, _column(sheet, name.replace("_", " "))).value = value
        book.save(self.path)

    def sort(self, by: str) -> None:
        """Sort as Excel does it: whole rows, by what a column says; empty last."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        at = _column(sheet, by)
        rows = [[_taken(cell) for cell in row] for row in sheet.iter_rows(min_row=2)]
        rows.sort(key=lambda row: (row[at - 1][0] in (None, ""), str(row[at - 1][0])))
        for number, row in enumerate(rows, 2):
            for column, (value, comment, style) in enumerate(row, 1):
                cell = sheet.cell(number, column)
                cell.value, cell.comment, cell.number_format = value, comment, style
        book.save(self.path)

    def hide_half(self) -> None:
        """A filter that hides every second row."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        sheet.auto_filter.ref = sheet.dimensions
        for row in range(2, sheet.max_row + 1, 2):
            sheet.row_dimensions[row].hidden = True
        book.save(self.path)

    def drop_row(self, reference: str) -> None:
        """Take a row out."""
        book = load_workbook(self.path)
        sheet = book["Register"]
        sheet.delete_rows(_row(sheet, reference))
        book.save(self.path)

    def list_organisations(self, rows: list[tuple[str, str, str]]) -> None:
        """The team's own list: organisation, lead, telephone."""
        book = load_workbook(self.path)
        sheet = book["Organisations"]
        for number, (name, lead, telephone) in enumerate(rows, sheet.max_row + 1):
            for column, value in (("Organisation", name), ("Lead", lead), ("Telephone", telephone)):
                sheet.cell(number, _column(sheet, column)).value = value
        book.save(self.path)


def read(path: Path, sheet: str = "Register") -> list[dict[str, Any]]:
    """Rows by column as openpyxl reads them; days as ISO 8601."""
    rows = load_workbook(path)[sheet].iter_rows()
    names = [str(cell.value) for cell in next(rows)]
    return [{name: _plain(cell.value) for name, cell in zip(names, row, strict=True)} for row in rows]


def notes(path: Path) -> dict[tuple[str, str], str]:
    """Notes of the sheet Register by reference and column."""
    sheet = load_workbook(path)["Register"]
    names = [str(cell.value) for cell in sheet[1]]
    at = names.index("Reference")
    return {
        (str(row[at].value), names[cell.column - 1]): cell.comment.text.strip()
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if cell.comment is not None
    }


def reference_of(folder: Path) -> dict[str, str]:
    """References by the start of a file's hash, from the records."""
    lines = (folder / "records.jsonl").read_text(encoding="ascii").splitlines()
    return {line["sha256"]: line["reference"] for line in map(json.loads, lines)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _taken(cell: Any) -> tuple[Any, Comment | None, str]:
    comment = None if cell.comment is None else Comment(cell.comment.text, cell.comment.author)
    return cell.value, comment, cell.number_format


def _move(sheet: Worksheet, row: int, source: int, target: int) -> None:
    old, new = sheet.cell(row, source), sheet.cell(row, target)
    value, comment, look = _taken(old)
    new.value, new.comment, new.number_format, new.fill = value, comment, look, copy(old.fill)
    old.value, old.comment = None, None


def _column(sheet: Worksheet, name: str) -> int:
    return int(next(cell.column for cell in sheet[1] if cell.value == name))


def _row(sheet: Worksheet, reference: str) -> int:
    at = _column(sheet, "Reference")
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == reference)
