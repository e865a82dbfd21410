"""How many lines a wrapped text takes: programs wrap for themselves, but some show a row only as high as it says."""

from __future__ import annotations

import textwrap

#: Letters of Arial that are narrower or wider than a figure, by their width in figures.
_NARROW = {letter: 0.55 for letter in " .,:;'!|()[]ijlftrI/-"}
_WIDE = {letter: 1.35 for letter in "mwMWABCDEGHKNOPQRSUVXY–—"}
_BOLD = 1.08


def lines_in(text: str, width: float, *, bold: bool) -> int:
    """Lines that ``text`` takes in a column ``width`` figures wide, rather one too many than one too few."""
    letters = sum(_NARROW.get(letter, _WIDE.get(letter, 1.0)) for letter in text)
    each = max(letters / max(len(text), 1), 0.8) * (_BOLD if bold else 1.0)
    return max(1, len(textwrap.wrap(text, max(1, int(width / each)))))
