"""Ages in whole years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.reading.values import read_age

_WAYS = ("{0}", "{0} years", "{0} yrs", "{0}y", "{0} years old", "{0} years of age", "aged {0}", "Age: {0}", " {0}. ")
_WITH_MONTHS = ("{0} years {1} months", "{0} years and {1} months", "{0}y {1}m", "{0} yrs, {1} mths", "{0}y{1}m")


@given(st.integers(0, 25))
def test_every_way_of_writing_an_age_comes_back(years: int) -> None:
    for way in _WAYS:
        assert read_age(way.format(years)) == years, way


@given(st.integers(0, 25), st.integers(0, 11))
def test_months_after_the_years_do_not_count(years: int, months: int) -> None:
    for way in _WITH_MONTHS:
        assert read_age(way.format(years, months)) == years, way


@given(st.integers(0, 300), st.sampled_from(["months", " months", " mths", "m", " m", " month"]))
def test_months_alone_are_never_taken_for_years(months: int, unit: str) -> None:
    assert read_age(f"{months}{unit}") in (None, months // 12)


@pytest.mark.parametrize(
    "text",
    [
        *("", "fifteen", "15-16", "15/16", "15 or 16", "15?", "about 15", "under 13", "<13", "13+", "-3", "2012"),
        *("3/4/2012", "999", "131", "15.5", "15 1/2", "12 weeks", "15 Jane", "1 5", "not known", "\u2612"),
    ],
)
def test_what_leaves_a_doubt_is_not_read(text: str) -> None:
    assert read_age(text) is None


@pytest.mark.parametrize("text", ["12 years 14 months", "12y 30m"])
def test_more_than_a_year_of_months_leaves_a_doubt(text: str) -> None:
    assert read_age(text) is None
