"""Returned copies of the published form: each .docx comes back as the .json beside it says.

To add a case, put a file and its .json here (README.md). The answers were typed by people who read the file, not by
this program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.returned.reading import lines

_HERE = Path(__file__).parent
_FILES = sorted(_HERE.rglob("*.docx"))
_SOFT_HYPHEN = "\u00ad"


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
        wrong += [start + each for each in _differences(want, got)]
    assert not wrong, f"\n{expected[0]['shows']}\n" + "\n".join(wrong)


def test_every_file_has_its_answers() -> None:
    """A file without a .json, or the other way round, is a slip."""
    assert {path.stem for path in _FILES} == {path.stem for path in _HERE.rglob("*.json")}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_expectations_are_whole(path: Path) -> None:
    """All 45 ids; what is doubtful has no value."""
    for want in _expected(path):
        assert len(want["answers"]) == 45
        assert want["shows"]
        assert set(want["doubtful"]) <= {field for field, value in want["answers"].items() if value is None}
        assert not set(want["findings"]) & set(want["not_findings"])


def _differences(want: dict[str, Any], got: dict[str, Any]) -> list[str]:
    codes = {finding["code"] for finding in got["findings"]}
    if got["form"] is None:
        return [f"not read: {sorted(codes)}"]
    wrong = []
    if got["form"]["version"] != want["version"]:
        wrong.append(f"version {got['form']['version']}, not {want['version']}")
    if got["part"] != want["parts"]:
        wrong.append(f"part {got['part']}, not {want['parts']}")
    named = {field for finding in got["findings"] for field in finding["fields"]}
    for field, value in want["answers"].items():
        read = got["answers"][field]
        if field in want.get("or_doubtful", []) and read is None:
            if field not in named:
                wrong.append(f"{field}: null and no finding names it; expected {value!r}, or null and a finding")
        elif field in want["doubtful"]:
            if read is not None:
                wrong.append(f"{field}: read as {read!r}, but nobody can be sure: must be null")
            elif field not in named:
                wrong.append(f"{field}: is null as it must be, but no finding names it")
        elif _plain(read) != _plain(value):
            wrong.append(f"{field}: expected {value!r}, read {read!r}")
    wrong += [f"finding {code} is missing" for code in want["findings"] if code not in codes]
    wrong += [f"finding {code} must not be there" for code in want["not_findings"] if code in codes]
    unplaced = "\n".join(each["text"] for each in got["unplaced"])
    wrong += [f"not among the unplaced: {text!r}" for text in want["unplaced"] if text not in unplaced]
    outside = "\n".join([unplaced, *got["as_written"].values()])
    wrong += [f"neither unplaced nor as written: {text!r}" for text in want.get("kept", []) if text not in outside]
    return wrong


def _plain(value: object) -> object:
    # Nobody sees a soft hyphen within a line.
    return value.replace(_SOFT_HYPHEN, "") if isinstance(value, str) else value


def _codes(found: list[dict[str, Any]]) -> list[str]:
    return sorted({finding["code"] for line in found for finding in line["findings"]})
