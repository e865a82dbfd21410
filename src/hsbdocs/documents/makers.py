"""Entries that are not printed as most are, by kind: how their line is made, and the lines of what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from hsbdocs.documents.printed_line import NotPrintable, PrintedLine
from hsbdocs.documents.queries import Row
from hsbdocs.model.guidance import (
    Block,
    Erratum,
    Link,
    NamedList,
    Point,
    PointKind,
    QuizItem,
    Vignette,
    needs_no_check,
    places_of,
    verified,
)
from hsbdocs.model.of_form import of_form

if TYPE_CHECKING:
    from hsbdocs.documents.lines import Printer

_NO_BREAK = "\u00a0"
#: What the options of a question are called, in their order.
LETTERS = "ABCD"


# ---- Lines -------------------------------------------------------------------------------------


def _point(printer: Printer, point: Point, row: Row | None, _: bool) -> PrintedLine:
    """Whose it is, and the way itself."""
    contact = printer.take(printer.contacts[point.id].id)
    value, lost = value_of(printer, point)
    section = printer.section_of(point)
    if point.kind is PointKind.HOURS:
        return PrintedLine(text=value, marks=printer.marks(section, point.refs, row))
    unsure = not (lost or needs_no_check(point) or verified(point, printer.guidance))
    marks = printer.marks(section, (*point.refs, *contact.refs), row, unsure=unsure)
    if point.kind is PointKind.PHONE:
        return PrintedLine(lead=f"{contact.name}: ", number=value.replace(" ", _NO_BREAK), marks=marks)
    return PrintedLine(lead=f"{contact.name}: ", text=value, marks=marks)


def value_of(printer: Printer, point: Point) -> tuple[str, bool]:
    """What is printed of a way to reach somebody, and whether the source lost it."""
    value, lost = point.value, False
    if point.link:
        link: Link = printer.take(point.link)
        lost = link.is_lost and not value
        value = value or (printer.frame.lost if lost else link.target)
    return (f"{value}, {point.note}" if point.note else value), lost


def _link(printer: Printer, link: Link, row: Row | None, _: bool) -> PrintedLine:
    """What it is about, and its address."""
    unsure = not link.is_lost and link.last_verified is None
    address = printer.frame.lost if link.is_lost else link.target
    sections = ", ".join(dict.fromkeys(place.partition(" L")[0] for place in places_of(link.source)))
    marks = printer.marks(sections, link.refs, row, unsure=unsure)
    return PrintedLine(lead=f"{link.text or link.about}: ", text=address, marks=marks)


def _block(printer: Printer, block: Block, row: Row | None, short: bool) -> PrintedLine:
    """Its title and text; where a form says it instead, how the form heads it."""
    words = printer.wording.short(block) if short else printer.wording.of(block)
    said = of_form(block, printer.forms)
    if block.form and said is None:
        raise NotPrintable(f"{block.id} is said by {block.form}, which is not there")
    head = block.title or (said.head if said else "")
    text = " ".join(filter(None, (words, f"{said.where}." if said else "")))
    between = " " if head.endswith(("?", ".", ":")) else ": "
    lead = f"{head}{between if text else ''}" if head else ""
    return PrintedLine(lead=lead, text=text, marks=printer.marks_of(block, row))


def _erratum(printer: Printer, erratum: Erratum, row: Row | None, _: bool) -> PrintedLine:
    """What is in doubt, in plain words: a reader's copy that prints it needs no sign for it."""
    if not printer.queries.still_open(erratum.id):
        raise NotPrintable(f"{erratum.id} is settled, or of a class that nobody has to settle: take it out")
    words = printer.wording.of(erratum)
    section = places_of(erratum.source)[0].partition(" L")[0]
    return PrintedLine(text=words, marks=printer.marks(section, (erratum.id,), row))


def _vignette(printer: Printer, vignette: Vignette, row: Row | None, _: bool) -> PrintedLine:
    """The case, and before it that it is invented: no document can leave that out."""
    marks = printer.queries.beside(vignette.refs, row)
    return PrintedLine(lead=f"{printer.frame.invented}: ", text=printer.wording.of(vignette), marks=marks)


def _quiz_item(printer: Printer, item: QuizItem, _: Row | None, __: bool) -> PrintedLine:
    """The question by itself; one that is blocked is refused."""
    refuse_blocked(printer, item)
    return PrintedLine(text=printer.wording.of(item))


def refuse_blocked(printer: Printer, item: QuizItem) -> None:
    """Raises NotPrintable for a question whose answer hangs on an erratum that nobody has settled."""
    blocking = [erratum for erratum in item.blocked_by if printer.queries.still_open(erratum)]
    if blocking:
        raise NotPrintable(f"{item.id} is blocked by {', '.join(blocking)}, which nobody has settled: take it out")


# ---- What they hold ----------------------------------------------------------------------------


def _parts(printer: Printer, block: Block, _: Row | None, __: bool) -> Iterator[PrintedLine]:
    """What a paragraph counts off, and what the form says in its place."""
    said = of_form(block, printer.forms)
    yield from (PrintedLine(text=text) for text in (*block.parts, *(said.lines if said else ())))


def _items(printer: Printer, named: NamedList, row: Row | None, short: bool) -> Iterator[PrintedLine]:
    """Its items, and those of a list within it, in the order of the source; the section stands on the line above."""
    names = {named.id, *(other.id for other in printer.guidance.lists if other.within == named.id)}
    for block in printer.guidance.blocks():
        if block.list in names:
            printer.take(block.id)
            lead = f"{block.title}: " if block.title else ""
            marks = printer.queries.beside(block.refs, row)
            words = printer.wording.short(block) if short else printer.wording.of(block)
            yield PrintedLine(lead=lead, text=" ".join((words, *block.parts)), marks=marks)


def _questions(_: Printer, vignette: Vignette, __: Row | None, ___: bool) -> Iterator[PrintedLine]:
    yield from (PrintedLine(text=question) for question in vignette.questions)


def _choices(_: Printer, item: QuizItem, __: Row | None, ___: bool) -> Iterator[PrintedLine]:
    yield from (PrintedLine(text=text) for text in lettered(item))


def lettered(item: QuizItem, *, right: bool = False) -> Iterator[str]:
    """The options of a question with their letters; with ``right`` those alone that are."""
    for letter, option in zip(LETTERS, item.options, strict=False):
        if option.right or not right:
            yield f"{letter}. {option.text}"


#: How the line of an entry is made, where it is not made as most are.
MAKERS: dict[type, Callable[[Printer, Any, Row | None, bool], PrintedLine]] = {
    Point: _point,
    Link: _link,
    Block: _block,
    Erratum: _erratum,
    Vignette: _vignette,
    QuizItem: _quiz_item,
}
#: The lines of what an entry holds, below its own.
HELD: dict[type, Callable[[Printer, Any, Row | None, bool], Iterator[PrintedLine]]] = {
    Block: _parts,
    NamedList: _items,
    Vignette: _questions,
    QuizItem: _choices,
}
