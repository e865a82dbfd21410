"""The checklist filled in and saved by programs of others, as it is and as an agency's pack: all 20 values come back.

LibreOffice types as a person does; openpyxl and exceljs are what agencies' own programs write with; Gnumeric enters
what it is given. An agency's logo and lines raise nothing (`test_filled_sheets.py` has the plain one in LibreOffice).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hsbdocs.content.locate import find_roots
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import build
from tests.libreoffice import client, sheet_values
from tests.support.agencies import AGENCY
from tests.support.forms import ROOT, line, read
from tests.support.programs import fill_with_exceljs, fill_with_gnumeric

Fill = Callable[[Path, Path], None]


def addresses(path: Path) -> dict[str, str]:
    """What is typed, by cell."""
    sheet = load_workbook(path)["Checklist"]
    at = {str(cell.value).strip(): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    found = {}
    for (label, heading), text in sheet_values.TYPED.items():
        column = at[heading].column_letter if heading else "C"
        found[f"{column}{at[label].row}"] = text
    return found


def openpyxl_fills(path: Path, out: Path) -> None:
    book = load_workbook(path)
    for address, text in addresses(path).items():
        cell = book["Checklist"][address]
        cell.value = datetime.date(2026, 5, 12) if text == "12 May 2026" else text
        if isinstance(cell.value, str):
            cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
    book.save(out)


def exceljs_fills(path: Path, out: Path) -> None:
    fill_with_exceljs(path, out, [("Checklist", address, text) for address, text in addresses(path).items()])


def gnumeric_fills(path: Path, out: Path) -> None:
    fill_with_gnumeric(path, out, addresses(path))


def libreoffice_fills(path: Path, out: Path) -> None:
    client.fill_sheets([client.SheetJob(path, out, "xlsx", sheet_values.TYPED)])


PROGRAMS: dict[str, Fill] = {
    "libreoffice": libreoffice_fills,
    "openpyxl": openpyxl_fills,
    "exceljs": exceljs_fills,
    "gnumeric": gnumeric_fills,
}
#: What is told besides. Gnumeric does not know the codes of headers for fonts, and prints them. exceljs drops the
#: properties, so that nobody can tell an agency's lines and logo from what was put in (docs/decisions/0024): advice.
TOLD = {
    ("gnumeric", "plain"): {("FORM-05", "warning")},
    ("gnumeric", "agency"): {("FORM-05", "warning")},
    ("exceljs", "agency"): {("FORM-05", "advice"), ("FORM-09", "advice")},
}


@pytest.mark.slow
@pytest.mark.parametrize("copy", ["plain", "agency"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_every_value_comes_back(name: str, copy: str, tmp_path: Path) -> None:
    variant = Variant(agency=AGENCY if copy == "agency" else None)
    build(find_roots(ROOT), ["rag-checklist"], tmp_path, variant)
    filled = tmp_path / "filled.xlsx"
    PROGRAMS[name](tmp_path / "rag-checklist.xlsx", filled)

    found = line(read(filled.read_bytes()))

    assert found["answers"] == sheet_values.EXPECTED
    assert {(each["code"], each["severity"]) for each in found["findings"]} == TOLD.get((name, copy), set())
    assert found["status"] == "clear"
