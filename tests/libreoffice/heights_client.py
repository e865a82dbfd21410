"""Asks LibreOffice Calc how high the rows of a workbook must be for all their text to show.

    /usr/bin/python3 heights_client.py -        JOBS, a list, from stdin

    {"source": "blank.xlsx", "target": "heights.json"}

The target gets, for each sheet, the height in points of every row in use. As `fill_client.py`, from which it takes
LibreOffice, it is a program of its own for the Python that has `uno`.
"""

import json
import sys
from pathlib import Path

from fill_client import Office, office  # type: ignore[import-not-found, unused-ignore]

_POINTS = 72 / 2540  # of a hundredth of a millimetre


def heights(program: Office, source: Path) -> list[list[float]]:
    """The heights of one workbook's rows, sheet by sheet."""
    document = program.open(source)
    try:
        found = []
        for sheet in document.Sheets:
            sheet.unprotect("")
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            rows = [sheet.Rows.getByIndex(at) for at in range(cursor.RangeAddress.EndRow + 1)]
            for row in rows:
                row.OptimalHeight = True
            found.append([row.Height * _POINTS for row in rows])
        return found
    finally:
        document.close(True)


def main() -> None:
    """Does all jobs with one start of LibreOffice."""
    with office() as program:
        for job in json.load(sys.stdin):
            Path(job["target"]).write_text(json.dumps(heights(program, Path(job["source"]))), encoding="utf-8")


if __name__ == "__main__":
    main()
