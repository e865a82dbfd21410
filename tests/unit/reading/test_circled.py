"""One of several options picked out by its looks, by signs beside it, or by words typed alone."""

from collections.abc import Sequence

import pytest

from hsbdocs.model.form import Choice
from hsbdocs.model.transcript import Mark
from hsbdocs.reading import circled
from hsbdocs.reading.circled import as_seen, read_looks, remark_of
from hsbdocs.reading.lines import MarkedLine
from hsbdocs.reading.ticks import Chosen
from tests.support.said import shown
from tests.unit.reading.looks import Part, line
from tests.unit.reading.sheets import RELEASED

MODE = RELEASED.field_by_id["completion.mode"].choices
OUTCOME = RELEASED.field_by_id["outcome.category"].choices
NORMAL, PROBLEMATIC, HARMFUL = (choice.label for choice in OUTCOME)
_LOOKS = [
    (Mark.BOLD, "bold"),
    (Mark.UNDERLINE, "underlined"),
    (Mark.HIGHLIGHT, "highlighted"),
    (Mark.SHADED, "shaded"),
    (Mark.COLOURED, "in colour"),
    (Mark.BOXED, "in a box"),
]
_ARROWS = [*"\u2190\u2192\u2794\u27a1\u279c\u27a4\u21d0\u21d2\u25b6\u25ba", "\u27a1\ufe0f", "->", "-->", "<-", "<--"]


def read_circled(
    places: Sequence[Sequence[MarkedLine]], choices: Sequence[Choice], *, boxes: bool
) -> tuple[Chosen, str]:
    """What is chosen, and what was seen in words."""
    chosen, seen = circled.read_circled(places, choices, boxes=boxes)
    return chosen, shown(seen, choices)


def read(*lines: MarkedLine, choices: tuple[Choice, ...] = OUTCOME, boxes: bool = False) -> str | None:
    """The one code that is chosen beyond doubt, ``doubt``, or None."""
    chosen, _ = read_circled([lines], choices, boxes=boxes)
    return "doubt" if chosen.unclear else chosen.codes[0] if len(chosen.codes) == 1 else None


def outcomes(normal: int = 0, problematic: int = 0, harmful: int = 0) -> list[MarkedLine]:
    """The three options, one below the other, with these looks."""
    return [line((NORMAL, normal)), line((PROBLEMATIC, problematic)), line((HARMFUL, harmful))]


@pytest.mark.parametrize(("mark", "name"), _LOOKS)
def test_emphasis_picks_out_one(mark: int, name: str) -> None:
    assert read_circled([outcomes(problematic=mark)], OUTCOME, boxes=False) == (
        read_circled([[line("Problematic")]], OUTCOME, boxes=False)[0],
        f"Problematic: {name}",
    )
    assert read(*outcomes(harmful=mark)) == "harmful"
    assert read(line("virtual/", ("face to face", mark)), choices=MODE) == "face_to_face"


@pytest.mark.parametrize(("mark", "name"), [*_LOOKS, (Mark.ITALIC, "in italics"), (Mark.FADED, "faded")])
def test_what_all_have_alike_says_nothing(mark: int, name: str) -> None:
    assert read(*outcomes(mark, mark, mark)) is None
    assert read_circled([outcomes(mark, mark, mark)], OUTCOME, boxes=False)[1] == "", name


@pytest.mark.parametrize(("mark", "name"), [look for look in _LOOKS if look[0] not in (Mark.BOLD, Mark.COLOURED)])
def test_two_picked_out_are_two(mark: int, name: str) -> None:
    chosen, seen = read_circled([outcomes(normal=mark, harmful=mark)], OUTCOME, boxes=False)
    assert chosen.codes == ("normal", "harmful")
    assert seen == f"Normal, Harmful: {name}"


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.COLOURED])
def test_all_but_one_in_a_look_of_print_is_a_doubt(mark: int) -> None:
    chosen, _ = read_circled([outcomes(normal=mark, harmful=mark)], OUTCOME, boxes=False)
    assert (chosen.codes, chosen.unclear) == ((), True)


@pytest.mark.parametrize(("mark", "name"), [(Mark.ITALIC, "in italics"), (Mark.FADED, "faded")])
def test_a_weak_look_alone_is_a_doubt(mark: int, name: str) -> None:
    chosen, seen = read_circled([outcomes(normal=mark)], OUTCOME, boxes=False)
    assert (chosen.codes, chosen.unclear, seen) == ((), True, f"Normal: {name}")


def test_a_weak_look_beside_a_strong_one() -> None:
    assert read(*outcomes(normal=Mark.ITALIC, harmful=Mark.BOLD)) == "harmful"
    assert read(*outcomes(normal=Mark.FADED, problematic=Mark.FADED, harmful=Mark.BOLD)) == "harmful"
    assert read(*outcomes(harmful=Mark.BOLD | Mark.ITALIC)) == "harmful"
    assert read(*outcomes(harmful=Mark.BOLD | Mark.FADED)) == "doubt"


def test_all_but_one_crossed_out() -> None:
    chosen, seen = read_circled([outcomes(normal=Mark.STRUCK, harmful=Mark.STRUCK)], OUTCOME, boxes=False)
    assert (chosen.codes, chosen.unclear, seen) == (("problematic",), False, "Normal, Harmful: crossed out")
    assert read(line(("virtual", Mark.STRUCK), "/face to face"), choices=MODE) == "face_to_face"


@pytest.mark.parametrize(
    "lines",
    [
        outcomes(normal=Mark.STRUCK),
        outcomes(Mark.STRUCK, Mark.STRUCK, Mark.STRUCK),
        outcomes(normal=Mark.STRUCK)[:2],  # the third was deleted
        [line(("virtual", Mark.STRUCK))],
        outcomes(harmful=Mark.STRUCK | Mark.BOLD),
        outcomes(normal=Mark.ITALIC, harmful=Mark.STRUCK | Mark.BOLD),
        [line(("x", Mark.STRUCK), f" {NORMAL}"), *outcomes()[1:]],
        [line(f"{NORMAL} ", ("X", Mark.STRUCK)), *outcomes()[1:]],
        [*outcomes(harmful=Mark.BOLD), line(("yesterday", Mark.STRUCK))],
        [line(("not ", Mark.STRUCK), (HARMFUL, Mark.BOLD)), *outcomes()[:2]],
    ],
)
def test_crossing_out_that_leaves_a_doubt(lines: list[MarkedLine]) -> None:
    assert read(*lines) == "doubt"


def test_an_option_typed_alone_and_crossed_out_is_a_doubt() -> None:
    assert read(line(("virtual", Mark.STRUCK)), choices=MODE) == "doubt"
    assert read(line("virtual"), choices=MODE) == "virtual"
    assert read(line("Harmful sexually active ", ("behaviour", Mark.BOLD))) == "harmful"


def test_crossed_out_blanks_and_signs_are_nothing() -> None:
    assert read(line(("virtual", Mark.BOLD), (" / ", Mark.STRUCK), "face to face"), choices=MODE) == "virtual"


@pytest.mark.parametrize("one", [Mark.BOLD, Mark.HIGHLIGHT])
@pytest.mark.parametrize("other", [Mark.UNDERLINE, Mark.COLOURED])
def test_two_looks_must_agree(one: int, other: int) -> None:
    assert read(*outcomes(normal=one | other)) == "normal"
    assert read(*outcomes(normal=one, harmful=other)) == "doubt"
    seen = read_circled([outcomes(normal=one | other)], OUTCOME, boxes=False)[1].split("; ")
    assert len(seen) == 2
    assert all(each.startswith("Normal: ") for each in seen)


@pytest.mark.parametrize(
    "parts",
    [
        (("Harmful", Mark.BOLD), " sexually active behaviour"),
        ("Harmful ", ("sexually active behaviour", Mark.BOLD)),
        (("Harmful sexually", Mark.BOLD), " active behaviour"),
    ],
)
def test_the_telling_part_of_an_option(parts: tuple[Part, ...]) -> None:
    assert read(*outcomes()[:2], line(*parts)) == "harmful"


@pytest.mark.parametrize(
    "parts",
    [
        ("Harmful sexually active ", ("behaviour", Mark.BOLD)),
        (("Harm", Mark.BOLD), "ful sexually active behaviour"),
        ("Harmful ", ("sexually", Mark.BOLD), " active behaviour"),
        ("Harmful ", ("sexually", Mark.STRUCK), " active behaviour"),
    ],
)
def test_an_untelling_part_is_a_doubt(parts: tuple[Part, ...]) -> None:
    chosen, seen = read_circled([[*outcomes()[:2], line(*parts)]], OUTCOME, boxes=False)
    assert chosen.unclear
    assert "part of an option: " in seen


def test_half_of_the_letters_is_enough() -> None:
    choices = (Choice(code="a", label="ab cd"), Choice(code="b", label="ef gh"))
    assert read(line("ab ", ("cd", Mark.BOLD)), line("ef gh"), choices=choices) == "a"
    assert read(line("ab c", ("d", Mark.BOLD)), line("ef gh"), choices=choices) == "doubt"
    choices = (Choice(code="a", label="ab cdef"), Choice(code="b", label="gh ijkl"))
    assert read(line("ab ", ("cd", Mark.BOLD), "ef"), line("gh ijkl"), choices=choices) == "doubt"


def test_a_label_of_twenty_letters_is_told_in_full() -> None:
    choices = (Choice(code="a", label="Twenty letters at al"), Choice(code="b", label="More than twenty here"))
    assert [len(choice.label) for choice in choices] == [20, 21]
    _, seen = read_circled(
        [[line(("Twenty letters at al", Mark.BOLD)), line("More than twenty here")]], choices, boxes=False
    )
    assert seen == "Twenty letters at al: bold"
    _, seen = read_circled(
        [[line("Twenty letters at al"), line(("More than twenty here", Mark.BOLD))]], choices, boxes=False
    )
    assert seen == "More: bold"


@pytest.mark.parametrize("sign", [*_ARROWS, "*", "**"])
def test_a_sign_that_points_at_an_option(sign: str) -> None:
    assert read(line(NORMAL), line(f"{sign} {PROBLEMATIC}"), line(HARMFUL)) == "problematic"
    assert read(line(NORMAL), line(f"{PROBLEMATIC} {sign}"), line(HARMFUL)) == "problematic"


@pytest.mark.parametrize("sign", ["?", "<", ">", "+", "="])
def test_a_sign_that_may_mean_something_else(sign: str) -> None:
    assert read(line(NORMAL), line(f"{sign} {PROBLEMATIC}"), line(HARMFUL)) != "problematic"


@pytest.mark.parametrize("tick", "\u2713\u2714\u2611\u2705\u221a")
@pytest.mark.parametrize("cross", [*"\u2717\u2718\u2715\u2716\u274c\u00d7\u2612", "x", "X"])
def test_one_tick_among_crosses(tick: str, cross: str) -> None:
    lines = [f"{cross} {NORMAL}", f"{tick} {PROBLEMATIC}", f"{cross} {HARMFUL}"]
    assert read(*map(line, lines)) == "problematic"


@pytest.mark.parametrize("cross", "\u2717\u2718\u2715\u2716\u274c")
def test_a_cross_sign_alone_may_choose_or_rule_out(cross: str) -> None:
    assert read(line(NORMAL), line(f"{cross} {PROBLEMATIC}"), line(HARMFUL)) == "doubt"
    assert read(line(f"{cross} {NORMAL}"), line(f"\u2713 {PROBLEMATIC}"), line(HARMFUL)) == "doubt"


@pytest.mark.parametrize("sign", ["x", "X", "\u2713", "\u2714", "\u2611", "\u2612"])
def test_a_tick_or_the_letter_x_chooses(sign: str) -> None:
    assert read(line(NORMAL), line(f"{sign} {PROBLEMATIC}"), line(HARMFUL)) == "problematic"
    chosen, seen = read_circled([[line(NORMAL), line(f"{sign} {HARMFUL}")]], OUTCOME, boxes=False)
    assert (chosen.codes, seen) == (("harmful",), "Harmful: marked")


@pytest.mark.parametrize(
    "text",
    [
        "Harmful (at school)",
        "Harmful - see notes",
        "Harmful \u2013 see summary",
        "Harmful (see the notes)",
        "\nHarmful (at school)\n",
        HARMFUL,
    ],
)
def test_a_remark_behind_words_alone(text: str) -> None:
    assert read(*map(line, text.split("\n"))) == "harmful"


@pytest.mark.parametrize(
    "remark",
    [
        *("(not)", "(no longer)", "(or problematic)", "(and normal)", "(also)", "(both)", "(but less)", "(part)"),
        *("(partly)", "(first)", "(then normal)", "(some)", "(mostly)", "(planned)", "(intended)", "(if so)"),
        *("(until May)", "(later)", "(once)", "(sure?)", "- seen", "- as before", "- see " + "x" * 41, "see notes"),
        *("(at (b)", "(a) b)", "(a) (b)"),
    ],
)
def test_a_remark_that_takes_back(remark: str) -> None:
    assert read(line(f"Harmful {remark}")) != "harmful"


@pytest.mark.parametrize(
    "remark",
    [
        *(
            "(Teams)",
            "(MS Teams)",
            "(via Zoom)",
            "(by video)",
            "(on a video call)",
            "(video call)",
            "(Webex)",
            "(Skype)",
        ),
        *("(on Google Meet)", "(at school)", "(in school)", "(home)", "(home visit)", "(at college)", "(in clinic)"),
        *("(office)", "(at surgery)", "(on Microsoft Teams)", "(see summary)", "- see above", "\u2013 see below"),
        *("\u2014 see the notes", "(see details)", "-see attached", "(see the summary)."),
    ],
)
def test_remarks_that_take_nothing_back(remark: str) -> None:
    expected = "" if remark == "(on a video call)" else remark.rstrip(".")
    assert remark_of(f"Harmful {remark}") == expected


@pytest.mark.parametrize(
    "remark",
    [
        "- Teams",
        "(see)",
        "(summary)",
        "(see summary",
        "(by)",
        "()",
        "-",
        "(see also notes)",
        "(at school) maybe",
        "(at school)X",
        "(at school))",
        "- see notes)",
        "- (see notes",
    ],
)
def test_other_remarks_are_none(remark: str) -> None:
    assert remark_of(f"Harmful {remark}") == ""


def test_a_remark_is_looked_for_in_a_short_line_only() -> None:
    line_of = "Harmful".ljust(120 - len("(at home)")) + "(at home)"
    assert (len(line_of), remark_of(line_of), remark_of(f"{line_of[:8]} {line_of[8:]}")) == (120, "(at home)", "")


def test_a_remark_among_several_lines_is_no_remark() -> None:
    assert remark_of("Harmful (at school)\nNormal") == ""
    assert remark_of("Normal\nHarmful (at school)") == ""
    assert remark_of("\nHarmful (at school).\n") == "(at school)"
    assert remark_of(" \n Harmful(at school) \n ") == "(at school)"
    assert remark_of("Harmful" + " " * 120 + "(at school)") == ""


def test_words_typed_below_what_is_printed() -> None:
    assert read(*outcomes(), line("Harmful")) == "harmful"
    assert read(*outcomes(), line("harmful sexually active behaviour")) == "harmful"
    assert read(*outcomes(harmful=Mark.BOLD), line("Harmful")) == "harmful"
    assert read(*outcomes(normal=Mark.BOLD), line("Harmful")) == "doubt"


def test_signs_in_two_places_must_agree() -> None:
    def both(one: list[MarkedLine], other: list[MarkedLine]) -> tuple[tuple[str, ...], bool]:
        chosen, _ = read_circled([one, other], OUTCOME, boxes=False)
        return chosen.codes, chosen.unclear

    assert both(outcomes(harmful=Mark.BOLD), [line("Harmful")]) == (("harmful",), False)
    assert both(outcomes(harmful=Mark.BOLD), [line("Normal")])[1]
    assert both(outcomes(harmful=Mark.STRUCK), [line("Harmful")])[1]
    assert both(outcomes(), []) == ((), False)
    assert both(outcomes(normal=Mark.ITALIC), [line("")])[1]
    assert read_circled([outcomes(), [line("")]], OUTCOME, boxes=True)[0].unclear
    assert both(outcomes(normal=Mark.BOLD), [line("?")])[1]
    assert both([line("?")], outcomes(normal=Mark.BOLD))[1]
    assert both(outcomes(normal=Mark.STRUCK, problematic=Mark.STRUCK), [line("Harmful")]) == (("harmful",), False)


def test_where_boxes_are_printed_options_without_any_are_a_doubt() -> None:
    assert read(*outcomes(), boxes=True) == "doubt"
    assert read(*outcomes()) is None
    assert read(*[line(f"\u2610 {choice.label}") for choice in OUTCOME], boxes=True) is None
    assert read(*outcomes(harmful=Mark.BOLD), boxes=True) == "harmful"
    assert read(line(NORMAL), line(f"* {PROBLEMATIC}"), line(HARMFUL), boxes=True) == "doubt"


def test_nothing_there() -> None:
    assert read() is None
    assert read(line("")) is None
    assert read(line(("  ", Mark.BOLD))) is None


def test_an_option_by_its_first_word() -> None:
    assert read(line("Normal"), line(("Problematic", Mark.BOLD)), line("Harmful")) == "problematic"
    assert read(line("by ", ("phone", Mark.BOLD)), choices=MODE) == "doubt"
    struck = [line((name, Mark.STRUCK)) for name in ("Normal", "Problematic")]
    assert read(*struck, line("Harmful")) == "harmful"


def test_of_two_options_left_of_three_the_one_not_crossed_out_is_not_chosen() -> None:
    lines = [line((NORMAL, Mark.STRUCK)), line(PROBLEMATIC)]
    assert read_looks(lines, OUTCOME).sets == []
    assert read(*lines) == "doubt"


def test_a_remark_crossed_out_behind_words_alone_is_a_doubt() -> None:
    assert read(line("Harmful (at school)")) == "harmful"
    assert read(line("Harmful ", ("(at school)", Mark.STRUCK))) == "doubt"


def test_looks_of_what_is_no_option() -> None:
    signs = read_looks([line("Nothing here is an option", (" at all", Mark.BOLD))], OUTCOME)
    assert (signs.sets, signs.crossed, signs.doubt, signs.seen) == ([], frozenset(), False, [])
    assert read_looks(outcomes(), OUTCOME).sets == []


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([line("virtual/face to face")], "virtual/face to face"),
        ([line("virtual/", ("face to face", Mark.BOLD))], "virtual/face to face [bold]"),
        ([line(("virtual ", Mark.STRUCK), "face")], "virtual [crossed out] face"),
        ([line(("a", Mark.BOLD | Mark.STRUCK | Mark.FADED))], "a [bold, crossed out, faded]"),
        ([line(("a", Mark.BOLD), ("b", Mark.ITALIC))], "a [bold]b [in italics]"),
        ([line(("a", Mark.WHITE))], "a [in white]"),
        ([line(("a", Mark.BOLD), ("b", Mark.BOLD | Mark.INSERTED))], "ab [bold]"),
        ([line(""), line("a"), line("b"), line("")], "a\nb"),
    ],
)
def test_how_it_is_shown_to_people(lines: list[MarkedLine], shown: str) -> None:
    assert as_seen(lines) == shown
