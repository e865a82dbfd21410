"""One sheet to a table: the cells that say something, each in its column, whatever the sheet says of its own size."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from hsbdocs.formats.excel.strings import spans_of, unescaped, whole
from hsbdocs.formats.excel.styles import PLAIN, Style
from hsbdocs.formats.excel.values import is_rounded, shown
from hsbdocs.formats.package import Damaged, Element, TooLarge
from hsbdocs.model.patterns import AREA, CELL, DAY_ALONE, NO_SIZE
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span, Table

#: Cells of a sheet once its rows are filled up with blank ones, and merged ones; a form has a few hundred.
_MOST_CELLS = 400_000
#: Characters of all cells together: as many pages as nobody fills in.
_MOST_TEXT = 4_000_000
_BLANK = Cell((Paragraph(()),))
_SHARED_FORMULA = "= (a formula that it shares with other cells)"

#: What a cell shows, and the date in ISO 8601 that its number counts to, or empty.
_Value = tuple[tuple[Span, ...], str]


class Book:
    """What the sheets of a workbook have in common: its texts, its styles, and where it counts days from."""

    def __init__(self, ns: str, strings: Sequence[Element], styles: Sequence[Style], *, since_1904: bool) -> None:
        self.ns, self.strings, self.styles, self.since_1904 = ns, strings, styles, since_1904
        self.marks = Mark.NONE
        self._texts: dict[tuple[int, int, bool], tuple[Span, ...]] = {}
        self._length = 0

    def text(self, index: int, style: Style) -> tuple[Span, ...]:
        """A text of the workbook's list in a cell's style; made once for all cells that show it. Raises TooLarge."""
        look = index, style.marks, bool(style.fill)
        spans = self._texts.get(look)
        if spans is None:
            spans = self._texts[look] = spans_of(self.strings[index], self.ns, style.marks, filled=bool(style.fill))
        return spans

    def count(self, spans: Sequence[Span]) -> None:
        """Count what a cell shows. Raises TooLarge once all cells together show more than a form can hold."""
        self._length += sum(len(span.text) for span in spans)
        if self._length > _MOST_TEXT:
            raise TooLarge(f"{_MOST_TEXT:,} characters in the cells")

    def style(self, index: str | None) -> Style:
        """The style that a cell names."""
        number = whole(index, 0)
        return self.styles[number] if number < len(self.styles) else PLAIN


def read_sheet(root: Element, book: Book, *, number: int = 1, name: str = "", hidden: bool = False) -> Table | None:
    """The rows of a sheet that say something, all with the same columns; None for a blank sheet.

    ``number`` and ``name`` are the sheet's; ``hidden`` says that it is hidden as a whole.

    Columns in which nothing stands are left out, and one blank column ends each row: a sheet goes on. Rows and columns
    that are hidden count like others: to hide them is a way to look at a sheet, and what stands in them was typed.
    Raises TooLarge where the rows would take too many cells.
    """
    ns = book.ns
    unseen = _hidden_columns(root, ns)
    rows: list[tuple[int, dict[int, Cell]]] = []
    columns: set[int] = set()
    for at, row, cells in _rows(root, book):
        saying = {column for column, cell in cells.items() if _says_something(cell)}
        if saying:
            rows.append((at, cells))
            columns |= saying
            hidden |= _is_hidden(row, "ht") or _is_among(saying, unseen)
    if not rows:
        return None
    if len(rows) * (len(columns) + 1) > _MOST_CELLS:
        raise TooLarge(f"{_MOST_CELLS:,} cells")
    continued = _continued(root, ns)
    order = sorted(columns)
    return Table(
        tuple(
            (*(_joined(cells.get(c, _BLANK), with_above=(at, c) in continued) for c in order), _BLANK)
            for at, cells in rows
        ),
        sheet=number,
        name=name,
        hidden=hidden,
    )


def _rows(root: Element, book: Book) -> Iterator[tuple[int, Element, dict[int, Cell]]]:
    """Each row with its number, from 0 on, and its cells that say something or are coloured."""
    at = -1
    for row in root.iterfind(f"{book.ns}sheetData/{book.ns}row"):
        at = whole(row.get("r"), at + 2) - 1
        cells: dict[int, Cell] = {}
        for column, cell in _cells(row, book):
            twice = cells.get(column)  # no program writes a cell twice, but nothing is dropped
            cells[column] = msgspec.structs.replace(cell, blocks=(*twice.blocks, *cell.blocks)) if twice else cell
        yield at, row, cells


def _is_among(columns: set[int], spans: Sequence[range]) -> bool:
    return any(column in span for span in spans for column in columns)


def _is_hidden(element: Element, size: str) -> bool:
    """True for a row or column that is hidden, or has no height or width: nobody sees what stands in it."""
    return _is_on(element.get("hidden")) or NO_SIZE.fullmatch(element.get(size, "")) is not None


def _hidden_columns(root: Element, ns: str) -> list[range]:
    columns = (column for column in root.iterfind(f"{ns}cols/{ns}col") if _is_hidden(column, "width"))
    spans = ((column.get("min", ""), column.get("max", "")) for column in columns)
    return [range(int(first) - 1, int(last)) for first, last in spans if first.isdecimal() and last.isdecimal()]


def _cells(row: Element, book: Book) -> Iterator[tuple[int, Cell]]:
    """The cells of a row that say something or are coloured, by the number of their column."""
    column = -1
    for element in row.iterchildren(f"{book.ns}c"):
        match = CELL.fullmatch(element.get("r", ""))
        column = column_number(match[1]) if match else column + 1
        cell = _cell(element, book, book.style(element.get("s")))
        if cell is not None:
            for paragraph in cell.paragraphs:
                for span in paragraph.spans:
                    book.marks |= span.marks
            yield column, cell


def _cell(element: Element, book: Book, style: Style) -> Cell | None:
    """A cell, or None where there is nothing: neither text nor picture nor a colour."""
    if element.get("vm") is not None:  # an image placed in the cell, or other data behind it
        book.marks |= Mark.DRAWN
        return Cell((Paragraph((), pictures=1),), fill=style.fill)
    spans, serial = _value(element, book, style)
    book.count(spans)
    if not style.fill and not any(span.text.strip() for span in spans):
        return None
    return Cell(_paragraphs(spans), fill=style.fill, serial=serial)


def _joined(cell: Cell, *, with_above: bool) -> Cell:
    """The cell; where it is merged with the one above, it says so, whatever its colour."""
    return msgspec.structs.replace(cell, continued=True) if with_above else cell


def _says_something(cell: Cell) -> bool:
    return any(p.pictures or any(span.text.strip() for span in p.spans) for p in cell.paragraphs)


def _value(element: Element, book: Book, style: Style) -> _Value:
    """What the cell shows, and the date that its number counts to. A formula is shown as such, not its result."""
    formula = element.find(f"{book.ns}f")
    if formula is not None:
        return (Span(f"={formula.text}" if formula.text else _SHARED_FORMULA, style.marks | Mark.COMPUTED),), ""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        inline = element.find(f"{book.ns}is")
        return (() if inline is None else _item(inline, book, style)), ""
    return _OF_KIND.get(kind, _as_it_stands)(element.findtext(f"{book.ns}v") or "", book, style)


def _item(item: Element, book: Book, style: Style) -> tuple[Span, ...]:
    return spans_of(item, book.ns, style.marks, filled=bool(style.fill))


def _shared(text: str, book: Book, style: Style) -> _Value:
    """A text of the workbook's list, by its number. Raises Damaged where the list has no such text."""
    if not text.strip():
        return (), ""
    index = whole(text, -1)
    if not 0 <= index < len(book.strings):
        raise Damaged("a cell refers to a text that is not there")
    return book.text(index, style), ""


def _counted(text: str, book: Book, style: Style) -> _Value:
    number = _number(text)
    if number is None:
        return _as_it_stands(text, book, style)
    shown_as, day = shown(number, style.number, since_1904=book.since_1904)
    return (Span(shown_as, style.marks | (Mark.ROUNDED if is_rounded(number) else 0)),), day


def _as_it_stands(text: str, _: Book, style: Style) -> _Value:
    return (Span(unescaped(text), style.marks),), ""


#: How the value of a cell is read, by its type (ECMA-376 part 1, 18.18.11).
_OF_KIND: Mapping[str, Callable[[str, Book, Style], _Value]] = {
    "s": _shared,
    "n": _counted,
    "b": lambda text, _, style: ((Span("TRUE" if _is_on(text) else "FALSE", style.marks),), ""),
    "d": lambda text, _, style: ((Span(DAY_ALONE.sub("", text), style.marks),), ""),
}


def _paragraphs(spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The lines of a cell, each a paragraph."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[-1].append(Span(first, span.marks))
        lines += [[Span(piece, span.marks)] for piece in rest]
    return tuple(Paragraph(tuple(line)) for line in lines)


def _continued(root: Element, ns: str) -> set[tuple[int, int]]:
    """The cells that are merged with the one above them."""
    found: set[tuple[int, int]] = set()
    merged = 0
    for area in root.iterfind(f"{ns}mergeCells/{ns}mergeCell"):
        match = AREA.fullmatch(area.get("ref", ""))
        if match is None:
            continue
        left, right = column_number(match[1]), column_number(match[3])
        top, bottom = int(match[2]) - 1, int(match[4]) - 1
        merged += max(0, bottom - top + 1) * max(0, right - left + 1)
        if merged > _MOST_CELLS:
            raise TooLarge(f"{_MOST_CELLS:,} cells")
        found.update((row, column) for row in range(top + 1, bottom + 1) for column in range(left, right + 1))
    return found


def column_number(letters: str) -> int:
    """``A`` as 0, ``AA`` as 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _is_on(value: str | None) -> bool:
    return value is not None and value.strip().lower() in ("1", "true", "on")
