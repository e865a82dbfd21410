"""The twelve considerations (section 4.3: completed with the information known)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.rules.registry import Case, rule

_ALL = tuple(f"considerations.q{number:02}" for number in range(1, 13))


@rule(Code.ANSWER_01)
def none_answered(case: Case) -> Iterable[tuple[str, ...]]:
    """All twelve are blank."""
    if all(case.record.blank(field) for field in _ALL):
        yield _ALL


@rule(Code.ANSWER_02)
def one_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """Each that is blank, unless all are: then ANSWER-01 says it once."""
    blank = [field for field in _ALL if case.record.blank(field)]
    if len(blank) < len(_ALL):
        yield from ((field,) for field in blank)
