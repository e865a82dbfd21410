"""One box: ticked, open or unclear, never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.reading.ticks import Tick, read_box

_OPEN_BOXES = "\u2610\u25a1"
_TICKS = "\u2612\u2611\u2713\u2714\u2717\u2718\u00d7\u2705"
_YES = ("yes", "y")


@pytest.mark.parametrize("glyph", list(_TICKS))
@pytest.mark.parametrize("shape", ["{}", " {} ", "{}\ufe0f", "{}\ufe0e", "\u2610{}", "{}\u2610", "\u2610\n{}"])
def test_a_tick_is_a_tick(glyph: str, shape: str) -> None:
    assert read_box(shape.format(glyph), _YES) is Tick.TICKED


@pytest.mark.parametrize("text", ["x", "X", " x ", "\u2610x", "\u2610 X", "x\u2610", "x\n", "\u2610\nx"])
def test_the_letter_x_is_a_tick(text: str) -> None:
    assert read_box(text) is Tick.TICKED


@pytest.mark.parametrize("text", ["", " ", "\n", "\u2610", " \u2610 ", "\u2610\ufe0e", "\u25a1", "\u00a0"])
def test_nothing_there_is_open(text: str) -> None:
    assert read_box(text, _YES) is Tick.OPEN


@pytest.mark.parametrize("text", ["Yes", "yes", "Y", "YES.", " yes ", "y\n"])
def test_the_column_s_own_word_counts(text: str) -> None:
    assert read_box(text, _YES) is Tick.TICKED


@pytest.mark.parametrize("text", ["No", "n", "n/a", "N/A", "yes no", "not yes", "maybe", "xx", "ok", "1", "-"])
def test_other_words_are_unclear(text: str) -> None:
    assert read_box(text, _YES) is Tick.UNCLEAR


def test_a_question_mark_leaves_a_doubt() -> None:
    assert read_box("Yes?", _YES) is Tick.UNCLEAR


@pytest.mark.parametrize("text", ["[x]", "(x)", "[X]", "x.", "(X)", "x,", "[ x ]", "x x"])
def test_an_x_between_signs_is_never_taken_for_an_empty_box(text: str) -> None:
    assert read_box(text, _YES) is not Tick.OPEN


@given(st.text(alphabet=st.one_of(st.sampled_from(f"xX {_OPEN_BOXES}{_TICKS}[]()/.,?-yesno\n\ufe0f"), st.characters())))
def test_open_means_that_nothing_visible_is_there_but_a_box(text: str) -> None:
    if read_box(text, _YES) is Tick.OPEN:
        left = "".join(c for c in text if c not in "\u2610\u25a1\u25a2\u2751\u274f\u25fb\u25fd\u2b1c\ufe0e\ufe0f")
        assert left.strip() == ""


@given(st.text(alphabet=st.one_of(st.sampled_from(f"xX {_OPEN_BOXES}{_TICKS}[]/yesno\n\ufe0f"), st.characters())))
def test_ticked_means_that_a_tick_is_visible(text: str) -> None:
    if read_box(text) is Tick.TICKED:
        ticks = (
            "\u2612\u2611\u2713\u2714\u2717\u2718\u2715\u2716\u221a\u22a0\u00d7\u274c\u2705\U0001f5f9\U0001f5f7\u2327xX"
        )
        assert any(tick in text for tick in ticks)
        assert not any(c.isalpha() and c not in "xX" for c in text)
