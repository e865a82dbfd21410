"""Plain tables as a workbook for people to fill in: a header row, open cells, and what may be typed where."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import msgspec
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hsbdocs.formats.package import pack, unpack

_CREATED = datetime(2000, 1, 1)
_FONT = {"font_name": "Arial", "font_size": 12, "text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
_HEAD = {**_FONT, "bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "locked": True}
_FIXED = {**_FONT, "bg_color": "#E6EEF2", "locked": True}
_OPEN = {**_FONT, "locked": False}
#: Rows below the last one that are open too, where rows may be added.
_ROOM = 30
#: Points of a line, and letters to a unit of width, with a margin for wide ones.
_LINE, _FITS = 16.5, 0.8
_ALLOWED = {"format_columns": True, "format_rows": True, "format_cells": True, "autofilter": True}


class Column(msgspec.Struct, frozen=True):
    """A column: its name in row 1, its width in characters, whether people may write in it, and how to."""

    name: str
    width: int = 20
    open: bool = False
    how: str = ""
    choices: tuple[str, ...] = ()


class TableView(msgspec.Struct, frozen=True):
    """A sheet: its columns, and rows of texts. ``grows``: people may add rows; ``hidden``: for the program alone."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    grows: bool = False
    hidden: bool = False


def write_tables(tables: Sequence[TableView], title: str) -> bytes:
    """The workbook: the same bytes for the same tables. Every cell is text, so that no leading 0 is lost."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": _CREATED})
    formats = {name: book.add_format(look) for name, look in (("head", _HEAD), ("fixed", _FIXED), ("open", _OPEN))}
    for table in tables:
        sheet = book.add_worksheet(table.name)
        _fill(sheet, table, formats)
        if table.hidden:
            sheet.very_hidden()
    book.close()
    return pack(unpack(buffer.getvalue()))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of this width, at 12 points."""
    return sum(-(-len(line) // max(1, int(width * _FITS))) or 1 for line in text.split("\n"))


def _fill(sheet: Worksheet, table: TableView, formats: dict[str, Format]) -> None:
    last = len(table.rows) + (_ROOM if table.grows else 0)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.name, formats["head"])
        if column.how:
            sheet.write_comment(0, number, column.how, {"x_scale": 2, "author": ""})
        if column.choices and last:
            sheet.data_validation(1, number, last, number, {"validate": "list", "source": list(column.choices)})
    for at, row in enumerate(table.rows, 1):
        sheet.set_row(
            at, _LINE * max(_lines(text, column.width) for column, text in zip(table.columns, row, strict=True))
        )
        for number, (column, text) in enumerate(zip(table.columns, row, strict=True)):
            sheet.write_string(at, number, text, formats["open" if column.open else "fixed"])
    for at in range(len(table.rows) + 1, last + 1):
        for number in range(len(table.columns)):
            sheet.write_blank(at, number, None, formats["open"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(table.columns) - 1)
    sheet.protect("", _ALLOWED)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
