"""A workbook that people and we write in together: read with all that people wrote, and written anew with it.

Reading takes the used range of each sheet, whatever was sorted, filtered, hidden or put between: values, formulas,
notes and colours of cells, and what is set up on it (``kept_rules``). What no rewriting can carry, such as charts and
pivot tables, is named.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec
from openpyxl import Workbook as LoadedBook
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet as NewSheet

from hsbdocs.formats.excel.kept_parts import beside, notes_of, parts_of_sheets
from hsbdocs.formats.excel.kept_rules import SetUp, carried, read_set_up, write_rules
from hsbdocs.formats.package import Package
from hsbdocs.model.cell import Cell

#: What no rewriting carries, by the folder of its parts in the package.
_NOT_CARRIED = {
    "xl/charts/": "charts",
    "xl/pivottables/": "pivot tables",
    "xl/threadedcomments/": "threaded comments (their text stays as notes)",
    "xl/slicers/": "slicers",
    "xl/media/": "pictures",
    "xl/externallinks/": "links to other workbooks",
    "xl/vbaproject": "macros",
    "xl/ctrlprops/": "buttons and form controls",
}
_LARGEST = 50_000_000
_MOST_ROWS = 200_000
_FONT = {"font_name": "Arial", "font_size": 12, "valign": "top"}
_HEAD = {**_FONT, "bold": True, "font_color": "#1B4B66", "bg_color": "#E6EEF2", "border": 1, "border_color": "#5B6F7C"}
#: In figures of the font, and in points: two lines of a head.
_WIDTH, _HEAD_HEIGHT = 16, 34
#: The property by which a copy that comes back is known.
_WRITING = "hsbdocs.writing"
_NONE = ("", "00000000", "FFFFFFFF")
#: People put a title above the heads: so many rows are looked through for them.
_ABOVE = 20


class NotReadable(Exception):
    """A file is no workbook that can be read; the text says what it is."""


class SheetRead(msgspec.Struct, frozen=True):
    """A sheet: the words of its first row, and below it the rows that hold anything, each by column.

    Two columns of one name are told apart as ``Note`` and ``Note (2)``; a column without a heading is ``(column D)``.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Cell], ...]
    set_up: SetUp = SetUp()


class BookRead(msgspec.Struct, frozen=True):
    """A workbook as people left it. ``lost`` names what writing it anew does not carry;
    ``writing`` is the number that it was written under, None where no program kept it.
    """

    sheets: tuple[SheetRead, ...]
    lost: tuple[str, ...] = ()
    writing: int | None = None

    def sheet(self, name: str) -> SheetRead | None:
        """The sheet of this name."""
        return next((each for each in self.sheets if each.name == name), None)


class SheetToWrite(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet to write. ``notes`` are on heads, by column; ``widths`` are in figures of the font.

    ``set_up`` is what people set up on it, and overrules ``widths``.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Mapping[str, Cell]]
    widths: Mapping[str, int] = {}
    notes: Mapping[str, str] = {}
    set_up: SetUp = SetUp()


# ---- Reading ---------------------------------------------------------------------------------------


def read_book(data: bytes, heads: Collection[str] = ()) -> BookRead:
    """The workbook in ``data``. The row of heads is the first, or a later one that has one of ``heads``.

    Raises NotReadable.
    """
    if len(data) > _LARGEST:
        raise NotReadable(f"is larger than {_LARGEST // 1_000_000} MB")
    try:
        package = Package(data)
        names = [name.lower() for name in package.names]
        book = load_workbook(io.BytesIO(data), read_only=True, rich_text=False, keep_links=False)
        parts = parts_of_sheets(package)
        read = [_Reader(package, parts[sheet.title], book, sheet, heads).sheet() for sheet in book.worksheets]
    except NotReadable:
        raise
    except Exception as error:  # openpyxl meets whatever people and programs saved
        raise NotReadable("is no workbook that can be read") from error
    lost = [what for start, what in _NOT_CARRIED.items() if any(name.startswith(start) for name in names)]
    for sheet, above in read:
        lost += [f"{what} of the sheet {sheet.name}" for what in (*sheet.set_up.lost, *above)]
    return BookRead(tuple(sheet for sheet, _ in read), tuple(lost), _writing(book))


def _writing(book: LoadedBook) -> int | None:
    found = next((each.value for each in book.custom_doc_props.props if each.name == _WRITING), None)
    return int(found) if isinstance(found, int | float) else None


class _Reader:
    """Reads one sheet, its rows one after another."""

    def __init__(self, package: Package, part: str, book: LoadedBook, sheet: Any, heads: Collection[str]) -> None:
        self._package, self._part, self._book, self._sheet = package, part, book, sheet
        self._notes = notes_of(package, part)
        self._top = self._row_of_heads(heads)

    def sheet(self) -> tuple[SheetRead, list[str]]:
        """The sheet, and what of it stands above its heads and is not carried."""
        rows = self._rows(self._top)
        columns = _columns(next(rows, ()))
        found: list[dict[str, Cell]] = []
        last = 0
        for number, row in enumerate(rows, 1):
            if number > _MOST_ROWS:
                raise NotReadable(f"has a sheet with more than {_MOST_ROWS:,} rows")
            cells = self._cells(row, columns, self._top + number)
            if cells:
                found.append(cells)
                last = number
        used = {name for cells in found for name in cells}
        named = tuple(name for name in columns if name in used or not name.startswith("(column "))
        above = ["the rows above the heads"] if self._top > 1 else []
        return SheetRead(self._sheet.title, named, tuple(found), self._set_up(columns, last)), above

    def _rows(self, top: int) -> Iterator[Sequence[Any]]:
        """The rows from one on, whatever the sheet says of its size."""
        self._sheet.reset_dimensions()
        return iter(self._sheet.iter_rows(min_row=top))

    def _cells(self, row: Sequence[Any], columns: list[str], number: int) -> dict[str, Cell]:
        """What stands in a row, by column; one behind the last head has a column of its own."""
        columns += [f"(column {get_column_letter(at + 1)})" for at in range(len(columns), len(row))]
        cells = {}
        for at, each in enumerate(row):
            cell = _cell(each, self._notes.get(f"{get_column_letter(at + 1)}{number}", ""))
            if not cell.is_empty:
                cells[columns[at]] = cell
        return cells

    def _row_of_heads(self, heads: Collection[str]) -> int:
        """The number of the row, from 1."""
        rows = zip(range(1, _ABOVE + 1), self._rows(1), strict=False)
        found = (number for number, row in rows if any(str(cell.value).strip() in heads for cell in row))
        return next(found, 1)

    def _set_up(self, columns: Sequence[str], last: int) -> SetUp:
        if self._top > 1:
            return SetUp()
        styles = self._book._differential_styles.styles  # openpyxl gives them no public name
        return read_set_up(beside(self._package, self._part, styles), columns, last)


def _columns(row: Sequence[Any]) -> list[str]:
    names: list[str] = []
    for at, cell in enumerate(row, 1):
        name = " ".join(str(cell.value).split()) if cell.value is not None else f"(column {get_column_letter(at)})"
        times = sum(1 for each in names if each == name or each.startswith(f"{name} ("))
        names.append(name if not times else f"{name} ({times + 1})")
    return names


def _cell(cell: Any, noted: str) -> Cell:
    note = _note(noted)
    fill = _fill(cell)
    value: Any = cell.value
    if value is None or value == "":
        return Cell(note=note, fill=fill)
    if cell.data_type == "f":
        return Cell(formula=str(getattr(value, "text", value)), note=note, fill=fill, look=_look(cell))
    if isinstance(value, datetime):
        written = value.date() if value.time() == time() else value
        return Cell(date=written.isoformat(), note=note, fill=fill, look=_look(cell))
    if isinstance(value, date | time):
        return Cell(date=value.isoformat(), note=note, fill=fill, look=_look(cell))
    if isinstance(value, timedelta):
        return Cell(value=str(value), note=note, fill=fill)
    if isinstance(value, bool | int | float):
        return Cell(value=value, note=note, fill=fill, look=_look(cell))
    return Cell(value=str(value), note=note, fill=fill)


def _note(text: str) -> str:
    """A note; of a threaded comment the conversation without Excel's own words about it."""
    start = "Comment:\n"
    if text.startswith("[Threaded comment]") and start in text:
        return text.split(start, 1)[1].strip()
    return text.strip()


def _fill(cell: Any) -> str:
    """The colour of the cell as RRGGBB, empty where it has none of its own."""
    fill = cell.fill
    colour = fill.fgColor if fill is not None and fill.fill_type == "solid" else None
    rgb = colour.rgb if colour is not None and colour.type == "rgb" else ""
    return "" if not isinstance(rgb, str) or rgb in _NONE else rgb[-6:]


def _look(cell: Any) -> str:
    return "" if cell.number_format == "General" else str(cell.number_format)


# ---- Writing ---------------------------------------------------------------------------------------


def write_book(sheets: Sequence[SheetToWrite], day: date, writing: int, scratch: str | None = None) -> bytes:
    """The workbook. ``day`` and ``writing`` stand in its properties: the same of all give the same bytes.

    Rows are written as they come and are not held: into files in the folder ``scratch``, the system's own without one,
    which are gone with the workbook.
    """
    buffer = io.BytesIO()
    options: dict[str, Any] = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    options |= {"strings_to_numbers": False, "tmpdir": scratch, "default_format_properties": dict(_FONT)}
    book = Workbook(buffer, options)
    book.set_properties({"created": datetime.combine(day, time())})
    looks = _Looks(book)
    book.set_custom_property(_WRITING, writing)
    for sheet in sheets:
        new = book.add_worksheet(sheet.name)
        last = _write(new, sheet, looks)
        if carried(sheet.set_up, sheet.columns):
            write_rules(book, new, sheet.set_up, last)
    book.close()
    return buffer.getvalue()


class _Looks:
    """Formats by what they show, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.head = book.add_format({**_HEAD, "text_wrap": True})

    def of(self, cell: Cell) -> Format:
        """The format of a cell."""
        look: dict[str, Any] = {**_FONT, "text_wrap": True}
        if cell.look:
            look["num_format"] = cell.look
        elif cell.date:
            look["num_format"] = "dd/mm/yyyy"
        if cell.fill:
            look["bg_color"] = f"#{cell.fill}"
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _write(sheet: NewSheet, view: SheetToWrite, looks: _Looks) -> int:
    """Write a sheet row by row; the number of its last row, from 0."""
    sheet.set_row(0, _HEAD_HEIGHT)
    for number, column in enumerate(view.columns):
        sheet.set_column(number, number, view.set_up.widths.get(column, view.widths.get(column, _WIDTH)))
        sheet.write_string(0, number, column, looks.head)
        if column in view.notes:
            sheet.write_comment(0, number, view.notes[column], {"author": "hsbdocs"})
    at = 0
    for at, row in enumerate(view.rows, 1):
        for number, column in enumerate(view.columns):
            cell = row.get(column)
            if cell is not None:
                _write_cell(sheet, at, number, cell, looks)
    sheet.freeze_panes(1, 1)
    if at:
        sheet.autofilter(0, 0, at, len(view.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.print_across()
    sheet.hide_gridlines(0)
    sheet.set_footer("&L&A&RPage &P of &N")
    return at


def _write_cell(sheet: NewSheet, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    look = looks.of(cell)
    if cell.formula:
        sheet.write_formula(row, column, cell.formula, look)
    elif cell.date:
        _write_day(sheet, row, column, cell.date, look)
    elif isinstance(cell.value, bool):
        sheet.write_boolean(row, column, cell.value, look)
    elif isinstance(cell.value, int | float):
        sheet.write_number(row, column, cell.value, look)
    elif cell.value is not None:
        sheet.write_string(row, column, cell.value, look)
    elif cell.fill:
        sheet.write_blank(row, column, None, look)
    if cell.note:
        sheet.write_comment(row, column, cell.note, {"author": ""})


def _write_day(sheet: NewSheet, row: int, column: int, written: str, look: Format) -> None:
    kinds = (date.fromisoformat, datetime.fromisoformat, time.fromisoformat)
    for read in kinds:
        try:
            sheet.write_datetime(row, column, read(written), look)
            return
        except ValueError:
            continue
    sheet.write_string(row, column, written, look)
