"""The sheet Register as CSV that no program takes for formulas."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence

from hsbdocs.register.view import SheetView

#: What a spreadsheet takes for the start of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(view: SheetView) -> Iterator[bytes]:
    """Line by line: UTF-8 with a mark at its start, by which Excel knows it; lines end as RFC 4180 says."""
    yield codecs.BOM_UTF8
    yield _line(view.columns)
    for _, cells in view.rows():
        yield _line([cells[column].text if column in cells else "" for column in view.columns])


def _line(texts: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(map(_safe, texts))
    return text.getvalue().encode("utf-8")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
