"""Transcripts by hand: the blank of a form as rows of cells that a test may change, and what people do to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from hsbdocs.model.form import Choice, Field, FieldType, Form, Layout, Row, Section
from hsbdocs.model.transcript import Aside, Cell, Control, Mark, Paragraph, Span, Table, Transcript

_RELEASES = Path(__file__).resolve().parents[3] / "content" / "releases"

RELEASED = msgspec.json.decode((_RELEASES / "risk-assessment-2023.06-1.json").read_bytes(), type=Form)
PUBLISHED = msgspec.json.decode((_RELEASES / "risk-assessment-2023.06.json").read_bytes(), type=Form)
TICKED, OPEN = "\u2612", "\u2610"

SMALL = Form(
    id="small",
    version="1.0",
    title="A small form",
    source="test",
    captions={"status": "Not for issue."},
    documents=("small-document",),
    sections=(
        Section(
            id="details",
            heading="Details",
            layout=Layout.LABEL_ANSWER,
            columns=("Ref", "Detail", "Answer"),
            rows=(
                Row(key="D1", ref="D1", label="Full name", fields=(
                    Field(id="child.name", type=FieldType.TEXT, title="Full name", personal=True,
                          placeholder="Write the name here"),)),
                Row(key="D2", ref="D2", label="Born", fields=(
                    Field(id="child.date_of_birth", type=FieldType.DATE, title="Born", personal=True,
                          placeholder="Pick the date here", caption="Date of birth:"),
                    Field(id="child.age", type=FieldType.AGE, title="Age", personal=False,
                          placeholder="Write the age here", caption="Age:"))),
                Row(key="D3", ref="D3", label="Signature", fields=(
                    Field(id="child.signature", type=FieldType.TEXT, title="Signature", personal=True, signature=True,
                          placeholder="Write the name here"),)),
            ),
        ),
        Section(
            id="outcome",
            heading="",
            layout=Layout.ONE_CELL,
            columns=("Ref", "Outcome"),
            rows=(
                Row(key="O1", ref="O1", label="Colour:", instruction="Tick one.", answer_in_label=True, fields=(
                    Field(id="outcome.colour", type=FieldType.CHOICE, title="Colour", personal=False, choices=(
                        Choice(code="red", label="Red paint"), Choice(code="blue", label="Blue paint"))),)),
            ),
        ),
        Section(
            id="actions",
            heading="Actions",
            layout=Layout.YES_NO_DETAILS,
            columns=("Ref", "Action", "Yes", "No", "Further details"),
            rows=(
                Row(key="A1", ref="A1", label="Have you told somebody?", fields=(
                    Field(id="actions.told.answer", type=FieldType.YES_NO, title="Told", personal=False),
                    Field(id="actions.told.details", type=FieldType.TEXT, title="Details", personal=True,
                          placeholder="Write the name here"))),
            ),
        ),
    ),
)  # fmt: skip


def para(text: str, *, control: int = -1, hidden: str = "", pictures: int = 0) -> Paragraph:
    """One paragraph; ``hidden`` follows the text as a hidden run."""
    spans = [Span(text, 0, control)] if text else []
    if hidden:
        spans.append(Span(hidden, int(Mark.HIDDEN)))
    return Paragraph(tuple(spans), pictures)


def cell(*paragraphs: str | Paragraph) -> Cell:
    """A cell of paragraphs."""
    return Cell(tuple(para(each) if isinstance(each, str) else each for each in paragraphs))


def add(where: Cell, *paragraphs: str | Paragraph) -> Cell:
    """The cell with more paragraphs below."""
    return Cell((*where.blocks, *cell(*paragraphs).blocks))


class Sheet:
    """A blank form, changed by hand. ``at`` has every row by its key: ref, label, then the answer's cells."""

    def __init__(self, form: Form = RELEASED) -> None:
        self.form = form
        self.stamp: str | None = form.stamp
        self.properties = {"hsbdocs.form": form.id, "hsbdocs.version": form.version}
        self.properties["hsbdocs.document"] = form.documents[0]
        self.controls: list[Control] = []
        self.asides: list[Aside] = []
        self.margins: list[Paragraph] = []
        self.at: dict[str, list[Cell]] = {}
        self.tables: dict[str, list[list[Cell]]] = {}
        self.loose: dict[str, list[Paragraph | Table]] = {section.id: [] for section in form.sections}
        for section in form.sections:
            table = [[cell(column) for column in section.columns]]
            for row in section.rows:
                self.at[row.key] = _blank_row(section, row)
                table.append(self.at[row.key])
            self.tables[section.id] = table

    def control(self, tag: str = "", *, kind: str = "text", checked: bool | None = None, full_date: str = "") -> int:
        """A new control's index."""
        self.controls.append(Control(tag, "", kind, placeholder=True, checked=checked, full_date=full_date))
        return len(self.controls) - 1

    def fill(self, values: Mapping[str, str]) -> Sheet:
        """Type each value in its place: text over the placeholder, codes as ticks; a date of birth needs an age."""
        for field_id, value in values.items():
            field, row = self.form.field_by_id[field_id], self.form.row_of[field_id]
            cells = self.at[row.key]
            if field.type is FieldType.YES_NO:
                cells[2], cells[3] = cell(TICKED if value == "yes" else OPEN), cell(TICKED if value == "no" else OPEN)
            elif field.type is FieldType.CHOICE:
                lines = [f"{TICKED if choice.code == value else OPEN} {choice.label}" for choice in field.choices]
                cells[-1] = cell(row.label, row.instruction, *lines) if row.answer_in_label else cell(*lines)
            elif len(row.fields) == 2 and row.fields[0].type is FieldType.DATE:
                old = [paragraph.text for paragraph in cells[2].paragraphs]
                old[row.fields.index(field)] = f"{field.caption} {value}"
                cells[2] = cell(*old)
            else:
                cells[-1] = cell(row.label, value) if row.answer_in_label else cell(value)
        return self

    def table_of(self, key: str) -> list[list[Cell]]:
        """The table in which a row stands."""
        return next(table for table in self.tables.values() if any(row is self.at[key] for row in table))

    def drop(self, key: str) -> None:
        """Delete a row."""
        table = self.table_of(key)
        table[:] = [row for row in table if row is not self.at[key]]

    def double(self, key: str) -> list[Cell]:
        """Copy a row below itself; returns the copy."""
        table = self.table_of(key)
        copy = list(self.at[key])
        table.insert(next(at for at, row in enumerate(table) if row is self.at[key]) + 1, copy)
        return copy

    def drop_refs(self) -> None:
        """Delete the column of refs from every table."""
        for table in self.tables.values():
            for row in table:
                del row[0]

    def blocks(self) -> tuple[Paragraph | Table, ...]:
        """The body: title, captions, then heading, table and loose text of each section, then the stamp."""
        found: list[Paragraph | Table] = [para(self.form.title), *(para(text) for text in self.form.captions.values())]
        for section in self.form.sections:
            found.append(para(section.heading))
            found.append(Table(tuple(tuple(row) for row in self.tables[section.id])))
            found += self.loose[section.id]
        return (*found, *([para(self.stamp)] if self.stamp else []))

    def transcript(self, blocks: tuple[Paragraph | Table, ...] | None = None) -> Transcript:
        """What a reader would make of it."""
        return Transcript(
            blocks=self.blocks() if blocks is None else blocks,
            controls=tuple(self.controls),
            margins=tuple(self.margins),
            properties=self.properties,
            asides=tuple(self.asides),
        )


def _blank_row(section: Section, row: Row) -> list[Cell]:
    instruction = [row.instruction] if row.instruction else []
    ref, label = cell(row.ref or ""), cell(row.label, *instruction)
    if section.layout is Layout.YES_NO_DETAILS:
        return [ref, label, cell(OPEN), cell(OPEN), cell(row.fields[1].placeholder)]
    field = row.fields[0]
    if field.type is FieldType.CHOICE:
        lines = [f"{OPEN} {choice.label}" for choice in field.choices]
    elif len(row.fields) > 1:
        lines = [f"{each.caption} {each.placeholder}" for each in row.fields]
    else:
        lines = [field.placeholder]
    return [ref, add(label, *lines)] if row.answer_in_label else [ref, label, cell(*lines)]
