"""A view to a finished .xlsx to fill in, looking as a template says: the same bytes for the same view and look.

The sheet is protected without a password, so that labels are not changed by accident; only the answers' cells are
open. There is no formula in it, so nothing can be added up.
"""

from __future__ import annotations

import io
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from hsbdocs.formats.excel.finish import finish
from hsbdocs.formats.excel.heights import Heights
from hsbdocs.formats.excel.logo import placed
from hsbdocs.formats.excel.look import TONES, Look, Margins, Style, digit
from hsbdocs.formats.excel.view import Answer, AnswerKind, Note, Picture, Tone, WorkbookView
from hsbdocs.formats.properties import Identity

_A4 = 9
_HEADER = 0.3  # inches from the edge of the page
_EARLIEST, _LATEST = "DATE(2000,1,1)", "DATE(2099,12,31)"
#: How many columns an answer above the table takes up.
_ANSWER_COLUMNS = 3
#: The height of the empty rows above the answers and above the table, in points.
_GAP = 6.0
#: What stays free between the lines above and the logo, in pixels.
_SPACE = 12
#: What an answer's cell adds to its look: it is open, and shows what was typed.
_OPEN: dict[AnswerKind, dict[str, Any]] = {
    AnswerKind.TEXT: {"locked": False, "num_format": "@"},
    AnswerKind.DATE: {"locked": False, "num_format": "[$-809]d mmmm yyyy"},
    AnswerKind.LIST: {"locked": False},
}


def write_workbook(view: WorkbookView, look: Look, identity: Identity) -> bytes:
    """Arrange the view as a workbook with two sheets, the one to fill in and the notes, looking as ``look`` says."""
    buffer = io.BytesIO()
    standard = look.styles["look_text"]
    book = Workbook(
        buffer,
        {
            "in_memory": True,
            "default_format_properties": {
                "font_name": standard.font,
                "font_size": standard.size,
                "font_scheme": "none",
            },
            "strings_to_formulas": False,
            "strings_to_urls": False,
        },
    )
    book.max_digit_width = int(digit(standard.font, standard.size))  # columns are measured by the standard font
    made = _Formats(book, look)
    _Sheet(book.add_worksheet(view.name), made).fill(view)
    _notes(book.add_worksheet(view.notes_name), made, view)
    book.close()
    return finish(buffer.getvalue(), identity)


class _Formats:
    """The looks as the workbook knows them."""

    def __init__(self, book: Workbook, look: Look) -> None:
        self.look = look
        self.formats = {
            name: book.add_format({**style.properties, "text_wrap": True}) for name, style in look.styles.items()
        }
        self.answers = {
            kind: book.add_format({**self.of(f"look_{kind}").properties, "text_wrap": True, **more})
            for kind, more in _OPEN.items()
        }
        self.tones = {tone: book.add_format(_coloured(self.of(f"look_rating_{tone}"))) for tone in TONES}

    def of(self, name: str) -> Style:
        """A look by its name."""
        return self.look.styles[name]


def _coloured(style: Style) -> dict[str, str | bool]:
    """What a rule may change of a cell: its fill, and the colour and weight of its writing."""
    return {"bg_color": style.fill or "#FFFFFF", "font_color": style.ink, "bold": style.bold}


class _Sheet:
    def __init__(self, sheet: Worksheet, made: _Formats) -> None:
        self.sheet, self.made = sheet, made
        self.heights = Heights(sheet)
        self.widths: list[float] = []

    def fill(self, view: WorkbookView) -> None:
        """Write everything, and give each row its height."""
        self.widths = _widths(view, self.made.look)
        for number, width in enumerate(self.widths):
            self.sheet.set_column_pixels(number, number, width)
        last_column = len(self.widths) - 1
        at = self._above(view)
        for answered in view.rows:
            self._write(at, 0, answered.ref, "look_ref", _CLOSE)
            self._write(at, 1, answered.label, "look_detail", _CLOSE)
            self._answer(at, 2, answered.answer, _CLOSE, columns=min(_ANSWER_COLUMNS, last_column - 1))
            at += 1
        self.heights.fix(at, _GAP)
        head = at + 1
        last = self._table(view, head)
        self.heights.fix(last + 1, _GAP)
        for number, line in enumerate(view.below, last + 2):
            self._across(number, line, "look_below", last_column)
        self.heights.set()
        self._set_up(view, head, last + 1 + len(view.below))

    def _above(self, view: WorkbookView) -> int:
        """The lines above the answers, and the logo beside them; give back the first row that is free."""
        logo = view.logo or self._own_logo(view)
        width, height = placed(logo) if logo is not None else (0.0, 0.0)
        free = len(self.widths) - 1 if logo is None else self._beside(width)
        self._across(0, view.title, "look_title", free)
        at = 1
        lines = [(view.danger, "look_danger"), *((line, "look_notice") for line in view.notices)]
        for text, name in [*lines, *((line, "look_issuer") for line in view.issuer)]:
            self._across(at, text, name, free)
            at += 1
        if logo is not None:
            self.heights.at_least(0, at, height + 8)
            self.heights.set()
            self._picture(logo, sum(self.widths) - width, width)
        self.heights.fix(at, _GAP)
        return at + 1

    def _beside(self, width: float) -> int:
        """The last column whose end leaves so many pixels, and some space, to the end of the sheet."""
        ends = [sum(self.widths[: number + 1]) for number in range(len(self.widths))]
        return max((number for number, end in enumerate(ends) if ends[-1] - end >= width + _SPACE), default=0)

    def _own_logo(self, view: WorkbookView) -> Picture | None:
        """The template's logo."""
        own = self.made.look.logo
        return None if own is None else Picture(own.data, view.said_of_logo, own.size)

    def _picture(self, logo: Picture, left: float, width: float) -> None:
        natural, _ = placed(Picture(logo.data, ""), most=None)
        options = {
            "image_data": io.BytesIO(logo.data),
            "description": logo.description,
            "x_offset": left,
            "y_offset": 3,
            "x_scale": width / natural,
            "y_scale": width / natural,
            "object_position": 2,
        }
        self.sheet.insert_image(0, 0, "logo", options)

    def _table(self, view: WorkbookView, head: int) -> int:
        """The table with its headings in the row ``head``; give back its last row."""
        last = head + len(view.table)
        styles = ["look_head" if each.tone is Tone.PLAIN else f"look_head_{each.tone}" for each in view.columns]
        self.sheet.add_table(
            *(head, 0, last, len(view.columns) - 1),
            {
                "name": view.name,
                "title": view.name,
                "description": view.description,
                "autofilter": False,
                "banded_rows": False,
                "style": None,
                "columns": [
                    {"header": heading.label, "header_format": self.made.formats[style]}
                    for heading, style in zip(view.columns, styles, strict=True)
                ],
            },
        )
        for column, (heading, style) in enumerate(zip(view.columns, styles, strict=True)):
            self._need(head, heading.label, self.widths[column], style, _ROOMY)
        for number, row in enumerate(view.table, head + 1):
            self._write(number, 0, row.ref, "look_ref", _ROOMY)
            self._write(number, 1, row.label, "look_label", _ROOMY)
            for column, cell in enumerate(row.cells, 2):
                if isinstance(cell, Answer):
                    self._answer(number, column, cell, _ROOMY)
                else:
                    self._write(number, column, cell, "look_printed", _ROOMY)
        return last

    def _write(self, row: int, column: int, text: str, name: str, padding: float) -> None:
        self.sheet.write_string(row, column, text, self.made.formats[name])
        self._need(row, text, self.widths[column], name, padding)

    def _across(self, row: int, text: str, name: str, last: int) -> None:
        """A line over the columns from the first to ``last``."""
        if last:
            self.sheet.merge_range(row, 0, row, last, text, self.made.formats[name])
        else:
            self.sheet.write_string(row, 0, text, self.made.formats[name])
        self.heights.need(row, text, sum(self.widths[: last + 1]), self.made.of(name), padding=_CLOSE)

    def _need(self, row: int, text: str, width: float, name: str, padding: float) -> None:
        self.heights.need(row, text, width, self.made.of(name), padding=padding)

    def _answer(self, row: int, column: int, answer: Answer, padding: float, *, columns: int = 1) -> None:
        """An open cell, over several columns if need be, with its message, what it takes, and its colours."""
        look = self.made.answers[answer.kind]
        if columns > 1:
            self.sheet.merge_range(row, column, row, column + columns - 1, "", look)
        else:
            self.sheet.write_blank(row, column, None, look)
        self._need(row, "", self.widths[column], f"look_{answer.kind}", padding)
        self.sheet.data_validation(row, column, row, column, _rule(answer))
        for option in answer.options if answer.kind is AnswerKind.LIST else ():
            if option.tone in self.made.tones:
                colours = {"type": "cell", "criteria": "==", "value": f'"{option.label}"'}
                self.sheet.conditional_format(
                    row, column, row, column, {**colours, "format": self.made.tones[option.tone]}
                )

    def _set_up(self, view: WorkbookView, head: int, last: int) -> None:
        """Protection without a password; the row of headings stays in view, and is printed on each page."""
        sheet = self.sheet
        sheet.protect("", {"format_rows": True, "format_columns": True})
        _page(sheet, view, self.made.look.margins, self.made.of("look_text").font)
        sheet.set_print_scale(100)  # the columns fit the page: LibreOffice shrinks what it is to fit and repeats rows
        sheet.repeat_rows(head, head)
        sheet.print_area(0, 0, last, len(view.columns) - 1)
        sheet.freeze_panes(head + 1, 0)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{chr(ord('A') + len(view.columns) - 1)}{last + 1}"})


#: What a cell keeps above and below its text together, in points: in the table, and in lines above and below it.
_ROOMY, _CLOSE = 10.0, 4.0


def _rule(answer: Answer) -> dict[str, Any]:
    """What a cell takes, and what it says when somebody comes to it."""
    rule: dict[str, Any] = {"input_title": answer.title, "input_message": answer.hint}
    if answer.kind is AnswerKind.LIST:
        return rule | {
            "validate": "list",
            "source": [option.label for option in answer.options],
            "error_title": "Not in the list",
            "error_message": "Choose one of the list, or leave the cell empty.",
        }
    if answer.kind is AnswerKind.DATE:
        return rule | {
            "validate": "date",
            "criteria": "between",
            "minimum": f"={_EARLIEST}",
            "maximum": f"={_LATEST}",
            "error_title": "Not a date",
            "error_message": "Write a date with its day, month and year, for example 14/3/2026.",
        }
    return rule | {"validate": "any"}


def _widths(view: WorkbookView, look: Look) -> list[float]:
    """The width of each column in pixels."""
    kinds = {AnswerKind.LIST: "look_list", AnswerKind.TEXT: "look_text", AnswerKind.DATE: "look_list"}
    names = ["look_ref", "look_label"]
    for cell, heading in zip(view.table[0].cells, view.columns[2:], strict=True):
        toned = "look_printed" if heading.tone is Tone.PLAIN else f"look_head_{heading.tone}"
        names.append(kinds[cell.kind] if isinstance(cell, Answer) else toned)
    return [look.widths[name] for name in names]


def sheet_width(view: WorkbookView, look: Look) -> float:
    """How wide the sheet to fill in will be, in pixels."""
    return sum(_widths(view, look))


def _page(sheet: Worksheet, view: WorkbookView, margins: Margins, font: str) -> None:
    """A4, its long side across, with header and footer."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=margins.left, right=margins.right, top=margins.top, bottom=margins.bottom)
    look = f'&"{font},Regular"&12'
    sheet.set_header(f"&L{look}{_plain(view.handling_mark)}", {"margin": _HEADER})
    sheet.set_footer(f"&L{look}{_plain(view.stamp)}&R{look}Page &P of &N", {"margin": _HEADER})


def _plain(text: str) -> str:
    """Text for a header or footer, where an ampersand begins a code."""
    return text.replace("&", "&&")


def _notes(sheet: Worksheet, made: _Formats, view: WorkbookView) -> None:
    width, heights = made.look.widths["look_note"], Heights(sheet)
    sheet.set_column_pixels(0, 0, width)
    for row, note in enumerate((Note(view.notes_title), *view.notes)):
        name = "look_note_title" if row == 0 else "look_note_head" if note.heading else "look_note"
        sheet.write_string(row, 0, note.text, made.formats[name])
        heights.need(row, note.text, width, made.of(name), padding=_ROOMY if note.heading else _CLOSE)
    heights.set()
    sheet.protect("", {"format_rows": True, "format_columns": True})
    _page(sheet, view, made.look.note_margins, made.of("look_text").font)
    sheet.fit_to_pages(1, 0)
