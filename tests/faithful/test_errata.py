"""The errata that were found in the source of 2023: as many as were counted, each on the lines where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hsbdocs.model.guidance import ErratumClass, Guidance, places_of

#: What somebody has to settle.
SETTLED = (ErratumClass.SUBSTANCE, ErratumClass.FACT)


def test_as_many_have_to_be_settled_as_were_found(guidance: Guidance, counted: Guidance) -> None:
    assert [sum(e.kind is kind for e in counted.errata) for kind in SETTLED] == [49, 24]
    assert [sum(e.kind is kind for e in guidance.errata) for kind in SETTLED] == [86, 36]


def test_nothing_was_decided(guidance: Guidance) -> None:
    """A decision is the partnerships'."""
    assert [erratum.id for erratum in guidance.errata if erratum.decisions] == []


def test_quotations_stand_on_the_lines_that_are_given(guidance: Guidance, source: Path) -> None:
    lines = source.read_text(encoding="utf-8").split("\n")
    astray = []
    for erratum in guidance.errata:
        spans = [re.search(r"L(\d+)(?:-(\d+))?$", place) for place in places_of(erratum.source)]
        given = [n for span in spans if span for n in range(int(span[1]), int(span[2] or span[1]) + 1)]
        printed = re.sub(r"[*\\]", "", "\n".join(lines[n - 1] for n in given or range(1, len(lines) + 1)))
        astray += [(erratum.id, quote) for quote in erratum.quotes if quote not in printed]
    assert astray == []


@pytest.mark.parametrize("kind", ErratumClass)
def test_every_erratum_but_those_of_the_whole_has_a_line(kind: ErratumClass, guidance: Guidance) -> None:
    own = [erratum for erratum in guidance.errata if erratum.kind is kind]
    without = [e.id for e in own if not any(re.search(r" L\d", place) for place in places_of(e.source))]
    assert set(without) <= {"E106", "E163"}
