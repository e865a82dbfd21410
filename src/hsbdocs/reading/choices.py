"""Rows where something is chosen: an option, or Yes or No."""

from __future__ import annotations

from collections.abc import Sequence

from hsbdocs.model.form import Choice, Field, Row
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Paragraph
from hsbdocs.reading.circled import CIRCLING, as_seen, read_circled, read_looks, remark_of
from hsbdocs.reading.labels import without_words
from hsbdocs.reading.lines import MarkedLine, lines_of, lines_of_cell, text_of
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.yes_no import Habit, read_merged, read_yes_no, written_yes_no


def choice(found: PlacedRow, field: Field, behind_label: Sequence[Paragraph], *, boxes: bool) -> RawAnswer:
    """One of several options, which may stand in the label, behind it in its cell, and in the cells beside it.

    ``behind_label`` is what follows the label in its own cell; ``boxes`` says that the form prints a box at each.
    """
    places = [lines_of(behind_label), [line for cell in found.answers for line in lines_of_cell(cell)]]
    if found.row.answer_in_label:
        places = [*_label_places(found.label, found.row, field), *places]
    chosen, seen = read_circled(places, field.choices, boxes=boxes)
    drawn = _drawn([found.label, *found.answers])
    unclear = chosen.unclear or drawn
    written = as_seen([line for place in places for line in place]) if unclear or len(chosen.codes) > 1 else ""
    beside = "" if unclear else "\n".join(filter(None, (remark_of(text_of(place)) for place in places)))
    return RawAnswer(text=written, chosen=chosen.codes, unclear=unclear, seen=seen, altered=drawn, beside=beside)


def _label_places(label: Cell, row: Row, field: Field) -> list[list[MarkedLine]]:
    """Where the label itself prints the options, as in "via virtual/face to face": its line less its other words."""
    lines = [line for line in lines_of(label.paragraphs) if line.text.strip()][:1]
    if not lines or not all(option.label in row.label for option in field.choices):
        return []
    return [[without_words(lines[0], row.label, [option.label for option in field.choices])]]


def yes_or_no(found: PlacedRow, habit: Habit) -> RawAnswer:
    """Yes or No in columns of their own."""
    yes, no = found.answers[:2]
    chosen, seen = read_yes_no(yes, no, habit, headed=found.headed)
    drawn = _drawn([yes, no])
    unclear = chosen.unclear or drawn
    written = written_yes_no(yes, no) if unclear or len(chosen.codes) > 1 else ""
    return RawAnswer(text=written, chosen=chosen.codes, unclear=unclear, seen=seen, altered=drawn)


def merged_yes_or_no(found: PlacedRow) -> RawAnswer:
    """Yes or No in one cell, the first. Where it is not known to take up both columns, only a word alone counts."""
    if len(found.answers) < 2 and not found.merged:
        lines = [line for cell in found.answers for line in lines_of(cell.paragraphs)]
        return RawAnswer(text=text_of(lines).strip(), unclear=True)
    lines = lines_of(found.answers[0].paragraphs)
    chosen, seen = read_merged(lines, whole=found.merged)
    doubtful = chosen.unclear or len(chosen.codes) > 1
    return RawAnswer(text=as_seen(lines) if doubtful else "", chosen=chosen.codes, unclear=chosen.unclear, seen=seen)


def circled_in_label(found: PlacedRow) -> str:
    """The label, where one of the words that it prints side by side ("employed/unemployed") is marked; else empty."""
    parts = found.row.label.split("/")
    lines = lines_of(found.label.paragraphs)
    if not any(mark & CIRCLING for line in lines for mark in line.marks):
        return ""
    options = [Choice(code=str(number), label=part) for number, part in enumerate(parts)]
    signs = read_looks(lines, options)
    return as_seen(lines) if signs.sets or signs.crossed else ""


def _drawn(cells: Sequence[Cell]) -> bool:
    return any(paragraph.shapes for cell in cells for paragraph in cell.paragraphs)
