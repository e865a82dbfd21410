"""Each erratum can be understood and settled by somebody who does not have the source at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hsbdocs.model.guidance import ErratumClass, Guidance

MOST_WORDS = 8


def test_what_is_wrong_is_said_in_sentences(guidance: Guidance) -> None:
    for erratum in guidance.errata:
        for text in (erratum.wrong, *erratum.options, *filter(None, [erratum.outside])):
            assert re.fullmatch(r"\S.*[.?]", text), (erratum.id, text)
            assert len(text.split()) >= 3, (erratum.id, text)
        assert len(erratum.wrong.split()) >= 6, (erratum.id, erratum.wrong)


def test_what_has_to_be_settled_has_two_ways_or_three(guidance: Guidance) -> None:
    options = {e.id: len(e.options) for e in guidance.errata if e.kind in (ErratumClass.SUBSTANCE, ErratumClass.FACT)}
    assert len(options) == 49 + 24
    assert set(options.values()) <= {2, 3}


def test_nothing_is_decided(guidance: Guidance) -> None:
    """A decision is the partnerships'. Whoever records the first one takes this test out."""
    assert [erratum.id for erratum in guidance.errata if erratum.decision is not None] == []


def test_quotations_are_short(guidance: Guidance) -> None:
    assert max(len(quote.split()) for erratum in guidance.errata for quote in erratum.quotes) <= MOST_WORDS


def test_quotations_stand_on_the_lines_that_are_given(guidance: Guidance, source: Path) -> None:
    lines = source.read_text(encoding="utf-8").split("\n")
    astray = []
    for erratum in guidance.errata:
        spans = [re.search(r"L(\d+)(?:-(\d+))?$", place) for place in erratum.source]
        given = [n for span in spans if span for n in range(int(span[1]), int(span[2] or span[1]) + 1)]
        printed = re.sub(r"[*\\]", "", "\n".join(lines[n - 1] for n in given or range(1, len(lines) + 1)))
        astray += [(erratum.id, quote) for quote in erratum.quotes if quote not in printed]
    assert astray == []


@pytest.mark.parametrize("kind", ErratumClass)
def test_every_erratum_but_those_of_the_whole_has_a_line(kind: ErratumClass, guidance: Guidance) -> None:
    without = [e.id for e in guidance.errata if e.kind is kind and not any(re.search(r" L\d", p) for p in e.source)]
    assert set(without) <= {"E106", "E163"}
