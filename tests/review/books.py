"""Workbooks filled in by several programs, and the content that they come to."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

import openpyxl

from hsbdocs.content.guidance import read_guidance
from hsbdocs.content.locate import Roots
from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Guidance
from hsbdocs.pipeline.kinds import read_pack
from hsbdocs.pipeline.review import Applied
from tests.support.programs import convert, fill_with_exceljs

TODAY = date(2026, 12, 31)


def content_bytes(roots: Roots) -> dict[str, bytes]:
    files = (path for path in roots.content.rglob("*") if path.is_file())
    return {str(path.relative_to(roots.content)): path.read_bytes() for path in files}


def address(path: Path, sheet: str, name: str, column: str) -> str:
    """Where a row's column stands in a workbook as it was sent."""
    return _addresses(path.read_bytes())[sheet, name, column]


@lru_cache(maxsize=8)
def _addresses(data: bytes) -> dict[tuple[str, str, str], str]:
    """The place of every cell of a workbook by its sheet, the id of its row (the first that has it), and its column."""
    places: dict[tuple[str, str, str], str] = {}
    for table in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        head, *rows = table.iter_rows()
        for row in rows:
            for column, cell in zip(head, row, strict=True):
                places.setdefault((table.title, str(row[0].value), str(column.value)), cell.coordinate)
    return places


def by_openpyxl(path: Path, out: Path, cells: dict[tuple[str, str], str]) -> Path:
    book = openpyxl.load_workbook(path)
    for (sheet, address), text in cells.items():
        book[sheet][address] = text
    book.save(out)
    return out


def by_libreoffice(path: Path, out: Path, cells: dict[tuple[str, str], str]) -> Path:
    filled = by_openpyxl(path, out.with_name(f"typed-{out.name}"), cells)
    return Path(shutil.copy(convert(filled, "xlsx", out.parent / "saved"), out))


def by_exceljs(path: Path, out: Path, cells: dict[tuple[str, str], str]) -> Path:
    return fill_with_exceljs(path, out, [(sheet, address, text) for (sheet, address), text in cells.items()])


def typed(sent: Path, out: Path, *cells: tuple[str, str, str, str]) -> Path:
    """A workbook with cells filled in: sheet, id, column, text."""
    return by_openpyxl(
        sent, out, {(sheet, address(sent, sheet, name, column)): text for sheet, name, column, text in cells}
    )


def reloaded(roots: Roots) -> tuple[Guidance, Edition]:
    """Content as it stands now; what is made from it may be older."""
    reading = read_pack(roots, compiled=False)
    assert reading.faults == ()
    assert reading.edition is not None
    assert reading.content is not None
    found = read_guidance(roots.content, reading.content.forms, reading.edition)
    assert found.faults == ()
    return found.guidance, reading.edition


def changed(sent: Path, out: Path, change: Callable[[openpyxl.Workbook], object]) -> Path:
    book = openpyxl.load_workbook(sent)
    change(book)
    book.save(out)
    return out


def says(applied: Applied, *words: str) -> bool:
    return any(all(word in problem for word in words) for problem in applied.asked.problems)
