"""How a contact is reached, in words, and whether a person has made sure of it."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.guidance.base import Verified
from hsbdocs.model.guidance.contact import Contact, Point, PointKind
from hsbdocs.model.guidance.reference import Footnote, Link
from hsbdocs.model.guidance.whole import Guidance

#: The one number that needs nobody's verifying: everybody knows it.
EMERGENCY = "999"


def ways(contact: Contact, guidance: Guidance) -> Iterator[str]:
    """Every way to reach a contact, a line each; what no person has verified says so, 999 apart."""
    for point in contact.points:
        yield f"{kind_of_way(point)}: {way(point, guidance)}"
    if not contact.points:
        yield "no way to reach it is printed"


def kind_of_way(point: Point) -> str:
    """What kind of way a point is, in words."""
    return point.kind.value.replace("_", " ")


def way(point: Point, guidance: Guidance) -> str:
    """A point's value, what belongs to it, and whether a person has verified it."""
    link = guidance.by_id.get(point.link)
    parts = [point.value, point.note]
    if isinstance(link, Link) and not point.value:
        parts[0] = f"{link.text or link.about}: {'target lost' if link.is_lost else link.target}"
    text = ", ".join(part for part in parts if part)
    if needs_no_check(point) or (isinstance(link, Link) and link.is_lost):
        return text
    seen = verified(point, guidance)
    return f"{text} [verified {seen.when} by {seen.who}: {seen.how}]" if seen else f"{text} [not verified]"


def needs_no_check(point: Point) -> bool:
    """Whether a way to reach somebody needs nobody's verifying: 999, and hours."""
    return point.value == EMERGENCY or point.kind is PointKind.HOURS


def address_verified(footnote: Footnote, guidance: Guidance) -> bool:
    """Whether a footnote has no address, or a person opened the link that has the same one."""
    if "://" not in footnote.text:
        return True
    return any(link.last_verified is not None for link in guidance.links if link.target == footnote.text)


def verified(point: Point, guidance: Guidance) -> Verified | None:
    """That a person made sure of a point, or of the link that it is."""
    link = guidance.by_id.get(point.link)
    return point.last_verified or (link.last_verified if isinstance(link, Link) else None)
