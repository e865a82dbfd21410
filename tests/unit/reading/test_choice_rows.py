"""Rows where something is chosen, with what is kept for a person where nothing can be read."""

import pytest

from hsbdocs.model.form import Row
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Mark, Paragraph
from hsbdocs.reading.choices import choice, circled_in_label, merged_yes_or_no, yes_or_no
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.yes_no import Habit
from tests.support.said import seen
from tests.unit.reading.looks import looking
from tests.unit.reading.sheets import PUBLISHED, RELEASED, TICKED, cell, para

OUTCOME, MODE, OLD_MODE = (
    RELEASED.row_of["outcome.category"],
    RELEASED.row_of["completion.mode"],
    PUBLISHED.row_of["completion.mode"],
)
NORMAL, PROBLEMATIC, HARMFUL = (option.label for option in OUTCOME.fields[0].choices)
SAVED = RELEASED.row_of["actions.saved.answer"]
SHAPE = Paragraph((), shapes=1)


def chosen(row: Row, label: Cell, *answers: Cell, behind: tuple[Paragraph, ...] = (), boxes: bool = False) -> RawAnswer:
    """What is chosen in the row."""
    return choice(PlacedRow(row, label, answers), row.fields[0], behind, boxes=boxes)


def test_one_option_in_the_cell_beside_the_label() -> None:
    answers = cell("virtual", f"{TICKED} face to face")
    assert chosen(MODE, cell("x"), answers) == RawAnswer(chosen=("face_to_face",), seen=seen("face to face: marked"))
    assert chosen(MODE, cell("x"), cell("virtual"), cell(f"{TICKED} face to face")).chosen == ("face_to_face",)


def test_one_option_behind_the_label() -> None:
    behind = (para(NORMAL), looking((PROBLEMATIC, Mark.BOLD)), para(HARMFUL))
    expected = RawAnswer(chosen=("problematic",), seen=seen("Problematic: bold"))
    assert chosen(OUTCOME, cell(OUTCOME.label), behind=behind) == expected
    assert chosen(OUTCOME, cell(OUTCOME.label)) == RawAnswer()


def test_two_options_are_kept_as_they_look() -> None:
    behind = (para(f"{TICKED} {NORMAL}"), para(f"{TICKED} {HARMFUL}"))
    found = chosen(OUTCOME, cell(OUTCOME.label), behind=behind)
    assert found.chosen == ("normal", "harmful")
    assert found.text == f"{TICKED} {NORMAL}\n{TICKED} {HARMFUL}"
    assert not found.unclear


def test_a_doubt_is_kept_as_it_looks() -> None:
    found = chosen(MODE, cell("x"), Cell((looking(("virtual", Mark.ITALIC)), para("face to face"))))
    assert found == RawAnswer(text="virtual [in italics]\nface to face", unclear=True, seen=seen("virtual: in italics"))


@pytest.mark.parametrize("place", ["label", "answer"])
def test_something_drawn_may_be_a_circle(place: str) -> None:
    label = Cell((para("x"), SHAPE)) if place == "label" else cell("x")
    answer = Cell((para("virtual"), para("x face to face"), *([SHAPE] if place == "answer" else [])))
    found = chosen(MODE, label, answer)
    assert (found.unclear, found.altered, found.chosen) == (True, True, ("face_to_face",))
    assert found.text == "virtual\nx face to face"


def test_a_coloured_cell_is_shaded() -> None:
    answers = Cell(cell("virtual").blocks, fill="FFFF00"), cell("face to face")
    assert chosen(MODE, cell("x"), *answers).chosen == ("virtual",)


def test_where_boxes_are_printed() -> None:
    assert chosen(MODE, cell("x"), cell("virtual", "face to face"), boxes=True).unclear
    assert not chosen(MODE, cell("x"), cell("virtual", "face to face")).unclear


BEFORE, BEHIND = "Risk assessment completed via ", " assessment (please circle)"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (Cell((looking(BEFORE, ("virtual", Mark.BOLD), f"/face to face{BEHIND}"),)), ("virtual",)),
        (Cell((looking(f"{BEFORE}virtual/", ("face to face", Mark.UNDERLINE), BEHIND),)), ("face_to_face",)),
        (Cell((looking(BEFORE, ("virtual/", Mark.STRUCK), f"face to face{BEHIND}"),)), ("face_to_face",)),
        (Cell((para(" "), looking(BEFORE, ("virtual", Mark.BOLD), f"/face to face{BEHIND}"))), ("virtual",)),
        (cell(f"{BEFORE}virtual{BEHIND}"), ("virtual",)),
        (cell(f"{BEFORE}virtual/face to face{BEHIND}"), ()),
        (Cell((looking((f"{BEFORE}virtual/face to face{BEHIND}", Mark.BOLD)),)), ()),
    ],
)
def test_options_that_the_label_itself_prints(label: Cell, expected: tuple[str, ...]) -> None:
    found = chosen(OLD_MODE, label)
    assert (found.chosen, found.unclear) == (expected, False)


def test_below_a_label_that_prints_the_options_its_own_lines_are_not_read_twice() -> None:
    label = cell(f"{BEFORE}virtual/face to face{BEHIND}", "by telephone")
    assert chosen(OLD_MODE, label) == RawAnswer()
    assert chosen(OLD_MODE, label, behind=(para("by telephone"),)).unclear
    assert chosen(OLD_MODE, cell("")) == RawAnswer()


def test_words_of_a_label_that_prints_no_options_choose_nothing() -> None:
    assert chosen(OUTCOME, cell("Consider to be: (Circle as appropriate) Harmful")) == RawAnswer()


def test_yes_or_no_in_two_columns() -> None:
    def read(*cells: Cell) -> RawAnswer:
        return yes_or_no(PlacedRow(SAVED, cell("x"), cells), Habit())

    assert read(cell("x"), cell(""), cell("no")) == RawAnswer(chosen=("yes",), seen=seen("Yes: marked"))
    assert read(cell("x"), cell("x")).text == "Yes: x No: x"
    assert read(cell("?"), cell("")) == RawAnswer(text="Yes: ? No: ", unclear=True)
    drawn = read(cell(""), Cell((SHAPE, para("x"))))
    assert drawn == RawAnswer(text="Yes:  No: x", chosen=("no",), unclear=True, seen=seen("No: marked"), altered=True)
    assert not read(cell("x"), cell(""), Cell((SHAPE,))).altered


def test_yes_or_no_in_one_cell() -> None:
    def read(*cells: Cell, merged: bool = False) -> RawAnswer:
        return merged_yes_or_no(PlacedRow(SAVED, cell("x"), cells, merged=merged))

    assert read(cell("Yes"), cell("d")) == RawAnswer(chosen=("yes",))
    assert read(cell("Yes")) == RawAnswer(text="Yes", unclear=True)  # it could be the details
    assert read() == RawAnswer(unclear=True)
    assert read(cell(" Yes "), merged=True) == RawAnswer(chosen=("yes",))
    assert read(cell("x"), cell("d")) == RawAnswer(text="x", unclear=True)
    assert read(cell("Yes x No"), merged=True).unclear
    both = read(cell(f"{TICKED} Yes", f"{TICKED} No"), merged=True)
    assert (both.chosen, both.text, both.unclear) == (("yes", "no"), f"{TICKED} Yes\n{TICKED} No", False)
    assert read(Cell((looking(("Yes", Mark.BOLD), " / No"),)), merged=True) == RawAnswer(
        chosen=("yes",), seen=seen("Yes: bold")
    )


STATUS = RELEASED.row_of["child.occupation"]


@pytest.mark.parametrize("mark", [Mark.UNDERLINE, Mark.HIGHLIGHT, Mark.SHADED, Mark.BOXED, Mark.STRUCK])
def test_one_of_the_words_that_a_label_prints_side_by_side(mark: int) -> None:
    label = Cell((looking("Employed/", ("unemployed", mark), "/In education"),))
    assert circled_in_label(PlacedRow(STATUS, label, ())).startswith("Employed/unemployed [")


@pytest.mark.parametrize(
    "label",
    [
        cell("Employed/unemployed/In education"),
        Cell((looking("Employed/", ("unemployed", Mark.BOLD), "/In education"),)),  # labels are printed so
        Cell((looking(("Employed/unemployed/In education", Mark.UNDERLINE)),)),
        Cell((looking("Something/", ("else", Mark.UNDERLINE)),)),
    ],
)
def test_but_not_where_all_look_alike_or_as_labels_do(label: Cell) -> None:
    assert circled_in_label(PlacedRow(STATUS, label, ())) == ""


def test_a_label_of_one_word_is_not_circled() -> None:
    row = RELEASED.row_of["child.gender"]
    assert circled_in_label(PlacedRow(row, Cell((looking(("Gender", Mark.UNDERLINE)),)), ())) == ""
