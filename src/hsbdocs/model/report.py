"""The words of the report: content that ``parse`` needs. The first of several packs gives them."""

from __future__ import annotations

import msgspec

from hsbdocs.model.finding import Severity
from hsbdocs.model.line import Status


class StatusWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a file by its status."""

    clear: str
    questions: str
    unread: str


class SeverityWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The heading of the findings of a severity."""

    error: str
    warning: str
    advice: str


class ReportWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a report says besides its findings.

    ``first`` opens it and ``last`` and ``not_checked`` close it; ``ask`` stands before the findings; ``ring`` heads
    what cannot wait, and ``nobody`` says what to do where nobody answers.
    """

    first: str
    ask: str
    ring: str
    nobody: str
    last: str
    not_checked: str
    status: StatusWords
    severity: SeverityWords

    def of(self, word: Status | Severity) -> str:
        """The words of a status or a severity."""
        said: str = getattr(self.status if isinstance(word, Status) else self.severity, word.value)
        return said
