"""Patterns by which a control or field shows a date (``w:dateFormat``)."""

from __future__ import annotations

#: What Word shows where a control names its language and no pattern.
_LANGUAGES_WITH_MONTH_FIRST = frozenset({"en-us", "en-ph"})
_NUMBER = 2


def shows_month_first(pattern: str, language: str = "") -> bool:
    """True where the month is shown as a number before the day: then 3/4 is the fourth of March."""
    if not pattern:
        return language.lower() in _LANGUAGES_WITH_MONTH_FIRST
    plain = "".join(pattern.split("'")[::2])
    month, day = plain.find("M"), plain.find("d")
    return 0 <= month < day and plain.count("M") <= _NUMBER
