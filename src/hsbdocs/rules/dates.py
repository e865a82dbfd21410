"""Dates and ages of a record, for rules."""

from __future__ import annotations

from datetime import date

from hsbdocs.model.calendar import years_between
from hsbdocs.model.record import Record

BORN, STATED, ASSESSED = "child.date_of_birth", "child.age", "completion.date"
#: The fields that an age is taken from: either will do.
AGE = (BORN, STATED)


def day_of(record: Record, field_id: str) -> date | None:
    """A date field's value as a date; None too where the form has no such field."""
    value = record.answers.get(field_id)
    return date.fromisoformat(str(value)) if value else None


def assessed_on(record: Record, today: date) -> date:
    """The day that ages count on: the date of the assessment, or ``today`` where none can be read."""
    return day_of(record, ASSESSED) or today


def ages(record: Record, today: date) -> list[int]:
    """The ages that the record speaks of: by date of birth on the day of the assessment, and as stated.

    Without a date of the assessment that can be read, the date of birth counts on ``today``. A date of birth that is
    after that day gives no age.
    """
    found = []
    born = day_of(record, BORN)
    day = assessed_on(record, today)
    if born and born <= day:
        found.append(years_between(born, day))
    stated = record.answers.get(STATED)
    if isinstance(stated, int):
        found.append(stated)
    return found


def age_at(record: Record, today: date) -> int | None:
    """The age by date of birth, else the stated age, else None."""
    return next(iter(ages(record, today)), None)
