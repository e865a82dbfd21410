"""Numbers of a workbook as the text that it shows, and the dates that they count to (ECMA-376 part 1, 18.17.4)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hsbdocs.formats.excel.number_formats import Kind, NumberFormat, show_date, show_number

_DAY_0, _DAY_0_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_1904 = (_DAY_0_OF_1904 - _DAY_0).days
#: The serial number 60 is 29 February 1900, a day that never was; no date before it is read.
_FIRST, _LAST = 61, 2_958_465
#: Plain numbers that may be meant for a date, of five figures: 18 May 1927 to 31 December 2099.
_LIKELY = range(10_000, 73_051)
#: Whole numbers that are meant for a year, whatever the format of their cell.
_YEARS = range(1900, 2101)
_SECONDS, _MONTHS = 86_400, 12
#: From here on Excel keeps a number's first 15 figures only.
_ROUNDED = 1e15


def shown(number: float, look: NumberFormat, *, since_1904: bool) -> tuple[str, str]:
    """The number as text, and in ISO 8601 the date that it is, or that a plain number may be meant for; else empty.

    A year alone in a cell of dates is shown as the year. A date that is shown without its day or its year is given
    without it too ("2026-03", "--03-01"): nobody saw the rest.
    """
    if look.kind is Kind.NUMBER and look.code:
        return show_number(number, look.code), ""
    if look.kind is Kind.TIME and 0 <= number < 1:
        return show_date(datetime.min + timedelta(seconds=round(number * _SECONDS)), look.code), ""
    moment = None if number in _YEARS else _moment(number, since_1904=since_1904)
    if moment is None:
        return f"{number:.15g}", ""
    if look.kind is Kind.NUMBER:
        return f"{number:.15g}", _likely(number, moment, since_1904=since_1904)
    if look.kind is Kind.TIME:
        return _iso(moment), _iso(moment)
    return show_date(moment, look.code), "" if _is_either(moment, look) else _as_shown(moment, look)


def _as_shown(moment: datetime, look: NumberFormat) -> str:
    """The date as far as the format shows it: Excel turns "March 2026" into the first of March, and shows no day."""
    if look.shows >= frozenset("ymd"):
        return _iso(moment)
    return moment.strftime("%Y-%m") if "d" not in look.shows else moment.strftime("--%m-%d")


def _is_either(moment: datetime, look: NumberFormat) -> bool:
    """True for a date that is shown month first and could be read day first."""
    return look.turned and moment.day <= _MONTHS


def _likely(number: float, moment: datetime, *, since_1904: bool) -> str:
    """The date that a plain number may be meant for, else empty."""
    days = int(number) + (_1904 if since_1904 else 0)
    return _iso(moment) if days in _LIKELY else ""


def is_rounded(number: float) -> bool:
    """True where Excel has lost the number's last figures."""
    return abs(number) >= _ROUNDED


def _iso(moment: datetime) -> str:
    whole = moment.time() == datetime.min.time()
    return moment.date().isoformat() if whole else moment.isoformat(timespec="minutes")


def _moment(number: float, *, since_1904: bool) -> datetime | None:
    days = number + _1904 if since_1904 else number
    if not _FIRST <= days < _LAST + 1:
        return None
    seconds = round((days % 1) * _SECONDS)
    return datetime.combine(_DAY_0, datetime.min.time()) + timedelta(days=int(days), seconds=seconds)
