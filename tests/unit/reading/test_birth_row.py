"""The row with a date and an age in one cell."""

import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from tests.unit.reading.reads import codes, everything, has, record
from tests.unit.reading.sheets import Sheet, cell, para

_BLANK = ("Date of birth: Click or tap for the date", "Age: Click or tap for the age")


def read(*lines: str) -> tuple[str | int | None, str | int | None]:
    """Date of birth and age from the lines of the cell."""
    sheet = Sheet()
    sheet.at["D2"][2] = cell(*lines)
    answers = record(sheet).answers
    return answers["child.date_of_birth"], answers["child.age"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (_BLANK, (None, None)),
        (("Date of birth: 3 April 2012", "Age: 14"), ("2012-04-03", 14)),
        (("Date of birth: 3/4/2012", _BLANK[1]), ("2012-04-03", None)),
        ((_BLANK[0], "Age: 14"), (None, 14)),
        (("Date of birth: 3/4/2012  Age: 14",), ("2012-04-03", 14)),
        (("DATE OF BIRTH:3/4/2012", "AGE :14 years"), ("2012-04-03", 14)),
        (("Date of birth:\n3/4/2012\nAge:\n14",), ("2012-04-03", 14)),
        (("Date of birth: Click or tap for the date3/4/2012", "Age: 14Click or tap for the age"), ("2012-04-03", 14)),
        (("Date of birth: Click or tap to enter a date.", "Age: Click or tap here to enter text."), (None, None)),
        (("3/4/2012", "14"), ("2012-04-03", 14)),
        (("14", "3/4/2012"), ("2012-04-03", 14)),
        (("3 April 2012, 14 years",), ("2012-04-03", 14)),
        (("14 (3/4/2012)",), ("2012-04-03", 14)),
        ((), (None, None)),
        (("", " "), (None, None)),
    ],
)
def test_read(lines: tuple[str, ...], expected: tuple[str | int | None, str | int | None]) -> None:
    assert read(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("about 14, born in spring",),
        ("3/4/2012 or 4/4/2012",),
        ("3/4/2012", "14", "15"),
        ("Jane, 14",),
        ("Date of birth: 3/4/2012 (to be checked)", "Age: about 14"),
        ("Date of birth: 3/4/2012 or 4/4/2012", "Age: 14 or 15"),
    ],
)
def test_a_doubt_gives_nothing_and_keeps_the_text(lines: tuple[str, ...]) -> None:
    sheet = Sheet()
    sheet.at["D2"][2] = cell(*lines)
    found = record(sheet)
    assert (found.answers["child.date_of_birth"], found.answers["child.age"]) == (None, None)
    assert found.states["child.age"] is State.UNREADABLE
    assert found.states["child.date_of_birth"] not in (State.READ, State.BLANK)
    assert has(found, Code.FORM_07, "row D2")
    for word in " ".join(lines).replace("Date of birth:", "").replace("Age:", "").split():
        assert word in everything(found)


def test_captions_in_the_other_order_never_mix_the_two_up() -> None:
    values = read("Age: 14", "Date of birth: 3/4/2012")
    assert values in (("2012-04-03", 14), (None, None))


def test_text_before_the_captions_is_kept_apart() -> None:
    sheet = Sheet()
    sheet.at["D2"][2] = cell("Zebra", "Date of birth: 3/4/2012", "Age: 14")
    found = record(sheet)
    assert (found.answers["child.date_of_birth"], found.answers["child.age"]) == ("2012-04-03", 14)
    assert [entry.text for entry in found.unplaced] == ["Zebra"]
    assert has(found, Code.FORM_05)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("31/2/2012", State.INVALID),
        ("03/27/2012", State.INVALID),
        ("3/4/12", State.AMBIGUOUS),
        ("spring", State.INVALID),
    ],
)
def test_why_a_date_is_null(typed: str, state: State) -> None:
    sheet = Sheet()
    sheet.at["D2"][2] = cell(f"Date of birth: {typed}", "Age: 14")
    found = record(sheet)
    assert found.states["child.date_of_birth"] is state
    assert found.as_written == {"child.date_of_birth": typed, "child.age": "14"}


def test_the_captions_deleted_from_a_blank() -> None:
    sheet = Sheet()
    sheet.at["D2"][2] = cell("Click or tap for the date", "Click or tap for the age")
    found = record(sheet)
    assert found.states["child.date_of_birth"] is State.BLANK
    assert codes(found, "D2") == []


def test_the_captions_deleted_and_the_age_typed() -> None:
    assert read("Click or tap for the date", "14") == (None, 14)


@pytest.mark.parametrize(("shown", "expected"), [("3 April 2012", "2012-04-03"), ("4 April 2012", "2012-04-04")])
def test_the_shown_date_counts_and_a_disagreement_is_told(shown: str, expected: str) -> None:
    sheet = Sheet()
    control = sheet.control("child.date_of_birth", kind="date", full_date="2012-04-03T00:00:00Z")
    sheet.at["D2"][2] = cell(para(f"Date of birth: {shown}", control=control), "Age: 14")
    found = record(sheet)
    assert found.answers["child.date_of_birth"] == expected
    assert has(found, Code.FORM_10, "row D2") is (expected != "2012-04-03")


@pytest.mark.parametrize("tag", ["completion.date", ""])
def test_a_date_that_only_the_control_stores(tag: str) -> None:
    sheet = Sheet()
    control = sheet.control(tag, kind="date", full_date="2026-05-12T00:00:00Z")
    sheet.at["C6"][2] = cell(para("Click or tap for the date", control=control))
    found = record(sheet)
    assert found.answers["completion.date"] == "2026-05-12"
    assert found.states["completion.date"] is State.READ


def test_a_stored_date_without_text_in_the_birth_row() -> None:
    sheet = Sheet()
    control = sheet.control("child.date_of_birth", kind="date", full_date="2012-04-03T00:00:00Z")
    sheet.at["D2"][2] = cell(para("Date of birth: "), para("Click or tap for the date", control=control), "Age: 14")
    assert record(sheet).answers["child.date_of_birth"] == "2012-04-03"


def test_a_date_control_that_was_moved_to_another_row_fills_nothing_from_there() -> None:
    sheet = Sheet()
    control = sheet.control("child.date_of_birth", kind="date", full_date="2012-04-03T00:00:00Z")
    sheet.at["C6"][2] = cell(para("3 April 2012", control=control))
    found = record(sheet)
    assert found.answers["child.date_of_birth"] is None
    assert found.answers["completion.date"] == "2012-04-03"
    assert has(found, Code.FORM_10, "row C6")


def test_a_two_figure_year_shown_is_not_mended_from_the_store() -> None:
    sheet = Sheet()
    control = sheet.control("completion.date", kind="date", full_date="2026-05-12T00:00:00Z")
    sheet.at["C6"][2] = cell(para("12/5/26", control=control))
    found = record(sheet)
    assert found.answers["completion.date"] is None
    assert found.as_written["completion.date"] == "12/5/26"
