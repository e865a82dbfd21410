"""How many lines a text takes in a column."""

from __future__ import annotations

import pytest

from hsbdocs.formats.excel.lines import lines_in


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("0123456789", 11, 1),
        ("0123456789", 10, 2),  # it would just fit, and programs measure a little differently
        ("0123456789 0123456789", 11, 2),
        ("01234567890123456789", 11, 2),
        ("one\ntwo\n\nthree", 24, 4),
        ("a", 1, 1),
        ("abc", 0, 3),
        ("iiii iiii iiii iiii iiii", 24, 1),
        ("MMMM MMMM MMMM MMMM MMMM", 24, 2),
        ("word " * 40, 10, 20),
    ],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert lines_in(text, width, bold=False) == lines


def test_bold_takes_more_room() -> None:
    text = "0123456789 0123456789"
    assert (lines_in(text, 22, bold=False), lines_in(text, 22, bold=True)) == (1, 2)


def test_a_wider_column_never_takes_more_lines() -> None:
    text = "What was seen or heard, when, and who told you. " * 5
    counts = [lines_in(text, width, bold=False) for width in range(1, 120)]
    assert counts == sorted(counts, reverse=True)
