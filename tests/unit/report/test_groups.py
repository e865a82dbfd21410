"""What is done about each finding: a table by hand, of every code as the catalogue has it."""

from __future__ import annotations

import pytest

from hsbdocs.model.finding import CatalogueEntry, Code, Finding, Severity
from hsbdocs.model.report import FIRST, Group, group_of
from tests.support.said import CATALOGUE
from tests.unit.report.reads import statement

#: Written by hand, from what each hint asks a person to do first. A star: the graver case; a minus: the slighter one.
_EXPECTED = {
    Group.RING: """
        FILE-01 FILE-02 FILE-03 FILE-04 FILE-05 FILE-06 FILE-09 FILE-10 FORM-01 FORM-06 FORM-12
        AGE-03 AGE-04 AGE-05 AGE-20 CHILD-02 OUTCOME-04*""",
    Group.ASK: """
        CHILD-01 CHILD-03 CHILD-04 CHILD-05 CHILD-06 CHILD-06* CHILD-07 CHILD-09 CHILD-10 CHILD-16
        ANSWER-01 ANSWER-02 OUTCOME-01 OUTCOME-02 OUTCOME-03 OUTCOME-04 OUTCOME-05 OUTCOME-06 OUTCOME-10 OUTCOME-12
        ACTION-01 ACTION-02 ACTION-03 ACTION-04 ACTION-05 ACTION-06 ACTION-08 ACTION-09
        SIGN-01 SIGN-02 SIGN-03 SIGN-04 SIGN-05 SIGN-06 SIGN-07 SIGN-10 SIGN-12
        CHECKLIST-01 CHECKLIST-02 CHECKLIST-03 CHECKLIST-04 CHECKLIST-05 CHECKLIST-06 CHECKLIST-07 CHECKLIST-08""",
    Group.LOOK: """
        FILE-07 FILE-08 FORM-02 FORM-03 FORM-04 FORM-05 FORM-07 FORM-10 FORM-11 FORM-13 FORM-15
        AGE-06 AGE-18 ANSWER-03 RECORD-01 RECORD-03""",
    Group.INFORMATION: """
        FORM-05- FORM-08 FORM-09 FORM-14 CHILD-08 CHILD-12 CHILD-13 CHILD-14 CHILD-15 CHILD-17 ANSWER-04
        AGE-16 OUTCOME-11 ACTION-07 ACTION-17 SIGN-08 SIGN-09 SIGN-11 RECORD-02""",
}
_BY_HAND = {name: group for group, names in _EXPECTED.items() for name in names.split()}


def _cases() -> list[tuple[str, Finding]]:
    return [each for entry in CATALOGUE.entries.values() for each in _of(entry)]


def _of(entry: CatalogueEntry) -> list[tuple[str, Finding]]:
    params: dict[str, str | int] = dict.fromkeys(
        ("ref", "label", "place", "seen", "count", "limit", "due", "period"), "x"
    )
    found = [(entry.code.value, Finding(code=entry.code, params=params))]
    if entry.grave:
        found.append((f"{entry.code.value}*", Finding(code=entry.code, params=params, grave=True)))
    if entry.slight:
        found.append((f"{entry.code.value}-", Finding(code=entry.code, params=params, slight=True)))
    return found


def test_every_case_of_the_catalogue_is_in_the_table() -> None:
    assert sorted(name for name, _ in _cases()) == sorted(_BY_HAND)


@pytest.mark.parametrize(("name", "finding"), _cases())
def test_the_group_of_each(name: str, finding: Finding) -> None:
    assert group_of(CATALOGUE.say(finding)) is _BY_HAND[name]


def test_whoever_only_asks_is_not_sent_to_the_original_first() -> None:
    """What is asked begins, in the catalogue's own hint, with no order to read or to look."""
    for name, finding in _cases():
        if _BY_HAND[name] is Group.ASK:
            assert not CATALOGUE.say(finding).hint.startswith(("Read", "Look", "Show")), name


@pytest.mark.parametrize(
    ("code", "severity", "group"),
    [
        (Code.CHILD_12, Severity.WARNING, Group.ASK),
        (Code.CHILD_01, Severity.ADVICE, Group.INFORMATION),
        (Code.AGE_18, Severity.ADVICE, Group.INFORMATION),
        (Code.FORM_08, Severity.WARNING, Group.LOOK),
    ],
)
def test_a_severity_that_the_settings_choose_counts(code: Code, severity: Severity, group: Group) -> None:
    assert group_of(statement(code, severity)) is group


def test_whatever_is_to_ring_about_may_come_first() -> None:
    """AGE-18 comes before all other advice and warnings that are looked at."""
    look = [code for code in FIRST if _BY_HAND[code.value] is Group.LOOK]
    assert look[0] is Code.AGE_18
