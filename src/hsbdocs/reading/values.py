"""Text to dates, ages and NHS numbers. What leaves a doubt is not read."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

import msgspec

from hsbdocs.reading.words import key

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_NAMED = re.compile(
    r"(?:(?:[a-z]+day|mon|tues?|wed|thur?s?|fri|sat|sun)\.?,?\s+)?(\d{1,2})\s*(?:st|nd|rd|th)?(?:\s+of)?[\s\-/.,]*([a-z]{3,9})\.?[\s\-/.,]*(\d{2}|\d{4})",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:aged?:?\s*)?(\d{1,3})"
    r"(?:\s*(?:years|year|yrs|yr|y)\.?(?:[,\s]*(?:and\s+)?(?:[0-9]|1[01])\s*(?:months|month|mths|mth|m)\.?)?)?"
    r"(?:\s*old|\s*of\s+age)?",
    re.IGNORECASE,
)
_NOT_KNOWN = {"not known", "unknown", "not yet known", "n k", "nk", "n a", "na", "not applicable", "not available"}
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_TEN_DIGITS = 10
_OLDEST = 130
_EARLIEST = 1900


class DateFault(StrEnum):
    """Why text is not a date that can be used."""

    NOT_REAL = "not a real date"
    SHORT_YEAR = "year of two figures"


class ReadDate(msgspec.Struct, frozen=True):
    """A date, or why there is none."""

    value: date | None
    fault: DateFault | None = None


def read_date(text: str) -> ReadDate:
    """Read a date written day first, with the month as number or word, or in ISO 8601."""
    plain = _DASHES.sub("-", " ".join(text.split()).strip(" .,;"))
    iso = _ISO.fullmatch(plain)
    if iso:
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = _NUMBERS.fullmatch(plain)
    if numbers:
        day, month, year = numbers.groups()
        return _short_year() if len(year) == 2 else _real(int(year), int(month), int(day))
    named = _NAMED.fullmatch(plain)
    if named:
        day, word, year = named.groups()
        months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word.lower())]
        if word.lower() == "sept":
            months = [9]
        if len(months) == 1:
            return _short_year() if len(year) == 2 else _real(int(year), months[0], int(day))
    return ReadDate(None, DateFault.NOT_REAL)


def _short_year() -> ReadDate:
    return ReadDate(None, DateFault.SHORT_YEAR)


def _real(year: int, month: int, day: int) -> ReadDate:
    if year < _EARLIEST:
        return ReadDate(None, DateFault.NOT_REAL)
    try:
        return ReadDate(date(year, month, day))
    except ValueError:
        return ReadDate(None, DateFault.NOT_REAL)


def read_age(text: str) -> int | None:
    """Whole years: ``15``, ``15 years 8 months``, ``aged 15``; None for anything else."""
    match = _AGE.fullmatch(" ".join(text.split()).strip(" .,;"))
    years = int(match[1]) if match else _OLDEST + 1
    return years if years <= _OLDEST else None


def read_nhs_number(text: str) -> str | None:
    """Ten digits, whatever stands between them and whatever the check digit; None for anything else."""
    plain = re.sub(r"[\s\-\u2010-\u2015]", "", text)
    if len(plain) == _TEN_DIGITS and plain.isdecimal():
        return "".join(str(int(digit)) for digit in plain)
    return None


def says_not_known(text: str) -> bool:
    """True where the text says no more than that the answer is not known."""
    return key(text) in _NOT_KNOWN


def split_date_and_age(text: str) -> tuple[str, str] | None:
    """A date and an age written in one place, in any order; None where that leaves a doubt."""
    pieces = [piece for piece in re.split(r"[,;()\n]|\s+[-\u2013\u2014/]\s+|\s+(?=aged?\b)", text) if piece.strip()]
    dates = [piece.strip() for piece in pieces if read_date(piece).fault is not DateFault.NOT_REAL]
    ages = [piece.strip() for piece in pieces if read_age(piece) is not None]
    if len(dates) <= 1 and len(ages) <= 1 and len(dates) + len(ages) == len(pieces):
        return (dates[0] if dates else "", ages[0] if ages else "")
    return None
