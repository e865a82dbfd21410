"""The date of the checklist: as Excel keeps it, as text, and as neither."""

from collections.abc import Iterator

from tests.foreign.excel.book import Error, Formula, Iso, Number, Rich, Value
from tests.foreign.excel.cases.case import Case, case, expect, with_answers

_FIELD = "checklist.date"
_STRUCK = '<strike/><sz val="11"/><rFont val="Calibri"/>'

# All of these are 14 March 2026: name, what stands in the cell, the look of the cell, why.
_GOOD: tuple[tuple[str, Value, str, str], ...] = (
    ("text", "14 March 2026", "date", "Text."),
    ("text-figures", "14/3/2026", "answer", "Text, in figures."),
    ("text-noughts", "14/03/2026", "date", "Text, in figures with a nought."),
    ("text-dots", "14.3.2026", "answer", "Text, with dots."),
    ("text-dashes", "14-03-2026", "answer", "Text, with dashes."),
    ("text-iso", "2026-03-14", "answer", "Text, as computers write it."),
    ("text-ordinal", "14th March 2026", "answer", "Text, with an ordinal."),
    ("text-short-month", "14 Mar 2026", "answer", "Text, the month cut short."),
    ("text-spaces", " 14 March 2026 ", "answer", "Text, with spaces around."),
    ("serial-general", 46095, "general", "The number of the day in a cell whose format was lost."),
    ("serial-short-day", 46095, "short day", "The number of the day, in Excel's own short form."),
    ("serial-midday", 46095.5, "date", "The number of the day with a time behind it that the cell does not show."),
    ("serial-time", Number("46095.4375"), "day and time", "A day and a time."),
    ("serial-point-nought", Number("46095.0"), "date", "The number written with a point."),
    ("serial-exponent", Number("4.6095E4"), "date", "The number written with an exponent."),
    ("iso-cell", Iso("2026-03-14"), "date", "A cell of dates (t=d), as strict workbooks have it."),
    ("iso-cell-time", Iso("2026-03-14T00:00:00.000"), "date", "The same with a time of nought."),
)

# People would read these; a program may leave them.
_LIKELY: tuple[tuple[str, Value, str, str], ...] = (
    ("text-weekday", "Saturday 14 March 2026", "answer", "Text, with the day of the week."),
    ("text-time", "14/03/2026 10:30", "answer", "Text, with a time."),
    ("text-remark", "14/03/2026 (draft)", "answer", "Text, with a remark."),
    ("text-number", "46095", "answer", "The number of the day as text."),
)

_UNCLEAR: tuple[tuple[str, Value, str, str], ...] = (
    ("year-short", "14/3/26", "answer", "A year of two figures."),
    ("year-short-words", "14 March 26", "answer", "A year of two figures behind a month in words."),
    ("month-first", "3/14/2026", "answer", "Month first."),
    ("no-such-day", "31/2/2026", "answer", "There is no such day."),
    ("no-day", "March 2026", "answer", "A month without a day."),
    ("no-year", "14 March", "answer", "A day without a year."),
    ("two", "14 and 15 March 2026", "answer", "Two days."),
    ("asked", "14/3/2026?", "answer", "A question mark."),
    ("about", "about 14/3/2026", "answer", "It is not certain."),
    ("today", "today", "answer", "A word."),
    ("year-text", "2026", "answer", "Only the year, as text."),
    ("year-number", 2026, "general", "Only the year, as a number: as a day it would be in 1905."),
    ("year-in-date-cell", 2026, "date", "Only the year, in a cell of dates, which shows a day in 1905."),
    ("day-number", 14, "date", "Only the day, in a cell of dates, which shows a day in 1900."),
    ("nought", 0, "date", "Nought."),
    ("below-nought", -46095, "date", "A number below nought."),
    ("beyond", 2958466, "date", "A number beyond the last day that Excel knows."),
    ("time-only", 0.4375, "date", "A time without a day."),
    ("true", True, "general", "TRUE."),
    ("error", Error("#VALUE!"), "date", "An error value."),
)  # fmt: skip


def cases() -> Iterator[Case]:
    """The cases."""
    for name, value, look, why in _GOOD:
        yield case(
            f"date-{name}",
            with_answers({_FIELD: value}, looks={_FIELD: look}),
            expect(f"Date: {_said(value)}. {why}", {_FIELD: "2026-03-14"}),
        )
    for name, value, look, why in _LIKELY:
        yield case(
            f"date-{name}",
            with_answers({_FIELD: value}, looks={_FIELD: look}),
            expect(f"Date: {_said(value)}. {why}", {_FIELD: "2026-03-14"}, or_doubtful=[_FIELD]),
        )
    for name, value, look, why in _UNCLEAR:
        yield case(
            f"date-{name}",
            with_answers({_FIELD: value}, looks={_FIELD: look}),
            expect(f"Date: {_said(value)}. {why}", doubtful=[_FIELD], kept=[value] if isinstance(value, str) else []),
        )
    yield case(
        "date-struck-and-new",
        with_answers({_FIELD: Rich((("13 March 2026", _STRUCK), (" 14 March 2026", "")))}),
        expect("A date crossed out, another behind it.", doubtful=[_FIELD], findings=["FORM-11"]),
    )
    yield case(
        "date-serial-two-decimals",
        with_answers({_FIELD: 46095}, looks={_FIELD: "two decimals"}),
        expect(
            "The number of the day in a cell that shows 46095.00.",
            {_FIELD: "2026-03-14"},
            or_doubtful=[_FIELD],
        ),
    )
    for name, formula, result in (
        ("today", "TODAY()", 46095.0),
        ("date", "DATE(2026,3,14)", 46095.0),
        ("text", '"14/3/2026"', "14/3/2026"),
    ):
        yield case(
            f"date-formula-{name}",
            with_answers({_FIELD: Formula(formula, result)}),
            expect(
                f"Date: the formula ={formula}. It is not worked out, nor is its stored result used.",
                doubtful=[_FIELD],
                findings=["FORM-07"],
                kept=[formula],
            ),
        )
    yield case(
        "date-not-known",
        with_answers({_FIELD: "not known"}),
        expect("“not known” for the date.", {_FIELD: None}, kept=["not known"], free=True),
    )


def _said(value: Value) -> str:
    match value:
        case str():
            return f"“{value}”"
        case Error(text) | Iso(text) | Number(text):
            return text
        case bool():
            return str(value).upper()
        case _:
            return f"{value}"
