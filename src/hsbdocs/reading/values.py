"""Text to dates, ages and NHS numbers. What leaves a doubt is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from hsbdocs.model.calendar import month_number
from hsbdocs.model.patterns import (
    ABOUT,
    AGE,
    AGE_CAPTIONS,
    DASH_BEFORE,
    DASHES,
    HAS_DATE,
    ISO,
    LAST_HOUR,
    LONGEST_VALUE,
    NAMED,
    NHS_PARTING,
    NUMBERS,
    PIECE_END,
    PIECES,
    STROKE,
    TIME,
    TORN_DAY,
)
from hsbdocs.reading.words import key

_SUMMER = range(3, 11)
_NOT_KNOWN = {"not known", "unknown", "not yet known", "n k", "nk", "n a", "na", "not applicable", "not available"}
_PARTING = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212/;:.=")
_TEN_DIGITS = 10
_OLDEST = 130
_EARLIEST = 1900


class DateFault(StrEnum):
    """Why text is not a date that can be used."""

    NOT_REAL = "not a real date"
    SHORT_YEAR = "year of two figures"
    OTHER_DAY = "a time that is of the next day in summer"


class ReadDate(msgspec.Struct, frozen=True):
    """A date, or why there is none."""

    value: date | None
    fault: DateFault | None = None


def read_date(text: str) -> ReadDate:
    """Read a date written day first, with the month as number or word, or in ISO 8601."""
    if len(text) > LONGEST_VALUE:
        return ReadDate(None, DateFault.NOT_REAL)
    plain = TIME.sub("", _plain_date(text))
    iso = ISO.fullmatch(plain)
    if iso:
        return ReadDate(None, DateFault.OTHER_DAY) if _is_late(iso) else _real(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = NUMBERS.fullmatch(plain)
    if numbers:
        day, month, year = numbers.groups()
        return _short_year() if len(year) == 2 else _real(int(year), int(month), int(day))
    named = NAMED.fullmatch(plain)
    if named:
        day, word, year = named.groups()
        month = month_number(word)
        if month:
            return _short_year() if len(year) == 2 else _real(int(year), month, int(day))
    return ReadDate(None, DateFault.NOT_REAL)


def _is_late(iso: re.Match[str]) -> bool:
    """True in the last hour of a day, Greenwich time, in the part of the year when clocks may be an hour ahead."""
    late = LAST_HOUR.search(iso[0]) is not None
    return late and int(iso[2]) in _SUMMER


def _plain_date(text: str) -> str:
    return DASHES.sub("-", " ".join(text.split()).strip(" .,;"))


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
    if len(text) > LONGEST_VALUE:
        return None
    match = AGE.fullmatch(" ".join(text.split()).strip(" .,;"))
    years = int(match[1]) if match else _OLDEST + 1
    return years if years <= _OLDEST else None


def read_nhs_number(text: str) -> str | None:
    """Ten digits, whatever stands between them and whatever the check digit; None for anything else."""
    plain = "" if len(text) > LONGEST_VALUE else NHS_PARTING.sub("", text)
    if len(plain) == _TEN_DIGITS and plain.isdecimal():
        return "".join(str(int(digit)) for digit in plain)
    return None


def says_not_known(text: str) -> bool:
    """True where the text says no more than that the answer is not known."""
    return key(text) in _NOT_KNOWN


def split_date_and_age(text: str) -> tuple[str | None, str | None]:
    """A date and an age written in one place, in any order; None for each that leaves a doubt.

    Every way to part the words in two is tried: exactly one must give a date and an age, a date, or an age. Where
    none does, one of the two may still stand alone between commas, beside an attempt at the other.
    """
    if len(text) > LONGEST_VALUE or TORN_DAY.search(text):
        return None, None
    words = PIECES.findall(AGE_CAPTIONS.sub(" ; ", DASH_BEFORE.sub(" - ", STROKE.sub(r"\1 ; \2", text))))
    whole = _alone(_bare(words))
    if whole is not None:
        return whole
    found = {pair for at in range(1, len(words)) for pair in _in_any_order(_bare(words[:at]), _bare(words[at:]))}
    if not found:
        return _one_of_two(text)
    return found.pop() if len(found) == 1 else (None, None)


def _alone(whole: str) -> tuple[str, str] | None:
    """A text that is one of the two, or says nothing; else None."""
    if _is_date(whole):
        return whole, ""
    if read_age(whole) is not None:
        return "", whole
    return (whole, "") if not whole or says_not_known(whole) else None


def _in_any_order(first: str, second: str) -> Iterator[tuple[str, str]]:
    """A date and an age, where the one is the date and the other the age; one of them may be said to be not known."""
    if (_is_date(first) or says_not_known(first)) and _is_age(second):
        yield first, second
    if _is_age(first) and (_is_date(second) or says_not_known(second)):
        yield second, first


def _one_of_two(text: str) -> tuple[str | None, str | None]:
    """A clear date beside an attempt at an age, or a clear age beside an attempt at a date."""
    bare = (_bare(PIECES.findall(piece)) for piece in PIECE_END.split(AGE_CAPTIONS.sub(" ; ", text)))
    pieces = list(filter(None, bare))
    dates = list(filter(_is_date, pieces))
    ages = [piece for piece in pieces if read_age(piece) is not None]
    others = [piece for piece in pieces if piece not in (*dates, *ages)]
    if len(dates) == 1 and not ages and all(map(ABOUT.fullmatch, others)):
        return dates[0], None
    if len(ages) == 1 and (len(dates) > 1 or all(map(HAS_DATE.search, others))):
        return None, ages[0]
    return None, None


def _bare(words: Sequence[str]) -> str:
    """The words without the signs that part them from others."""
    own = list(words)
    while own and own[0] in _PARTING:
        own.pop(0)
    while own and own[-1] in _PARTING:
        own.pop()
    return " ".join(own)


def _is_date(text: str) -> bool:
    """True where the text has the shape of a date, a real one or not."""
    plain = _plain_date(text)
    named = NAMED.fullmatch(plain)
    return bool(ISO.fullmatch(plain) or NUMBERS.fullmatch(plain) or (named and month_number(named[2])))


def _is_age(text: str) -> bool:
    return read_age(text) is not None or says_not_known(text)
