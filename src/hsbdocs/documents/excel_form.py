"""A form as a workbook: rows with one answer above, and one table whose answers have columns of their own."""

from __future__ import annotations

from hsbdocs.formats.excel.view import (
    Answer,
    AnsweredRow,
    AnswerKind,
    Option,
    TableRow,
    Tone,
    WorkbookView,
)
from hsbdocs.model.content import Content
from hsbdocs.model.form import Choice, Field, FieldType, Form, Layout, Row, Section

#: What stands above and below the answers; everything else goes to the notes.
_ABOVE = (("danger", "act_first"), ("status", "review", "where"))
_BELOW = ("judgement", "age")
_KINDS = {FieldType.DATE: AnswerKind.DATE, FieldType.CHOICE: AnswerKind.LIST}


def workbook_view(content: Content, form: Form) -> WorkbookView:
    """The view of a form with one section of labels and answers and one with columns, in printed order."""
    captions = dict(form.captions)
    above = tuple(_taken(captions, names) for names in _ABOVE)
    below = tuple(_taken(captions, (name,)) for name in _BELOW)
    end, notes_title = captions.pop("end"), captions.pop("notes")
    (table,) = _with(form, Layout.COLUMNS)
    rows = [row for section in _with(form, Layout.LABEL_ANSWER) for row in section.rows]
    return WorkbookView(
        name="Checklist",
        title=form.title,
        notices=above,
        rows=tuple(AnsweredRow(row.ref or "", row.label, _answer(row, row.fields[0], "")) for row in rows),
        columns=table.columns,
        table=tuple(_table_row(table, row) for row in table.rows),
        description=table.description,
        below=(*below, form.stamp, end),
        notes_name="Notes",
        notes_title=notes_title,
        notes=tuple(captions.values()),
        handling_mark=content.house.handling_mark,
        stamp=form.stamp,
    )


def _taken(captions: dict[str, str], names: tuple[str, ...]) -> str:
    """The captions of these names on one line; they are taken out, so that none is printed twice."""
    return " ".join(captions.pop(name) for name in names)


def _with(form: Form, layout: Layout) -> list[Section]:
    return [section for section in form.sections if section.layout is layout]


def _table_row(section: Section, row: Row) -> TableRow:
    by_column = {field.column: field for field in row.fields}
    cells: list[str | Answer] = []
    for column in section.columns[2:]:
        field = by_column.get(column)
        cells.append(row.printed[column] if field is None else _answer(row, field, column))
    return TableRow(row.ref or "", row.label, tuple(cells))


def _answer(row: Row, field: Field, column: str) -> Answer:
    kind = _KINDS.get(field.type, AnswerKind.TEXT)
    title = f"{row.ref} {column}".strip()
    return Answer(kind, title, field.hint, tuple(Option(choice.label, _tone(choice)) for choice in field.choices))


def _tone(choice: Choice) -> Tone:
    """The colour that the label itself names, if it names one."""
    word = choice.label.split()[0].lower()
    return Tone(word) if word in set(Tone) else Tone.PLAIN
