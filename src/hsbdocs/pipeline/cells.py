"""What stands in a cell that people wrote: its text, and the day that it means."""

from __future__ import annotations

from collections.abc import Mapping

from hsbdocs.model.cell import Cell
from hsbdocs.reading import read_date

Row = Mapping[str, Cell]


def text_in(row: Row, column: str) -> str:
    """The text in a column, empty where there is none."""
    return row[column].text if column in row else ""


def day_in(row: Row, column: str) -> str:
    """The day in a column (ISO 8601), written as a date or in words, day first; empty where none can be read."""
    cell = row.get(column, Cell())
    if cell.date:
        return cell.date[:10]
    found = read_date(cell.text)
    return "" if found.value is None else found.value.isoformat()
