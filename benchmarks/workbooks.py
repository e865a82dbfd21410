"""Ways to write the checklist and to read one that was filled in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from itertools import cycle

import openpyxl
import xlsxwriter
from lxml import etree
from python_calamine import CalamineWorkbook

from benchmarks.answers import TODAY
from benchmarks.checklists import SHEET, X, filled
from benchmarks.forms import arrived
from benchmarks.timing import Rounds, side_by_side
from hsbdocs.content.load import load_content
from hsbdocs.content.locate import Roots
from hsbdocs.documents.excel_form import workbook_view
from hsbdocs.documents.identity import identity
from hsbdocs.formats.excel.template import read_template
from hsbdocs.formats.excel.write import write_workbook
from hsbdocs.model.line import Status, as_text
from hsbdocs.pipeline.kinds import ASKS
from hsbdocs.pipeline.parse import Parser

DOCUMENT = "rag-checklist"
OURS, PARSE, BARE, CALAMINE, OPENPYXL, XLSXWRITER = (
    *("hsbdocs", "parse only", "bare read", "python-calamine", "openpyxl", "XlsxWriter"),
)
READING = {
    OURS: "bytes to record, rules and JSON line (all sheets, styles, properties, and a SHA-256)",
    PARSE: "zipfile opens the file and inflates the first sheet, lxml parses it",
    BARE: "as before with the shared strings, and the text of every cell of the first sheet is joined",
    CALAMINE: "CalamineWorkbook.from_filelike(stream), the first sheet's to_python()",
    OPENPYXL: "load_workbook(stream), the value of every cell of the first sheet",
}
WRITING = {
    OURS: "view to bytes: XlsxWriter, heights of rows, properties, packing",
    XLSXWRITER: "the same texts, widths and wrapping, no rules, protection or printing; nothing checked",
    OPENPYXL: "the same",
}
VALUES = 20
_SERIES = 100
_STRINGS = "xl/sharedStrings.xml"


def reading(roots: Roots, rounds: int) -> Rounds:
    """Times by reader; each call reads another checklist, with text of its own."""
    series = _completed(roots)
    parser = Parser(roots, TODAY)
    _must_be_read(parser, series[0])
    readers: dict[str, Callable[[bytes], object]] = {
        OURS: lambda data: as_text(parser.read_file(arrived("form.xlsx", data))[0].line),
        PARSE: lambda data: _parts(data, SHEET),
        BARE: _bare,
        CALAMINE: lambda data: CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(),
        OPENPYXL: _openpyxl,
    }
    return side_by_side({name: _next(read, series) for name, read in readers.items()}, rounds)


def writing(roots: Roots, rounds: int) -> Rounds:
    """Times by writer."""
    content = load_content(roots.content, roots.templates, ASKS)
    form, document = content.forms[DOCUMENT], content.documents[DOCUMENT]
    view, about = workbook_view(content, form), identity(content, document, form)
    look = read_template(document.template, (roots.templates / document.template).read_bytes())
    cells = _bare_cells(write_workbook(view, look, about))
    return side_by_side(
        {
            OURS: lambda: write_workbook(view, look, about),
            XLSXWRITER: lambda: _write_xlsxwriter(cells),
            OPENPYXL: lambda: _write_openpyxl(cells),
        },
        rounds,
    )


def _next(read: Callable[[bytes], object], series: Sequence[bytes]) -> Callable[[], object]:
    files = cycle(series)
    return lambda: read(next(files))


def _must_be_read(parser: Parser, data: bytes) -> None:
    line = parser.read_file(arrived("form.xlsx", data))[0].line
    if line.status is not Status.CLEAR or None in line.answers.values():
        raise RuntimeError("the completed checklist is not read as it should be")


def _completed(roots: Roots) -> list[bytes]:
    """The checklist, completed many times over with different text."""
    content = load_content(roots.content, roots.templates, ASKS)
    form, document = content.forms[DOCUMENT], content.documents[DOCUMENT]
    look = read_template(document.template, (roots.templates / document.template).read_bytes())
    blank = write_workbook(workbook_view(content, form), look, identity(content, document, form))
    return [filled(blank, number) for number in range(_SERIES)]


def _parts(data: bytes, *names: str) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [etree.fromstring(archive.read(name)) for name in names]


def _bare(data: bytes) -> str:
    sheet, strings = _parts(data, SHEET, _STRINGS)
    texts = ["".join(text.text or "" for text in item.iter(f"{X}t")) for item in strings.iter(f"{X}si")]
    found = []
    for cell in sheet.iter(f"{X}c"):
        value = cell.findtext(f"{X}v") or "".join(text.text or "" for text in cell.iter(f"{X}t"))
        found.append(texts[int(value)] if cell.get("t") == "s" else value)
    return "\n".join(found)


def _openpyxl(data: bytes) -> list[object]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [value for row in sheet.iter_rows(values_only=True) for value in row]


def _bare_cells(data: bytes) -> list[tuple[int, int, str]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows())
    return [(cell.row, cell.column, str(cell.value)) for row in rows for cell in row if cell.value is not None]


def _write_xlsxwriter(cells: Sequence[tuple[int, int, str]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet, wrapped = book.add_worksheet(), book.add_format({"text_wrap": True})
    sheet.set_column(0, 6, 18)
    for row, column, text in cells:
        sheet.write_string(row - 1, column - 1, text, wrapped)
    book.close()
    return buffer.getvalue()


def _write_openpyxl(cells: Sequence[tuple[int, int, str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    wrapped = openpyxl.styles.Alignment(wrap_text=True)
    for letter in "ABCDEFG":
        sheet.column_dimensions[letter].width = 18
    for row, column, text in cells:
        cell = sheet.cell(row, column, text)
        cell.alignment = wrapped
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
