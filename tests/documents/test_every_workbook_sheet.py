"""Every workbook in every edition, as openpyxl reads it: what a screen reader and a printer have to be told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import openpyxl
from lxml import etree
from openpyxl.cell import MergedCell
from openpyxl.workbook import Workbook

from tests.documents.editions import EXCEL, built, over

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
_A4 = 9


def _opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def without_prompt(book: Workbook) -> list[str]:
    """The cells to fill in of which no prompt says what is asked."""
    return [
        f"{sheet.title} {cell.coordinate}"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not isinstance(cell, MergedCell) and not cell.protection.locked
        if not any(
            cell.coordinate in rule.sqref and rule.showInputMessage and rule.promptTitle and rule.prompt
            for rule in sheet.data_validations.dataValidation
        )
    ]


def ill_headed(book: Workbook) -> Iterator[str]:
    """What the tables lack: a row that heads them, names in it, or that it is printed on every page, and it alone."""
    tables = [(sheet, table) for sheet in book.worksheets for table in sheet.tables.values()]
    if not tables:
        yield "there is no table"
    for sheet, table in tables:
        heads = sheet[table.ref][0]
        names = [column.name for column in table.tableColumns]
        if table.headerRowCount != 1 or names != [cell.value for cell in heads] or not all(map(str.strip, names)):
            yield f"{sheet.title}: {names} do not stand in its first row"
        if sheet.print_title_rows != f"${heads[0].row}:${heads[0].row}":
            yield f"{sheet.title}: {sheet.print_title_rows} is printed on every page"
        if not sheet.print_area:
            yield f"{sheet.title}: no area is said to be printed"


def unspoken(data: bytes) -> list[str]:
    """Pictures and shapes that have no words instead, by their parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawings = [name for name in archive.namelist() if name.startswith("xl/drawings/") and name.endswith(".xml")]
        drawn = [(name, each) for name in drawings for each in etree.fromstring(archive.read(name)).iter(_DRAWN)]
    return [name for name, each in drawn if not each.get("descr", "").strip()]


@over("workbook-prompts", EXCEL)
def test_every_cell_to_fill_in_says_what_is_asked(edition: str, document: str) -> None:
    assert without_prompt(_opened(built(edition)[document])) == []


@over("workbook-table", EXCEL)
def test_tables_are_headed_on_every_page(edition: str, document: str) -> None:
    assert list(ill_headed(_opened(built(edition)[document]))) == []


@over("workbook-page", EXCEL)
def test_sheets_are_a4_on_their_side(edition: str, document: str) -> None:
    setups = [sheet.page_setup for sheet in _opened(built(edition)[document]).worksheets]
    assert {(setup.orientation, int(setup.paperSize)) for setup in setups} == {("landscape", _A4)}


@over("workbook-language", EXCEL)
def test_language_and_title_are_said(edition: str, document: str) -> None:
    properties = _opened(built(edition)[document]).properties
    assert properties.language == "en-GB"
    assert len((properties.title or "").split()) >= 3


@over("workbook-pictures", EXCEL)
def test_pictures_have_words_instead(edition: str, document: str) -> None:
    assert unspoken(built(edition)[document]) == []


@over("workbook-logo", EXCEL)
def test_an_agencys_workbook_shows_its_logo(edition: str, document: str) -> None:
    """Without it no picture would be looked at above."""
    with zipfile.ZipFile(io.BytesIO(built(edition)[document])) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("xl/media/")]
    assert bool(pictures) == (edition == "agency")


def test_what_is_wrong_would_be_found() -> None:
    """A prompt taken away, a head changed, other rows repeated, no area printed, no table: each is told."""
    book = _opened(built("reader")["rag-checklist"])
    sheet = next(sheet for sheet in book.worksheets if sheet.tables)
    before = len(list(ill_headed(book)))
    sheet.data_validations.dataValidation[0].prompt = ""
    assert without_prompt(book) != []
    (table,) = sheet.tables.values()
    table.tableColumns[0].name = "Another"
    assert len(list(ill_headed(book))) == before + 1
    sheet.print_area = None
    assert len(list(ill_headed(book))) == before + 2
    sheet.print_title_rows = "1:1"
    assert any("$1:$1" in told for told in ill_headed(book))
    del sheet.tables[table.name]
    assert list(ill_headed(book)) == ["there is no table"]


def test_a_picture_without_words_would_be_found() -> None:
    drawing = '<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/drawings/drawing1.xml", f'{drawing}<a:cNvPr id="1" name="Picture 1"/></x>')
        archive.writestr("xl/drawings/drawing2.xml", f'{drawing}<a:cNvPr id="1" descr="A logo"/></x>')
    assert unspoken(buffer.getvalue()) == ["xl/drawings/drawing1.xml"]
