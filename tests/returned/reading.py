"""How these tests ask the project to read a file that may hold several forms."""

from __future__ import annotations

from typing import Any

from tests.support.forms import line, read_all


def lines(data: bytes, name: str) -> list[dict[str, Any]]:
    """The JSON line of each form in the file."""
    return [line(each) for each in read_all(data, name)]
