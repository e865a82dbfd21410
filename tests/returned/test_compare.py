"""The comparison itself: it lets a right line pass and names each thing that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.returned.compare import differences

_WANT = {
    "version": "2023.06",
    "parts": 1,
    "answers": {"child.name": "Jo", "child.age": None, "completion.date": "2026-05-14"},
    "doubtful": ["child.age"],
    "or_doubtful": ["completion.date"],
    "findings": ["FORM-08"],
    "not_findings": ["FORM-03"],
    "unplaced": ["a note"],
    "kept": ["14/15"],
}


def _right() -> dict[str, Any]:
    return {
        "form": {"version": "2023.06"},
        "part": 1,
        "answers": {"child.name": "J\u00ado", "child.age": None, "completion.date": "2026-05-14"},
        "as_written": {"child.age": "14/15"},
        "unplaced": [{"text": "this is a note", "location": "below the table"}],
        "findings": [{"code": "FORM-08", "fields": []}, {"code": "FORM-07", "fields": ["child.age"]}],
    }


def test_a_right_line_passes() -> None:
    """Soft hyphens within a word do not count."""
    assert differences(_WANT, _right()) == []


def test_what_may_be_left_may_be_null_with_a_finding() -> None:
    """But not without one, and never another value."""
    got = _right()
    got["answers"]["completion.date"] = None
    assert len(differences(_WANT, got)) == 1
    got["findings"].append({"code": "SIGN-05", "fields": ["completion.date"]})
    assert differences(_WANT, got) == []
    got["answers"]["completion.date"] = "2026-05-15"
    assert "expected '2026-05-14', read '2026-05-15'" in differences(_WANT, got)[0]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("form", None, "not read"),
        ("form", {"version": "2023.06-1"}, "version 2023.06-1, not 2023.06"),
        ("part", 2, "part 2, not 1"),
        ("as_written", {}, "neither unplaced nor as written: '14/15'"),
        ("unplaced", [], "not among the unplaced: 'a note'"),
        ("findings", [{"code": "FORM-07", "fields": ["child.age"]}], "finding FORM-08 is missing"),
        ("findings", [{"code": "FORM-08", "fields": []}], "no finding names it"),
        ("findings", [{"code": "FORM-03", "fields": ["child.age"]}], "finding FORM-03 must not be there"),
        (
            "answers",
            {"child.name": None, "child.age": None, "completion.date": "2026-05-14"},
            "expected 'Jo', read None",
        ),
        ("answers", {"child.name": "Jo", "child.age": 14, "completion.date": "2026-05-14"}, "must be null"),
    ],
)
def test_each_fault_is_named(key: str, value: object, said: str) -> None:
    """In a sentence with what was expected."""
    assert any(said in each for each in differences(_WANT, _right() | {key: value}))
