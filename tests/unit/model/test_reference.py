"""References: the same again, and no slip of the pen is taken for another one."""

import hashlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.reference import as_reference, reference

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HASHES = st.binary(min_size=1, max_size=8).map(lambda data: hashlib.sha256(data).hexdigest())


def _by_hand(signs: str) -> str:
    """Crockford's own rule, figure by figure: the value of the signs in base 32, its remainder by 37."""
    value = 0
    for sign in signs:
        value = value * 32 + ALPHABET.index(sign)
    return (ALPHABET + "*~$=U")[value % 37]


@given(HASHES, st.integers(1, 20))
def test_nine_signs_of_crockford_with_his_check(sha256: str, part: int) -> None:
    found = reference(sha256, part)

    assert len(found) == 9
    assert set(found) <= set(ALPHABET)
    assert found[-1] == _by_hand(found[:-1])
    assert reference(sha256, part) == found
    assert reference(sha256, part + 1) != found


@given(HASHES, st.data())
def test_one_wrong_sign_or_two_exchanged_do_not_pass(sha256: str, draw: st.DataObject) -> None:
    right = reference(sha256, 1)
    at = draw.draw(st.integers(0, 8))
    wrong = right[:at] + draw.draw(st.sampled_from(ALPHABET)) + right[at + 1 :]
    assert as_reference(wrong) == (right if wrong == right else None)
    first, second = sorted(draw.draw(st.lists(st.integers(0, 8), min_size=2, max_size=2, unique=True)))
    signs = list(right)
    signs[first], signs[second] = signs[second], signs[first]
    assert as_reference("".join(signs)) == (right if "".join(signs) == right else None)


@given(HASHES)
def test_people_write_it_in_their_own_way(sha256: str) -> None:
    right = reference(sha256, 1)
    assert as_reference(f" {right[:4].lower()}-{right[4:8].lower()} {right[8]} ") == right
    assert as_reference(right.replace("0", "o").replace("1", "l")) == right


@given(HASHES)
def test_a_taken_one_is_lengthened_and_never_given_twice(sha256: str) -> None:
    first = reference(sha256, 1)
    second = reference(sha256, 1, {first})
    third = reference(sha256, 1, {first, second})
    assert [len(each) for each in (first, second, third)] == [9, 10, 11]
    assert all(as_reference(each) == each for each in (first, second, third))


@pytest.mark.parametrize("written", ["", "ABC", "ABCDEFGH", "ABCDEFGHU", "12345678*", "see attached", "é" * 9])
def test_what_is_none(written: str) -> None:
    assert as_reference(written) is None


@given(st.text(string.printable, max_size=12))
def test_any_text_at_all(written: str) -> None:
    found = as_reference(written)
    assert found is None or found[-1] == _by_hand(found[:-1])
