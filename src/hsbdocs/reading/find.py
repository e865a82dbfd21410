"""Goes through a file and finds the form's rows in it, whatever tables they stand in.

Labels are looked for where people leave them: in the first or second cell, in a table inside a cell, two labels with
their answers side by side. A table's own heading of columns says which one is Yes and which one is No.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from hsbdocs.model.form import Form, Layout, Row
from hsbdocs.model.patterns import label_at_start
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Table, Transcript
from hsbdocs.reading.alike import alike, turns_round
from hsbdocs.reading.columns import Columns, Heading, by_heading, names_yes_or_no, read_heading, unknown
from hsbdocs.reading.headed import headed, one_answer
from hsbdocs.reading.index import FormIndex, index_of
from hsbdocs.reading.labels import before_label, beside, goes_on, typed_behind, whole
from hsbdocs.reading.rows import ChangedHeading, Foreign, HeadedRow, Item, PlacedRow
from hsbdocs.reading.strays import with_options, without_strays
from hsbdocs.reading.words import key

_MUCH_ALIKE = 0.6
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


class _Finder:
    def __init__(self, form: Form, marks: int) -> None:
        self._marks = marks
        self.items: list[Item] = []
        self._index: FormIndex = index_of(form)
        self._tables = 0
        self._table = 0
        self._heading: Heading | None = None  # of the table at hand
        self._odd = False  # a heading that is not understood stands above
        self._started = False  # rows with Yes and No were met in the table
        self._used: Heading | None = None  # of an earlier table
        self._block = Table(())  # the table at hand
        #: For each row of others, by its place among the items: its table, and what is above it.
        self._above: dict[int, tuple[int, Table, Heading | None, bool, Heading | None]] = {}

    def blocks(self, blocks: Sequence[Paragraph | Table]) -> None:
        """Look through paragraphs and tables; behind a table in a cell, the table around it goes on."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self.items.append(block)
            else:
                around = self._table, self._heading, self._odd, self._started, self._block
                self._tables += 1
                self._table, self._heading, self._odd, self._started = self._tables, None, False, False
                self._block = block
                table = headed(block, self._index.form)
                for number, sorted_row in enumerate(table.rows):
                    if number == table.heading:
                        self._known_heading(sorted_row, table.reworded)
                    else:
                        self._row(sorted_row)
                self._table, self._heading, self._odd, self._started, self._block = around

    def _known_heading(self, heading: HeadedRow, reworded: Sequence[str]) -> None:
        """The heading by which the columns were sorted: what the form does not print there is kept."""
        for name, cell in zip(heading.names, heading.cells, strict=False):
            if name in reworded:
                self.items.append(ChangedHeading(name, cell.text.strip()))
        foreign = tuple(cell for _, cell in heading.extra if cell.text.strip())
        if foreign:
            self.items.append(Foreign(foreign, sheet=self._block.sheet))

    def _row(self, sorted_row: HeadedRow) -> None:
        sorted_row = self._in_order(sorted_row)
        cells = sorted_row.cells
        row, at, reworded = self._match(cells)
        if row is not None and self._marks & Mark.HIDDEN and not _is_seen(cells[at]):
            row = None
        if row is not None and (sorted_row.names or self._index.layout_of[row.key] is Layout.YES_NO_DETAILS):
            self._started = True
            self._found(row, at, sorted_row, reworded=reworded)
        elif (row is None or len(cells) > _NARROW) and self._is_heading(cells):
            pass
        elif row is not None:
            self._odd = False
            self._found(row, at, sorted_row, reworded=reworded)
        elif inner := list(self._forms_inside(cells)):
            for cell in cells:
                if cell in inner:
                    self.blocks(cell.blocks)
                else:
                    self.items.append(Foreign((cell,)))
        else:
            self._above[len(self.items)] = self._table, self._block, self._heading, self._odd, self._used
            self._odd |= sum(bool(cell.text.strip()) for cell in cells[1:]) > 1
            self.items.append(Foreign(sorted_row.all, sorted_row if sorted_row.names else None, self._block.sheet))

    def _in_order(self, sorted_row: HeadedRow) -> HeadedRow:
        """The row as the heading sorts it, or as it stands where only so its ref stands before its label.

        People move the columns of the table without those of the rows above it.
        """
        if not sorted_row.names:
            return sorted_row
        standing = HeadedRow(sorted_row.beside, sorted_row.extra)
        for order in (sorted_row, standing):
            row, at, _ = self._match(order.cells)
            if row is not None and at == 1 and key(order.cells[0].first_line) == key(row.ref or ""):
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
        if self._started:
            return heading == self._heading
        self._heading = heading
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
        return self._match(cells)[0] is not None or any(True for _ in self._forms_inside(cells))

    def _match(self, cells: tuple[Cell, ...]) -> tuple[Row | None, int, bool]:
        """The form's row, the position of its label's cell, and whether the label was changed a little."""
        texts = [_first_line(cell) for cell in cells[:2]]
        firsts = [key(text) for text in texts]
        by_label, by_ref = self._index.by_label, self._index.by_ref
        ref = by_ref.get(firsts[0]) if len(firsts) > 1 else None
        for at, text in enumerate(firsts):
            if text in by_label:
                return self._unless_other(by_label[text], ref, at)
        for at, text in enumerate(texts):
            labelled = self._index.labelled(text) or self._index.labelled(whole(cells[at]))
            if labelled is not None:
                return self._unless_other(labelled, ref, at)
        if ref is None:
            starting = [(self._starts(text), at) for at, text in enumerate(texts)]
            return next(((row, at, False) for row, at in starting if row), (None, 0, False))
        if turns_round(texts[1], ref.label):
            return None, 0, False
        if firsts[1].startswith(f"{key(ref.label)} "):
            return ref, 1, False
        ratios = {text: difflib.SequenceMatcher(None, firsts[1], text).ratio() for text in by_label}
        best = max(ratios, key=lambda text: ratios[text])
        if by_label[best] is not ref or ratios[best] < _MUCH_ALIKE:
            return None, 0, False
        return ref, 1, True

    def _unless_other(self, row: Row, ref: Row | None, at: int) -> tuple[Row | None, int, bool]:
        """The row, unless the ref beside the label is another row's."""
        return (row, at, False) if ref is None or ref is row else (None, 0, False)

    def _starts(self, text: str) -> Row | None:
        """The row that keeps its answer behind its label, where the text starts with that label and goes on."""
        for row in self._index.one_cell_rows:
            if any(label_at_start(label, text) for label in self._index.spellings[row.key]):
                return row
        return None

    def _found(self, row: Row, at: int, sorted_row: HeadedRow, *, reworded: bool) -> None:
        """Take a row; a row wider than the form's may hold a second label with its answer."""
        layout, cells, names = self._index.layout_of[row.key], sorted_row.cells, sorted_row.names
        ends = len(cells)
        if not names and ends - at - 1 > _WIDTHS.get(layout, ends):
            ends = next((n for n in range(at + 1, ends) if self._index.labelled(cells[n].first_line)), ends)
        columns = Columns(cells[at + 1 : ends])
        by_name: dict[str, Cell] = {}
        if layout is Layout.YES_NO_DETAILS:
            columns = self._columns(cells[:ends], at)
        elif layout is Layout.COLUMNS and names:
            by_name = dict(zip(names, cells, strict=False))
            columns = Columns(tuple(by_name[field.column] for field in row.fields if field.column in by_name))
        elif names:
            columns = one_answer(sorted_row, at, row)
        if row.answer_in_label:
            extra, on_line = before_label(cells[at], self._index.spellings[row.key]), False
        else:
            extra, on_line = beside(cells[at], row, self._index, reworded=reworded)
        self.items.append(
            PlacedRow(
                row=row,
                label=cells[at],
                answers=columns.answers,
                before=cells[:at],
                beside=extra,
                extra=(*columns.extra, *sorted_row.extra),
                reworded=reworded,
                merged=columns.merged,
                headed=columns.known,
                table=self._table,
                on_line=on_line,
                columns=by_name,
                sheet=self._block.sheet,
                hidden=self._block.hidden,
                printed=tuple((name, by_name[name]) for name in row.printed if name in by_name),
            )
        )
        if ends < len(cells):
            self._row(HeadedRow(cells[ends:]))

    def _columns(self, cells: tuple[Cell, ...], at: int) -> Columns:
        """Which cell is Yes, No and details: by the heading above, or by that of the table before with as many columns.

        Without any heading the form's own order is taken where the number of cells is the form's; whether a mark may
        count then is for the reader of the row to decide (``headed``).
        """
        heading = self._heading
        if heading is None and not self._odd and self._used and _width(cells) == len(self._used.names):
            heading = self._used
        if heading is not None:
            self._used = heading
            return by_heading(heading, cells, at)
        answers = cells[at + 1 :]
        if len(answers) > _WIDTHS[Layout.YES_NO_DETAILS]:
            return unknown(answers)
        return Columns(answers, known=self._index.form.stamped and not self._odd)

    def claim(self) -> None:
        """Where a row of the form is missing: the one row of the file whose label is its label, reworded a little."""
        found = {item.row.key for item in self.items if isinstance(item, PlacedRow)}
        missing = [row for row in self._index.form.rows if row.key not in found]
        if not missing:
            return
        claims: dict[str, list[tuple[int, int]]] = {}
        for number, item in enumerate(self.items):
            if isinstance(item, Foreign):
                for row, at in self._claimed(item.cells, missing):
                    claims.setdefault(row.key, []).append((number, at))
        taken = [number for places in claims.values() for number, _ in places]
        for row in missing:
            places = claims.get(row.key, [])
            if len(places) == 1 and taken.count(places[0][0]) == 1:
                number, at = places[0]
                item = self.items[number]
                if isinstance(item, Foreign):
                    above = self._above.get(number, (0, Table(()), None, False, None))
                    self._table, self._block, self._heading, self._odd, self._used = above
                    self.items[number] = self._reworded(row, at, item.headed or HeadedRow(item.cells))
        self._drop_labels_as_answers(missing)

    def _claimed(self, cells: tuple[Cell, ...], missing: Sequence[Row]) -> Iterator[tuple[Row, int]]:
        ref = self._index.by_ref.get(key(cells[0].first_line)) if len(cells) > 1 else None
        for at, cell in enumerate(cells[:2]):
            if self._marks & Mark.HIDDEN and not _is_seen(cell):
                continue
            for row in missing:
                if ref in (None, row) and (goes_on(cell.first_line, row) or alike(cell.first_line, row.label)):
                    yield row, at

    def _reworded(self, row: Row, at: int, sorted_row: HeadedRow) -> PlacedRow:
        before, cells = len(self.items), sorted_row.cells
        blank = not any(cell.text.strip() for cell in cells[at + 1 :])
        typed = goes_on(cells[at].first_line, row) and (blank or typed_behind(cells[at].first_line, row))
        self._found(row, at, sorted_row, reworded=not typed)
        placed = self.items[before]
        del self.items[before:]
        if not isinstance(placed, PlacedRow):
            raise TypeError(type(placed).__name__)
        return placed

    def _drop_labels_as_answers(self, missing: Sequence[Row]) -> None:
        """A cell that is a missing row's label is no answer to the row before it: neither is read."""
        lost = {row.key for row in missing}
        for number, item in enumerate(self.items):
            if isinstance(item, PlacedRow) and not item.row.answer_in_label:
                labels = [self._index.labelled(cell.text) for cell in item.answers]
                if any(row is not None and row.key in lost for row in labels):
                    self.items[number] = Foreign(item.cells)


def _is_seen(cell: Cell) -> bool:
    """True where the cell's first line is not hidden text."""
    for paragraph in cell.paragraphs:
        if paragraph.text.strip():
            return not any(span.marks & Mark.HIDDEN and span.text.strip() for span in paragraph.spans)
    return True


def _width(cells: Sequence[Cell]) -> int:
    return sum(cell.span for cell in cells)


def _first_line(cell: Cell) -> str:
    """The first line of the cell itself, not of a table inside it."""
    for block in cell.blocks:
        if isinstance(block, Table):
            return ""
        text = block.text.strip()
        if text:
            return text
    return ""
