"""What the types cannot say of the parts of a document: they hold what their shape needs, tables add up.

Whether the ids exist is seen when the guidance is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsbdocs.content.places import Places, fault_at
from hsbdocs.content.plain import Steps
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.handout import HandoutCell, HandoutFrame, HandoutPart, Number, NumberLine, Shape
from hsbdocs.model.variant import EditionOf

#: As many columns, in every edition, as a template has tables for, and as many cells as a short line has.
COLUMNS = (2, 3)
_OF_A_LINE = 2

#: What is filled into the texts of handout.yaml.
FILLED = {"stamp": ("document", "version")}
_PLACE = re.compile(r"\{(\w*)\}")


def check_made_of_parts(document: Document, places: Places) -> Iterator[Fault]:
    """What is wrong with a document that is made from parts, apart from the parts."""
    key = f"documents:{document.id}"
    if document.form is not None:
        yield fault_at(places, key, "this kind of document is made from parts, not from a form", "form")
    if not document.parts:
        yield fault_at(places, key, "this kind of document needs parts", "parts")


def check_made_of_slides(document: Document, places: Places) -> Iterator[Fault]:
    """What is wrong with a document that is made from slides, apart from the slides."""
    key = f"documents:{document.id}"
    for name in ("form", "parts", "parts_of"):
        if getattr(document, name):
            yield fault_at(places, key, f"this kind of document is made from slides: it has no {name}", name)
    if not document.slides:
        yield fault_at(places, key, "this kind of document needs slides", "slides")


def check_front(document: Document, places: Places) -> Iterator[Fault]:
    """Parts that cannot stand before a form's sections: its tables are what answers are read from."""
    for index, part in enumerate(document.parts):
        key = f"documents:{document.id}"
        if part.shape is Shape.TABLE:
            yield fault_at(places, key, "a form prints no table before its own: use lines", "parts", index, "shape")
        if part.new_page:
            yield fault_at(places, key, "a form begins no page before its sections", "parts", index, "new_page")


def check_parts(document: Document, places: Places) -> Iterator[Fault]:
    """Every fault of the parts of a document, be it made from them or print them before a form's sections."""
    key = f"documents:{document.id}"
    for index, part in enumerate(document.parts):
        for problem, path in _part(part):
            yield fault_at(places, key, problem, "parts", index, *path)
    for problem, path in _numbers(document):
        yield fault_at(places, key, problem, *path)
    for problem, path in _ids(document):
        yield fault_at(places, key, problem, *path, "id", code=CheckCode.ID)


def check_frame(frame: HandoutFrame, places: Places) -> Iterator[Fault]:
    """Texts of handout.yaml that lack what they stand for, or name what there is not."""
    for name in frame.__struct_fields__:
        text = getattr(frame, name)
        named = set(_PLACE.findall(text))
        wanted = set(FILLED.get(name, ()))
        if not text:
            yield fault_at(places, "handout.yaml", "is empty", name)
        for place in sorted(wanted - named):
            yield fault_at(places, "handout.yaml", f"does not say {{{place}}}", name)
        for place in sorted(named - wanted):
            yield fault_at(places, "handout.yaml", f"{{{place}}} cannot be filled in here", name)


def _ids(document: Document) -> Iterator[tuple[str, Steps]]:
    """Each text has an id that begins with the document's, so that no other in the content can be the same."""
    seen: set[str] = set()
    for holder, path in _texts(document):
        if bool(holder.text) is not bool(holder.id):
            yield f"a text has an id, such as {document.id}.t01, and only a text has one", path
        elif holder.id and not re.fullmatch(rf"{re.escape(document.id)}\.t\d\d", holder.id):
            yield f"{holder.id!r} is not an id here: {document.id}.t01", path
        elif holder.id in seen:
            yield f"the id {holder.id} is taken already", path
        seen |= {holder.id} - {""}


def _numbers(document: Document) -> Iterator[tuple[str, Steps]]:
    """Lists of numbers: each has a name of its own and is printed, and what cells print is there."""
    names = [numbers.name for numbers in document.numbers]
    own = [] if document.numbers_of else names
    holders: list[tuple[HandoutPart | HandoutCell, Steps]] = list(_cells(document))
    holders += [(part, ("parts", index)) for index, part in enumerate(document.parts)]
    printed = {holder.numbers for holder, _ in holders}
    for index, name in enumerate(own):
        if name in names[:index]:
            yield f"the name {name} is taken already", ("numbers", index, "name")
        elif name not in printed:
            yield f"nothing prints the numbers {name}", ("numbers", index, "name")
        for number, line in enumerate(document.numbers[index].lines):
            for place, each in enumerate(line.numbers):
                if not (each.text or each.point):
                    yield "says nothing", ("numbers", index, "lines", number, "numbers", place)
    for holder, path in holders:
        if holder.numbers and holder.numbers not in names:
            yield f"there are no numbers of the name {holder.numbers}", (*path, "numbers")


def _cells(document: Document) -> Iterator[tuple[HandoutCell, Steps]]:
    for index, part in enumerate(document.parts):
        for number, row in enumerate(part.rows):
            for column, cell in enumerate(row):
                yield cell, ("parts", index, "rows", number, column)
    for index, slide in enumerate(document.slides):
        for cell, path in slide.cells:
            yield cell, ("slides", index, *path)


def _texts(document: Document) -> Iterator[tuple[HandoutPart | HandoutCell | NumberLine | Number, Steps]]:
    """Whatever can hold a text of our own."""
    for index, numbers in enumerate(() if document.numbers_of else document.numbers):
        for number, line in enumerate(numbers.lines):
            yield line, ("numbers", index, "lines", number)
            for place, each in enumerate(line.numbers):
                yield each, ("numbers", index, "lines", number, "numbers", place)
    for index, part in enumerate(document.parts):
        yield part, ("parts", index)
    yield from _cells(document)


def _part(part: HandoutPart) -> Iterator[tuple[str, Steps]]:
    if part.new_page and not part.heading:
        yield "a part that begins a page needs a heading", ("new_page",)
    if part.says and not part.text:
        yield "needs a text that says them", ("says",)
    if bool(part.answers_of) is not (part.shape is Shape.ANSWERS):
        yield "answers name the document that asks in answers_of, and nothing else does", ("answers_of",)
    yield from _SHAPES.get(part.shape, _running)(part)


def _running(part: HandoutPart) -> Iterator[tuple[str, Steps]]:
    """A part that is no table."""
    if not (part.ids or part.text or part.numbers):
        yield "prints nothing: give it ids or text", ("ids",)
    for name in ("columns", "rows", "description"):
        if getattr(part, name):
            yield "only a table has this key", (name,)


def _table(part: HandoutPart) -> Iterator[tuple[str, Steps]]:
    for name in ("heading", "description", "rows"):
        if not getattr(part, name):
            yield f"a table needs the key {name}: a screen reader reads it out", (name,)
    if part.ids:
        yield "a table prints ids in its cells", ("ids",)
    wrong = [edition for edition in EditionOf if part.is_in(edition) and len(part.headers(edition)) not in COLUMNS]
    if wrong:
        yield f"a table has {' or '.join(map(str, COLUMNS))} columns here, and not in: {', '.join(wrong)}", ("columns",)
    for number, row in enumerate(part.rows):
        if len(row) != len(part.columns):
            yield f"has {len(row)} cells for {len(part.columns)} columns", ("rows", number)
        for index, cell in enumerate(row):
            yield from ((problem, ("rows", number, index, *path)) for problem, path in _cell(cell))


def _lines(part: HandoutPart) -> Iterator[tuple[str, Steps]]:
    """A part of short lines."""
    for name in ("columns", "description", "ids"):
        if getattr(part, name):
            yield "short lines have rows, and not this key", (name,)
    if not part.rows:
        yield "short lines need the key rows", ("rows",)
    for number, row in enumerate(part.rows):
        if len(row) != _OF_A_LINE:
            yield f"a short line has {_OF_A_LINE} cells: what it is for, and what it says", ("rows", number)
        for index, cell in enumerate(row):
            yield from ((problem, ("rows", number, index, *path)) for problem, path in _cell(cell))


#: What asks whether a part holds what its shape needs.
_SHAPES = {Shape.TABLE: _table, Shape.LINES: _lines}


def _cell(cell: HandoutCell) -> Iterator[tuple[str, Steps]]:
    if not (cell.text or cell.bare or cell.ids or cell.numbers):
        yield "an empty cell says nothing: write what is not there", ()
    for name in ("no_phone_for", "says", "added_for"):
        if getattr(cell, name) and not cell.text:
            yield "needs a text that says so", (name,)
