"""A label, and what stands in its cell besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hsbdocs.model.transcript import Cell, Paragraph, Span
from hsbdocs.reading.lines import Line
from hsbdocs.reading.ticks import option_pattern
from hsbdocs.reading.words import label_words

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=128)
def label_pattern(label: str) -> re.Pattern[str]:
    """The label at the start of a text, its number or not, and the signs that end it."""
    words = [re.escape(word) for word in _WORD.findall(label)]
    number = rf"(?:{words.pop(0)}\W+)?" if len(words) > 1 and words[0].isdecimal() else ""
    label_part = rf"(?P<label>{number}" + r"\W+".join(words) + r")(?!\w)(?P<end>[):.?\s]*)"
    return re.compile(r"\W*" + label_part, re.IGNORECASE)


def after_label(cell: Cell, spellings: Sequence[str]) -> list[Paragraph]:
    """What follows the label in its own cell, on the label's line or below."""
    paragraphs = cell.paragraphs
    first = next((at for at, paragraph in enumerate(paragraphs) if paragraph.text.strip()), len(paragraphs))
    below = paragraphs[first + 1 :]
    line = paragraphs[first].text if first < len(paragraphs) else ""
    match = next((found for label in spellings if (found := label_pattern(label).match(line))), None)
    rest = _cut(paragraphs[first], match.end()) if match else None
    return [rest, *below] if rest is not None and rest.text.strip() else below


def _cut(paragraph: Paragraph, start: int) -> Paragraph:
    """The paragraph from a character on."""
    spans = []
    for span in paragraph.spans:
        if start < len(span.text):
            spans.append(Span(span.text[start:], span.marks, span.control))
        start = max(0, start - len(span.text))
    return Paragraph(tuple(spans), paragraph.pictures, paragraph.shapes, paragraph.deleted)


def without_words(line: Line, label: str, options: Sequence[str]) -> Line:
    """The line with the label's own words blanked, those of the options apart; it keeps its length."""
    kept = [match.span() for match in (option_pattern(option).search(line.text) for option in options) if match]
    own = set(label_words(label))
    text = [" " if sign in "():." else sign for sign in line.text]
    for match in _WORD.finditer(line.text):
        inside = any(start <= match.start() < end for start, end in kept)
        if not inside and own.issuperset(words := label_words(match[0])) and words:
            text[match.start() : match.end()] = " " * len(match[0])
    return Line("".join(text), line.marks)
