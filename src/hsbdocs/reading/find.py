"""Goes through a file and finds the form's rows in it, whatever tables they stand in.

Labels are looked for where people leave them: in the first or second cell, in a table inside a cell, two labels with
their answers side by side. A table's own heading of columns says which one is Yes and which one is No.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from hsbdocs.model.form import Form, Layout, Row
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Table, Transcript
from hsbdocs.reading.columns import Columns, Heading, by_heading, names_yes_or_no, read_heading, unknown
from hsbdocs.reading.headed import headed, one_answer
from hsbdocs.reading.index import FormIndex, index_of
from hsbdocs.reading.labels import before_label, beside, goes_on, typed_behind
from hsbdocs.reading.match import Match, match
from hsbdocs.reading.missing import claims, drop_labels_as_answers, is_seen
from hsbdocs.reading.rows import ChangedHeading, Foreign, HeadedRow, Item, PlacedRow
from hsbdocs.reading.strays import with_options, without_strays
from hsbdocs.reading.words import key

#: A row of the form with no more cells than this is no heading of columns.
_NARROW = 3
#: The cells of the answer behind the label's cell; what stands further on may be another row's label.
_WIDTHS = {Layout.LABEL_ANSWER: 1, Layout.ONE_CELL: 0, Layout.YES_NO_DETAILS: 3}


def find_rows(transcript: Transcript, form: Form) -> list[Item]:
    """Everything that stands in the body, in order: paragraphs outside the tables, rows found, rows of others."""
    finder = _Finder(form, transcript.marks)
    finder.blocks(transcript.blocks)
    finder.claim()
    return with_options(without_strays(finder.items, form))


class _Place(msgspec.Struct, frozen=True):
    """The table at hand, its number, and what is above a row in it.

    ``odd``: a heading that is not understood; ``started``: rows with Yes and No were met in the table.
    """

    number: int = 0
    table: Table = Table(())
    heading: Heading | None = None
    odd: bool = False
    started: bool = False


class _Finder:
    def __init__(self, form: Form, marks: int) -> None:
        self._marks = marks
        self.items: list[Item] = []
        self._index: FormIndex = index_of(form)
        self._tables = 0
        self._place = _Place()
        self._used: Heading | None = None  # of an earlier table
        #: For each row of others, by its number among the items: its place, and the heading of an earlier table.
        self._above: dict[int, tuple[_Place, Heading | None]] = {}

    def blocks(self, blocks: Sequence[Paragraph | Table]) -> None:
        """Look through paragraphs and tables; behind a table in a cell, the table around it goes on."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self.items.append(block)
            else:
                around = self._place
                self._tables += 1
                self._place = _Place(self._tables, block)
                table = headed(block, self._index.form)
                for number, sorted_row in enumerate(table.rows):
                    if number == table.heading:
                        self._known_heading(sorted_row, table.reworded)
                    else:
                        self._row(sorted_row)
                self._place = around

    def _known_heading(self, heading: HeadedRow, reworded: Sequence[str]) -> None:
        """The heading by which the columns were sorted: what the form does not print there is kept."""
        for name, cell in zip(heading.names, heading.cells, strict=False):
            if name in reworded:
                self.items.append(ChangedHeading(name, cell.text.strip()))
        foreign = tuple(cell for _, cell in heading.extra if cell.text.strip())
        if foreign:
            self.items.append(Foreign(foreign, sheet=self._place.table.sheet))

    def _row(self, sorted_row: HeadedRow) -> None:
        sorted_row = self._in_order(sorted_row)
        cells = sorted_row.cells
        found = self._seen_match(cells)
        if found and (sorted_row.names or self._index.layout_of[found.row.key] is Layout.YES_NO_DETAILS):
            self._place = replace(self._place, started=True)
            self._found(found, sorted_row)
        elif (found is None or len(cells) > _NARROW) and self._is_heading(cells):
            pass
        elif found:
            self._place = replace(self._place, odd=False)
            self._found(found, sorted_row)
        elif inner := list(self._forms_inside(cells)):
            self._inside(cells, inner)
        else:
            self._other(sorted_row)

    def _seen_match(self, cells: Sequence[Cell]) -> Match | None:
        """The form's row that the cells are, unless its label is hidden."""
        found = match(cells, self._index)
        hidden = found is not None and self._marks & Mark.HIDDEN and not is_seen(cells[found.at])
        return None if hidden else found

    def _inside(self, cells: Sequence[Cell], forms: Sequence[Cell]) -> None:
        """A row in some of whose cells stand tables with rows of the form."""
        for cell in cells:
            if cell in forms:
                self.blocks(cell.blocks)
            else:
                self.items.append(Foreign((cell,)))

    def _other(self, sorted_row: HeadedRow) -> None:
        """A row that is none of the form's; with several cells that say something it may be a heading."""
        self._above[len(self.items)] = self._place, self._used
        if sum(bool(cell.text.strip()) for cell in sorted_row.cells[1:]) > 1:
            self._place = replace(self._place, odd=True)
        headed_row = sorted_row if sorted_row.names else None
        self.items.append(Foreign(sorted_row.all, headed_row, self._place.table.sheet))

    def _in_order(self, sorted_row: HeadedRow) -> HeadedRow:
        """The row as the heading sorts it, or as it stands where only so its ref stands before its label.

        People move the columns of the table without those of the rows above it.
        """
        if not sorted_row.names:
            return sorted_row
        standing = HeadedRow(sorted_row.beside, sorted_row.extra)
        for order in (sorted_row, standing):
            found = match(order.cells, self._index)
            if found and found.at == 1 and key(order.cells[0].first_line) == key(found.row.ref or ""):
                return order
        return sorted_row

    def _is_heading(self, cells: tuple[Cell, ...]) -> bool:
        """True for a heading of columns, which then counts for the rows below it in its table.

        Once a row with Yes and No was met, only the same heading again is one. What it says that the form does not
        print is kept like any other writing.
        """
        names = tuple(key(cell.text) for cell in cells)
        heading = read_heading(cells)
        if heading is None:
            return names in self._index.headers
        if self._place.started:
            return heading == self._place.heading
        self._place = replace(self._place, heading=heading)
        if not all(name in self._index.header_words or names_yes_or_no(name) for name in names):
            self.items.append(Foreign(cells))
        return True

    def _forms_inside(self, cells: Sequence[Cell]) -> Iterator[Cell]:
        """The cells that hold a table with a row of the form in it."""
        for cell in cells:
            for block in cell.blocks:
                if isinstance(block, Table) and any(self._holds_row(row) for row in block.rows):
                    yield cell
                    break

    def _holds_row(self, cells: tuple[Cell, ...]) -> bool:
        return match(cells, self._index) is not None or any(True for _ in self._forms_inside(cells))

    def _found(self, found: Match, sorted_row: HeadedRow) -> None:
        """Take a row; a row wider than the form's may hold a second label with its answer."""
        row, at = found.row, found.at
        cells, names = sorted_row.cells, sorted_row.names
        ends = len(cells) if names else self._ends(found, cells)
        by_name = dict(zip(names, cells, strict=False)) if self._index.layout_of[row.key] is Layout.COLUMNS else {}
        columns = self._answers(found, sorted_row, cells[:ends], by_name)
        extra, on_line = self._beside(found, cells[at])
        self.items.append(
            PlacedRow(
                row=row,
                label=cells[at],
                answers=columns.answers,
                before=cells[:at],
                beside=extra,
                extra=(*columns.extra, *sorted_row.extra),
                reworded=found.reworded,
                merged=columns.merged,
                headed=columns.known,
                table=self._place.number,
                on_line=on_line,
                columns=by_name,
                sheet=self._place.table.sheet,
                hidden=self._place.table.hidden,
                printed=tuple((name, by_name[name]) for name in row.printed if name in by_name),
            )
        )
        if ends < len(cells):
            self._row(HeadedRow(cells[ends:]))

    def _ends(self, found: Match, cells: Sequence[Cell]) -> int:
        """Where a row without a heading of columns ends: before a second label, if it is wider than the form's."""
        ends = len(cells)
        behind = found.at + 1
        if ends - behind <= _WIDTHS.get(self._index.layout_of[found.row.key], ends):
            return ends
        return next((n for n in range(behind, ends) if self._index.labelled(cells[n].first_line)), ends)

    def _answers(
        self, found: Match, sorted_row: HeadedRow, cells: tuple[Cell, ...], by_name: Mapping[str, Cell]
    ) -> Columns:
        """The cells of the answer, by the layout of the row's section and by the heading of the columns."""
        layout = self._index.layout_of[found.row.key]
        if layout is Layout.YES_NO_DETAILS:
            return self._columns(cells, found.at)
        if not sorted_row.names:
            return Columns(cells[found.at + 1 :])
        if layout is Layout.COLUMNS:
            return Columns(tuple(by_name[field.column] for field in found.row.fields if field.column in by_name))
        return one_answer(sorted_row, found.at, found.row)

    def _beside(self, found: Match, label: Cell) -> tuple[str, bool]:
        """Writing in the label's cell that is not the label; True where it goes on behind it on its line."""
        if found.row.answer_in_label:
            return before_label(label, self._index.spellings[found.row.key]), False
        return beside(label, found.row, self._index, reworded=found.reworded)

    def _columns(self, cells: tuple[Cell, ...], at: int) -> Columns:
        """Which cell is Yes, No and details: by the heading above, or by that of the table before with as many columns.

        Without any heading the form's own order is taken where the number of cells is the form's; whether a mark may
        count then is for the reader of the row to decide (``headed``).
        """
        heading = self._place.heading
        if heading is None and not self._place.odd and self._used and _width(cells) == len(self._used.names):
            heading = self._used
        if heading is not None:
            self._used = heading
            return by_heading(heading, cells, at)
        answers = cells[at + 1 :]
        if len(answers) > _WIDTHS[Layout.YES_NO_DETAILS]:
            return unknown(answers)
        return Columns(answers, known=self._index.form.stamped and not self._place.odd)

    def claim(self) -> None:
        """Where a row of the form is missing: the one row of the file whose label is its label, reworded a little."""
        found = {item.row.key for item in self.items if isinstance(item, PlacedRow)}
        missing = [row for row in self._index.form.rows if row.key not in found]
        if missing:
            for row, number, at in claims(self.items, missing, self._index, self._marks):
                self._take(row, number, at)
            drop_labels_as_answers(self.items, missing, self._index)

    def _take(self, row: Row, number: int, at: int) -> None:
        """Put a missing row in the place of the row of others that it is."""
        item = self.items[number]
        if isinstance(item, Foreign):
            self._place, self._used = self._above.get(number, (_Place(), None))
            self.items[number] = self._reworded(row, at, item.headed or HeadedRow(item.cells))

    def _reworded(self, row: Row, at: int, sorted_row: HeadedRow) -> PlacedRow:
        before, cells = len(self.items), sorted_row.cells
        blank = not any(cell.text.strip() for cell in cells[at + 1 :])
        typed = goes_on(cells[at].first_line, row) and (blank or typed_behind(cells[at].first_line, row))
        self._found(Match(row, at, reworded=not typed), sorted_row)
        placed = self.items[before]
        del self.items[before:]
        if not isinstance(placed, PlacedRow):
            raise TypeError(type(placed).__name__)
        return placed


def _width(cells: Sequence[Cell]) -> int:
    return sum(cell.span for cell in cells)
