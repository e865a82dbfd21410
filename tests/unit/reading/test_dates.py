"""Dates as people in Britain write them. The oracle is the date they were written from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.reading.values import DateFault, read_age, read_date, says_not_known

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _suffix(day: int) -> str:
    if day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def written(day: date) -> list[str]:
    """One date in the forms that are common in Britain."""
    d, m, y = day.day, day.month, day.year
    month, short, weekday, th = _MONTHS[m - 1], _MONTHS[m - 1][:3], _WEEKDAYS[day.weekday()], _suffix(d)
    return [
        f"{d}/{m}/{y}",
        f"{d:02}/{m:02}/{y}",
        f"{d}-{m}-{y}",
        f"{d:02}.{m:02}.{y}",
        f"{d}. {m}. {y}",
        f"{d} {m} {y}",
        f"{d} / {m} / {y}",
        f"{d}\u00a0{month}\u00a0{y}",
        f"{y}-{m:02}-{d:02}",
        f"{d} {short} {y}",
        f"{d:02}-{short}-{y}",
        f"{d} {short}. {y}",
        f"{d} {month} {y}",
        f"{d} {month.upper()} {y}",
        f"{d} {month.lower()}, {y}",
        f"{d}{th} {month} {y}",
        f"{d} {th} {month} {y}",
        f"{d}{th} of {month} {y}",
        f"{weekday} {d} {month} {y}",
        f"{weekday}, {d}{th} {month} {y}",
        f"  {d}/{m}/{y}.\n",
        f"{d}\t{month}\n{y}",
    ]


@given(st.dates(date(1950, 1, 1), date(2030, 12, 31)))
def test_every_form_of_a_real_date_comes_back(day: date) -> None:
    for text in written(day):
        assert read_date(text).value == day, text
        assert read_date(text).fault is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3/4/2012", "2012-04-03"),
        ("2012-04-03", "2012-04-03"),
        ("4 Apr 2012", "2012-04-04"),
        ("27th March 2012", "2012-03-27"),
        ("27 Sept 2012", "2012-09-27"),
        ("27Mar2012", "2012-03-27"),
        ("29/2/2012", "2012-02-29"),
        ("2012-04-03T00:00:00Z", "2012-04-03"),
        ("2012-04-03T00:00:00+01:00", "2012-04-03"),
    ],
)
def test_examples(text: str, iso: str) -> None:
    assert read_date(text).value == date.fromisoformat(iso)


@pytest.mark.parametrize("dash", ["\u2011", "\u2013"], ids=["no-break hyphen", "en dash"])
def test_dashes_that_word_puts_in_place_of_a_hyphen(dash: str) -> None:
    assert read_date(f"27{dash}3{dash}2012").value == date(2012, 3, 27)


@pytest.mark.parametrize("text", ["Tue 27 March 2012", "Tues 27 Mar 2012", "Tue, 27th March 2012"])
def test_a_weekday_in_short_before_the_date(text: str) -> None:
    assert read_date(text).value == date(2012, 3, 27)


@given(st.dates(date(1950, 1, 1), date(2030, 12, 31)))
def test_a_year_of_two_figures_is_never_read(day: date) -> None:
    d, m, y = day.day, day.month, day.year % 100
    for text in (f"{d}/{m}/{y:02}", f"{d}.{m}.{y:02}", f"{d} {_MONTHS[m - 1]} {y:02}", f"{d}-{m}-{y:02}"):
        assert read_date(text).value is None, text
        assert read_date(text).fault is DateFault.SHORT_YEAR, text


@pytest.mark.parametrize("text", ["31/2/2012", "29/2/2013", "03/27/2012", "0/4/2012", "31 April 2012", "2012-13-01"])
def test_what_is_not_in_the_calendar_is_not_real(text: str) -> None:
    assert read_date(text).value is None
    assert read_date(text).fault is DateFault.NOT_REAL


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "n/a", "not known", "2012", "March 2012", "27 March", "spring 2012", "27 Ma 2012", "27/3"),
        *("27/3/2012 or 28/3/2012", "27/3/2012?", "about 27/3/2012", "27/3/20122", "127/3/2012", "27 Juin 2012"),
        *("27/3/201", "27//2012", "27 March 2012 14", "\u2612", "27 J 2012", "March 27 2012", "27 3"),
    ],
)
def test_what_leaves_a_doubt_is_not_read(text: str) -> None:
    assert read_date(text).value is None


@given(st.text())
def test_any_text_gives_a_date_or_a_reason(text: str) -> None:
    read = read_date(text)
    assert (read.value is None) != (read.fault is None)
    if read.value is not None:
        assert str(read.value.day) in "".join(str(int(c)) if c.isdecimal() else c for c in text)


@pytest.mark.parametrize(
    "day",
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu",
     "Thur", "Thurs", "Fri", "Sat", "Sun", "Mon.", "Fri,"],
)  # fmt: skip
def test_a_day_of_the_week_before_the_date(day: str) -> None:
    assert read_date(f"{day} 12 May 2026").value == date(2026, 5, 12)


@pytest.mark.parametrize("word", ["birthday", "today", "Moonday", "someday", "Montag"])
def test_another_word_before_the_date(word: str) -> None:
    assert read_date(f"{word} 12 May 2026").value is None


@pytest.mark.parametrize(
    "text",
    ["2026-05-12", "2026/05/12", "2026-5-12", "2026/5/12", "2026-05-12T00:00:00Z", "2026-05-12T00:00:00.000+01:00",
     "2026-05-12T00:00:00-0100", "12/05/2026 9:30", "12/05/2026 at 09.30 am", "12/05/2026, 1430hrs", "12/05/2026 2pm"],
)  # fmt: skip
def test_the_year_first_and_a_time_behind(text: str) -> None:
    assert read_date(text).value == date(2026, 5, 12)


@pytest.mark.parametrize(
    "text",
    ["15", "15 years", "15 year", "15 yrs", "15 yr", "15 y", "15y", "15yrs.", "aged 15", "age: 15", "15 years old",
     "15 years of age", "15 y/o", "15yo", "15 y.o.", "15 years 8 months", "15 yrs, 8 mths", "15y 8m",
     "15 years and 1 month", "15 yr 11 mth"],
)  # fmt: skip
def test_an_age(text: str) -> None:
    assert read_age(text) == 15


@pytest.mark.parametrize("text", ["15 years 12 months", "15 months", "15-16", "about 15", "1500", "131", "", "15 yea"])
def test_no_age(text: str) -> None:
    assert read_age(text) is None


@pytest.mark.parametrize("text", ["Not known", "unknown", "not yet known", "N/K", "nk", "N/A", "na", "not applicable",
                                  "Not available."])  # fmt: skip
def test_not_known(text: str) -> None:
    assert says_not_known(text)
    assert not says_not_known(f"{text} by the school")
