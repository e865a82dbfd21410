"""A cell with several options: which are marked, and never a guess."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.form import Choice
from hsbdocs.reading.ticks import Chosen, read_choice
from tests.unit.reading.sheets import RELEASED

MODE = RELEASED.field_by_id["completion.mode"].choices
OUTCOME = RELEASED.field_by_id["outcome.category"].choices
NORMAL, PROBLEMATIC, HARMFUL = (choice.label for choice in OUTCOME)
_TICKS = "\u2612\u2611\u2713\u2714\u2717\u2718"


def read(text: str, choices: tuple[Choice, ...] = MODE) -> str | None:
    """The one code that is marked beyond doubt, else None."""
    chosen = read_choice(text, choices)
    return chosen.codes[0] if len(chosen.codes) == 1 and not chosen.unclear else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u2612 virtual\n\u2610 face to face", "virtual"),
        ("\u2610 virtual\n\u2612 face to face", "face_to_face"),
        ("\u2610 virtual  \u2612 face to face", "face_to_face"),
        ("\u2612 virtual \u2610 face to face", "virtual"),
        ("virtual \u2610\nface to face \u2612", "face_to_face"),
        ("virtual \u2612 face to face \u2610", "virtual"),
        ("virtual \u2610 face to face \u2612", "face_to_face"),
        ("x virtual\n\u2610 face to face", "virtual"),
        ("\u2610x virtual\n\u2610 face to face", "virtual"),
        ("\u2610 virtual\n\u2610 \u2713 face to face", "face_to_face"),
        ("\u2611\ufe0f Virtual\n\u2610\ufe0e Face-to-face", "virtual"),
        ("virtual", "virtual"),
        ("Face to face", "face_to_face"),
        ("\u2610 virtual\n\u2610 face to face\nvirtual", "virtual"),
        ("\u2610 virtual\n\u2612 face to face\nface to face", "face_to_face"),
    ],
)
def test_one_is_marked(text: str, code: str) -> None:
    assert read(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("\u2610 virtual / \u2612 face to face", "face_to_face"), ("virtual \u2612 / face to face \u2610", "virtual"),
     ("virtual \u2610 / face to face \u2612", "face_to_face"), ("\u2612 virtual, \u2610 face to face", "virtual")],
)  # fmt: skip
def test_signs_between_options_on_one_line(text: str, code: str) -> None:
    assert read(text) == code


@pytest.mark.parametrize(
    "text", ["\u2610 virtual\n\u2610 face to face", "\u2610 virtual \u2610 face to face", "", "\n"]
)
def test_none_is_marked(text: str) -> None:
    assert read_choice(text, MODE) == Chosen((), unclear=False)


def test_two_are_marked() -> None:
    text = "\u2612 virtual\nx face to face"
    assert read_choice(text, MODE).codes == ("virtual", "face_to_face")


@pytest.mark.parametrize(
    "text",
    [
        *("virtual face to face", "virtual / face to face", "virtual\nface to face", "by telephone", "not virtual"),
        *("\u2612", "x", "\u2612 virtual\n\u2610 face to face\nface to face", "\u2610 virtual (Teams)", "n/a"),
        *(
            "not face to face",
            "\u2610 virtual\n\u2610 face to face\nboth",
            "virtually",
            "virtual?",
            "[x]",
            "\u2610 virtual",
        ),
    ],
)
def test_a_doubt_is_said(text: str) -> None:
    assert read(text) is None
    assert read_choice(text, MODE).unclear


def test_options_whose_boxes_were_deleted_are_not_marked() -> None:
    chosen = read_choice(f"\u2612 {NORMAL}\n{PROBLEMATIC}\n{HARMFUL}", OUTCOME)
    assert set(chosen.codes) <= {"normal"}


@pytest.mark.parametrize(
    "text", ["\u2610 Normal", "\u2610 Harmful sexually active", "\u2610 Normal\n\u2610 Problematic"]
)
def test_an_open_box_beside_a_shortened_option_marks_nothing(text: str) -> None:
    assert read_choice(text, OUTCOME).codes == ()


def test_a_ticked_shortened_option_is_marked_and_the_open_ones_are_not() -> None:
    assert read("\u2610 Normal\n\u2610 Problematic\n\u2612 Harmful", OUTCOME) in ("harmful", None)
    assert set(read_choice("\u2610 Normal\n\u2610 Problematic\n\u2612 Harmful", OUTCOME).codes) <= {"harmful"}


@pytest.mark.parametrize(("text", "code"), [("Harmful", "harmful"), ("problematic", "problematic"), (NORMAL, "normal")])
def test_the_chosen_words_alone(text: str, code: str) -> None:
    assert read(text, OUTCOME) == code


_PIECES = st.sampled_from(
    [*("\u2610", "\u2612", "\u2713", "x", "X", "\u2610x", " ", "  ", "\n", "/", ",", "[x]", "not", "n/a", "\ufe0f"),
     *("(", "Normal", "Harmful", "harmful sexually", "Problematic", NORMAL, PROBLEMATIC, HARMFUL)]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_a_code_comes_only_from_a_visible_mark(text: str) -> None:
    chosen = read_choice(text, OUTCOME)
    if chosen.unclear:
        return
    for code in chosen.codes:
        named = [line for line in text.split("\n") if code in line.lower()]
        assert named, "a code of which no line speaks"
        marked = [line for line in named if re.search(rf"[{_TICKS}]|(?<!\w)[xX](?!\w)", line)]
        words_alone = [line for line in named if "\u2610" not in line]
        assert marked or words_alone, "every line that names the option shows an open box"
    ticked = [line.lower() for line in text.split("\n") if re.search(rf"[{_TICKS}]", line)]
    names = [{choice.code for choice in OUTCOME if choice.code in line} for line in ticked]
    if len(chosen.codes) == 1:
        assert all(chosen.codes[0] in named for named in names if named), "a tick stands at another option"


@given(st.text(max_size=40))
def test_words_that_are_no_option_never_choose(text: str) -> None:
    if not any(word in text.lower() for word in ("normal", "problematic", "harmful")):
        assert read_choice(text, OUTCOME).codes == ()
