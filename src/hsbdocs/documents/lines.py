"""Entries of the guidance as lines of a document: wording, section and marks, and a note of every id that was used.

Whatever a document prints of the guidance comes through here, so what ``printed_ids`` says cannot differ from what is
printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.model.guidance import (
    Actor,
    AgeRule,
    Area,
    Block,
    Contact,
    Duty,
    Erratum,
    ErratumClass,
    Force,
    Guidance,
    Law,
    Link,
    Point,
    PointKind,
    Term,
)
from hsbdocs.model.handout import HandoutFrame

#: How each force is said before what is to be done. A plain "do" is said by the words that follow.
FORCE = {
    Force.MUST: "must ",
    Force.ALWAYS: "always ",
    Force.SHOULD: "should ",
    Force.WILL: "will ",
    Force.NEED: "need to ",
    Force.DO: "",
}
_AREAS = {Area.KENT: "Kent: ", Area.MEDWAY: "Medway: "}
_TO_SETTLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)
#: The reader of the guidance: a duty that is theirs does not name them.
_READER = "professionals"
_NO_BREAK = "\u00a0"
#: Everybody knows it; it needs no checking.
EMERGENCY = "999"


class Line(msgspec.Struct, frozen=True):
    """A paragraph: ``lead`` in bold, ``text``, ``number`` large, and ``marks`` (section, queries) in grey.

    Spaces between them are in them.
    """

    lead: str = ""
    text: str = ""
    number: str = ""
    marks: str = ""

    @property
    def plain(self) -> str:
        """All of it."""
        return f"{self.lead}{self.text}{self.number}{self.marks}"


class NotPrintable(Exception):
    """An id that a document names and that cannot be printed; the text says why."""


class Printer:
    """Makes lines of entries and keeps what they took: ``used`` the ids, ``queries`` the errata marked."""

    def __init__(self, guidance: Guidance, frame: HandoutFrame, wording: Wording = OWN) -> None:
        self._guidance = guidance
        self._frame = frame
        self.wording = wording
        self._contacts = {point.id: contact for contact in guidance.contacts for point in contact.points}
        self._sections = {block.id: section.number for section in guidance.sections for block in section.blocks} | {
            block.id: "cover" for block in guidance.cover.blocks
        }
        self.used: set[str] = set()
        self.queries: dict[str, Erratum] = {}
        self.unverified = False

    def line(self, name: str) -> Line:
        """The line that prints the entry ``name``. Raises NotPrintable."""
        entry = self._take(name)
        for kind, say in self._kinds():
            if isinstance(entry, kind):
                line: Line = say(entry)
                return line
        raise NotPrintable(f"{name} is of a kind that documents do not print (yet): {type(entry).__name__}")

    def has_phone(self, name: str) -> bool:
        """Whether the contact ``name`` has a telephone number. Raises NotPrintable."""
        contact = self._take(name)
        if not isinstance(contact, Contact):
            raise NotPrintable(f"{name} is not a contact")
        return any(point.kind is PointKind.PHONE for point in contact.points)

    def explained(self) -> Iterator[Line]:
        """A line for each erratum that was marked, by number."""
        for name in sorted(self.queries):
            erratum = self._take(name)
            yield Line(lead=f"{name}: ", text=erratum.brief or erratum.wrong)

    def _kinds(self) -> tuple[tuple[type, Callable[[Any], Line]], ...]:
        return (
            (Block, self._block),
            (Duty, self._duty),
            (AgeRule, self._age),
            (Term, self._term),
            (Contact, self._contact),
            (Point, self._point),
            (Law, self._law),
        )

    def _take(self, name: str) -> Any:
        if name not in self._guidance.by_id:
            raise NotPrintable(f"{name} does not exist")
        self.used.add(name)
        return self._guidance.by_id[name]

    def _block(self, block: Block) -> Line:
        text = self.wording.of(block)
        if not text:
            raise NotPrintable(f"{block.id} has no text of its own")
        if block.parts:
            raise NotPrintable(f"{block.id} has parts, which documents do not print (yet)")
        lead = f"{block.title}: " if block.title else ""
        return Line(lead=lead, text=text, marks=self._marks(self._sections[block.id], block.refs))

    def _duty(self, duty: Duty) -> Line:
        who = [self._take(name) for name in duty.who if name != _READER]
        actors = ", ".join(actor.name for actor in who if isinstance(actor, Actor))
        trigger = _AREAS.get(duty.area, "") + _capital(duty.trigger)
        text = f"{actors}: " if actors else ""
        force = f"{duty.said} " if duty.said else FORCE[duty.force]
        text += f"{force}{self.wording.of(duty)}."
        return Line(lead=f"{trigger}: ", text=text, marks=self._marks(_section(duty.source), duty.refs))

    def _age(self, age: AgeRule) -> Line:
        return Line(text=self.wording.of(age), marks=self._marks(_section(age.source), age.refs))

    def _term(self, term: Term) -> Line:
        return Line(
            lead=f"{term.term}: ", text=self.wording.of(term), marks=self._marks(_section(term.source), term.refs)
        )

    def _contact(self, contact: Contact) -> Line:
        marks = self._marks(_section(contact.source), contact.refs)
        return Line(lead=f"{contact.name}: ", text=f"{self.wording.of(contact)}.", marks=marks)

    def _point(self, point: Point) -> Line:
        contact = self._take(self._contacts[point.id].id)
        verified = point.last_verified is not None
        value, lost = point.value, False
        if point.link:
            link: Link = self._take(point.link)
            verified = verified or link.last_verified is not None
            lost = link.is_lost and not value
            value = value or (self._frame.lost if lost else link.target)
        if point.note:
            value += f", {point.note}"
        unsure = not lost and not verified and point.value != EMERGENCY and point.kind is not PointKind.HOURS
        self.unverified |= unsure
        section = self._section_of_line(point.source)
        marks = self._marks(section, (*point.refs, *contact.refs), self._frame.not_verified if unsure else "")
        if point.kind is PointKind.HOURS:
            return Line(text=value, marks=self._marks(section, point.refs))
        if point.kind is PointKind.PHONE:
            return Line(lead=f"{contact.name}: ", number=value.replace(" ", _NO_BREAK), marks=marks)
        return Line(lead=f"{contact.name}: ", text=value, marks=marks)

    def _law(self, law: Law) -> Line:
        unsure = law.last_verified is None
        self.unverified |= unsure
        marks = self._marks(_section(law.source), law.refs, self._frame.not_verified if unsure else "")
        return Line(lead=f"{law.name}: ", text=f"{self.wording.of(law)}.", marks=marks)

    def _marks(self, section: str, refs: tuple[str, ...], beside: str = "") -> str:
        """``beside``, and in brackets the section and the errata of ``refs`` that nobody has settled."""
        queries = []
        for name in dict.fromkeys(refs):
            entry = self._guidance.by_id.get(name)
            if isinstance(entry, Erratum) and entry.kind in _TO_SETTLE and entry.decision is None:
                self.queries[name] = entry
                queries.append(f"{name}{self._frame.query}")
        query = f"; {', '.join(queries)}" if queries else ""
        return (f" {beside.replace(' ', _NO_BREAK)}" if beside else "") + f" ({section}{query})"

    def _section_of_line(self, line: int) -> str:
        found = "cover"
        for section in self._guidance.sections:
            if section.source <= line:
                found = section.number
        return found


def _section(source: tuple[str, ...]) -> str:
    """``("1.4 L78", "4.3 Q1 L447")`` as ``1.4, 4.3 Q1``."""
    return ", ".join(dict.fromkeys(ref.partition(" L")[0] for ref in source))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
