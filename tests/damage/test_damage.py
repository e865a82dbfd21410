"""A thousand damaged files, the same ones each time; ``python -m tests.damage`` tries as many as one likes."""

from collections.abc import Callable

import pytest

from tests.damage.judge import good_forms, wrong
from tests.foreign.damage import flipped, restructured
from tests.support.thinned import thinned

Damage = Callable[[bytes, int], bytes]
EACH = 500
_AT_A_TIME = 25


@pytest.mark.parametrize("start", thinned(range(0, EACH, _AT_A_TIME), 4))
@pytest.mark.parametrize("damage", [restructured, flipped], ids=["structure", "bytes"])
def test_every_value_is_the_original_or_null_or_has_a_finding(
    damage: Callable[[bytes, int], bytes], start: int
) -> None:
    names = sorted(good_forms())
    untold = {}
    for seed in range(start, start + _AT_A_TIME):
        name = names[seed % len(names)]
        fields = wrong(name, damage(good_forms()[name], seed))
        if fields:
            untold[name, seed] = fields
    assert untold == {}


@pytest.mark.parametrize("name", sorted(good_forms()))
def test_the_good_ones_are_good(name: str) -> None:
    assert wrong(name, good_forms()[name]) == []
