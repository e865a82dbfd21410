"""What was found after the count stands where later.tsv says, and as it says."""

from __future__ import annotations

import re
from pathlib import Path

from hsbdocs.model.guidance import Guidance, places_of
from tests.faithful.later import later, value_of


def test_each_stands_in_the_guidance_as_it_is_listed(guidance: Guidance) -> None:
    wrong = [
        row
        for row in later()
        if value_of(guidance.by_id[row.id]) != row.now or row.place not in places_of(guidance.by_id[row.id].source)
    ]
    assert wrong == []
    assert len({row.id for row in later()}) == len(later())
    assert all(row.was != row.now for row in later() if row.what != "entry")


def test_ages_found_later_stand_on_their_lines(guidance: Guidance, source: Path) -> None:
    lines = source.read_text(encoding="utf-8").split("\n")
    rules = [guidance.by_id[row.id] for row in later() if re.fullmatch(r"A\d\d", row.id)]
    assert len(rules) == 2
    for rule in rules:
        (line,) = (lines[int(place.rpartition("L")[2]) - 1] for place in rule.source)
        figures = {str(n) for b in rule.bounds for n in (b.start, b.to, b.under, b.over) if n is not None}
        assert figures <= set(re.findall(r"\d+", line)), rule.id
