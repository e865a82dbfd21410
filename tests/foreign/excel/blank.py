"""A blank checklist written by hand: the layout that the project promises, in the shapes that Excel writes."""

from tests.foreign.excel.book import Book, Cell, Sheet, Table, write
from tests.foreign.excel.labels import (
    CRITERIA,
    DANGER,
    DETAILS,
    END,
    HEADINGS,
    JUDGEMENT,
    NOTES,
    PROPERTIES,
    RATINGS,
    STAMP,
    STATUS,
    TITLE,
)
from tests.foreign.excel.names import Place

HEADER = 8
FIRST = 9
RATING = 6
EVIDENCE = 7
ANSWER = 3


def blank() -> bytes:
    """The file."""
    return write(blank_book())


def blank_book() -> Book:
    """The workbook: the checklist and its notes."""
    return Book([checklist(), notes()], dict(PROPERTIES))


def place_of(field: str) -> Place:
    """Where the answer stands in the blank."""
    if field in DETAILS:
        return (4 + list(DETAILS).index(field), ANSWER)
    _, criterion, part = field.split(".")
    return (row_of(criterion), RATING if part == "rating" else EVIDENCE)


def row_of(criterion: str) -> int:
    """The row of a criterion in the blank."""
    return FIRST + list(CRITERIA).index(criterion)


def checklist(name: str = "Checklist") -> Sheet:
    """The sheet to fill in."""
    last = FIRST + len(CRITERIA) - 1
    sheet = Sheet(name, widths={1: 6, 2: 28, 3: 34, 4: 34, 5: 34, 6: 20, 7: 44}, protected=True)
    for row, text, look in ((1, TITLE, "title"), (2, DANGER, "bold"), (3, STATUS, "small")):
        sheet.put(row, 1, text, look)
    for n, (field, label) in enumerate(DETAILS.items(), 1):
        row = place_of(field)[0]
        sheet.put(row, 1, f"D{n}", "label")
        sheet.put(row, 2, label, "label")
        sheet.cells[row, ANSWER] = Cell(None, "date" if field == "checklist.date" else "answer")
    for column, heading in enumerate(HEADINGS, 1):
        sheet.put(HEADER, column, heading, "header")
    for n, texts in enumerate(CRITERIA.values(), 1):
        row = HEADER + n
        for column, text in enumerate((f"R{n}", *texts), 1):
            sheet.put(row, column, text, "label" if column < 3 else "printed")
        sheet.cells[row, RATING] = Cell(None, "answer")
        sheet.cells[row, EVIDENCE] = Cell(None, "answer")
    for row, text in ((last + 2, JUDGEMENT), (last + 3, STAMP), (last + 4, END)):
        sheet.put(row, 1, text)
    sheet.table = Table((HEADER, 1), (last, len(HEADINGS)), list(HEADINGS))
    rules = "".join(
        f'<cfRule type="expression" dxfId="{n}" priority="{n + 1}"><formula>LEFT($F{FIRST},{len(word)})="{word}"'
        "</formula></cfRule>"
        for n, word in enumerate(("Green", "Amber", "Red"))
    )
    sheet.formats = f'<conditionalFormatting sqref="F{FIRST}:F{last}">{rules}</conditionalFormatting>'
    sheet.validations = [
        '<dataValidation type="date" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" '
        'showErrorMessage="1" errorTitle="Date" error="Write day, month and year." promptTitle="Date" '
        'prompt="Day, month and year, for example 14/3/2026." sqref="C5"><formula1>43831</formula1></dataValidation>',
        '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Rating" '
        'error="Choose from the list." promptTitle="Rating" prompt="Choose from the list." '
        f'sqref="F{FIRST}:F{last}"><formula1>"{",".join(RATINGS.values())}"</formula1></dataValidation>',
    ]
    return sheet


def notes() -> Sheet:
    """The sheet with the other captions."""
    sheet = Sheet("Notes", widths={1: 110})
    for row, text in enumerate(NOTES, 1):
        sheet.put(row, 1, text, "title" if row == 1 else "general")
    return sheet
