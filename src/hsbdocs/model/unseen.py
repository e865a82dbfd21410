"""Characters that nobody sees: they are no answer, alone or beside a mark, a word, a date or a number."""

from __future__ import annotations

from itertools import chain

#: Format characters, joiners, fillers, blanks of other scripts and selectors of a glyph's form (Unicode 16).
_RANGES = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
_UNSEEN = dict.fromkeys(chain.from_iterable(range(first, last + 1) for first, last in _RANGES))


def seen(text: str) -> str:
    """The text less the characters that nobody sees; white space stays."""
    return text if text.isascii() else text.translate(_UNSEEN)
