"""What the rows of a file are: rows of the form with their cells, and rows of others."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from hsbdocs.model.form import Row
from hsbdocs.model.transcript import Cell, Paragraph


class HeadedRow(msgspec.Struct, frozen=True):
    """A row of a table as its heading sorts it: the cells of the form's columns in the form's order, and their names.

    ``extra`` are cells of other columns, by their headings; ``beside`` the cells of the form's columns as they stand
    side by side in the file. Without such a heading there are only ``cells``, as they stand.
    """

    cells: tuple[Cell, ...]
    extra: tuple[tuple[str, Cell], ...] = ()
    beside: tuple[Cell, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[Cell, ...]:
        """All cells of the row."""
        return (*self.cells, *(cell for _, cell in self.extra))


class PlacedRow(msgspec.Struct, frozen=True):
    """A row found: the cells before its label, its label's cell and the cells behind it.

    ``beside`` is writing in the label's cell that is not the label; ``extra`` are cells of columns that the form does
    not have, with the column's name; ``reworded`` says that the label was changed a little; ``merged`` that the first
    of the answers takes up the columns for both Yes and No; ``headed`` that it is known which answer's cell is which.
    ``table`` is the number of the table that it stands in; ``on_line`` says that writing follows on the label's line.
    In the layout ``columns``, ``columns`` are the row's cells by their headings, and ``printed`` those that the blank
    fills in; without a heading above them both are empty. ``sheet`` and ``hidden`` are of the table (``Table``).
    """

    row: Row
    label: Cell
    answers: tuple[Cell, ...]
    before: tuple[Cell, ...] = ()
    beside: str = ""
    extra: tuple[tuple[str, Cell], ...] = ()
    reworded: bool = False
    merged: bool = False
    headed: bool = True
    table: int = 0
    on_line: bool = False
    columns: dict[str, Cell] = {}
    printed: tuple[tuple[str, Cell], ...] = ()
    sheet: int = 0
    hidden: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All its cells."""
        return (*self.before, self.label, *self.answers, *(cell for _, cell in self.extra))


class Foreign(msgspec.Struct, frozen=True):
    """A row of a table that is none of the form's; ``headed`` is how its table's heading sorts it, if one does.

    ``sheet`` is of the table.
    """

    cells: tuple[Cell, ...]
    headed: HeadedRow | None = None
    sheet: int = 0


class ChangedHeading(msgspec.Struct, frozen=True):
    """A heading of a column that was changed a little: the form's heading, and what stands there."""

    column: str
    text: str


Item = Paragraph | Foreign | PlacedRow | ChangedHeading


def paragraphs_in(cells: Iterable[Cell]) -> list[Paragraph]:
    """The paragraphs of cells, in order."""
    return [paragraph for cell in cells for paragraph in cell.paragraphs]
