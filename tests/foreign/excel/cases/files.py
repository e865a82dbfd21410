"""What a file holds besides, what it has lost, and files that are no checklist."""

from collections.abc import Iterator, Sequence
from datetime import date

from tests.foreign.excel.blank import blank_book, place_of
from tests.foreign.excel.book import Book, Cell, Sheet, Value, write
from tests.foreign.excel.cases.case import Case, case, evidence, expect, filled, rating, unread
from tests.foreign.excel.cases.people import NOTHING, NURSE, NURSE_ANSWERS, TEACHER
from tests.foreign.excel.fill import Manner, fill
from tests.foreign.excel.labels import CRITERIA, DETAILS, FIELDS, STAMP
from tests.foreign.fill import date_value


def cases() -> Iterator[Case]:
    """The cases."""
    book = filled()
    book.macros = True
    yield case("file-macros", book, expect("A workbook with macros.", findings=["FILE-07"]))
    book = filled()
    book.external = "https://files.example.org/records.xlsx"
    yield case("file-outside", book, expect("A link to another workbook, used by no cell.", findings=["FILE-08"]))
    yield from _lost()
    yield from _others()
    yield from _programs()


def _bare(typed: Book) -> Sheet:
    """The cells of the checklist in a new sheet, without looks, rules or table."""
    sheet = Sheet("Sheet1")
    sheet.cells = {place: Cell(cell.value) for place, cell in typed.sheets[0].cells.items() if cell.value is not None}
    return sheet


def _lost() -> Iterator[Case]:
    book = filled()
    book.properties = {}
    yield case("lost-properties", book, expect("The properties are lost; the stamp stands below the table."))
    book = Book([_bare(filled(NURSE))])
    yield case(
        "lost-looks",
        book,
        expect("All cells of the sheet pasted as values into a new workbook: no looks, no rules.", base=NURSE_ANSWERS),
    )
    sheet = _bare(filled(NURSE))
    sheet.cells = {(row - 7, column): cell for (row, column), cell in sheet.cells.items() if 8 <= row <= 16}
    yield case(
        "lost-all-but-table",
        Book([sheet]),
        expect(
            "Only the table pasted into a new workbook: no details, no stamp, no properties.",
            base=NURSE_ANSWERS,
            doubtful=list(DETAILS),
            findings=["FORM-03"],
            stamped=False,
        ),
    )
    book = filled(NURSE)
    book.properties = {}
    for place in [place for place, cell in book.sheets[0].cells.items() if cell.value == STAMP]:
        del book.sheets[0].cells[place]
    yield case(
        "lost-stamp-and-properties",
        book,
        expect("Neither stamp nor properties.", base=NURSE_ANSWERS, stamped=False),
    )
    book = Book([_bare(filled(NURSE))])
    book.sheets[0].cells = {(row + 11, column + 3): cell for (row, column), cell in book.sheets[0].cells.items()}
    book.sheets[0].put(2, 2, "Minutes of strategy meeting")
    book.sheets[0].put(3, 2, "Present: AP, BS, CM")
    yield case(
        "lost-in-minutes",
        book,
        expect(
            "The checklist pasted into the middle of another sheet.",
            base=NURSE_ANSWERS,
            unplaced=["Minutes of strategy meeting", "Present: AP, BS, CM"],
            free=True,
        ),
    )


def _table(sheet: Sheet, rows: Sequence[Sequence[Value]]) -> None:
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            sheet.put(row, column, value)


def _others() -> Iterator[Case]:
    budget = Sheet("Budget")
    _table(budget, (("Item", "Cost"), ("Stationery", 120), ("Travel", 340.5)))
    yield case("other-budget", Book([budget]), unread("A workbook that is no form.", "FORM-01"))
    yield case("other-empty", Book([Sheet("Sheet1")]), unread("An empty workbook.", "FORM-01"))
    rag = Sheet("RAG")
    _table(rag, (("Ref", "Risk", "Rating", "Evidence"), ("R1", "Budget", "Red", "Over"), ("R2", "Staff", "Green", "")))
    yield case(
        "other-risk-register", Book([rag]), unread("A risk register with like headings and references.", "FORM-01")
    )
    book = filled()
    book.properties["hsbdocs.version"] = "2031.01"
    for place in [place for place, cell in book.sheets[0].cells.items() if cell.value == STAMP]:
        book.sheets[0].cells[place] = Cell("Form rag-checklist, version 2031.01")
    yield case("other-version", book, unread("A version that is not known.", "FORM-01"))
    book = filled()
    book.properties["hsbdocs.version"] = "2031.01"
    yield case("other-version-in-properties", book, unread("Stamp and properties name two versions.", "FORM-01"))
    book = blank_book()
    del book.sheets[0]
    yield case(
        "other-only-notes",
        book,
        expect("Only the sheet of notes is left.", base=NOTHING, doubtful=list(NOTHING), free=True, or_unread=True),
    )


def _programs() -> Iterator[Case]:
    """The same checklist as programs write it; the looks of its cells are those of the blank."""
    typed = {field: str(TEACHER[field]) for field in FIELDS}
    typed["checklist.date"] = date_value(date(2026, 3, 14))
    names = {
        Manner.EXCEL_RICH: "runs",
        Manner.INLINE: "inline-strings",
        Manner.STR: "strings-as-results",
        Manner.GOOGLE: "google",
        Manner.STRICT: "strict",
        Manner.PREFIXED: "prefixes",
        Manner.DATES_1904: "dates-from-1904",
    }
    for manner, name in names.items():
        yield case(
            f"written-{name}", fill(write(blank_book()), typed, manner), expect(f"As written by: {manner.value}.")
        )
    book = filled()
    for name in CRITERIA:
        for field in (rating(name), evidence(name)):
            book.sheets[0].cells[place_of(field)].look = "open general"
    book.sheets[0].protected = False
    book.sheets[0].table = None
    book.sheets[0].formats, book.sheets[0].validations = "", []
    yield case("written-unprotected", book, expect("No protection, no rules, no table."))
