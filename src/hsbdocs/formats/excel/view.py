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


class Heading(msgspec.Struct, frozen=True):
    """The heading of a column; its words say what its colour says."""

    label: str
    tone: Tone = Tone.PLAIN


class Note(msgspec.Struct, frozen=True):
    """A paragraph of the notes, or the heading of those that follow."""

    text: str
    heading: bool = False


class Picture(msgspec.Struct, frozen=True):
    """A PNG or JPEG, what it says to who cannot see it, and its size in points; noughts for the size that it has."""

    data: bytes
    description: str
    size: tuple[float, float] = (0.0, 0.0)


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
    """Everything that the workbook prints. ``danger``, ``notices`` and the ``issuer``'s lines stand above the rows,
    ``below`` under the table.

    ``name`` is the name of the sheet and of the table; ``description`` is the table's text for screen readers.
    ``notes`` stand on a second sheet, headed ``notes_title``. ``logo`` takes the place of the template's own, and
    ``said_of_logo`` is what that one says to who cannot see it.
    """

    name: str
    title: str
    danger: str
    notices: tuple[str, ...]
    issuer: tuple[str, ...] = ()
    rows: tuple[AnsweredRow, ...]
    columns: tuple[Heading, ...]
    table: tuple[TableRow, ...]
    description: str
    below: tuple[str, ...]
    notes_name: str
    notes_title: str
    notes: tuple[Note, ...]
    handling_mark: str
    stamp: str
    logo: Picture | None = None
    said_of_logo: str = ""
