"""CPU time over rounds in which every contestant has its turn."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping

_WARM_UP = 5
_AT_LEAST = 0.02

#: Milliseconds by contestant, round by round.
Rounds = dict[str, list[float]]


def side_by_side(contestants: Mapping[str, Callable[[], object]], rounds: int) -> Rounds:
    """The CPU time of one call of each contestant in every round.

    A turn is as many calls as take 20 ms; each round has another order. The collector of cycles runs as usual, and
    once between turns, so that nobody pays for another's garbage.
    """
    calls = {}
    for name, contestant in contestants.items():
        for _ in range(_WARM_UP):
            contestant()
        calls[name] = max(1, round(_AT_LEAST / max(_turn(contestant, 3), 1e-6)))
    times: Rounds = {name: [] for name in contestants}
    order = list(contestants)
    shuffle = random.Random(0).shuffle
    for _ in range(rounds):
        shuffle(order)
        for name in order:
            gc.collect()
            times[name].append(_turn(contestants[name], calls[name]) * 1000)
    return times


def median(times: Rounds, name: str) -> float:
    """The median time of one contestant, in milliseconds."""
    return statistics.median(times[name])


def ratio(times: Rounds, name: str, to: str) -> float:
    """The median of how many times another contestant's time each round took: what slows a whole round cancels out."""
    return statistics.median(one / other for one, other in zip(times[name], times[to], strict=True))


def difference(times: Rounds, name: str, to: str) -> float:
    """The median of how many milliseconds more than another contestant each round took."""
    return statistics.median(one - other for one, other in zip(times[name], times[to], strict=True))


def _turn(contestant: Callable[[], object], calls: int) -> float:
    """Seconds for one call, as the mean of several."""
    start = time.process_time()
    for _ in range(calls):
        contestant()
    return (time.process_time() - start) / calls
