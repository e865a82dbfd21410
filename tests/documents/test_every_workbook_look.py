"""Every workbook in every edition, as openpyxl reads it: type of 12 points or more, and colours that stand out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.editions import EDITIONS, EXCEL, built, over
from tests.unit.formats.word.colours import INK, PAPER, contrast

ENOUGH = 4.5


def opened(edition: str, document: str) -> Workbook:
    """A built workbook."""
    return openpyxl.load_workbook(io.BytesIO(built(edition)[document]), rich_text=True)


def cells(book: Workbook) -> Iterator[tuple[Worksheet, Cell]]:
    """The cells that have something in them or behind them, or are to be filled in; of merged ones the first."""
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell)):
            if cell.value is not None or cell.fill.fill_type is not None or not cell.protection.locked:
                yield sheet, cell


def small(book: Workbook, least: float) -> Iterator[str]:
    """What is printed in smaller type, in cells and in headers and footers."""
    for sheet, cell in cells(book):
        mixed = cell.value if isinstance(cell.value, CellRichText) else ()
        fonts = [cell.font, *(block.font for block in mixed if isinstance(block, TextBlock))]
        if min(font.sz or cell.font.sz for font in fonts) < least:
            yield f"{sheet.title} {cell.coordinate}"
    for sheet in book.worksheets:
        for part in (sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter):
            for section in (part.left, part.center, part.right):
                if section.text and (section.size or 0) < least:
                    yield f"{sheet.title}: {section.text}"


def plain(colour: Color | None, without: str) -> str:
    """A colour as RRGGBB; ``without`` where it is left to the program."""
    if colour is None or (colour.type == "indexed" and colour.indexed >= 64):
        return without
    assert colour.type == "rgb", f"a colour of the theme: {colour}"
    return str(colour.rgb)[-6:]


def weak(book: Workbook) -> Iterator[str]:
    """The cells whose text stands out too little from what fills them, each with its two colours."""
    for sheet, cell in cells(book):
        assert cell.fill.fill_type in (None, "solid"), f"{cell.coordinate}: a pattern"
        behind = PAPER if cell.fill.fill_type is None else plain(cell.fill.fgColor, PAPER)
        front = plain(cell.font.color, INK)
        if contrast(front, behind) < ENOUGH:
            yield f"{sheet.title} {cell.coordinate}: {front} on {behind}"


def weak_conditions(book: Workbook) -> Iterator[str]:
    """The same of the looks that come and go with what is chosen."""
    for sheet in book.worksheets:
        for place in sheet.conditional_formatting:
            for look in (rule.dxf for rule in place.rules if rule.dxf is not None):
                behind = PAPER if look.fill is None else plain(look.fill.bgColor, PAPER)
                front = INK if look.font is None else plain(look.font.color, INK)
                if contrast(front, behind) < ENOUGH:
                    yield f"{sheet.title} {place.sqref}: {front} on {behind}"


@over("workbook-type", EXCEL)
def test_no_type_is_smaller_than_its_edition_has(edition: str, document: str) -> None:
    book = opened(edition, document)
    assert len(list(cells(book))) > 50
    assert list(small(book, EDITIONS[edition].points)) == []
    assert {cell.font.name for _, cell in cells(book)} == {"Arial"}


@over("workbook-contrast", EXCEL)
def test_text_stands_out(edition: str, document: str) -> None:
    book = opened(edition, document)
    assert [*weak(book), *weak_conditions(book)] == []


def test_small_and_weak_type_would_be_found() -> None:
    book = opened("reader", "rag-checklist")
    sheet = book.worksheets[0]
    (first, *_) = (cell for _, cell in cells(book))
    first.font = Font(name="Arial", sz=11, color="FFB0B0B0")
    assert list(small(book, 12)) == [f"{sheet.title} {first.coordinate}"]
    assert list(weak(book)) == [f"{sheet.title} {first.coordinate}: B0B0B0 on FFFFFF"]
    first.fill = PatternFill("solid", fgColor="FF000000")
    assert list(weak(book)) == []
    first.value = CellRichText("large", TextBlock(InlineFont(sz=8), "small"))
    first.font = Font(sz=12, color="FFFFFFFF")
    sheet.oddHeader.left.size = 9
    sheet.oddHeader.left.text = "Small"
    assert list(small(book, 12)) == [f"{sheet.title} {first.coordinate}", f"{sheet.title}: Small"]
    look = DifferentialStyle(font=Font(color="FF82C28E"), fill=PatternFill(bgColor="FFCFE8D2"))
    sheet.conditional_formatting.add("A1", Rule(type="expression", dxf=look, formula=["TRUE"]))
    assert list(weak_conditions(book)) == [f"{sheet.title} A1: 82C28E on CFE8D2"]
