"""A change that a workbook asks for, and what is gathered while workbooks are gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Guidance, PointKind
from hsbdocs.review.returned import Returned, ReturnedRow

#: The key of what says that somebody made sure of a value.
CHECK = "last_verified"


class Change(msgspec.Struct, frozen=True):
    """One change to content: of the entry ``id`` the key ``key``; ``says`` is it in words, ``place`` its cell.

    ``adds``: the value is put behind those that are there. A value of None takes the key out.
    """

    id: str
    key: str
    value: object
    says: str
    place: str
    file: str
    adds: bool = False


class Helps(msgspec.Struct, frozen=True):
    """What is known outside of this room: how a day is read, what is wrong with a value of a kind, and today."""

    day: Callable[[str], date | None]
    unsound: Callable[[PointKind, str], str]
    today: date


class Asking:
    """What workbooks ask for so far: ``problems`` for a person, and ``comments``."""

    def __init__(self, guidance: Guidance, edition: Edition, helps: Helps) -> None:
        self.guidance, self.edition, self.helps = guidance, edition, helps
        self.problems: list[str] = []
        self.comments: list[str] = []

    def refuse(self, file: str, place: str, what: str) -> Iterator[Change]:
        """Say what was not taken, and where; no change comes of it."""
        self.problems.append(f"{file}, {place}: {what}")
        return iter(())


class Sheet(msgspec.Struct, frozen=True):
    """A row of a workbook with what was written in it: the open columns whose text is another than was sent."""

    book: Returned
    row: ReturnedRow

    @property
    def file(self) -> str:
        """The workbook's file."""
        return self.book.file

    def sent(self, column: str) -> str:
        """What stood in a column when the workbook went out."""
        return self.book.sent.get((self.row.sheet, self.row.id, column), "")

    def touched(self, *columns: str) -> bool:
        """True where somebody wrote in one of the columns."""
        return any(self.row.text(column) != self.sent(column) for column in columns)

    def place(self, column: str) -> str:
        """The cell of a column, or the row where there is none."""
        return self.row.cells[column].place if column in self.row.cells else self.row.place

    def day(self, column: str, asking: Asking) -> date | None:
        """The day in a column; None, and said, where it is none or has not come yet."""
        text = self.row.text(column)
        found = asking.helps.day(text) if text else None
        if found is not None and found <= asking.helps.today:
            return found
        if found is not None:
            said = f"{text} has not come yet"
        else:
            said = f"{text!r} is no day; write it such as 25 November 2026" if text else f"{column} is empty"
        asking.refuse(self.file, self.place(column), f"{said}; {self.row.id or 'the row'} was not taken")
        return None
