"""A form as a Word template takes it. Every name here may be used in a template, and no other."""

from __future__ import annotations

import msgspec

from hsbdocs.formats.word.controls import ContentControl, ControlKind
from hsbdocs.model.content import Content, Document
from hsbdocs.model.form import Field, FieldType, Form, Row, Section


class Part(msgspec.Struct, frozen=True):
    """A control with the words before and after it."""

    before: str
    control: ContentControl
    after: str


class LabelledRow(msgspec.Struct, frozen=True):
    """A row with its label and the parts of its answer."""

    ref: str
    label: str
    instruction: str
    prompts: tuple[str, ...]
    parts: tuple[Part, ...]


class ActionRow(msgspec.Struct, frozen=True):
    """A row with a box for yes, a box for no, and details."""

    ref: str
    label: str
    yes: ContentControl
    no: ContentControl
    details: ContentControl


class LabelledTable(msgspec.Struct, frozen=True):
    """A section whose rows have label and answer."""

    heading: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[LabelledRow, ...]


class ActionTable(msgspec.Struct, frozen=True):
    """The section of actions."""

    heading: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[ActionRow, ...]


class Captions(msgspec.Struct, frozen=True):
    """The text of the blank outside its tables."""

    status: str
    review: str
    danger: str
    act_first: str
    use: str
    continuum: str
    continuum_link: str
    consult: str
    consult_whom: str
    how: str
    pictures: str
    guided: str
    end: str


class RiskAssessmentView(msgspec.Struct, frozen=True):
    """Everything that a risk assessment template can print."""

    title: str
    document_title: str
    handling_mark: str
    stamp: str
    captions: Captions
    details: LabelledTable
    considerations: LabelledTable
    outcomes: LabelledTable
    actions: ActionTable
    completion: LabelledTable


def risk_assessment_view(content: Content, document: Document, form: Form) -> RiskAssessmentView:
    """The view of ``form`` for one of its documents; prompts only where the document prints them."""
    sections = {section.id: section for section in form.sections}
    return RiskAssessmentView(
        title=form.title,
        document_title=document.title,
        handling_mark=content.house.handling_mark,
        stamp=form.stamp,
        captions=msgspec.convert(form.captions, Captions),
        details=_labelled(sections["details"], document),
        considerations=_labelled(sections["considerations"], document),
        outcomes=_labelled(sections["outcomes"], document),
        actions=_actions(sections["actions"]),
        completion=_labelled(sections["completion"], document),
    )


def _labelled(section: Section, document: Document) -> LabelledTable:
    rows = tuple(
        LabelledRow(
            ref=row.ref or "",
            label=row.label,
            instruction=row.instruction,
            prompts=tuple(prompt.text for prompt in row.prompts) if document.prompts else (),
            parts=_parts(row),
        )
        for row in section.rows
    )
    return LabelledTable(section.heading, section.description, section.columns, rows)


def _actions(section: Section) -> ActionTable:
    rows = []
    for row in section.rows:
        answer, details = row.fields
        yes, no = (ContentControl(ControlKind.CHECKBOX, tag, title) for tag, title in answer.control_titles().items())
        rows.append(ActionRow(row.ref or "", row.label, yes, no, _written(details)))
    return ActionTable(section.heading, section.description, section.columns, tuple(rows))


def _parts(row: Row) -> tuple[Part, ...]:
    parts: list[Part] = []
    for field in row.fields:
        if field.type is FieldType.CHOICE:
            titles = field.control_titles()
            for choice in field.choices:
                tag = f"{field.id}.{choice.code}"
                parts.append(Part("", ContentControl(ControlKind.CHECKBOX, tag, titles[tag]), f" {choice.label}"))
        else:
            parts.append(Part(f"{field.caption} " if field.caption else "", _written(field), ""))
    return tuple(parts)


def _written(field: Field) -> ContentControl:
    kind = ControlKind.DATE if field.type is FieldType.DATE else ControlKind.TEXT
    return ContentControl(kind, field.id, field.title, field.placeholder)
