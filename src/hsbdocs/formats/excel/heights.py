"""How high the rows of a sheet must be for their texts, from fonts and widths."""

from __future__ import annotations

from typing import Protocol

from hsbdocs.formats.excel.lines import lines_in
from hsbdocs.formats.excel.look import Style, beside_arial, digit

#: The height of a line in parts of the font's size: programs differ, and none takes more.
LINE = 1.25
#: An indent is as wide as three blanks; a figure as two.
_INDENT = 1.5


class _Rows(Protocol):
    def set_row(self, row: int, height: float) -> object: ...


class Heights:
    """The heights that the rows of a sheet need so far, in points."""

    def __init__(self, sheet: _Rows) -> None:
        self._sheet = sheet
        self._needed: dict[int, float] = {}

    def need(self, row: int, text: str, width: float, style: Style, *, padding: float) -> None:
        """A row must hold ``text`` in a cell ``width`` pixels wide."""
        figures = width / (digit("Arial", style.size) * beside_arial(style.font)) - _INDENT * style.others.get(
            "indent", 0
        )
        lines = lines_in(text, figures, bold=style.bold)
        self._needed[row] = max(self._needed.get(row, 0.0), lines * style.size * LINE + padding)

    def fix(self, row: int, height: float) -> None:
        """A row without text has this height."""
        self._needed[row] = height

    def at_least(self, first: int, end: int, height: float) -> None:
        """The rows from ``first`` up to ``end`` are so high together: the first grows if need be."""
        missing = height - sum(self._needed[row] for row in range(first, end))
        self._needed[first] += max(missing, 0.0)

    def set(self) -> None:
        """Give the rows their heights."""
        for row, height in self._needed.items():
            self._sheet.set_row(row, height)
