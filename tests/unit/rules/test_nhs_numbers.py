"""The check digit of an NHS number, worked by hand from the NHS Data Dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.rules.child import valid_nhs_number

#: Weights 10 to 2; what is left of 11 is the check digit; 11 is written as 0, and 10 is no number.
_BY_HAND = {
    "9990000018": True,
    "9990000019": False,
    "9990000000": False,
    "9434765919": True,
    "9434765910": False,
    "1000000001": True,
    "0100000002": True,
    "0000000019": True,
    "0000000108": True,
    "0000000000": True,
    "1000000000": False,
    "2000000002": True,
}


@pytest.mark.parametrize(("number", "valid"), _BY_HAND.items())
def test_by_hand(number: str, valid: bool) -> None:
    assert valid_nhs_number(number) is valid


@given(st.integers(0, 10**9 - 1))
def test_at_most_one_digit_fits(start: int) -> None:
    fits = [digit for digit in range(10) if valid_nhs_number(f"{start:09}{digit}")]
    left = 11 - (10 * (start // 10**8) + sum((9 - n) * int(sign) for n, sign in enumerate(f"{start:09}"[1:]))) % 11
    assert fits == ([] if left == 10 else [left % 11])
