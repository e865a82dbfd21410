"""Places and doubts as tests say them: in the words of the line, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.model.doubt import Doubt, Seen, in_words
from hsbdocs.model.finding import Finding
from hsbdocs.model.form import Choice, Field, FieldType, Form
from hsbdocs.model.location import Location, Part, Where
from hsbdocs.model.record import Unplaced
from tests.support.forms import ROOT

CATALOGUE = load_catalogue(ROOT / "content")

_PLACES = {
    "before the first row": Where.BEFORE_FIRST_ROW,
    "header or footer": Where.MARGIN_TEXT,
    "the header or footer": Where.MARGIN,
    "the space above the form": Where.ABOVE_FORM,
    "the name of the sheet": Where.SHEET_NAME,
    "comment": Where.COMMENT,
    "footnote": Where.FOOTNOTE,
    "hidden row": Where.HIDDEN_ROW,
}
_PARTS = {
    "the label": Part.LABEL,
    "beside the label": Part.BESIDE_LABEL,
    "beside the answer": Part.BESIDE_ANSWER,
    "beside the choice": Part.BESIDE_CHOICE,
    "before the first answer": Part.BEFORE_ANSWER,
    "in another column": Part.OTHER_COLUMN,
    "hidden text": Part.HIDDEN_TEXT,
    "taken out by tracked changes": Part.TAKEN_OUT,
}
_ROW = re.compile(r"(?:(after) )?rows? (.+)")


def at(words: str) -> Location | None:
    """The place that these words mean; None for none."""
    place, _, rest = words.partition(", ")
    column = re.fullmatch("column (.+)", rest)
    if column:
        return Location(Where.ROWS, (place.removeprefix("row "),), column=column[1], part=Part.COLUMN)
    if rest in _PARTS:
        found = at(place)
        assert found is not None
        return found.at(_PARTS[rest])
    row = _ROW.fullmatch(words)
    if row is None:
        return _other(words)
    if " to " in row[2]:
        return Location(Where.ROW_RANGE, tuple(row[2].split(" to ")))
    return Location(Where.AFTER_ROW if row[1] else Where.ROWS, tuple(re.split(", | and ", row[2])))


def _other(words: str) -> Location | None:
    box, heading = re.fullmatch("the box in (.+)", words), re.fullmatch("the heading of the column (.+)", words)
    column, sheet = re.fullmatch("the column (.+)", words), re.fullmatch(r"sheet (\d+)", words)
    if box:
        return Location(Where.BOX, (box[1],))
    if heading:
        return Location(Where.COLUMN_HEADING, column=heading[1])
    if column:
        return Location(Where.COLUMN, column=column[1])
    if sheet:
        return Location(Where.SHEET, sheet=int(sheet[1]))
    return Location(_PLACES[words]) if words else None


def place(words: str) -> Location:
    """The same, where there is one."""
    found = at(words)
    assert found is not None
    return found


def where(location: Location | None, form: Form | None = None) -> str:
    """A place in the words of the line."""
    return CATALOGUE.place(location, form)


def apart(unplaced: Iterable[Unplaced]) -> list[tuple[str, str]]:
    """What belongs to no field, with its place in words."""
    return [(entry.text, where(entry.location)) for entry in unplaced]


def doubts(finding: Finding) -> str:
    """What a finding says was seen, its options by their codes."""
    return in_words(finding.doubts, CATALOGUE.ruleset.doubts, None)


def shown(found: Iterable[Seen], choices: Iterable[Choice] = ()) -> str:
    """What was seen in words, options by the labels of these choices."""
    field = Field(id="x", type=FieldType.CHOICE, title="x", personal=False, choices=tuple(choices))
    return in_words(tuple(found), CATALOGUE.ruleset.doubts, field)


def seen(words: str) -> tuple[Seen, ...]:
    """What these words mean: ``Yes: bold; No: marked``, or a doubt without options as content words it."""
    found = []
    for each in filter(None, words.split("; ")):
        options, colon, look = each.rpartition(": ")
        codes = tuple(option.lower().replace(" ", "_") for option in options.split(", ")) if colon else ()
        found.append(Seen(Doubt(look.replace(" ", "-")), codes) if colon else Seen(_DOUBTS[each]))
    return tuple(found)


_DOUBTS = {
    "something that is no clear answer": Doubt.NO_CLEAR_ANSWER,
    "a formula": Doubt.FORMULA,
    "a number without its last figures": Doubt.LOST_FIGURES,
    "a colour without a word": Doubt.COLOUR_ALONE,
    "a word and a colour that disagree": Doubt.COLOUR_DISAGREES,
    "a mark at a description": Doubt.MARK_ALONE,
    "a mark at the description of another option": Doubt.MARK_ELSEWHERE,
    "something crossed out or drawn": Doubt.ALTERED,
    "writing that can hardly be seen": Doubt.HARDLY_SEEN,
    "words that are not one of the list": Doubt.OTHER_WORDS,
    "joined cells": Doubt.JOINED_CELLS,
    "descriptions that belong to another row or column": Doubt.STRANGE_DESCRIPTION,
}
