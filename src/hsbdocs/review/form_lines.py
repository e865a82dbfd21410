"""What a form says in the stead of a block, as a copy for comments and an agenda print it."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.guidance import Block
from hsbdocs.model.of_form import Forms, of_form


def form_lines(block: Block, forms: Forms) -> Iterator[str]:
    """The form's words, a line each; none where the block names no form."""
    said = of_form(block, forms)
    if said is None:
        return
    yield said.where
    if said.head:
        yield said.head
    yield from (f"\u2013 {line}" for line in said.lines)
