"""The parts of a training document: entries of the guidance and words of its own, as a template takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from hsbdocs.documents.handout_views import HandoutRow, HandoutTable, PartView
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.printed_line import NotPrintable, PrintedLine, ShortLine
from hsbdocs.documents.queries import Row
from hsbdocs.documents.quiz import AnswerView, QuestionView, answer, question
from hsbdocs.model.handout import HandoutCell, HandoutFrame, HandoutPart, NumberLine, NumberLines, Shape
from hsbdocs.model.variant import EditionOf

Path = tuple[str | int, ...]
#: A short line is two cells: what it is for, and what it says.
_OF_A_LINE = 2
#: Shapes whose entries are questions of the quiz.
_QUIZ = (Shape.QUESTIONS, Shape.ANSWERS)


_Asked = TypeVar("_Asked", QuestionView, AnswerView)


class Parts:
    """Makes the parts of an edition, or of all editions without one; ``problems`` are what it could not print."""

    def __init__(
        self, printer: Printer, numbers: tuple[NumberLines, ...], frame: HandoutFrame, edition: EditionOf | None
    ) -> None:
        self.printer = printer
        self.numbers = {each.name: each for each in numbers}
        self.frame = frame
        self.edition = edition
        self.problems: list[tuple[Path, str]] = []
        self._asked = 0

    def view(self, part: HandoutPart, path: Path) -> PartView:
        told = self.printer.unverified
        self._said(part.says, path)
        marks = self.printer.queries.said(part.says)
        ids = () if part.shape in _QUIZ else part.ids
        lines = (*self._lines(ids, (*path, "ids"), short=part.short), *self._numbers(part.numbers))
        headers = part.headers(self.edition) if part.shape is Shape.TABLE else dict.fromkeys(range(_OF_A_LINE), "")
        rows = tuple(
            self._row({index: row[index] for index in headers if index < len(row)}, (*path, "rows", number))
            for number, row in enumerate(part.rows)
        )
        table = HandoutTable(part.heading, part.description, tuple(headers.values()), rows)
        tables = {len(headers): (table,)} if part.shape is Shape.TABLE else {}
        return PartView(
            heading=part.heading,
            text=self.printer.wording.of(part),
            new_page=part.new_page,
            marks=marks,
            notices=lines if part.shape is Shape.NOTICE else (),
            paragraphs=lines if part.shape is Shape.PARAGRAPHS else (),
            items=lines if part.shape is Shape.LIST else (),
            lines=tuple(_short(row) for row in rows) if part.shape is Shape.LINES else (),
            two=tables.get(2, ()),
            three=tables.get(3, ()),
            questions=tuple(self._of_quiz(part, path, question)) if part.shape is Shape.QUESTIONS else (),
            answers=tuple(self._of_quiz(part, path, answer)) if part.shape is Shape.ANSWERS else (),
            not_verified=self.frame.not_verified_about if self.printer.unverified and not told else "",
        )

    def _of_quiz(self, part: HandoutPart, path: Path, make: Callable[[Printer, str, int], _Asked]) -> Iterator[_Asked]:
        """The questions of a part, or their answers, with numbers that run through the document."""
        for index, name in enumerate(part.ids):
            self._asked += 1
            try:
                yield make(self.printer, name, self._asked)
            except NotPrintable as error:
                self.problems.append(((*path, "ids", index), str(error)))

    def _row(self, cells: dict[int, HandoutCell], path: Path) -> HandoutRow:
        row = Row()
        printed = [list(self._cell(cell, (*path, index), row)) for index, cell in cells.items()]
        sign = self.printer.queries.sign_of(row)
        if sign and printed[0]:
            head = printed[0][-1]
            printed[0][-1] = msgspec.structs.replace(head, marks=f"{head.marks}{sign}")
        return HandoutRow(tuple(tuple(lines) for lines in printed))

    def cell(self, cell: HandoutCell, path: Path, row: Row | None = None) -> tuple[PrintedLine, ...]:
        """What a cell prints by itself."""
        return tuple(self._cell(cell, path, row))

    def _cell(self, cell: HandoutCell, path: Path, row: Row | None) -> Iterator[PrintedLine]:
        self._no_phone(cell.no_phone_for, path)
        self._said(cell.says, path)
        text = self.printer.wording.of(cell)
        if text:
            yield PrintedLine(text=text, marks=self.printer.queries.said(cell.says))
        yield from self._lines(cell.bare, (*path, "bare"), row, bare=True, short=cell.short)
        yield from self._lines(cell.ids, (*path, "ids"), row, short=cell.short)
        yield from self._numbers(cell.numbers, row)
        yield from self._lines(tuple(self.printer.added_phones(cell.no_phone_for)), (*path, "no_phone_for"), row)
        yield from self._lines(tuple(self.printer.added_for(cell.added_for)), (*path, "added_for"), row)

    def _numbers(self, name: str, row: Row | None = None) -> Iterator[PrintedLine]:
        """Lines on whom to ring."""
        if name not in self.numbers:
            return
        at = list(self.numbers).index(name)
        for index, line in enumerate(self.numbers[name].lines):
            if line.is_in(self.edition):
                yield from self._number_line(line, ("numbers", at, "lines", index), row)

    def _number_line(self, line: NumberLine, path: Path, row: Row | None) -> Iterator[PrintedLine]:
        """A line, and one for each number that the partnerships added for whoever has none in it."""
        pieces = []
        added: list[str] = []
        for index, number in enumerate(line.numbers):
            at = (*path, "numbers", index)
            self._no_phone(number.no_phone_for, at)
            self._said(number.says, at)
            added += self.printer.added_phones(number.no_phone_for)
            try:
                pieces.append(self.printer.number(number, row))
            except NotPrintable as error:
                self._tell((*at, "point"), str(error))
        yield PrintedLine(lead=f"{self.printer.wording.of(line)} ", more=tuple(pieces))
        yield from self._lines(tuple(added), path, row)

    def _tell(self, path: Path, problem: str) -> None:
        """Once, however many cells print the same numbers."""
        if (path, problem) not in self.problems:
            self.problems.append((path, problem))

    def _no_phone(self, contact: str, path: Path) -> None:
        """That a contact of which a text says that it has no telephone number has none."""
        try:
            if contact and self.printer.has_phone(contact):
                problem = f"{contact} has a telephone number: print it, and take this key and text out"
                self._tell((*path, "no_phone_for"), problem)
        except NotPrintable as error:
            self._tell((*path, "no_phone_for"), str(error))

    def _said(self, errata: tuple[str, ...], path: Path) -> None:
        """That what a text says of an erratum is still open."""
        for index, name in enumerate(errata):
            if not self.printer.queries.still_open(name):
                self._tell((*path, "says", index), f"{name} is no erratum that is open: look at the text again")

    def _lines(
        self, ids: tuple[str, ...], path: Path, row: Row | None = None, *, bare: bool = False, short: bool = False
    ) -> Iterator[PrintedLine]:
        for index, name in enumerate(ids):
            try:
                if bare:
                    yield self.printer.bare(name, row, short=short)
                else:
                    yield from self.printer.lines(name, row, short=short)
            except NotPrintable as error:
                self.problems.append(((*path, index), str(error)))


def _short(row: HandoutRow) -> ShortLine:
    """A row in one paragraph."""
    lead, said = row.cells
    parted = (msgspec.structs.replace(line, lead=f"{'; ' if at else ''}{line.lead}") for at, line in enumerate(said))
    return ShortLine(f"{'; '.join(line.plain for line in lead)}: ", tuple(parted))
