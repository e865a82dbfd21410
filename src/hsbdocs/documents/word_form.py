"""A form as a Word template takes it. Every name here may be used in a template, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from hsbdocs.documents.front import NO_FRONT, Front
from hsbdocs.documents.issuer import area_of
from hsbdocs.documents.letterhead import NO_LETTERHEAD, Letterhead
from hsbdocs.formats.word.controls import ContentControl, ControlKind
from hsbdocs.model.content import Content, Document
from hsbdocs.model.form import Field, FieldType, Form, Layout, Row, Section
from hsbdocs.model.variant import READER, Variant


class Part(msgspec.Struct, frozen=True):
    """A control with the words before and after it."""

    before: str
    control: ContentControl
    after: str


class AnswerRow(msgspec.Struct, frozen=True):
    """A row with its label and the parts of its answer."""

    ref: str
    label: str
    instruction: str
    prompts: tuple[str, ...]
    parts: tuple[Part, ...]


class YesNoRow(msgspec.Struct, frozen=True):
    """A row with a box for yes, a box for no, and details."""

    ref: str
    label: str
    instruction: str
    prompts: tuple[str, ...]
    yes: ContentControl
    no: ContentControl
    details: ContentControl


class ColumnCell(msgspec.Struct, frozen=True):
    """A cell below a heading: what the blank prints there, or the parts of an answer."""

    printed: str
    parts: tuple[Part, ...]


class ColumnsRow(msgspec.Struct, frozen=True):
    """A row with a cell for each further heading of its table."""

    ref: str
    label: str
    instruction: str
    prompts: tuple[str, ...]
    cells: tuple[ColumnCell, ...]


class FormTable(msgspec.Struct, frozen=True):
    """A section of the form: of its four layouts only one holds rows.

    ``columns`` are the words of its header row, and ``further`` those behind the ref's and the label's.
    ``roomy``: its answers get room to write at length; ``signed``: somebody signs in it; ``prompted``: it prints what
    to think about.
    """

    heading: str
    description: str
    columns: tuple[str, ...]
    further: tuple[str, ...]
    roomy: bool
    signed: bool
    prompted: bool
    label_answer: tuple[AnswerRow, ...] = ()
    one_cell: tuple[AnswerRow, ...] = ()
    yes_no_details: tuple[YesNoRow, ...] = ()
    in_columns: tuple[ColumnsRow, ...] = ()


class FormView(msgspec.Struct, frozen=True):
    """Everything that a form's template can print: its sections in order, and the form's own captions by name.

    ``short`` tells the document from the others of its form, ``foot`` is the stamp with it; ``letterhead`` is who it
    comes from, and ``front`` what stands before its sections.
    """

    title: str
    document_title: str
    short: str
    handling_mark: str
    letterhead: Letterhead
    front: Front
    stamp: str
    foot: str
    captions: dict[str, str]
    sections: tuple[FormTable, ...]


def form_view(
    content: Content,
    document: Document,
    form: Form,
    front: Front = NO_FRONT,
    letterhead: Letterhead = NO_LETTERHEAD,
    variant: Variant = READER,
) -> FormView:
    """The view of ``form`` for one of its documents; prompts only where the document prints them."""
    short = short_of(content, document, variant)
    return FormView(
        title=form.title,
        document_title=document.title,
        short=short,
        handling_mark=content.house.handling_mark,
        letterhead=letterhead,
        front=front,
        stamp=form.stamp,
        foot=f"{form.stamp}. {document.short}" if document.short else form.stamp,
        captions=form.captions,
        sections=tuple(_table(section, document) for section in form.sections),
    )


def short_of(content: Content, document: Document, variant: Variant) -> str:
    """What tells a document from the others of its form, and an area's edition from the others."""
    return ". ".join(filter(None, (document.short, area_of(content, variant))))


def _table(section: Section, document: Document) -> FormTable:
    filled, row_of = _LAYOUTS[section.layout]
    rows: dict[str, Any] = {filled: tuple(row_of(section, row, document) for row in section.rows)}
    return FormTable(
        heading=section.heading,
        description=section.description,
        columns=section.columns,
        further=section.columns[2:],
        roomy=section.id in document.roomy,
        signed=any(field.signature for row in section.rows for field in row.fields),
        prompted=document.prompts and any(row.prompts for row in section.rows),
        **rows,
    )


def _answer(_: Section, row: Row, document: Document) -> AnswerRow:
    parts = tuple(part for field in row.fields for part in parts_of(field))
    return AnswerRow(row.ref or "", row.label, row.instruction, _prompts(row, document), parts)


def _yes_no(_: Section, row: Row, document: Document) -> YesNoRow:
    answer, details = row.fields
    yes, no = (ContentControl(ControlKind.CHECKBOX, tag, title) for tag, title in answer.control_titles().items())
    prompts = _prompts(row, document)
    return YesNoRow(row.ref or "", row.label, row.instruction, prompts, yes, no, _written(details))


def _columns(section: Section, row: Row, document: Document) -> ColumnsRow:
    by_column = {field.column: field for field in row.fields}
    cells = []
    for column in section.columns[2:]:
        field = by_column.get(column)
        cells.append(ColumnCell(row.printed[column], ()) if field is None else ColumnCell("", parts_of(field)))
    return ColumnsRow(row.ref or "", row.label, row.instruction, _prompts(row, document), tuple(cells))


#: Where in a table the rows of each layout stand, and what makes one.
_LAYOUTS: dict[Layout, tuple[str, Callable[[Section, Row, Document], msgspec.Struct]]] = {
    Layout.LABEL_ANSWER: ("label_answer", _answer),
    Layout.ONE_CELL: ("one_cell", _answer),
    Layout.YES_NO_DETAILS: ("yes_no_details", _yes_no),
    Layout.COLUMNS: ("in_columns", _columns),
}


def _prompts(row: Row, document: Document) -> tuple[str, ...]:
    return tuple(prompt.text for prompt in row.prompts) if document.prompts else ()


def parts_of(field: Field) -> tuple[Part, ...]:
    """The control of an answer that is written, or one for every option."""
    if field.type is not FieldType.CHOICE:
        return (Part(f"{field.caption} " if field.caption else "", _written(field), ""),)
    titles = field.control_titles()
    labels = {f"{field.id}.{choice.code}": choice.label for choice in field.choices}
    return tuple(
        Part("", ContentControl(ControlKind.CHECKBOX, tag, titles[tag]), f" {label}") for tag, label in labels.items()
    )


def _written(field: Field) -> ContentControl:
    kind = ControlKind.DATE if field.type is FieldType.DATE else ControlKind.TEXT
    return ContentControl(kind, field.id, field.title, field.placeholder)
