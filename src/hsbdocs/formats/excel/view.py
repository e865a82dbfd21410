"""What a workbook to fill in says, for the writer to arrange: texts, and answers of three kinds."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class AnswerKind(StrEnum):
    """What an answer's cell takes."""

    TEXT = "text"
    DATE = "date"
    LIST = "list"


class Tone(StrEnum):
    """The colour that goes with an option's words; the words always say it too."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    PLAIN = "plain"


class Option(msgspec.Struct, frozen=True):
    """One entry of a list."""

    label: str
    tone: Tone = Tone.PLAIN


class Answer(msgspec.Struct, frozen=True):
    """A cell to fill in. ``title`` and ``hint`` are shown, and read out, when somebody comes to it.

    Excel takes at most 32 characters of the title and 255 of the hint and of the options together.
    """

    kind: AnswerKind
    title: str
    hint: str
    options: tuple[Option, ...] = ()


class AnsweredRow(msgspec.Struct, frozen=True):
    """A row above the table: ref, label and one answer."""

    ref: str
    label: str
    answer: Answer


class TableRow(msgspec.Struct, frozen=True):
    """A row of the table: ref, label, and for each further column printed text or an answer."""

    ref: str
    label: str
    cells: tuple[str | Answer, ...]


class WorkbookView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the workbook prints. ``notices`` stand above the rows, ``below`` under the table.

    ``name`` is the name of the sheet and of the table; ``description`` is the table's text for screen readers.
    ``notes`` are the paragraphs of a second sheet, headed ``notes_title``.
    """

    name: str
    title: str
    notices: tuple[str, ...]
    rows: tuple[AnsweredRow, ...]
    columns: tuple[str, ...]
    table: tuple[TableRow, ...]
    description: str
    below: tuple[str, ...]
    notes_name: str
    notes_title: str
    notes: tuple[str, ...]
    handling_mark: str
    stamp: str
