"""What stands in one cell of a workbook that people write in, carried from one saving to the next. A type only."""

from __future__ import annotations

import msgspec


class Cell(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in a cell: text, a number, a yes or no, a day (``date``: ISO 8601), or a formula; and its note.

    ``look`` is the number format that a number or a day is shown in, ``fill`` the colour behind it (RRGGBB).
    """

    value: str | int | float | bool | None = None
    date: str = ""
    formula: str = ""
    note: str = ""
    look: str = ""
    fill: str = ""

    @property
    def is_empty(self) -> bool:
        """True where nothing stands in it, not even a note."""
        return self == Cell(look=self.look)

    @property
    def text(self) -> str:
        """What it says, for a person."""
        value = int(self.value) if isinstance(self.value, float) and self.value.is_integer() else self.value
        return (self.formula or self.date or ("" if value is None else str(value))).strip()
