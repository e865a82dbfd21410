"""Which children a run has seen, so that two assessments of one child can be told: kept for the run, under a random
key, and never written down."""

from __future__ import annotations

import hashlib

from hsbdocs.model.record import Record
from hsbdocs.rules.words import words


def child_of(record: Record, key: bytes) -> bytes | None:
    """Which child a record is about: a hash of name and date of birth that nobody without the key can undo.

    None for a record without a name, a date of birth or an outcome that could be read.
    """
    if not record.answers.keys() >= {"child.name", "child.date_of_birth", "outcome.category"}:
        return None
    name, born = words(record.text("child.name")), record.text("child.date_of_birth")
    if not name or not born or not record.text("outcome.category"):
        return None
    return hashlib.blake2b(f"{' '.join(name)}\n{born}".encode(), key=key).digest()


class Earlier:
    """The outcomes seen in this run by child."""

    def __init__(self) -> None:
        self._outcomes: dict[bytes, set[str]] = {}

    def another_outcome(self, child: bytes, outcome: str) -> bool:
        """Take note of an outcome; True where an earlier form of the same child has another one."""
        seen = self._outcomes.setdefault(child, set())
        other = bool(seen - {outcome})
        seen.add(outcome)
        return other
