"""Fills in a workbook with LibreOffice Calc as a person would: goes to each cell, types, presses Enter, and saves.

    /usr/bin/python3 calc_client.py -        JOBS, a list, from stdin

    {"source": "blank.xlsx", "target": "out/filled.ods", "filter": "calc8",
     "values": [["Date of checklist", "", "12/5/2026"],           label, heading (empty: the cell beside the label),
                ["Power dynamics", "Rating", "Red – harmful"]]}   and what is typed

Labels and headings are looked for on the first sheet. A cell that does not take what is typed is an error: the sheet is
protected, and a list takes only its own entries. As `fill_client.py`, from which it takes LibreOffice, it is a program
of its own for the Python that has `uno`.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from fill_client import Office, UnoObject, _options, _url, office  # type: ignore[import-not-found, unused-ignore]

_ROWS, _COLUMNS = 60, 30


def find(texts: Sequence[Sequence[object]], text: str) -> tuple[int, int]:
    """Column and row of the one cell with this text."""
    found = [(column, row) for row, line in enumerate(texts) for column, said in enumerate(line) if said == text]
    if len(found) != 1:
        raise ValueError(f"{text!r} stands on the sheet {len(found)} times")
    return found[0]


def type_into(program: Office, document: UnoObject, sheet: UnoObject, at: tuple[int, int], text: str) -> None:
    """Goes to a cell, types and presses Enter."""
    column, row = at
    cell = sheet.getCellByPosition(column, row)
    program.command(document, "GoToCell", ToPoint=cell.AbsoluteName)
    program.command(document, "EnterString", StringName=text.split("\n", maxsplit=1)[0])
    if "\n" in text:
        # The command makes a line break that LibreOffice 7.4 loses from .ods; the keys make a paragraph, as this does.
        cell.String = text
    if not cell.String:
        raise ValueError(f"the cell {cell.AbsoluteName} does not take {text!r}")


def fill_in(program: Office, job: dict[str, object]) -> None:
    """Does one job."""
    document = program.open(Path(str(job["source"])))
    try:
        sheet = document.Sheets.getByIndex(0)
        texts = sheet.getCellRangeByPosition(0, 0, _COLUMNS - 1, _ROWS - 1).getDataArray()
        for label, heading, text in job["values"]:  # type: ignore[attr-defined]
            column, row = find(texts, label)
            at = (find(texts, heading)[0] if heading else column + 1, row)
            type_into(program, document, sheet, at, text)
        document.storeToURL(_url(Path(str(job["target"]))), _options(FilterName=job["filter"], Overwrite=True))
    finally:
        document.close(True)


def main() -> None:
    """Does all jobs with one start of LibreOffice."""
    with office() as program:
        for job in json.load(sys.stdin):
            fill_in(program, job)


if __name__ == "__main__":
    main()
