"""Functions that a person can take in: few decisions each, in the rooms that have been cut so far."""

from __future__ import annotations

import pytest

from tests.support.density import Function, decisions, functions
from tests.support.forms import ROOT

_MOST, _MANY = 20, 10
#: The share of a room's functions that may take more than _MANY decisions.
_SHARE = 0.04

_SOURCE = ROOT / "src" / "hsbdocs"
_ROOMS = (
    "cli",
    "content",
    "documents",
    "formats",
    "model",
    "pipeline",
    "reading",
    "register",
    "report",
    "review",
    "rules",
)


def _room(name: str) -> list[Function]:
    return functions((_SOURCE / name).rglob("*.py"))


@pytest.mark.parametrize("room", _ROOMS)
def test_no_function_takes_too_many_decisions(room: str) -> None:
    """A function over 20 decisions is several functions."""
    assert [each for each in _room(room) if each.decisions > _MOST] == []


@pytest.mark.parametrize("room", _ROOMS)
def test_few_functions_take_many_decisions(room: str) -> None:
    """At most 4 in 100 take more than 10: the average of well-kept libraries."""
    found = _room(room)
    dense = sorted(each for each in found if each.decisions > _MANY)
    assert len(dense) <= _SHARE * len(found), dense


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return 1", 1),
        ("return 1 if a else 2", 2),
        ("if a:\n  pass\n elif b:\n  pass\n else:\n  pass", 3),
        ("for x in a:\n  pass", 2),
        ("while a:\n  pass", 2),
        ("try:\n  pass\n except ValueError:\n  pass\n except OSError:\n  pass", 3),
        ("assert a", 2),
        ("return a and b and c or d", 4),
        ("return [x for x in a]", 2),
        ("return {x: y for x in a if x if y for y in b}", 5),
        ("return any(x and y for x in a)", 3),
        ("match a:\n  case 1:\n   pass\n  case _:\n   pass", 3),
        ("with a:\n  pass", 1),
        ("return lambda: 1 if a else 2", 2),
    ],
)
def test_decisions_are_counted(body: str, expected: int) -> None:
    """Counted by hand."""
    assert decisions(f"def f():\n {body}\n") == {"f": expected}


def test_a_function_inside_counts_for_itself() -> None:
    """Counted by hand."""
    source = "def outer():\n if a:\n  def inner():\n   return b or c\n return d or e\n"
    assert decisions(source) == {"outer": 3, "inner": 2}
