"""A form as a workbook: rows with one answer above, and one table whose answers have columns of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hsbdocs.documents.issuer import NOBODY, Issuer
from hsbdocs.formats.excel.view import (
    Answer,
    AnsweredRow,
    AnswerKind,
    Heading,
    Note,
    Option,
    Picture,
    TableRow,
    Tone,
    WorkbookView,
)
from hsbdocs.model.content import Content
from hsbdocs.model.form import Choice, Field, FieldType, Form, Layout, Row, Section

#: What stands above and below the answers, a line each; everything else goes to the notes.
_DANGER = ("danger", "act_first")
_ABOVE = ("status", "review", "where")
_BELOW = ("judgement", "colours", "age")
#: Captions that have a place of their own.
_PLACED = {*_DANGER, *_ABOVE, *_BELOW, "end", "notes", "queries"}
_KINDS = {FieldType.DATE: AnswerKind.DATE, FieldType.CHOICE: AnswerKind.LIST}


def workbook_view(
    content: Content, form: Form, *, issuer: Issuer = NOBODY, queries: Sequence[str] = ()
) -> WorkbookView:
    """The view of a form with one section of labels and answers and one with columns, in printed order.

    ``queries`` are what is in doubt about it, a line each: the notes end with them.
    """
    captions = form.captions
    (table,) = _with(form, Layout.COLUMNS)
    rows = [row for section in _with(form, Layout.LABEL_ANSWER) for row in section.rows]
    notes = [Note(text) for name, text in captions.items() if name not in _PLACED]
    if queries:
        notes += [Note(captions.get("queries", ""), heading=True), *map(Note, queries)]
    return WorkbookView(
        name="Checklist",
        title=form.title,
        danger=_line(captions, _DANGER),
        notices=(_line(captions, _ABOVE),),
        issuer=said_by(issuer),
        rows=tuple(AnsweredRow(row.ref or "", row.label, _answer(row, row.fields[0], "")) for row in rows),
        columns=tuple(Heading(column, _tone_of(table, column)) for column in table.columns),
        table=tuple(_table_row(table, row) for row in table.rows),
        description=table.description,
        below=(*(captions[name] for name in _BELOW if name in captions), form.stamp, captions["end"]),
        notes_name="Notes",
        notes_title=captions["notes"],
        notes=tuple(notes),
        handling_mark=content.house.handling_mark,
        stamp=form.stamp,
        logo=None if issuer.logo is None else Picture(issuer.logo.data, issuer.logo.description),
        said_of_logo=content.house.said_of_logo.replace("{name}", content.house.publisher),
    )


def said_by(issuer: Issuer) -> tuple[str, ...]:
    """The issuer's own lines, few and full: the table needs the room."""
    about = " ".join(filter(None, (issuer.name and f"{issuer.name}.", issuer.owner, issuer.return_to)))
    return tuple(filter(None, (about, "; ".join(issuer.lines))))


def _line(captions: dict[str, str], names: Collection[str]) -> str:
    """The captions of these names on one line, as far as the form has them."""
    return " ".join(captions[name] for name in names if name in captions)


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


def _tone_of(section: Section, column: str) -> Tone:
    """The colour of the choice that a column describes, known by its code; plain for any other column."""
    choices = (choice for row in section.rows for field in row.fields for choice in field.choices)
    return next((_tone(choice) for choice in choices if choice.code == column.lower()), Tone.PLAIN)


def _tone(choice: Choice) -> Tone:
    """The colour that the label itself names, if it names one."""
    word = choice.label.split()[0].lower()
    return Tone(word) if word in set(Tone) else Tone.PLAIN
