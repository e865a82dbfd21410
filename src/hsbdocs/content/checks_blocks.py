"""Blocks of the guidance: what each kind must say, and that what it names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hsbdocs.content.checks_ids import Ids
from hsbdocs.content.checks_short import check_short
from hsbdocs.content.places import fault_at
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import Block, BlockKind


class Blocks:
    """Checks blocks one by one. Without ``forms`` (by id) nothing can be said of what a form says instead."""

    def __init__(self, ids: Ids, forms: Mapping[str, Form] | None) -> None:
        self.ids = ids
        self.places = ids.places
        self.forms = forms

    def faults(self, key: str, name: str, blocks: tuple[Block, ...]) -> Iterator[Fault]:
        """Every fault of the blocks of a section, or of the cover; ``name`` begins their ids."""
        for index, block in enumerate(blocks):
            path = ("blocks", index)
            if not re.fullmatch(rf"{re.escape(name)}\.[a-z]+\d\d", block.id):
                problem = f"{block.id!r} is not an id here: {name}.p01"
                yield fault_at(self.places, key, problem, *path, "id", code=CheckCode.ID)
            yield from self.ids.part("blocks", block.id, key, *path, "id")
            for problem, inner in self._own(block):
                yield fault_at(self.places, key, problem, *path, inner, code=CheckCode.ENTRY)
            for problem in check_short(block):
                yield fault_at(self.places, key, problem, *path, "short", code=CheckCode.ENTRY)
            for problem in self._form(block):
                yield fault_at(self.places, key, problem, *path, "form", code=CheckCode.REFERENCE)
            yield from self.ids.refs(key, block.refs, *path)
            if block.owner:
                yield from self.ids.one_of("owners", block.owner, key, *path, "owner")
            if block.list:
                yield from self.ids.one_of("lists", block.list, key, *path, "list")

    def _own(self, block: Block) -> Iterator[tuple[str, str]]:
        """What a block of its kind lacks, with the key."""
        subheading = block.kind is BlockKind.SUBHEADING
        if subheading and not block.title:
            yield "a sub-heading needs its title", "title"
        if not (subheading or block.text or block.form):
            yield "has no text", "text"
        if (block.kind is BlockKind.ITEM) is not bool(block.list):
            yield "an item names its list, and only an item does", "list"
        names_none = self.ids.of_kind["missing"].isdisjoint(block.refs)
        if block.kind is BlockKind.MISSING and names_none and self.ids.all_known:
            yield "names nothing that is missing (M1 …)", "refs"

    def _form(self, block: Block) -> Iterator[str]:
        """What a block names of a form and is not there."""
        if not block.form or self.forms is None:
            return
        form_id, _, part = block.form.partition("/")
        form = self.forms.get(form_id)
        if form is None:
            yield f"the form {form_id} does not exist"
        elif part and part not in {*(section.id for section in form.sections), *(row.key for row in form.rows)}:
            yield f"the form {form_id} has no section or row {part}"
