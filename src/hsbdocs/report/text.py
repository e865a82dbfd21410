"""Lines of text for a terminal, each with a tone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import StrEnum

import msgspec

WIDTH = 100


class Tone(StrEnum):
    """How a line is meant; where there is a terminal, the command line may colour it. The words say it too."""

    PLAIN = "plain"
    STRONG = "strong"
    GOOD = "good"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Line(msgspec.Struct, frozen=True):
    """A line of the report."""

    text: str = ""
    tone: Tone = Tone.PLAIN


def wrapped(text: str, tone: Tone = Tone.PLAIN, *, indent: str = "", follow: str = "") -> Iterator[Line]:
    """A text as lines of at most WIDTH characters; ``indent`` opens the first one and ``follow`` the others."""
    for line in textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=follow, break_on_hyphens=False):
        yield Line(line, tone)
