"""Which children a run has seen, so that two assessments of one child can be told: kept for the run, under a random
key, and never written down."""

from __future__ import annotations

import hashlib
import secrets

from hsbdocs.model.record import Record
from hsbdocs.rules.words import words


class Earlier:
    """The outcomes seen in this run by child. Nobody without the key can tell a child from what is held."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._outcomes: dict[bytes, set[str]] = {}

    def another_outcome(self, record: Record) -> bool:
        """Take note of the record; True where an earlier one has the same name and date of birth and another outcome.

        A record without a name, a date of birth or an outcome that could be read is passed over.
        """
        if not record.answers.keys() >= {"child.name", "child.date_of_birth", "outcome.category"}:
            return False
        name, born = words(record.text("child.name")), record.text("child.date_of_birth")
        outcome = record.text("outcome.category")
        if not name or not born or not outcome:
            return False
        child = hashlib.blake2b(f"{' '.join(name)}\n{born}".encode(), key=self._key).digest()
        seen = self._outcomes.setdefault(child, set())
        other = bool(seen - {outcome})
        seen.add(outcome)
        return other
