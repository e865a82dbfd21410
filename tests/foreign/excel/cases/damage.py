"""Rows, columns and cells that were deleted, copied, merged or moved."""

from collections.abc import Iterator

from tests.foreign.excel.blank import ANSWER, EVIDENCE, HEADER, RATING, place_of, row_of
from tests.foreign.excel.book import Book, Cell, Sheet, Value
from tests.foreign.excel.cases.case import (
    Case,
    case,
    evidence,
    expect,
    fill_in,
    filled,
    move_rows,
    rating,
    with_answers,
)
from tests.foreign.excel.cases.labels import EVIDENCES, RATINGS
from tests.foreign.excel.cases.people import NURSE, NURSE_ANSWERS, TEACHER
from tests.foreign.excel.labels import CRITERIA, DETAILS

_ORGANISATION = "checklist.organisation"


def cases() -> Iterator[Case]:
    """The cases."""
    yield from _rows()
    yield from _columns()
    yield from _merged()
    yield from _cells()


def _row(sheet: Sheet, row: int) -> dict[int, Cell]:
    return {column: cell for (at, column), cell in sheet.cells.items() if at == row}


def _put_row(sheet: Sheet, row: int, cells: dict[int, Cell]) -> None:
    for column, cell in cells.items():
        sheet.cells[row, column] = Cell(cell.value, cell.look)


def _both(*criteria: str) -> list[str]:
    return [f"criteria.{name}.{part}" for name in criteria for part in ("rating", "evidence")]


def _rows() -> Iterator[Case]:
    book = filled()
    _delete_row(book, row_of("power_dynamics"))
    yield case(
        "damage-row-deleted",
        book,
        expect("The row of R5 deleted.", doubtful=_both("power_dynamics"), findings=["FORM-03"]),
    )
    book = filled()
    _delete_row(book, place_of("checklist.practitioner")[0])
    yield case(
        "damage-detail-deleted",
        book,
        expect("The row of D3 deleted.", doubtful=["checklist.practitioner"], findings=["FORM-03"]),
    )
    for name, other, shows in (
        ("otherwise", "Red – harmful", "The row of R3 is there twice, with two ratings: neither is taken."),
        ("alike", "Amber – problematic", "The row of R3 is there twice, with the same answers: neither is taken."),
    ):
        book = filled()
        sheet = book.sheets[0]
        row = row_of("emotional_response")
        move_rows(sheet, row + 1, 1)
        _put_row(sheet, row + 1, _row(sheet, row))
        sheet.put(row + 1, RATING, other)
        if sheet.table is not None:
            sheet.table.last = (sheet.table.last[0] + 1, sheet.table.last[1])
        yield case(
            f"damage-row-copied-{name}",
            book,
            expect(
                shows,
                doubtful=_both("emotional_response"),
                findings=["FORM-03"],
                kept=[other, "Said sorry the next day."],
            ),
        )
    book = filled()
    sheet = book.sheets[0]
    first, second = row_of("context"), row_of("frequency")
    rows = (_row(sheet, first), _row(sheet, second))
    _put_row(sheet, first, rows[1])
    _put_row(sheet, second, rows[0])
    yield case("damage-rows-swapped", book, expect("Two rows exchanged, with all that stands in them."))
    book = filled()
    book.sheets[0].table = None
    _delete_row(book, HEADER)
    yield case(
        "damage-headings-deleted",
        book,
        expect("The row of the headings deleted.", or_doubtful=RATINGS + EVIDENCES),
    )
    book = filled()
    sheet = book.sheets[0]
    move_rows(sheet, row_of("persistence"), 1)
    for column, value in (
        (1, "R9"),
        (2, "Use of the internet"),
        (RATING, "Red – harmful"),
        (EVIDENCE, "Phone at night"),
    ):
        sheet.put(row_of("persistence"), column, value)
    sheet.table = None
    yield case(
        "damage-row-added",
        book,
        expect(
            "A row of the agency's own among the criteria.",
            unplaced=["Use of the internet", "Red – harmful", "Phone at night"],
        ),
    )
    book = filled()
    sheet = book.sheets[0]
    for row in range(17, 21):
        for column in range(1, 8):
            sheet.cells.pop((row, column), None)
    yield case(
        "damage-end-deleted",
        book,
        expect("The rows below the table deleted, with the stamp; the properties are there."),
    )
    book = filled()
    move_rows(book.sheets[0], 4, -3)
    book.sheets[0].table = None
    yield case("damage-top-deleted", book, expect("Title and the two lines below it deleted.", free=True))
    book = filled()
    sheet = book.sheets[0]
    cells = [(row, _row(sheet, row)) for row in range(4, 8)]
    for row in range(4, 8):
        for column in (1, 2, 3):
            del sheet.cells[row, column]
    for n, (_, row_cells) in enumerate(cells):
        _put_row(sheet, 24 + n, row_cells)
    yield case("damage-details-below", book, expect("The details were moved below everything."))


def _delete_row(book: Book, row: int) -> None:
    sheet = book.sheets[0]
    move_rows(sheet, row + 1, -1)
    if sheet.table is not None:
        first, last = sheet.table.first, sheet.table.last
        sheet.table.first = (first[0] - (row < first[0]), first[1])
        sheet.table.last = (last[0] - 1, last[1])


def _delete_column(book: Book, column: int) -> None:
    sheet = book.sheets[0]
    sheet.cells = {(row, at - (at > column)): cell for (row, at), cell in sheet.cells.items() if at != column}
    if sheet.table is not None:
        del sheet.table.columns[column - 1]
        sheet.table.last = (sheet.table.last[0], sheet.table.last[1] - 1)
    sheet.formats, sheet.validations = "", []


def _columns() -> Iterator[Case]:
    book = filled()
    _delete_column(book, RATING)
    yield case(
        "damage-rating-deleted",
        book,
        expect("The column Rating deleted.", doubtful=RATINGS, findings=["FORM-03"]),
    )
    book = filled()
    _delete_column(book, EVIDENCE)
    yield case(
        "damage-evidence-deleted",
        book,
        expect("The column Evidence deleted.", doubtful=EVIDENCES, findings=["FORM-03"]),
    )
    book = filled()
    _delete_column(book, 1)
    yield case("damage-refs-deleted", book, expect("The column Ref deleted, with the references of the details."))
    for name, values, shows in (
        ("filled", ["Red – harmful"] * 8, "Two columns are headed Rating, filled in by two people: neither is taken."),
        ("blank", [None] * 8, "Two columns are headed Rating; the second is blank."),
    ):
        book = filled()
        sheet = book.sheets[0]
        sheet.table = None
        cells: list[tuple[int, Value]] = [
            (HEADER, "Rating"),
            *((row_of(c), v) for c, v in zip(CRITERIA, values, strict=True)),
        ]
        for row, value in cells:
            sheet.put(row, EVIDENCE + 1, value, "header" if row == HEADER else "answer")
        yield case(
            f"damage-two-ratings-{name}",
            book,
            expect(shows, doubtful=RATINGS, findings=["FORM-03"], kept=["Red – harmful", "Green – healthy"])
            if name == "filled"
            else expect(shows, or_doubtful=RATINGS),
        )


def _merged() -> Iterator[Case]:
    book = filled()
    for row in range(4, 8):
        book.sheets[0].merged.append(((row, ANSWER), (row, 7)))
    yield case("damage-details-merged", book, expect("The answers of the details merged over the columns beside them."))
    row = row_of("frequency")
    book = with_answers({rating("persistence"): None, evidence("persistence"): None})
    book.sheets[0].merged += [((row, RATING), (row + 1, RATING)), ((row, EVIDENCE), (row + 1, EVIDENCE))]
    book.sheets[0].table = None
    yield case(
        "damage-answers-merged-down",
        book,
        expect(
            "The answer cells of R6 and R7 are merged: one rating and one text stand beside both.",
            doubtful=_both("persistence"),
            or_doubtful=_both("frequency"),
        ),
    )
    row = row_of("type")
    book = with_answers({rating("type"): "Amber – problematic", evidence("type"): None})
    book.sheets[0].merged.append(((row, RATING), (row, EVIDENCE)))
    book.sheets[0].table = None
    yield case(
        "damage-rating-and-evidence-merged",
        book,
        expect(
            "Rating and evidence of R1 are one merged cell, with a rating in it.",
            {evidence("type"): None},
            or_doubtful=[rating("type")],
            free=True,
        ),
    )
    book = filled()
    row = place_of(_ORGANISATION)[0]
    book.sheets[0].put(row, 2, f"{DETAILS[_ORGANISATION]}: Mockham High School")
    book.sheets[0].put(row, ANSWER, None)
    book.sheets[0].merged.append(((row, 2), (row, ANSWER)))
    yield case(
        "damage-label-and-answer-merged",
        book,
        expect("Label and answer in one merged cell.", doubtful=[_ORGANISATION], kept=["Mockham High School"]),
    )


def _cells() -> Iterator[Case]:
    book = with_answers({_ORGANISATION: None})
    book.sheets[0].put(place_of(_ORGANISATION)[0], 2, f"{DETAILS[_ORGANISATION]}\nMockham High School")
    yield case(
        "damage-answer-in-label",
        book,
        expect(
            "An answer typed in the label's cell, below the label; the answer's cell is empty.",
            doubtful=[_ORGANISATION],
            kept=["Mockham High School"],
        ),
    )
    book = with_answers({_ORGANISATION: None})
    book.sheets[0].put(place_of(_ORGANISATION)[0], ANSWER + 1, "Mockham High School")
    yield case(
        "damage-answer-one-cell-right",
        book,
        expect("An answer typed one cell to the right.", or_doubtful=[_ORGANISATION]),
    )
    book = filled()
    book.sheets[0].put(place_of("checklist.reference")[0], ANSWER + 1, "see also MHS/2026/039")
    yield case(
        "damage-note-beside-answer",
        book,
        expect("A note in the cell beside an answer.", unplaced=["see also MHS/2026/039"]),
    )
    book = filled()
    book.sheets[0].put(row_of("power_dynamics"), 2, None)
    yield case(
        "damage-label-emptied",
        book,
        expect("The label of R5 emptied; its reference and descriptions stand.", or_doubtful=_both("power_dynamics")),
    )
    book = filled(NURSE)
    sheet = book.sheets[0]
    first = row_of("type")
    for name in reversed(list(CRITERIA)):
        row = row_of(name)
        for column in (RATING, EVIDENCE):
            above = sheet.cells[row - 1, column].value if row > first else None
            sheet.put(row, column, above)
    last = {
        column: NURSE.get(f"criteria.parental_relation.{part}")
        for column, part in ((RATING, "rating"), (EVIDENCE, "evidence"))
    }
    for column, value in last.items():
        sheet.put(17, column, value)
    moved = {
        f"criteria.{name}.{part}": NURSE_ANSWERS[f"criteria.{before}.{part}"]
        for before, name in zip(list(CRITERIA)[:-1], list(CRITERIA)[1:], strict=True)
        for part in ("rating", "evidence")
    }
    yield case(
        "damage-one-row-too-low",
        book,
        expect(
            "Ratings and evidence pasted one row too low: what stands beside each criterion is read as written, and "
            "the last stands outside.",
            moved | dict.fromkeys(_both("type")),
            base=NURSE_ANSWERS,
            unplaced=["Not known. Parents not told yet - social worker will decide."],
            free=True,
        ),
    )
    book = filled({field: value for field, value in TEACHER.items() if field.startswith("checklist.")})
    fill_in(book.sheets[0], {rating("type"): "Red – harmful"})
    yield case(
        "damage-nothing-else",
        book,
        expect(
            "The details and one rating.",
            dict.fromkeys(RATINGS + EVIDENCES) | {rating("type"): "harmful"},
        ),
    )
