"""How the record is handled: names where they need not be."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.people import name_in_file, number_in_file
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import names_one_of, says_only, words

_NAME, _NUMBER = "child.name", "child.nhs_number"


@rule(Code.RECORD_01, each=(_NAME, _NUMBER), lists=(ListId.NOT_KNOWN,))
def named_file(case: Case) -> Iterable[tuple[str, ...]]:
    """The file's name holds the child's name or NHS number."""
    said = {field: case.record.text(field) for field in case.fields}
    name = said.get(_NAME, "")
    named = not says_only(name, case.names(ListId.NOT_KNOWN)) and name_in_file(name, case.file)
    if named or number_in_file(said.get(_NUMBER, ""), case.file):
        yield ()


@rule(Code.RECORD_02, lists=(ListId.NO_PERSON, ListId.ORGANISATIONS))
def named_properties(case: Case) -> Iterable[tuple[str, ...]]:
    """The file's own properties hold a person's name."""
    if any(_is_person(name, case) for name in case.people):
        yield ()


def _is_person(name: str, case: Case) -> bool:
    """True for a name that is no program's and no ordinary word for nobody, and has no word of an organisation."""
    nobody = says_only(name, case.names(ListId.NO_PERSON))
    return bool(words(name)) and not nobody and not names_one_of(name, case.names(ListId.ORGANISATIONS))
