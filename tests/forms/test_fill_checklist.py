"""Whatever people type into the checklist, however they and their programs put it there, the record is equal."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foreign.excel.fill import Manner, fill
from tests.foreign.excel.mangle import ALL, BY_NAME, Change, together
from tests.foreign.excel.strategies import Filling, by_hand, values
from tests.foreign.fill import date_value
from tests.libreoffice.sheet_values import EXPECTED
from tests.support.forms import answers, blank, line, read
from tests.support.thinned import thinned

_SLOWLY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
_LISTED = {"healthy": "Green – healthy", "problematic": "Amber – problematic", "harmful": "Red – harmful"}
_TYPED = {name: _LISTED.get(text, text) for name, text in EXPECTED.items()} | {
    "checklist.date": date_value(date(2026, 5, 12))
}


@pytest.mark.parametrize("manner", list(Manner), ids=lambda manner: manner.name)
def test_what_is_typed_comes_back(manner: Manner) -> None:
    """All 20 values, in every manner of filling in."""
    assert answers(fill(blank("rag-checklist"), _TYPED, manner)) == EXPECTED


@settings(suppress_health_check=_SLOWLY)
@given(filling=values(), manner=st.sampled_from(list(Manner)))
def test_any_values_come_back(filling: Filling, manner: Manner) -> None:
    """Any text that XML can hold, dates and ratings."""
    assert answers(fill(blank("rag-checklist"), filling.typed, manner)) == filling.expected


@settings(suppress_health_check=_SLOWLY)
@given(rating=by_hand(), manner=st.sampled_from(list(Manner)))
def test_ratings_typed_by_hand_come_back(rating: tuple[str, str], manner: Manner) -> None:
    typed, code = rating
    filled = fill(blank("rag-checklist"), {"criteria.context.rating": typed}, manner)
    assert answers(filled)["criteria.context.rating"] == code


@pytest.mark.parametrize("seed", thinned(range(3), 3))
@pytest.mark.parametrize("change", ALL, ids=str)
def test_no_change_of_the_workbook_changes_the_record(change: Change, seed: int) -> None:
    """Rows and columns moved and put in, sheets renamed, parts lost: the same answers, and what was added is kept."""
    filled = fill(blank("rag-checklist"), _TYPED, Manner.EXCEL)
    found = line(read(change.apply(filled, seed)))
    assert found["answers"] == EXPECTED
    kept = "\n".join(entry["text"] for entry in found["unplaced"])
    assert [text for text in change.adds if text not in kept] == []
    assert bool(found["unplaced"]) is bool(change.adds)
    assert found["status"] == "clear"


@settings(suppress_health_check=_SLOWLY)
@given(
    filling=values(),
    manner=st.sampled_from(list(Manner)),
    names=st.lists(st.sampled_from(sorted(BY_NAME)), max_size=4, unique=True),
    seed=st.integers(0, 1000),
)
def test_changes_together(filling: Filling, manner: Manner, names: list[str], seed: int) -> None:
    """Several changes one after another, on any values."""
    filled = fill(blank("rag-checklist"), filling.typed, manner)
    assert answers(together(filled, names, seed)) == filling.expected
