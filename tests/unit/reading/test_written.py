"""What is written in a cell, less what the blank prints there."""

import pytest

from hsbdocs.model.form import Field, Row
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Mark, Paragraph, Span
from hsbdocs.reading.written import is_altered, seen_text, written
from tests.support.said import seen as told
from tests.unit.reading.looks import looking
from tests.unit.reading.sheets import RELEASED, SMALL, para

NAME, BORN, DATE = RELEASED.row_of["child.name"], SMALL.row_of["child.age"], RELEASED.row_of["completion.date"]


def read(row: Row, *paragraphs: str | Paragraph, fields: tuple[Field, ...] = ()) -> list[RawAnswer]:
    """What is written for each field of the row."""
    made = [para(each) if isinstance(each, str) else each for each in paragraphs]
    answers, before = written(row, fields or row.fields, made)
    assert before == ""
    return list(answers.values())


def text(row: Row, *paragraphs: str | Paragraph) -> str:
    """What is written for a row's one field."""
    (answer,) = read(row, *paragraphs)
    return answer.text


@pytest.mark.parametrize(
    "blank",
    [
        "Click or tap here to enter text.",
        "Click here to enter text.",
        "Click or tap to enter a date.",
        "Click here to enter a date.",
        "Click or tap to write",
        "",
    ],
)
def test_what_an_empty_control_shows(blank: str) -> None:
    assert read(NAME, f" {blank}\n") == [RawAnswer()]
    assert read(NAME, f"{blank} Amber") == [RawAnswer(text="Amber")]
    assert read(NAME, f"Amber\n{blank}") == [RawAnswer(text="Amber")]
    assert read(NAME, f"{blank}Amber{blank}") == [RawAnswer(text="Amber")]


@pytest.mark.parametrize(
    ("typed", "mangled"),
    [
        ("Click or tap Amber to write", True),
        ("Am Click or tap to write ber", True),
        ("to Click or tap", True),
        ("Click or taAmberp to write", False),
        ("She will tap to write to him", True),
        ("She will click or write", False),
        ("or taps to write", False),
    ],
)
def test_a_mangled_placeholder_stays(typed: str, mangled: bool) -> None:
    assert read(NAME, typed) == [RawAnswer(text=typed, mangled=mangled)]


def test_a_mangled_placeholder_is_known_whatever_its_apostrophes() -> None:
    field = Field(id="a", type=NAME.fields[0].type, title="", personal=False, placeholder="Write the child\u2019s name")
    assert read(NAME, "Write the child's Amber", fields=(field,))[0].mangled


def test_without_a_placeholder_nothing_is_mangled() -> None:
    field = Field(id="a", type=NAME.fields[0].type, title="", personal=False)
    assert read(NAME, "Click or tap to write", fields=(field,)) == [RawAnswer(text="Click or tap to write")]


def test_text_keeps_what_repeats_the_label_and_a_date_does_not() -> None:
    assert text(NAME, "Name of Child/Young Person: Amber") == "Name of Child/Young Person: Amber"
    assert text(DATE, "Date: 3/4/2026") == "3/4/2026"
    assert text(DATE, "Dated 3/4/2026") == "Dated 3/4/2026"
    assert text(DATE, "No date: 3/4/2026") == "No date: 3/4/2026"  # else the words before it would be lost


def test_pictures_are_counted() -> None:
    assert read(NAME, para("", pictures=2), para("Amber", pictures=1)) == [RawAnswer(text="Amber", pictures=3)]


@pytest.mark.parametrize(
    ("paragraph", "altered"),
    [
        (looking(("3/4", Mark.STRUCK), "/2026"), True),
        (Paragraph((Span("3/4/2026"),), shapes=1), True),
        (looking(("3/4/2026", Mark.BOLD)), False),
        (looking("3/4/2026", (" ", Mark.STRUCK)), False),
    ],
)
def test_something_crossed_out_or_drawn(paragraph: Paragraph, altered: bool) -> None:
    assert is_altered([para("before"), paragraph]) is altered
    assert read(DATE, paragraph) == [RawAnswer(text="3/4/2026", altered=altered, unclear=altered)]
    assert read(NAME, paragraph) == [RawAnswer(text="3/4/2026", altered=altered)]


def test_nothing_written_is_not_unclear() -> None:
    drawn = Paragraph((), shapes=1)
    assert read(DATE, drawn) == [RawAnswer(altered=True)]


def test_a_date_that_changes_by_itself() -> None:
    changing = looking(("3/4/2026", Mark.CHANGING))
    assert read(DATE, changing) == [RawAnswer(text="3/4/2026", unclear=True)]
    assert read(NAME, changing) == [RawAnswer(text="3/4/2026")]
    assert read(DATE, looking("on ", ("3/4/2026", Mark.CHANGING))) == [RawAnswer(text="on 3/4/2026", unclear=True)]


@pytest.mark.parametrize(("raised", "unclear"), [("2", True), ("(2)", True), ("rd", False), ("*", False)])
def test_a_raised_figure_may_be_a_note_s(raised: str, unclear: bool) -> None:
    (answer,) = read(DATE, looking("3", (raised, Mark.RAISED), " April 2026"))
    assert answer.unclear is unclear
    assert not read(NAME, looking("Amber", (raised, Mark.RAISED)))[0].unclear


@pytest.mark.parametrize("row", [NAME, DATE])
def test_white_writing_that_nobody_sees_makes_an_answer_unclear(row: Row) -> None:
    assert read(row, looking("3/4/2026", (" or not", Mark.WHITE)))[0].unclear
    assert read(row, looking(("3/4/2026", Mark.WHITE)))[0].unclear
    assert not read(row, looking("3/4/2026", (" ", Mark.WHITE)))[0].unclear
    assert not read(row, looking("3/4/2026", ("", Mark.WHITE)))[0].unclear
    assert read(row, looking((" ", Mark.WHITE))) == [RawAnswer()]


@pytest.mark.parametrize(
    ("lines", "date", "age"),
    [
        (("Date of birth: 3/4/2012", "Age: 14"), "3/4/2012", "14"),
        (("DATE OF BIRTH :\n3/4/2012  age:14",), "3/4/2012", "14"),
        (("Date  of\u00a0birth:", "Age:"), "", ""),
        (("Date of birth: Pick the date here", "Age: Write the age here"), "", ""),
        (("Pick the date here", "Write the age here"), "", ""),
        (("Age: 14", "Date of birth: 3/4/2012"), "3/4/2012", "14"),
        (("AGE: 14", "DATE OF BIRTH: 3/4/2012"), "3/4/2012", "14"),
        (("Date of birth:Age: 14",), "", "14"),
        (("Date of birth: Jane", "Age:"), "Jane", ""),
        (("Date of birth:Age: young",), "", "young"),
        (("Date of birth: 3/4/2012", "Age: 14 Age: 15"), "3/4/2012", "14 Age: 15"),
        (("Date of birth: 1 Date of birth: 3/4/2012 Age: 14",), "1 Date of birth: 3/4/2012", "14"),
        (("3/4/2012", "14"), "3/4/2012", "14"),
        (("Write the age here", "3/4/2012"), "3/4/2012", ""),
        (("14",), "", "14"),
        (("", ""), "", ""),
    ],
)
def test_two_fields_in_one_cell(lines: tuple[str, ...], date: str, age: str) -> None:
    assert [answer.text for answer in read(BORN, *lines)] == [date, age]
    assert not any(answer.unclear for answer in read(BORN, *lines))


def test_two_fields_that_cannot_be_told_apart() -> None:
    assert read(BORN, " ", "Jane", "3/4/2012? ") == [
        RawAnswer(text="Jane\n3/4/2012?"),  # no date, and it says so
        RawAnswer(text="Jane\n3/4/2012?", unclear=True),
    ]
    struck = looking(("Jane", Mark.STRUCK), " Ann")
    assert read(BORN, struck) == [RawAnswer(text="Jane Ann", unclear=True, altered=True)] * 2


def test_two_fields_of_other_types_are_parted_by_their_captions_alone() -> None:
    one, other = (
        Field(id=name, type=NAME.fields[0].type, title="", personal=False, caption=f"{name}:") for name in "ab"
    )
    assert [answer.text for answer in read(NAME, "a: 1 b: 2", fields=(one, other))] == ["1", "2"]
    assert [answer.unclear for answer in read(NAME, "1 2", fields=(one, other))] == [True, True]
    bare = Field(id="c", type=NAME.fields[0].type, title="", personal=False)
    assert [answer.unclear for answer in read(NAME, "a: 1 2", fields=(one, bare))] == [True, True]


def test_what_stands_before_the_first_caption() -> None:
    answers, before = written(BORN, BORN.fields, [para(" Zebra "), para("Date of birth: 3/4/2012"), para("Age: 14")])
    assert before == "Zebra"
    assert [answer.text for answer in answers.values()] == ["3/4/2012", "14"]


def test_a_caption_s_signs_are_no_pattern() -> None:
    fields = tuple(
        Field(id=name, type=NAME.fields[0].type, title="", personal=False, caption=f"{name} (if.known)?")
        for name in "ab"
    )
    assert [answer.text for answer in read(NAME, "a (if.known)? 1 b ( if . known ) ? 2", fields=fields)] == ["1", "2"]
    assert all(answer.unclear for answer in read(NAME, "a ifxknown 1 b ifxknown 2", fields=fields))


def test_the_text_that_can_be_seen() -> None:
    paragraphs = [looking("a\r\nb", ("hidden", Mark.HIDDEN), ("c\rd", Mark.BOLD)), para(""), para("e\nf")]
    assert seen_text(paragraphs) == "a\nbc\nd\n\ne\nf"


@pytest.mark.parametrize(
    ("mark", "seen"),
    [(Mark.COMPUTED, "a formula"), (Mark.ROUNDED, "a number without its last figures"), (Mark.WHITE, "")],
)
def test_what_cannot_be_taken_as_written(mark: int, seen: str) -> None:
    for row in (NAME, DATE):
        assert read(row, looking(("3/4/2026", mark))) == [RawAnswer(text="3/4/2026", unclear=True, seen=told(seen))]
        assert read(row, looking("3/4/2026", (" ", mark))) == [RawAnswer(text="3/4/2026", seen=())]
    assert read(NAME, looking("seen ", ("part", mark))) == [RawAnswer(text="seen part", unclear=True, seen=told(seen))]


def test_a_formula_goes_before_lost_figures() -> None:
    assert read(NAME, looking(("1", Mark.COMPUTED | Mark.ROUNDED)))[0].seen == told("a formula")
