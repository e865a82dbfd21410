"""Each sign and word that may stand in a date, an age or beside them; and what is near it and must not."""

from datetime import date

import pytest

from hsbdocs.reading.values import read_age, read_date, read_nhs_number, says_not_known, split_date_and_age

DAY = date(2012, 4, 3)


@pytest.mark.parametrize("sign", ["/", ".", "-", " ", " / ", " - ", " . ", "\u2013", "\u2212", "\u2010", "\t", "\n"])
def test_what_parts_figures(sign: str) -> None:
    assert read_date(f"3{sign}4{sign}2012").value == DAY
    assert read_date(f"03{sign}04{sign}2012").value == DAY


@pytest.mark.parametrize("sign", [",", ":", "//", "..", "|", "x", "", "_", "\u2022", "\u2026"])
def test_what_does_not(sign: str) -> None:
    assert read_date(f"3{sign}4{sign}2012").value is None


@pytest.mark.parametrize(
    "text",
    [
        "2012-04-03",
        "2012-4-3",
        "2012/04/03",
        "2012/4/3",
        "2012-04-03T00:00:00",
        "2012-04-03T00:00:00Z",
        "2012-04-03T00:00:00.000Z",
        "2012-04-03T00:00:00+01:00",
        "2012-04-03T00:00:00-01:00",
        "2012-04-03T00:00:00+0100",
    ],
)
def test_the_year_first(text: str) -> None:
    assert read_date(text).value == DAY


@pytest.mark.parametrize(
    "text",
    [
        *("12-04-03x", "2012-04", "2012.04.03", "2012-04-03T", "2012-04-03Z", "2012-04-03T00:00+1", "2012-004-03"),
        *("20120-04-03", "2012-04-031", "2012-04-03T00:00+01:0", "2012-13-03", "2012-04-31"),
    ],
)
def test_near_misses_of_the_year_first(text: str) -> None:
    assert read_date(text).value is None


@pytest.mark.parametrize(
    "weekday",
    [
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"),
        *("Tue.", "Tuesday,", "tues.,", "TUESDAY"),
    ],
)
def test_a_weekday_before_it(weekday: str) -> None:
    assert read_date(f"{weekday} 3 April 2012").value == DAY
    assert read_date(f"{weekday}3 April 2012").value is None


@pytest.mark.parametrize("word", ["birthday", "Holiday", "born", "Tu", "Tuesdays", "the", "on", "Tue,,"])
def test_no_other_word_before_it(word: str) -> None:
    assert read_date(f"{word} 3 April 2012").value is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "3rd April 2012",
            "3 rd April 2012",
            "3st April 2012",
            "3nd April 2012",
            "3th of April 2012",
            "3 of April 2012",
        ),
        *("3-April-2012", "3/April/2012", "3.April.2012", "3,April,2012", "3April2012", "3 April, 2012", "3 Apr. 2012"),
        *("3 Apr 2012", "3 - April - 2012", "3RD APRIL 2012", "3  Apri 2012"),
    ],
)
def test_the_month_as_a_word(text: str) -> None:
    assert read_date(text).value == DAY


@pytest.mark.parametrize(
    "text",
    [
        *("3 Ap 2012", "3 Aprill 2012", "3 Aprilx 2012", "3 J 2012", "3 Ma 2012", "3 Jun/Jul 2012", "3xth April 2012"),
        *("3 April 20120", "3 April 201", "333 April 2012", "April 3 2012", "3 of of April 2012", "3; April 2012"),
        *("3 April: 2012", "3 Ju 2012", "3 Septem8er 2012", "3rdd April 2012"),
    ],
)
def test_near_misses_of_a_month(text: str) -> None:
    assert read_date(text).value is None


@pytest.mark.parametrize(
    ("word", "month"),
    [("jan", 1), ("febr", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9),
     ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12)],
)  # fmt: skip
def test_months_in_short(word: str, month: int) -> None:
    assert read_date(f"3 {word} 2012").value == date(2012, month, 3)


@pytest.mark.parametrize(
    "time",
    [
        *("10:30", "at 10:30", ", 10:30", " 10.30", "10:30 am", "10:30pm", "10:30 hrs", "10:30 hr", "10:30 h", "10 am"),
        *("9pm", "at 9 PM", "1030 hrs", "1030h", "at 1030 hr"),
    ],
)
def test_a_time_behind_a_date(time: str) -> None:
    assert read_date(f"3/4/2012 {time}".replace(" ,", ",")).value == DAY


@pytest.mark.parametrize(
    "rest", ["X", "10", "1030", "10:3", "10:300", "10:30 xm", "around 10:30", "10h30", "13", "at", "am"]
)
def test_other_figures_behind_it(rest: str) -> None:
    assert read_date(f"3/4/2012 {rest}").value is None


@pytest.mark.parametrize(("year", "real"), [(1899, False), (1900, True), (1901, True)])
def test_the_earliest_year(year: int, real: bool) -> None:
    assert (read_date(f"3/4/{year}").value is not None) is real


@pytest.mark.parametrize(
    "text",
    [
        *("14", "14.", "aged 14", "age 14", "Age: 14", "aged: 14", "age14", "14 years", "14 year", "14 yrs", "14 yr"),
        *("14 y", "14yrs.", "14 years old", "14 old", "14 years of age", "14 y.o.", "14 y/o", "14yo", "14 yo."),
        *("14 years 8 months", "14 years, 8 months", "14 years and 8 months", "14 yrs 11 mths", "14y 0m", "14y10m"),
        *("14 years 1 month", "14 yrs 8 mth", "14 yrs. 8 m.", "14 years 8 months old", "AGED 14 YEARS"),
    ],
)
def test_an_age(text: str) -> None:
    assert read_age(text) == 14


@pytest.mark.parametrize(
    "text",
    [
        *(
            "14 months",
            "14m",
            "about 14",
            "14?",
            "14-15",
            "14/15",
            "14 or 15",
            "14 years 12 months",
            "14 years 8",
            "1.4",
        ),
        *(
            "14 weeks",
            "agedd 14",
            "age = 14",
            "14 years 8 weeks",
            "14 8 months",
            "year 14",
            "fourteen",
            "14 yearss",
            "-14",
        ),
        *("X 14", "14 X", "X"),
        *("14 years 8 months 2", "14 of", "1400", "14 yrs 20 months", "14 years 8 and months", "", "years"),
    ],
)
def test_near_misses_of_an_age(text: str) -> None:
    assert read_age(text) is None


@pytest.mark.parametrize(("text", "age"), [("0", 0), ("1", 1), ("130", 130), ("131", None), ("999", None)])
def test_the_oldest(text: str, age: int | None) -> None:
    assert read_age(text) == age


@pytest.mark.parametrize("sign", [" ", "-", "\u2010", "\u2013", "\u2015", "\t", "\u00a0"])
def test_what_parts_an_nhs_number(sign: str) -> None:
    assert read_nhs_number(f"999{sign}000{sign}0018") == "9990000018"


@pytest.mark.parametrize("sign", [".", "/", "_", ",", "x", "\u2016"])
def test_what_does_not_part_one(sign: str) -> None:
    assert read_nhs_number(f"999{sign}000{sign}0018") is None


@pytest.mark.parametrize(
    "text",
    ["Not known", "unknown.", "Not yet known", "N/K", "nk", "N.A.", "na", "not applicable", "Not available", "N K"],
)
def test_not_known(text: str) -> None:
    assert says_not_known(text)


@pytest.mark.parametrize("text", ["", "known", "not", "not known yet", "none", "no", "-", "not known to us"])
def test_other_words_than_not_known(text: str) -> None:
    assert not says_not_known(text)


@pytest.mark.parametrize(
    "caption",
    [
        "DOB",
        "D.O.B",
        "D.O.B.",
        "d o b",
        "DoB:",
        "date of birth",
        "Date  of birth:",
        "Date of  birth:",
        "born  on",
        "born",
        "born on",
        "Born on:",
        "DOB =",
    ],
)
def test_what_is_written_before_a_date_of_birth(caption: str) -> None:
    assert split_date_and_age(f"{caption} 3/4/2012 age 14") == ("3/4/2012", "14")
    assert split_date_and_age(f"aged 14, {caption} 3/4/2012") == ("3/4/2012", "14")


@pytest.mark.parametrize("sign", [",", ";", " ", "\n", " - ", " / ", " : ", " = ", " | ", " \u2013 ", " . ", "/"])
def test_what_parts_a_date_from_an_age(sign: str) -> None:
    assert split_date_and_age(f"3/4/2012{sign}14") == ("3/4/2012", "14")


@pytest.mark.parametrize(("first", "last"), ["()", "[]"])
def test_brackets_around_an_age(first: str, last: str) -> None:
    assert split_date_and_age(f"3/4/2012 {first}14{last}") == ("3/4/2012", "14")
    assert split_date_and_age(f"14 {first}3/4/2012{last}") == ("3/4/2012", "14")
