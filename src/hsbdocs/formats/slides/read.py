"""A presentation read again: every text that stands on its slides and in their notes, in the order of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation


def texts_of(data: bytes) -> list[str]:
    """Of each slide all its words, those of its notes among them, on one line."""
    deck = Presentation(io.BytesIO(data))
    return [" ".join(" ".join(_of_slide(slide)).split()) for slide in deck.slides]


def _of_slide(slide: Any) -> Iterator[str]:
    yield from (text for shape in slide.shapes for text in _of_shape(shape))
    if slide.has_notes_slide:
        yield from (paragraph.text for paragraph in slide.notes_slide.notes_text_frame.paragraphs)


def _of_shape(shape: Any) -> Iterator[str]:
    if shape.shape_type is not None and hasattr(shape, "shapes"):
        yield from (text for inner in shape.shapes for text in _of_shape(inner))
    if getattr(shape, "has_table", False):
        for row in shape.table.rows:
            yield from (paragraph.text for cell in row.cells for paragraph in cell.text_frame.paragraphs)
    if getattr(shape, "has_text_frame", False):
        yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
