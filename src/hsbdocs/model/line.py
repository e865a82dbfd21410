"""The record line: what ``parse --json`` prints of one form, or of one file that could not be read.

It is a public contract (schemas/record.schema.json is made from these types): keys stand in this order, one is never
renamed or taken out, new ones may be added, and readers pass over those that they do not know.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from hsbdocs.model.finding import Code, Severity, Statement
from hsbdocs.model.record import RecognisedBy, Value

#: Text that says something.
Text = Annotated[str, Meta(min_length=1)]


class Status(StrEnum):
    """``clear``: read, no error finding; ``questions``: read, with one; ``unread``: no record could be made."""

    CLEAR = "clear"
    QUESTIONS = "questions"
    UNREAD = "unread"


class AgeBand(StrEnum):
    """How old a child is, as far as that may be kept without a name."""

    UNDER_13 = "under 13"
    FROM_13 = "13-15"
    FROM_16 = "16-17"
    FROM_18 = "18 or more"


def age_band(age: int) -> AgeBand:
    """The band of an age in whole years."""
    above = ((13, AgeBand.UNDER_13), (16, AgeBand.FROM_13), (18, AgeBand.FROM_16))
    return next((band for limit, band in above if age < limit), AgeBand.FROM_18)


class FormOfLine(msgspec.Struct, frozen=True, kw_only=True):
    """The form as it was recognised; ``document`` is null where the file does not say which document it was."""

    id: Text
    version: Text
    document: str | None
    recognised_by: RecognisedBy


class UnplacedOfLine(msgspec.Struct, frozen=True):
    """Text that belongs to no field, and where it stands in words."""

    text: Text
    location: Text


class FindingOfLine(msgspec.Struct, frozen=True, kw_only=True):
    """One finding in words. ``params`` are what fills its sentence; nothing in it was written in the form."""

    code: Code
    severity: Severity
    fields: tuple[str, ...]
    location: str
    message: Text
    hint: str
    source: Text
    params: dict[str, str | int]


class RulesOfLine(msgspec.Struct, frozen=True, kw_only=True):
    """By which rules the form was read: the hash of the catalogue, and what a settings file changed in it."""

    version: Text
    changed: Annotated[
        dict[Annotated[str, Meta(pattern="^([A-Z]+-[0-9]{2}|blanks|manifests|today)$")], Text],
        Meta(
            description="what a settings file changed: code to off, on, a severity or a period; blanks and manifests "
            "to their number; today to the day"
        ),
    ]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """Who corrected an answer, on which day (ISO 8601), what the correction rests on, and the value.

    The answer itself stays as it was read. Without ``--full`` a value that may not be kept is left out.
    """

    by: Text
    on: Text
    basis: Text
    value: Value | UnsetType = UNSET


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """The answers carried over to another version of the form, and what is in doubt there."""

    version: Text
    answers: dict[str, Value]
    doubts: tuple[str, ...] = ()


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One form occurrence, or one file that was not read. The last seven keys are left out while they are unset."""

    schema: Literal[1] = 1
    file: Annotated[
        Text, Meta(description="as given, with forward slashes; in kept records without --full, a part of the SHA-256")
    ]
    member: Annotated[str | None, Meta(description="path inside a zip archive or a mail")]
    part: Annotated[int, Meta(ge=1, description="number of the form in a file that holds several")]
    sha256: Annotated[
        str,
        Meta(
            pattern="^([0-9a-f]{64})?$",
            description="of the form's own bytes; empty where they could not be read",
        ),
    ]
    status: Status
    form: FormOfLine | None
    answers: Annotated[dict[str, Value], Meta(description="every field of the form, null where it is unanswered")]
    as_written: Annotated[
        dict[str, Text],
        Meta(description="the text of every answer that was converted, or is null although something was written"),
    ]
    unplaced: tuple[UnplacedOfLine, ...]
    findings: tuple[FindingOfLine, ...]
    rules: RulesOfLine
    reference: Text | UnsetType = UNSET
    received: Text | UnsetType = UNSET
    corrected: dict[str, Correction] | UnsetType = UNSET
    carried: Carried | UnsetType = UNSET
    age_band: (
        Annotated[AgeBand, Meta(description="in kept records without --full, in place of the age and date of birth")]
        | UnsetType
    ) = UNSET
    pack: Annotated[str | None, Meta(description="whose form it is; null where no form was recognised")] | UnsetType = (
        UNSET
    )
    answers_to: (
        Annotated[Text, Meta(description="the reference of another form that this names, as it is written")] | UnsetType
    ) = UNSET


def in_line(statement: Statement) -> FindingOfLine:
    """A finding in words as it stands in a line."""
    return FindingOfLine(
        code=statement.code,
        severity=statement.severity,
        fields=statement.fields,
        location=statement.location,
        message=statement.message,
        hint=statement.hint,
        source=statement.source,
        params=statement.params,
    )


def status_of(findings: tuple[FindingOfLine, ...], *, read: bool) -> Status:
    """The status that these findings give; ``read`` says that a record was made."""
    if not read:
        return Status.UNREAD
    return Status.QUESTIONS if any(each.severity is Severity.ERROR for each in findings) else Status.CLEAR


def as_text(value: Any) -> str:
    """A line, or other plain data, as one line of ASCII-escaped JSON without its line end."""
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=True, separators=(",", ":"))
