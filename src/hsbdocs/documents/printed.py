"""Which entries of content each document prints, by id. ``show`` says where a thing is printed.

A new kind of document adds its function to PRINTED: from a document, the content and the guidance to the ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance

Printed = Callable[[Document, Content, Guidance], frozenset[str]]

#: Section of the guidance whose blocks are the prompts of the form's questions.
_PROMPTS = "4.3"


def ids_printed(content: Content, guidance: Guidance) -> dict[str, frozenset[str]]:
    """For each document that ``build`` makes, the ids that it prints; none for a kind that says nothing."""
    return {
        document.id: PRINTED[document.kind](document, content, guidance) if document.kind in PRINTED else frozenset()
        for document in content.documents.values()
    }


def _word_form(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """The blocks that the form says instead, and those that its prompts say where the document prints prompts."""
    return frozenset(
        block.id
        for section in guidance.sections
        for block in section.blocks
        if block.form.partition("/")[0] == document.form and (document.prompts or section.number != _PROMPTS)
    )


PRINTED: Mapping[str, Printed] = {"word-form": _word_form}
