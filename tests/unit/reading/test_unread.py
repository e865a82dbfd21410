"""What a reader could not give as text leaves a doubt; it is never blank, and never "neither is marked"."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.finding import Code
from hsbdocs.model.location import Where
from hsbdocs.model.record import State
from hsbdocs.model.transcript import Aside, Mark, Paragraph, Picture, Rest, RestKind, Span, Transcript
from tests.unit.reading.reads import codes, everything, has, record
from tests.unit.reading.sheets import SMALL, TICKED, Sheet, cell, para

KINDS = list(RestKind)
PART = {
    RestKind.EMBEDDED: "an embedded part",
    RestKind.EQUATION: "an equation",
    RestKind.FIELD: "a field whose result cannot be told",
    RestKind.ODD: "something in a place where programs put nothing",
}


def _rest(kind: RestKind, text: str = "", shown: str = "") -> Paragraph:
    return Paragraph((Span(shown),), rest=(Rest(kind, text),))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shown", ["", "15", "Zebra"])
@pytest.mark.parametrize(
    ("key", "column", "field"),
    [
        ("D1", 2, "child.name"),
        ("D2", 2, "child.age"),
        ("O1", 1, "outcome.colour"),
        ("A1", 2, "actions.told.answer"),
        ("A1", 3, "actions.told.answer"),
        ("A1", 4, "actions.told.details"),
    ],
)
def test_in_an_answer(key: str, column: int, field: str, kind: RestKind, shown: str) -> None:
    sheet = Sheet(SMALL)
    sheet.at[key][column] = cell(*sheet.at[key][column].paragraphs, _rest(kind, "Quagga", shown))
    found = record(sheet)
    assert (found.answers[field], found.states[field]) == (None, State.UNREADABLE)
    assert any(f.code is Code.FORM_07 and Seen(Doubt(kind.value)) in f.doubts for f in found.findings)
    assert "Quagga" in everything(found)
    assert not shown or shown in everything(found)


@pytest.mark.parametrize("kind", KINDS)
def test_outside_the_answers(kind: RestKind) -> None:
    sheet = Sheet(SMALL)
    sheet.at["D1"][1] = cell(*sheet.at["D1"][1].paragraphs, _rest(kind, "Quagga"))
    sheet.loose["details"].append(_rest(kind, "Okapi"))
    found = record(sheet)
    assert has(found, Code.FORM_05, f"row D1, {PART[kind]}")
    assert has(found, Code.FORM_05, f"after row D3, {PART[kind]}")
    assert {"Quagga", "Okapi"} <= {entry.text for entry in found.unplaced}


@pytest.mark.parametrize(
    ("key", "column", "field", "text"),
    [
        ("D2", 2, "child.age", "15"),
        ("A1", 2, "actions.told.answer", ""),
        ("A1", 2, "actions.told.answer", TICKED),
        ("A1", 3, "actions.told.answer", ""),
    ],
)
@pytest.mark.parametrize("label", ["15.", "\u2713"])
def test_the_number_or_sign_of_a_list(key: str, column: int, field: str, text: str, label: str) -> None:
    sheet = Sheet(SMALL)
    sheet.at[key][column] = cell(replace(para(text), label=label))
    found = record(sheet)
    assert (found.answers[field], found.states[field]) == (None, State.UNREADABLE)


def test_the_numbers_of_a_list_are_part_of_free_text() -> None:
    sheet = Sheet(SMALL)
    sheet.at["D1"][2] = cell(replace(para("Sam"), label="2."), replace(para("Alex"), label="3."))
    assert record(sheet).answers["child.name"] == "2. Sam\n3. Alex"


@pytest.mark.parametrize("labels", [("\u2713", "\u2713"), ("1.", "2."), ("a)", "b)")])
def test_signs_before_all_the_options_say_nothing(labels: tuple[str, str]) -> None:
    sheet = Sheet(SMALL)
    options = [f"{TICKED} Red paint", "\u2610 Blue paint"]
    lines = [replace(para(text), label=label) for text, label in zip(options, labels, strict=True)]
    sheet.at["O1"][1] = cell("Colour:", "Tick one.", *lines)
    assert record(sheet).states["outcome.colour"] in (State.READ, State.UNREADABLE)


def test_an_untouched_list() -> None:
    sheet = Sheet(SMALL)
    sheet.at["D1"][2] = cell(Paragraph((Span("Female", Mark.UNTOUCHED),)))
    found = record(sheet)
    assert (found.answers["child.name"], found.states["child.name"]) == (None, State.UNREADABLE)
    assert found.as_written["child.name"] == "Female"


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("3/4/2013", None),
        ("03/04/2013", None),
        ("4/4/2013", "2013-04-04"),
        ("13/4/2013", "2013-04-13"),
        ("3 April 2013", "2013-04-03"),
    ],
)
def test_a_date_that_shows_the_month_first(text: str, born: str | None) -> None:
    sheet = Sheet(SMALL)
    date = Paragraph((Span("Date of birth: "), Span(text, Mark.MONTH_FIRST)))
    sheet.at["D2"][2] = cell(date, "Age: 13")
    found = record(sheet)
    assert found.answers["child.date_of_birth"] == born
    assert ("FORM-07" in codes(found, "D2")) is (born is None)


# ---- Prompts and characters that nobody sees ---------------------------------------------------

UNSEEN = [
    "\u200b",
    "\ufeff",
    "\u2060",
    "\u00ad",
    "\u200e",
    "\u200f",
    "\u2800",
    "\u3164",
    "\u115f",
    "\u034f",
    "\U000e0020",
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_characters_that_nobody_sees(unseen: str) -> None:
    sheet = Sheet(SMALL)
    sheet.at["D1"][2] = cell(f" {unseen}{unseen}")
    sheet.at["D2"][2] = cell(f"Date of birth: {unseen}3/4/{unseen}2013{unseen}", f"Age: 1{unseen}3")
    sheet.at["D3"][2] = cell(f"Sam{unseen} Writer")
    sheet.at["A1"][2:4] = [cell(f"{unseen}x{unseen}"), cell(unseen)]
    found = record(sheet)
    assert found.states["child.name"] is State.BLANK
    assert (found.answers["child.date_of_birth"], found.answers["child.age"]) == ("2013-04-03", 13)
    assert found.answers["child.signature"] == f"Sam{unseen} Writer"
    assert found.answers["actions.told.answer"] == "yes"
    assert codes(found) == []


@pytest.mark.parametrize("mark", [Mark.PROMPT, Mark.PROMPTED])
@pytest.mark.parametrize("typed", ["", "Sam"])
def test_a_prompt_is_no_answer(mark: int, typed: str) -> None:
    sheet = Sheet(SMALL)
    sheet.at["D1"][2] = cell(Paragraph((Span(typed), Span("Enter a name", mark))))
    found = record(sheet)
    assert found.answers["child.name"] == (typed or None)
    said = mark == Mark.PROMPTED and not typed
    assert found.states["child.name"] is (State.READ if typed else State.BLANK)
    assert (found.as_written.get("child.name"), codes(found)) == (
        ("Enter a name", ["ANSWER-03"]) if said else (None, [])
    )


@pytest.mark.parametrize("text", ["Choose an item.", "Click or tap here to enter text.", "Write the name here"])
def test_a_prompt_that_is_known_is_blank(text: str) -> None:
    for mark in (0, Mark.PROMPTED):
        sheet = Sheet(SMALL)
        sheet.at["D1"][2] = cell(Paragraph((Span(text, mark),)))
        assert (record(sheet).states["child.name"], codes(record(sheet))) == (State.BLANK, [])


@pytest.mark.parametrize(("text", "doubt"), [("Yes", True), ("x", True), ("Tick if so", False)])
def test_a_prompt_where_a_mark_is_asked_for(text: str, doubt: bool) -> None:
    sheet = Sheet(SMALL)
    sheet.at["A1"][2] = cell(Paragraph((Span(text, Mark.PROMPTED),)))
    state = State.UNREADABLE if doubt else State.BLANK
    found = record(sheet)
    assert (found.answers["actions.told.answer"], found.states["actions.told.answer"]) == (None, state)
    assert text in everything(found)


@pytest.mark.parametrize(
    "tag", ["\u00abName\u00bb", "{{ name }}", "{%p if x %}", "<<Name>>", "${name}", "\u00aba\u00bb, {{b}}"]
)
def test_a_tag_that_was_never_filled_in(tag: str) -> None:
    sheet = Sheet(SMALL)
    sheet.at["D1"][2] = cell(tag)
    sheet.at["A1"][2] = cell("\u00abYes\u00bb")
    found = record(sheet)
    assert (found.states["child.name"], found.as_written["child.name"]) == (State.BLANK, tag)
    assert found.states["actions.told.answer"] is State.UNREADABLE
    sheet.at["D1"][2] = cell(f"{tag} Sam")
    assert record(sheet).answers["child.name"] == f"{tag} Sam"


# ---- Pictures that stand in no paragraph -------------------------------------------------------


def _with(**changes: object) -> Transcript:
    return replace(Sheet(SMALL).transcript(), **changes)


@pytest.mark.parametrize("text", ["", "words"])
def test_a_picture_beside_the_document(text: str) -> None:
    found = record(_with(asides=(Aside(Where.HIDDEN_ROW, text, 1),)))
    assert codes(found) == (["FORM-05", "FORM-06"] if text else ["FORM-06"])
    assert has(found, Code.FORM_06, "hidden row")


@pytest.mark.parametrize(("shown", "code"), [(True, "FORM-06"), (False, "FORM-09")])
def test_a_picture_of_the_package(shown: bool, code: str) -> None:
    assert codes(record(_with(pictures=(Picture(Where.SOMEWHERE, "", shown),)))) == [code]
