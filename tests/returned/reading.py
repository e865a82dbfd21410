"""How these tests ask the project to read a file that may hold several forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.forms import line, parser, read


def lines(data: bytes, name: str) -> list[dict[str, Any]]:
    """The JSON line of each form in the file."""
    read_all = getattr(parser(), "read_all", None)
    if read_all is None:
        return [line(read(data, name))]
    return [line(occurrence) for occurrence in read_all(Path(name), data)]
