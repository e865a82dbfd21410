"""Writes tests/returned/checklists: one .xlsx and one .json for each case.

    python -m tests.foreign.excel.make_returned [--again] [NAME ...]

A file that is there already stays as it is, unless --again is given. Files made by LibreOffice come from
tests/libreoffice/make_checklists.py.
"""

import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from tests.foreign.excel.cases.case import Case, Expected

FOLDER = Path(__file__).resolve().parents[2] / "returned" / "checklists"
MODULES: tuple[str, ...] = (
    *("ordinary", "ratings", "dates", "formulas", "labels", "damage", "places", "several", "files"),
)


def cases() -> Iterator[Case]:
    """All cases, in the order of the modules."""
    for name in MODULES:
        yield from import_module(f"tests.foreign.excel.cases.{name}").cases()


def as_json(expected: Sequence[Expected]) -> str:
    """The text of the .json: one object, or a list of them where the file holds several checklists."""
    made = [dataclasses.asdict(each) for each in expected]
    return json.dumps(made[0] if len(made) == 1 else made, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path, each: Case, *, again: bool = False) -> bool:
    """Writes both files of a case; says whether it did."""
    path = folder / f"{each.name}.xlsx"
    if path.exists() and not again:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(each.data)
    path.with_suffix(".json").write_text(as_json(each.expected), encoding="utf-8", newline="\n")
    return True


def main(arguments: Sequence[str]) -> None:
    """Writes the cases that are asked for, or all."""
    names = {argument for argument in arguments if not argument.startswith("--")}
    written = [
        each.name
        for each in cases()
        if (not names or each.name in names) and write(FOLDER, each, again="--again" in arguments)
    ]
    print(f"{len(written)} written", *written)


if __name__ == "__main__":
    main(sys.argv[1:])
