"""Education: plain statements of status only; whatever else is written is left to a person (4.3 Q7, 4.4)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.rules.dates import AGE, ASSESSED, age_at
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import parts, says_only

_STATUS, _SCHOOL = "child.occupation", "child.school"
_SIXTEEN = 16
_STATES = (ListId.IN_EDUCATION, ListId.HOME_EDUCATED, ListId.NOT_IN_EDUCATION)


def _stated(case: Case) -> set[ListId]:
    """Which lists the parts of the status belong to."""
    said = parts(case.record.text(_STATUS))
    return {list_id for list_id in _STATES if any(part in case.names(list_id) for part in said)}


@rule(Code.CHILD_16, needs=(_STATUS, _SCHOOL), lists=(*_STATES, ListId.NOT_KNOWN))
def status_and_school(case: Case) -> Iterable[tuple[str, ...]]:
    """In education and the school is blank, or not in education and a school is given; home education apart."""
    stated, school = _stated(case), case.record.text(_SCHOOL)
    none = says_only(school, case.names(ListId.NOT_KNOWN)) or not parts(school)
    if (stated == {ListId.IN_EDUCATION} and case.record.blank(_SCHOOL)) or (
        stated == {ListId.NOT_IN_EDUCATION} and not none
    ):
        yield (_STATUS, _SCHOOL)


@rule(Code.CHILD_17, needs=(_STATUS,), each=AGE, uses=(ASSESSED,), lists=_STATES)
def not_on_roll(case: Case) -> Iterable[tuple[str, ...]]:
    """Under 16, and plainly said not to be in education."""
    age = age_at(case.record, case.today)
    if age is not None and age < _SIXTEEN and _stated(case) == {ListId.NOT_IN_EDUCATION}:
        yield (_STATUS,)
