"""The tests over every document miss none: what ``build`` makes is what they run over."""

from __future__ import annotations

import pytest

from tests.documents.editions import DOCUMENTS, EDITIONS, built
from tests.documents.not_yet import _NOT_YET


@pytest.mark.parametrize(
    "edition", [pytest.param(each, marks=[] if each == "reader" else pytest.mark.slow) for each in EDITIONS]
)
def test_what_is_built_is_what_content_names(edition: str) -> None:
    made = set(built(edition))
    assert made | set(EDITIONS[edition].without) == set(EDITIONS[edition].only or DOCUMENTS)
    assert len(made) >= 3


def test_what_is_not_yet_is_something_there_is() -> None:
    for _, document, editions, why in _NOT_YET:
        assert document in DOCUMENTS
        assert set(editions) <= set(EDITIONS)
        assert why
