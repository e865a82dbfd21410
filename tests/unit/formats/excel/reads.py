"""Reading a workbook written by hand."""

from collections.abc import Mapping

from hsbdocs.formats.excel.read import read_excel
from hsbdocs.model.transcript import Cell, Table, Transcript
from tests.unit.formats.excelfile import parts, sheet
from tests.unit.formats.wordfile import zipped


def read_parts(contents: Mapping[str, bytes]) -> Transcript:
    """The transcript of a package with these parts."""
    found = read_excel(zipped(contents))
    assert isinstance(found, Transcript), found
    return found


def read(*rows: str, before: str = "", after: str = "", **more: bytes) -> Transcript:
    """The transcript of a workbook with one sheet of these rows."""
    return read_parts(parts(sheet(*rows, before=before, after=after), more=more))


def tables(found: Transcript) -> list[Table]:
    """The sheets that say something."""
    return [block for block in found.blocks if isinstance(block, Table)]


def grid(found: Transcript) -> list[list[str]]:
    """The text of the one sheet, without the blank column that ends each row."""
    (table,) = tables(found)
    assert all(row[-1].text == "" for row in table.rows)
    return [[cell.text for cell in row[:-1]] for row in table.rows]


def cell(found: Transcript, at: int = 0) -> Cell:
    """A cell of the first row."""
    return tables(found)[0].rows[0][at]


def looks(found: Cell) -> list[tuple[str, int]]:
    """Text and marks of every span of a cell."""
    return [(span.text, span.marks) for paragraph in found.paragraphs for span in paragraph.spans]


def pictures(found: Transcript) -> int:
    """How many pictures stand in the body."""
    return sum(paragraph.pictures for paragraph in found.paragraphs)


def shapes(found: Transcript) -> int:
    """How many shapes stand in the body."""
    return sum(paragraph.shapes for paragraph in found.paragraphs)
