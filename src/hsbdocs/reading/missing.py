"""Rows of the form that are missing: which rows of a file may be one of them, its label reworded a little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hsbdocs.model.form import Row
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.alike import alike
from hsbdocs.reading.index import FormIndex
from hsbdocs.reading.labels import goes_on
from hsbdocs.reading.rows import Foreign, Item, PlacedRow
from hsbdocs.reading.words import key


def claims(items: Sequence[Item], missing: Sequence[Row], index: FormIndex, marks: int) -> list[tuple[Row, int, int]]:
    """Each missing row that one row of others alone may be, and that one no other: its number, and its label's cell."""
    possible = [
        (row, number, at)
        for number, item in enumerate(items)
        if isinstance(item, Foreign)
        for row, at in _claimed(item.cells, missing, index, marks)
    ]
    of_row = Counter(row.key for row, _, _ in possible)
    of_number = Counter(number for _, number, _ in possible)
    return [each for each in possible if of_row[each[0].key] == of_number[each[1]] == 1]


def _claimed(cells: Sequence[Cell], missing: Sequence[Row], index: FormIndex, marks: int) -> Iterator[tuple[Row, int]]:
    """The missing rows whose label a cell may be, if no ref beside it is another row's."""
    ref = index.by_ref.get(key(cells[0].first_line)) if len(cells) > 1 else None
    for at, cell in enumerate(cells[:2]):
        if not marks & Mark.HIDDEN or is_seen(cell):
            yield from ((row, at) for row in missing if ref in (None, row) and _may_be(cell.first_line, row))


def _may_be(text: str, row: Row) -> bool:
    return goes_on(text, row) or alike(text, row.label)


def drop_labels_as_answers(items: list[Item], missing: Sequence[Row], index: FormIndex) -> None:
    """A cell that is a missing row's label is no answer to the row before it: neither is read."""
    lost = {row.key for row in missing}
    for number, item in enumerate(items):
        if isinstance(item, PlacedRow) and not item.row.answer_in_label:
            labels = [index.labelled(cell.text) for cell in item.answers]
            if any(row is not None and row.key in lost for row in labels):
                items[number] = Foreign(item.cells)


def is_seen(cell: Cell) -> bool:
    """True where the cell's first line is not hidden text."""
    for paragraph in cell.paragraphs:
        if paragraph.text.strip():
            return not any(span.marks & Mark.HIDDEN and span.text.strip() for span in paragraph.spans)
    return True
