"""Names of people and words of free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.rules.people import fits, name_in_file, number_in_file, same_name
from hsbdocs.rules.words import names_one_of, parts, says_only, words

_NAMES = st.text("abcdefgh ", min_size=1, max_size=20).filter(str.strip)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Children\u2019s Services", ("childrens", "services")),
        ("CHILDREN'S  services.", ("childrens", "services")),
        ("Zoë Łęcka", ("zoe", "łecka")),
        ("CS+police", ("cs", "police")),
        ("a_b-c", ("a", "b", "c")),
        ("  ", ()),
        ("n/a", ("n", "a")),
    ],
)
def test_words(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


def test_a_name_counts_as_whole_words_in_a_row() -> None:
    names = {("front", "door")}
    assert names_one_of("the Front Door, today", names)
    assert not names_one_of("front of the door", names)
    assert not names_one_of("fronts door", names)
    assert not names_one_of("", names)
    assert says_only("Front door!", names)
    assert not says_only("the front door", names)


def test_parts() -> None:
    assert parts("Student, year 10; (part-time)\n./") == [("student",), ("year", "10"), ("part", "time")]


@pytest.mark.parametrize("sign", list(",;/.()\n"))
def test_what_parts_two_statements(sign: str) -> None:
    assert parts(f"student{sign}employed") == [("student",), ("employed",)]


@pytest.mark.parametrize("sign", list(" -&:'"))
def test_what_does_not(sign: str) -> None:
    assert len(parts(f"student{sign}employed")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J Smith", "Jane Smith"),
        ("Smith, Jane", "Jane Smith"),
        ("JS", "Jane Smith"),
        ("J.S.", "Jane Smith"),
        ("Jane", "Jane Smith"),
        ("Dr Jane Smith", "jane smith"),
        ("Jane Anne Smith", "Jane A. Smith"),
        ("Anne-Marie Smith", "A M Smith"),
        ("Zoe Smith", "Zoë Smith"),
        ("electronically signed by Jane Smith", "Jane Smith"),
        ("J Smith", "Jane S"),
    ],
)
def test_ways_to_write_one_name(one: str, other: str) -> None:
    assert fits(one, other)
    assert fits(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J Smith", "Robin Smith"),
        ("J Jones", "Jane Smith"),
        ("Jan Smith", "Jane Smith"),
        ("SJ", "Jane Smith"),
        ("J", "Robin"),
        ("Signed", "Jane Smith"),
        ("", "Jane Smith"),
        ("Mr", "Jane Smith"),
        ("Jane Jane", "Jane Smith"),
        ("J J", "Jane Smith"),
        ("-", "Jane Smith"),
    ],
)
def test_names_that_do_not_fit(one: str, other: str) -> None:
    assert not fits(one, other)
    assert not fits(other, one)


@given(_NAMES)
def test_a_name_fits_itself(name: str) -> None:
    assert fits(name, name)
    assert same_name(name, f"Mrs {name.upper()} ")


@pytest.mark.parametrize("title", ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr.", "Prof", "Professor", "Rev", "Sir"])
def test_titles_are_no_part_of_a_name(title: str) -> None:
    assert same_name(f"{title} Jane Smith", "Jane Smith")
    assert not fits(title, f"{title} Jane Smith")


def test_no_name_is_not_the_same_name() -> None:
    assert not same_name("", "")
    assert not same_name("Mr", "Dr")


@pytest.mark.parametrize(
    ("name", "file", "holds"),
    [
        ("Amber Example", "risk assessment Amber Example", True),
        ("Amber Example", "EXAMPLE_amber", True),
        ("Amber Example", "AmberExample", True),
        ("Amber Example", "amberexample2026", False),
        ("Amber Example", "amberexample 2026", True),
        ("Amber Example", "Amber", False),
        ("Amber Jo Example", "Amber Example", True),
        ("Amber Jo Example", "ExampleAmber", True),
        ("Al Example", "Example form", False),
        ("Amber", "amber", True),
        ("Amber", "Amber form", True),
        ("Amy", "amy", True),
        ("Al", "al", False),
        ("Al Bo", "al bo", True),
        ("Al Bo", "bo al", False),
        ("Al Bo", "form al bo 2026", True),
        ("Al Bo", "albo", True),
        ("Al Bo", "al x bo", False),
        ("Amy Fox", "fox amy", True),
        ("", "form", False),
        ("Amber Example", "", False),
    ],
)
def test_name_in_a_file_name(name: str, file: str, holds: bool) -> None:
    assert name_in_file(name, file) is holds


@pytest.mark.parametrize(
    ("file", "holds"),
    [
        ("9990000018", True),
        ("form 999 000 0018", True),
        ("form_999.000.0018-b", True),
        ("999_000_0018", True),
        ("999\u2013000\u20140018", True),
        ("form 999 000 001", False),
        ("999x0000018", False),
        ("", False),
    ],
)
def test_number_in_a_file_name(file: str, holds: bool) -> None:
    assert number_in_file("9990000018", file) is holds
    assert not number_in_file("", file)
