"""Dates and ages of a record, for rules."""

from __future__ import annotations

from datetime import date

from hsbdocs.model.record import Record


def day_of(record: Record, field_id: str) -> date | None:
    """A date field's value as a date."""
    text = record.text(field_id)
    return date.fromisoformat(text) if text else None


def years_between(born: date, day: date) -> int:
    """Whole years of age on ``day``. Somebody born on 29 February has their birthday on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def ages(record: Record, today: date) -> list[int]:
    """The ages that the record speaks of: by date of birth on the day of the assessment, and as stated.

    Without a date of the assessment that can be read, the date of birth counts on ``today``. A date of birth that is
    after that day gives no age.
    """
    found = []
    born = day_of(record, "child.date_of_birth")
    day = day_of(record, "completion.date") or today
    if born and born <= day:
        found.append(years_between(born, day))
    stated = record.answers["child.age"]
    if isinstance(stated, int):
        found.append(stated)
    return found
