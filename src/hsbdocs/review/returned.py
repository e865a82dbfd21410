"""A review workbook as it came back: rows by id, whatever the sheets are called and wherever columns stand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hsbdocs.model.transcript import Cell, Mark, Table, Transcript
from hsbdocs.review.sheets import ID, SENT, SENT_COLUMN, SENT_SHEET, SENT_TEXT, columns_of, sheet_with


class Written(msgspec.Struct, frozen=True):
    """What stands in a cell, and where. ``doubt`` says why it cannot be taken; empty where it can."""

    text: str
    place: str
    doubt: str = ""


class ReturnedRow(msgspec.Struct, frozen=True):
    """One row: which of our sheets it belongs to, its id, its place, and what stands in each column."""

    sheet: str
    id: str
    place: str
    cells: dict[str, Written]

    def text(self, column: str) -> str:
        """The text of a column; empty for none."""
        return self.cells[column].text if column in self.cells else ""


class Returned(msgspec.Struct, frozen=True):
    """A workbook: its file, its rows, and what in it could not be taken.

    ``sent`` is what stood in an open cell when the workbook went out, by sheet, id and column.
    """

    file: str
    rows: tuple[ReturnedRow, ...]
    problems: tuple[str, ...]
    sheets: frozenset[str]
    sent: dict[tuple[str, str, str], str] = {}


def returned(file: str, transcript: Transcript) -> Returned:
    """The rows of every sheet that is one of ours by its columns; other sheets are said and passed over."""
    rows: list[ReturnedRow] = []
    problems: list[str] = []
    known: set[str] = set()
    for table in (block for block in transcript.blocks if isinstance(block, Table)):
        header = _header(table)
        names = {text: number for number, text in enumerate(header) if text}
        sheet = sheet_with(frozenset(names))
        if sheet is None:
            if any(_text(cell) for row in table.rows for cell in row):
                problems.append(
                    f"{file}, sheet {table.name}: has not the columns of any sheet of ours; it was passed over"
                )
            continue
        known.add(sheet)
        rows += _rows(table, sheet, names)
        own = {column.name for column in columns_of(sheet)}
        problems += (
            f"{file}, sheet {table.name}: the column {name} is none of ours; it was passed over"
            for name in names
            if name not in own
        )
    sent = {
        (row.text(SENT_SHEET), row.id, row.text(SENT_COLUMN)): row.text(SENT_TEXT) for row in rows if row.sheet == SENT
    }
    if rows and SENT not in known:
        problems.append(f"{file}: the hidden sheet {SENT} is gone, so every cell counts as written anew")
    return Returned(file, tuple(row for row in rows if row.sheet != SENT), tuple(problems), frozenset(known), sent)


def _header(table: Table) -> list[str]:
    return [_text(cell) for cell in table.rows[0]] if table.rows else []


def _rows(table: Table, sheet: str, names: dict[str, int]) -> Iterator[ReturnedRow]:
    for number, row in enumerate(table.rows[1:], 2):
        there = ((name, at) for name, at in names.items() if at < len(row))
        cells = {name: _written(row[at], f"{table.name}!{_letters(at)}{number}") for name, at in there}
        if any(cell.text for cell in cells.values()):
            name = cells[ID].text if ID in cells else ""
            yield ReturnedRow(sheet, name, f"{table.name}, row {number}", cells)


def _written(cell: Cell, place: str) -> Written:
    marks = 0
    for paragraph in cell.paragraphs:
        for span in paragraph.spans:
            marks |= span.marks
    if marks & Mark.COMPUTED:
        return Written(_text(cell), place, "holds a formula: type the value itself")
    if cell.serial:
        return Written(cell.serial, place)
    if marks & Mark.ROUNDED:
        return Written(_text(cell), place, "is a number that lost figures: type it as text")
    return Written(_text(cell), place)


def _text(cell: Cell) -> str:
    return cell.text.strip()


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
