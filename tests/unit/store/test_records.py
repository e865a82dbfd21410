"""What is kept without --full: coded values and findings, and nothing that names anybody."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.store.records import coded
from tests.unit.reading.complete import EXPECTED
from tests.unit.reading.sheets import RELEASED

_CODED = {
    "child.age",
    "outcome.category",
    *(f"actions.{row}.answer" for row in ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")),
    "completion.mode",
    "completion.date",
}


def line(**changes: Any) -> dict[str, Any]:
    """A line as parse makes it."""
    whole: dict[str, Any] = {
        "schema": 1,
        "file": "returned/Amber Example.docx",
        "member": None,
        "part": 1,
        "sha256": "0123456789abcdef" * 4,
        "status": "clear",
        "form": {"id": "risk-assessment", "version": "2023.06-1", "document": None, "recognised_by": "stamp"},
        "answers": dict(EXPECTED),
        "as_written": {"child.date_of_birth": "3/4/2011"},
        "unplaced": [{"text": "Amber", "location": "after row D1"}],
        "findings": [],
        "rules": {"version": "1", "changed": {}},
    }
    return {**whole, **changes}


def test_only_coded_values_are_kept() -> None:
    kept = coded(line(), RELEASED)
    assert set(kept["answers"]) == set(EXPECTED)
    assert {field for field, value in kept["answers"].items() if value is not None} == _CODED
    assert all(kept["answers"][field] == EXPECTED[field] for field in _CODED)
    assert (kept["as_written"], kept["unplaced"]) == ({}, [])


def test_the_file_name_is_not_kept() -> None:
    kept = coded(line(member="in/Amber Example.docx"), RELEASED)
    assert kept["file"] == "0123456789ab"
    assert "Amber" not in json.dumps(kept)


def test_a_file_that_was_not_opened_has_a_name_too() -> None:
    kept = coded(line(sha256="", form=None, answers={}, status="unread"), None)
    assert kept["file"]
    assert "Amber" not in json.dumps(kept)


def test_the_line_itself_is_left_alone() -> None:
    whole = line()
    before = json.dumps(whole)
    coded(whole, RELEASED)
    assert json.dumps(whole) == before


@given(st.dictionaries(st.sampled_from(sorted(set(EXPECTED) - _CODED)), st.just("Zebra99"), min_size=1))
def test_no_personal_word_is_kept(answers: dict[str, str]) -> None:
    kept = coded(line(answers={**EXPECTED, **answers}, as_written=answers), RELEASED)
    assert "Zebra99" not in json.dumps(kept)


@pytest.mark.parametrize("key", ["schema", "part", "sha256", "status", "form", "findings", "rules"])
def test_the_rest_is_kept(key: str) -> None:
    assert coded(line(), RELEASED)[key] == line()[key]
