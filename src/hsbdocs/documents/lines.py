"""Entries of the guidance as lines of a document: wording, section and marks, and a note of every id that was used.

Whatever a document prints of the guidance comes through here, so what ``printed_ids`` says cannot differ from what is
printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from hsbdocs.documents.makers import HELD, MAKERS, value_of
from hsbdocs.documents.printed_line import NotPrintable, PrintedLine
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
    Footnote,
    Force,
    Guidance,
    Law,
    NumberedSection,
    Point,
    PointKind,
    address_verified,
    needs_no_check,
    says,
    verified,
)
from hsbdocs.model.handout import HandoutFrame, Number
from hsbdocs.model.of_form import Forms
from hsbdocs.model.variant import READER, Variant

__all__ = ["NotPrintable", "Printer"]

#: The reader of the guidance: a duty that is theirs does not name them.
_READER = "professionals"
#: How a condition begins that says itself whose duty it is: "you work in a school or college".
_ADDRESSED = "you work in "
_NO_BREAK = "\u00a0"
#: The ways to reach somebody that stand within a line.
_IN_A_LINE = (PointKind.PHONE, PointKind.HOURS, PointKind.URL)


class Printer:
    """Makes lines of entries and keeps what they took: ``used`` the ids, ``queries`` what is in doubt of it."""

    def __init__(
        self,
        guidance: Guidance,
        frame: HandoutFrame,
        wording: Wording = OWN,
        variant: Variant = READER,
        said: Collection[str] = (),
        forms: Forms | None = None,
    ) -> None:
        self.guidance = guidance
        self.frame = frame
        self.forms: Forms = forms or {}
        self.variant = variant
        self.wording = wording
        self.contacts = {point.id: contact for contact in guidance.contacts for point in contact.points}
        self._sections = {block.id: section.number for section in guidance.sections for block in section.blocks} | {
            block.id: "cover" for block in guidance.cover.blocks
        }
        self.used: set[str] = set()
        self.queries = Queries(guidance, frame, variant, said)
        self.unverified = False

    def lines(self, name: str, row: Row | None = None, *, short: bool = False) -> Iterator[PrintedLine]:
        """The line of the entry ``name``, then a line for each thing that it holds: parts, items, questions.

        With ``short``, in few words where it has them. Raises NotPrintable.
        """
        yield self.line(name, row, short=short)
        entry = self.guidance.by_id[name]
        for held in HELD.get(type(entry), _nothing)(self, entry, row, short):
            yield msgspec.structs.replace(held, item=True)

    def line(self, name: str, row: Row | None = None, *, short: bool = False) -> PrintedLine:
        """The line that prints the entry ``name``, in a ``row`` of a table or by itself. Raises NotPrintable."""
        entry = self.take(name)
        make = MAKERS.get(type(entry))
        return self._entry(entry, row, short=short) if make is None else make(self, entry, row, short)

    def _entry(self, entry: Any, row: Row | None, *, short: bool) -> PrintedLine:
        """A line of a kind that has no maker of its own."""
        said = says(entry)
        if said.printed is None:
            raise NotPrintable(f"{entry.id} is not printed in documents: {said.why_not}")
        words = self.wording.short(entry) if short else self.wording.of(entry)
        text = f"{self._actors(entry)}{said.printed.before(entry)}{words}{said.printed.after}"
        return PrintedLine(lead=said.printed.lead(entry), text=text, marks=self.marks_of(entry, row))

    def bare(self, name: str, row: Row | None = None, *, short: bool = False) -> PrintedLine:
        """A duty without its condition, of the reader or of whom the source does not name. Raises NotPrintable.

        "You must make …", or with nobody named "Must be done: refer …".
        """
        entry = self.take(name)
        if not isinstance(entry, Duty) or any(who != _READER for who in entry.who) or entry.force is Force.NEED:
            raise NotPrintable(f"{name} is not a duty that can be said to the reader")
        printed = says(entry).printed
        assert printed is not None
        own = self.wording.short(entry) if short else self.wording.of(entry)
        force, words = printed.before(entry), f"{own}{printed.after}"
        marks = self.marks_of(entry, row)
        if entry.force is Force.DO:
            return PrintedLine(text=_capital(words), marks=marks)
        if entry.who:
            return PrintedLine(text=f"You {force}{words}", marks=marks)
        return PrintedLine(lead=f"{_capital(force)}be done: ", text=words, marks=marks)

    def number(self, number: Number, row: Row | None = None) -> PrintedLine:
        """Words of our own, and behind them the number, the hours or the page of a point. Raises NotPrintable."""
        words = self.wording.of(number)
        if not number.point:
            return PrintedLine(text=words, marks=self.queries.said(number.says))
        words = f"{words} " if words else ""
        point = self.take(number.point)
        if not isinstance(point, Point) or point.kind not in _IN_A_LINE:
            raise NotPrintable(f"{number.point} is neither a telephone number, nor hours, nor a page")
        if point.kind is PointKind.HOURS:
            return PrintedLine(text=f"{words}{point.value}", marks=self.marks(self.section_of(point), point.refs, row))
        value, lost = value_of(self, point)
        unsure = not (lost or needs_no_check(point) or verified(point, self.guidance))
        self.unverified |= unsure
        marks = f"{_NO_BREAK}{self.frame.unchecked}" if unsure else ""
        marks += self.queries.beside(point.refs, row)
        if point.kind is PointKind.URL:
            return PrintedLine(text=f"{words}{value}", marks=marks)
        return PrintedLine(text=words, number=value.replace(" ", _NO_BREAK), marks=marks)

    def added_phones(self, name: str) -> list[str]:
        """The telephone numbers that the partnerships added for the area of a contact which has none.

        An added contact that answers another erratum than the contact's own, by its ``refs``, is not meant.
        """
        contact = self.guidance.by_id.get(name)
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
        here = (Area.BOTH, self.variant.area) if self.variant.area else tuple(Area)
        return [
            point for added, points in self._added() if erratum in added.refs and added.area in here for point in points
        ]

    def _added(self) -> Iterator[tuple[Contact, list[str]]]:
        for each in self.guidance.contacts:
            if isinstance(each.source, Added):
                yield each, [point.id for point in each.points if point.kind is PointKind.PHONE]

    def _errata(self, entry: Contact) -> set[str]:
        return {name for name in entry.refs if isinstance(self.guidance.by_id.get(name), Erratum)}

    def has_phone(self, name: str) -> bool:
        """Whether the contact ``name`` has a telephone number: nothing of it is printed. Raises NotPrintable."""
        contact = self.guidance.by_id.get(name)
        if not isinstance(contact, Contact):
            raise NotPrintable(f"{name} is not a contact")
        return any(point.kind is PointKind.PHONE for point in contact.points)

    def explained(self) -> Iterator[PrintedLine]:
        """A line for each erratum that was marked."""
        self.used.update(self.queries.met)
        yield from self.queries.explained()

    def take(self, name: str) -> Any:
        """The entry with this id, noted as used. Raises NotPrintable."""
        if name not in self.guidance.by_id:
            raise NotPrintable(f"{name} does not exist")
        self.used.add(name)
        return self.guidance.by_id[name]

    def _actors(self, entry: Any) -> str:
        """Whose duty it is, unless it is the reader's, or the condition says whose."""
        if getattr(entry, "nature", None) is not None or getattr(entry, "trigger", "").startswith(_ADDRESSED):
            return ""
        who = [self.take(name) for name in getattr(entry, "who", ()) if name != _READER]
        actors = ", ".join(actor.name for actor in who if isinstance(actor, Actor))
        return f"{actors}: " if actors else ""

    def marks_of(self, entry: Any, row: Row | None) -> str:
        """That nobody has verified an entry, its section and its errata that nobody settled."""
        if isinstance(entry, Block):
            return self.marks(self._sections[entry.id], entry.refs, row)
        if isinstance(entry, NumberedSection):
            return self.marks(entry.number, entry.refs, row)
        unsure = isinstance(entry, Law) and entry.last_verified is None
        unsure |= isinstance(entry, Footnote) and not address_verified(entry, self.guidance)
        return self.marks(_section(entry.source), entry.refs, row, unsure=unsure)

    def marks(self, section: str, refs: tuple[str, ...], row: Row | None = None, *, unsure: bool = False) -> str:
        """That nobody has verified it, and in brackets the section and the errata of ``refs`` that nobody settled."""
        self.unverified |= unsure
        beside = f" {self.frame.not_verified.replace(' ', _NO_BREAK)}" if unsure else ""
        return f"{beside} ({section}{self.queries.sign(dict.fromkeys(refs), row)})"

    def section_of(self, point: Point) -> str:
        """Where a way to reach somebody is printed in the guidance, or who added it."""
        if isinstance(point.source, Added):
            return point.source.words
        found = "cover"
        for section in self.guidance.sections:
            if section.source <= point.source:
                found = section.number
        return found


def _nothing(*_: object) -> Iterator[PrintedLine]:
    yield from ()


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _section(source: tuple[str, ...] | Added) -> str:
    """``("1.4 L78", "4.3 Q1 L447")`` as ``1.4, 4.3 Q1``; who added what the guidance does not say."""
    if isinstance(source, Added):
        return source.words
    return ", ".join(dict.fromkeys(ref.partition(" L")[0] for ref in source))
