"""A training document as a Word template takes it. Every name here may be used in a template, and no other."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hsbdocs.documents.issuer import issuer
from hsbdocs.documents.letterhead import Letterhead, letterhead
from hsbdocs.documents.lines import NotPrintable, Printer
from hsbdocs.documents.printed_line import PrintedLine, ShortLine
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.handout import NO_FRAME, HandoutCell, HandoutPart, Shape
from hsbdocs.model.variant import READER, EditionOf, Variant

Path = tuple[str | int, ...]


class HandoutRow(msgspec.Struct, frozen=True):
    """The lines of each cell."""

    cells: tuple[tuple[PrintedLine, ...], ...]


class HandoutTable(msgspec.Struct, frozen=True):
    """A table: words of its header row, what it holds (for a screen reader), and its rows."""

    heading: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[HandoutRow, ...]


class PartView(msgspec.Struct, frozen=True):
    """A part: of its six ways to look only one is filled. ``two`` and ``three`` are tables by their columns."""

    heading: str
    text: str
    new_page: bool
    notices: tuple[PrintedLine, ...] = ()
    paragraphs: tuple[PrintedLine, ...] = ()
    items: tuple[PrintedLine, ...] = ()
    lines: tuple[ShortLine, ...] = ()
    two: tuple[HandoutTable, ...] = ()
    three: tuple[HandoutTable, ...] = ()


class HandoutView(msgspec.Struct, frozen=True):
    """Everything that a training document's template can print."""

    title: str
    letterhead: Letterhead
    status: str
    review: str
    edition: str
    stamp: str
    parts: tuple[PartView, ...]
    queries: str
    explained: tuple[PrintedLine, ...]
    not_verified: str
    end: str


class CannotPrint(Exception):
    """What a document names and cannot print: each with its path in the document's file."""

    def __init__(self, problems: list[tuple[Path, str]]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem for _, problem in problems))


def handout_view(
    content: Content, document: Document, guidance: Guidance, wording: Wording = OWN, variant: Variant = READER
) -> HandoutView:
    """The view of a training document, in the words of ``wording``, as a reader's or a marked copy.

    Raises CannotPrint with everything that it names and cannot print.
    """
    frame = content.handout
    printer = Printer(guidance, frame, wording, variant)
    parts = parts_in(document, printer, variant.edition)
    explained = tuple(printer.explained())
    return HandoutView(
        title=document.title,
        letterhead=letterhead(issuer(content, variant)),
        status=frame.status,
        review=frame.review,
        edition=frame.edition,
        stamp=frame.stamp.replace("{document}", document.id).replace("{version}", content.edition.version),
        parts=parts,
        queries=frame.queries if explained else "",
        explained=explained,
        not_verified=frame.not_verified_about if printer.unverified else "",
        end=frame.end,
    )


def parts_in(document: Document, printer: Printer, edition: EditionOf) -> tuple[PartView, ...]:
    """The parts that an edition of a document prints. Raises CannotPrint with everything that it cannot print."""
    problems, parts = _printed(document, printer, edition)
    if problems:
        raise CannotPrint(problems)
    return parts


def printed_ids(document: Document, guidance: Guidance) -> set[str]:
    """The ids of everything in the guidance that a document prints, errata that it explains among them.

    Of a document made from a form, those of its parts. Raises CannotPrint.
    """
    printer = Printer(guidance, NO_FRAME)
    problems, _ = _printed(document, printer)
    if problems:
        raise CannotPrint(problems)
    list(printer.explained())
    return printer.used


def unprintable(document: Document, guidance: Guidance) -> list[tuple[Path, str]]:
    """What a document names and cannot print: the path in its file, and what is wrong. None for a sound one."""
    return _printed(document, Printer(guidance, NO_FRAME))[0]


def _printed(
    document: Document, printer: Printer, edition: EditionOf | None = None
) -> tuple[list[tuple[Path, str]], tuple[PartView, ...]]:
    """What is wrong, and the parts of an edition; of all without one."""
    parts = _Parts(printer)
    printed = [(n, part) for n, part in enumerate(document.parts) if edition is None or part.is_in(edition)]
    views = tuple(parts.view(part, ("parts", index)) for index, part in printed)
    return parts.problems, views


class _Parts:
    def __init__(self, printer: Printer) -> None:
        self.printer = printer
        self.problems: list[tuple[Path, str]] = []

    def view(self, part: HandoutPart, path: Path) -> PartView:
        lines = tuple(self._lines(part.ids, (*path, "ids")))
        rows = tuple(self._row(row, (*path, "rows", number)) for number, row in enumerate(part.rows))
        table = HandoutTable(part.heading, part.description, part.columns, rows)
        return PartView(
            heading=part.heading,
            text=self.printer.wording.of(part),
            new_page=part.new_page,
            notices=lines if part.shape is Shape.NOTICE else (),
            paragraphs=lines if part.shape is Shape.PARAGRAPHS else (),
            items=lines if part.shape is Shape.LIST else (),
            lines=tuple(_short(row) for row in rows) if part.shape is Shape.LINES else (),
            two=(table,) if part.shape is Shape.TABLE and len(part.columns) == 2 else (),
            three=(table,) if part.shape is Shape.TABLE and len(part.columns) == 3 else (),
        )

    def _row(self, row: tuple[HandoutCell, ...], path: Path) -> HandoutRow:
        return HandoutRow(tuple(tuple(self._cell(cell, (*path, index))) for index, cell in enumerate(row)))

    def _cell(self, cell: HandoutCell, path: Path) -> Iterator[PrintedLine]:
        if cell.no_phone_for:
            try:
                if self.printer.has_phone(cell.no_phone_for):
                    problem = f"{cell.no_phone_for} has a telephone number: print it, and take this key and text out"
                    self.problems.append(((*path, "no_phone_for"), problem))
            except NotPrintable as error:
                self.problems.append(((*path, "no_phone_for"), str(error)))
        text = self.printer.wording.of(cell)
        if text:
            yield PrintedLine(text=text)
        yield from self._lines(cell.ids, (*path, "ids"))
        if cell.no_phone_for:
            yield from self._lines(tuple(self.printer.added_phones(cell.no_phone_for)), (*path, "no_phone_for"))

    def _lines(self, ids: tuple[str, ...], path: Path) -> Iterator[PrintedLine]:
        for index, name in enumerate(ids):
            try:
                yield self.printer.line(name)
            except NotPrintable as error:
                self.problems.append(((*path, index), str(error)))


def _short(row: HandoutRow) -> ShortLine:
    """A row in one paragraph."""
    lead, said = row.cells
    parted = (msgspec.structs.replace(line, lead=f"{'; ' if at else ''}{line.lead}") for at, line in enumerate(said))
    return ShortLine(f"{'; '.join(line.plain for line in lead)}: ", tuple(parted))
