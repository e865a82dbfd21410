"""The form asks people to write "not known": that is an answer, and not a mistake."""

from __future__ import annotations

import pytest

from tests.foreign.fill import Manner, fill
from tests.libreoffice.values import TYPED
from tests.support.forms import blank, codes, read

#: Said of the filled form whatever its dates: not saved yet, and a first language that is not English.
_STANDING = ["ACTION-06", "CHILD-15"]


@pytest.mark.parametrize("words", ["not known", "Not known.", "unknown", "N/K", "n/a"])
@pytest.mark.parametrize("manner", [Manner.WORD, Manner.OVER], ids=lambda manner: manner.name)
def test_not_known_beside_an_age(words: str, manner: Manner) -> None:
    """No date of birth and no NHS number, and an age: null, kept as written, and no finding."""
    typed = {**TYPED, "child.date_of_birth": words, "child.nhs_number": words}
    found = read(fill(blank("risk-assessment"), typed, manner))
    assert found.line.form is not None
    for field in ("child.date_of_birth", "child.nhs_number"):
        assert found.line.answers[field] is None
        assert found.line.as_written[field] == words
    assert codes(found) == _STANDING


def test_neither_date_nor_age_known_is_one_to_ring_about() -> None:
    """Without an age the duties for a child under 13 cannot be checked."""
    typed = {**TYPED, "child.date_of_birth": "not known", "child.age": "not known"}
    found = read(fill(blank("risk-assessment"), typed, Manner.WORD))
    assert codes(found) == sorted([*_STANDING, "AGE-20", "CHILD-03", "CHILD-10"])
    assert any(statement.ring_today for statement in found.statements)


def test_a_date_of_assessment_is_asked_for() -> None:
    """The words "not known" are no date of the assessment."""
    typed = {**TYPED, "completion.date": "not known"}
    assert codes(read(fill(blank("risk-assessment"), typed, Manner.WORD))) == sorted(
        [*_STANDING, "CHILD-10", "SIGN-05"]
    )
