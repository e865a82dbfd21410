"""A date and an age in one place, without captions to part them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.reading.values import split_date_and_age


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/2012, 14", ("3/4/2012", "14")),
        ("14, 3/4/2012", ("3/4/2012", "14")),
        ("3 April 2012 (14)", ("3 April 2012", "14")),
        ("3 April 2012\n14 years", ("3 April 2012", "14 years")),
        ("3/4/2012 aged 14", ("3/4/2012", "aged 14")),
        ("3/4/2012 - 14", ("3/4/2012", "14")),
        ("3/4/2012", ("3/4/2012", "")),
        ("14", ("", "14")),
        ("3/4/12, 14", ("3/4/12", "14")),
    ],
)
def test_parted(text: str, expected: tuple[str, str]) -> None:
    assert split_date_and_age(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("13, 14", "3/4/2012, 5/4/2012", "3/4/2012, 14, 15", "3/4/2012 14 Jane", "about 14", "3/4/2012, about 14"),
        *("31/2/2012, 14", "3 - 4 - 2012, 14", "Jane (14)", "not known"),
    ],
)
def test_a_doubt_parts_nothing(text: str) -> None:
    assert split_date_and_age(text) is None


@given(st.text("0123456789/ ,;()-\nage", max_size=20))
def test_nothing_is_made_up(text: str) -> None:
    parted = split_date_and_age(text)
    if parted is not None:
        assert all(part in text for part in parted)
        left = text.replace(parted[0], "", 1).replace(parted[1], "", 1)
        assert not any(character.isalnum() for character in left)
