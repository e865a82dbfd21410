"""Which row of the form the cells of a row are: by the label, by the ref beside it, by the label's beginning."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import NamedTuple

from hsbdocs.model.form import Row
from hsbdocs.model.patterns import label_at_start
from hsbdocs.model.transcript import Cell, Table
from hsbdocs.reading.alike import turns_round
from hsbdocs.reading.index import FormIndex
from hsbdocs.reading.labels import whole
from hsbdocs.reading.words import key

_MUCH_ALIKE = 0.6


class Match(NamedTuple):
    """The form's row, the position of its label's cell, and whether the label was changed a little."""

    row: Row
    at: int
    reworded: bool = False


def match(cells: Sequence[Cell], index: FormIndex) -> Match | None:
    """The row whose label stands in the first or second cell; None where there is none, or the ref is another row's."""
    texts = [_first_line(cell) for cell in cells[:2]]
    said = [key(text) for text in texts]
    ref = index.by_ref.get(said[0]) if len(said) > 1 else None
    found = _labelled(cells, texts, said, index)
    if found is not None:
        return found if ref in (None, found.row) else None
    return _starting(texts, index) if ref is None else _beside_ref(ref, texts[1], index)


def _labelled(cells: Sequence[Cell], texts: Sequence[str], said: Sequence[str], index: FormIndex) -> Match | None:
    """The row whose label a cell is: the label as it is printed (``said``, as keys) goes before another spelling."""
    for at, words in enumerate(said):
        if words in index.by_label:
            return Match(index.by_label[words], at)
    for at, text in enumerate(texts):
        row = index.labelled(text) or index.labelled(whole(cells[at]))
        if row is not None:
            return Match(row, at)
    return None


def _starting(texts: Sequence[str], index: FormIndex) -> Match | None:
    """The row that keeps its answer behind its label, where a text starts with that label and goes on."""
    for at, text in enumerate(texts):
        for row in index.one_cell_rows:
            if any(label_at_start(label, text) for label in index.spellings[row.key]):
                return Match(row, at)
    return None


def _beside_ref(ref: Row, text: str, index: FormIndex) -> Match | None:
    """The row of a ref, where the text beside it is much like that row's label, and more than any other's."""
    if turns_round(text, ref.label):
        return None
    said = key(text)
    if said.startswith(f"{key(ref.label)} "):
        return Match(ref, 1)
    ratios = {label: difflib.SequenceMatcher(None, said, label).ratio() for label in index.by_label}
    best = max(ratios, key=lambda label: ratios[label])
    is_like = index.by_label[best] is ref and ratios[best] >= _MUCH_ALIKE
    return Match(ref, 1, reworded=True) if is_like else None


def _first_line(cell: Cell) -> str:
    """The first line of the cell itself, not of a table inside it."""
    for block in cell.blocks:
        if isinstance(block, Table):
            return ""
        text = block.text.strip()
        if text:
            return text
    return ""
