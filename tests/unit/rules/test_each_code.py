"""For every rule a record on which it fires, and one next to it on which it does not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pytest

from hsbdocs.model.record import State
from hsbdocs.rules.registry import RULES
from tests.unit.rules.records import Given, codes, complete, findings


class Pair(NamedTuple):
    """Changes to the complete record: with the first the code is found at these fields, with the second not at all."""

    code: str
    fires: dict[str, Given]
    quiet: dict[str, Given]
    fields: tuple[str, ...]
    location: str
    ticks: Mapping[str, tuple[str, ...]] = MappingProxyType({})


_NHS = "child.nhs_number"
_BORN, _AGE, _DATE = "child.date_of_birth", "child.age", "completion.date"
_QS = tuple(f"considerations.q{number:02}" for number in range(1, 13))
_LEAD, _REFERRAL = "actions.safeguarding_lead.answer", "actions.referral.answer"
_WHERE, _OUTCOME = "actions.referral.details", "outcome.category"

PAIRS = [
    Pair("CHILD-01", {"child.name": None}, {"child.name": "-"}, ("child.name",), "row D1"),
    Pair("CHILD-02", {_BORN: None, _AGE: None}, {_BORN: None}, (_BORN, _AGE), "row D2"),
    Pair("CHILD-02", {_BORN: None, _AGE: None}, {_AGE: None}, (_BORN, _AGE), "row D2"),
    Pair("CHILD-02", {_BORN: None, _AGE: None}, {_BORN: State.INVALID, _AGE: None}, (_BORN, _AGE), "row D2"),
    Pair("CHILD-02", {_BORN: None, _AGE: None}, {_BORN: None, _AGE: State.UNREADABLE}, (_BORN, _AGE), "row D2"),
    Pair("CHILD-03", {_BORN: State.INVALID}, {_BORN: None}, (_BORN,), "row D2"),
    Pair("CHILD-03", {_BORN: State.INVALID}, {_BORN: State.NOT_KNOWN}, (_BORN,), "row D2"),
    Pair("CHILD-04", {_BORN: State.AMBIGUOUS}, {_BORN: State.INVALID}, (_BORN,), "row D2"),
    Pair("CHILD-05", {_BORN: "2026-05-13"}, {_BORN: "2026-05-12"}, (_BORN, _DATE), "rows D2 and C6"),
    Pair("CHILD-05", {_BORN: "2026-06-02", _DATE: None}, {_BORN: "2026-06-01", _DATE: None}, (_BORN, _DATE),
         "rows D2 and C6"),
    Pair("CHILD-09", {_NHS: "9990000000"}, {_NHS: "9434765919"}, (_NHS,), "row D6"),
    Pair("CHILD-09", {_NHS: State.INVALID}, {_NHS: None}, (_NHS,), "row D6"),
    Pair("ANSWER-01", dict.fromkeys(_QS), dict.fromkeys(_QS[1:]), _QS, "rows Q1 to Q12"),
    Pair("ANSWER-02", {_QS[6]: None}, {_QS[6]: "not known"}, (_QS[6],), "row Q7"),
    Pair("AGE-03", {_BORN: "2014-01-01", _AGE: 12, _REFERRAL: "no"}, {_BORN: "2014-01-01", _AGE: 12}, (_REFERRAL,),
         "row A4"),
    Pair("AGE-05", {_BORN: "2014-01-01", _AGE: 12, _LEAD: "no"}, {_BORN: "2014-01-01", _AGE: 12}, (_LEAD,), "row A3"),
    Pair("AGE-20", {_BORN: State.UNREADABLE, _AGE: None}, {_BORN: State.UNREADABLE}, (_BORN, _AGE), "row D2"),
    Pair("OUTCOME-01", {_OUTCOME: None}, {_OUTCOME: "normal"}, (_OUTCOME,), "row O2"),
    Pair("OUTCOME-02", {}, {_OUTCOME: "harmful"}, (_OUTCOME,), "row O2", {_OUTCOME: ("normal", "harmful")}),
    Pair("OUTCOME-03", {"outcome.summary": None}, {"outcome.summary": "?"}, ("outcome.summary",), "row O1"),
    Pair("ACTION-01", {}, {_REFERRAL: "no"}, (_REFERRAL,), "row A4", {_REFERRAL: ("yes", "no")}),
    Pair("ACTION-01", {}, {}, ("actions.other.answer",), "row A6", {"actions.other.answer": ("yes", "no")}),
    Pair("ACTION-02", {_REFERRAL: None}, {_REFERRAL: "no"}, (_REFERRAL,), "row A4"),
    Pair("ACTION-03", {_WHERE: None}, {_WHERE: None, _REFERRAL: "no"}, (_WHERE,), "row A4"),
    Pair("SIGN-01", {"completion.mode": None}, {"completion.mode": "virtual"}, ("completion.mode",), "row C1"),
    Pair("SIGN-01", {}, {}, ("completion.mode",), "row C1", {"completion.mode": ("virtual", "face_to_face")}),
    Pair("SIGN-02", {"completion.practitioner": None}, {"completion.practitioner": "R"}, ("completion.practitioner",),
         "row C2"),
    Pair("SIGN-03", {"completion.signature": None}, {"completion.signature": State.PICTURE}, ("completion.signature",),
         "row C3"),
    Pair("SIGN-04", {"completion.role": None}, {"completion.role": "x"}, ("completion.role",), "row C4"),
    Pair("SIGN-04", {"completion.organisation": None}, {"completion.organisation": "x"}, ("completion.organisation",),
         "row C5"),
    Pair("SIGN-05", {_DATE: None}, {_DATE: "2026-06-01"}, (_DATE,), "row C6"),
    Pair("SIGN-05", {_DATE: State.INVALID}, {_DATE: "2026-05-31"}, (_DATE,), "row C6"),
    Pair("SIGN-05", {_DATE: State.AMBIGUOUS}, {_DATE: "2026-05-31"}, (_DATE,), "row C6"),
    Pair("SIGN-06", {_DATE: "2026-06-02"}, {_DATE: "2026-06-01"}, (_DATE,), "row C6"),
]  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.code} {pair.location}")
def test_fires_and_is_quiet(pair: Pair) -> None:
    found = findings(complete(pair.fires, ticks=pair.ticks))
    if pair.fires.get(_DATE, "") is None and pair.code != "SIGN-05":
        found = [f for f in found if f.code != "SIGN-05"]  # a missing date is a finding of its own
    assert [(f.code.value, f.fields, f.location) for f in found] == [(pair.code, pair.fields, pair.location)]
    assert pair.code not in codes(complete(pair.quiet))


def test_every_rule_has_a_pair() -> None:
    assert {pair.code for pair in PAIRS} == {code.value for code in RULES}


def test_the_printed_rules_of_the_first_set_are_there() -> None:
    wanted = {f"CHILD-{n:02}" for n in (1, 2, 3, 4, 5, 9)} | {"ANSWER-01", "ANSWER-02", "AGE-03", "AGE-05", "AGE-20"}
    wanted |= {f"OUTCOME-{n:02}" for n in (1, 2, 3)} | {f"ACTION-{n:02}" for n in (1, 2, 3)}
    wanted |= {f"SIGN-{n:02}" for n in range(1, 7)}
    assert {code.value for code in RULES} == wanted


def test_params_hold_ref_and_label_and_nothing_that_was_written() -> None:
    for pair in PAIRS:
        for finding in findings(complete({**pair.fires, "child.gp": "Zebra"}, ticks=pair.ticks)):
            assert set(finding.params) <= {"ref", "label"}
            assert "Zebra" not in str(finding)
