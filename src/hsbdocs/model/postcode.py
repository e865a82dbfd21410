"""Postcodes of the United Kingdom by their formats (BS 7666); whether one exists is not asked."""

from __future__ import annotations

import re

#: Letters and figures where a postcode has them, as people write it.
_SHAPE = re.compile(r"(?<![A-Z0-9])((?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR))\s*([0-9][A-Z]{2})(?![A-Z0-9])", re.IGNORECASE)
#: The districts that there can be, and the letters that stand in no postcode's end.
_DISTRICT = re.compile(
    r"GIR|[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKPS-UW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRV-Y]"
)
_END = re.compile(r"\d[ABD-HJLNP-UW-Z]{2}")


def has_postcode(text: str) -> bool:
    """True where something in the text has the shape of a postcode, in capitals or not, with a space or without."""
    return _SHAPE.search(text) is not None


def is_postcode(text: str) -> bool:
    """True where the text is a postcode as it is printed, and its letters may stand where they do."""
    match = _SHAPE.fullmatch(text)
    if match is None or text != f"{match[1]} {match[2]}":
        return False
    return bool(_DISTRICT.fullmatch(match[1]) and _END.fullmatch(match[2])) and (match[1] != "GIR" or match[2] == "0AA")
