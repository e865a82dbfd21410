"""What the types cannot say: ids that stand once, titles that fit, documents whose parts exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from hsbdocs.content.borrowed import check_answers_of, check_borrowed, check_numbers_of
from hsbdocs.content.checks_findings import check_findings
from hsbdocs.content.checks_handouts import (
    check_frame,
    check_front,
    check_made_of_parts,
    check_made_of_slides,
    check_parts,
)
from hsbdocs.content.checks_pathway import check_pathway_words
from hsbdocs.content.checks_quiz import check_questions
from hsbdocs.content.checks_slides import check_slides
from hsbdocs.content.checks_training import check_training
from hsbdocs.content.checks_words import check_words
from hsbdocs.content.places import Places, fault_at
from hsbdocs.content.plain import Steps
from hsbdocs.model.content import Content, Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import LONGEST_TITLE, Field, FieldType, Form, Layout, Row, Section
from hsbdocs.model.handout import NO_FRAME
from hsbdocs.model.kind import Asks

#: Characters that Excel shows of the message at a cell (ECMA-376 part 1, 18.3.1.32), and takes of a list.
_LONGEST_MESSAGE_TITLE, _LONGEST_MESSAGE = 32, 255


def check(content: Content, places: Places, templates: Path, kinds: Mapping[str, Asks], *, whole: bool) -> list[Fault]:
    """Every fault that only shows when the files are seen together.

    ``kinds`` says what each kind of document asks for, and ``whole`` that every file could be read: only then is
    anything missed.
    """
    faults: list[Fault] = []
    for form in content.forms.values():
        printed_as = {document.kind for document in content.documents.values() if document.form == form.id}
        faults += _Form(form, places, [kinds[kind] for kind in sorted(printed_as) if kind in kinds]).faults()
        if whole:
            faults += _documents_of(form, content, places)
    faults += _copies(content, places, kinds, whole=whole and not faults)
    for document in content.documents.values():
        faults += _document(document, content, places, templates, kinds, whole=whole)
    if content.handout is not NO_FRAME:
        faults += check_frame(content.handout, places)
    faults += check_words(content, places)
    faults += check_findings(content, places, whole=whole)
    return faults


def _copies(content: Content, places: Places, kinds: Mapping[str, Asks], *, whole: bool) -> Iterator[Fault]:
    """Copies of forms that are filled in: whether their answers fit is only asked where the forms are sound."""
    for document in content.documents.values():
        if document.kind in kinds:
            yield from check_training(document, content, kinds[document.kind], places, whole=whole)


def _documents_of(form: Form, content: Content, places: Places) -> Iterator[Fault]:
    """Documents that a form names and nobody describes, once it names all that are made of it."""
    if not all(document.id in form.documents for document in content.documents.values() if document.form == form.id):
        return
    for name in ("documents", "prompts_in"):
        for index, document_id in enumerate(getattr(form, name)):
            if document_id not in content.documents:
                problem = f"the document {document_id} does not exist"
                yield fault_at(places, f"form:{form.id}", problem, name, index)


class _Form:
    def __init__(self, form: Form, places: Places, kinds: Collection[Asks]) -> None:
        self.form = form
        self.places = places
        self.captions = tuple(dict.fromkeys(name for kind in kinds for name in kind.captions))
        self.placeholders = any(kind.placeholders for kind in kinds)
        self.headings = any(kind.headings for kind in kinds)
        self.one_table = any(kind.one_table for kind in kinds)
        self.messages = any(kind.messages for kind in kinds)

    def faults(self) -> Iterator[Fault]:
        key = f"form:{self.form.id}"
        for name in self.captions:
            if not self.form.captions.get(name):
                yield fault_at(self.places, key, f"the caption {name} is missing or empty", "captions")
        for index, name in enumerate(self.form.variable):
            if name not in self.form.captions and name not in self.captions:
                yield fault_at(self.places, key, f"names the caption {name}, which is not there", "variable", index)
        for section in self.form.sections:
            place = f"section:{self.form.id}:{section.id}"
            if not section.rows:
                yield fault_at(self.places, place, "has no rows", "rows")
            if self.headings and not section.heading:
                yield fault_at(self.places, place, "needs a heading: Word joins tables that touch", "heading")
        if not self.form.sections:
            yield fault_at(self.places, key, "has no sections", "sections")
        elif self.one_table and not _is_one_table(self.form):
            problem = "a workbook has sections of the layout label-answer, and then one of the layout columns"
            yield fault_at(self.places, key, problem, "sections")
        seen: dict[tuple[str, str], str] = {}
        for section, row in self.form.items():
            yield from self._twice(row, seen)
            yield from self._row(section, row)

    def _twice(self, row: Row, seen: dict[tuple[str, str], str]) -> Iterator[Fault]:
        """Names of a row that another one has; ``seen`` are those of the rows before it, by kind, and grows."""
        for kind, value in self._names(row):
            if (kind, value) in seen:
                problem = f"the {kind} {value} stands twice, here and in row {seen[kind, value]}"
                yield fault_at(self.places, f"row:{self.form.id}:{row.key}", problem)
            seen[kind, value] = row.key

    @staticmethod
    def _names(row: Row) -> Iterator[tuple[str, str]]:
        yield "key", row.key
        yield "label", row.label
        if row.ref is not None:
            yield "ref", row.ref
        for field in row.fields:
            yield "field", field.id
        for prompt in row.prompts:
            yield "prompt", prompt.id

    def _row(self, section: Section, row: Row) -> Iterator[Fault]:
        key = f"row:{self.form.id}:{row.key}"
        problem = _yes_no(section, row)
        if problem:
            yield fault_at(self.places, key, problem, "fields")
        if not row.fields:
            yield fault_at(self.places, key, "has no fields", "fields")
        columns = self._columns if section.layout is Layout.COLUMNS else self._no_columns
        yield from columns(section, row, key)
        several = len(row.fields) > 1 and section.layout is Layout.LABEL_ANSWER
        for index, field in enumerate(row.fields):
            messages = _messages(row, field) if self.messages else ()
            for problem in (*self._field(field, several=several), *messages):
                yield fault_at(self.places, key, problem, "fields", index)

    def _no_columns(self, _: Section, row: Row, key: str) -> Iterator[Fault]:
        for index, field in enumerate(row.fields):
            if field.column:
                yield fault_at(self.places, key, "only the layout columns has a column for a field", "fields", index)
        if row.printed:
            yield fault_at(self.places, key, "only the layout columns prints text in columns", "printed")

    def _columns(self, section: Section, row: Row, key: str) -> Iterator[Fault]:
        """In the layout ``columns`` every field has a column of its own, and the blank prints what is in the others."""
        named = {field.column: index for index, field in enumerate(row.fields) if field.column}
        own = section.columns[2:]
        for index, field in enumerate(row.fields):
            if field.column not in own or named[field.column] != index:
                problem = f"needs a column of its own, one of {', '.join(own)}"
                yield fault_at(self.places, key, problem, "fields", index, "column")
        rest = [column for column in own if column not in named]
        if list(row.printed) != rest:
            yield fault_at(self.places, key, f"should print text in the columns {', '.join(rest)}", "printed")

    def _field(self, field: Field, *, several: bool) -> Iterator[str]:
        for title in field.control_titles().values():
            if len(title) > LONGEST_TITLE:
                yield f"the title {title!r} is over {LONGEST_TITLE} characters: Word would not show it"
        ticked = field.type in (FieldType.YES_NO, FieldType.CHOICE)
        if self.placeholders and not ticked and not field.placeholder:
            yield "the placeholder is missing: an unanswered field is known by it"
        yield from _choices(field)
        if several and not field.caption:
            yield "a cell with several fields needs a caption before each: two controls must not touch"


def _yes_no(section: Section, row: Row) -> str:
    """What is wrong with the types of a row's fields in its layout; empty where nothing is."""
    types = [field.type for field in row.fields]
    if section.layout is Layout.YES_NO_DETAILS:
        fits = types == [FieldType.YES_NO, FieldType.TEXT]
        return "" if fits else "a row with yes and no has one field yes_no and then one field text"
    needs_another = FieldType.YES_NO in types
    return "a field yes_no needs a section with the layout yes-no-details" if needs_another else ""


def _choices(field: Field) -> Iterator[str]:
    if field.type is FieldType.CHOICE and len(field.choices) < 2:
        yield "a choice needs two options or more"
    if field.type is not FieldType.CHOICE and field.choices:
        yield "only a field of the type choice has options"
    if len({choice.code for choice in field.choices}) != len(field.choices):
        yield "two options have the same code"


def _is_one_table(form: Form) -> bool:
    *above, table = (section.layout for section in form.sections)
    return table is Layout.COLUMNS and all(layout is Layout.LABEL_ANSWER for layout in above)


def _messages(row: Row, field: Field) -> Iterator[str]:
    """What Excel does not take: a message or a list that is too long would be left out without a word."""
    title, labels = f"{row.ref or ''} {field.column}".strip(), [choice.label for choice in field.choices]
    if len(title) > _LONGEST_MESSAGE_TITLE:
        yield f"the title {title!r} of its message is over {_LONGEST_MESSAGE_TITLE} characters"
    if len(field.hint) > _LONGEST_MESSAGE:
        yield f"the hint is over {_LONGEST_MESSAGE} characters: Excel would not show it"
    if len(",".join(labels)) > _LONGEST_MESSAGE:
        yield f"the options are over {_LONGEST_MESSAGE} characters together: Excel would not offer them"
    if any(sign in label for label in labels for sign in ',"'):
        yield "an option has a comma or a quotation mark: in a list of Excel it would be two, or none"


def _document(
    document: Document, content: Content, places: Places, templates: Path, kinds: Mapping[str, Asks], *, whole: bool
) -> Iterator[Fault]:
    key = f"documents:{document.id}"
    kind = kinds.get(document.kind)
    if kind is None:
        known = ", ".join(sorted(kinds))
        yield fault_at(places, key, f"{document.kind!r} is not a kind that can be built; known: {known}", "kind")
    else:
        problem = _template(kind, document, templates)
        if problem:
            yield fault_at(places, key, problem, "template")
    yield from _parts(document, content, places, kind, whole=whole)
    if kind is not None and not kind.form:
        return
    form = content.forms.get(document.form or "")
    if form is not None:
        for problem, path in _of_form(document, form, whole=whole):
            yield fault_at(places, key, problem, *path)
    elif whole:
        yield fault_at(places, key, f"the form {document.form} does not exist", "form")


def _parts(document: Document, content: Content, places: Places, kind: Asks | None, *, whole: bool) -> Iterator[Fault]:
    """What is wrong with the parts of a document, or with its having some or none."""
    key = f"documents:{document.id}"
    if kind is not None:
        yield from _made_of(document, kind, places)
    if document.parts_of:
        yield from check_borrowed(document, content.documents, places, whole=whole)
    else:
        yield from check_parts(document, places)
        yield from check_questions(document, places)
        yield from check_answers_of(document, content.documents, places, whole=whole)
    if document.numbers_of:
        yield from check_numbers_of(document, content.documents, places, whole=whole)
    if kind is not None and kind.front and not document.parts_of:
        yield from check_front(document, places)
    if kind is not None:
        yield from check_pathway_words(document, kind, places)
    needs_frame = bool(document.parts) or (kind is not None and not kind.form)
    if needs_frame and content.handout is NO_FRAME and whole:
        problem = "a document that prints parts needs handout.yaml: what every such document says of itself"
        yield fault_at(places, key, problem, "kind")


def _made_of(document: Document, kind: Asks, places: Places) -> Iterator[Fault]:
    """What is wrong with what a document is made from: slides, parts, or a form."""
    key = f"documents:{document.id}"
    if document.slides and not kind.slides:
        yield fault_at(places, key, "this kind of document has no slides", "slides")
    if kind.slides:
        yield from check_made_of_slides(document, places)
        yield from check_slides(document, places)
    elif not kind.form:
        yield from check_made_of_parts(document, places)
    elif document.parts and not kind.front:
        yield fault_at(places, key, "this kind of document is made from a form, not from parts", "parts")


def _template(kind: Asks, document: Document, templates: Path) -> str:
    """What is wrong with the template that a document names; empty where nothing is."""
    if not kind.template:
        return "this kind of document is made without a template: take the key out" if document.template else ""
    if not document.template:
        return "this kind of document is made from a template: name one"
    is_there = (templates / document.template).is_file()
    return "" if is_there else f"the template {document.template} is not in {templates.name}/"


def _of_form(document: Document, form: Form, *, whole: bool) -> Iterator[tuple[str, Steps]]:
    """What a document says of its form that the form does not: the problem and where it stands."""
    if document.id not in form.documents:
        yield f"the form {form.id} does not name this document", ("form",)
    if document.prompts != (document.id in form.prompts_in):
        yield f"does not agree with prompts_in of the form {form.id}", ("prompts",)
    sections = [section.id for section in form.sections]
    for index, name in enumerate(document.roomy if whole and sections else ()):
        if name not in sections:
            yield f"the form {form.id} has no section {name}; it has {', '.join(sections)}", ("roomy", index)
