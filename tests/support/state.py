"""What documents say today of their dates, their review and their approval: read from content by PyYAML alone."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_CONTENT = Path(__file__).resolve().parents[2] / "content"

#: What the first release prints: the guidance was not approved, nor reviewed.
RELEASED = ("Sample wording, not approved for issue.", "Stated review date: June 2026. No review recorded.")


def _yaml(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((_CONTENT / name).read_text(encoding="utf-8"))
    return loaded


@cache
def state() -> tuple[str, str]:
    """The line about approval and the line about review."""
    edition, words = _yaml("hsbdocs.yaml"), _yaml("state.yaml")
    reviewed = edition.get("reviewed")
    slots = {"review_due": edition["review_due"], **(reviewed or {})}
    if reviewed:
        day = datetime.date.fromisoformat(reviewed["on"])
        slots["on"] = f"{day.day} {day:%B} {day.year}"
    return words["status"], words["reviewed" if reviewed else "not_reviewed"].format(**slots)


def is_as_released() -> bool:
    """Whether today's documents print the lines of the first release.

    If not, a form that has lost its properties may say a line that the release does not know: told as advice.
    """
    return state() == RELEASED
