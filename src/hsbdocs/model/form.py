"""A form: sections of rows, each row with its label as printed and the fields that hold its answer.

Terms follow XLSForm (form, field, choice, hint) and Word (title, placeholder). A released form is frozen: its
canonical JSON under ``content/releases/`` never changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

import msgspec

#: Word refuses to show a longer title or tag of a content control.
LONGEST_TITLE = 64


class FieldType(StrEnum):
    """How an answer is read; the contract's value for each is in docs/records.md."""

    TEXT = "text"
    DATE = "date"
    AGE = "age"
    NHS_NUMBER = "nhs_number"
    YES_NO = "yes_no"
    CHOICE = "choice"


class Layout(StrEnum):
    """Where a section's rows carry label and answer.

    ``columns``: each field has a column of its own, known by its heading, beside columns that the blank fills in.
    """

    LABEL_ANSWER = "label-answer"
    ONE_CELL = "one-cell"
    YES_NO_DETAILS = "yes-no-details"
    COLUMNS = "columns"


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One option: its code in records and its label as printed.

    ``spellings`` are other words that mean this option and no other, for a choice that is taken from a list.
    """

    code: str
    label: str
    spellings: tuple[str, ...] = ()


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One value of the form.

    ``title`` is what a screen reader says for the control (64 characters at most); ``caption`` is text printed
    before the control where one cell holds several fields; ``personal`` marks what may identify somebody and is
    kept only when asked for; in a ``signature`` a picture is expected. ``column`` is the heading of the column that
    holds the answer, in a section with the layout ``columns``.
    """

    id: str
    type: FieldType
    title: str
    personal: bool
    placeholder: str = ""
    caption: str = ""
    hint: str = ""
    signature: bool = False
    choices: tuple[Choice, ...] = ()
    column: str = ""

    def control_titles(self) -> dict[str, str]:
        """The title of each of the field's controls by its tag: one, or one for every tick box."""
        if self.type is FieldType.YES_NO:
            return {f"{self.id}.{code}": f"{self.title}: {code.capitalize()}" for code in ("yes", "no")}
        if self.type is FieldType.CHOICE:
            titles = {f"{self.id}.{choice.code}": f"{self.title}: {choice.label}" for choice in self.choices}
            short = {f"{self.id}.{choice.code}": choice.label for choice in self.choices}
            return titles if all(len(title) <= LONGEST_TITLE for title in titles.values()) else short
        return {self.id: self.title}


class Prompt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What to think about at a question, in our own words; ``source`` is the place in the guidance."""

    id: str
    text: str
    source: str


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One labelled row.

    ``key`` names the row in findings (``A4``, ``Q12``); ``ref`` is the key as printed in the narrow first column,
    or None where the layout prints none; ``label`` is exact; ``instruction`` stands beside the label. ``printed`` is
    what the blank prints in other columns of the row, by their headings; ``errata`` are known faults of the source
    that touch the row.
    """

    key: str
    label: str
    fields: tuple[Field, ...]
    ref: str | None = None
    instruction: str = ""
    prompts: tuple[Prompt, ...] = ()
    answer_in_label: bool = False
    printed: dict[str, str] = {}
    errata: tuple[str, ...] = ()

    def field(self, field_type: FieldType) -> Field | None:
        """The row's first field of this type, or None."""
        return next((f for f in self.fields if f.type is field_type), None)


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of the form: its heading (empty where none is printed), layout, header cells and rows.

    ``columns`` begins with the heading of the refs and that of the labels. ``errata`` are known faults of the source
    that touch the whole table.
    """

    id: str
    heading: str
    layout: Layout
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    description: str = ""
    errata: tuple[str, ...] = ()


class FormKey(msgspec.Struct, frozen=True):
    """What a form is known by: its id and its version."""

    id: str
    version: str


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """A form definition: everything that the blank says, and how each answer is to be read.

    ``adds_to`` are the forms that this one is an addendum to: a copy holds those of its rows that are asked, and its
    stamp names the reference of the form that it adds to.

    ``captions`` is the text of the blank outside its tables, by name; ``variable`` are those of them that say how
    things stand (state, contacts, queries): a release holds their names and not their text. ``documents`` are the
    ids of the documents that print this form, and ``prompts_in`` those of them that print the prompts too.
    ``known_sentences`` are sentences of the blank whose text is not ours to keep, by their hash.
    """

    id: str
    version: str
    title: str
    source: str
    sections: tuple[Section, ...]
    captions: dict[str, str] = {}
    variable: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    prompts_in: tuple[str, ...] = ()
    stamped: bool = True
    known_sentences: tuple[str, ...] = ()
    adds_to: tuple[FormKey, ...] = ()

    @property
    def key(self) -> FormKey:
        """What a record names it by."""
        return FormKey(self.id, self.version)

    @property
    def stamp(self) -> str:
        """The line of plain text by which a returned form is known, whatever program saved it."""
        return f"Form {self.id}, version {self.version}"

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows in printed order."""
        return tuple(row for section in self.sections for row in section.rows)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields in printed order."""
        return tuple(field for row in self.rows for field in row.fields)

    @cached_property
    def field_by_id(self) -> dict[str, Field]:
        """Every field by its id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def row_of(self) -> dict[str, Row]:
        """The row of every field id."""
        return {field.id: row for row in self.rows for field in row.fields}

    @cached_property
    def row_of_tag(self) -> dict[str, Row]:
        """The row of every control's tag."""
        return {tag: self.row_of[field.id] for field in self.fields for tag in field.control_titles()}

    def items(self) -> Iterator[tuple[Section, Row]]:
        """Every row with its section."""
        for section in self.sections:
            for row in section.rows:
                yield section, row
