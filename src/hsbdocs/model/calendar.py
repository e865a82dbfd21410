"""Days, months and birthdays: what every room reckons with in the same way."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

from hsbdocs.model.patterns import YEAR

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LOWER = tuple(name.lower() for name in MONTHS)


def month_number(word: str) -> int:
    """The number of a month by its name or the beginning of it that no other has, 0 for another word."""
    found = [number for number, name in enumerate(_LOWER, 1) if name.startswith(word.lower())]
    return found[0] if len(found) == 1 else 0


def month_start(text: str) -> date | None:
    """The first day of a month as printed ("May 2031"), or None where it is no month."""
    parts = text.lower().split()
    if len(parts) != 2 or parts[0] not in _LOWER or not YEAR.fullmatch(parts[1]):
        return None
    return date(int(parts[1]), month_number(parts[0]), 1)


def month_end(text: str) -> date | None:
    """The last day of a month as printed, or None where it is no month."""
    first = month_start(text)
    return None if first is None else first.replace(day=monthrange(first.year, first.month)[1])


def in_words(text: str) -> str:
    """A day in ISO 8601 as it is printed, ``25 November 2026``; the text itself where it is no day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(text: str) -> str:
    """The month of a day in ISO 8601 as it is printed, ``November 2026``; the text itself where it is no day."""
    return in_words(text).partition(" ")[2] or text


def months_later(day: date, months: int) -> date:
    """The same day of the month ``months`` later (earlier where negative), or that month's last day."""
    year, month = divmod(day.year * len(MONTHS) + day.month - 1 + months, len(MONTHS))
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_between(born: date, day: date) -> int:
    """Whole years of age on ``day``. Somebody born on 29 February has their birthday on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birthday(born: date, years: int) -> date:
    """The day on which somebody turns ``years``; 1 March for 29 February in other years."""
    year = min(born.year + years, MAXYEAR)
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
