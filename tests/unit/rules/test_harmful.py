"""OUTCOME-04: harmful and no referral, graver where no discussion with a lead is recorded either."""

import pytest

from hsbdocs.content.catalogue import Catalogue, load_catalogue
from hsbdocs.model.finding import Code, Severity, Statement
from hsbdocs.model.record import State
from hsbdocs.rules import apply_rules
from tests.support.forms import ROOT
from tests.unit.rules.records import Given, case, complete

REFERRAL, LEAD = "actions.referral.answer", "actions.safeguarding_lead.answer"


def said(catalogue: Catalogue, referral: Given, lead: Given) -> Statement:
    record = complete({"outcome.category": "harmful", REFERRAL: referral, LEAD: lead})
    (finding,) = [found for found in apply_rules(case(record)) if found.code is Code.OUTCOME_04]
    return catalogue.say(finding)


@pytest.mark.parametrize("referral", ["no", State.BLANK, State.UNREADABLE])
@pytest.mark.parametrize("lead", ["no", State.BLANK, State.UNREADABLE])
def test_without_referral_and_lead_somebody_rings_today(referral: Given, lead: Given) -> None:
    statement = said(load_catalogue(ROOT / "content"), referral, lead)
    assert (statement.severity, statement.ring_today, statement.read_form) == (Severity.ERROR, True, False)


@pytest.mark.parametrize("referral", ["no", State.BLANK, State.UNREADABLE])
def test_with_a_lead_a_person_reads_the_form(referral: Given) -> None:
    statement = said(load_catalogue(ROOT / "content"), referral, "yes")
    assert (statement.severity, statement.ring_today, statement.read_form) == (Severity.WARNING, False, True)


@pytest.mark.parametrize("chosen", list(Severity))
def test_no_setting_makes_the_graver_case_less_serious(chosen: Severity) -> None:
    catalogue = load_catalogue(ROOT / "content").with_severity({Code.OUTCOME_04: chosen})
    assert said(catalogue, "no", "no").severity is Severity.ERROR
    assert said(catalogue, "no", "yes").severity is not Severity.ADVICE


def test_neither_of_the_gravest_can_be_turned_off() -> None:
    entries = load_catalogue(ROOT / "content").entries
    assert entries[Code.AGE_04].fixed
    assert entries[Code.AGE_04].severity is Severity.ERROR
    assert entries[Code.OUTCOME_04].fixed
