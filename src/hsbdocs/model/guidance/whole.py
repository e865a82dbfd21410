"""One guidance, loaded and checked, and everything in it by id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import msgspec

from hsbdocs.model.guidance.base import Area
from hsbdocs.model.guidance.block import Block, Cover, NumberedSection, SourceText
from hsbdocs.model.guidance.contact import Actor, Contact, Resource
from hsbdocs.model.guidance.duty import AgeRule, Duty, Permission
from hsbdocs.model.guidance.erratum import Decision, Erratum
from hsbdocs.model.guidance.pathway import Step, StepKind
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
from hsbdocs.model.guidance.vignette import Vignette

_HASH_LENGTH = 16
#: Each kind by the name of its file or folder under content/guidance/.
KINDS: dict[str, type[msgspec.Struct]] = {
    "sections": NumberedSection,
    "duties": Duty,
    "permissions": Permission,
    "ages": AgeRule,
    "terms": Term,
    "lists": NamedList,
    "scales": Scale,
    "contacts": Contact,
    "resources": Resource,
    "actors": Actor,
    "laws": Law,
    "documents": LocalDocument,
    "tools": Tool,
    "links": Link,
    "footnotes": Footnote,
    "missing": Missing,
    "tables": SourceTable,
    "errata": Erratum,
    "owners": Owner,
    "vignettes": Vignette,
    "pathway": Step,
    "quiz": QuizItem,
}


class Guidance(msgspec.Struct, frozen=True, kw_only=True, dict=True, omit_defaults=True):
    """Every entry by kind, in the order of the files. ``hash`` is over every file it was read from.

    A kind that came later is empty in a guidance that was frozen before, and left out where it is written.
    """

    source: SourceText
    cover: Cover
    sections: tuple[NumberedSection, ...]
    duties: tuple[Duty, ...]
    permissions: tuple[Permission, ...]
    ages: tuple[AgeRule, ...]
    terms: tuple[Term, ...]
    lists: tuple[NamedList, ...]
    scales: tuple[Scale, ...]
    contacts: tuple[Contact, ...]
    resources: tuple[Resource, ...]
    actors: tuple[Actor, ...]
    laws: tuple[Law, ...]
    documents: tuple[LocalDocument, ...]
    tools: tuple[Tool, ...]
    links: tuple[Link, ...]
    footnotes: tuple[Footnote, ...]
    missing: tuple[Missing, ...]
    tables: tuple[SourceTable, ...]
    errata: tuple[Erratum, ...]
    owners: tuple[Owner, ...]
    vignettes: tuple[Vignette, ...] = ()
    pathway: tuple[Step, ...] = ()
    quiz: tuple[QuizItem, ...] = ()
    hash: str

    def blocks(self) -> Iterator[Block]:
        """Every block, the cover's first, then section by section."""
        yield from self.cover.blocks
        for section in self.sections:
            yield from section.blocks

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """Everything that has an id: entries of all kinds, blocks, and points of contacts."""
        found: dict[str, Any] = {}
        for kind in KINDS:
            found.update((entry.id, entry) for entry in getattr(self, kind))
        found.update((block.id, block) for block in self.blocks())
        found.update((point.id, point) for contact in self.contacts for point in contact.points)
        return found

    @cached_property
    def step_numbers(self) -> dict[str, int]:
        """The steps of the pathway as people count them, by id: in the order of the file, those at any step apart."""
        counted = [step.id for step in self.pathway if step.kind is not StepKind.BAND]
        return {name: number for number, name in enumerate(counted, 1)}

    def hash_of(self, name: str) -> str:
        """What an entry is known by: the start of the SHA-256 over its canonical JSON. Raises KeyError."""
        return hashlib.sha256(msgspec.json.encode(self.by_id[name], order="sorted")).hexdigest()[:_HASH_LENGTH]

    def waiting_for(self, decision: Decision) -> tuple[str, ...]:
        """The entries that still say what they said when the decision was made."""
        return tuple(name for name, before in decision.entries.items() if self._still(name, before))

    def _still(self, name: str, before: str) -> bool:
        return name in self.by_id and self.hash_of(name) == before

    def is_settled(self, erratum: Erratum) -> bool:
        """True where it was decided for both areas, and all that was decided is carried out."""
        areas = {decision.area for decision in erratum.decisions}
        decided = Area.BOTH in areas or areas >= {Area.KENT, Area.MEDWAY}
        return decided and not any(self.waiting_for(decision) for decision in erratum.decisions)

    @cached_property
    def named_by(self) -> dict[str, tuple[str, ...]]:
        """For each id, the ids of the entries whose ``refs`` name it."""
        found: dict[str, list[str]] = {}
        for name, entry in self.by_id.items():
            for ref in getattr(entry, "refs", ()):
                found.setdefault(ref, []).append(name)
        return {name: tuple(names) for name, names in found.items()}
