"""A presentation that was just made, read again: what is not on its slides is the author's mistake, in the template."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.formats.slides.read import texts_of
from hsbdocs.formats.slides.view import DeckView, SlideView
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault


def not_shown(document: Document, view: DeckView, data: bytes) -> Iterator[Fault]:
    """What a slide or its notes should say and do not."""
    for number, (slide, said) in enumerate(zip(view.slides, texts_of(data), strict=True), 1):
        for text in (*_texts(slide), view.foot):
            if " ".join(text.split()) not in said:
                yield Fault(document.template, 0, text[:60], f"is not on slide {number}")


def _texts(slide: SlideView) -> Iterator[str]:
    yield slide.title
    yield from (line.text for line in slide.lines)
    yield from slide.notes
    if slide.table is not None:
        yield from slide.table.columns
        yield from (line.text for row in slide.table.rows for cell in row for line in cell)
    if slide.drawing is not None:
        yield from (" ".join(line.text for line in box.lines) for box in slide.drawing.boxes)
