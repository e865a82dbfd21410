"""The guidance of 2023 as it was first read: for tests of what was printed then, and of programs that print it."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import msgspec

from hsbdocs.model.guidance import Guidance

FROZEN = Path(__file__).resolve().parents[1] / "faithful" / "2023.06-1"


@cache
def guidance_of_2023() -> Guidance:
    """Everything that was read of it. Today's content may say something else, and rightly so."""
    return msgspec.json.decode(gzip.decompress((FROZEN / "guidance.json.gz").read_bytes()), type=Guidance)
