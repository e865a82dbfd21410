"""The slides of an edition: what each says in few words, its notes, and parts of the pathway as drawings."""

from __future__ import annotations

import msgspec

from hsbdocs.documents.handout import CannotPrint, said_by
from hsbdocs.documents.handout_parts import Parts, Path
from hsbdocs.documents.issuer import area_of, issuer
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.pathway_chart import duties_of, pathway_part
from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.formats.chart.drawing import Drawing
from hsbdocs.formats.slides.view import DeckView, SlideLine, SlideTable, SlideView, Words
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.handout import HandoutCell, HandoutFrame
from hsbdocs.model.pathway_words import PathwayWords
from hsbdocs.model.slides import Slide
from hsbdocs.model.variant import READER, EditionOf, Variant


def slides_view(
    content: Content, document: Document, guidance: Guidance, wording: Wording = OWN, variant: Variant = READER
) -> DeckView:
    """The slides of an edition. Raises CannotPrint with everything that they name and cannot print."""
    printer = Printer(
        guidance, content.handout, wording, variant, said_by(document, variant.edition), forms=content.forms
    )
    deck = _Deck(content, document, printer, variant.edition)
    slides = deck.slides()
    if deck.parts.problems:
        raise CannotPrint(deck.parts.problems)
    return DeckView(slides=slides, foot=content.handout.status)


def slides_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """What the slides print of the guidance in any edition, errata explained among it. Raises CannotPrint."""
    used: set[str] = set()
    for edition in EditionOf:
        said = said_by(document, edition)
        printer = Printer(guidance, content.handout, said=said, forms=content.forms)
        deck = _Deck(content, document, printer, edition)
        deck.slides()
        if deck.parts.problems:
            raise CannotPrint(deck.parts.problems)
        list(printer.explained())
        used |= printer.used | deck.drawn
    return frozenset(used)


class _Deck:
    def __init__(self, content: Content, document: Document, printer: Printer, edition: EditionOf) -> None:
        self.content = content
        self.document = document
        self.printer = printer
        self.edition = edition
        self.parts = Parts(printer, document.numbers, content.handout, edition)
        self.drawn: set[str] = set()

    def slides(self) -> tuple[SlideView, ...]:
        """All of them; what is in doubt is known only once all are made, and stands where the document wants it."""
        made = [
            (slide, self._slide(slide, ("slides", at)))
            for at, slide in enumerate(self.document.slides)
            if slide.is_in(self.edition)
        ]
        first, *others = (self._explained(view) if slide.explained else view for slide, view in made)
        return (msgspec.structs.replace(first, logo=issuer(self.content, self.printer.variant).logo), *others)

    def _slide(self, slide: Slide, path: Path) -> SlideView:
        told = self.printer.unverified
        lines = [line for at, cell in enumerate(slide.lines) for line in self._cell(cell, (*path, "lines", at))]
        table = self._table(slide, path) if slide.rows else None
        if self.printer.unverified and not told:
            about = SlideLine((Words(self.content.handout.not_verified_about),))
            lines, table = (lines, _with(table, about)) if table else ([*lines, about], None)
        if slide.frame:
            lines += [SlideLine((Words(text),)) for text in self._frame(self.content.handout)]
        notes = [line for at, cell in enumerate(slide.notes) for line in self._cell(cell, (*path, "notes", at))]
        drawing = self._drawing(slide, path) if slide.steps else None
        return SlideView(
            layout=slide.layout.value,
            title=slide.title,
            lines=tuple(lines),
            table=table,
            drawing=drawing,
            alt=slide.alt,
            notes=tuple(line.text for line in notes),
        )

    def _table(self, slide: Slide, path: Path) -> SlideTable:
        rows = [
            tuple(tuple(self._cell(cell, (*path, "rows", number, at))) for at, cell in enumerate(row))
            for number, row in enumerate(slide.rows)
        ]
        return SlideTable(slide.columns, tuple(rows))

    def _cell(self, cell: HandoutCell, path: Path) -> list[SlideLine]:
        return [_line(line) for line in self.parts.cell(cell, path)]

    def _frame(self, frame: HandoutFrame) -> tuple[str, ...]:
        """What every document says of itself, and who it comes from."""
        said = issuer(self.content, self.printer.variant)
        area = area_of(self.content, self.printer.variant)
        stamp = frame.stamp.replace("{document}", self.document.id).replace("{version}", self.content.edition.version)
        own = (said.name, *said.lines) if said.name else ()
        edition = ". ".join(filter(None, (area, frame.edition)))
        return (*own, f"{frame.status} {frame.review}", edition, f"{frame.end} {stamp}")

    def _drawing(self, slide: Slide, path: Path) -> Drawing | None:
        guidance, words = self.printer.guidance, _words(self.content)
        if words is None:
            self.parts.problems.append(((*path, "steps"), "no document has the words around the pathway"))
            return None
        try:
            part = pathway_part(guidance, words, slide.steps, self.printer.wording)
        except ValueError as error:
            self.parts.problems.append(((*path, "steps"), f"cannot be drawn: {error}"))
            return None
        shown = [guidance.by_id[box.id] for box in part.boxes if box.id]
        self.drawn |= {step.id for step in shown} | {name for step in shown for name in duties_of(step, guidance)}
        return part

    def _explained(self, view: SlideView) -> SlideView:
        frame = self.content.handout
        lines = tuple(line.plain for line in self.printer.explained())
        said = (frame.queries, *lines) if lines else ()
        about = (frame.not_verified_about,) if self.printer.unverified else ()
        return msgspec.structs.replace(view, notes=(*view.notes, *said, *about))


def _words(content: Content) -> PathwayWords | None:
    """The words around the pathway stand in the document that prints all of it."""
    return next((document.pathway for document in content.documents.values() if document.pathway), None)


def _with(table: SlideTable, line: SlideLine) -> SlideTable:
    """The table with a line more in its last cell."""
    *rows, (*cells, last) = table.rows
    return SlideTable(table.columns, (*rows, (*cells, (*last, line))))


def _line(line: PrintedLine) -> SlideLine:
    return SlideLine(tuple(_pieces(line)), line.item)


def _pieces(line: PrintedLine) -> list[Words]:
    own = [Words(line.lead, bold=True), Words(line.text), Words(line.number, bold=True), Words(line.marks, quiet=True)]
    more = [words for each in line.more for words in _pieces(each)]
    return [words for words in (*own, *more) if words.text]
