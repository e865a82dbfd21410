"""The twelve considerations (section 4.3: completed with the information known)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.registry import RISK_ASSESSMENT, Case, rules_of
from hsbdocs.rules.words import Phrase, words

rule = rules_of(RISK_ASSESSMENT)

_ALL = tuple(f"considerations.q{number:02}" for number in range(1, 13))
_FEWEST_WORDS = 3
_FEWEST_BOXES = 3


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


@rule(Code.ANSWER_04)
def repeated(case: Case) -> Iterable[tuple[str, ...]]:
    """The same three words or more stand in three boxes or more; "not known" and the like may be repeated."""
    boxes: dict[Phrase, list[str]] = {}
    for field in _ALL:
        boxes.setdefault(words(case.record.text(field)), []).append(field)
    for said, fields in boxes.items():
        if len(said) >= _FEWEST_WORDS and len(fields) >= _FEWEST_BOXES and said not in case.names(ListId.NOT_KNOWN):
            yield tuple(fields)
