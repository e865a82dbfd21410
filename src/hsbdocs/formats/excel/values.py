"""Numbers of a workbook as the text that it shows: dates are serial numbers (ECMA-376 part 1, 18.17.4)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hsbdocs.formats.excel.styles import Kind

_DAY_0, _DAY_0_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
#: The serial number 60 is 29 February 1900, a day that never was; no date before it is read.
_FIRST = 61
_LAST = 2_958_465
#: Plain numbers that may be meant for a date: 1990 to 2099. A year alone is none of them.
_LIKELY = (32_874, 73_050)
_SECONDS = 86_400


def shown(number: float, kind: Kind, *, since_1904: bool) -> str:
    """The number as text: dates in ISO 8601, with the time where there is one; 15 significant figures."""
    if kind is Kind.DATE and (moment := _moment(number, since_1904=since_1904)):
        whole = moment.time() == datetime.min.time()
        return moment.date().isoformat() if whole else moment.isoformat(timespec="minutes")
    if kind is Kind.TIME and 0 <= number < 1:
        return (datetime.min + timedelta(seconds=round(number * _SECONDS))).strftime("%H:%M")
    if kind is Kind.TIME and (moment := _moment(number, since_1904=since_1904)):
        return moment.isoformat(timespec="minutes")
    if kind is Kind.PERCENT:
        return f"{number * 100:.15g}%"
    return f"{number:.15g}"


def serial_date(number: float, *, since_1904: bool) -> str:
    """The date that a plain number counts to where it may be meant for one, as ``YYYY-MM-DD``; else empty."""
    days = number + (_DAY_0_OF_1904 - _DAY_0).days if since_1904 else number
    if not _LIKELY[0] <= days < _LIKELY[1]:
        return ""
    moment = _moment(number, since_1904=since_1904)
    return "" if moment is None else moment.date().isoformat()


def _moment(number: float, *, since_1904: bool) -> datetime | None:
    start = _DAY_0_OF_1904 if since_1904 else _DAY_0
    days = number + (_DAY_0_OF_1904 - _DAY_0).days if since_1904 else number
    if not _FIRST <= days < _LAST + 1:
        return None
    seconds = round((number % 1) * _SECONDS)
    return datetime.combine(start, datetime.min.time()) + timedelta(days=int(number), seconds=seconds)
