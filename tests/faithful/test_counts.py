"""As much of everything in content as was counted in the source (counts.json)."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from hsbdocs.model.form import FieldType, Form
from hsbdocs.model.guidance import BlockKind, Guidance, LocalDocument, MissingKind, PointKind, places_of
from tests.support.frozen import FROZEN

#: Counts of things that are not the guidance's: the rules for returned forms, and what no software may do.
ELSEWHERE = {"rules", "rules_by_level", "not_automated", "indicator_marks"}


def _values(guidance: Guidance, *kinds: PointKind) -> list[str]:
    return [p.value for c in guidance.contacts for p in c.points if p.kind in kinds and p.value]


def _phones(guidance: Guidance) -> list[str]:
    return [value.replace(" ", "") for value in _values(guidance, PointKind.PHONE, PointKind.TEXT)]


def _links(guidance: Guidance, *, text: bool, lost: bool | None = None) -> int:
    return sum(
        link.marked and bool(link.text) is text and (lost is None or link.is_lost is lost) for link in guidance.links
    )


def _missing(guidance: Guidance, kind: MissingKind) -> int:
    return sum(missing.kind is kind for missing in guidance.missing)


def _titles(guidance: Guidance) -> dict[str, int]:
    noted = {footnote.mark for footnote in guidance.footnotes}
    found: Counter[str] = Counter()
    for section in guidance.sections:
        contents, body = section.contents.title, section.title
        if contents == body:
            found["fn" if section.source in noted else "same"] += 1
        else:
            found["case" if contents.casefold() == body.casefold() else "DIFF"] += 1
    return dict(found)


def _table(guidance: Guidance, name: str) -> Any:
    return guidance.by_id[name]


def _rows(form: Form, section: str) -> int:
    return len(next(s for s in form.sections if s.id == section).rows)


def _options(form: Form) -> int:
    return next(len(f.choices) for f in form.fields if f.id == "outcome.category")


def _per_question(form: Form) -> list[int]:
    return [len(row.prompts) for row in next(s for s in form.sections if s.id == "considerations").rows]


def _form_values(form: Form) -> int:
    return sum(1 for _ in form.fields)


COUNTED: dict[str, Callable[[Guidance, Form], Any]] = {
    "sections_numbered": lambda g, f: len(g.sections),
    "toc_with_page": lambda g, f: sum(s.contents.page is not None for s in g.sections),
    "toc_match": lambda g, f: _titles(g),
    "tables": lambda g, f: len(g.tables),
    "missing_images": lambda g, f: _missing(g, MissingKind.PICTURE),
    "missing_embedded_files": lambda g, f: _missing(g, MissingKind.FILE),
    "carson_criteria": lambda g, f: _table(g, "T03").rows,
    "carson_cells_per_copy": lambda g, f: _table(g, "T04").rows * (_table(g, "T04").columns - 1),
    "hackett_points": lambda g, f: len(_table(g, "hackett-points").points),
    "rag_levels": lambda g, f: len(_table(g, "rag-levels").points),
    "footnotes": lambda g, f: len(g.footnotes),
    "links_marked": lambda g, f: sum(link.marked for link in g.links),
    "links_hash": lambda g, f: _links(g, text=True, lost=True),
    "links_root_only": lambda g, f: _links(g, text=True, lost=False),
    "links_bare": lambda g, f: _links(g, text=False, lost=False),
    "unlinked_urls": lambda g, f: sum(not link.marked for link in g.links),
    "contacts_local": lambda g, f: len(g.contacts),
    "phones_occ": lambda g, f: len(_phones(g)),
    "phones_distinct": lambda g, f: len(set(_phones(g))),
    "emails_occ": lambda g, f: len(_values(g, PointKind.EMAIL)),
    "emails_distinct": lambda g, f: len(set(_values(g, PointKind.EMAIL))),
    "postal": lambda g, f: len(_values(g, PointKind.ADDRESS)),
    "hours": lambda g, f: len(_values(g, PointKind.HOURS)),
    "services_without_contact": lambda g, f: sum(actor.without_contact for actor in g.actors),
    "national_resources": lambda g, f: len(g.resources),
    "statutory_refs": lambda g, f: len(g.laws),
    "local_documents": lambda g, f: sum(isinstance(d, LocalDocument) for d in g.documents),
    "external_tools": lambda g, f: len(g.tools),
    "actors_local": lambda g, f: len(g.actors),
    "age_rules": lambda g, f: len(g.ages),
    "duties": lambda g, f: len(g.duties),
    "duty_modality": lambda g, f: dict(Counter(duty.force.value.upper() for duty in g.duties)),
    "permissions": lambda g, f: len(g.permissions),
    "questions": lambda g, f: len(_per_question(f)),
    "indicator_items": lambda g, f: sum(_per_question(f)),
    "indicators_per_q": lambda g, f: _per_question(f),
    "form_identity_rows": lambda g, f: _rows(f, "details"),
    "form_outcome_rows": lambda g, f: _rows(f, "outcomes"),
    "outcome_options": lambda g, f: _options(f),
    "action_rows": lambda g, f: _rows(f, "actions"),
    "action_cells": lambda g, f: 3 * sum(field.type is FieldType.YES_NO for field in f.fields),
    "completion_rows": lambda g, f: _rows(f, "completion"),
    "form_rows": lambda g, f: len(f.rows),
    "form_values": lambda g, f: _form_values(f),
    "errata": lambda g, f: len(g.errata),
    "errata_by_class": lambda g, f: dict(Counter(erratum.kind.value for erratum in g.errata)),
}


def _items(guidance: Guidance) -> dict[str, int]:
    items = Counter(block.list for block in guidance.blocks() if block.list)
    return {re.sub(r" L(\d+).*", r"@L\1", places_of(entry.source)[0]): items[entry.id] for entry in guidance.lists}


IN_BLOCKS: dict[str, Callable[[Guidance], Any]] = {
    "cover_table_rows": lambda g: sum(block.kind is BlockKind.ROW for block in g.cover.blocks),
    "unnumbered_subheadings": lambda g: sum(block.kind is BlockKind.SUBHEADING for block in g.blocks()),
    "lists": _items,
    "stage_behaviours": lambda g: sum(len(b.parts) for b in g.blocks() if b.list == "development-stages"),
}


def test_everything_that_was_counted_is_compared(counts: dict[str, Any]) -> None:
    assert counts.keys() == COUNTED.keys() | IN_BLOCKS.keys() | ELSEWHERE


@pytest.mark.parametrize("name", COUNTED)
def test_there_is_as_much_as_was_counted(name: str, counted: Guidance, form: Form, counts: dict[str, Any]) -> None:
    assert COUNTED[name](counted, form) == counts[name]


@pytest.mark.parametrize("name", IN_BLOCKS)
def test_blocks_hold_as_much_as_was_counted(name: str, blocks: Guidance, counts: dict[str, Any]) -> None:
    assert IN_BLOCKS[name](blocks) == counts[name]


def test_every_duty_has_the_line_and_the_force_that_were_read(counted: Guidance) -> None:
    """forces.tsv: id, section, line and force of each duty, read by people who did not write this content."""
    with (FROZEN / "forces.tsv").open(encoding="utf-8", newline="") as file:
        read = {row["id"]: row for row in csv.DictReader(file, delimiter="\t")}
    found = {duty.id: (f"{places_of(duty.source)[0]}", duty.force.value.upper()) for duty in counted.duties}
    assert found == {name: (f"{row['section']} L{row['line']}", row["modality"]) for name, row in read.items()}


def test_every_erratum_has_the_class_that_was_given(counted: Guidance) -> None:
    """classes.tsv: id and class of each erratum, from the list that the project began with."""
    with (FROZEN / "classes.tsv").open(encoding="utf-8", newline="") as file:
        given = {row["id"]: row["class"] for row in csv.DictReader(file, delimiter="\t")}
    assert {erratum.id: erratum.kind.value for erratum in counted.errata} == given
