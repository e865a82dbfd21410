"""The checklist of section 3.2: what is blank, and its date. Ratings are never counted, added up or compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.model.finding import Code
from hsbdocs.model.form import FieldType
from hsbdocs.model.names import ListId
from hsbdocs.model.record import State
from hsbdocs.rules.dates import day_of
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import says_only

#: Every criterion that the checklist prints.
_CRITERIA = ("criteria.*",)
_DATE = "checklist.date"


def _criteria(case: Case) -> Iterator[tuple[str, str]]:
    """The ids of rating and evidence of each criterion, in printed order."""
    rows = {row.key: row for row in map(case.form.row_of.__getitem__, case.fields)}
    for row in rows.values():
        rating, evidence = row.field(FieldType.CHOICE), row.field(FieldType.TEXT)
        if rating is not None and evidence is not None:
            yield rating.id, evidence.id


@rule(Code.CHECKLIST_01, each=_CRITERIA)
def none_filled_in(case: Case) -> Iterable[tuple[str, ...]]:
    """No criterion has a rating or evidence."""
    fields = tuple(field for pair in _criteria(case) for field in pair)
    if fields and all(case.record.blank(field) for field in fields):
        yield fields


@rule(Code.CHECKLIST_02, each=_CRITERIA)
def one_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """A criterion has neither rating nor evidence; where none has, CHECKLIST-01 says it once."""
    pairs = list(_criteria(case))
    blank = [pair for pair in pairs if all(case.record.blank(field) for field in pair)]
    if len(blank) < len(pairs):
        yield from blank


@rule(Code.CHECKLIST_03, each=_CRITERIA, lists=(ListId.NOT_KNOWN,))
def no_rating(case: Case) -> Iterable[tuple[str, ...]]:
    """Evidence without a rating, unless the evidence says no more than that it is not known."""
    for rating, evidence in _criteria(case):
        text = case.record.text(evidence)
        if case.record.blank(rating) and text and not says_only(text, case.names(ListId.NOT_KNOWN)):
            yield (rating,)


@rule(Code.CHECKLIST_04, each=_CRITERIA)
def no_evidence(case: Case) -> Iterable[tuple[str, ...]]:
    """A rating without evidence."""
    for rating, evidence in _criteria(case):
        if case.record.text(rating) and case.record.blank(evidence):
            yield (evidence,)


@rule(Code.CHECKLIST_05, each=("checklist.reference", "checklist.practitioner", "checklist.organisation"))
def who(case: Case) -> Iterable[tuple[str, ...]]:
    """The reference, the practitioner or the organisation is blank."""
    for field in case.fields:
        if case.record.blank(field):
            yield (field,)


@rule(Code.CHECKLIST_06, needs=(_DATE,))
def no_date(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is blank or not real."""
    if case.record.states[_DATE] in (State.BLANK, State.INVALID, State.AMBIGUOUS, State.NOT_KNOWN):
        yield (_DATE,)


@rule(Code.CHECKLIST_07, needs=(_DATE,))
def future(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is after today."""
    day = day_of(case.record, _DATE)
    if day and day > case.today:
        yield (_DATE,)


@rule(Code.CHECKLIST_08, needs=(_DATE,))
def before_the_guidance(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is before the month in which the guidance was issued (cover)."""
    day = day_of(case.record, _DATE)
    if day and day < case.guide.issued:
        yield (_DATE,)
