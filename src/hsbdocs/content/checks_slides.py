"""What the types cannot say of slides: each has a title of its own, notes, words for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from hsbdocs.content.places import Places, fault_at
from hsbdocs.content.plain import Steps
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.slides import Slide, SlideLayout

#: Slides of an hour, at least and at most.
FEWEST, MOST = 12, 18
_COLUMNS = 2
_Problem = tuple[str, Steps]


def check_slides(document: Document, places: Places) -> Iterator[Fault]:
    """Every fault of the slides of a document."""
    key = f"documents:{document.id}"
    many = len(document.slides)
    if document.slides and not FEWEST <= many <= MOST:
        yield fault_at(places, key, f"has {many} slides; {FEWEST} to {MOST} make an hour", "slides")
    titles: set[str] = set()
    for index, slide in enumerate(document.slides):
        problems = [*_every(slide, titles), *_OF_LAYOUT[slide.layout](slide)]
        for problem, path in problems:
            yield fault_at(places, key, problem, "slides", index, *path)
        titles.add(slide.title.casefold())
    if document.slides and not document.slides[-1].frame:
        problem = "the last slide says what every document says of itself: frame: true"
        yield fault_at(places, key, problem, "slides", many - 1, "frame")
    if document.slides and not any(slide.explained for slide in document.slides):
        yield fault_at(places, key, "no slide has explained: true, to say what is in doubt", "slides")


def _every(slide: Slide, titles: set[str]) -> Iterator[_Problem]:
    if not slide.title.strip():
        yield "needs a title", ("title",)
    elif slide.title.casefold() in titles:
        yield "another slide has this title: a screen reader cannot tell them apart", ("title",)
    if not slide.notes:
        yield "needs notes for whoever shows it", ("notes",)
    for cell, path in slide.cells:
        if not (cell.text or cell.bare or cell.ids or cell.numbers):
            yield "says nothing", path


def _text(slide: Slide) -> Iterator[_Problem]:
    if not (slide.lines or slide.frame):
        yield "needs lines", ("lines",)
    for name in ("columns", "rows", "steps", "alt"):
        if getattr(slide, name):
            yield f"a slide of this layout has no {name}", (name,)


def _table(slide: Slide) -> Iterator[_Problem]:
    if not slide.alt:
        yield "needs the key alt: a screen reader reads it out", ("alt",)
    if len(slide.columns) != _COLUMNS or not slide.rows:
        yield f"a table has {_COLUMNS} columns, and rows", ("columns",)
    for index, row in enumerate(slide.rows):
        if len(row) != _COLUMNS:
            yield f"has {len(row)} cells for {_COLUMNS} columns", ("rows", index)
    for name in ("lines", "steps"):
        if getattr(slide, name):
            yield f"a slide of this layout has no {name}", (name,)


def _pathway(slide: Slide) -> Iterator[_Problem]:
    if not slide.alt:
        yield "needs the key alt: a screen reader reads it out", ("alt",)
    if len(slide.steps) != _COLUMNS:
        yield "names the first and the last step that it draws", ("steps",)
    for name in ("lines", "columns", "rows"):
        if getattr(slide, name):
            yield f"a slide of this layout has no {name}", (name,)


_OF_LAYOUT: Mapping[SlideLayout, Callable[[Slide], Iterator[_Problem]]] = {
    SlideLayout.TITLE: _text,
    SlideLayout.TEXT: _text,
    SlideLayout.TABLE: _table,
    SlideLayout.PATHWAY: _pathway,
}
