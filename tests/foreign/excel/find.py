"""Where the answers stand in a checklist, by its labels and headings; the exact rows and columns do not matter."""

from tests.foreign.excel import grid
from tests.foreign.excel.labels import CRITERIA, DETAILS
from tests.foreign.excel.names import Place
from tests.foreign.excel.xlsx import Workbook

Where = tuple[str, Place]
"""The part of the sheet, and the cell."""


def answers(workbook: Workbook) -> dict[str, Where]:
    """The answer cell of each field. A field that stands nowhere, or twice, is an error."""
    found: dict[str, list[Where]] = {}
    for _, part in workbook.sheets:
        shown = {where: text.strip() for where, text in grid.texts(workbook, part).items()}
        for field, where in _details(shown) + _criteria(shown):
            found.setdefault(field, []).append((part, where))
    wrong = [field for field in _FIELDS if len(found.get(field, [])) != 1]
    if wrong:
        raise KeyError(f"not there once: {wrong}")
    return {field: places[0] for field, places in found.items()}


_FIELDS = (*DETAILS, *(f"criteria.{name}.{part}" for name in CRITERIA for part in ("rating", "evidence")))


def header(shown: dict[Place, str]) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, and the column of each of them."""
    for row in sorted({row for row, _ in shown}):
        columns = {text: column for (number, column), text in shown.items() if number == row}
        if {"Criterion", "Rating", "Evidence"} <= columns.keys():
            return (row, columns)
    return None


def criteria_rows(shown: dict[Place, str]) -> dict[str, int]:
    """The row of each criterion that has one."""
    labels = {texts[0]: name for name, texts in CRITERIA.items()}
    return {labels[text]: row for (row, _), text in shown.items() if text in labels}


def _details(shown: dict[Place, str]) -> list[tuple[str, Place]]:
    labels = {label: field for field, label in DETAILS.items()}
    found = []
    for (row, column), text in shown.items():
        if text in labels:
            beside = column + 1
            while (row, beside) in shown:
                beside += 1
            found.append((labels[text], (row, beside)))
    return found


def _criteria(shown: dict[Place, str]) -> list[tuple[str, Place]]:
    heading = header(shown)
    if heading is None:
        return []
    columns = {"rating": heading[1]["Rating"], "evidence": heading[1]["Evidence"]}
    return [
        (f"criteria.{name}.{part}", (row, column))
        for name, row in criteria_rows(shown).items()
        for part, column in columns.items()
    ]
