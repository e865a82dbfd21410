"""Options with boxes in lists and on one line: bullets, numbers, strokes and signs between them."""

import pytest

from hsbdocs.model.form import Choice
from hsbdocs.model.patterns import option_pattern
from hsbdocs.reading.ticks import Chosen, Tick, read_box, read_choice, shows_box
from tests.unit.reading.sheets import RELEASED

MODE = RELEASED.field_by_id["completion.mode"].choices
OUTCOME = RELEASED.field_by_id["outcome.category"].choices
NORMAL, PROBLEMATIC, HARMFUL = (choice.label for choice in OUTCOME)


def read(text: str, choices: tuple[Choice, ...] = MODE) -> str | None:
    """The one code that is marked, ``doubt``, or None."""
    chosen = read_choice(text, choices)
    return "doubt" if chosen.unclear else "+".join(chosen.codes) or None


@pytest.mark.parametrize("bullet", [*"\u2022\u00b7\u25aa\u25e6\u2023\uf0b7\uf0a7\u2013\u2014-", "--", " \u2022 "])
def test_bullets_are_no_signs(bullet: str) -> None:
    assert read(f"{bullet} \u2612 virtual\n{bullet} \u2610 face to face") == "virtual"
    assert read(f"{bullet}virtual x\n{bullet}face to face") == "virtual"
    assert read_choice(f"{bullet} virtual\n{bullet} face to face", MODE).unmarked


@pytest.mark.parametrize(
    "marks",
    [
        ("1.", "2."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("a.", "b."),
        ("c)", "d)"),
        ("i.", "ii."),
        ("ii)", "iii)"),
        (" 1.", " 2."),
    ],
)
def test_numbers_of_a_list_are_no_signs(marks: tuple[str, str]) -> None:
    assert read(f"{marks[0]} virtual x\n{marks[1]} face to face") == "virtual"
    assert read(f"{marks[0]} \u2610 virtual\n\n{marks[1]} \u2612 face to face") == "face_to_face"


@pytest.mark.parametrize(
    "text",
    [
        "1. virtual x\nface to face",  # only one of the lines
        "1. virtual x\n1. face to face",  # the same twice
        "1 virtual x\n2 face to face",
        "1.virtual x\n2.face to face",
        "e. virtual x\nf. face to face",
        "12. virtual x\n13. face to face",
        "iiii. virtual x\niv. face to face",
        "1. virtual x",
    ],
)
def test_but_only_where_every_line_begins_so(text: str) -> None:
    assert read(text) == "doubt"


@pytest.mark.parametrize("lead", ["*", "o", "\u25cf", "\u25cb"])
def test_a_sign_before_every_line_is_a_bullet(lead: str) -> None:
    assert read(f"{lead} virtual\n{lead} face to face x") == "face_to_face"
    assert read(f" {lead} virtual\n\n{lead} face to face x") == "face_to_face"


def test_but_not_before_one_of_them() -> None:
    assert read("\u25cf virtual\n\u25cb face to face") == "virtual"
    assert read("* virtual\nface to face") == "doubt"
    assert read("* virtual") == "doubt"
    assert read("? virtual\n? face to face x") == "doubt"


@pytest.mark.parametrize("stroke", ["/", ",", ";", "|", " or ", " OR "])
def test_a_sign_belongs_to_the_option_on_its_side_of_a_stroke(stroke: str) -> None:
    assert read(f"virtual x{stroke}face to face") == "virtual"
    assert read(f"virtual{stroke}x face to face") == "face_to_face"
    assert read(f"x virtual{stroke}face to face") == "virtual"
    assert read(f"virtual{stroke}face to face x") == "face_to_face"
    assert read(f"\u2610 virtual{stroke}\u2612 face to face") == "face_to_face"
    assert read(f"virtual \u2612{stroke}face to face \u2610") == "virtual"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u2612 virtual \u2610 face to face", "virtual"),
        ("virtual \u2612 face to face \u2610", "virtual"),
        ("virtual \u2610 face to face \u2612", "face_to_face"),
        ("virtual \u2612 face to face", "doubt"),  # before the one, or behind the other
        ("x virtual x face to face x", "doubt"),
        ("\u2610 virtual \u2612 face to face \u2610", "doubt"),
        ("virtual xor face to face", "doubt"),
        ("virtual / / x face to face", "face_to_face"),
        ("not virtual, face to face", "doubt"),
        ("virtual - face to face", "doubt"),
    ],
)
def test_signs_without_a_stroke(text: str, code: str) -> None:
    assert read(text) == code


def test_three_options_on_one_line() -> None:
    assert read(f"\u2610 {NORMAL} \u2612 {PROBLEMATIC} \u2610 {HARMFUL}", OUTCOME) == "problematic"
    assert read(f"{NORMAL} \u2610 {PROBLEMATIC} \u2612 {HARMFUL} \u2610", OUTCOME) == "problematic"
    assert read(f"{NORMAL} \u2610 {PROBLEMATIC} \u2610 {HARMFUL} \u2612", OUTCOME) == "harmful"
    assert read(f"{NORMAL} / {PROBLEMATIC} / {HARMFUL} x", OUTCOME) == "harmful"
    assert read(f"{HARMFUL} / {NORMAL} x / {PROBLEMATIC}", OUTCOME) == "normal"
    assert read(f"{NORMAL}, {PROBLEMATIC}, x {HARMFUL}", OUTCOME) == "harmful"


@pytest.mark.parametrize("end", list(" .,;"))
def test_a_stop_behind_an_option_is_nothing(end: str) -> None:
    assert read(f"virtual{end}") == "virtual"
    assert read(f"\u2612 virtual{end}\n\u2610 face to face{end}") == "virtual"


@pytest.mark.parametrize("stroke", list("/,;|"))
def test_a_stroke_beside_an_option_on_a_line_of_its_own_is_nothing(stroke: str) -> None:
    assert read(f"\u2612 virtual {stroke} \n\u2610 face to face") == "virtual"
    assert read(f"\u2610 virtual\n{stroke} face to face x") == "face_to_face"


def test_a_sign_before_options_on_one_line_is_not_lost() -> None:
    assert read("? virtual face to face x") == "doubt"


@pytest.mark.parametrize("end", ["!", "?", "+", " maybe"])
def test_other_signs_behind_it_are_a_doubt(end: str) -> None:
    assert read(f"\u2612 virtual{end}\n\u2610 face to face") == "doubt"


def test_codes_in_printed_order_and_what_else_is_known() -> None:
    assert read_choice("x face to face\nx virtual", MODE) == Chosen(("virtual", "face_to_face"))
    assert read_choice("face to face\nvirtual", MODE) == Chosen((), unclear=True, unmarked=True)
    assert read_choice("virtual face to face", MODE) == Chosen((), unclear=True, unmarked=True)
    assert read_choice("\u2610 face to face\nvirtual?", MODE) == Chosen((), unclear=True)
    assert read_choice("\u2610 face to face", MODE) == Chosen((), unclear=True)
    assert read_choice("virtual", MODE) == Chosen(("virtual",))
    assert read_choice("\u2610 virtual\nvirtual", MODE) == Chosen(("virtual",))
    assert read_choice("\u2612 virtual\n\u2610 face to face\nface to face", MODE).unclear


@pytest.mark.parametrize(
    "text", ["Harmful", "x Harmful", "Harmful x", "\u2612 harmful", "Harmful sexually", "x harmful."]
)
def test_the_first_words_of_an_option(text: str) -> None:
    assert read(text, OUTCOME) == "harmful"


@pytest.mark.parametrize(
    "text", ["sexually active", "Harm", "Harmfully", "Harmful behaviour", "Harmful x ray", "behaviour"]
)
def test_other_words_of_it(text: str) -> None:
    assert read(text, OUTCOME) == "doubt"


def test_first_words_that_two_options_share() -> None:
    choices = (Choice(code="a", label="Blue paint"), Choice(code="b", label="Blue ink"))
    assert read("Blue", choices) == "doubt"
    assert read("Blue ink", choices) == "b"


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("face to face", "Face-to-face", True),
        ("face to face", "by face  to\nface.", True),
        ("face to face", "surface to face", False),
        ("face to face", "face to faces", False),
        ("face to face", "facetoface", False),
        ("a+b", "a b", True),
        ("virtual", "virtually", False),
    ],
)
def test_an_option_s_words(label: str, text: str, found: bool) -> None:
    assert (option_pattern(label).search(text) is not None) is found


@pytest.mark.parametrize("sign", list("\u25cf\u2b24\u25c9\u2327\u22a0\u221a\U0001f5f9\U0001f5f7\u274c\u2715\u2716"))
def test_ticks_of_all_fonts(sign: str) -> None:
    assert read_box(sign) is read_box(f"{sign} ") is read_box(f"[{sign}]") is Tick.TICKED
    assert shows_box(f"a{sign}")
    assert read(f"{sign} virtual\n\u2610 face to face") == "virtual"


@pytest.mark.parametrize("sign", list("\u2610\u25a1\u25a2\u2751\u274f\u25fb\u25fd\u2b1c\u25cb\u25ef"))
def test_open_boxes_of_all_fonts(sign: str) -> None:
    assert read_box(sign) is read_box(f" {sign}") is read_box(f"{sign}{sign}") is Tick.OPEN
    assert read_box(f"{sign} yes", ("yes",)) is Tick.OPEN
    assert shows_box(f"a{sign}")
    assert read(f"{sign} virtual\n\u2612 face to face") == "face_to_face"


@pytest.mark.parametrize("text", ["a", "x", "X", "", "[ ]", "\u2022", "-"])
def test_what_shows_no_box(text: str) -> None:
    assert not shows_box(text)


@pytest.mark.parametrize("signs", [".", ",", ":", ";", "()", "[]", "{}"])
def test_signs_around_a_tick(signs: str) -> None:
    assert read_box(f"{signs[0]}x{signs[-1]}") is Tick.TICKED
    assert read_box(f"{signs[0]}yes{signs[-1]}", ("yes",)) is Tick.TICKED
    assert read_box(f"{signs[0]} {signs[-1]}") is Tick.UNCLEAR


@pytest.mark.parametrize("text", ["x?", "\u2612!", "x-", "xx", "x1", "ax", "x_", "*", "\u2612 n/a", "yes!", "<x>"])
def test_signs_that_leave_a_doubt(text: str) -> None:
    assert read_box(text, ("yes",)) is Tick.UNCLEAR


def test_words_count_only_where_no_box_is() -> None:
    assert read_box("yes", ("yes",)) is Tick.TICKED
    assert read_box("\u2610 yes", ("yes",)) is Tick.OPEN
    assert read_box("\u2612 yes", ("yes",)) is Tick.TICKED
    assert read_box("yes") is Tick.UNCLEAR
