"""Each erratum can be understood and settled by somebody who does not have the source at hand."""

from __future__ import annotations

import re

import pytest

from hsbdocs.content.checks_guidance import MOST_AT_TABLE, MOST_WORDS
from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.guidance import Erratum, ErratumClass, Guidance, PrintsHow
from tests.support.forms import ROOT


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    """Everything of content/guidance."""
    return load_guidance(ROOT / "content")


def _to_settle(guidance: Guidance) -> list[Erratum]:
    return [e for e in guidance.errata if e.kind in (ErratumClass.SUBSTANCE, ErratumClass.FACT)]


def test_what_is_wrong_is_said_in_sentences(guidance: Guidance) -> None:
    for erratum in guidance.errata:
        for text in (erratum.wrong, *erratum.options, *filter(None, [erratum.outside])):
            assert re.fullmatch(r"\S.*[.?]", text), (erratum.id, text)
            assert len(text.split()) >= 3, (erratum.id, text)
        assert len(erratum.wrong.split()) >= 6, (erratum.id, erratum.wrong)


def test_what_has_to_be_settled_has_two_ways_or_three(guidance: Guidance) -> None:
    assert {len(erratum.options) for erratum in _to_settle(guidance)} <= {2, 3}


def test_what_has_to_be_settled_is_said_in_one_line_too(guidance: Guidance) -> None:
    for erratum in _to_settle(guidance):
        assert 25 <= len(erratum.brief) <= 90, (erratum.id, erratum.brief)
        assert re.fullmatch(r"[^\s].*\.", erratum.brief), (erratum.id, erratum.brief)


def test_each_thing_to_settle_says_what_is_printed_till_then_in_a_sentence_or_two(guidance: Guidance) -> None:
    printed = [(erratum.id, erratum.prints) for erratum in _to_settle(guidance)]
    for name, prints in printed:
        assert prints is not None, name
        assert prints.text or prints.how is PrintsHow.AS_PRINTED, name
        sentences = re.findall(r"[.?](?= |$)", prints.text)
        assert len(sentences) <= (2 if prints.how is PrintsHow.WIDER else 1), (name, prints.text)
        assert re.fullmatch(r"(\S.*\.)?", prints.text), (name, prints.text)
        assert len(prints.text.split()) <= 45, (name, prints.text)
    assert {prints.how for _, prints in printed if prints} == set(PrintsHow)


@pytest.mark.parametrize(
    ("name", "how", "says"),
    [
        # A figure that nobody checked, a right to advice, and what lawful activity is called are left as they are.
        ("E044", PrintsHow.AS_PRINTED, "40 hours"),
        ("E034", PrintsHow.BOTH, "keeps the right to confidential advice"),
        ("E040", PrintsHow.AS_PRINTED, "a reason to look further"),
        ("E175", PrintsHow.AS_PRINTED, "no offence"),
        ("E035", PrintsHow.WIDER, "must be made"),
        ("E186", PrintsHow.WIDER, "plan for safety too"),
        ("E188", PrintsHow.BOTH, "call 999"),
    ],
)
def test_the_stricter_reading_is_no_rule(name: str, how: PrintsHow, says: str, guidance: Guidance) -> None:
    prints = guidance.by_id[name].prints
    assert prints.how is how
    assert says in prints.text


def test_few_are_for_the_table_and_all_of_them_can_be_decided(guidance: Guidance) -> None:
    chosen = [erratum for erratum in guidance.errata if erratum.at_table]
    assert 6 <= len(chosen) <= MOST_AT_TABLE
    assert {erratum.kind for erratum in chosen} == {ErratumClass.SUBSTANCE}
    assert {"E033", "E035"} <= {erratum.id for erratum in chosen}


@pytest.mark.parametrize("pair", [("E056", "E072"), ("E028", "E070"), ("E053", "E055"), ("E021", "E037")])
def test_doubles_point_to_one_another(pair: tuple[str, str], guidance: Guidance) -> None:
    first, second = (guidance.by_id[name] for name in pair)
    assert second.id in first.refs
    assert first.id in second.refs


def test_numbers_run_on_without_a_gap(guidance: Guidance) -> None:
    """An id is never used again, so none was left out or taken twice."""
    assert [erratum.id for erratum in guidance.errata] == [f"E{n:03}" for n in range(1, len(guidance.errata) + 1)]


def test_quotations_are_short(guidance: Guidance) -> None:
    assert max(len(quote.split()) for erratum in guidance.errata for quote in erratum.quotes) <= MOST_WORDS
