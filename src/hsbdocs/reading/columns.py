"""Which cell of a row stands below Yes, below No and below the details, by the table's own heading of columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from hsbdocs.model.transcript import Cell
from hsbdocs.reading.words import key

_WORDS = {"yes": frozenset({"yes", "y"}), "no": frozenset({"no", "n"})}
_SHORT = 3
#: The name of a column for both Yes and No.
_BOTH = "yes no"


class Heading(msgspec.Struct, frozen=True):
    """A heading of columns, one name for each column of the grid: ``yes``, ``no``, or what it says."""

    names: tuple[str, ...]

    @property
    def one_column(self) -> bool:
        """True where one column is for both Yes and No."""
        return _BOTH in self.names

    @property
    def answer_columns(self) -> tuple[int, int]:
        """The numbers of the columns for Yes and No, the same where one column is for both."""
        yes, no = (_BOTH, _BOTH) if self.one_column else ("yes", "no")
        return self.names.index(yes), self.names.index(no)


class Columns(msgspec.Struct, frozen=True):
    """The answer's cells in the form's order (Yes, No, details); cells of other columns, with the column's name.

    ``merged``: the first cell takes up the columns for both Yes and No. ``known``: it is known which cell is which.
    """

    answers: tuple[Cell, ...]
    extra: tuple[tuple[str, Cell], ...] = ()
    merged: bool = False
    known: bool = True


def read_heading(cells: Sequence[Cell]) -> Heading | None:
    """The heading that a row is, where its cells name a column for Yes and one for No; else None.

    "Yes (tick)" and "Tak / Yes" count; one cell over two columns names both in the order of its words.
    """
    texts = [key(cell.text) for cell in cells]
    said = [_says(text) for text in texts]
    both = [n for n, words in enumerate(said) if len(words) == 2]
    if len(both) == 1 and not any(len(words) == 1 for words in said):
        return _both_in_one(cells, texts, both[0], said[both[0]])
    at = {code: _only(code, texts, said) for code in _WORDS}
    for code, number in at.items():
        if number is None:
            return None
        texts[number] = code
    return Heading(_over_columns(texts, cells))


def _both_in_one(cells: Sequence[Cell], texts: Sequence[str], number: int, words: Sequence[str]) -> Heading | None:
    """The heading in which one cell, of this number, names both columns by its words, or the one column for both."""
    own = {1: (_BOTH,), 2: words}.get(cells[number].span)
    if own is None:
        return None
    before, behind = slice(number), slice(number + 1, None)
    names = (*_over_columns(texts[before], cells[before]), *own, *_over_columns(texts[behind], cells[behind]))
    return Heading(names)


def _over_columns(texts: Sequence[str], cells: Sequence[Cell]) -> tuple[str, ...]:
    """The text of each cell once for each column that it takes up."""
    return tuple(text for text, cell in zip(texts, cells, strict=True) for _ in range(cell.span))


def names_yes_or_no(name: str) -> bool:
    """True where a column's name says nothing else; an empty name says nothing at all."""
    return set(name.split()) <= {"yes", "y", "no", "n", "or"}


def _says(text: str) -> list[str]:
    """Yes and No as the words of a heading say them, in order; a heading for details may speak of both."""
    words = text.split()
    if "detail" in text or words == ["n", "a"]:
        return []
    found = [code for word in words for code, known in _WORDS.items() if word in known]
    return list(dict.fromkeys(found))


def _only(code: str, texts: Sequence[str], said: Sequence[Sequence[str]]) -> int | None:
    """The one cell that names this column: by its word alone, else by a few words that hold it."""
    alone = [n for n, text in enumerate(texts) if text in _WORDS[code]]
    among = [n for n, words in enumerate(said) if words == [code] and len(texts[n].split()) <= _SHORT]
    found = alone or among
    return found[0] if len(found) == 1 else None


def by_heading(heading: Heading, cells: Sequence[Cell], label: int) -> Columns:
    """Sort a row's cells by the names of the columns that they stand in; ``label`` is the label's number."""
    grid = _Grid(heading, cells)
    if grid.width != len(heading.names):
        return unknown(cells[label + 1 :])
    over = list(map(grid.cell_over, heading.answer_columns))
    if min(over) <= label:
        return unknown(cells[label + 1 :])
    rest = [n for n in range(label + 1, len(cells)) if n not in over]
    details = list(filter(grid.is_details, rest)) or rest
    extra = tuple((grid.name(n), cells[n]) for n in rest if n not in details)
    return Columns(tuple(cells[n] for n in [*dict.fromkeys(over), *details]), extra, merged=over[0] == over[1])


class _Grid:
    """The cells of a row over the columns of the heading."""

    def __init__(self, heading: Heading, cells: Sequence[Cell]) -> None:
        self._heading = heading
        self._cells = cells
        *self._starts, self.width = accumulate((cell.span for cell in cells), initial=0)

    def cell_over(self, column: int) -> int:
        """The number of the cell that takes up the column."""
        spans = zip(self._starts, self._cells, strict=True)
        return next(n for n, (start, cell) in enumerate(spans) if start <= column < start + cell.span)

    def _names(self, number: int) -> Sequence[str]:
        start = self._starts[number]
        return self._heading.names[start : start + self._cells[number].span]

    def is_details(self, number: int) -> bool:
        """True where the heading speaks of details over the cell."""
        return any("detail" in name for name in self._names(number))

    def name(self, number: int) -> str:
        """What the heading says over the cell."""
        return " ".join(self._names(number)).strip() or "without a name"


def unknown(cells: Sequence[Cell]) -> Columns:
    """A row of which nobody can tell which cell is which: its cells as one."""
    return Columns((Cell(tuple(block for cell in cells for block in cell.blocks)),), known=False)
