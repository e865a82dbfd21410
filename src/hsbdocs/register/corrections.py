"""corrections.xlsx as a sheet to write: what software could not read, and what people wrote down for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

from hsbdocs.model.cell import Cell
from hsbdocs.register.view import SheetView


class CorrectionColumn(StrEnum):
    """The columns, in order; none is ever renamed. People fill in the last four."""

    REFERENCE = "Reference"
    FIELD = "Field"
    LABEL = "Label"
    PLACE = "Place"
    SEEN = "Seen"
    VALUE = "Value"
    BASIS = "Basis"
    INITIALS = "Initials"
    DATE = "Date"


PEOPLES = (CorrectionColumn.VALUE, CorrectionColumn.BASIS, CorrectionColumn.INITIALS, CorrectionColumn.DATE)
SHEET = "Corrections"
#: What a correction may rest on.
BASES = ("read in the original", "told by the sender")
_WIDTHS: dict[str, int] = {
    CorrectionColumn.REFERENCE: 14, CorrectionColumn.FIELD: 26, CorrectionColumn.LABEL: 34, CorrectionColumn.PLACE: 14,
    CorrectionColumn.SEEN: 34, CorrectionColumn.VALUE: 26, CorrectionColumn.BASIS: 24, CorrectionColumn.INITIALS: 12,
    CorrectionColumn.DATE: 14,
}  # fmt: skip
_NOTES: dict[str, str] = {
    CorrectionColumn.VALUE: (
        "What plainly stands in the original: a date like 27/3/2012, an age in whole years, an NHS number of ten "
        "digits. Never an outcome, a Yes or No, or a signature. Empty it to take it out again."
    ),
    CorrectionColumn.BASIS: f"{BASES[0]}, or: {BASES[1]}.",
    CorrectionColumn.INITIALS: "Yours.",
    CorrectionColumn.DATE: "The day on which you wrote it down.",
}


class ToCorrect(msgspec.Struct, frozen=True):
    """One answer that a person may write down: of which form, which field, its label and place, and what is seen."""

    reference: str
    field: str
    label: str
    place: str
    seen: str

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by."""
        return self.reference, self.field


Written = Mapping[str, Cell]


def corrections_sheet(
    rows: Sequence[ToCorrect],
    written: Mapping[tuple[str, str], Written],
    others: Sequence[Written],
    columns: Sequence[str],
) -> SheetView:
    """The sheet: ``written`` is what people wrote, by reference and field; ``others`` are rows of which none is ours.

    ``columns`` are those that stood there, people's own among them.
    """
    ours = [each for each in CorrectionColumn if each not in PEOPLES]
    found: list[tuple[str, dict[str, Cell]]] = []
    for row in rows:
        peoples = {name: cell for name, cell in written.get(row.key, {}).items() if name not in ours}
        said = zip(ours, (row.reference, row.field, row.label, row.place, row.seen), strict=True)
        found.append((row.reference, {**{str(name): Cell(value=text) for name, text in said if text}, **peoples}))
    found += [("", dict(row)) for row in others]
    names = (*CorrectionColumn, *(name for name in columns if name not in tuple(CorrectionColumn)))
    return SheetView(SHEET, tuple(map(str, names)), lambda: found, _WIDTHS, dict(_NOTES))
