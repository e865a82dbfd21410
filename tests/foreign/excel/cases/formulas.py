"""Formulas: never worked out, and what the file says they gave is not used."""

from collections.abc import Iterator

from tests.foreign.excel.blank import place_of
from tests.foreign.excel.book import Formula, Value
from tests.foreign.excel.cases.case import Case, case, evidence, expect, filled, rating, with_answers
from tests.foreign.excel.labels import TITLE

_SHARED = ' t="shared" si="0"'


def cases() -> Iterator[Case]:
    """The cases."""
    for name, field, formula, why in (
        ("evidence-cell", evidence("type"), Formula("A1", TITLE), "The text of another cell."),
        ("evidence-joined", evidence("type"), Formula('G10&" - "&G11', "x - y"), "Other evidence joined."),
        ("evidence-no-result", evidence("type"), Formula('"as above"'), "A formula without a stored result."),
        ("rating-text", rating("type"), Formula('"Green – healthy"', "Green – healthy"), "A rating."),
        ("rating-cell", rating("type"), Formula("F10", "Green – healthy"), "The rating of another row."),
        (
            "reference-link",
            "checklist.reference",
            Formula('HYPERLINK("https://records.example.org/1","EX-1")', "EX-1"),
            "A link.",
        ),
        (
            "evidence-outside",
            evidence("type"),
            Formula("'[1]Sheet1'!A1", "Seen twice"),
            "The text of a cell in another workbook.",
        ),
        (
            "evidence-array",
            evidence("type"),
            Formula('IF(TRUE,"yes")', "yes", ' t="array" ref="G9"'),
            "An array formula.",
        ),
    ):
        book = with_answers({field: formula})
        if "[1]" in formula.formula:
            book.external = "https://files.example.org/records.xlsx"
        yield case(
            f"formula-{name}",
            book,
            expect(
                f"{field}: ={formula.formula}. {why}",
                doubtful=[field],
                findings=["FORM-07", *(["FILE-08"] if book.external else [])],
                kept=[formula.formula],
            ),
        )
    shared: dict[str, Value] = {
        evidence("type"): Formula('"seen by staff"', "seen by staff", f'{_SHARED} ref="G9:G10"'),
        evidence("context"): Formula("", "seen by staff", _SHARED),
    }
    yield case(
        "formula-shared",
        with_answers(shared),
        expect(
            "One formula for two cells: in the second only a reference to the first is written.",
            doubtful=list(shared),
            findings=["FORM-07"],
            kept=["seen by staff"],
        ),
    )
    book = filled()
    book.sheets[0].put(17, 6, Formula('COUNTIF(F9:F16,"Red*")', 0.0))
    book.sheets[0].put(17, 5, "Reds:")
    yield case(
        "formula-count",
        book,
        expect("The agency counts the reds below the table.", unplaced=["Reds:", "COUNTIF"]),
    )
    book = filled()
    book.sheets[0].put(17, 1, "Total")
    book.sheets[0].put(17, 6, Formula("SUBTOTAL(103,F9:F16)", 8.0))
    yield case(
        "formula-total-row",
        book,
        expect("A row of totals below the table, which the checklist must not have.", unplaced=["Total", "SUBTOTAL"]),
    )
    book = filled()
    row, column = place_of(rating("type"))
    book.sheets[0].put(row, column + 2, Formula("F9", "Amber – problematic"))
    yield case(
        "formula-beside",
        book,
        expect("A formula beside the table that repeats a rating.", unplaced=["F9"]),
    )
