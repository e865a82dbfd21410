"""The Open XML SDK finds no fault in the built workbooks."""

from pathlib import Path

import pytest

from hsbdocs.formats.excel.write import write_workbook
from tests.support.forms import WORKBOOKS, blank
from tests.support.programs import need, validate_ooxml
from tests.unit.formats.excel.views import IDENTITY, VIEW, look
from tests.unit.formats.wordfile import unzipped, zipped

pytestmark = pytest.mark.slow


def test_the_built_workbooks_have_no_error(tmp_path: Path) -> None:
    need("ooxml-validator")
    files = [tmp_path / f"{document}.xlsx" for document in (*WORKBOOKS, "small")]
    for file in files[:-1]:
        file.write_bytes(blank(file.stem))
    files[-1].write_bytes(write_workbook(VIEW, look(), IDENTITY))

    assert validate_ooxml(files) == {file: [] for file in files}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<sheetData>", b"<nonsense/><sheetData>"),
        (b'<row r="1"', b'<row ht="high" r="1"'),
        (b'type="list"', b'type="lists"'),
    ],
)
def test_the_validator_does_find_a_fault(old: bytes, new: bytes, tmp_path: Path) -> None:
    """Without this a validator that says yes to everything would pass for a good one."""
    need("ooxml-validator")
    file = tmp_path / "bad.xlsx"
    parts = unzipped(write_workbook(VIEW, look(), IDENTITY))
    name = "xl/worksheets/sheet1.xml"
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1).replace(b' ht="26.25"', b"", 1)
    file.write_bytes(zipped(parts))

    assert validate_ooxml([file])[file]
