"""The checklist of section 3.2: what is blank, and its date. Ratings are never counted, added up or compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.model.finding import Code
from hsbdocs.model.form import FieldType
from hsbdocs.model.names import ListId
from hsbdocs.model.record import State
from hsbdocs.rules.dates import day_of
from hsbdocs.rules.registry import RAG_CHECKLIST, Case, rules_of
from hsbdocs.rules.words import says_only

rule = rules_of(RAG_CHECKLIST)


def _criteria(case: Case) -> Iterator[tuple[str, str]]:
    """The ids of rating and evidence of each criterion, in printed order."""
    for row in case.form.rows:
        rating, evidence = row.field(FieldType.CHOICE), row.field(FieldType.TEXT)
        if rating is not None and evidence is not None:
            yield rating.id, evidence.id


@rule(Code.CHECKLIST_01)
def none_filled_in(case: Case) -> Iterable[tuple[str, ...]]:
    """No criterion has a rating or evidence."""
    fields = tuple(field for pair in _criteria(case) for field in pair)
    if all(case.record.blank(field) for field in fields):
        yield fields


@rule(Code.CHECKLIST_02)
def one_blank(case: Case) -> Iterable[tuple[str, ...]]:
    """A criterion has neither rating nor evidence; where none has, CHECKLIST-01 says it once."""
    pairs = list(_criteria(case))
    blank = [pair for pair in pairs if all(case.record.blank(field) for field in pair)]
    if len(blank) < len(pairs):
        yield from blank


@rule(Code.CHECKLIST_03)
def no_rating(case: Case) -> Iterable[tuple[str, ...]]:
    """Evidence without a rating, unless the evidence says no more than that it is not known."""
    for rating, evidence in _criteria(case):
        text = case.record.text(evidence)
        if case.record.blank(rating) and text and not says_only(text, case.names(ListId.NOT_KNOWN)):
            yield (rating,)


@rule(Code.CHECKLIST_04)
def no_evidence(case: Case) -> Iterable[tuple[str, ...]]:
    """A rating without evidence."""
    for rating, evidence in _criteria(case):
        if case.record.text(rating) and case.record.blank(evidence):
            yield (evidence,)


@rule(Code.CHECKLIST_05)
def who(case: Case) -> Iterable[tuple[str, ...]]:
    """The reference, the practitioner or the organisation is blank."""
    for name in ("reference", "practitioner", "organisation"):
        if case.record.blank(f"checklist.{name}"):
            yield (f"checklist.{name}",)


@rule(Code.CHECKLIST_06)
def no_date(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is blank or not real."""
    if case.record.states["checklist.date"] in (State.BLANK, State.INVALID, State.AMBIGUOUS, State.NOT_KNOWN):
        yield ("checklist.date",)


@rule(Code.CHECKLIST_07)
def future(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is after today."""
    day = day_of(case.record, "checklist.date")
    if day and day > case.today:
        yield ("checklist.date",)


@rule(Code.CHECKLIST_08)
def before_the_guidance(case: Case) -> Iterable[tuple[str, ...]]:
    """The date is before the month in which the guidance was issued (cover)."""
    day = day_of(case.record, "checklist.date")
    if day and day < case.guide.issued:
        yield ("checklist.date",)
