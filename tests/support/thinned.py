"""Tests of many cases: some of them in every run, all of them in the slow run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def thinned(cases: Iterable[Any], every: int) -> list[Any]:
    """Cases for `parametrize`: the first and every so many-th after it are fast, all others slow.

    A case is a value, or a tuple of a value for each name.
    """
    rows = [case if isinstance(case, tuple) else (case,) for case in cases]
    return [pytest.param(*row, marks=[] if n % every == 0 else [pytest.mark.slow]) for n, row in enumerate(rows)]
