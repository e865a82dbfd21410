"""What a case is: a workbook, and what a careful person reads in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.foreign.excel.blank import blank_book, place_of
from tests.foreign.excel.book import Book, Cell, Sheet, Value, write
from tests.foreign.excel.cases.people import NOTHING, TEACHER, TEACHER_ANSWERS, Answers, Typed

VERSION = "2023.06-1"


@dataclass(frozen=True)
class Expected:
    """One checklist: the JSON that stands beside the file. `version` is None where no checklist can be read."""

    shows: str
    version: str | None
    parts: int
    answers: Answers
    doubtful: list[str]
    or_doubtful: list[str]
    findings: list[str]
    not_findings: list[str]
    unplaced: list[str]
    kept: list[str]
    or_unread: bool = False


@dataclass(frozen=True)
class Case:
    """One file."""

    name: str
    data: bytes
    expected: tuple[Expected, ...]


def expect(
    shows: str,
    changed: Answers | None = None,
    base: Answers = TEACHER_ANSWERS,
    *,
    doubtful: Iterable[str] = (),
    or_doubtful: Iterable[str] = (),
    findings: Iterable[str] = (),
    not_findings: Iterable[str] = (),
    unplaced: Iterable[str] = (),
    kept: Iterable[str] = (),
    parts: int = 1,
    stamped: bool = True,
    free: bool = False,
    or_unread: bool = False,
) -> Expected:
    """What must come back.

    `changed`: the answers that differ from those of the person. `doubtful`: fields that must be null, with a finding
    that names them. `or_doubtful`: fields whose value may be read, or be null with a finding that names them.
    `unplaced`: texts that must be found among the unplaced. `kept`: texts that must be found outside the answers,
    unplaced or as written. `stamped`: whether the stamp or the properties say what it is. `free`: nothing is said about
    findings that a program may make besides. `or_unread`: it may also be left unread, with FORM-01 or FORM-12.
    """
    unclear, either = list(doubtful), list(or_doubtful)
    answers = base | (changed or {}) | dict.fromkeys(unclear)
    if len(answers) != len(NOTHING):
        raise KeyError(f"{set(answers) - set(NOTHING)} are no fields")
    must = [*findings, *([] if stamped else ["FORM-08"])]
    never = ["FORM-01", *not_findings]
    if not free and not or_unread:
        never.append("FORM-12")
        never += ["FORM-08"] if stamped else []
        never += [code for code in ("FORM-03", "FORM-07") if not unclear + either and code not in must]
    return Expected(shows, VERSION, parts, answers, unclear, either, must, never, list(unplaced), list(kept), or_unread)


def unread(shows: str, *findings: str) -> Expected:
    """No checklist can be read from it; the findings say why."""
    return Expected(shows, None, 1, {}, [], [], list(findings), [], [], [])


def case(name: str, file: Book | bytes, *expected: Expected) -> Case:
    """One case."""
    return Case(name, write(file) if isinstance(file, Book) else file, expected)


def filled(typed: Typed = TEACHER) -> Book:
    """A book with a checklist that somebody filled in."""
    book = blank_book()
    fill_in(book.sheets[0], typed)
    return book


def fill_in(sheet: Sheet, typed: Typed) -> None:
    """Types into the cells of a checklist that is laid out as issued."""
    for field, value in typed.items():
        sheet.put(*place_of(field), value)


def with_answers(typed: Typed, base: Typed = TEACHER, looks: dict[str, str] | None = None) -> Book:
    """A book as somebody filled it in, with some answers typed otherwise; `looks`: other looks of their cells."""
    book = filled(base | typed)
    for field, look in (looks or {}).items():
        row, column = place_of(field)
        book.sheets[0].cells[row, column].look = look
    return book


def evidence(criterion: str) -> str:
    """The id of a criterion's evidence."""
    return f"criteria.{criterion}.evidence"


def rating(criterion: str) -> str:
    """The id of a criterion's rating."""
    return f"criteria.{criterion}.rating"


def move_rows(sheet: Sheet, start: int, by: int) -> None:
    """Moves all rows from `start` on down (or up, over rows that go)."""
    kept = {place: cell for place, cell in sheet.cells.items() if place[0] < min(start, start + by)}
    moved = {(row + by, column): cell for (row, column), cell in sheet.cells.items() if row >= start}
    sheet.cells = kept | moved


def cell(value: Value, look: str = "general") -> Cell:
    """A cell."""
    return Cell(value, look)
