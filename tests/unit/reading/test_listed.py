"""A choice from a list in a cell: its words and nothing else say which option it is."""

from __future__ import annotations

import pytest

from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span
from hsbdocs.reading.listed import added, listed, signed
from hsbdocs.reading.rows import PlacedRow
from tests.support.said import seen
from tests.unit.reading.grids import AMBER, CRITERIA, GREEN, RED, looked
from tests.unit.reading.sheets import cell, para

ROW = CRITERIA.rows[0]
FIELD = ROW.fields[0]
NOT_ONE = seen("words that are not one of the list")
CROSSED = seen("something crossed out or drawn")
ELSEWHERE = seen("a mark at the description of another option")


def placed(**said: str | Cell) -> PlacedRow:
    """A row as the blank prints it, with other text in some of its columns."""
    made = {name: cell(text) if isinstance(text, str) else text for name, text in {**ROW.printed, **said}.items()}
    return PlacedRow(row=ROW, label=cell(ROW.label), answers=(), columns=made, printed=tuple(made.items()))


def read(what: str | Cell, **said: str | Cell) -> RawAnswer:
    """What a rating's cell is read as."""
    return listed(placed(**said), cell(what) if isinstance(what, str) else what, FIELD)


@pytest.mark.parametrize(
    ("code", "colour", "word"),
    [("healthy", "Green", "healthy"), ("problematic", "Amber", "problematic"), ("harmful", "Red", "harmful")],
)
@pytest.mark.parametrize(
    "spell",
    [
        *("{0} – {1}", "{0} - {1}", "{0} — {1}", "{0}\u2212{1}", "{0}/{1}", "{0}: {1}", "{0} ({1})", "{0}, {1}"),
        *("{0} {1}", "{0}\n{1}", "{0}", "{1}", "{1}.", '"{0}"', "[{1}]", " {0}\u00a0–\u00a0{1} ", "{0};{1}", "'{1}'"),
        *("{0}\u2010{1}", "{0}\u2011{1}", "{0}\u2012{1}", "{0}\t{1}", "{0} & {1}"),
    ],
)
def test_every_spelling_of_the_list(code: str, colour: str, word: str, spell: str) -> None:
    for case in (str, str.upper, str.lower):
        text = case(spell.format(colour, word))
        assert read(text) == RawAnswer(text=text.strip(), chosen=(code,))


@pytest.mark.parametrize(
    "text",
    [
        *("Red?", "Red!", "Red*", "Red + harmful", "Red → harmful", "✓ Red", "Red ☒", "Red = harmful", "~Red", "#Red"),
        *("Red or amber", "Red, amber", "Amber/Red", "healthy – harmful", "Green – harmful", "Red – healthy"),
        *("probably red", "red (not sure)", "not red", "was red", "reddish", "Redd", "R", "H", "A/R"),
        *("1", "2", "3", "x", "yes", "✓", "-", "–", "...", "?", "harmful – red", "harmful red", "Red – harmful – red"),
        *("known to us", "this is known", "known"),
        *("normal", "high", "unhealthy", "green green", "unsure", "see below"),
    ],
)
def test_anything_else_is_a_doubt(text: str) -> None:
    assert read(text) == RawAnswer(text=text, unclear=True, seen=NOT_ONE)


@pytest.mark.parametrize("text", ["not known", "Not known.", "unknown", "NOT YET KNOWN"])
def test_not_known_is_no_rating_and_no_doubt(text: str) -> None:
    assert read(text) == RawAnswer(text=text)


@pytest.mark.parametrize("text", ["n/a", "N/A", "not applicable", "nk", "not available"])
def test_what_does_not_say_known_is_a_doubt(text: str) -> None:
    assert read(text).unclear


def test_nothing_and_a_colour_without_a_word() -> None:
    assert read("") == read(" \n ") == RawAnswer()
    assert read(looked("", fill="FF0000")) == RawAnswer(unclear=True, seen=seen("a colour without a word"))
    assert read(looked(" ", fill="FFFFCC")) == RawAnswer(unclear=True, seen=seen("a colour without a word"))


@pytest.mark.parametrize("fill", ["00FF00", "C6EFCE", "92D050", "FFC000", "FFBF00", "theme 5"])
def test_a_colour_that_names_another_option_is_a_doubt(fill: str) -> None:
    """Excel's own greens (its style Good, its light green) and its orange; a colour of the theme is not known."""
    doubt = RawAnswer(text=RED, unclear=True, seen=seen("a word and a colour that disagree"))
    assert read(looked(RED, fill=fill)) == (RawAnswer(text=RED, chosen=("harmful",)) if "theme" in fill else doubt)
    assert read(looked("harmful", fill=fill)).unclear is ("theme" not in fill)


@pytest.mark.parametrize(
    ("text", "fill", "code"),
    [
        (GREEN, "C6EFCE", "healthy"),
        (GREEN, "00B050", "healthy"),
        (AMBER, "FFC000", "problematic"),
        (RED, "FF0000", "harmful"),
        (RED, "C00000", "harmful"),
        (RED, "FFC7CE", "harmful"),
        (RED, "D9D9D9", "harmful"),  # grey
        (RED, "0070C0", "harmful"),  # blue
        (RED, "000000", "harmful"),
        (RED, "gradient", "harmful"),
    ],
)
def test_its_own_colour_and_colours_of_no_option_are_no_doubt(text: str, fill: str, code: str) -> None:
    assert read(looked(text, fill=fill)) == RawAnswer(text=text, chosen=(code,))


def test_pictures_are_counted() -> None:
    assert read(cell(para("", pictures=1), para("", pictures=2))) == RawAnswer(pictures=3)


@pytest.mark.parametrize("result", [RED, f'=IF(A1,"{RED}","{GREEN}")'])
def test_a_formula_is_never_worked_out(result: str) -> None:
    assert read(looked(result, Mark.COMPUTED)) == RawAnswer(text=result, unclear=True, seen=seen("a formula"))


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.ITALIC, Mark.COLOURED, Mark.HIGHLIGHT, Mark.UNDERLINE])
def test_a_look_says_nothing(mark: int) -> None:
    assert read(looked(RED, mark)) == RawAnswer(text=RED, chosen=("harmful",))


def test_white_on_white_is_a_doubt() -> None:
    assert read(looked(RED, Mark.WHITE)) == RawAnswer(
        text=RED, unclear=True, seen=seen("writing that can hardly be seen")
    )
    in_part = Cell((Paragraph((Span("Red", Mark.WHITE), Span(" – harmful"))),))
    assert read(in_part).unclear
    blank_too = Cell((Paragraph((Span(RED), Span("  ", Mark.WHITE))),))
    assert read(blank_too).chosen == ("harmful",)


def test_crossed_out_is_a_doubt_and_says_so() -> None:
    assert read(looked(RED, Mark.STRUCK)) == RawAnswer(text=RED, unclear=True, altered=True, seen=CROSSED)
    both = Cell((Paragraph((Span("Amber ", Mark.STRUCK), Span("Red"))),))
    assert read(both) == RawAnswer(text="Amber Red", unclear=True, altered=True, seen=CROSSED)
    white_too = read(looked(RED, Mark.STRUCK | Mark.WHITE))
    assert (white_too.unclear, white_too.altered, white_too.seen) == (True, True, CROSSED)
    assert read(looked("not known", Mark.STRUCK)).unclear
    assert read(Cell((Paragraph((Span(RED),), shapes=1),))).unclear


# ---- Marks at the descriptions -----------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["✓", "✓ {}", "{} ✓", "x {}", "{}\nthis one", "{} ***"])
def test_a_mark_at_the_same_option_is_no_doubt(mark: str) -> None:
    said = mark.format(ROW.printed["Harmful"])
    if "{}" in mark:
        assert read(RED, Harmful=said) == RawAnswer(text=RED, chosen=("harmful",))
        assert signed(placed(Harmful=said), FIELD) == ("harmful",)


def test_a_mark_at_another_option_is_a_doubt() -> None:
    said = f"✓ {ROW.printed['Healthy']}"
    assert read(RED, Healthy=said) == RawAnswer(text=RED, unclear=True, seen=ELSEWHERE)
    both = {"Healthy": said, "Harmful": f"✓ {ROW.printed['Harmful']}"}
    assert read(RED, **both) == RawAnswer(text=RED, unclear=True, seen=ELSEWHERE)
    assert sorted(signed(placed(**both), FIELD)) == ["harmful", "healthy"]


def test_a_mark_alone_is_no_rating_and_a_doubt() -> None:
    said = f"✓ {ROW.printed['Healthy']}"
    assert read("", Healthy=said) == RawAnswer(unclear=True, seen=seen("a mark at a description"))


def test_a_description_with_a_fill_of_its_own_is_marked() -> None:
    def words(column: str, fill: str = "E6EEF2") -> Cell:
        return looked(ROW.printed[column], fill=fill)

    same = {name: words(name) for name in ("Healthy", "Problematic", "Harmful")}
    odd = {**same, "Healthy": words("Healthy", "FFFF00")}
    assert signed(placed(**same), FIELD) == ()
    assert signed(placed(**odd), FIELD) == ("healthy",)
    assert read(RED, **odd) == RawAnswer(text=RED, unclear=True, seen=ELSEWHERE)
    assert read(GREEN, **odd) == RawAnswer(text=GREEN, chosen=("healthy",))
    assert read("", **odd) == RawAnswer(unclear=True, seen=seen("a mark at a description"))
    each = {name: words(name, fill) for name, fill in zip(same, ("00FF00", "FFC000", "FF0000"), strict=True)}
    assert read(RED, **each) == RawAnswer(text=RED, chosen=("harmful",)), "all three coloured say nothing"


def test_words_that_are_none_of_the_list_stay_that_beside_a_mark() -> None:
    assert read("maybe", Healthy=f"✓ {ROW.printed['Healthy']}").seen == NOT_ONE


def test_the_blank_has_no_mark() -> None:
    assert signed(placed(), FIELD) == ()
    assert read(RED, Healthy="") == RawAnswer(text=RED, chosen=("harmful",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Open, playful.", ""),
        ("open   PLAYFUL", ""),
        ("Open – playful", ""),
        ("Open, playful. ✓", "✓"),
        ("✓✗ Open, playful.", "✓✗"),
        ("yes: Open, playful. and more", "yes and more"),
        ("x Open, playful.", "x"),
        ("Open, playful. x", "x"),
        ("Open, very playful.", None),
        ("Playful.", None),
        ("", None),
        ("Closed", None),
    ],
)
def test_what_a_cell_says_besides_what_is_printed(text: str, found: str | None) -> None:
    said = added(text, "Open, playful.")
    assert (said if said is None else " ".join(said.split())) == found


def test_signs_that_the_blank_prints_are_no_marks() -> None:
    assert added("[Under query: E006] * now", "[Under query: E006] * now") == ""
    assert added("a * b", "a b") == "*"
