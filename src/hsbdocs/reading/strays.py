"""Rows that only look like the form's, and options that were put into rows of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from hsbdocs.model.form import FieldType, Form, Row
from hsbdocs.model.patterns import option_pattern
from hsbdocs.reading.rows import Foreign, Item, PlacedRow
from hsbdocs.reading.words import key, label_words

#: A label of so many words is not the beginning of another one, and not another table's.
_LONG_LABEL = 4


def without_strays(items: Sequence[Item], form: Form) -> list[Item]:
    """Rows with a short label ("Date", "Gender") count only among rows of their section that have a telling one.

    Else they may be a letterhead's, a parent's or a partner's. A row that its ref tells is no stray.
    """
    section_of = {row.key: section.id for section, row in form.items()}
    placed = {number: item for number, item in enumerate(items) if isinstance(item, PlacedRow)}
    group_of = {number: _Group(row.table, section_of[row.row.key]) for number, row in placed.items()}
    groups: dict[_Group, list[PlacedRow]] = {}
    for number, row in placed.items():
        groups.setdefault(group_of[number], []).append(row)
    anchored = _anchored(groups, [group for group, _ in groupby(group_of.values())])
    found = list(items)
    for number, row in placed.items():
        if group_of[number] not in anchored:
            found[number] = Foreign(row.cells)
    return found


class _Group(NamedTuple):
    """Rows of one section in one table."""

    table: int
    section: str


def _anchored(groups: Mapping[_Group, Sequence[PlacedRow]], order: Sequence[_Group]) -> set[_Group]:
    """The groups that count: those with a telling row, and those that go on with one beside them in the file."""
    anchored = {group for group, rows in groups.items() if any(map(_tells, rows))}
    for number, group in enumerate(order):
        near = (*order[max(0, number - 1) : number], *order[number + 1 : number + 2])
        if any(other in anchored and _goes_on(group, other, groups) for other in near):
            anchored.add(group)
    return anchored


def _goes_on(group: _Group, other: _Group, groups: Mapping[_Group, Sequence[PlacedRow]]) -> bool:
    """True where two groups are of one section and have no row twice: a table that was parted."""
    keys = {item.row.key for item in groups[group]}
    return group.section == other.section and keys.isdisjoint(item.row.key for item in groups[other])


def _tells(item: PlacedRow) -> bool:
    """True where the label, or the ref beside it, is the form's beyond doubt."""
    ref = key(item.row.ref or "")
    by_ref = bool(ref) and any(key(cell.text) == ref for cell in item.before)
    return by_ref or len(label_words(item.row.label)) >= _LONG_LABEL


def with_options(items: Sequence[Item]) -> list[Item]:
    """A choice whose options were put into cells of their own, below its label, takes those cells as its answer."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Foreign) and isinstance(last, PlacedRow) and _are_options(item, last.row):
            found[-1] = msgspec.structs.replace(last, answers=(*last.answers, *item.cells))
        else:
            found.append(item)
    return found


def _are_options(item: Foreign, row: Row) -> bool:
    choice = row.field(FieldType.CHOICE)
    texts = [text for text in (cell.text.strip() for cell in item.cells) if text]
    if choice is None or not texts or not row.answer_in_label:
        return False
    return all(any(option_pattern(option.label).search(text) for option in choice.choices) for text in texts)
