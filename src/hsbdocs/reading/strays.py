"""Rows that only look like the form's, and options that were put into rows of their own."""

from __future__ import annotations

from collections.abc import Sequence

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
    groups: dict[tuple[int, str], list[PlacedRow]] = {}
    order: list[tuple[int, str]] = []
    for item in items:
        if isinstance(item, PlacedRow):
            group = (item.table, section_of[item.row.key])
            groups.setdefault(group, []).append(item)
            if not order or order[-1] != group:
                order.append(group)
    anchored = {group for group, rows in groups.items() if any(_tells(row) for row in rows)}
    strays = set()
    for number, group in enumerate(order):
        if group in anchored:
            continue
        near = [other for other in (*order[max(0, number - 1) : number], *order[number + 1 : number + 2])]
        keys = {item.row.key for item in groups[group]}
        beside = any(
            other in anchored and other[1] == group[1] and keys.isdisjoint(item.row.key for item in groups[other])
            for other in near
        )
        if beside:
            anchored.add(group)
        else:
            strays.add(group)
    strays -= anchored
    return [
        Foreign(item.cells)
        if isinstance(item, PlacedRow) and (item.table, section_of[item.row.key]) in strays
        else item
        for item in items
    ]


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
