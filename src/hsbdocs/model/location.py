"""Where something stands in a returned file, as data; its words stand in content/places.yaml and are put last."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec


class Where(StrEnum):
    """A place of a file: rows of the form, what is around them, and what stands beside the document."""

    ROWS = "rows"
    ROW_RANGE = "row-range"
    AFTER_ROW = "after-row"
    BEFORE_FIRST_ROW = "before-first-row"
    BOX = "box"
    COLUMN = "column"
    COLUMN_HEADING = "column-heading"
    SHEET = "sheet"
    SHEET_NAME = "sheet-name"
    MARGIN_TEXT = "margin-text"
    MARGIN = "margin"
    ABOVE_FORM = "above-form"
    BACKGROUND = "background"
    SOMEWHERE = "somewhere"
    NOWHERE = "nowhere"
    CELL = "cell"
    NOTE = "note"
    COMMENT = "comment"
    COMMENT_ON_CELL = "comment-on-cell"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"
    TAKEN_OUT = "taken-out"
    TAKEN_OUT_ROW = "taken-out-row"
    TAKEN_OUT_CELL = "taken-out-cell"
    HIDDEN_ROW = "hidden-row"
    HIDDEN_CELL = "hidden-cell"
    BETWEEN_ROWS = "between-rows"
    BETWEEN_CELLS = "between-cells"


class Part(StrEnum):
    """Which part of a place."""

    LABEL = "label"
    COLUMN = "column"
    BESIDE_LABEL = "beside-label"
    BESIDE_ANSWER = "beside-answer"
    BESIDE_CHOICE = "beside-choice"
    BEFORE_ANSWER = "before-answer"
    OTHER_COLUMN = "other-column"
    HIDDEN_TEXT = "hidden-text"
    TAKEN_OUT = "taken-out"
    EMBEDDED = "embedded"
    EQUATION = "equation"
    FIELD = "field"
    ODD = "odd"


#: What the words of a place speak of; those of all others speak of nothing.
SPEAKS_OF: dict[Where | Part, frozenset[str]] = {
    Where.ROWS: frozenset({"rows"}),
    Where.ROW_RANGE: frozenset({"rows"}),
    Where.AFTER_ROW: frozenset({"rows"}),
    Where.BOX: frozenset({"label"}),
    Where.COLUMN: frozenset({"column"}),
    Where.COLUMN_HEADING: frozenset({"column"}),
    Where.SHEET: frozenset({"sheet"}),
    Where.COMMENT_ON_CELL: frozenset({"cell"}),
    Part.COLUMN: frozenset({"column"}),
}


class Location(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place: ``rows`` are keys of rows (of a range the first and the last), ``column`` is a heading of the form.

    ``sheet`` is the number of a sheet, ``cell`` a cell's address, ``part`` a part of the place.
    """

    where: Where
    rows: tuple[str, ...] = ()
    column: str = ""
    sheet: int = 0
    cell: str = ""
    part: Part | None = None

    def at(self, part: Part) -> Location:
        """A part of this place."""
        return msgspec.structs.replace(self, part=part)


def row(key: str, part: Part | None = None, column: str = "") -> Location:
    """A row, or a part of it."""
    return Location(Where.ROWS, (key,), column=column, part=part)


def row_range(first: str, last: str) -> Location:
    """All rows from one to another."""
    return Location(Where.ROW_RANGE, (first, last))


class PlaceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of places.

    ``row`` and ``rows`` name rows by their keys, ``numbers`` those of which the form prints numbers; ``joint`` stands
    before the last of several, ``through`` between the first and the last of a range.
    """

    row: str
    rows: str
    numbers: str
    joint: str
    through: str
    where: dict[Where, str]
    part: dict[Part, str]


def joined(names: Sequence[str], at: Location, words: PlaceWords) -> str:
    """The names of a place's rows, one after another."""
    if at.where is Where.ROW_RANGE:
        return words.through.join(names)
    return words.joint.join(filter(None, (", ".join(names[:-1]), names[-1])))


def by_keys(at: Location, words: PlaceWords) -> str:
    """A place's rows, by their keys."""
    if not at.rows:
        return ""
    return (words.row if len(at.rows) == 1 else words.rows).format(keys=joined(at.rows, at, words))


def in_words(at: Location | None, words: PlaceWords, *, label: str = "", rows: str = "") -> str:
    """A place in words, empty for none.

    ``label`` is the label of its row; ``rows`` is how its rows are named, if not by their keys.
    """
    if at is None:
        return ""
    said = {"rows": rows or by_keys(at, words), "label": label, "column": at.column}
    place = words.where[at.where].format(**said, sheet=at.sheet, cell=at.cell)
    return place if at.part is None else f"{place}, {words.part[at.part].format(**said)}"
