"""What a case is: a file, and what a careful person reads in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.foreign.cases.people import Answers
from tests.foreign.package import to_docx
from tests.foreign.published import Form
from tests.foreign.word import restart


@dataclass(frozen=True)
class Expected:
    """One form: the JSON that stands beside the file."""

    shows: str
    parts: int
    answers: Answers
    doubtful: list[str]
    or_doubtful: list[str]
    findings: list[str]
    not_findings: list[str]
    unplaced: list[str]
    kept: list[str]
    version: str = "2023.06"


@dataclass(frozen=True)
class Case:
    """One file."""

    name: str
    data: bytes
    expected: tuple[Expected, ...]


def expect(
    shows: str,
    base: Answers,
    changed: Answers | None = None,
    *,
    doubtful: Iterable[str] = (),
    or_doubtful: Iterable[str] = (),
    findings: Iterable[str] = (),
    not_findings: Iterable[str] = (),
    unplaced: Iterable[str] = (),
    kept: Iterable[str] = (),
    parts: int = 1,
) -> Expected:
    """What must come back.

    `changed`: the answers that differ from those of the person. `doubtful`: fields that must be null, with a finding
    that names them. `or_doubtful`: fields whose value may be read, or be null with a finding that names them, because a
    careful person could do either. `unplaced`: texts that must be found among the unplaced. `kept`: texts that must be
    found outside the answers, unplaced or as written.
    """
    unclear, either = list(doubtful), list(or_doubtful)
    answers = base | (changed or {}) | dict.fromkeys(unclear)
    if len(answers) != 45:
        raise KeyError(f"{set(answers) - set(base)} are no fields")
    must = ["FORM-08", *findings]
    never = ["FORM-01", "FORM-12", *not_findings]
    never += [code for code in ("FORM-03",) if code not in must and code not in never]
    if not unclear + either and "FORM-07" not in must + never:
        never.append("FORM-07")
    return Expected(shows, parts, answers, unclear, either, must, never, list(unplaced), list(kept))


def case(name: str, file: Form | bytes, *expected: Expected) -> Case:
    """One case. The Open XML SDK must find nothing wrong with its file."""
    data = to_docx(file) if isinstance(file, Form) else file
    if len(expected) > 1:
        # What is said of a file that holds several forms is not settled here.
        for each in expected:
            each.not_findings.remove("FORM-12")
    restart()
    return Case(name, data, expected)
