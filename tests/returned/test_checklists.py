"""Returned checklists: each .xlsx under checklists/ comes back as the .json beside it says.

To add a case, put a file and its .json there (checklists/README.md). The answers were written by people who read the
file, not by this program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.returned.compare import differences
from tests.returned.reading import lines

_HERE = Path(__file__).parent / "checklists"
_FILES = sorted(_HERE.rglob("*.xlsx"))
_NOT_TOLD = {"FORM-01", "FORM-12"}


def _expected(path: Path) -> list[dict[str, Any]]:
    loaded = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return loaded if isinstance(loaded, list) else [loaded]


def _codes(line: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in line["findings"]}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_comes_back_as_a_careful_person_reads_it(path: Path) -> None:
    """Every checklist of the workbook, every field of it; or unread where nobody can tell."""
    expected = _expected(path)
    found = lines(path.read_bytes(), path.name)
    if expected[0]["version"] is None:
        (line,) = found
        assert (line["form"], line["answers"]) == (None, {})
        assert set(expected[0]["findings"]) <= _codes(line)
        return
    if expected[0]["or_unread"] and len(found) == 1 and found[0]["form"] is None:
        assert _codes(found[0]) & _NOT_TOLD
        return
    assert len(found) == len(expected), f"{len(found)} were found, not {len(expected)}"
    wrong = []
    for number, (want, got) in enumerate(zip(expected, found, strict=True), 1):
        start = f"part {number}: " if len(expected) > 1 else ""
        wrong += [start + each for each in differences(want, got)]
    assert not wrong, f"\n{expected[0]['shows']}\n" + "\n".join(wrong)
