"""A view to a finished .xlsx to fill in: always the same bytes for the same view.

The sheet is protected without a password, so that labels are not changed by accident; only the answers' cells are
open. There is no formula in it, so nothing can be added up.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hsbdocs.formats.excel.finish import finish
from hsbdocs.formats.excel.lines import lines_in
from hsbdocs.formats.excel.look import (
    ANSWER_COLUMNS,
    FONT,
    FORMATS,
    LABEL_WIDTH,
    LINE_HEIGHT,
    LIST_WIDTH,
    NOTE_WIDTH,
    PADDING,
    PRINTED_WIDTH,
    REF_WIDTH,
    TEXT_WIDTH,
    TITLE_HEIGHT,
    TONES,
)
from hsbdocs.formats.excel.view import Answer, AnswerKind, Tone, WorkbookView
from hsbdocs.formats.properties import Identity

_A4 = 9
_MARGIN = 0.4  # inches, left and right
_PIXELS = 4 / 3  # of a point
_EARLIEST, _LATEST = "DATE(2000,1,1)", "DATE(2099,12,31)"


def write_workbook(view: WorkbookView, identity: Identity) -> bytes:
    """Arrange the view as a workbook with two sheets, the one to fill in and the notes."""
    buffer = io.BytesIO()
    book = Workbook(
        buffer,
        {
            "in_memory": True,
            "default_format_properties": dict(FONT),  # the library writes into it
            "default_row_height": round(LINE_HEIGHT * _PIXELS),
            "strings_to_formulas": False,
            "strings_to_urls": False,
        },
    )
    formats = {name: book.add_format(look) for name, look in FORMATS.items()}
    tones = {tone: book.add_format({"bg_color": back, "font_color": ink}) for tone, (back, ink) in TONES.items()}
    heights = _Sheet(book.add_worksheet(view.name), formats, tones).fill(view)
    note_heights = _notes(book.add_worksheet(view.notes_name), formats, view)
    book.close()
    return finish(buffer.getvalue(), identity, [heights, note_heights])


class _Sheet:
    def __init__(self, sheet: Worksheet, formats: dict[str, Format], tones: dict[Tone, Format]) -> None:
        self.sheet, self.formats, self.tones = sheet, formats, tones
        self.heights: dict[int, float] = {}

    def fill(self, view: WorkbookView) -> dict[int, float]:
        """Write everything; give back the height in points that each row with wrapped text needs."""
        sheet, columns = self.sheet, view.columns
        widths = _widths(view)
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        sheet.write_string(0, 0, view.title, self.formats["title"])
        self.heights[0] = TITLE_HEIGHT
        for number, notice in enumerate(view.notices, 1):
            sheet.write_string(number, 0, notice, self.formats["notice"])
        at = 1 + len(view.notices)
        first_answer = at
        for answered in view.rows:
            sheet.write_string(at, 0, answered.ref, self.formats["ref"])
            sheet.write_string(at, 1, answered.label, self.formats["label"])
            self._answer(at, 2, answered.answer, columns=ANSWER_COLUMNS)
            self._height(at, [(answered.label, widths[1], True)])
            at += 1
        head = at
        last = head + len(view.table)
        sheet.add_table(
            *(head, 0, last, len(columns) - 1),
            {
                "name": view.name,
                "title": view.name,
                "description": view.description,
                "autofilter": False,
                "banded_rows": False,
                "style": None,
                "columns": [{"header": name, "header_format": self.formats["head"]} for name in columns],
            },
        )
        for number, row in enumerate(view.table, head + 1):
            sheet.write_string(number, 0, row.ref, self.formats["ref"])
            sheet.write_string(number, 1, row.label, self.formats["label"])
            for column, cell in enumerate(row.cells, 2):
                if isinstance(cell, Answer):
                    self._answer(number, column, cell)
                else:
                    sheet.write_string(number, column, cell, self.formats["printed"])
            texts = [(row.label, widths[1], True)]
            texts += [(cell, widths[n], False) for n, cell in enumerate(row.cells, 2) if isinstance(cell, str)]
            self._height(number, texts)
        for number, line in enumerate(view.below, last + 2):
            sheet.write_string(number, 0, line, self.formats["plain"])
        self._set_up(view, first_answer, head, last + 1 + len(view.below))
        sheet.freeze_panes(head + 1, 2)
        open_cells = f"A{first_answer + 1}:{chr(ord('A') + len(columns) - 1)}{last + 1}"
        sheet.ignore_errors({"number_stored_as_text": open_cells})
        return self.heights

    def _height(self, row: int, texts: Sequence[tuple[str, float, bool]]) -> None:
        lines = max(lines_in(text, width, bold=bold) for text, width, bold in texts)
        self.heights[row] = lines * LINE_HEIGHT + PADDING

    def _answer(self, row: int, column: int, answer: Answer, *, columns: int = 1) -> None:
        """An open cell, over several columns if need be, with its message, what it takes, and its colours."""
        look = self.formats[answer.kind.value]
        if columns > 1:
            self.sheet.merge_range(row, column, row, column + columns - 1, "", look)
        else:
            self.sheet.write_blank(row, column, None, look)
        rule = {"input_title": answer.title, "input_message": answer.hint}
        if answer.kind is AnswerKind.LIST:
            rule |= {
                "validate": "list",
                "source": [option.label for option in answer.options],  # type: ignore[dict-item]
                "error_title": "Not in the list",
                "error_message": "Choose one of the list, or leave the cell empty.",
            }
            for option in answer.options:
                if option.tone in self.tones:
                    colours = {"type": "cell", "criteria": "==", "value": f'"{option.label}"'}
                    self.sheet.conditional_format(
                        row, column, row, column, {**colours, "format": self.tones[option.tone]}
                    )
        elif answer.kind is AnswerKind.DATE:
            rule |= {
                "validate": "date",
                "criteria": "between",
                "minimum": f"={_EARLIEST}",
                "maximum": f"={_LATEST}",
                "error_title": "Not a date",
                "error_message": "Write a date with its day, month and year, for example 14/3/2026.",
            }
        else:
            rule |= {"validate": "any"}
        self.sheet.data_validation(row, column, row, column, rule)

    def _set_up(self, view: WorkbookView, first: int, head: int, last: int) -> None:
        """Protection without a password, and printing on A4, its long side across.

        The answers above the table are printed on each page with its heading: the reference tells a loose page.
        """
        sheet = self.sheet
        sheet.protect("", {"format_rows": True, "format_columns": True})
        _page(sheet, view)
        sheet.set_landscape()
        sheet.set_print_scale(100)  # the columns fill the page: LibreOffice shrinks what it is to fit and repeats rows
        sheet.repeat_rows(first, head)
        sheet.print_area(0, 0, last, len(view.columns) - 1)


def _widths(view: WorkbookView) -> list[float]:
    kinds = [cell.kind if isinstance(cell, Answer) else None for cell in view.table[0].cells]
    by_kind = {None: PRINTED_WIDTH, AnswerKind.LIST: LIST_WIDTH, AnswerKind.TEXT: TEXT_WIDTH}
    return [REF_WIDTH, LABEL_WIDTH, *(float(by_kind.get(kind, LIST_WIDTH)) for kind in kinds)]


def _page(sheet: Worksheet, view: WorkbookView) -> None:
    sheet.set_paper(_A4)
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=0.8, bottom=0.7)
    font = '&"Arial,Regular"&12'
    sheet.set_header(f"&L{font}{_plain(view.handling_mark)}")
    sheet.set_footer(f"&L{font}{_plain(view.stamp)}&R{font}Page &P of &N")


def _plain(text: str) -> str:
    """Text for a header or footer, where an ampersand begins a code."""
    return text.replace("&", "&&")


def _notes(sheet: Worksheet, formats: dict[str, Format], view: WorkbookView) -> dict[int, float]:
    sheet.set_column(0, 0, NOTE_WIDTH)
    sheet.write_string(0, 0, view.notes_title, formats["title"])
    heights = {0: TITLE_HEIGHT}
    for number, note in enumerate(view.notes, 1):
        sheet.write_string(number, 0, note, formats["note"])
        heights[number] = lines_in(note, NOTE_WIDTH, bold=False) * LINE_HEIGHT + 2 * PADDING
    sheet.protect("", {"format_rows": True, "format_columns": True})
    _page(sheet, view)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return heights
