"""Postcodes and telephone numbers: only their shape."""

import pytest

from tests.unit.rules.records import codes, complete


@pytest.mark.parametrize(
    "address",
    [
        "1 Street\nM1 1AE",
        "1 Street ME14 1XQ",
        "1 Street, m11ae",
        "1 Street, W1A 1HQ.",
        "1 Street (EC1A 1BB)",
        "Boots, GIR 0AA",
        "ME14\t1XQ",
    ],
)
def test_an_address_with_a_postcode(address: str) -> None:
    assert "CHILD-12" not in codes(complete({"child.address": address}))


@pytest.mark.parametrize(
    "address",
    [
        "1 Street, Maidstone",
        "FLATME14 1XQ",
        "FLATM1 1AE",
        "Flat 3M1 1AE",
        "M1 1AEX",
        "M1 1AE2",
        "ME14 1X",
        "ME14 XQ1",
        "ME 1XQ",
        "14 1XQ",
    ],
)
def test_an_address_without_one(address: str) -> None:
    assert "CHILD-12" in codes(complete({"child.address": address}))


@pytest.mark.parametrize(
    "contact",
    [
        "01632 960001",
        "(01632) 960001",
        "01632-960-001",
        "01632 004 412",  # 0044 in the middle is no country
        "+44 1632 960001",
        "+44 (0)1632 960001",
        "0044 1632 960001",
        "01632960001 01632960002",
        "01632 960 001 07700 900 002",
        "12345678@example.org",
        "sam@12345678.org",
        "123456",
        "extension 12",
    ],
)
def test_no_telephone_number_that_looks_wrong(contact: str) -> None:
    assert "CHILD-13" not in codes(complete({"child.contact": contact}))


@pytest.mark.parametrize(
    "contact",
    [
        "1234567",
        "11632 960001",
        "016329600",
        "016329600012",
        "12345 (67890)",
        "12345\t67890",
        "12345\u00a067890",
        "12345-67890",
        "01632 960001 1234567",
        "1234567 01632 960001",
        "sam@example.org 1234567",
        "+33 1632 960001",
    ],
)
def test_a_telephone_number_that_looks_wrong(contact: str) -> None:
    assert "CHILD-13" in codes(complete({"child.contact": contact}))


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("x" * 200_000, False),
        ("1 " * 100_000, True),
        (" ".join(["01634 123456"] * 1_500), False),
        ("0 1 " * 66 + "2", True),
        ("a@" * 50_000, False),
        ("(" * 20_000 + "01634 123456", False),
    ],
    ids=["letters", "single figures", "1,500 numbers", "265 characters", "ats", "brackets"],
)
def test_long_writing_is_gone_through_once(text: str, speaks: bool) -> None:
    """Each of these took minutes, or more depth than there is."""
    assert ("CHILD-13" in codes(complete({"child.contact": text}))) is speaks
