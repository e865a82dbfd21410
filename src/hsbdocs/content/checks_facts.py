"""What only a closer look shows: numbers and addresses that cannot be right, days, what nobody has verified yet.

Only ``hsbdocs check`` asks: the libraries take longer to load than the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import phonenumbers
import validators

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import Contact, Guidance, Law, Link, Point, PointKind, Verified
from hsbdocs.model.postcode import is_postcode

REGION = "GB"

#: What looks like a telephone number in running text.
_NUMBER = re.compile(r"(?<![\d.])0\d(?:[ \d]{7,11})\d(?![\d.])")
#: A way that is no way to reach anybody, and so needs no verifying by itself.
_NOT_A_WAY = (PointKind.HOURS,)


def check_facts(guidance: Guidance, places: Places, today: date) -> list[Fault]:
    """Every such fault, with its code. ``today`` is the day against which days are held."""
    return list(_Facts(guidance, places, today).faults())


class _Facts:
    def __init__(self, guidance: Guidance, places: Places, today: date) -> None:
        self.guidance = guidance
        self.places = places
        self.today = today

    def faults(self) -> Iterator[Fault]:
        for contact in self.guidance.contacts:
            yield from self._contact(contact)
        for link in self.guidance.links:
            yield from self._link(link)
        for footnote in self.guidance.footnotes:
            if "://" in footnote.text or footnote.text.startswith("http"):
                yield from self._url(f"footnotes:{footnote.id}", footnote.text, "text")
        for law in self.guidance.laws:
            yield from self._law(law)
        for erratum in self.guidance.errata:
            for index, decision in enumerate(erratum.decisions):
                yield from self._day(f"errata:{erratum.id}", decision.when, "decisions", index, "when")
        yield from self._numbers_in_text()
        yield from self._not_stated()

    # ---- Links and laws ------------------------------------------------------------------------

    def _link(self, link: Link) -> Iterator[Fault]:
        key = f"links:{link.id}"
        yield from self._verified(key, link.last_verified)
        if link.is_lost:
            problem = f"“{link.text or link.about}” has no target"
            yield fault_at(self.places, key, problem, "target", code=CheckCode.NO_TARGET)
            return
        yield from self._url(key, link.target, "target")
        if link.last_verified is None:
            problem = f"{link.target}: nobody has recorded opening it"
            yield fault_at(self.places, key, problem, code=CheckCode.LINK_NOT_VERIFIED)

    def _law(self, law: Law) -> Iterator[Fault]:
        key = f"laws:{law.id}"
        yield from self._verified(key, law.last_verified)
        if law.last_verified is None:
            yield fault_at(self.places, key, f"{law.name}: no check is recorded", code=CheckCode.LAW_NOT_VERIFIED)

    # ---- Contacts ------------------------------------------------------------------------------

    def _contact(self, contact: Contact) -> Iterator[Fault]:
        key = f"contacts:{contact.id}"
        for index, point in enumerate(contact.points):
            path = ("points", index)
            if point.value:
                yield from self._value(key, point, *path)
            yield from self._verified(key, point.last_verified, *path)
            ours = point.value and point.kind not in _NOT_A_WAY and not _is_emergency(point.value)
            if ours and point.last_verified is None:
                problem = f"{point.value} ({contact.name}): no verification is recorded"
                yield fault_at(self.places, key, problem, *path, code=CheckCode.CONTACT_NOT_VERIFIED)

    def _value(self, key: str, point: Point, *path: str | int) -> Iterator[Fault]:
        problem = unsound(point.kind, point.value)
        if problem:
            yield fault_at(self.places, key, problem, *path, "value", code=_CODES[point.kind])

    def _url(self, key: str, address: str, *path: str | int) -> Iterator[Fault]:
        if not _is_url(address):
            problem = f"{address} is not an address on the web that can exist"
            yield fault_at(self.places, key, problem, *path, code=CheckCode.URL)

    def _numbers_in_text(self) -> Iterator[Fault]:
        """A telephone number in a sentence is one that a contact has."""
        known = {_digits(p.value) for c in self.guidance.contacts for p in c.points if p.value}
        for key, text, path in self._texts():
            for match in _NUMBER.finditer(text):
                if _digits(match[0]) not in known:
                    problem = f"no contact has the telephone number {match[0]}"
                    yield fault_at(self.places, key, problem, *path, code=CheckCode.PHONE)

    def _texts(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        for section in self.guidance.sections:
            for index, block in enumerate(section.blocks):
                yield f"sections:{section.number}", block.text, ("blocks", index, "text")
        for duty in self.guidance.duties:
            yield f"duties:{duty.id}", duty.duty, ("duty",)
        for permission in self.guidance.permissions:
            yield f"permissions:{permission.id}", permission.option, ("option",)

    # ---- Days ----------------------------------------------------------------------------------

    def _verified(self, key: str, verified: Verified | None, *path: str | int) -> Iterator[Fault]:
        if verified is not None:
            yield from self._day(key, verified.when, *path, "last_verified", "when")

    def _day(self, key: str, day: str, *path: str | int) -> Iterator[Fault]:
        try:
            when = date.fromisoformat(day)
        except ValueError:
            return  # said already: it is no day
        if when > self.today:
            problem = f"{day} lies after today, {self.today.isoformat()}"
            yield fault_at(self.places, key, problem, *path, code=CheckCode.DAY)

    # ---- What no block states ------------------------------------------------------------------

    def _not_stated(self) -> Iterator[Fault]:
        stated = {ref for block in self.guidance.blocks() for ref in block.refs}
        for kind, name in (("duties", "duty"), ("permissions", "permission"), ("ages", "age rule")):
            for entry in getattr(self.guidance, kind):
                if entry.id not in stated:
                    problem = f"no block states the {name} {entry.id}"
                    yield fault_at(self.places, f"{kind}:{entry.id}", problem, code=CheckCode.NOT_STATED)
        parents = {section.parent for section in self.guidance.sections}
        for section in self.guidance.sections:
            if not section.blocks and section.number not in parents:
                problem = f"section {section.number} has no blocks"
                yield fault_at(self.places, f"sections:{section.number}", problem, "blocks", code=CheckCode.NOT_STATED)


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def _is_emergency(value: str) -> bool:
    return bool(phonenumbers.is_emergency_number(value, REGION))


def unsound(kind: PointKind, value: str) -> str:
    """What is wrong with a value of this kind, whatever it is for; empty for one that can exist."""
    if kind in (PointKind.PHONE, PointKind.TEXT) and not _is_number(value):
        return f"{value} is not a telephone number that the United Kingdom can have"
    if kind is PointKind.EMAIL and not validators.email(value):
        return f"{value} is not an e-mail address that can exist"
    if kind is PointKind.ADDRESS and not is_postcode(value.rpartition(",")[2].strip()):
        return f"{value!r} does not end in a comma and a postcode of the United Kingdom"
    if kind in (PointKind.URL, PointKind.WEB_CHAT) and not _is_url(value):
        return f"{value} is not an address on the web that can exist"
    return ""


_CODES = {
    PointKind.PHONE: CheckCode.PHONE,
    PointKind.TEXT: CheckCode.PHONE,
    PointKind.EMAIL: CheckCode.EMAIL,
    PointKind.ADDRESS: CheckCode.POSTCODE,
    PointKind.URL: CheckCode.URL,
    PointKind.WEB_CHAT: CheckCode.URL,
}


def _is_number(value: str) -> bool:
    if _is_emergency(value):
        return True
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(value, REGION)))
    except phonenumbers.NumberParseException:
        return False


def _is_url(address: Any) -> bool:
    """Whether it is an address of a page, with ``www.`` or a scheme before it."""
    if address.startswith("www."):
        address = f"https://{address}"
    if not address.startswith(("https://", "http://")) or validators.url(address) is not True:
        return False
    host = address.split("/")[2]
    return not host.startswith("www.") or host.count(".") > 1
