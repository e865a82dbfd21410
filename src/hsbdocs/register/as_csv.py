"""The sheet Register as CSV that no program takes for formulas."""

from __future__ import annotations

import csv
import io

from hsbdocs.register.view import SheetView

#: What a spreadsheet takes for the start of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(view: SheetView) -> bytes:
    """UTF-8 with a mark at its start, by which Excel knows it; lines end as RFC 4180 says."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_safe(column) for column in view.columns)
    for _, cells in view.rows:
        writer.writerow(_safe(cells[column].text) if column in cells else "" for column in view.columns)
    return text.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
