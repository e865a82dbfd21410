"""Returned copies of the published form: each .docx comes back as the .json beside it says.

To add a case, put a file and its .json here (README.md). The answers were typed by people who read the file, not by
this program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.returned.compare import differences
from tests.returned.reading import lines

_HERE = Path(__file__).parent
_FILES = sorted(_HERE.rglob("*.docx"))


def _expected(path: Path) -> list[dict[str, Any]]:
    loaded = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return loaded if isinstance(loaded, list) else [loaded]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_comes_back_as_a_careful_person_reads_it(path: Path) -> None:
    """Every form of the file, every field of the form."""
    expected = _expected(path)
    found = lines(path.read_bytes(), path.name)
    assert len(found) == len(expected), f"{len(found)} forms were found, not {len(expected)}: {_codes(found)}"
    wrong = []
    for number, (want, got) in enumerate(zip(expected, found, strict=True), 1):
        start = f"part {number}: " if len(expected) > 1 else ""
        wrong += [start + each for each in differences(want, got)]
    assert not wrong, f"\n{expected[0]['shows']}\n" + "\n".join(wrong)


def test_every_file_has_its_answers() -> None:
    """A file without a .json, or the other way round, is a slip."""
    answers = {path.stem for path in _HERE.rglob("*.json") if "checklists" not in path.parts}
    assert {path.stem for path in _FILES} == answers


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_expectations_are_whole(path: Path) -> None:
    """All 45 ids; what is doubtful has no value."""
    for want in _expected(path):
        assert len(want["answers"]) == 45
        assert want["shows"]
        assert set(want["doubtful"]) <= {field for field, value in want["answers"].items() if value is None}
        assert not set(want["findings"]) & set(want["not_findings"])


def _codes(found: list[dict[str, Any]]) -> list[str]:
    return sorted({finding["code"] for line in found for finding in line["findings"]})
