"""Which entries of content each document prints, by id. ``show`` says where a thing is printed.

A new kind of document adds its function to PRINTED: from a document, the content and the guidance to the ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hsbdocs.documents.handout import printed_ids
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance

Printed = Callable[[Document, Content, Guidance], frozenset[str]]


def ids_printed(content: Content, guidance: Guidance) -> dict[str, frozenset[str]]:
    """For each document that ``build`` makes, the ids that it prints; none for a kind that says nothing."""
    return {
        document.id: PRINTED[document.kind](document, content, guidance) if document.kind in PRINTED else frozenset()
        for document in content.documents.values()
    }


def _form(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """The blocks that the form says instead, and those that its prompts say where the document prints prompts."""
    return frozenset(
        block.id
        for section in guidance.sections
        for block in section.blocks
        if block.form.partition("/")[0] == document.form
        and (document.prompts or section.number != guidance.source.prompts)
    )


def _excel_form(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """The blocks that the form says instead, and the open questions about the source that it marks."""
    form = content.forms[document.form or ""]
    named = {name for section in form.sections for name in section.errata}
    named |= {name for row in form.rows for name in row.errata}
    marked = {erratum.id for erratum in guidance.errata if erratum.kind.value in "SF"}
    return _form(document, content, guidance) | (named & marked)


def _handout(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    return frozenset(printed_ids(document, guidance))


PRINTED: Mapping[str, Printed] = {"word-form": _form, "excel-form": _excel_form, "word-handout": _handout}
