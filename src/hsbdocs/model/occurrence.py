"""One form found in what arrived, or one file that could not be read: a line of ``parse --json``."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.finding import Statement
from hsbdocs.model.form import Form
from hsbdocs.model.record import Record


class Status(StrEnum):
    """``clear``: read, no error finding; ``questions``: read, with one; ``unread``: no record could be made."""

    CLEAR = "clear"
    QUESTIONS = "questions"
    UNREAD = "unread"


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one form occurrence. ``sha256`` is of the form's own bytes, empty where it was not opened."""

    file: str
    member: str | None
    part: int
    sha256: str
    status: Status
    record: Record | None
    form: Form | None
    statements: tuple[Statement, ...]

    @property
    def ring_today(self) -> bool:
        """True where the sender's safeguarding lead should be telephoned the same day."""
        return any(statement.ring_today for statement in self.statements)
