"""NHS numbers: ten digits however they are set, and the check digit of the NHS Data Dictionary worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.reading.values import read_nhs_number
from hsbdocs.rules.child import valid_nhs_number

_TEN = st.text("0123456789", min_size=10, max_size=10)


def check_digit(nine: str) -> int | None:
    """Step by step as the dictionary has it: weights 10 to 2, the rest of 11 taken from 11; 11 is 0, 10 is invalid."""
    weighted = 0
    for position in range(9):
        weighted += int(nine[position]) * (10 - position)
    left = 11 - weighted % 11
    if left == 11:
        return 0
    return None if left == 10 else left


@given(_TEN, st.sampled_from([" ", "-", "\u00a0", "\u2009", "\u2011", "\u2013", "\n", "\t", "  "]))
def test_ten_digits_come_back_whatever_parts_them(digits: str, between: str) -> None:
    assert read_nhs_number(f" {digits[:3]}{between}{digits[3:6]}{between}{digits[6:]} ") == digits
    assert read_nhs_number(between.join(digits)) == digits


def test_digits_of_other_scripts() -> None:
    assert read_nhs_number("\u0669\u0669\u0669 \u0660\u0660\u0660 \u0660\u0660\u0661\u0668") == "9990000018"
    assert read_nhs_number("９９９ ０００ ００１８") == "9990000018"  # noqa: RUF001


@pytest.mark.parametrize(
    "text",
    [
        *("", "999000001", "99900000180", "999 000 001", "n/a", "not known", "999 000 001x", "NHS 999 000 0018"),
        *("999 000 0018 (old)", "9990000018 / 9434765919", "999,000,0018", "\u00b9\u00b2\u00b3 456 7890"),
        "123456789\u00bd",
    ],
)  # fmt: skip
def test_anything_else_is_not_read(text: str) -> None:
    assert read_nhs_number(text) is None


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("9990000018", True),  # 9·10+9·9+9·8+1·2 = 245 = 22·11+3, 11-3 = 8
        ("9434765919", True),  # 299 = 27·11+2, 11-2 = 9
        ("9990000000", False),  # 243 = 22·11+1, 11-1 = 10: no number has it
        ("9434765918", False),
        ("0000000000", True),  # 0: 11-0 = 11, which stands for 0
    ],
)
def test_check_digits_worked_by_hand(number: str, valid: bool) -> None:
    assert valid_nhs_number(number) is valid


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 9))
def test_exactly_one_check_digit_is_right(nine: str, last: int) -> None:
    assert valid_nhs_number(f"{nine}{last}") is (check_digit(nine) == last)
