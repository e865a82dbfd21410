"""Which entries of the guidance a document prints, by id. ``show`` says where a thing is printed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hsbdocs.documents.handout import printed_ids
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.handout import HandoutPart, Shape

Printed = Callable[[Document, Content, Guidance], frozenset[str]]


def form_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """The blocks that the form says instead, and those that its prompts say where the document prints prompts."""
    return frozenset(
        block.id
        for section in guidance.sections
        for block in section.blocks
        if block.form.partition("/")[0] == document.form
        and (document.prompts or section.number != guidance.source.prompts)
    )


def marked_form_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """The blocks that the form says instead, and the open questions about the source that it marks."""
    form = content.forms[document.form or ""]
    named = {name for section in form.sections for name in section.errata}
    named |= {name for row in form.rows for name in row.errata}
    marked = {erratum.id for erratum in guidance.errata if erratum.kind.value in "SF"}
    return form_ids(document, content, guidance) | (named & marked)


def form_and_front_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """What the form says instead, and what it prints before its sections. Raises CannotPrint."""
    return form_ids(document, content, guidance) | printed_ids(document, guidance, content.forms)


def gift_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """What a quiz for a learning platform prints: questions, and what their answers rest on. Raises CannotPrint."""
    parts = tuple(_answered(part) for part in document.parts)
    return handout_ids(msgspec.structs.replace(document, parts=parts), content, guidance)


def _answered(part: HandoutPart) -> HandoutPart:
    return msgspec.structs.replace(part, shape=Shape.ANSWERS) if part.shape is Shape.QUESTIONS else part


def handout_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """What a training document prints. Raises CannotPrint."""
    return frozenset(printed_ids(document, guidance, content.forms))
