"""What an entry of each kind says, a row a kind: what lists, look-ups and documents know of it stands here alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from hsbdocs.model.guidance import fields
from hsbdocs.model.guidance.base import Area
from hsbdocs.model.guidance.block import Block, NumberedSection
from hsbdocs.model.guidance.condition import condition, said_before
from hsbdocs.model.guidance.contact import Actor, Contact, Point, Resource
from hsbdocs.model.guidance.duty import AgeRule, Duty, Permission
from hsbdocs.model.guidance.erratum import Erratum
from hsbdocs.model.guidance.pathway import Step
from hsbdocs.model.guidance.quiz import QuizItem
from hsbdocs.model.guidance.reference import (
    Footnote,
    Law,
    Link,
    LocalDocument,
    Missing,
    NamedList,
    Owner,
    Scale,
    SourceTable,
    Term,
    Tool,
)
from hsbdocs.model.guidance.value_names import AREA, STEP
from hsbdocs.model.guidance.vignette import Vignette
from hsbdocs.model.guidance.whole import Guidance


class Printing(msgspec.Struct, frozen=True):
    """How a document prints an entry: ``lead`` in bold, then ``before`` the entry's own words, then ``after`` them.

    ``exact`` gives the words where they are not ours (a title, the points of a scale): nothing stands in their place.
    """

    lead: Callable[[Any], str] = lambda _: ""
    before: Callable[[Any], str] = lambda _: ""
    after: str = ""
    exact: Callable[[Any], str] = lambda _: ""


class Says(msgspec.Struct, frozen=True, kw_only=True):
    """What the entries of a kind say.

    ``one`` and ``many`` are what the kind is called; ``line`` says an entry in one line; ``at_length`` gives its
    fields, each with a label (without it they are the one line). ``words`` is the key of the words that are ours,
    ``leads`` are the keys, besides ``refs``, that name other entries. ``printed`` is how documents print it;
    where they do not, ``why_not`` says why.
    """

    kind: type[msgspec.Struct]
    one: str
    many: str
    line: Callable[[Any], str]
    at_length: Callable[[Any, Guidance], fields.Fields] | None = None
    words: str = ""
    leads: tuple[str, ...] = ()
    printed: Printing | None = None
    why_not: str = ""

    def fields(self, entry: Any, guidance: Guidance) -> fields.Fields:
        """The entry's fields: label and text."""
        if self.at_length is None:
            yield "What", self.line(entry)
        else:
            yield from self.at_length(entry, guidance)

    def led_to(self, entry: Any) -> tuple[str, ...]:
        """The ids that the entry names, each once."""
        found = list(getattr(entry, "refs", ()))
        for key in self.leads:
            value = getattr(entry, key)
            found += value if isinstance(value, tuple) else [value] if value else []
        return tuple(dict.fromkeys(found))


def says(entry: Any) -> Says:
    """The row of an entry's kind."""
    return _BY_TYPE[type(entry)]


def _name_and_about(entry: Law | LocalDocument | Tool) -> str:
    return f"{entry.name}: {entry.about}"


def _block(block: Block) -> str:
    said = block.text or (f"says what the form says: {block.form}" if block.form else "")
    return ": ".join(part for part in (block.title, said) if part)


def _link(link: Link) -> str:
    return f"{link.text or link.about}: {'target lost' if link.is_lost else link.target}"


def _trigger(entry: Duty | Permission) -> str:
    area = "" if entry.area is Area.BOTH else f"{AREA[entry.area]}: "
    when = condition(entry)
    return f"{area}{when[:1].upper()}{when[1:]}: "


def _name(entry: Contact | Law | LocalDocument | Tool | Resource | Scale) -> str:
    return f"{entry.name}: "


#: Every kind by the name that ``list`` has for it.
SAYS = {
    "sections": Says(
        kind=NumberedSection,
        one="section",
        many="sections",
        line=lambda section: section.title,
        at_length=fields.section,
        leads=("owner", "parent"),
        printed=Printing(exact=lambda section: section.title),
    ),
    "blocks": Says(
        kind=Block,
        one="block",
        many="blocks",
        line=_block,
        at_length=fields.block,
        words="text",
        leads=("owner", "list"),
        printed=Printing(lambda block: f"{block.title}: " if block.title else ""),
    ),
    "duties": Says(
        kind=Duty,
        one="duty",
        many="duties",
        line=lambda duty: f"{duty.force.value.upper()}: {duty.duty} ({condition(duty)})",
        at_length=fields.duty,
        words="duty",
        printed=Printing(_trigger, said_before, "."),
    ),
    "permissions": Says(
        kind=Permission,
        one="permission",
        many="permissions",
        line=lambda option: f"{said_before(option).strip().upper()}: {option.option} ({condition(option)})",
        at_length=fields.permission,
        words="option",
        printed=Printing(_trigger, said_before, "."),
    ),
    "ages": Says(
        kind=AgeRule,
        one="age rule",
        many="age rules",
        line=lambda age: age.rule,
        at_length=fields.age,
        words="rule",
        printed=Printing(),
    ),
    "terms": Says(
        kind=Term,
        one="term",
        many="terms",
        line=lambda term: f"{term.term}: {term.meaning}",
        at_length=fields.term,
        words="meaning",
        printed=Printing(lambda term: f"{term.term}: "),
    ),
    "lists": Says(
        kind=NamedList,
        one="list",
        many="lists",
        line=lambda entry: entry.name,
        words="name",
        leads=("within",),
        printed=Printing(after=":"),
    ),
    "scales": Says(
        kind=Scale,
        one="scale",
        many="scales",
        line=lambda scale: f"{scale.name}: {', '.join(scale.points)}",
        at_length=fields.scale,
        leads=("owner",),
        printed=Printing(_name, after=".", exact=lambda scale: ", ".join(scale.points)),
    ),
    "contacts": Says(
        kind=Contact,
        one="contact",
        many="contacts",
        line=lambda contact: f"{contact.name} ({AREA[contact.area]})",
        at_length=fields.contact,
        words="use",
        leads=("actors",),
        printed=Printing(_name, after="."),
    ),
    "points": Says(
        kind=Point,
        one="way to reach a contact",
        many="ways to reach contacts",
        line=lambda point: point.value or f"link {point.link}",
        at_length=fields.point,
        leads=("link",),
    ),
    "resources": Says(
        kind=Resource,
        one="national body",
        many="national bodies",
        line=lambda resource: f"{resource.name}: {resource.offers}",
        words="offers",
        printed=Printing(_name, after="."),
    ),
    "actors": Says(
        kind=Actor,
        one="person or service",
        many="people and services",
        line=lambda actor: actor.name,
        at_length=fields.actor,
        printed=Printing(exact=lambda actor: actor.name),
    ),
    "laws": Says(
        kind=Law,
        one="law or statutory guidance",
        many="laws and statutory guidance",
        line=_name_and_about,
        at_length=fields.law,
        words="about",
        printed=Printing(_name, after="."),
    ),
    "documents": Says(
        kind=LocalDocument,
        one="local document",
        many="local documents",
        line=_name_and_about,
        at_length=fields.document,
        words="about",
        printed=Printing(_name, after="."),
    ),
    "tools": Says(
        kind=Tool,
        one="tool",
        many="tools",
        line=_name_and_about,
        at_length=fields.tool,
        words="about",
        leads=("owner",),
        printed=Printing(_name, after="."),
    ),
    "links": Says(
        kind=Link,
        one="link",
        many="links",
        line=_link,
        at_length=fields.link,
        words="about",
        printed=Printing(),
    ),
    "footnotes": Says(
        kind=Footnote,
        one="footnote",
        many="footnotes",
        line=lambda footnote: footnote.text,
        printed=Printing(lambda footnote: f"Footnote {footnote.number}: ", exact=lambda footnote: footnote.text),
    ),
    "missing": Says(
        kind=Missing,
        one="missing picture or file",
        many="missing pictures and files",
        line=lambda missing: missing.about,
        words="about",
        printed=Printing(lambda missing: f"{missing.label}: " if missing.label else "", after="."),
    ),
    "tables": Says(
        kind=SourceTable,
        one="table",
        many="tables",
        line=lambda table: f"{table.name}: {table.rows} rows, {table.columns} columns",
        why_not="it is the shape of a table of the source: its rows are blocks",
    ),
    "errata": Says(
        kind=Erratum,
        one="erratum",
        many="errata",
        line=lambda erratum: f"class {erratum.kind.value}: {erratum.wrong}",
        at_length=fields.erratum,
        words="brief",
        printed=Printing(exact=lambda erratum: erratum.wrong),
    ),
    "owners": Says(
        kind=Owner,
        one="owner of text",
        many="owners of text",
        line=lambda owner: owner.name,
        why_not="it is no statement of the guidance: it says whose words the source prints",
    ),
    "vignettes": Says(
        kind=Vignette,
        one="invented case",
        many="invented cases",
        line=lambda vignette: vignette.text,
        at_length=fields.vignette,
        words="text",
        printed=Printing(),
    ),
    "pathway": Says(
        kind=Step,
        one="step of the pathway",
        many="steps of the pathway",
        line=lambda step: f"{step.title} ({STEP[step.kind]})",
        at_length=fields.step,
        words="text",
        leads=("duties", "too"),
        printed=Printing(lambda step: f"{step.title}: "),
    ),
    "quiz": Says(
        kind=QuizItem,
        one="question of the quiz",
        many="questions of the quiz",
        line=lambda item: item.stem,
        at_length=fields.quiz_item,
        words="stem",
        leads=("blocked_by", "any_reading"),
        printed=Printing(),
    ),
}
_BY_TYPE = {row.kind: row for row in SAYS.values()}
