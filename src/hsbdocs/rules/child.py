"""The child's details: what is given at all, and the NHS number (section 4.4 of the guidance)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.model.record import State
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import says_only, words

_WEIGHTS = range(10, 1, -1)
_TEST_RANGE = "999"
_NAME, _NUMBER, _LANGUAGE = "child.name", "child.nhs_number", "child.first_language"
_ABOUT = ("child.gender", "child.ethnic_origin", _LANGUAGE, "child.gp")


@rule(Code.CHILD_01, needs=(_NAME,))
def name_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """The name is blank."""
    if case.record.blank(_NAME):
        yield (_NAME,)


@rule(Code.CHILD_09, needs=(_NUMBER,))
def nhs_number(case: Case) -> Iterable[tuple[str, ...]]:
    """Not ten digits, or the check digit fails (NHS Data Dictionary: weights 10 to 2, modulus 11)."""
    number = case.record.text(_NUMBER)
    if case.record.states[_NUMBER] is State.INVALID or (number and not valid_nhs_number(number)):
        yield (_NUMBER,)


@rule(Code.CHILD_10, needs=(_NUMBER,))
def test_number(case: Case) -> Iterable[tuple[str, ...]]:
    """A valid number of the range 999, which is never issued."""
    number = case.record.text(_NUMBER)
    if number.startswith(_TEST_RANGE) and valid_nhs_number(number):
        yield (_NUMBER,)


@rule(Code.CHILD_14, each=_ABOUT)
def detail_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """Gender, ethnic origin, first language or GP is blank; each for itself."""
    for field in case.fields:
        if case.record.blank(field):
            yield (field,)


@rule(Code.CHILD_15, needs=(_LANGUAGE,), lists=(ListId.ENGLISH, ListId.NOT_KNOWN))
def other_language(case: Case) -> Iterable[tuple[str, ...]]:
    """A first language is given that is not plainly English alone (section 1.3)."""
    language = case.record.text(_LANGUAGE)
    known = case.names(ListId.ENGLISH) | case.names(ListId.NOT_KNOWN)
    if words(language) and not says_only(language, known):
        yield (_LANGUAGE,)


def valid_nhs_number(number: str) -> bool:
    """True where the last of ten digits is the check digit of the others."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return (11 - total % 11) % 11 == int(number[-1])
