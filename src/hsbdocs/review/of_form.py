"""What a form says in the stead of a block of the guidance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hsbdocs.model.form import Form, Row, Section
from hsbdocs.model.guidance import Block

Forms = Mapping[str, Form]


def of_form(block: Block, forms: Forms) -> Iterator[str]:
    """The form's words, a line each; none where the block names no form."""
    name, _, part = block.form.partition("/")
    form = forms.get(name)
    if form is None:
        return
    yield f"On the form: {form.title}" + (f", {part}" if part else "")
    for section in form.sections:
        if section.id == part:
            yield from _section(section)
        yield from (line for row in section.rows if row.key == part for line in _row(row, block.title))


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield section.heading
    for row in section.rows:
        ref = f"{row.ref}. " if row.ref else ""
        yield f"\u2013 {ref}{row.label}{f' ({row.instruction})' if row.instruction else ''}"


def _row(row: Row, title: str) -> Iterator[str]:
    if row.label != title:
        yield row.label
    yield from (f"\u2013 {name}: {text}" for name, text in row.printed.items())
    yield from (f"\u2013 {prompt.text}" for prompt in row.prompts)
