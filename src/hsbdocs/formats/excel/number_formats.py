"""Number formats: how a workbook shows a number (ECMA-376 part 1, 18.8.30 and 18.8.31).

Only what people type dates, times, counts and references with is shown as the programs show it; a number in a richer
format is shown plain, a date in ISO 8601.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum

import msgspec

from hsbdocs.model.calendar import MONTHS
from hsbdocs.model.patterns import DECIMALS, FORMAT_TEXT, FORMAT_TOKEN, MONTH_FIRST


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
        return self.kind is Kind.DATE and MONTH_FIRST.search(FORMAT_TEXT.sub("", self.code).lower()) is not None

    @property
    def shows(self) -> frozenset[str]:
        """The letters of the units of a day that it shows: ``y``, ``m``, ``d``."""
        return frozenset("ymd") & frozenset(FORMAT_TEXT.sub("", self.code).lower())

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
_EXACT = Context(prec=60)
#: From here on a number has lost figures, and is shown plain.
_LARGE = 1e15
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HALF_A_DAY = 12
#: Letters by which a format is known; ``m`` may be a month or a minute.
_OF_A_DAY, _OF_A_CLOCK, _OF_A_NUMBER = frozenset("yd"), frozenset("hs"), frozenset("0#")

#: Writes a unit of a moment as wide as the format asks.
_Show = Callable[[datetime, int], str]


def format_of(number: int, code: str | None) -> NumberFormat:
    """The format with this number; ``code`` is its definition, where the workbook has one."""
    text = _KNOWN.get(number, "") if code is None else code
    if not text.replace(";", "") and text:
        return NumberFormat(Kind.NUMBER, _NOTHING)
    first = text.split(";")[0]
    plain = FORMAT_TEXT.sub("", first).lower()
    if plain.strip() in ("", "general", "@"):
        return GENERAL
    return NumberFormat(_kind(plain), first)


def _kind(plain: str) -> Kind:
    """What a number stands for by the letters of its format; sums of minutes or of seconds are numbers."""
    letters = set(plain)
    of_a_day, of_a_clock = letters & _OF_A_DAY, letters & _OF_A_CLOCK
    if "[m" in plain or "[s" in plain:
        return Kind.NUMBER
    if of_a_day or ("m" in letters and not of_a_clock):
        return Kind.DATE
    return Kind.TIME if of_a_clock and not letters & _OF_A_NUMBER else Kind.NUMBER


def show_number(number: float, code: str) -> str:
    """The number with the noughts, decimals and per cent that its format asks for; else plain."""
    match = DECIMALS.fullmatch(code)
    if match is None or abs(number) >= _LARGE:
        return f"{number:.15g}"
    whole, decimals, percent = match[1], match[2] or "", match[3]
    exact = Decimal(f"{number:.15g}").scaleb(2 if percent else 0)
    shown = f"{exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT):f}"
    digits = len(whole) + (len(decimals) + 1 if decimals else 0)
    return ("-" if shown.startswith("-") else "") + shown.lstrip("-").rjust(digits, "0") + percent


def show_date(moment: datetime, code: str) -> str:
    """A moment by a format of days, months, years, hours and minutes."""
    tokens = list(FORMAT_TOKEN.finditer(code))
    show = _ON_A_CLOCK_OF_12 if any(token[3] for token in tokens) else _ON_A_CLOCK_OF_24
    units = iter(_units([token[0].lower() for token in tokens if token[4]]))
    return "".join(_piece(moment, token, units, show) for token in tokens).strip()


def _piece(moment: datetime, token: re.Match[str], units: Iterator[str], show: Mapping[str, _Show]) -> str:
    """What one token of a format shows: half of the day, the next unit, or a text that stands for itself."""
    if token[3]:
        return "AM" if moment.hour < _HALF_A_DAY else "PM"
    if token[4]:
        unit = next(units)
        return show[unit[0]](moment, len(unit))
    return token[1] or token[2] or token[5] or ""


def _units(letters: Sequence[str]) -> Iterator[str]:
    """The units of a format; ``m`` and ``mm`` after hours or before seconds are minutes, written as ``n``."""
    for before, unit, after in zip(["", *letters], letters, [*letters[1:], ""], strict=False):
        beside_a_clock = before.startswith("h") or after.startswith("s")
        yield unit.replace("m", "n") if beside_a_clock and unit in ("m", "mm") else unit


def _year(moment: datetime, width: int) -> str:
    return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"


def _month(moment: datetime, width: int) -> str:
    if width < 3:
        return f"{moment.month:0{width}}"
    name = MONTHS[moment.month - 1]
    return {3: name[:3], 4: name}.get(width, name[0])


def _day(moment: datetime, width: int) -> str:
    if width < 3:
        return f"{moment.day:0{width}}"
    name = _DAYS[moment.weekday()]
    return name if width > 3 else name[:3]


_ON_A_CLOCK_OF_24: Mapping[str, _Show] = {
    "y": _year,
    "m": _month,
    "d": _day,
    "h": lambda moment, width: f"{moment.hour:0{min(width, 2)}}",
    "n": lambda moment, width: f"{moment.minute:0{min(width, 2)}}",
    "s": lambda moment, width: f"{moment.second:0{min(width, 2)}}",
}
_ON_A_CLOCK_OF_12: Mapping[str, _Show] = {
    **_ON_A_CLOCK_OF_24,
    "h": lambda moment, width: f"{moment.hour % _HALF_A_DAY or _HALF_A_DAY:0{min(width, 2)}}",
}
