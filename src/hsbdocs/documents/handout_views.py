"""A training document as a Word template takes it. Every name here may be used in a template, and no other."""

from __future__ import annotations

import msgspec

from hsbdocs.documents.letterhead import Letterhead
from hsbdocs.documents.printed_line import PrintedLine, ShortLine
from hsbdocs.documents.quiz import AnswerView, QuestionView


class HandoutRow(msgspec.Struct, frozen=True):
    """The lines of each cell."""

    cells: tuple[tuple[PrintedLine, ...], ...]


class HandoutTable(msgspec.Struct, frozen=True):
    """A table: words of its header row, what it holds (for a screen reader), and its rows."""

    heading: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[HandoutRow, ...]


class PartView(msgspec.Struct, frozen=True):
    """A part: of its ways to look only one is filled. ``two`` and ``three`` are tables by their columns.

    ``text`` and ``marks`` stand before them, ``not_verified`` after them where nobody checked a number in the part.
    """

    heading: str
    text: str
    new_page: bool
    marks: str = ""
    notices: tuple[PrintedLine, ...] = ()
    paragraphs: tuple[PrintedLine, ...] = ()
    items: tuple[PrintedLine, ...] = ()
    lines: tuple[ShortLine, ...] = ()
    two: tuple[HandoutTable, ...] = ()
    three: tuple[HandoutTable, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    answers: tuple[AnswerView, ...] = ()
    not_verified: str = ""


class HandoutView(msgspec.Struct, frozen=True):
    """Everything that a training document's template can print."""

    title: str
    status: str
    review: str
    edition: str
    stamp: str
    letterhead: Letterhead
    parts: tuple[PartView, ...]
    queries: str
    explained: tuple[PrintedLine, ...]
    end: str
