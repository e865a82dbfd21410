"""The table of numbers and how they are shown is not ours alone: LibreOffice shows them so."""

import csv
from pathlib import Path

import pytest

from tests.support.programs import convert
from tests.unit.formats.excel.number_cases import SHOWN
from tests.unit.formats.excelfile import c, row, sheet, styles, xlsx

pytestmark = pytest.mark.slow


def test_libreoffice_shows_the_same(tmp_path: Path) -> None:
    codes = list(dict.fromkeys(code for code, _, _ in SHOWN))
    formats = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{code.replace(chr(34), "&quot;")}"/>' for n, code in enumerate(codes)
    )
    rows = [
        row(c(f"A{n}", repr(number), s=str(codes.index(code) + 1)), r=str(n))
        for n, (code, number, _) in enumerate(SHOWN, 1)
    ]
    looks = styles(*(f'numFmtId="{164 + n}" applyNumberFormat="1"' for n in range(len(codes))), formats=formats)
    source = tmp_path / "numbers.xlsx"
    source.write_bytes(xlsx(sheet(*rows), styles=looks))

    made = convert(source, "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true", tmp_path)

    with made.open(encoding="utf-8", newline="") as file:
        said = [line[0] for line in csv.reader(file)]
    assert said == [text for _, _, text in SHOWN]
