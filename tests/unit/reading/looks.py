"""Lines with looks, by hand: ``line("virtual/", ("face to face", Mark.BOLD))``."""

from __future__ import annotations

from hsbdocs.model.transcript import Paragraph, Span
from hsbdocs.reading.lines import MarkedLine

Part = str | tuple[str, int]


def line(*parts: Part) -> MarkedLine:
    """One line of parts, each with its marks."""
    pairs = [part if isinstance(part, tuple) else (part, 0) for part in parts]
    return MarkedLine("".join(text for text, _ in pairs), tuple(mark for text, mark in pairs for _ in text))


def looking(*parts: Part) -> Paragraph:
    """One paragraph of parts, each a run of its own."""
    return Paragraph(tuple(Span(part) if isinstance(part, str) else Span(*part) for part in parts))
