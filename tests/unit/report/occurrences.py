"""Occurrences by hand, and the report on them as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from hsbdocs.model.finding import Code, Severity, Statement
from hsbdocs.model.occurrence import Occurrence, Status
from hsbdocs.model.record import Record
from hsbdocs.report.text import report
from tests.unit.rules.records import complete, form_of

SHA = "a" * 64


def statement(code: Code = Code.FORM_05, severity: Severity = Severity.WARNING, **more: object) -> Statement:
    """A finding in words."""
    fields = more.get("fields", ())
    assert isinstance(fields, tuple)
    return Statement(
        code=code,
        severity=severity,
        fields=fields,
        location=str(more.get("location", "")),
        message=str(more.get("message", "A sentence.")),
        hint=str(more.get("hint", "A hint.")),
        source=str(more.get("source", "toolkit")),
        params={},
        ring_today=bool(more.get("ring", False)),
    )


def occurrence(
    file: str = "returned/a.docx",
    *statements: Statement,
    status: Status = Status.CLEAR,
    record: Record | None = None,
    member: str | None = None,
    part: int = 1,
) -> Occurrence:
    """One file read, or not."""
    found = None if status is Status.UNREAD else record or complete()
    return Occurrence(
        file=file,
        member=member,
        part=part,
        sha256=SHA,
        status=status,
        record=found,
        form=None if found is None else form_of(found),
        statements=statements,
    )


def lines(occurrences: Sequence[Occurrence]) -> list[str]:
    """The report's lines."""
    return [line.text for line in report(occurrences)]


def flat(occurrences: Sequence[Occurrence]) -> str:
    """The report with every run of white space as one blank."""
    return " ".join(" ".join(lines(occurrences)).split())
