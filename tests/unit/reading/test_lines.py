"""Paragraphs as lines of characters, each with its look."""

from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span
from hsbdocs.reading.lines import MarkedLine, lines_of, lines_of_cell, text_of
from tests.unit.reading.looks import line, looking


def test_each_character_keeps_its_look() -> None:
    assert lines_of([looking("ab", ("cd", Mark.BOLD)), looking("e")]) == [
        MarkedLine("abcd", (0, 0, 1, 1)),
        MarkedLine("e", (0,)),
    ]


def test_a_break_parts_lines_as_a_paragraph_does() -> None:
    paragraph = looking("a\nbc", ("d\r\ne\rf", Mark.BOLD))
    assert lines_of([paragraph]) == [line("a"), line("bc", ("d", 1)), line(("e", 1)), line(("f", 1))]


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert lines_of([Paragraph(()), looking("a\n")]) == [line(), line("a"), line()]


def test_hidden_text_is_left_out() -> None:
    hidden = Span("gone", Mark.HIDDEN | Mark.BOLD)
    assert lines_of([Paragraph((Span("a"), hidden, Span("b", Mark.BOLD)))]) == [line("a", ("b", Mark.BOLD))]


def test_in_a_coloured_cell_everything_is_shaded() -> None:
    blocks = (looking("a", ("b", Mark.BOLD)),)
    assert lines_of_cell(Cell(blocks)) == [line("a", ("b", Mark.BOLD))]
    assert lines_of_cell(Cell(blocks, fill="FFFF00")) == [line(("a", Mark.SHADED), ("b", Mark.BOLD | Mark.SHADED))]


def test_a_part_of_a_line() -> None:
    whole = line("ab", ("cd", Mark.BOLD))
    assert whole.part(1, 3) == line("b", ("c", Mark.BOLD))
    assert whole.part(2) == line(("cd", Mark.BOLD))


def test_lines_as_text() -> None:
    assert text_of([line("a"), line(("b", Mark.BOLD))]) == "a\nb"
