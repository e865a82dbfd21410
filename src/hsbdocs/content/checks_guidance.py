"""What the types cannot say of the guidance: ids that stand once, references that lead somewhere, lines that fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date
from typing import Any

from hsbdocs.content.checks_blocks import Blocks
from hsbdocs.content.checks_ids import Ids
from hsbdocs.content.checks_pathway import check_pathway
from hsbdocs.content.checks_quiz import check_item
from hsbdocs.content.checks_short import check_short
from hsbdocs.content.checks_source import Lines
from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import (
    ANYONE,
    KINDS,
    Added,
    AgeRule,
    Bound,
    Contact,
    Duty,
    Erratum,
    ErratumClass,
    Force,
    Guidance,
    Nature,
    NumberedSection,
    Permission,
    PrintsHow,
    QuizItem,
    Vignette,
)

COVER = "guidance/cover.yaml"

#: As many words of the source as a quotation of an erratum may have.
MOST_WORDS = 8

#: As many errata as the partnerships can decide together at the table.
MOST_AT_TABLE = 12

#: Classes of errata that somebody has to settle.
_TO_SETTLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)

#: What is wrong with a force, said in the source's own words or not: "always" leaves open which it is, "need" takes in
#: a right and what is important, and every other force is one word.
_SAID: dict[tuple[Force, bool], str] = {
    (Force.ALWAYS, False): 'with the force always, "should always" or "will always" is said',
    **{
        (force, True): "only with the forces always and need is another wording said"
        for force in Force
        if force not in (Force.ALWAYS, Force.NEED)
    },
}

#: A permission is said in words of choice, right or advice, and never in those of a duty.
_CHOICE = re.compile(r"\b(may|can|right|recommended)\b")
_DUTY = re.compile(r"\b(must|should|always|will|needs?)\b")

#: Keys under which an entry names actors.
_ACTORS = ("who", "to", "actors")


def check_guidance(
    guidance: Guidance,
    places: Places,
    forms: Mapping[str, Form] | None,
    *,
    whole: bool = True,
    broken: Set[str] | None = frozenset(),
) -> list[Fault]:
    """Every fault that only shows when the files are seen together.

    ``whole`` says that every entry could be read; ``broken`` are ids of those that could not, None where nobody knows
    them: then nothing is said to be missing.
    """
    ids = Ids(guidance, places, broken)
    return list(_Checks(guidance, ids, Blocks(ids, forms), Lines(guidance, places, whole=whole)).faults())


class _Checks:
    def __init__(self, guidance: Guidance, ids: Ids, blocks: Blocks, lines: Lines) -> None:
        self.guidance = guidance
        self.places = ids.places
        self.ids = ids
        self.blocks = blocks
        self.lines = lines

    def faults(self) -> Iterator[Fault]:
        yield from self.lines.text()
        cover = self.guidance.cover.blocks
        yield from self.blocks.faults(COVER, "cover", cover)
        yield from self.lines.blocks(COVER, "cover", cover, self.lines.cover)
        for section in self.guidance.sections:
            yield from self._section(section, f"sections:{section.number}")
        for kind in KINDS:
            if kind != "sections":
                for entry in getattr(self.guidance, kind):
                    yield from self._entry(kind, entry, f"{kind}:{entry.id}")
        yield from self._at_table()
        yield from check_pathway(self.guidance, self.ids)
        for kind in ("duties", "permissions"):
            for entry in getattr(self.guidance, kind):
                yield from self.lines.stated(entry, f"{kind}:{entry.id}")

    def _section(self, section: NumberedSection, key: str) -> Iterator[Fault]:
        yield from self.ids.own("sections", section.number, key, "number")
        above = section.number.rpartition(".")[0]
        if section.parent != above:
            problem = f"the parent of {section.number} is {above or 'none'}"
            yield fault_at(self.places, key, problem, "parent", code=CheckCode.ENTRY)
        yield from self.lines.section(section, key)
        yield from self.ids.one_of("owners", section.owner, key, "owner")
        yield from self.ids.refs(key, section.refs)
        yield from self.blocks.faults(key, section.number, section.blocks)
        yield from self.lines.blocks(key, section.number, section.blocks, self.lines.spans[section.number])

    def _entry(self, kind: str, entry: Any, key: str) -> Iterator[Fault]:
        yield from self.ids.own(kind, entry.id, key, "id")
        yield from self.ids.refs(key, entry.refs)
        yield from self.lines.entry(entry, key)
        yield from self._named(entry, key)
        yield from self._own(entry, key)
        for name, day in _days(entry):
            if not _is_day(day):
                yield fault_at(self.places, key, f"{day} is not a day", name, code=CheckCode.DAY)

    def _named(self, entry: Any, key: str) -> Iterator[Fault]:
        """What an entry names under a key that is for one kind."""
        for name in _ACTORS:
            for index, actor in enumerate(getattr(entry, name, ())):
                yield from self.ids.one_of("actors", actor, key, name, index)
        yield from self._roles(getattr(entry, "roles", ()), key)
        if getattr(entry, "owner", ""):
            yield from self.ids.one_of("owners", entry.owner, key, "owner")
        if getattr(entry, "within", ""):
            yield from self.ids.one_of("lists", entry.within, key, "within")

    def _roles(self, roles: tuple[str, ...], key: str) -> Iterator[Fault]:
        """For whom it is: actors, or anyone and nobody besides."""
        for index, role in enumerate(roles):
            if role != ANYONE:
                yield from self.ids.one_of("actors", role, key, "for", index)
            elif len(roles) > 1:
                problem = f"{ANYONE} stands alone: it takes in everybody"
                yield fault_at(self.places, key, problem, "for", index, code=CheckCode.ENTRY)

    def _own(self, entry: Any, key: str) -> Iterator[Fault]:
        """What only entries of this kind have."""
        for problem in check_short(entry):
            yield fault_at(self.places, key, problem, "short", code=CheckCode.ENTRY)
        of_kind = _OF_KIND.get(type(entry))
        if of_kind is not None:
            yield from of_kind(self, entry, key)

    def _duty(self, duty: Duty, key: str) -> Iterator[Fault]:
        if problem := _SAID.get((duty.force, bool(duty.said))):
            yield fault_at(self.places, key, problem, "said", code=CheckCode.ENTRY)

    def _permission(self, permission: Permission, key: str) -> Iterator[Fault]:
        if problem := _choice(permission):
            yield fault_at(self.places, key, problem, "said", code=CheckCode.ENTRY)

    def _vignette(self, vignette: Vignette, key: str) -> Iterator[Fault]:
        if not vignette.questions:
            problem = "a case to talk about needs questions"
            yield fault_at(self.places, key, problem, "questions", code=CheckCode.ENTRY)

    def _quiz(self, item: QuizItem, key: str) -> Iterator[Fault]:
        yield from check_item(item, self.guidance, self.ids, key)

    def _ages(self, rule: AgeRule, key: str) -> Iterator[Fault]:
        for index, bound in enumerate(rule.bounds):
            for problem in _bound(bound):
                yield fault_at(self.places, key, problem, "bounds", index, code=CheckCode.ENTRY)

    def _erratum(self, erratum: Erratum, key: str) -> Iterator[Fault]:
        if erratum.kind in _TO_SETTLE and len(erratum.options) < 2:
            yield fault_at(self.places, key, "needs two ways or more to settle it", "options", code=CheckCode.ENTRY)
        for index, decision in enumerate(erratum.decisions):
            for name in decision.entries:
                yield from self.ids.named(name, key, "decisions", index, "entries", name)
        if erratum.kind in _TO_SETTLE and erratum.prints is None:
            problem = "needs what a document prints where it is open"
            yield fault_at(self.places, key, problem, "prints", code=CheckCode.ENTRY)
        if erratum.prints and erratum.prints.how is not PrintsHow.AS_PRINTED and not erratum.prints.text.strip():
            problem = f"{erratum.prints.how.value} needs the words that a document prints"
            yield fault_at(self.places, key, problem, "prints", "text", code=CheckCode.ENTRY)
        if erratum.at_table and erratum.kind not in _TO_SETTLE:
            problem = "only what somebody has to settle (S, F) goes to the table"
            yield fault_at(self.places, key, problem, "at_table", code=CheckCode.ENTRY)
        for index, quote in enumerate(erratum.quotes):
            if len(quote.split()) > MOST_WORDS:
                problem = f"has {len(quote.split())} words; at most {MOST_WORDS} name the place"
                yield fault_at(self.places, key, problem, "quotes", index, code=CheckCode.ENTRY)

    def _at_table(self) -> Iterator[Fault]:
        """Those beyond the number that a meeting can decide, in the order of the files."""
        chosen = [erratum for erratum in self.guidance.errata if erratum.at_table and erratum.kind in _TO_SETTLE]
        for number, erratum in enumerate(chosen[MOST_AT_TABLE:], start=MOST_AT_TABLE + 1):
            problem = f"is number {number} of those for the table; at most {MOST_AT_TABLE} can be decided there"
            yield fault_at(self.places, f"errata:{erratum.id}", problem, "at_table", code=CheckCode.ENTRY)

    def _points(self, contact: Contact, key: str) -> Iterator[Fault]:
        for index, point in enumerate(contact.points):
            path = ("points", index)
            if not point.id.startswith(f"{contact.id}."):
                problem = f"{point.id!r} does not begin with {contact.id}."
                yield fault_at(self.places, key, problem, *path, "id", code=CheckCode.ID)
            yield from self.ids.part("points", point.id, key, *path, "id")
            if not point.value and not point.link:
                yield fault_at(self.places, key, "has neither a value nor a link", *path, code=CheckCode.ENTRY)
            if point.link:
                yield from self.ids.one_of("links", point.link, key, *path, "link")
            yield from self.ids.refs(key, point.refs, *path)
            for name, day in _days(point):
                if not _is_day(day):
                    yield fault_at(self.places, key, f"{day} is not a day", *path, name, code=CheckCode.DAY)


#: What only entries of one kind have.
_OF_KIND: dict[type, Callable[[_Checks, Any, str], Iterator[Fault]]] = {
    AgeRule: _Checks._ages,
    Contact: _Checks._points,
    Duty: _Checks._duty,
    Erratum: _Checks._erratum,
    Permission: _Checks._permission,
    QuizItem: _Checks._quiz,
    Vignette: _Checks._vignette,
}


def _choice(permission: Permission) -> str:
    """What is wrong with how a permission is said; empty for a sound one."""
    if permission.said and (_DUTY.search(permission.said) or not _CHOICE.search(permission.said)):
        return "a permission is said with may, can, a right or recommended, and never as a duty"
    if permission.nature is Nature.RIGHT and permission.said and "right" not in permission.said:
        return "a right is said as a right"
    return ""


def _bound(bound: Bound) -> Iterator[str]:
    low = bound.start if bound.start is not None else bound.over
    high = bound.to if bound.to is not None else bound.under
    if (low, high, bound.gap_over) == (None, None, None):
        yield "has no figure"
    if low is not None and high is not None and low > high:
        yield "ends before it begins"


def _days(entry: Any) -> Iterator[tuple[str, str]]:
    if getattr(entry, "last_verified", None) is not None:
        yield "last_verified", entry.last_verified.when
    for decision in getattr(entry, "decisions", ()):
        yield "decisions", decision.when
    if isinstance(getattr(entry, "source", None), Added):
        yield "source", entry.source.added.on


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
