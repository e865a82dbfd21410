"""Characters of Word's symbol fonts that stand for ticks and boxes (w:sym, ECMA-376 part 1, 17.3.3.30)."""

from __future__ import annotations

from collections.abc import Iterable

_WINGDINGS = {
    0xFE: "\u2611",
    0xFD: "\u2612",
    0xA8: "\u2610",
    0x6F: "\u2610",
    0x71: "\u2610",
    0xFC: "\u2713",
    0xFB: "\u2717",
}
_WINGDINGS_2 = {
    0x52: "\u2611",
    0x53: "\u2612",
    0x54: "\u2612",
    0xA3: "\u2610",
    0x50: "\u2713",
    0x4F: "\u2717",
    0x51: "\u2717",
}


_TABLES = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def is_symbol_font(font: str) -> bool:
    """True for a font whose letters are signs."""
    return font.lower() in _TABLES


def symbol_font(fonts: Iterable[str]) -> str:
    """The first of the fonts that is such a one, else empty."""
    return next(filter(is_symbol_font, fonts), "")


def in_symbol_font(text: str, font: str) -> str:
    """Text that was typed in a symbol font, as the signs that it shows; a character that is not known is kept."""
    table = _TABLES.get(font.lower(), {})
    return "".join(table.get(ord(sign) & 0xFF, sign) if ord(sign) < 0x100 or _private(sign) else sign for sign in text)


def _private(sign: str) -> bool:
    return 0xF000 <= ord(sign) <= 0xF0FF


def symbol(font: str, code: str) -> str:
    """The character that ``code`` (hexadecimal) shows in ``font``; the code's own character where it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    known = _TABLES.get(font.lower(), {}).get(number & 0xFF)
    return known or (chr(number) if 0 < number < 0xD800 or 0xDFFF < number < 0x110000 else "\ufffd")
