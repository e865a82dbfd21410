"""Slips of the keyboard in a label, and words that only look like one."""

import pytest

from hsbdocs.reading.alike import alike

_LABEL = "Name of the school attended now"


@pytest.mark.parametrize("word", ["scool", "schol", "shcool", "schooll", "skhool"])
def test_a_slip(word: str) -> None:
    assert alike(_LABEL.replace("school", word), _LABEL)


@pytest.mark.parametrize("word", ["tschool", "preschool", "chool", "kchool", "skill", "house"])
def test_another_word(word: str) -> None:
    assert not alike(_LABEL.replace("school", word), _LABEL)
