"""A column for Yes and one for No, and one cell where there were two."""

import pytest

from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.lines import MarkedLine
from hsbdocs.reading.yes_no import Habit, habit_of, read_merged, read_yes_no, written_yes_no
from tests.support.said import seen as told
from tests.support.said import shown
from tests.unit.reading.looks import line, looking
from tests.unit.reading.sheets import OPEN, TICKED, cell

BLANK = cell("")
WORDS = Habit(words=True)


def filled(text: str = "", fill: str = "FFFF00") -> Cell:
    """A coloured cell."""
    return Cell(cell(text).blocks, fill=fill)


def marked(text: str, mark: int) -> Cell:
    """A cell whose text looks so."""
    return Cell((looking((text, mark)),))


def read(yes: Cell, no: Cell, habit: Habit | None = None, *, headed: bool = True) -> str | None:
    """What is chosen: ``yes``, ``no``, ``both``, ``doubt``, or None."""
    chosen, _ = read_yes_no(yes, no, habit or Habit(), headed=headed)
    return "doubt" if chosen.unclear else "both" if len(chosen.codes) > 1 else "".join(chosen.codes) or None


@pytest.mark.parametrize(
    ("yes", "no", "chosen", "seen"),
    [
        (TICKED, OPEN, "yes", "Yes: marked"),
        (OPEN, "x", "no", "No: marked"),
        ("Y", "", "yes", "Yes: marked"),
        ("", "n", "no", "No: marked"),
        (TICKED, "\u2713", "both", "Yes: marked; No: marked"),
        (OPEN, OPEN, None, ""),
        ("", "", None, ""),
        ("n", "", "doubt", ""),
        ("", "y", "doubt", ""),
        ("yes?", "", "doubt", ""),
    ],
)
def test_marks_and_words(yes: str, no: str, chosen: str | None, seen: str) -> None:
    assert read(cell(yes), cell(no)) == chosen
    assert shown(read_yes_no(cell(yes), cell(no), Habit())[1]) == seen


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2013", "\u2014", "\u2015", "\u2212", "--", "---", " \u2013 "])
def test_a_dash_in_one_of_the_two_is_nothing_there(dash: str) -> None:
    assert read(cell(TICKED), cell(dash)) == "yes"
    assert read(cell(dash), cell("x")) == "no"
    assert read(cell(dash), cell("")) == "doubt"  # or a mark, made badly
    assert read(cell(""), cell(dash)) == "doubt"
    assert read(cell(dash), cell(dash)) == "doubt"


def test_four_dashes_are_a_line_through_and_an_arrow_is_no_dash() -> None:
    assert read(cell(TICKED), cell("\u2192")) == "doubt"
    assert read(cell(TICKED), cell("----")) == "doubt"


def test_something_crossed_out_is_a_doubt() -> None:
    assert read(marked("x", Mark.STRUCK), BLANK) == "doubt"
    assert read(marked("x", Mark.STRUCK), cell("x")) == "doubt"
    assert read(cell("x"), marked("\u00a0", Mark.STRUCK)) == "yes"


def test_a_coloured_cell_chooses() -> None:
    assert read(filled(), BLANK) == "yes"
    assert read(BLANK, filled()) == "no"
    assert read_yes_no(BLANK, filled(), Habit())[1] == told("No: shaded")
    assert read_yes_no(filled("x"), BLANK, Habit())[1] == told("Yes: marked; Yes: shaded")
    assert read(filled(), filled()) is None
    assert read(filled("x"), BLANK) == "yes"
    assert read(filled(), cell("x")) == "doubt"


_OFFICE_GREYS = ("808080", "d9d9d9", "000000", "e7e6e6", "d0cece", "aeaaaa", "757171", "3a3838", "e8e8e8", "adadad")
_OFFICE_COLOURS = (
    *("c00000", "ff0000", "ffc000", "ffff00", "92d050", "00b050", "00b0f0", "0070c0", "002060", "7030a0"),
    *("deeaf6", "e2efd9", "fff2cc", "fbe4d5", "d9e2f3", "00ffff", "ff00ff", "44546a"),
)


@pytest.mark.parametrize("colour", _OFFICE_COLOURS)
def test_a_cell_in_one_of_the_colours_that_word_offers_chooses(colour: str) -> None:
    assert read(filled("", colour), BLANK) == "yes"
    assert read(BLANK, filled("", colour)) == "no"


@pytest.mark.parametrize("grey", [*_OFFICE_GREYS, "pattern"])
def test_a_grey_cell_may_be_chosen_or_ruled_out(grey: str) -> None:
    assert read(filled("", grey), BLANK) == "doubt"
    assert read(BLANK, filled("", grey)) == "doubt"
    assert read(filled("x", grey), BLANK) == "yes"
    assert read(filled("", grey), cell("x")) == "no"
    assert read(filled("?", grey), cell("x")) == "doubt"
    assert read(filled("", grey), cell("x"), Habit(shaded=True)) == "no"


@pytest.mark.parametrize("mark", [Mark.WHITE, Mark.FADED])
def test_a_mark_that_can_hardly_be_seen_is_a_doubt(mark: int) -> None:
    assert read(marked("x", mark), BLANK) == "doubt"
    assert read(Cell((looking("x", (TICKED, mark)),)), BLANK) == "doubt"
    assert read(marked(OPEN, mark), cell("x")) == "no"


def test_a_mark_in_a_cell_that_goes_on_over_several_rows_is_nobody_s() -> None:
    over = Cell(cell("x").blocks, continued=True)
    assert read(over, BLANK) == read(BLANK, over) == "doubt"


def test_but_not_where_all_rows_are_coloured_so() -> None:
    habit = Habit(shaded=True)
    assert read(filled("x"), BLANK, habit) == "yes"
    assert read(filled(), cell("x"), habit) == "no"
    assert read(filled(), BLANK, habit) == "doubt"  # nothing else there


@pytest.mark.parametrize(
    ("yes", "no", "chosen"),
    [
        (cell("Yes"), cell("No"), None),
        (cell("Yes x"), cell("No"), "yes"),
        (cell("Yes"), cell("No \u2713"), "no"),
        (cell(f"{TICKED} Yes"), cell(f"{OPEN} No"), "yes"),
        (cell("YES x"), cell("NO"), "yes"),
        (marked("Yes", Mark.BOLD), cell("No"), "yes"),
        (marked("Yes", Mark.HIGHLIGHT), cell("No"), "yes"),
        (cell("Yes"), marked("No", Mark.STRUCK), "yes"),
        (marked("Yes", Mark.STRUCK), cell("No"), "no"),
        (marked("Yes", Mark.BOLD), marked("No", Mark.BOLD), None),
        (marked("Yes", Mark.STRUCK), marked("No", Mark.STRUCK), "doubt"),
        (marked("Yes", Mark.ITALIC), cell("No"), "doubt"),
        (marked("Yes", Mark.BOLD), cell("No x"), "doubt"),
        (marked("Yes", Mark.BOLD), marked("No", Mark.HIGHLIGHT), "both"),
        (filled("Yes"), cell("No"), "yes"),
        (Cell((looking(("Y", Mark.BOLD), "es"),)), cell("No"), "doubt"),
        (cell("Yes", ""), cell("", "No x"), "no"),
        (cell("Yes?"), cell("No"), "doubt"),
        (cell("Yes maybe"), cell("No"), "doubt"),
    ],
)
def test_words_that_are_printed_choose_only_by_a_mark_or_their_look(yes: Cell, no: Cell, chosen: str | None) -> None:
    expected = "doubt" if chosen == "both" else chosen
    assert read(yes, no, WORDS) == expected


def test_what_was_seen_where_words_are_printed() -> None:
    assert read_yes_no(marked("Yes", Mark.BOLD), cell("No"), WORDS)[1] == told("Yes: bold")
    assert read_yes_no(cell("Yes"), marked("No", Mark.STRUCK), WORDS)[1] == told("No: crossed out")
    assert read_yes_no(marked("Yes x", Mark.BOLD), cell("No"), WORDS)[1] == told("Yes: marked; Yes: bold")
    assert read_yes_no(filled("Yes x"), cell("No"), WORDS)[1] == told("Yes: marked; Yes: shaded")


@pytest.mark.parametrize(
    ("yes", "no", "chosen"),
    [
        ("Yes", "", "yes"),
        ("", "no", "no"),
        ("x", "", "doubt"),
        ("", TICKED, "doubt"),
        ("", "", None),
        ("x", "No", "doubt"),
        ("Yes", "?", "doubt"),
    ],
)
def test_without_a_heading_only_words_say_which_column_it_is(yes: str, no: str, chosen: str | None) -> None:
    assert read(cell(yes), cell(no), Habit(), headed=False) == chosen


def test_without_a_heading_the_words_printed_in_each_row_do_as_well() -> None:
    assert read(cell("Yes x"), cell("No"), Habit(words=True), headed=False) == "yes"
    assert read(filled(), BLANK, Habit(), headed=False) == "doubt"


def test_the_habit_of_a_copy() -> None:
    words, marks, empty = (cell("Yes"), cell("No")), (cell("x"), cell("")), (BLANK, BLANK)
    assert habit_of([words, words, marks]).words
    assert not habit_of([words, marks]).words  # most, not half
    assert not habit_of([words]).words  # one row is no habit
    assert habit_of([words, words]).words
    assert not habit_of([(cell("No"), cell("Yes"))] * 3).words
    assert not habit_of([(cell("Yes"),), (cell("Yes"),)]).words
    assert habit_of([empty]) == Habit()
    assert habit_of([]) == Habit()
    assert habit_of([(filled(), BLANK)] * 2).shaded
    assert not habit_of([(filled(), BLANK)]).shaded
    assert not habit_of([(filled(), filled())] * 2).shaded
    assert not habit_of([(filled(), BLANK), (BLANK, filled())]).shaded
    assert not habit_of([(filled(), BLANK), empty]).shaded
    assert habit_of([(filled(), BLANK, BLANK), (filled(), BLANK)]).shaded


def test_how_the_two_cells_are_shown() -> None:
    assert written_yes_no(marked("a", Mark.BOLD), cell("b", "c")) == "Yes: a [bold] No: b\nc"


@pytest.mark.parametrize(
    ("lines", "whole", "chosen"),
    [
        ([line("Yes")], False, "yes"),
        ([line("n.")], False, "no"),
        ([line(""), line(" Y ")], False, "yes"),
        ([line("No")], True, "no"),
        ([line("x")], False, "doubt"),
        ([line("")], False, "doubt"),
        ([line("Yes / No")], False, "doubt"),
        ([line("Yes x / No")], False, "doubt"),
        ([line(("Yes", Mark.BOLD), " / No")], False, "doubt"),
        ([line(("Yes", Mark.STRUCK))], False, "doubt"),
        ([line(("Yes", Mark.STRUCK))], True, "doubt"),
        ([line("Yes / No")], True, None),
        ([line("Yes x / No")], True, "yes"),
        ([line(("Yes", Mark.BOLD), " / No")], True, "yes"),
        ([line(("Yes", Mark.STRUCK), " / No")], True, "no"),
        ([line("\u2610 Yes \u2612 No")], True, "no"),
        ([line("x")], True, "doubt"),
        ([line("")], True, None),
        ([line("not known")], True, "doubt"),
    ],
)
def test_one_cell_for_both(lines: list[MarkedLine], whole: bool, chosen: str | None) -> None:
    found, seen = read_merged(lines, whole=whole)
    assert whole or seen == ()
    assert ("doubt" if found.unclear else "".join(found.codes) or None) == chosen
