"""A review workbook as it came back: rows by id, whatever the sheets are called and wherever columns stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
        names = _columns(table)
        sheet = sheet_with(frozenset(names))
        where = f"{file}, sheet {table.name}"
        if sheet is None:
            problems += _passed_over(table, where)
            continue
        known.add(sheet)
        rows += _rows(table, sheet, names)
        problems += _columns_of_others(names, sheet, where)
    if rows and SENT not in known:
        problems.append(f"{file}: the hidden sheet {SENT} is gone, so every cell counts as written anew")
    open_rows = tuple(row for row in rows if row.sheet != SENT)
    return Returned(file, open_rows, tuple(problems), frozenset(known), _sent(rows))


def _passed_over(table: Table, where: str) -> Iterator[str]:
    """A sheet that is none of ours, if it says anything."""
    if any(_text(cell) for row in table.rows for cell in row):
        yield f"{where}: has not the columns of any sheet of ours; it was passed over"


def _columns_of_others(names: Iterable[str], sheet: str, where: str) -> Iterator[str]:
    own = {column.name for column in columns_of(sheet)}
    for name in names:
        if name not in own:
            yield f"{where}: the column {name} is none of ours; it was passed over"


def _sent(rows: Iterable[ReturnedRow]) -> dict[tuple[str, str, str], str]:
    """What stood in each open cell when the workbook went out."""
    sent = (row for row in rows if row.sheet == SENT)
    return {(row.text(SENT_SHEET), row.id, row.text(SENT_COLUMN)): row.text(SENT_TEXT) for row in sent}


def _columns(table: Table) -> dict[str, int]:
    """Where each column that has a name stands."""
    return {text: number for number, text in enumerate(_header(table)) if text}


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
