"""The files are sound: what is wrong with them is what people did, not how they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.programs import validate_ooxml

_HERE = Path(__file__).parent
# The validator knows no smart tags; Word opens them.
_NOT_ASKED = frozenset({"ordinary-smart-tags"})


@pytest.mark.slow
def test_the_validator_finds_nothing_wrong() -> None:
    """The Open XML SDK, over every file that was written as Word writes it.

    Not over those in programs/: what LibreOffice saves it never finds sound.
    """
    reports = validate_ooxml(path for path in sorted(_HERE.glob("*.docx")) if path.stem not in _NOT_ASKED)
    wrong = {path.name: errors[:3] for path, errors in reports.items() if errors}
    assert not wrong
