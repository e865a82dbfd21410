"""Values that were checked or corrected: contacts, links, law."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.guidance import Law, Link, Point, PointKind
from hsbdocs.review import sheets as s
from hsbdocs.review.change import CHECK, Asking, Change, Sheet

_HOW = "in the review workbook"
_TWICE = "in the review workbook, by two people"
_NUMBERS = (PointKind.PHONE, PointKind.TEXT)
_CHECKS = (s.CHECKED_BY, s.CHECKED_ON, s.SECOND)


def contact(row: Sheet, asking: Asking) -> Iterator[Change]:
    """A way to reach a service."""
    point: Point = asking.guidance.by_id[row.row.id]
    yield from _value(row, asking, s.VALUE, "value", point.value, point.kind)


def link(row: Sheet, asking: Asking) -> Iterator[Change]:
    """An address on the web."""
    found: Link = asking.guidance.by_id[row.row.id]
    yield from _value(row, asking, s.TARGET, "target", found.target, PointKind.URL)


def law(row: Sheet, asking: Asking) -> Iterator[Change]:
    """A law: only whether it was checked."""
    if row.touched(*_CHECKS):
        yield from _checked(row, asking, _HOW)


def _value(row: Sheet, asking: Asking, column: str, key: str, now: str, kind: PointKind) -> Iterator[Change]:
    name, value = row.row.id, row.row.text(column)
    if row.touched(column) and value != now:
        problem = _not_taken(row, asking, column, now, kind)
        if problem:
            yield from asking.refuse(row.file, row.place(column), f"{problem}; {name} stays as it is")
            return
        yield Change(name, key, value, f"{name}: {now} becomes {value}", row.place(column), row.file)
        _say_twins(row, asking, now)
        yield from _of_changed(row, asking, column)
    elif row.touched(*_CHECKS):
        if value != now:
            said = f"{name} says {now} since this workbook went out: what was checked is no longer printed"
            yield from asking.refuse(row.file, row.place(s.CHECKED_BY), said)
            return
        yield from _checked(row, asking, _HOW)


def _not_taken(row: Sheet, asking: Asking, column: str, now: str, kind: PointKind) -> str:
    """Why a value cannot be taken; empty for one that can."""
    value = row.row.text(column)
    if not value:
        return f"{column} is empty"
    if row.sent(column) and now != row.sent(column):
        return f"it was changed to {now} since this workbook went out, and this one wants {value}: settle it first"
    others = {text: at[1] for at, text in row.book.sent.items() if at[0] == row.row.sheet and at[2] == column}
    if others.get(value, row.row.id) != row.row.id and row.sent(column):
        return f"{value} is what {others[value]} had: was one column sorted alone?"
    return unsound(kind, value, asking)


def unsound(kind: PointKind, value: str, asking: Asking) -> str:
    """What is wrong with a value of a kind; empty for a sound one."""
    if kind in _NUMBERS and not value.startswith(("0", "+")):
        return f"{value} has lost its leading 0: type the number as text, with the 0"
    return asking.helps.unsound(kind, value)


def _say_twins(row: Sheet, asking: Asking, before: str) -> None:
    """Other points that have the same figures, and stay."""
    figures = _figures(before)
    twins = [
        point.id
        for contact in asking.guidance.contacts
        for point in contact.points
        if figures and _figures(point.value) == figures and point.id != row.row.id
    ]
    if twins:
        said = f"{', '.join(twins)} had the same number as {row.row.id} and stays: is it still right?"
        asking.refuse(row.file, row.row.place, said)


def _figures(text: str) -> str:
    figures = "".join(sign for sign in text if sign.isdecimal())
    return figures if len(figures) > 3 else ""


def _of_changed(row: Sheet, asking: Asking, column: str) -> Iterator[Change]:
    """A changed value is verified only by two people; else what verified the old one goes."""
    by, second = row.row.text(s.CHECKED_BY), row.row.text(s.SECOND)
    if by and second and by.casefold() != second.casefold() and row.row.text(s.CHECKED_ON):
        yield from _checked(row, asking, _TWICE)
        return
    said = "was changed and is not verified: that needs who checked it, the day, and a second person"
    asking.refuse(row.file, row.row.place, f"{row.row.id} {said}")
    if asking.guidance.by_id[row.row.id].last_verified is not None:
        yield Change(row.row.id, CHECK, None, f"{row.row.id}: no longer verified", row.place(column), row.file)


def _checked(row: Sheet, asking: Asking, how: str) -> Iterator[Change]:
    """That somebody made sure of it."""
    by, second, name = row.row.text(s.CHECKED_BY), row.row.text(s.SECOND), row.row.id
    if not by:
        yield from asking.refuse(
            row.file, row.place(s.CHECKED_BY), f"nobody stands under {s.CHECKED_BY}; {name} was not taken"
        )
        return
    day = row.day(s.CHECKED_ON, asking)
    if day is None:
        return
    who = f"{by}, {second}" if second else by
    entry: Point | Link | Law = asking.guidance.by_id[name]
    before = entry.last_verified
    if before is None or (before.who, before.when) != (who, day.isoformat()):
        value = {"who": who, "when": day.isoformat(), "how": _TWICE if second else how}
        yield Change(name, CHECK, value, f"{name}: checked by {who} on {day.isoformat()}", row.row.place, row.file)
