"""One document of content to its bytes, by its kind."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Protocol

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.content.places import Places, fault_at
from hsbdocs.content.soundness import sound_path, was_sound
from hsbdocs.documents.excel_form import said_by, workbook_view
from hsbdocs.documents.identity import identity
from hsbdocs.documents.issuer import issuer
from hsbdocs.documents.letterhead import letterhead
from hsbdocs.documents.queries import errata_of, form_queries
from hsbdocs.documents.word_form import FormView, form_view
from hsbdocs.model.content import Content, Document
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import Severity
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.variant import READER, Variant
from hsbdocs.store.files import write_atomic

#: No day lies after it: the same content gives the same documents whenever they are made.
_ANY_DAY = date.max


if TYPE_CHECKING:
    from hsbdocs.content.guidance import Reading
    from hsbdocs.documents.front import Front
    from hsbdocs.documents.handout import CannotPrint


class Sources:
    """What documents are made from. ``guidance`` is loaded when it is first asked for: forms without parts do not.

    ``places`` says where each entry of the content stands, for what is found wrong with it. ``variant`` says in
    which copy.
    """

    def __init__(self, content: Content, places: Places, roots: Roots, variant: Variant = READER) -> None:
        self.content = content
        self.places = places
        self.roots = roots
        self.variant = variant
        self._guidance: list[Guidance] = []

    def in_variant(self, variant: Variant) -> Sources:
        """The same sources for another copy; what was loaded for one is there for all."""
        other = Sources(self.content, self.places, self.roots, variant)
        other._guidance = self._guidance
        return other

    @property
    def guidance(self) -> Guidance:
        """The whole guidance. Raises AuthorError for all that ``check`` calls an error in it, on any day."""
        if not self._guidance:
            self._guidance.append(self._sound_guidance())
        return self._guidance[0]

    def _sound_guidance(self) -> Guidance:
        from hsbdocs.content.guidance import read_guidance

        reading = read_guidance(self.roots.content, self.content.forms, self.content.edition)
        wrong = [] if was_sound(self.roots.content, reading.guidance.hash) else self._wrong(reading)
        if reading.faults or wrong:
            raise AuthorError([*reading.faults, *wrong])
        return reading.guidance

    def _wrong(self, reading: Reading) -> list[Fault]:
        """Facts that cannot be; a state without any is kept as sound, where that may be written."""
        from hsbdocs.content.checks_facts import check_facts

        facts = check_facts(reading.guidance, reading.places, _ANY_DAY)
        wrong = [found for found in facts if found.severity is Severity.ERROR]
        path = sound_path(self.roots.content)
        if not wrong and not reading.faults and os.access(path.parent, os.W_OK):
            write_atomic(path, f"{reading.guidance.hash}\n".encode("ascii"))
        return wrong

    def form(self, document: Document) -> Form:
        """The form that a document is made from."""
        return self.content.forms[document.form or ""]

    def template(self, document: Document) -> bytes:
        """The template that a document is made from, in large print where that was asked for."""
        template = (self.roots.templates / document.template).read_bytes()
        if not self.variant.large_print:
            return template
        from hsbdocs.formats.word.large_print import enlarged

        return enlarged(template)


def word_form(sources: Sources, document: Document) -> bytes:
    """A form as a Word document. Raises AuthorError."""
    from hsbdocs.formats.word.write import fill_template

    content, form = sources.content, sources.form(document)
    view = _form_view(sources, document)
    return fill_template(document.template, sources.template(document), view, identity(content, document, form))


def word_form_lines(sources: Sources, document: Document) -> tuple[str, ...]:
    """What a form's Word document prints besides the form, a paragraph each. Raises AuthorError."""
    view = _form_view(sources, document)
    return (view.short, view.foot, *view.letterhead.texts, *view.front.texts)


def _form_view(sources: Sources, document: Document) -> FormView:
    content, variant = sources.content, sources.variant
    head = letterhead(issuer(content, variant))
    return form_view(content, document, sources.form(document), _front(sources, document), head, variant)


def _front(sources: Sources, document: Document) -> Front:
    """The guidance is asked for only where the document prints some of it."""
    from hsbdocs.documents.front import NO_FRONT, front
    from hsbdocs.documents.handout import CannotPrint

    if not document.parts:
        return NO_FRONT
    try:
        return front(sources.content, document, sources.guidance, sources.variant)
    except CannotPrint as error:
        raise _faults(sources, document, error) from error


def _faults(sources: Sources, document: Document, error: CannotPrint) -> AuthorError:
    """What a document names and cannot print, with the places of its file, or of the one that has its parts."""
    key = f"documents:{document.parts_of or document.id}"
    return AuthorError(fault_at(sources.places, key, problem, *path) for path, problem in error.problems)


def no_lines(_: Sources, __: Document) -> tuple[str, ...]:
    """Of documents that print nothing besides their form."""
    return ()


def excel_form(sources: Sources, document: Document) -> bytes:
    """A form as a workbook. Raises AuthorError."""
    from hsbdocs.formats.excel.template import read_template, too_wide
    from hsbdocs.formats.excel.write import sheet_width, write_workbook

    content, form = sources.content, sources.form(document)
    look = read_template(document.template, sources.template(document))
    said = issuer(content, sources.variant)
    view = workbook_view(content, form, issuer=said, queries=queries_of(sources, form))
    problem = too_wide(sheet_width(view, look), look.margins)
    if problem:
        raise AuthorError([Fault(document.template, 0, "", problem)])
    return write_workbook(view, look, identity(content, document, form))


def queries_of(sources: Sources, form: Form) -> tuple[str, ...]:
    """What is in doubt about a form, a line each; the guidance is loaded only for a form that names errata."""
    if not errata_of(form):
        return ()
    return form_queries(form, sources.guidance, sources.content.handout, sources.variant)


def excel_form_lines(sources: Sources, document: Document) -> tuple[str, ...]:
    """What a workbook prints besides its form: the issuer's lines, and what is in doubt. Raises AuthorError."""
    return (*said_by(issuer(sources.content, sources.variant)), *queries_of(sources, sources.form(document)))


def word_handout(sources: Sources, document: Document) -> bytes:
    """A training document. Raises AuthorError."""
    from hsbdocs.documents.handout import handout_view

    return of_guidance(sources, document, handout_view, sources.template(document))


def gift_quiz(sources: Sources, document: Document) -> bytes:
    """The quiz as a text file that learning platforms import. Raises AuthorError."""
    from hsbdocs.documents.handout import CannotPrint
    from hsbdocs.documents.quiz_gift import gift_questions
    from hsbdocs.formats.gift import gift

    try:
        return gift(gift_questions(sources.content, document, sources.guidance, sources.variant))
    except CannotPrint as error:
        raise _faults(sources, document, error) from error


def slides(sources: Sources, document: Document) -> bytes:
    """A presentation, read again once it is made. Raises AuthorError."""
    from hsbdocs.documents.handout import CannotPrint
    from hsbdocs.documents.slides import slides_view
    from hsbdocs.formats.slides.write import write_slides
    from hsbdocs.pipeline.slides_back import not_shown

    try:
        view = slides_view(sources.content, document, sources.guidance, variant=sources.variant)
    except CannotPrint as error:
        raise _faults(sources, document, error) from error
    try:
        data = write_slides(sources.template(document), view, identity(sources.content, document, None))
    except ValueError as error:
        raise AuthorError([Fault(document.template, 0, "", str(error))]) from error
    faults = list(not_shown(document, view, data))
    if faults:
        raise AuthorError(faults)
    return data


def word_pathway(sources: Sources, document: Document) -> bytes:
    """The pathway as a training document; in large print its rows may be longer than a page. Raises AuthorError."""
    from hsbdocs.documents.pathway import pathway_view
    from hsbdocs.formats.word.large_print import with_long_rows

    template = sources.template(document)
    if sources.variant.large_print:
        template = with_long_rows(template)
    return of_guidance(sources, document, pathway_view, template)


class _MakesView(Protocol):
    """Makes the view of a document that prints the guidance. Raises CannotPrint."""

    def __call__(
        self, content: Content, document: Document, guidance: Guidance, /, *, variant: Variant
    ) -> msgspec.Struct: ...


def of_guidance(sources: Sources, document: Document, view_of: _MakesView, template: bytes) -> bytes:
    """A document that is made from the guidance, read again once it is made. Raises AuthorError."""
    from hsbdocs.documents.handout import CannotPrint
    from hsbdocs.formats.word.write import fill_template
    from hsbdocs.pipeline.read_back import not_printed

    try:
        view = view_of(sources.content, document, sources.guidance, variant=sources.variant)
    except CannotPrint as error:
        raise _faults(sources, document, error) from error
    properties = identity(sources.content, document, None)
    data = fill_template(document.template, template, view, properties)
    faults = list(not_printed(document, view, data))
    if faults:
        raise AuthorError(faults)
    return data
