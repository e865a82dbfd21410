"""Paragraphs as lines of text with the look of every character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hsbdocs.model.transcript import Cell, Mark, Paragraph
from hsbdocs.model.unseen import seen
from hsbdocs.reading.prompts import PROMPTS


class MarkedLine(msgspec.Struct, frozen=True):
    """A line that can be seen: its text, and the marks of each character."""

    text: str
    marks: tuple[int, ...]

    def part(self, start: int, end: int | None = None) -> MarkedLine:
        """A part of the line."""
        return MarkedLine(self.text[start:end], self.marks[start:end])


def lines_of(paragraphs: Iterable[Paragraph]) -> list[MarkedLine]:
    """The lines of paragraphs, a line break parting lines as a paragraph does.

    Hidden text, prompts and characters that nobody sees are left out.
    """
    lines: list[MarkedLine] = []
    for paragraph in paragraphs:
        text, marks = "", []
        for span in paragraph.spans:
            if not span.marks & (Mark.HIDDEN | PROMPTS):
                shown = seen(span.text).replace("\r\n", "\n").replace("\r", "\n")
                text += shown
                marks += [span.marks] * len(shown)
        at = 0
        for piece in text.split("\n"):
            lines.append(MarkedLine(piece, tuple(marks[at : at + len(piece)])))
            at += len(piece) + 1
    return lines


def lines_of_cell(cell: Cell) -> list[MarkedLine]:
    """The lines of a cell; in a coloured cell all of it is shaded."""
    lines = lines_of(cell.paragraphs)
    if not cell.fill:
        return lines
    return [MarkedLine(line.text, tuple(mark | Mark.SHADED for mark in line.marks)) for line in lines]


def text_of(lines: Sequence[MarkedLine]) -> str:
    """The lines as text."""
    return "\n".join(line.text for line in lines)
