"""Whatever people type, however they and their programs put it into the form, the record is equal."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foreign.fill import Manner, fill
from tests.foreign.mangle import ALL, BY_NAME, Change, together
from tests.foreign.strategies import Filling, values
from tests.libreoffice.values import EXPECTED, TYPED
from tests.support.forms import DOCUMENTS, answers, blank, codes, read
from tests.support.thinned import thinned

_SLOWLY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("manner", list(Manner), ids=lambda manner: manner.name)
def test_what_is_typed_comes_back(document: str, manner: Manner) -> None:
    """All 45 values, in every manner of filling in, in both documents."""
    assert answers(fill(blank(document), TYPED, manner)) == EXPECTED


@pytest.mark.parametrize("document", DOCUMENTS)
@settings(suppress_health_check=_SLOWLY)
@given(filling=values(), manner=st.sampled_from(list(Manner)))
def test_any_values_come_back(document: str, filling: Filling, manner: Manner) -> None:
    """Any text that XML can hold, dates, ages, numbers and ticks, in both documents."""
    assert answers(fill(blank(document), filling.typed, manner)) == filling.expected


@pytest.mark.parametrize("seed", thinned(range(3), 3))
@pytest.mark.parametrize("change", ALL, ids=str)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_change_of_form_changes_the_record(document: str, change: Change, seed: int) -> None:
    """Split runs, rsids, wrapped rows, strict names and the like: the same answers and no new error."""
    filled = fill(blank(document), TYPED, Manner.WORD)
    tracked = change.name == "add_deletions"  # what was taken out is told, and no part of any answer
    told = ["FORM-11"] * tracked
    changed = read(change.apply(filled, seed))
    assert changed.line.form is not None
    assert changed.line.answers == EXPECTED
    assert codes(changed) == sorted({*codes(read(filled)), *told})
    kept = changed.line.unplaced
    assert bool(kept) == bool(told)
    assert all(entry.location.endswith("taken out by tracked changes") for entry in kept)


@settings(suppress_health_check=_SLOWLY)
@given(
    filling=values(),
    manner=st.sampled_from(list(Manner)),
    names=st.lists(st.sampled_from(sorted(BY_NAME)), max_size=4, unique=True),
    seed=st.integers(0, 1000),
)
def test_changes_together(filling: Filling, manner: Manner, names: list[str], seed: int) -> None:
    """Several changes one after another, on any values."""
    if manner is Manner.SUPERDOC and any("w:fullDate" in BY_NAME[name].loses for name in names):
        return  # there the date stands only in what the change loses
    filled = fill(blank("risk-assessment-guided"), filling.typed, manner)
    assert answers(together(filled, names, seed)) == filling.expected
