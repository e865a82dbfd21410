"""The checklist's table by hand: one grid, as a workbook's sheet gives it, that a test may change."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hsbdocs.model.form import Form, Layout, Row
from hsbdocs.model.transcript import Cell, Paragraph, Span, Table, Transcript
from tests.unit.reading.sheets import cell

_RELEASES = Path(__file__).resolve().parents[3] / "content" / "releases"

CHECKLIST = msgspec.json.decode((_RELEASES / "rag-checklist-2023.06-1.json").read_bytes(), type=Form)
CRITERIA = next(section for section in CHECKLIST.sections if section.layout is Layout.COLUMNS)
HEADINGS = list(CRITERIA.columns)
REF, CRITERION, HEALTHY, PROBLEMATIC, HARMFUL, RATING, EVIDENCE = range(7)
GREEN, AMBER, RED = "Green – healthy", "Amber – problematic", "Red – harmful"


def looked(text: str, marks: int = 0, *, fill: str = "", continued: bool = False, serial: str = "") -> Cell:
    """A cell with one look."""
    spans = (Span(text, marks),) if text else ()
    return Cell((Paragraph(spans),), fill=fill, continued=continued, serial=serial)


class Grid:
    """A sheet: ``rows`` are lists of cells, ``at`` the form's rows by their key."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = [[cell(text)] for text in (CHECKLIST.title, CHECKLIST.captions["danger"])]
        self.at: dict[str, list[Cell]] = {}
        details = [row for row in CHECKLIST.rows if row.key.startswith("D")]
        for row in details:
            self._add(row.key, [cell(row.ref or ""), cell(row.label), cell("")])
        self.heading = self._add("", [cell(name) for name in HEADINGS])
        for row in CRITERIA.rows:
            self._add(row.key, _blank(row))
        self.rows.append([cell(CHECKLIST.stamp)])
        for cells in self.rows:
            cells.extend([cell("")] * (len(HEADINGS) + 1 - len(cells)))

    def _add(self, key: str, cells: list[Cell]) -> list[Cell]:
        self.rows.append(cells)
        if key:
            self.at[key] = cells
        return cells

    def put(self, key: str, column: int, what: str | Cell) -> Grid:
        """Type into a row."""
        self.at[key][column] = cell(what) if isinstance(what, str) else what
        return self

    def rate(self, key: str, rating: str | Cell, evidence: str | Cell = "Seen.") -> Grid:
        """Fill in a criterion."""
        return self.put(key, RATING, rating).put(key, EVIDENCE, evidence)

    def insert(self, column: int, name: str = "", **typed: str) -> Grid:
        """Put a column in before another one; ``typed`` is what stands in it, by the keys of rows."""
        own = {id(row): key for key, row in self.at.items()}
        for row in self.rows:
            text = name if row is self.heading else typed.get(own.get(id(row), ""), "")
            row.insert(column, cell(text))
        return self

    def delete(self, column: int) -> Grid:
        """Take a column out."""
        for row in self.rows:
            del row[column]
        return self

    def move(self, column: int, to: int) -> Grid:
        """Move a column."""
        for row in self.rows:
            row.insert(to, row.pop(column))
        return self

    def table(self) -> Table:
        """The sheet."""
        return Table(tuple(tuple(row) for row in self.rows))

    def transcript(self, *more: Table | Paragraph) -> Transcript:
        """A workbook of this sheet, and what else is in it."""
        properties = {"hsbdocs.form": CHECKLIST.id, "hsbdocs.version": CHECKLIST.version}
        return Transcript(blocks=(self.table(), *more), controls=(), properties=properties)


def _blank(row: Row) -> list[Cell]:
    printed = [cell(row.printed.get(name, "")) for name in HEADINGS[HEALTHY:]]
    return [cell(row.ref or ""), cell(row.label), *printed]


def filled() -> Grid:
    """Every answer given: each row says its own key."""
    grid = Grid()
    grid.put("D1", 2, "KM-0001").put("D2", 2, "12/5/2026").put("D3", 2, "Robin Writer").put("D4", 2, "Sample Trust")
    for number, row in enumerate(CRITERIA.rows):
        grid.rate(row.key, (GREEN, AMBER, RED)[number % 3], f"Seen for {row.key}.")
    return grid
