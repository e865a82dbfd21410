"""Months, birthdays and months later."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.calendar import birthday, month_end, month_number, month_start, months_later, years_between


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 5, 12), 3, date(2026, 8, 12)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 1), 1, date(2026, 12, 1)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(9999, 12, 1), 1, date.max),
        (date(9999, 11, 1), 1, date(9999, 12, 1)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("born", "years", "day"),
    [
        (date(2012, 2, 29), 13, date(2025, 3, 1)),
        (date(2012, 2, 29), 12, date(2024, 2, 29)),
        (date(2011, 4, 3), 18, date(2029, 4, 3)),
        (date(9990, 1, 1), 18, date(9999, 1, 1)),
    ],
)
def test_birthday(born: date, years: int, day: date) -> None:
    assert birthday(born, years) == day


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_on_the_birthday_somebody_has_that_age(born: date, years: int) -> None:
    day = birthday(born, years)
    assert years_between(born, day) == years
    assert years_between(born, date.fromordinal(day.toordinal() - 1)) == years - 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("June 2026", date(2026, 6, 1), date(2026, 6, 30)),
        ("december 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("January 2024", date(2024, 1, 1), date(2024, 1, 31)),
        ("Juni 2026", None, None),
        ("June 26", None, None),
        ("June 3026", None, None),
        ("June", None, None),
        ("1 June 2026", None, None),
        ("", None, None),
    ],
)
def test_months_as_printed(text: str, first: date | None, last: date | None) -> None:
    assert (month_start(text), month_end(text)) == (first, last)


@pytest.mark.parametrize(
    ("word", "number"),
    [("January", 1), ("dec", 12), ("Sept", 9), ("MAY", 5), ("ju", 0), ("ma", 0), ("jun", 6), ("", 0), ("decembre", 0)],
)
def test_a_month_by_its_name_or_the_beginning_of_it(word: str, number: int) -> None:
    assert month_number(word) == number
