"""Fills in sheets with LibreOffice Calc as a person would: goes to each cell, types, presses Enter, and saves.

    /usr/bin/python3 sheet_client.py -        JOBS, a list, from stdin

    {"source": "blank.xlsx", "target": "out/filled.ods", "filter": "calc8",
     "sheet": "Checklist", "cells": [["C4", "text"], …]}

What is typed into a cell that is protected is lost, as it is for a person; the job then fails.
As `fill_client.py`, from which it takes LibreOffice, it is a program of its own for the Python that has `uno`.
"""

import json
import sys
from pathlib import Path

from fill_client import Office, _options, _url, office  # type: ignore[import-not-found, unused-ignore]


def fill_in(program: Office, job: dict[str, object]) -> None:
    """Does one job."""
    document = program.open(Path(str(job["source"])))
    try:
        sheet = document.Sheets.getByName(job["sheet"])
        document.CurrentController.ActiveSheet = sheet
        for name, text in job["cells"]:  # type: ignore[attr-defined]
            program.command(document, "GoToCell", ToPoint=name)
            program.command(document, "EnterString", StringName=text)
            if not sheet.getCellRangeByName(name).String:
                raise ValueError(f"{name} did not take {text!r}")
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
