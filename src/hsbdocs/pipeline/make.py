"""One document of content to its bytes, by its kind."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.documents.excel_form import workbook_view
from hsbdocs.documents.identity import identity
from hsbdocs.documents.word_form import risk_assessment_view
from hsbdocs.model.content import Content, Document
from hsbdocs.model.form import Form


class Making(msgspec.Struct, frozen=True):
    """How a kind of document is made: the ending of its file, and what makes it (raises AuthorError)."""

    suffix: str
    make: Callable[[Content, Document, Form, Roots], bytes]


def _word_form(content: Content, document: Document, form: Form, roots: Roots) -> bytes:
    from hsbdocs.formats.word.write import fill_template

    template = (roots.templates / document.template).read_bytes()
    view = risk_assessment_view(content, document, form)
    return fill_template(document.template, template, view, identity(content, document, form))


def _excel_form(content: Content, document: Document, form: Form, roots: Roots) -> bytes:
    from hsbdocs.formats.excel.write import write_workbook

    return write_workbook(workbook_view(content, form), identity(content, document, form))


#: Every kind of ``content.kinds``; a test holds them equal.
MAKING = {"word-form": Making(".docx", _word_form), "excel-form": Making(".xlsx", _excel_form)}
