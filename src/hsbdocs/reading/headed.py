"""Tables whose columns are known by their headings: the form's columns in the form's order, others kept apart.

People put columns in, move them and take them out; the heading says which is which for the whole table, the rows
above it too. A column of which that cannot be told is not read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from hsbdocs.model.form import Form, Layout, Row, Section
from hsbdocs.model.location import Part
from hsbdocs.model.patterns import ASIDE
from hsbdocs.model.transcript import Cell, Table
from hsbdocs.reading.alike import alike
from hsbdocs.reading.columns import Columns
from hsbdocs.reading.rows import HeadedRow
from hsbdocs.reading.words import key

#: What a cell beside an answer is called, among cells of columns that the form does not have.
BESIDE = Part.BESIDE_ANSWER.value
#: At least this part of a section's headings must stand in a row that is its heading.
_ENOUGH = 0.5


class Headed(msgspec.Struct, frozen=True):
    """A table in order. ``heading`` is the number of the row that is the heading, -1 where none is.

    ``reworded`` are headings that were changed a little.
    """

    rows: tuple[HeadedRow, ...]
    heading: int = -1
    reworded: tuple[str, ...] = ()


def headed(table: Table, form: Form) -> Headed:
    """Sort the columns of a table by the heading that one of its rows is; the table as it is where none is."""
    for section in form.sections:
        if section.layout is Layout.COLUMNS:
            number, best = _heading(table, section)
            if best:
                return _sorted(table, section, number, best)
    return Headed(tuple(HeadedRow(cells) for cells in table.rows))


def holds_two(table: Table, form: Form) -> bool:
    """True where most headings of a section stand twice in one row: two forms side by side."""
    for section in form.sections:
        if section.layout is Layout.COLUMNS:
            wanted = {key(column) for column in section.columns}
            for cells in table.rows:
                texts = [key(cell.text) for cell in cells]
                if sum(texts.count(text) > 1 for text in wanted) >= _ENOUGH * len(wanted):
                    return True
    return False


def one_answer(row: HeadedRow, label: int, printed: Row) -> Columns:
    """The one answer of a row in such a table, ``label`` being the number of its label's cell.

    It is the cell behind the label, or the only one of the row that holds something; what stands in others is no part
    of it. Where columns were moved and several cells hold something, all are taken, and leave a doubt.
    """
    rest = _named_cells(row, label, printed)
    said = [(name, cell) for name, cell in rest if _says_something(cell)]
    if len(said) < 2:
        return Columns(tuple(cell for _, cell in (said or rest)[:1]))
    if said[0] == rest[0] and _behind_label(row, label) is rest[0][1]:
        return Columns((said[0][1],), tuple((BESIDE, cell) for _, cell in said[1:]))
    return Columns(tuple(cell for _, cell in rest))


def _named_cells(row: HeadedRow, label: int, printed: Row) -> list[tuple[str, Cell]]:
    """The cells behind the label's by the headings of their columns, but for the ref."""
    ref = key(printed.ref or "")
    behind = zip(row.names[label + 1 :], row.cells[label + 1 :], strict=False)
    return [(name, cell) for name, cell in behind if not ref or key(cell.text) != ref]


def _behind_label(row: HeadedRow, label: int) -> Cell | None:
    """The cell that stands behind the label's in the file."""
    at = next(n for n, cell in enumerate(row.beside) if cell is row.cells[label])
    return row.beside[at + 1] if at + 1 < len(row.beside) else None


def _says_something(cell: Cell) -> bool:
    return bool(cell.text.strip()) or any(paragraph.pictures for paragraph in cell.paragraphs)


def _heading(table: Table, section: Section) -> tuple[int, dict[str, int]]:
    """The first row that holds most of the headings, and where each of them stands; those that stand twice do not."""
    wanted = {key(column): column for column in section.columns}
    best: tuple[int, dict[str, int]] = (-1, {})
    for number, cells in enumerate(table.rows):
        texts = [key(cell.text) for cell in cells]
        found = {column: texts.index(text) for text, column in wanted.items() if texts.count(text) == 1}
        present = sum(text in texts for text in wanted)
        if present >= _ENOUGH * len(wanted) and len(found) > len(best[1]):
            best = (number, found)
    return best


def _sorted(table: Table, section: Section, number: int, found: dict[str, int]) -> Headed:
    heading = table.rows[number]
    reworded = _reworded_headings(heading, section, found)
    columns = {**found, **reworded}
    names = tuple(column for column in section.columns if column in columns)
    own = [columns[name] for name in names]
    rows = tuple(_in_order(cells, heading, own, names) for cells in table.rows)
    return Headed(rows, number, tuple(reworded))


def _in_order(cells: Sequence[Cell], heading: Sequence[Cell], own: Sequence[int], names: tuple[str, ...]) -> HeadedRow:
    """A row of the table; ``own`` is where the form's columns stand in it, in the form's order."""
    rest = [at for at in range(len(cells)) if at not in own]
    extra = tuple((_name(heading, at), cells[at]) for at in rest)
    in_order, beside = (tuple(cells[at] for at in order if at < len(cells)) for order in (own, sorted(own)))
    return HeadedRow(in_order, extra, beside, names)


def _reworded_headings(heading: Sequence[Cell], section: Section, found: Mapping[str, int]) -> dict[str, int]:
    """Where the headings stand that were changed a little."""
    reworded: dict[str, int] = {}
    for column in section.columns:
        if column not in found:
            at = _reworded(column, heading, section, {*found.values(), *reworded.values()})
            if at is not None:
                reworded[column] = at
    return reworded


def _reworded(column: str, heading: Sequence[Cell], section: Section, taken: set[int]) -> int | None:
    """The one heading left that is this column's, changed a little; it must be no other column's."""
    others = [name for name in section.columns if name != column]
    near = [
        at
        for at, cell in enumerate(heading)
        if at not in taken
        and cell.text.strip()
        and _is_like(cell.text, column)
        and not any(_is_like(cell.text, other) for other in others)
    ]
    return near[0] if len(near) == 1 else None


def _is_like(text: str, column: str) -> bool:
    """True for the heading with a few words of no weight, with a slip, or with an aside in brackets."""
    return alike(text, column) or key(ASIDE.sub(" ", text)) == key(column)


def _name(heading: Sequence[Cell], at: int) -> str:
    return (heading[at].first_line if at < len(heading) else "") or "without a name"
