"""What came of a damaged file: which of its values nobody wrote, and nobody is told of."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hsbdocs.model.arrival import Arrival
from hsbdocs.model.form import FieldType
from hsbdocs.model.line import Line
from tests.foreign.excel.fill import Manner as CellManner
from tests.foreign.excel.fill import fill as fill_sheet
from tests.foreign.fill import Manner, date_value, fill
from tests.libreoffice.sheet_values import EXPECTED as SHEET
from tests.libreoffice.values import TYPED
from tests.support.forms import ROOT, blank, parser

_LISTED = {
    "healthy": "Green \u2013 healthy",
    "problematic": "Amber \u2013 problematic",
    "harmful": "Red \u2013 harmful",
}
_RELEASED = ROOT / "tests" / "released" / "2023.06-1"


@cache
def good_forms() -> dict[str, bytes]:
    """Completed forms to damage: as Word, LibreOffice and Excel leave them, and the form of 2023."""
    sheet = {name: _LISTED.get(text, text) for name, text in SHEET.items()}
    sheet["checklist.date"] = date_value(date(2026, 5, 12))
    return {
        "word.docx": fill(blank("risk-assessment"), TYPED, Manner.WORD),
        "guided.docx": fill(blank("risk-assessment-guided"), TYPED, Manner.WORD),
        "libreoffice.docx": (_RELEASED / "risk-assessment.libreoffice-7.4.docx").read_bytes(),
        "2023.docx": (ROOT / "examples" / "returned" / "09-form-of-2023.docx").read_bytes(),
        "excel.xlsx": fill_sheet(blank("rag-checklist"), sheet, CellManner.EXCEL),
        "libreoffice.xlsx": (_RELEASED / "rag-checklist.libreoffice-7.4.xlsx").read_bytes(),
    }


def lines(name: str, data: bytes) -> list[Line]:
    """What the program makes of a file."""
    return [each.line for each in parser().read_file(Arrival(file=name, name=name, data=data))]


@cache
def originals(name: str) -> dict[str, Any]:
    """The answers of a good form."""
    (line,) = lines(name, good_forms()[name])
    return dict(line.answers)


def wrong(name: str, data: bytes) -> list[str]:
    """Fields whose value is neither the original nor null, with nothing said of their row.

    Free text that only lost lines of its own, or says itself twice, is as it was: nobody can tell.
    """
    found = []
    for line in lines(name, data):
        form = parser().form_of(line)
        if form is None:
            continue
        told = {field for finding in line.findings for field in finding.fields}
        places = "\n".join(str(finding.location) for finding in line.findings)
        for field, value in line.answers.items():
            if value is None or value == originals(name).get(field):
                continue
            row = form.row_of[field]
            if field in told or told & {each.id for each in row.fields} or f"row {row.key}" in places:
                continue
            if form.field_by_id[field].type is FieldType.TEXT and _is_part(str(value), str(originals(name).get(field))):
                continue
            found.append(field)
    return found


def _is_part(text: str, original: str) -> bool:
    return set(text.split("\n")) <= set(original.split("\n")) or not text.replace(original, "").strip()
