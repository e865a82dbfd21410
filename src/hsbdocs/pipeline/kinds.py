"""The kinds of documents that ``build`` makes, a row each: what it asks of content, how it is made, what it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from hsbdocs.content.load import ContentReading, read_content
from hsbdocs.content.locate import Roots
from hsbdocs.documents.pathway import pathway_ids
from hsbdocs.documents.printed import Printed, form_and_front_ids, gift_ids, handout_ids, marked_form_ids
from hsbdocs.documents.slides import slides_ids
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.kind import Asks
from hsbdocs.pipeline.make import (
    Sources,
    excel_form,
    excel_form_lines,
    gift_quiz,
    no_lines,
    slides,
    word_form,
    word_form_lines,
    word_handout,
    word_pathway,
)
from hsbdocs.pipeline.training import filled_ids, word_filled, word_gap_key


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of document.

    ``suffix`` is the ending of its file; ``make`` gives its bytes, ``lines`` what it prints besides its form, a
    paragraph each (both raise AuthorError); ``printed`` says which entries of the guidance it prints;
    ``instead_of_large_print`` says what to do where it cannot be made in large print.
    """

    asks: Asks
    suffix: str
    make: Callable[[Sources, Document], bytes]
    printed: Printed
    instead_of_large_print: str = ""
    lines: Callable[[Sources, Document], tuple[str, ...]] = no_lines

    @property
    def large_print(self) -> bool:
        """Whether it can be made in large print."""
        return not self.instead_of_large_print


_EVERY_FORM = ("status", "review", "danger", "act_first", "end")

KINDS = {
    "word-form": Kind(
        asks=Asks(template=True, form=True, front=True, placeholders=True, headings=True, captions=_EVERY_FORM),
        suffix=".docx",
        make=word_form,
        printed=form_and_front_ids,
        lines=word_form_lines,
    ),
    "excel-form": Kind(
        asks=Asks(
            template=True,
            form=True,
            one_table=True,
            messages=True,
            captions=(*_EVERY_FORM, "where", "judgement", "age", "notes"),
        ),
        suffix=".xlsx",
        make=excel_form,
        printed=marked_form_ids,
        instead_of_large_print="in Excel, make it larger with the zoom at the lower right.",
        lines=excel_form_lines,
    ),
    "word-handout": Kind(asks=Asks(template=True, form=False), suffix=".docx", make=word_handout, printed=handout_ids),
    "word-pathway": Kind(
        asks=Asks(template=True, form=False, pathway=True), suffix=".docx", make=word_pathway, printed=pathway_ids
    ),
    "slides": Kind(
        asks=Asks(template=True, form=False, slides=True),
        suffix=".pptx",
        make=slides,
        printed=slides_ids,
        instead_of_large_print="its type has 18 points or more as it is.",
    ),
    "gift-quiz": Kind(
        asks=Asks(template=False, form=False),
        suffix=".txt",
        make=gift_quiz,
        printed=gift_ids,
        instead_of_large_print="the learning platform that takes it in shows it as large as you like.",
    ),
    "word-filled": Kind(
        asks=Asks(template=False, form=False, filled=True), suffix=".docx", make=word_filled, printed=filled_ids
    ),
    "word-gap-key": Kind(
        asks=Asks(template=True, form=False, found=True), suffix=".docx", make=word_gap_key, printed=handout_ids
    ),
}
#: What content must know of each kind.
ASKS: Mapping[str, Asks] = {name: kind.asks for name, kind in KINDS.items()}


def read_pack(roots: Roots, *, compiled: bool = True) -> ContentReading:
    """The content of a folder, with every fault, held against the kinds of documents that can be built.

    ``compiled`` also asks that what is made from content agrees with it.
    """
    return read_content(roots.content, roots.templates, ASKS, compiled=compiled)


def ids_printed(content: Content, guidance: Guidance) -> dict[str, frozenset[str]]:
    """For each document that ``build`` makes, the ids of the guidance that it prints."""
    return {
        document.id: KINDS[document.kind].printed(document, content, guidance)
        for document in content.documents.values()
    }
