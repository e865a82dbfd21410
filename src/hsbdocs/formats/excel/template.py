"""The look of workbooks from a template that people restyle in Excel: named cells, widths, margins, one logo.

Whatever else a program adds to it (validations, comments, further cells and sheets, views) is passed over; its words
are never printed.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from hsbdocs.formats.excel.look import NAMED, SHEET_COLUMNS, Look, Margins, Style, digit
from hsbdocs.formats.excel.template_checks import PAPER, hard_to_read
from hsbdocs.formats.excel.template_colours import seen, theme_colours
from hsbdocs.formats.excel.template_drawn import Drawn, drawn_on
from hsbdocs.formats.excel.view import Picture
from hsbdocs.formats.package import Damaged, Package, TooLarge
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.patterns import CELL

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_TRANSITIONAL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NOT_READ = (KeyError, ValueError, TypeError, AttributeError, InvalidFileException, zipfile.BadZipFile)
_SAVE = "save it as Excel Workbook (.xlsx)"
#: Kinds of lines in the order in which XlsxWriter numbers them.
_LINES = (
    *("none", "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot"),
    *("mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot"),
)
_HORIZONTAL = {"left", "center", "right", "justify"}
_VERTICAL = {"top": "top", "center": "vcenter", "bottom": "bottom", "justify": "vjustify"}
_INK = "#000000"
#: A column of which a file says no width, in figures of the standard font.
_USUAL_WIDTH = 8.43
#: An A4 sheet on its side, in inches, and pixels to the inch.
_A4, _DOTS = 11.69, 96


def read_template(name: str, data: bytes) -> Look:
    """The look that the template ``name`` gives. Raises AuthorError with everything that is wrong with it."""
    try:
        package = Package(data)
        wrong = _wrong_kind(package)
        if wrong:
            raise AuthorError([Fault(name, 0, "", wrong)])
        drawn = list(_drawn(package))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says so of whatever it passes over
            book = load_workbook(io.BytesIO(data))
        return _Template(name, book, drawn).look()
    except (Damaged, TooLarge, *_NOT_READ) as error:
        raise AuthorError([Fault(name, 0, "", f"is not an Excel workbook that can be read: {error}")]) from error


def _wrong_kind(package: Package) -> str:
    """Why a file is no workbook that a template can be; empty for one that is."""
    main, kind = package.main
    if "macroEnabled" in kind:
        return f"has macros: {_SAVE}"
    if "template" in kind:
        return f"is an Excel template (.xltx): {_SAVE}"
    if kind != _WORKBOOK:
        return f"is not an Excel workbook: {_SAVE}"
    if not str(package.xml(main).tag).startswith(_TRANSITIONAL):
        return f"is saved as Strict Open XML: {_SAVE}"
    return ""


def _drawn(package: Package) -> Iterator[Drawn]:
    """What lies on each sheet."""
    main, _ = package.main
    for each in package.relationships(main):
        if each.kind == "worksheet":
            yield drawn_on(package, each.target, package.xml(each.target))
        elif each.kind in ("chartsheet", "dialogsheet"):
            yield Drawn(problems=("a sheet that is a chart or a dialogue: delete that sheet",))


class _Template:
    def __init__(self, name: str, book: Any, drawn: list[Drawn]) -> None:
        self.name, self.book, self.drawn = name, book, drawn
        self.theme = theme_colours(book.loaded_theme)
        standard = book._named_styles["Normal"].font
        self.digit = digit(standard.name or "Calibri", standard.sz or 11)
        self.faults: list[Fault] = []

    def look(self) -> Look:
        """All of it. Raises AuthorError."""
        for problem in (problem for each in self.drawn for problem in each.problems):
            self._fault("", f"has {problem}")
        for sheet in self.book.worksheets:
            self._refuse(sheet)
        cells = {name: cell for name in NAMED if (cell := self._cell(name)) is not None}
        styles = {name: style for name, cell in cells.items() if (style := self._style(name, cell)) is not None}
        for name, style in styles.items():
            for problem in hard_to_read(name, style):
                self._fault(name, problem)
        if self.faults:
            raise AuthorError(self.faults)
        widths = {name: self._width(cells[name]) for name in (*SHEET_COLUMNS, "look_note")}
        margins, notes = _margins(cells["look_title"].parent), _margins(cells["look_note"].parent)
        self._fits("look_note", widths["look_note"], notes)
        if self.faults:
            raise AuthorError(self.faults)
        return Look(styles=styles, widths=widths, margins=margins, note_margins=notes, logo=self._logo())

    def _fault(self, path: str, problem: str) -> None:
        self.faults.append(Fault(self.name, 0, path, problem))

    def _refuse(self, sheet: Any) -> None:
        merged = sorted(str(area) for area in sheet.merged_cells.ranges)
        if merged:
            self._fault("", f'has merged cells on the sheet "{sheet.title}" ({", ".join(merged)}): unmerge them')
        ruled = sorted(str(each.sqref) for each in sheet.conditional_formatting)
        if ruled:
            words = "clear them (Conditional Formatting, Clear Rules) and format the named cells themselves"
            self._fault("", f'has conditional formats on the sheet "{sheet.title}" ({", ".join(ruled)}): {words}')

    def _cell(self, name: str) -> Any | None:
        """The cell of a name that a template must have."""
        found = self.book.defined_names.get(name)
        local = (sheet.defined_names[name] for sheet in self.book.worksheets if name in sheet.defined_names)
        found = found or next(local, None)
        if found is None:
            words = "click the cell, type the name in the box left of the formula bar, press Enter"
            self._fault(name, f"no cell has this name ({NAMED[name]}): {words}")
            return None
        places = [(sheet, area.replace("$", "")) for sheet, area in found.destinations]
        known = [
            each for each in places if each[0] in self.book.sheetnames and CELL.fullmatch(each[1].partition(":")[0])
        ]
        if len(known) != 1:
            self._fault(name, f"the name stands for no cell ({NAMED[name]}): name one in Formulas, Name Manager")
            return None
        sheet, area = known[0]
        first, _, last = area.partition(":")
        if last not in ("", first):
            self._fault(name, f"the name stands for several cells ({area}): give it to one cell alone")
            return None
        return self.book[sheet][first]

    def _style(self, name: str, cell: Any) -> Style | None:
        font, fill = cell.font, cell.fill
        if fill.fill_type not in (None, "none", "solid"):
            self._fault(name, "its fill is a pattern or runs from colour to colour: choose one plain colour")
            return None
        solid = fill.fill_type == "solid"
        return Style(
            font=font.name or "Calibri",
            size=float(font.sz or 11),
            ink=seen(font.color, self.theme, _INK),
            fill=seen(fill.fgColor, self.theme, PAPER) if solid else None,
            bold=bool(font.b),
            italic=bool(font.i),
            underline=bool(font.u),
            others={**_alignment(cell.alignment), **self._border(cell.border)},
        )

    def _border(self, border: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in ("left", "right", "top", "bottom"):
            side = getattr(border, name)
            if side is not None and side.style in _LINES[1:]:
                found |= {name: _LINES.index(side.style), f"{name}_color": seen(side.color, self.theme, _INK)}
        return found

    def _width(self, cell: Any) -> float:
        """The width of the cell's column in pixels. A file may give one width for several columns together."""
        wanted = cell.column
        sheet = cell.parent
        for each in sheet.column_dimensions.values():
            first, last = each.min or wanted, each.max or wanted
            if each.index == get_column_letter(wanted) or first <= wanted <= last:
                return float(round(each.width * self.digit))
        standard = sheet.sheet_format.defaultColWidth
        return float(round((standard or _USUAL_WIDTH) * self.digit))

    def _fits(self, name: str, pixels: float, margins: Margins) -> None:
        problem = too_wide(pixels, margins)
        if problem:
            self._fault(name, problem)

    def _logo(self) -> Picture | None:
        found = next((each for each in self.drawn if each.logo), None)
        return None if found is None else Picture(found.logo, "", found.size)


def too_wide(pixels: float, margins: Margins) -> str:
    """What is wrong with columns that together do not fit an A4 sheet on its side; empty where they do."""
    room = (_A4 - margins.left - margins.right) * _DOTS
    if pixels <= room:
        return ""
    over = max(0.1, (pixels - room) / _DOTS * 2.54)
    return f"the columns are {over:.1f} cm wider than an A4 page between its margins: make columns or margins narrower"


def _margins(sheet: Any) -> Margins:
    found = sheet.page_margins
    return Margins(*(float(getattr(found, name)) for name in ("left", "right", "top", "bottom")))


def _alignment(alignment: Any) -> Mapping[str, Any]:
    found: dict[str, Any] = {"valign": _VERTICAL.get(alignment.vertical or "bottom", "bottom")}
    if alignment.horizontal in _HORIZONTAL:
        found["align"] = alignment.horizontal
    if alignment.indent:
        found["indent"] = int(alignment.indent)
    return found
