"""Entries of the guidance as lines of a document: wording, section and marks, and a note of every id that was used.

Whatever a document prints of the guidance comes through here, so what ``printed_ids`` says cannot differ from what is
printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.documents.queries import Queries
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.model.guidance import (
    Actor,
    Added,
    Block,
    Contact,
    Guidance,
    Law,
    Link,
    Point,
    PointKind,
    needs_no_check,
    says,
    verified,
)
from hsbdocs.model.handout import HandoutFrame
from hsbdocs.model.variant import READER, Variant

#: The reader of the guidance: a duty that is theirs does not name them.
_READER = "professionals"
_NO_BREAK = "\u00a0"


class NotPrintable(Exception):
    """An id that a document names and that cannot be printed; the text says why."""


class Printer:
    """Makes lines of entries and keeps what they took: ``used`` the ids, ``queries`` what is in doubt of it."""

    def __init__(
        self, guidance: Guidance, frame: HandoutFrame, wording: Wording = OWN, variant: Variant = READER
    ) -> None:
        self._guidance = guidance
        self._frame = frame
        self.wording = wording
        self._contacts = {point.id: contact for contact in guidance.contacts for point in contact.points}
        self._sections = {block.id: section.number for section in guidance.sections for block in section.blocks} | {
            block.id: "cover" for block in guidance.cover.blocks
        }
        self.used: set[str] = set()
        self.queries = Queries(guidance, frame, variant)
        self.unverified = False

    def line(self, name: str) -> PrintedLine:
        """The line that prints the entry ``name``. Raises NotPrintable."""
        entry = self._take(name)
        if isinstance(entry, Point):
            return self._point(entry)
        printed = says(entry).printed
        if printed is None:
            raise NotPrintable(f"{name} is of a kind that documents do not print (yet): {type(entry).__name__}")
        if getattr(entry, "parts", ()):
            raise NotPrintable(f"{name} has parts, which documents do not print (yet)")
        words = self.wording.of(entry)
        if not words:
            raise NotPrintable(f"{name} has no text of its own")
        text = f"{self._actors(entry)}{printed.before(entry)}{words}{printed.after}"
        return PrintedLine(lead=printed.lead(entry), text=text, marks=self._marks_of(entry))

    def added_phones(self, name: str) -> list[str]:
        """The telephone numbers that the partnerships added for the area of a contact which has none."""
        contact = self._guidance.by_id.get(name)
        area = contact.area if isinstance(contact, Contact) else None
        added = (each for each in self._guidance.contacts if isinstance(each.source, Added) and each.area is area)
        return [point.id for each in added for point in each.points if point.kind is PointKind.PHONE]

    def has_phone(self, name: str) -> bool:
        """Whether the contact ``name`` has a telephone number. Raises NotPrintable."""
        contact = self._take(name)
        if not isinstance(contact, Contact):
            raise NotPrintable(f"{name} is not a contact")
        return any(point.kind is PointKind.PHONE for point in contact.points)

    def explained(self) -> Iterator[PrintedLine]:
        """A line for each erratum that was marked."""
        self.used.update(self.queries.met)
        yield from self.queries.explained()

    def _take(self, name: str) -> Any:
        if name not in self._guidance.by_id:
            raise NotPrintable(f"{name} does not exist")
        self.used.add(name)
        return self._guidance.by_id[name]

    def _actors(self, entry: Any) -> str:
        """Whose duty it is, unless it is the reader's."""
        who = [self._take(name) for name in getattr(entry, "who", ()) if name != _READER]
        actors = ", ".join(actor.name for actor in who if isinstance(actor, Actor))
        return f"{actors}: " if actors else ""

    def _point(self, point: Point) -> PrintedLine:
        contact = self._take(self._contacts[point.id].id)
        value, lost = self._value(point)
        section = point.source.words if isinstance(point.source, Added) else self._section_of_line(point.source)
        if point.kind is PointKind.HOURS:
            return PrintedLine(text=value, marks=self._marks(section, point.refs))
        unsure = not (lost or needs_no_check(point) or verified(point, self._guidance))
        marks = self._marks(section, (*point.refs, *contact.refs), unsure=unsure)
        if point.kind is PointKind.PHONE:
            return PrintedLine(lead=f"{contact.name}: ", number=value.replace(" ", _NO_BREAK), marks=marks)
        return PrintedLine(lead=f"{contact.name}: ", text=value, marks=marks)

    def _value(self, point: Point) -> tuple[str, bool]:
        """What is printed of a way to reach somebody, and whether the source lost it."""
        value, lost = point.value, False
        if point.link:
            link: Link = self._take(point.link)
            lost = link.is_lost and not value
            value = value or (self._frame.lost if lost else link.target)
        return (f"{value}, {point.note}" if point.note else value), lost

    def _marks_of(self, entry: Any) -> str:
        if isinstance(entry, Block):
            return self._marks(self._sections[entry.id], entry.refs)
        unsure = isinstance(entry, Law) and entry.last_verified is None
        return self._marks(_section(entry.source), entry.refs, unsure=unsure)

    def _marks(self, section: str, refs: tuple[str, ...], *, unsure: bool = False) -> str:
        """That nobody has verified it, and in brackets the section and the errata of ``refs`` that nobody settled."""
        self.unverified |= unsure
        beside = f" {self._frame.not_verified.replace(' ', _NO_BREAK)}" if unsure else ""
        return f"{beside} ({section}{self.queries.sign(dict.fromkeys(refs))})"

    def _section_of_line(self, line: int) -> str:
        found = "cover"
        for section in self._guidance.sections:
            if section.source <= line:
                found = section.number
        return found


def _section(source: tuple[str, ...] | Added) -> str:
    """``("1.4 L78", "4.3 Q1 L447")`` as ``1.4, 4.3 Q1``; who added what the guidance does not say."""
    if isinstance(source, Added):
        return source.words
    return ", ".join(dict.fromkeys(ref.partition(" L")[0] for ref in source))
