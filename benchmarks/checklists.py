"""The blank checklist of this project, filled in as Excel does it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from lxml import etree

X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET = "xl/worksheets/sheet1.xml"


def filled(blank: bytes, number: int) -> bytes:
    """Checklist ``number`` of a series: the blank one with every answer given, in texts that no other one has."""
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[SHEET])
    rows = {int(row.get("r", "0")): row for row in root.iter(f"{X}row")}
    texts = {f"C{row}": f"Answer {row} of sample {number}" for row in (5, 7, 8)}
    texts |= {
        f"F{row}": ("Green – healthy", "Amber – problematic", "Red – harmful")[(row + number) % 3]
        for row in range(11, 19)
    }
    texts |= {f"G{row}": f"What was seen on day {number}, and said by {row} people." * 3 for row in range(11, 19)}
    cells = {cell.get("r", ""): cell for row in rows.values() for cell in row}
    for name, text in texts.items():
        cells[name].set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cells[name], f"{X}is"), f"{X}t").text = text
    etree.SubElement(cells["C6"], f"{X}v").text = str((date(2026, 5, 1) - date(1899, 12, 30)).days)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, SHEET: etree.tostring(root)}.items():
            archive.writestr(name, data)
    return buffer.getvalue()
