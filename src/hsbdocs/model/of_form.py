"""What a form says in the stead of a block of the guidance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from hsbdocs.model.form import Form, Row, Section
from hsbdocs.model.guidance import Block

Forms = Mapping[str, Form]


class OfForm(msgspec.Struct, frozen=True):
    """``where`` it stands, what it is headed (empty where the block has the same title), and its lines."""

    where: str
    head: str = ""
    lines: tuple[str, ...] = ()


def of_form(block: Block, forms: Forms) -> OfForm | None:
    """The form's words; None where the block names no form."""
    name, _, part = block.form.partition("/")
    form = forms.get(name)
    if form is None:
        return None
    where = f"On the form: {form.title}" + (f", {part}" if part else "")
    section = next((each for each in form.sections if each.id == part), None)
    row = next((each for each in form.rows if each.key == part), None)
    if section is not None:
        return OfForm(where, section.heading, tuple(_section(section)))
    if row is not None:
        return OfForm(where, "" if row.label == block.title else row.label, tuple(_row(row)))
    return OfForm(where)


def _section(section: Section) -> Iterator[str]:
    for row in section.rows:
        ref = f"{row.ref}. " if row.ref else ""
        yield f"{ref}{row.label}{f' ({row.instruction})' if row.instruction else ''}"


def _row(row: Row) -> Iterator[str]:
    yield from (f"{name}: {text}" for name, text in row.printed.items())
    yield from (prompt.text for prompt in row.prompts)
