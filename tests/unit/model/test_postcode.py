"""Postcodes: the formats of BS 7666 (A9 9AA, A99 9AA, A9A 9AA, AA9 9AA, AA99 9AA, AA9A 9AA) and what people write."""

import pytest

from hsbdocs.model.postcode import has_postcode, is_postcode


@pytest.mark.parametrize("text", ["M1 1AE", "B33 8TH", "W1A 0AX", "CT1 2NR", "ME14 1XX", "EC1A 1BB", "GIR 0AA"])
def test_postcodes(text: str) -> None:
    assert is_postcode(text)
    assert has_postcode(f"1 High Street, {text}")
    assert has_postcode(text.lower().replace(" ", ""))


@pytest.mark.parametrize(
    "text", ["ME14 1XC", "me14 1xx", "ME141XX", "ME14  1XX", "QE1 1AA", "ZZ99 3VZ", "W1I 0AX", "GIR 1AA", " M1 1AE", ""]
)
def test_what_is_no_postcode_as_it_is_printed(text: str) -> None:
    assert not is_postcode(text)


@pytest.mark.parametrize("text", ["ZZ99 3VZ", "the flat, me14 1xc.", "CT12NR"])
def test_the_shape_is_enough_in_an_address(text: str) -> None:
    assert has_postcode(text)


@pytest.mark.parametrize("text", ["1 High Street, Ashford", "XCT1 2NRX", "CT1", "A12", "2NR CT1", ""])
def test_an_address_without_a_postcode(text: str) -> None:
    assert not has_postcode(text)
