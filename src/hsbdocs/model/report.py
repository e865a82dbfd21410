"""The words of the report: content that ``parse`` needs. The first of several packs gives them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from hsbdocs.model.finding import Severity, Statement
from hsbdocs.model.line import Status


class Standing(StrEnum):
    """How a file stands to people: its status, and ``READ`` for a clear one of which a person must read the form."""

    CLEAR = "clear"
    READ = "read"
    QUESTIONS = "questions"
    UNREAD = "unread"


def standing_of(status: Status, statements: Iterable[Statement]) -> Standing:
    """How a file with this status stands, by what is said of it.

    A form without an error is no form without gaps where a warning speaks of age, referral, lead, outcome or of how it
    was read: whoever sees the report has to read that form.
    """
    if status is Status.CLEAR and any(statement.read_form for statement in statements):
        return Standing.READ
    return Standing(status.value)


class StatusWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a file by its standing."""

    clear: str
    read: str
    questions: str
    unread: str


class SeverityWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The heading of the findings of a severity."""

    error: str
    warning: str
    advice: str


class RegisterWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the register says besides its columns.

    ``received`` explains that column; ``open`` and ``oldest`` head what is counted of an organisation, ``about_counts``
    says what those counts are; ``not_listed`` stands for all organisations that are not on the team's list; ``ring``
    marks a form to ring about.
    """

    received: str
    open: str
    oldest: str
    about_counts: str
    not_listed: str
    ring: str


class ReportWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a report says besides its findings.

    ``first`` opens it and ``last`` and ``not_checked`` close it; ``ask`` stands before the findings; ``before_ringing``
    says whom to ring and whom not, ``ring`` heads what cannot wait, and ``nobody`` says what to do where nobody
    answers; ``read_all`` stands above all that is found, where any form was read; ``register`` are the register's.
    """

    first: str
    ask: str
    before_ringing: str
    ring: str
    nobody: str
    read_all: str
    last: str
    not_checked: str
    status: StatusWords
    severity: SeverityWords
    register: RegisterWords

    def of(self, word: Standing | Severity) -> str:
        """The words of a standing or a severity."""
        said: str = getattr(self.status if isinstance(word, Standing) else self.severity, word.value)
        return said
