"""Writes tests/returned/checklists/programs: checklists that LibreOffice filled in or saved again.

    python -m tests.libreoffice.make_checklists

Run once; the files are kept as they are. What stands in them was looked at by a person before it was kept.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.foreign.excel.blank import blank, place_of
from tests.foreign.excel.cases.case import expect
from tests.foreign.excel.cases.people import (
    NURSE,
    NURSE_ANSWERS,
    TEACHER,
    TEACHER_ANSWERS,
    YOUTH,
    YOUTH_ANSWERS,
    Answers,
    Typed,
)
from tests.foreign.excel.make_returned import FOLDER, as_json
from tests.foreign.excel.names import cell
from tests.support.programs import convert, need

OUT = FOLDER / "programs"
_CLIENT = Path(__file__).with_name("sheet_client.py")
_FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}

# Name, what was typed, how the date was typed, what was meant, the format between.
_FILLED: tuple[tuple[str, Typed, str, Answers, str], ...] = (
    ("typed-xlsx", TEACHER, "14/3/2026", TEACHER_ANSWERS, "xlsx"),
    ("typed-ods", NURSE, "2026-04-02", NURSE_ANSWERS, "ods"),
    ("typed-xls", YOUTH, "1 May 2026", YOUTH_ANSWERS, "xls"),
    ("typed-xlsx-some", NURSE, "2 April 2026", NURSE_ANSWERS, "xlsx"),
)

# Cases that LibreOffice only opened and saved again.
_SAVED = (
    *(("ordinary-blank", "ods"), ("ordinary-all", "xls"), ("ordinary-bold-words", "ods"), ("ordinary-long", "xlsx")),
    *(("ordinary-numbers", "ods"), ("ordinary-equals-sign", "xlsx"), ("rating-by-hand-words", "xls")),
    *(("rating-struck-and-new", "xlsx"), ("date-serial-general", "ods"), ("date-iso-cell", "xlsx")),
    *(("formula-evidence-cell", "ods"), ("formula-rating-text", "xlsx"), ("label-opposite", "xls")),
    *(("damage-details-merged", "xlsx"), ("damage-row-copied-otherwise", "ods"), ("place-comment", "ods")),
    *(("place-text-box", "xlsx"), ("place-hidden-rows", "xls"), ("place-hidden-columns", "xlsx")),
    *(("place-sheet-hidden", "ods"), ("place-agency-column", "xlsx"), ("several-two-sheets", "ods")),
    *(
        ("written-strict", "xlsx"),
        ("written-dates-from-1904", "ods"),
        ("written-google", "xlsx"),
        ("lost-looks", "xls"),
    ),
)


def main() -> None:
    """Writes what is not there yet."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder)
        _save_again(folder)


def _fill(folder: Path) -> None:
    source = folder / "blank.xlsx"
    source.write_bytes(blank())
    jobs = []
    for name, typed, day, _, between in _FILLED:
        texts = {field: day if field == "checklist.date" else str(value) for field, value in typed.items()}
        cells = [[cell(place_of(field)), text] for field, text in texts.items()]
        target = str(folder / f"{name}.{between}")
        jobs.append(
            {"source": str(source), "target": target, "filter": _FILTERS[between], "sheet": "Checklist", "cells": cells}
        )
    subprocess.run([need("uno-python"), _CLIENT, "-"], input=json.dumps(jobs), encoding="utf-8", check=True)
    for name, _, day, answers, between in _FILLED:
        shows = f"Filled in with LibreOffice 7.4, the date typed as {day}, saved as .{between}"
        end = "." if between == "xlsx" else " and then .xlsx."
        _keep(folder, name, between, as_json([expect(shows + end, base=answers)]))


def _save_again(folder: Path) -> None:
    for name, between in _SAVED:
        saved = convert(FOLDER / f"{name}.xlsx", f"{between}:{_FILTERS[between]}", folder / "first")
        saved.rename(folder / f"saved-{name}-{between}.{between}")
        text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
        shows = text.replace('"shows": "', f'"shows": "Saved by LibreOffice 7.4 as .{between}. ')
        _keep(folder, f"saved-{name}-{between}", between, shows)


def _keep(folder: Path, name: str, between: str, expected: str) -> None:
    path = folder / f"{name}.{between}"
    if between != "xlsx":
        path = convert(path, f"xlsx:{_FILTERS['xlsx']}", folder / "second")
    target = OUT / f"{name}.xlsx"
    if not target.exists():
        shutil.copyfile(path, target)
        target.with_suffix(".json").write_text(expected, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
