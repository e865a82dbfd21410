"""Number formats: how a workbook shows a number (ECMA-376 part 1, 18.8.30 and 18.8.31).

Only what people type dates, times, counts and references with is shown as the programs show it; a number in a richer
format is shown plain, a date in ISO 8601.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import lru_cache

import msgspec


class Kind(Enum):
    """What a number stands for."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"


class NumberFormat(msgspec.Struct, frozen=True):
    """A format's kind, and its code without languages, colours and spaces; an empty code is General."""

    kind: Kind = Kind.NUMBER
    code: str = ""

    @property
    def turned(self) -> bool:
        """True for a date in figures with the month first and a year of two: nobody can tell it from the shown text."""
        return self.kind is Kind.DATE and _TURNED.search(_NO_TEXT.sub("", self.code).lower()) is not None

    @property
    def hides(self) -> bool:
        """True for a format that shows nothing."""
        return self.code == _NOTHING


GENERAL = NumberFormat()
_NOTHING = ";;;"

#: Formats that every program knows without a definition, as a British program shows them.
_KNOWN = {
    **{1: "0", 2: "0.00", 9: "0%", 10: "0.00%"},
    **{14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "dd/mm/yyyy hh:mm"},
    **{18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm", 21: "hh:mm:ss", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0"},
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "hh:mm:ss"),
}
_TURNED = re.compile(r"(?<!m)m{1,2}[^a-z]+d{1,2}[^a-z]+yy(?!y)")
_NO_TEXT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|(?:_.|\*.)|\[(?!hh?\])[^\]]*\]|[\[\]]|(AM/PM|A/P)|([ymdhs])\4*|(.)', re.IGNORECASE
)
_DECIMALS = re.compile(r"(0{1,30})(?:\.(0{1,15}))?(%?)")
_EXACT = Context(prec=60)
#: From here on a number has lost figures, and is shown plain.
_LARGE = 1e15
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@lru_cache(maxsize=256)
def format_of(number: int, code: str | None) -> NumberFormat:
    """The format with this number; ``code`` is its definition, where the workbook has one."""
    text = _KNOWN.get(number, "") if code is None else code
    if not text.replace(";", "") and text:
        return NumberFormat(Kind.NUMBER, _NOTHING)
    first = text.split(";")[0]
    plain = _NO_TEXT.sub("", first).lower()
    if plain.strip() in ("", "general", "@"):
        return GENERAL
    if "[m" in plain or "[s" in plain:
        return NumberFormat(Kind.NUMBER, first)
    if any(letter in plain for letter in "yd") or ("m" in plain and not any(letter in plain for letter in "hs")):
        return NumberFormat(Kind.DATE, first)
    if any(letter in plain for letter in "hs") and not any(letter in plain for letter in "0#"):
        return NumberFormat(Kind.TIME, first)
    return NumberFormat(Kind.NUMBER, first)


def show_number(number: float, code: str) -> str:
    """The number with the noughts, decimals and per cent that its format asks for; else plain."""
    match = _DECIMALS.fullmatch(code)
    if match is None or abs(number) >= _LARGE:
        return f"{number:.15g}"
    whole, decimals, percent = match[1], match[2] or "", match[3]
    exact = Decimal(f"{number:.15g}").scaleb(2 if percent else 0)
    shown = f"{exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT):f}"
    digits = len(whole) + (len(decimals) + 1 if decimals else 0)
    return ("-" if shown.startswith("-") else "") + shown.lstrip("-").rjust(digits, "0") + percent


def show_date(moment: datetime, code: str) -> str:
    """A moment by a format of days, months, years, hours and minutes; in ISO 8601 where it asks for more."""
    tokens = list(_TOKEN.finditer(code))
    half = any(token[3] for token in tokens)
    shown = ""
    last = ""
    for at, token in enumerate(tokens):
        letters = token[0].lower() if token[4] else ""
        if token[1] is not None or token[2] is not None or token[5] is not None:
            shown += token[1] or token[2] or token[5] or ""
        elif token[3]:
            shown += "AM" if moment.hour < 12 else "PM"
        elif letters:
            after = next((t[4].lower() for t in tokens[at + 1 :] if t[4]), "")
            minutes = letters[0] == "m" and len(letters) < 3 and (last == "h" or after == "s")
            shown += _part(moment, letters, minutes=minutes, half=half)
            last = letters[0]
    return shown.strip()


def _part(moment: datetime, letters: str, *, minutes: bool, half: bool) -> str:
    kind, width = letters[0], len(letters)
    if kind == "y":
        return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"
    if kind == "m" and not minutes:
        if width > 2:
            return _MONTHS[moment.month - 1] if width == 4 else _MONTHS[moment.month - 1][: 3 if width == 3 else 1]
        return f"{moment.month:0{width}}"
    if kind == "d":
        if width > 2:
            return _DAYS[moment.weekday()] if width > 3 else _DAYS[moment.weekday()][:3]
        return f"{moment.day:0{width}}"
    hour = (moment.hour % 12 or 12) if half else moment.hour
    value = moment.minute if minutes else hour if kind == "h" else moment.second
    return f"{value:0{min(width, 2)}}"
