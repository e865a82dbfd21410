"""Postcodes of the United Kingdom by their formats (BS 7666); whether one exists is not asked."""

from __future__ import annotations

from hsbdocs.model.patterns import POSTCODE, POSTCODE_DISTRICT, POSTCODE_END


def has_postcode(text: str) -> bool:
    """True where something in the text has the shape of a postcode, in capitals or not, with a space or without."""
    return POSTCODE.search(text) is not None


def is_postcode(text: str) -> bool:
    """True where the text is a postcode as it is printed, and its letters may stand where they do."""
    match = POSTCODE.fullmatch(text)
    if match is None or text != f"{match[1]} {match[2]}":
        return False
    return bool(POSTCODE_DISTRICT.fullmatch(match[1]) and POSTCODE_END.fullmatch(match[2])) and (
        match[1] != "GIR" or match[2] == "0AA"
    )
