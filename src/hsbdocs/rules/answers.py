"""The considerations (section 4.3: completed with the information known)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import Phrase, words

#: Every consideration that the form prints.
_CONSIDERATIONS = ("considerations.*",)
_FEWEST_WORDS = 3
_FEWEST_BOXES = 3


@rule(Code.ANSWER_01, each=_CONSIDERATIONS)
def none_answered(case: Case) -> Iterable[tuple[str, ...]]:
    """All of them are blank."""
    if all(case.record.blank(field) for field in case.fields):
        yield case.fields


@rule(Code.ANSWER_02, each=_CONSIDERATIONS)
def one_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """Each that is blank, unless all are: then ANSWER-01 says it once."""
    blank = [field for field in case.fields if case.record.blank(field)]
    if len(blank) < len(case.fields):
        yield from ((field,) for field in blank)


@rule(Code.ANSWER_04, each=_CONSIDERATIONS, lists=(ListId.NOT_KNOWN,))
def repeated(case: Case) -> Iterable[tuple[str, ...]]:
    """The same three words or more stand in three boxes or more; "not known" and the like may be repeated."""
    boxes: dict[Phrase, list[str]] = {}
    for field in case.fields:
        boxes.setdefault(words(case.record.text(field)), []).append(field)
    for said, fields in boxes.items():
        if len(said) >= _FEWEST_WORDS and len(fields) >= _FEWEST_BOXES and said not in case.names(ListId.NOT_KNOWN):
            yield tuple(fields)
