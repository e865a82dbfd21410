"""More than one checklist in a file."""

from collections.abc import Iterator

from tests.foreign.excel.blank import checklist
from tests.foreign.excel.book import Book, Cell, Sheet
from tests.foreign.excel.cases.case import Case, case, expect, fill_in, filled
from tests.foreign.excel.cases.people import NOTHING, NURSE, NURSE_ANSWERS, TEACHER, YOUTH, YOUTH_ANSWERS, Typed


def _copy(name: str, typed: Typed, table: str) -> Sheet:
    sheet = checklist(name)
    fill_in(sheet, typed)
    if sheet.table is not None:
        sheet.table.name = table
    return sheet


def _beside(typed: Typed, other: Typed, down: int, right: int) -> Book:
    """Two checklists on one sheet, the second moved down or to the right."""
    book = filled(typed)
    sheet = book.sheets[0]
    sheet.table = None
    second = _copy("x", other, "x")
    for (row, column), cell in second.cells.items():
        sheet.cells[row + down, column + right] = Cell(cell.value, cell.look)
    return book


def cases() -> Iterator[Case]:
    """The cases."""
    book = filled(TEACHER)
    book.sheets.insert(1, _copy("Second child", NURSE, "Checklist2"))
    yield case(
        "several-two-sheets",
        book,
        expect("Two checklists, a sheet each: the first.", free=True),
        expect("Two checklists, a sheet each: the second.", base=NURSE_ANSWERS, parts=2, free=True),
    )
    book = filled(TEACHER)
    book.sheets += [_copy("Checklist (2)", {}, "Checklist2"), _copy("Checklist (3)", {}, "Checklist3")]
    yield case(
        "several-copies-blank",
        book,
        expect("One checklist filled in and its sheet copied twice, blank: the first.", free=True),
        expect("The second, blank.", base=NOTHING, parts=2, free=True),
        expect("The third, blank.", base=NOTHING, parts=3, free=True),
    )
    book = filled(YOUTH)
    book.sheets.reverse()
    book.sheets.append(_copy("Brother", NURSE, "Checklist2"))
    book.sheets.append(_copy("Old", TEACHER, "Checklist3"))
    book.sheets[-1].state = "hidden"
    yield case(
        "several-one-hidden",
        book,
        expect("Three checklists behind the notes: the first.", base=YOUTH_ANSWERS, free=True),
        expect("The second.", base=NURSE_ANSWERS, parts=2, free=True),
        expect("The third, on a hidden sheet.", parts=3, free=True),
    )
    for name, down, right, shows in (("below", 24, 0, "one below the other"), ("beside", 0, 8, "side by side")):
        yield case(
            f"several-{name}",
            _beside(TEACHER, NURSE, down, right),
            expect(f"Two checklists on one sheet, {shows}: the first.", free=True, or_unread=True),
            expect("The second.", base=NURSE_ANSWERS, parts=2, free=True, or_unread=True),
        )
    book = filled(TEACHER)
    other = _copy("Context of behaviour", {}, "Checklist2")
    other.cells = {place: cell for place, cell in other.cells.items() if place[0] == 8 or 12 <= place[0] <= 13}
    other.table = None
    other.put(12, 6, "Red – harmful")
    book.sheets.append(other)
    yield case(
        "several-piece",
        book,
        expect(
            "A second sheet holds a piece of the checklist, with another rating for one criterion.",
            or_doubtful=[
                f"criteria.{name}.{part}"
                for name in ("response_of_others", "power_dynamics")
                for part in ("rating", "evidence")
            ],
            kept=["Red – harmful"],
            free=True,
            or_unread=True,
        ),
    )
