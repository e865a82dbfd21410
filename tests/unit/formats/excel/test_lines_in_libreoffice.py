"""The lines that texts are reckoned to take are checked by a program that wraps them: LibreOffice sets the heights."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hsbdocs.formats.excel.heights import LINE
from hsbdocs.formats.excel.write import _CLOSE, _ROOMY
from tests.support.programs import convert
from tests.unit.formats.excel.views import S, checklist
from tests.unit.formats.excelfile import row, typed
from tests.unit.formats.wordfile import zipped

pytestmark = pytest.mark.slow
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
#: Rows put in below the table, with so many lines each: they say how high LibreOffice makes a line.
KNOWN = {30: 2, 31: 12}
#: The rows with answers: those above the table, and the table's. The lines over the whole width are merged, and no
#: program measures merged cells.
DETAILS, IN_TABLE = range(5, 9), range(10, 19)


def heights(path: Path) -> dict[int, float]:
    """The height in points of each row of the first sheet of a flat OpenDocument spreadsheet."""
    root = ElementTree.parse(path).getroot()
    looks = {each.get(f"{STYLE}name"): each.find(f"{STYLE}table-row-properties") for each in root.iter(f"{STYLE}style")}
    table = next(root.iter(f"{TABLE}table"))
    found, at = {}, 1
    for each in table.iter(f"{TABLE}table-row"):
        look = looks[each.get(f"{TABLE}style-name")]
        assert look is not None
        found[at] = float((look.get(f"{STYLE}row-height") or "").removesuffix("in")) * 72
        at += int(each.get(f"{TABLE}number-rows-repeated", "1"))
    return found


def test_no_text_takes_more_lines_than_were_reckoned_and_none_takes_far_fewer(tmp_path: Path) -> None:
    contents = dict(checklist().parts)
    style = checklist().cells()["C11"].get("s", "")
    rows = "".join(row(typed(f"C{at}", "&#10;".join("x" * lines), s=style), r=str(at)) for at, lines in KNOWN.items())
    name = "xl/worksheets/sheet1.xml"
    bare = re.sub(rb' ht="[\d.]+"', b"", contents[name])
    contents[name] = bare.replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    source = tmp_path / "checklist.xlsx"
    source.write_bytes(zipped(contents))
    saved = convert(source, "fods", tmp_path)
    saved.write_bytes(re.sub(rb' style:row-height="[^"]+"', b"", saved.read_bytes()))  # so that it wraps them anew

    found = heights(convert(saved, "fods", tmp_path / "again"))

    low, high = (found[at] for at in KNOWN)
    line = (high - low) / (KNOWN[31] - KNOWN[30])
    spare = {}
    given = {int(each.get("r", "")): float(each.get("ht", "0")) for each in checklist().sheet().iter(f"{S}row")}
    for at in (*DETAILS, *IN_TABLE):
        reckoned = (given[at] - (_CLOSE if at in DETAILS else _ROOMY)) / (12 * LINE)
        spare[at] = round(reckoned) - max(1, round(KNOWN[30] + (found[at] - low) / line))
    assert set(spare.values()) <= {0, 1, 2}, spare
    assert 0 in spare.values()
