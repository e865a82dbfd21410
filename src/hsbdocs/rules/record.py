"""How the record is handled: names where they need not be, and another assessment of the same child."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.people import name_in_file, number_in_file
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import says_only

_NAME, _NUMBER = "child.name", "child.nhs_number"


@rule(Code.RECORD_01, each=(_NAME, _NUMBER))
def named_file(case: Case) -> Iterable[tuple[str, ...]]:
    """The file's name holds the child's name or NHS number."""
    said = {field: case.record.text(field) for field in case.fields}
    name = said.get(_NAME, "")
    named = not says_only(name, case.names(ListId.NOT_KNOWN)) and name_in_file(name, case.file)
    if named or number_in_file(said.get(_NUMBER, ""), case.file):
        yield ()


@rule(Code.RECORD_02)
def named_properties(case: Case) -> Iterable[tuple[str, ...]]:
    """The file's own properties hold a person's name."""
    if case.people:
        yield ()


@rule(Code.RECORD_03, needs=(_NAME, "child.date_of_birth", "outcome.category"))
def other_outcome(case: Case) -> Iterable[tuple[str, ...]]:
    """An earlier form of this run has the same name and date of birth, and another outcome (2.3, 4.3)."""
    if case.other_outcome:
        yield ()
