"""A date and an age in one place, without captions to part them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.reading.values import read_age, read_date, split_date_and_age

_DAY = "2012-03-12"


def read(text: str) -> tuple[str | None, int | None]:
    """The date and the age that come of it."""
    born, age = split_date_and_age(text)
    found = read_date(born).value if born else None
    return (found.isoformat() if found else None, read_age(age) if age else None)


@pytest.mark.parametrize(
    "text",
    [
        *("12/03/2012, 14", "14, 12/03/2012", "12/03/2012 14", "14 12/03/2012", "14 (12/03/2012)", "(12/03/2012) 14"),
        *("12 March 2012 (14)", "12 March 2012\n14 years", "12/03/2012 aged 14", "12/03/2012 - 14", "12/3/2012-14yrs"),
        *("12th March 2012 \u2013 14 yrs", "14 years 2 months; 12-03-2012", "2012-03-12 / 14", "12.3.2012; age 14"),
        *("DOB 12.3.2012, age 14", "D.O.B.: 12/03/2012 Age: 14", "Age 14 DOB 12/03/2012", "dob=12/03/2012 age=14"),
        *("12/03/2012 -14", "14 \u201312/03/2012", "12/03/2012 \u201414"),
        *("DOB 12/03/2012/14", "12/03/2012/14 yrs", "DOB : 12/03/2012, 14"),
        *("born 12/03/2012, aged 14", "12/03/2012/14", "Monday 12 March 2012 14y", "14 y/o, 12 Mar 2012"),
        "12 03 2012 14",
        *("14 years old (12/03/2012)", "12 - 3 - 2012, 14", "Date of Birth 12/03/2012. 14.", "14 12 03 2012"),
    ],
)  # fmt: skip
def test_both(text: str) -> None:
    if text == "12/3/2012-14yrs":  # no space parts them: a doubt
        assert read(text) == (None, None)
        return
    assert read(text) == (_DAY, 14)


@pytest.mark.parametrize("text", ["12/03/2012", "DOB: 12/03/2012", "DOB 12 March 2012 Age:", "12/03/2012 -"])
def test_only_a_date(text: str) -> None:
    assert read(text) == (_DAY, None)
    assert split_date_and_age(text)[1] == ""


@pytest.mark.parametrize("text", ["14", "Age 14", "14 years", "aged 14 years", "DOB: Age: 14", "- 14"])
def test_only_an_age(text: str) -> None:
    assert read(text) == (None, 14)
    assert split_date_and_age(text)[0] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/12, 14", ("3/4/12", "14")),
        ("31/2/2012, 14", ("31/2/2012", "14")),
        ("03/27/2012 14", ("03/27/2012", "14")),
        ("DOB not known, age 14", ("not known", "14")),
        ("12/03/2012, age not known", ("12/03/2012", "not known")),
        ("not known", ("not known", "")),
        ("not known, not known", ("not known", "not known")),
        ("n/k", ("n/k", "")),
        ("", ("", "")),
        ("DOB: Age:", ("", "")),
    ],
)
def test_a_date_that_is_none_is_still_told_from_the_age(text: str, expected: tuple[str, str]) -> None:
    assert split_date_and_age(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("13, 14", "3/4/2012, 5/4/2012", "3/4/2012, 14, 15", "3/4/2012 14 Jane", "about 14", "Jane (14)", "14/15"),
        *("12/03/2012?", "12/03/2012 (to be checked)", "12 03 12 14", "12/03/2012 or 13/03/2012", "2012", "spring"),
        *("12/03/2012 not 14", "14 or 15", "14?", "15/12/03/2012", "12/03/2012/14/15", "12/03/2012/140"),
        *(
            "2  7/3/2011",
            "12/03/2012/120",
            "12/03/2012 X",
            "2 7/3/2011",
            "2 7/3/2011, 14",
            "14, 2 7/3/2011",
            "1 2.3.2011",
            "DOB 2 7-3-2011",
        ),  # may be the 27th
        *("12/03/2012, about 14, wrong", "12/03/2012, 13 or 13/03/2012", "12/03/2012, 14, Jane"),
        *("spring 2012, Jane, 14", f"12/03/2012{';' * 400}14"),
    ],
)
def test_a_doubt_about_both(text: str) -> None:
    assert split_date_and_age(text) == (None, None)


@pytest.mark.parametrize(
    "rest",
    [
        *("about 14", "13 or 14", "around 14 years", "nearly 15", "approx. 14", "14ish", "c. 14", "About 14"),
        *("circa 14", "almost 14", "maybe 14", "perhaps 14", "approximately 14", "about  14", "about 9", "8 or 9"),
        "13 or 14 years",
    ],
)
def test_a_clear_date_beside_an_age_that_is_a_guess(rest: str) -> None:
    assert split_date_and_age(f"12/03/2012, {rest}") == ("12/03/2012", None)


@pytest.mark.parametrize(
    "text", ["12/03/2012; about 14", "12/03/2012 (about 14)", "(about 14) 12/03/2012", "12/03/2012\nabout 14"]
)
def test_what_parts_a_clear_date_from_a_guess(text: str) -> None:
    assert split_date_and_age(text) == ("12/03/2012", None)


def test_a_day_of_one_figure_behind_an_age() -> None:
    assert split_date_and_age("14 2/3/2012") == ("2/3/2012", "14")


@pytest.mark.parametrize("rest", ["about 140", "13 or 141", "14ishly", "somewhat 14", "X", "soon", "about"])
def test_a_clear_date_beside_something_else(rest: str) -> None:
    assert split_date_and_age(f"12/03/2012, {rest}") == (None, None)


@pytest.mark.parametrize(
    "rest", ["3/4/12?", "3.4.12?", "3-4-12 or 5-4-12", "3 / 4 / 12?", "13/14/12?", "about 3/4/12", "DOB 3/2012"]
)
def test_a_clear_age_beside_figures_that_are_no_clear_date(rest: str) -> None:
    assert split_date_and_age(f"14, {rest}") == (None, "14")


@pytest.mark.parametrize("rest", ["3/4?", "x3", "4.5", "in 2 or 3 years", "12"])
def test_a_clear_age_beside_figures_that_are_no_date(rest: str) -> None:
    assert split_date_and_age(f"14, {rest}") == (None, None)


def test_an_age_is_no_part_of_a_date_that_lacks_one() -> None:
    assert split_date_and_age("Age 12 DOB 3/2012") == (None, "12")
    assert split_date_and_age("12; 3/2012") == (None, "12")


@pytest.mark.parametrize("rest", ["12/03/2012?", "12/03/2012 or 13/03/2012", "12/03/2012; 13/03/2012", "spring 2012",
                                  "12/03/2012, or 13/03/2012"])  # fmt: skip
def test_a_clear_age_beside_a_date_in_doubt(rest: str) -> None:
    assert split_date_and_age(f"{rest}, 14") == (None, "14")
    assert split_date_and_age(f"14, {rest}") == (None, "14")


@given(st.text("0123456789/ ,;()-.\nage?", max_size=24))
def test_nothing_is_made_up(text: str) -> None:
    """What is read stands there word for word, and where both are read nothing else does."""
    born, age = split_date_and_age(text)
    parted = re.sub(r"(\d{4})/(\d{1,2})", r"\1 \2", text)  # a stroke may part the year from an age
    words = re.findall(r"[^\s,;()]+", f"{text} {parted}")
    for part in (born, age):
        assert all(any(word in found for found in words) for word in (part or "").split())
    if born is not None and age is not None:
        left = [sign for sign in text if sign.isdigit()]
        assert sorted(left) == sorted(sign for sign in born + age if sign.isdigit())


@given(st.dates(date(1901, 1, 1), date(2030, 1, 1)), st.integers(0, 20), st.booleans())
def test_a_full_date_and_an_age_are_never_mixed_up(born: date, age: int, first: bool) -> None:
    shown = f"{born.day}/{born.month}/{born.year}"
    text = f"{shown}, {age}" if first else f"{age}, {shown}"
    assert read(text) == (born.isoformat(), age)
