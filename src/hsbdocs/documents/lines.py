"""Entries of the guidance as lines of a document: wording, section and marks, and a note of every id that was used.

Whatever a document prints of the guidance comes through here, so what ``printed_ids`` says cannot differ from what is
printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.documents.queries import Queries, Row
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.model.guidance import (
    Actor,
    Added,
    Area,
    Block,
    Contact,
    Duty,
    Erratum,
    Force,
    Guidance,
    Law,
    Link,
    Point,
    PointKind,
    needs_no_check,
    says,
    verified,
)
from hsbdocs.model.handout import HandoutFrame, Number
from hsbdocs.model.variant import READER, Variant

#: The reader of the guidance: a duty that is theirs does not name them.
_READER = "professionals"
_NO_BREAK = "\u00a0"


class NotPrintable(Exception):
    """An id that a document names and that cannot be printed; the text says why."""


class Printer:
    """Makes lines of entries and keeps what they took: ``used`` the ids, ``queries`` what is in doubt of it."""

    def __init__(
        self,
        guidance: Guidance,
        frame: HandoutFrame,
        wording: Wording = OWN,
        variant: Variant = READER,
        said: Collection[str] = (),
    ) -> None:
        self._guidance = guidance
        self._frame = frame
        self._variant = variant
        self.wording = wording
        self._contacts = {point.id: contact for contact in guidance.contacts for point in contact.points}
        self._sections = {block.id: section.number for section in guidance.sections for block in section.blocks} | {
            block.id: "cover" for block in guidance.cover.blocks
        }
        self.used: set[str] = set()
        self.queries = Queries(guidance, frame, variant, said)
        self.unverified = False

    def line(self, name: str, row: Row | None = None) -> PrintedLine:
        """The line that prints the entry ``name``, in a ``row`` of a table or by itself. Raises NotPrintable."""
        entry = self._take(name)
        if isinstance(entry, Point):
            return self._point(entry, row)
        printed = says(entry).printed
        if printed is None:
            raise NotPrintable(f"{name} is of a kind that documents do not print (yet): {type(entry).__name__}")
        if getattr(entry, "parts", ()):
            raise NotPrintable(f"{name} has parts, which documents do not print (yet)")
        words = self.wording.of(entry)
        if not words:
            raise NotPrintable(f"{name} has no text of its own")
        text = f"{self._actors(entry)}{printed.before(entry)}{words}{printed.after}"
        return PrintedLine(lead=printed.lead(entry), text=text, marks=self._marks_of(entry, row))

    def bare(self, name: str, row: Row | None = None) -> PrintedLine:
        """A duty of the reader without its condition: "You must refer …". Raises NotPrintable."""
        entry = self._take(name)
        if not isinstance(entry, Duty) or any(who != _READER for who in entry.who) or entry.force is Force.NEED:
            raise NotPrintable(f"{name} is not a duty that can be said to the reader")
        printed = says(entry).printed
        assert printed is not None
        subject = "" if entry.force is Force.DO else "You "
        text = f"{subject}{printed.before(entry)}{self.wording.of(entry)}{printed.after}"
        return PrintedLine(text=f"{text[:1].upper()}{text[1:]}", marks=self._marks_of(entry, row))

    def number(self, number: Number, row: Row | None = None) -> PrintedLine:
        """Words of our own, and behind them the number, or the hours, of a point. Raises NotPrintable."""
        words = self.wording.of(number)
        if not number.point:
            return PrintedLine(text=words, marks=self.queries.said(number.says))
        words = f"{words} " if words else ""
        point = self._take(number.point)
        if isinstance(point, Point) and point.kind is PointKind.HOURS:
            return PrintedLine(
                text=f"{words}{point.value}", marks=self._marks(self._section_of(point), point.refs, row)
            )
        if not isinstance(point, Point) or point.kind is not PointKind.PHONE:
            raise NotPrintable(f"{number.point} is neither a telephone number nor hours")
        unsure = not (needs_no_check(point) or verified(point, self._guidance))
        self.unverified |= unsure
        marks = f"{_NO_BREAK}{self._frame.unchecked}" if unsure else ""
        marks += self.queries.beside(point.refs, row)
        return PrintedLine(text=words, number=point.value.replace(" ", _NO_BREAK), marks=marks)

    def added_phones(self, name: str) -> list[str]:
        """The telephone numbers that the partnerships added for the area of a contact which has none.

        An added contact that answers another erratum than the contact's own, by its ``refs``, is not meant.
        """
        contact = self._guidance.by_id.get(name)
        if not isinstance(contact, Contact):
            return []
        own = set(contact.refs)
        return [
            point
            for added, points in self._added()
            if added.area is contact.area and own.issuperset(self._errata(added))
            for point in points
        ]

    def added_for(self, erratum: str) -> list[str]:
        """The telephone numbers that the partnerships added here to answer an erratum, named in ``refs``."""
        here = (Area.BOTH, self._variant.area) if self._variant.area else tuple(Area)
        return [
            point for added, points in self._added() if erratum in added.refs and added.area in here for point in points
        ]

    def _added(self) -> Iterator[tuple[Contact, list[str]]]:
        for each in self._guidance.contacts:
            if isinstance(each.source, Added):
                yield each, [point.id for point in each.points if point.kind is PointKind.PHONE]

    def _errata(self, entry: Contact) -> set[str]:
        return {name for name in entry.refs if isinstance(self._guidance.by_id.get(name), Erratum)}

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

    def _point(self, point: Point, row: Row | None) -> PrintedLine:
        contact = self._take(self._contacts[point.id].id)
        value, lost = self._value(point)
        section = self._section_of(point)
        if point.kind is PointKind.HOURS:
            return PrintedLine(text=value, marks=self._marks(section, point.refs, row))
        unsure = not (lost or needs_no_check(point) or verified(point, self._guidance))
        marks = self._marks(section, (*point.refs, *contact.refs), row, unsure=unsure)
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

    def _marks_of(self, entry: Any, row: Row | None) -> str:
        if isinstance(entry, Block):
            return self._marks(self._sections[entry.id], entry.refs, row)
        unsure = isinstance(entry, Law) and entry.last_verified is None
        return self._marks(_section(entry.source), entry.refs, row, unsure=unsure)

    def _marks(self, section: str, refs: tuple[str, ...], row: Row | None = None, *, unsure: bool = False) -> str:
        """That nobody has verified it, and in brackets the section and the errata of ``refs`` that nobody settled."""
        self.unverified |= unsure
        beside = f" {self._frame.not_verified.replace(' ', _NO_BREAK)}" if unsure else ""
        return f"{beside} ({section}{self.queries.sign(dict.fromkeys(refs), row)})"

    def _section_of(self, point: Point) -> str:
        if isinstance(point.source, Added):
            return point.source.words
        found = "cover"
        for section in self._guidance.sections:
            if section.source <= point.source:
                found = section.number
        return found


def _section(source: tuple[str, ...] | Added) -> str:
    """``("1.4 L78", "4.3 Q1 L447")`` as ``1.4, 4.3 Q1``; who added what the guidance does not say."""
    if isinstance(source, Added):
        return source.words
    return ", ".join(dict.fromkeys(ref.partition(" L")[0] for ref in source))
