"""Which cell of a row stands below Yes, below No and below the details, by the table's own heading of columns."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hsbdocs.model.transcript import Cell


class Columns(msgspec.Struct, frozen=True):
    """The answer's cells in the form's order (Yes, No, details); cells of other columns, with the column's name.

    ``merged``: the first cell takes up the columns for both Yes and No.
    """

    answers: tuple[Cell, ...]
    extra: tuple[tuple[str, Cell], ...] = ()
    merged: bool = False


def by_header(names: Sequence[str], cells: Sequence[Cell], label: int) -> Columns:
    """Sort a row's cells by the names of the columns that they stand in; ``label`` is the label's number."""
    starts, at = [], 0
    for cell in cells:
        starts.append(at)
        at += cell.span
    yes, no = names.index("yes"), names.index("no")
    if at != len(names):
        return _without_grid(cells[label + 1 :], yes < no)
    over = {name: _cell_over(column, starts, cells) for name, column in (("yes", yes), ("no", no))}
    rest = [n for n in range(label + 1, len(cells)) if n not in over.values()]
    named = {n: [names[column] for column in range(starts[n], starts[n] + cells[n].span)] for n in rest}
    details = [n for n in rest if any("detail" in name for name in named[n])] or rest
    extra = tuple((" ".join(named[n]) or "without a name", cells[n]) for n in rest if n not in details)
    if over["yes"] <= label or over["no"] <= label:
        return _without_grid(cells[label + 1 :], in_order=False)
    behind = tuple(cells[n] for n in details)
    if over["yes"] == over["no"]:
        return Columns((cells[over["yes"]], *behind), extra, merged=True)
    return Columns((cells[over["yes"]], cells[over["no"]], *behind), extra)


def _without_grid(cells: Sequence[Cell], in_order: bool) -> Columns:
    """A row whose cells do not fit the heading: as they stand, or as one where their order cannot be known."""
    if in_order:
        return Columns(tuple(cells))
    return Columns((Cell(tuple(block for cell in cells for block in cell.blocks)),))


def _cell_over(column: int, starts: Sequence[int], cells: Sequence[Cell]) -> int:
    """The number of the cell that takes up the column."""
    return next(
        n for n, (start, cell) in enumerate(zip(starts, cells, strict=True)) if start <= column < start + cell.span
    )
