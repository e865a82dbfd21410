"""The heights that the checklist gives its rows are enough: LibreOffice says how high each must be."""

from pathlib import Path

import pytest

from tests.libreoffice import client
from tests.support.forms import blank
from tests.unit.formats.excel.views import S, Written, checklist, row_of
from tests.unit.formats.excelfile import row, sheet, typed, xlsx

pytestmark = pytest.mark.slow


def test_no_row_is_lower_than_its_text(tmp_path: Path) -> None:
    source = tmp_path / "checklist.xlsx"
    source.write_bytes(blank("rag-checklist"))

    needed = client.row_heights(source, tmp_path)

    for number, heights in enumerate(needed, 1):
        given = _given(checklist(), number)
        with_text = {row_of(name) for name in checklist().texts(number)}  # empty ones stand between the parts
        short = {
            at: (given[at], height)
            for at, height in enumerate(heights, 1)
            if given[at] < height - 0.5 and at in with_text
        }
        assert short == {}, f"sheet {number}: row, what it is given, what it needs"
        wide = {at: (given[at], height) for at, height in enumerate(heights, 1) if given[at] > 1.6 * height + 24}
        assert wide == {}, f"sheet {number}: far higher than it must be"


def test_libreoffice_does_measure(tmp_path: Path) -> None:
    """Without this a program that finds every row low enough would pass for a good judge."""
    source = tmp_path / "small.xlsx"
    source.write_bytes(xlsx(sheet(row(typed("A1", "one"), r="1"), row(typed("A2", "one\ntwo\nthree"), r="2"))))
    ((first, second),) = client.row_heights(source, tmp_path)
    assert second > 2.5 * first


def _given(written: Written, number: int) -> dict[int, float]:
    """The height of each row of a sheet, in points; rows that say none have the standard one."""
    root = written.sheet(number)
    standard = root.find(f"{S}sheetFormatPr")
    assert standard is not None
    usual = float(standard.get("defaultRowHeight", ""))
    found = dict.fromkeys(range(1, 200), usual)
    return found | {int(each.get("r", "")): float(each.get("ht", usual)) for each in root.iter(f"{S}row")}
