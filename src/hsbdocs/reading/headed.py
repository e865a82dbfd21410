"""Tables whose columns are known by their headings: the form's columns in the form's order, others kept apart.

People put columns in, move them and take them out; the heading says which is which for the whole table, the rows
above it too. A column of which that cannot be told is not read.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hsbdocs.model.form import Form, Layout, Section
from hsbdocs.model.transcript import Cell, Table
from hsbdocs.reading.alike import alike
from hsbdocs.reading.words import key

#: At least this part of a section's headings must stand in a row that is its heading.
_ENOUGH = 0.5


class HeadedRow(msgspec.Struct, frozen=True):
    """A row of a table: the cells of the form's columns in the form's order, and cells of others by their headings."""

    cells: tuple[Cell, ...]
    extra: tuple[tuple[str, Cell], ...] = ()


class Headed(msgspec.Struct, frozen=True):
    """A table in order. ``names`` are the form's headings that were found; empty where the table has no such heading.

    ``heading`` is the number of the row that is the heading; ``reworded`` are headings that were changed a little.
    """

    rows: tuple[HeadedRow, ...]
    names: tuple[str, ...] = ()
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
    columns = dict(found)
    reworded = []
    for column in section.columns:
        if column not in columns:
            at = _reworded(column, heading, section, set(columns.values()))
            if at is not None:
                columns[column] = at
                reworded.append(column)
    names = tuple(column for column in section.columns if column in columns)
    own = [columns[name] for name in names]
    rows = []
    for cells in table.rows:
        rest = [at for at in range(len(cells)) if at not in own]
        extra = tuple((_name(heading, at), cells[at]) for at in rest)
        rows.append(HeadedRow(tuple(cells[at] for at in own if at < len(cells)), extra))
    return Headed(tuple(rows), names, number, tuple(reworded))


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
    """True for the heading with a few words more behind it, in brackets for instance, or with a slip."""
    return alike(text, column) or key(text).startswith(f"{key(column)} ")


def _name(heading: Sequence[Cell], at: int) -> str:
    return (heading[at].first_line if at < len(heading) else "") or "without a name"
