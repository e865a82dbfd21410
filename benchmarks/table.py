"""Plain tables that read well on a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table: the first column to the left, the others to the right, but text behind figures to the left."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lefts = [any(not _figure(row[at]) for row in rows) for at in range(len(head))]
    rule = [f"{'-' * width}" if left else f"{'-' * (width - 1)}:" for width, left in zip(widths, lefts, strict=True)]
    return [_line(head, widths, lefts), _line(rule, widths, lefts), *(_line(row, widths, lefts) for row in rows)]


def _figure(text: str) -> bool:
    return not text or text[0].isdigit() or text[0] in "+-<"


def _line(cells: Sequence[str], widths: Sequence[int], lefts: Sequence[bool]) -> str:
    padded = [
        f"{cell:<{width}}" if left else f"{cell:>{width}}"
        for cell, width, left in zip(cells, widths, lefts, strict=True)
    ]
    return f"| {' | '.join(padded)} |"
