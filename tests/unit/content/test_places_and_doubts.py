"""The words of places and doubts: all there, said as the line has always said them, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsbdocs.content.catalogue import Catalogue, load_catalogue
from hsbdocs.content.releases import load_releases
from hsbdocs.model.doubt import AT_OPTIONS, Doubt, Seen
from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.location import Location, Part, Where, row, row_range
from hsbdocs.model.transcript import RestKind
from tests.unit.content.planting import ROOT, Copy

CATALOGUE: Catalogue = load_catalogue(ROOT / "content")
(FORM,) = (
    form for form in load_releases(ROOT / "content") if form.stamp.endswith("risk-assessment, version 2023.06-1")
)


def test_every_place_and_doubt_has_words() -> None:
    words = CATALOGUE.ruleset
    assert set(words.places.where) == set(Where)
    assert set(words.places.part) == set(Part)
    assert set(words.doubts.doubts) == set(Doubt)


def test_what_no_reader_gives_as_text_can_be_a_place_and_a_doubt() -> None:
    for kind in RestKind:
        assert Part(kind.value) in Part
        assert Doubt(kind.value) in Doubt


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, ""),
        (row("D1"), "row D1"),
        (row("A4", Part.BESIDE_LABEL), "row A4, beside the label"),
        (row("R1", Part.COLUMN, "Harmful"), "row R1, column Harmful"),
        (Location(Where.ROWS, ("D1", "D2")), "rows D1 and D2"),
        (Location(Where.ROWS, ("D1", "D2", "D5")), "rows D1, D2 and D5"),
        (row_range("Q1", "Q12"), "rows Q1 to Q12"),
        (Location(Where.AFTER_ROW, ("Q12",)), "after row Q12"),
        (Location(Where.AFTER_ROW, ("Q12",), part=Part.TAKEN_OUT), "after row Q12, taken out by tracked changes"),
        (Location(Where.BEFORE_FIRST_ROW), "before the first row"),
        (Location(Where.SHEET, sheet=3), "sheet 3"),
        (Location(Where.COMMENT_ON_CELL, cell="C5"), "comment on cell C5"),
        (Location(Where.COLUMN, column="Rating"), "the column Rating"),
        (Location(Where.BOX, ("C3",)), "the box Signature"),
        (Location(Where.MARGIN_TEXT), "header or footer"),
        (Location(Where.MARGIN), "the header or footer"),
    ],
)
def test_a_place_in_words(place: Location | None, words: str) -> None:
    assert CATALOGUE.place(place, FORM) == words


@pytest.mark.parametrize(
    ("field", "seen", "words"),
    [
        ("outcome.category", [Seen(Doubt.BOLD, ("harmful",)), Seen(Doubt.MARKED, ("normal",))],
         "Harmful: bold; Normal: marked"),
        ("outcome.category", [Seen(Doubt.CROSSED_OUT, ("normal", "problematic"))], "Normal, Problematic: crossed out"),
        ("outcome.category", [Seen(Doubt.IN_ITALICS)], "part of an option: in italics"),
        ("completion.mode", [Seen(Doubt.UNDERLINED, ("face_to_face",))], "face to face: underlined"),
        ("actions.saved.answer", [Seen(Doubt.SHADED, ("no",))], "No: shaded"),
        ("child.age", [Seen(Doubt.FORMULA)], "a formula"),
        ("child.age", [Seen(Doubt.NO_CLEAR_ANSWER)], "something that is no clear answer"),
    ],
)  # fmt: skip
def test_what_was_seen_in_words(field: str, seen: list[Seen], words: str) -> None:
    finding = Finding(code=Code.FORM_07, fields=(field,), doubts=tuple(seen), params={"ref": "X1", "label": "x"})
    said = CATALOGUE.say(finding, FORM)
    assert said.params == {"ref": "X1", "label": "x", "seen": words}
    assert words in said.message or words in said.hint


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("places.yaml", "  after-row: after {rows}\n", "", "has no words for after-row"),
        ("places.yaml", "after {rows}", "after it", "should speak of {rows}"),
        ("places.yaml", "sheet {sheet}", "sheet {cell}", "should speak of {sheet}"),
        ("places.yaml", "  label: the label", "  label: the {label}", "should speak of nothing in braces"),
        ("places.yaml", "row: row {keys}", "row: row {keys", "has a brace that is not closed or not opened"),
        ("places.yaml", "  footnote: footnote", '  footnote: " "', "is empty"),
        ("doubts.yaml", "  formula: a formula\n", "", "has no words for formula"),
        ("doubts.yaml", '"{options}: bold"', "bold", "should speak of {options}"),
        ("doubts.yaml", "joined cells", "joined {options}", "should speak of nothing in braces"),
    ],
)
def test_words_that_do_not_fit_are_told(file: str, old: str, new: str, problem: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    (fault,) = copy.faults()
    assert (fault.file, fault.problem) == (f"content/{file}", problem)
    assert fault.line > 0


def test_doubts_at_options_are_those_that_name_them() -> None:
    words = CATALOGUE.ruleset.doubts.doubts
    assert {doubt for doubt, text in words.items() if "{options}" in text} == AT_OPTIONS
