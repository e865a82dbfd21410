"""The child's details: what is given at all, and the NHS number (section 4.4 of the guidance)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.model.record import State
from hsbdocs.rules.registry import RISK_ASSESSMENT, Case, rules_of
from hsbdocs.rules.words import says_only, words

rule = rules_of(RISK_ASSESSMENT)

_WEIGHTS = range(10, 1, -1)
_TEST_RANGE = "999"
_ABOUT = ("child.gender", "child.ethnic_origin", "child.first_language", "child.gp")


@rule(Code.CHILD_01)
def name_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """The name is blank."""
    if case.record.blank("child.name"):
        yield ("child.name",)


@rule(Code.CHILD_09)
def nhs_number(case: Case) -> Iterable[tuple[str, ...]]:
    """Not ten digits, or the check digit fails (NHS Data Dictionary: weights 10 to 2, modulus 11)."""
    number = case.record.text("child.nhs_number")
    if case.record.states["child.nhs_number"] is State.INVALID or (number and not valid_nhs_number(number)):
        yield ("child.nhs_number",)


@rule(Code.CHILD_10)
def test_number(case: Case) -> Iterable[tuple[str, ...]]:
    """A valid number of the range 999, which is never issued."""
    number = case.record.text("child.nhs_number")
    if number.startswith(_TEST_RANGE) and valid_nhs_number(number):
        yield ("child.nhs_number",)


@rule(Code.CHILD_14)
def detail_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """Gender, ethnic origin, first language or GP is blank; each for itself."""
    for field in _ABOUT:
        if case.record.blank(field):
            yield (field,)


@rule(Code.CHILD_15)
def other_language(case: Case) -> Iterable[tuple[str, ...]]:
    """A first language is given that is not plainly English alone (section 1.3)."""
    language = case.record.text("child.first_language")
    known = case.names(ListId.ENGLISH) | case.names(ListId.NOT_KNOWN)
    if words(language) and not says_only(language, known):
        yield ("child.first_language",)


def valid_nhs_number(number: str) -> bool:
    """True where the last of ten digits is the check digit of the others."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return (11 - total % 11) % 11 == int(number[-1])
