"""A real client: LibreOffice Calc opens the built checklist, fills it in and saves it; all 20 values come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.libreoffice import client, sheet_values
from tests.support.forms import WORKBOOKS, blank, read
from tests.support.programs import convert_all


@pytest.mark.slow
@pytest.mark.parametrize("document", WORKBOOKS)
def test_every_value_comes_back(document: str, tmp_path: Path) -> None:
    """Saved as .xlsx, and saved as .ods and then as .xlsx."""
    source = tmp_path / f"{document}.xlsx"
    source.write_bytes(blank(document))
    formats: tuple[client.SheetFormat, ...] = ("xlsx", "ods")
    jobs = [client.SheetJob(source, tmp_path / f"filled.{form}", form, sheet_values.TYPED) for form in formats]
    client.fill_sheets(jobs)
    resaved = convert_all([jobs[1].target], "xlsx:Calc MS Excel 2007 XML", tmp_path / "again")
    for path in (jobs[0].target, *resaved.values()):
        found = read(path.read_bytes())
        assert found.line.form is not None, path.name
        assert found.line.answers == sheet_values.EXPECTED, path.name
        assert not found.line.unplaced, path.name
        assert found.line.status.value == "clear", path.name
