"""Each erratum can be understood and settled by somebody who does not have the source at hand."""

from __future__ import annotations

import re

import pytest

from hsbdocs.content.checks_guidance import MOST_WORDS
from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.guidance import ErratumClass, Guidance
from tests.support.forms import ROOT


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    """Everything of content/guidance."""
    return load_guidance(ROOT / "content")


def test_what_is_wrong_is_said_in_sentences(guidance: Guidance) -> None:
    for erratum in guidance.errata:
        for text in (erratum.wrong, *erratum.options, *filter(None, [erratum.outside])):
            assert re.fullmatch(r"\S.*[.?]", text), (erratum.id, text)
            assert len(text.split()) >= 3, (erratum.id, text)
        assert len(erratum.wrong.split()) >= 6, (erratum.id, erratum.wrong)


def test_what_has_to_be_settled_has_two_ways_or_three(guidance: Guidance) -> None:
    to_settle = [e for e in guidance.errata if e.kind in (ErratumClass.SUBSTANCE, ErratumClass.FACT)]
    assert {len(erratum.options) for erratum in to_settle} <= {2, 3}


def test_quotations_are_short(guidance: Guidance) -> None:
    assert max(len(quote.split()) for erratum in guidance.errata for quote in erratum.quotes) <= MOST_WORDS
