"""Which cell of a row stands below Yes, below No and below the details, by the table's own heading of columns."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hsbdocs.model.transcript import Cell
from hsbdocs.reading.words import key

_WORDS = {"yes": frozenset({"yes", "y"}), "no": frozenset({"no", "n"})}
_SHORT = 3


class Heading(msgspec.Struct, frozen=True):
    """A heading of columns, one name for each column of the grid: ``yes``, ``no``, or what it says."""

    names: tuple[str, ...]

    @property
    def one_column(self) -> bool:
        """True where one column is for both Yes and No."""
        return "yes no" in self.names


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
        names = [text for text, cell in zip(texts, cells, strict=True) for _ in range(cell.span)]
        start = sum(cell.span for cell in cells[: both[0]])
        if cells[both[0]].span == 1:
            names[start] = "yes no"
        elif cells[both[0]].span == 2:
            names[start : start + 2] = said[both[0]]
        else:
            return None
        return Heading(tuple(names))
    at = {code: _only(code, texts, said) for code in _WORDS}
    if at["yes"] is None or at["no"] is None:
        return None
    names = []
    for number, (text, cell) in enumerate(zip(texts, cells, strict=True)):
        own = next((code for code in _WORDS if at[code] == number), text)
        names += [own] * cell.span
    return Heading(tuple(names))


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
    names = heading.names
    starts, at = [], 0
    for cell in cells:
        starts.append(at)
        at += cell.span
    yes, no = (names.index("yes no"),) * 2 if heading.one_column else (names.index("yes"), names.index("no"))
    if at != len(names):
        return unknown(cells[label + 1 :])
    over = [_cell_over(column, starts, cells) for column in (yes, no)]
    rest = [n for n in range(label + 1, len(cells)) if n not in over]
    named = {n: [names[column] for column in range(starts[n], starts[n] + cells[n].span)] for n in rest}
    details = [n for n in rest if any("detail" in name for name in named[n])] or rest
    extra = tuple((" ".join(named[n]).strip() or "without a name", cells[n]) for n in rest if n not in details)
    if min(over) <= label:
        return unknown(cells[label + 1 :])
    behind = tuple(cells[n] for n in details)
    if over[0] == over[1]:
        return Columns((cells[over[0]], *behind), extra, merged=True)
    return Columns((cells[over[0]], cells[over[1]], *behind), extra)


def unknown(cells: Sequence[Cell]) -> Columns:
    """A row of which nobody can tell which cell is which: its cells as one."""
    return Columns((Cell(tuple(block for cell in cells for block in cell.blocks)),), known=False)


def _cell_over(column: int, starts: Sequence[int], cells: Sequence[Cell]) -> int:
    """The number of the cell that takes up the column."""
    spans = zip(starts, cells, strict=True)
    return next(n for n, (start, cell) in enumerate(spans) if start <= column < start + cell.span)
