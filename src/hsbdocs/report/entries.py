"""One entry in a line or two, for lists and references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hsbdocs.model.guidance import (
    Actor,
    AgeRule,
    Block,
    Contact,
    Duty,
    Erratum,
    Footnote,
    Guidance,
    Law,
    Link,
    LocalDocument,
    Missing,
    NamedList,
    Owner,
    Permission,
    Point,
    PointKind,
    Resource,
    Scale,
    Section,
    Table,
    Term,
    Tool,
)
from hsbdocs.report.names import AREA

#: The one number that needs nobody's verifying.
EMERGENCY = "999"


def in_words(entry: Any) -> str:
    """What the entry says, in one line."""
    match entry:
        case Section():
            return entry.title
        case Block():
            said = entry.text or (f"says what the form says: {entry.form}" if entry.form else "")
            return ": ".join(part for part in (entry.title, said) if part)
        case Duty():
            return f"{entry.force.value.upper()}: {entry.duty} ({entry.trigger})"
        case Permission():
            return f"{entry.option} ({entry.trigger})"
        case AgeRule():
            return entry.rule
        case Term():
            return f"{entry.term}: {entry.meaning}"
        case Contact():
            return f"{entry.name} ({AREA[entry.area]})"
        case Point():
            return entry.value or f"link {entry.link}"
        case Resource():
            return f"{entry.name}: {entry.offers}"
        case Link():
            return f"{entry.text or entry.about}: {'target lost' if entry.is_lost else entry.target}"
        case Footnote():
            return entry.text
        case Missing():
            return entry.about
        case Erratum():
            return f"class {entry.kind.value}: {entry.wrong}"
        case Law() | LocalDocument() | Tool():
            return f"{entry.name}: {entry.about}"
        case Table():
            return f"{entry.name}: {entry.rows} rows, {entry.columns} columns"
        case Scale():
            return f"{entry.name}: {', '.join(entry.points)}"
        case Actor() | NamedList() | Owner():
            return entry.name
        case _:
            raise TypeError(f"no words for {type(entry).__name__}")


def ways(contact: Contact, guidance: Guidance) -> Iterator[str]:
    """Every way to reach a contact, a line each; what no person has verified says so, 999 apart."""
    for point in contact.points:
        kind = point.kind.value.replace("_", " ")
        yield f"{kind}: {way(point, guidance)}"
    if not contact.points:
        yield "no way to reach it is printed"


def way(point: Point, guidance: Guidance) -> str:
    """A point's value, what belongs to it, and whether a person has verified it."""
    link = guidance.by_id.get(point.link)
    parts = [point.value] if point.value else []
    verified = point.last_verified
    if isinstance(link, Link):
        if not point.value:
            parts.append(f"{link.text or link.about}: {'target lost' if link.is_lost else link.target}")
        verified = verified or link.last_verified
    if point.note:
        parts.append(point.note)
    text = ", ".join(parts)
    if point.value == EMERGENCY or point.kind is PointKind.HOURS or (isinstance(link, Link) and link.is_lost):
        return text
    if verified is None:
        return f"{text} [not verified]"
    return f"{text} [verified {verified.when} by {verified.who}: {verified.how}]"
