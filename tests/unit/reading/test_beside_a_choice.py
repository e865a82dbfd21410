"""What stands beside a choice, and labels that print words to circle."""

from __future__ import annotations

import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span, Table, Transcript
from hsbdocs.reading import read_forms
from tests.support.said import apart
from tests.unit.reading.reads import codes, has
from tests.unit.reading.sheets import PUBLISHED, cell


def looking(*parts: str | tuple[str, int]) -> Cell:
    """A cell of one line; a part may have a look."""
    spans = tuple(Span(part) if isinstance(part, str) else Span(part[0], int(part[1])) for part in parts)
    return Cell((Paragraph(spans),))


def read(**rows: tuple[Cell, ...]) -> Record:
    """The published form, blank, with these rows instead."""
    blank = {row.key: (cell(row.label), cell("")) for row in PUBLISHED.rows}
    (found,) = read_forms(Transcript((Table(tuple({**blank, **rows}.values())),), ()), (PUBLISHED,))
    assert isinstance(found, Record)
    return found


_MODE = PUBLISHED.row_of["completion.mode"].label
_BEFORE, _, _AFTER = _MODE.partition("virtual/face to face")


def test_a_remark_that_takes_nothing_back_is_kept_apart() -> None:
    found = read(C1=(cell(_MODE), cell("Virtual (Teams)")))
    assert found.answers["completion.mode"] == "virtual"
    assert apart(found.unplaced) == [("(Teams)", "row C1, beside the choice")]
    assert has(found, Code.FORM_05, "row C1, beside the choice")


@pytest.mark.parametrize("typed", ["Virtual (declined)", "Virtual (changed to face to face)", "Virtual (Teams)?"])
def test_a_doubtful_remark_is_part_of_what_was_written(typed: str) -> None:
    found = read(C1=(cell(_MODE), cell(typed)))
    assert found.answers["completion.mode"] is None
    assert typed in found.as_written["completion.mode"]
    assert found.unplaced == ()
    assert has(found, Code.FORM_07, "row C1")


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.UNDERLINE, Mark.HIGHLIGHT, Mark.SHADED, Mark.COLOURED, Mark.BOXED])
def test_circled_in_the_label(mark: int) -> None:
    found = read(C1=(looking(_BEFORE, "virtual/", ("face to face", mark), _AFTER), cell("")))
    assert found.answers["completion.mode"] == "face_to_face"
    assert found.unplaced == ()


def test_a_second_line_below_the_label_is_no_part_of_it() -> None:
    label = Cell((*looking(_BEFORE, "virtual/", ("face to face", Mark.BOLD), _AFTER).blocks, *cell("virtual").blocks))
    found = read(C1=(label, cell("")))
    assert found.answers["completion.mode"] is None
    assert has(found, Code.FORM_07, "row C1")


@pytest.mark.parametrize("mark", [Mark.UNDERLINE, Mark.HIGHLIGHT, Mark.SHADED, Mark.BOXED])
@pytest.mark.parametrize("words", ["Employed", "unemployed", "In education"])
def test_words_circled_in_the_label_of_a_free_answer(words: str, mark: int) -> None:
    before, _, after = "Employed/unemployed/In education".partition(words)
    label = looking(before, (words, mark), after) if before else looking((words, mark), after)
    found = read(D10=(label, cell("")))
    assert found.answers["child.occupation"] is None
    assert has(found, Code.FORM_07, "row D10")
    assert "[" in found.as_written["child.occupation"]
    typed = read(D10=(label, cell("At college")))
    assert typed.answers["child.occupation"] == "At college"
    assert codes(typed, "D10") == []


def test_the_others_crossed_out_in_the_label_of_a_free_answer() -> None:
    label = looking(("Employed/unemployed", Mark.STRUCK), "/In education")
    found = read(D10=(label, cell("")))
    assert has(found, Code.FORM_07, "row D10")


@pytest.mark.parametrize("mark", [Mark.BOLD, Mark.COLOURED, Mark.ITALIC])
def test_ordinary_looks_of_a_label_say_nothing(mark: int) -> None:
    found = read(D10=(looking(("Employed", mark), "/unemployed/In education"), cell("")),
                 D3=(looking(("Gender", Mark.UNDERLINE)), cell("")))  # fmt: skip
    assert (codes(found, "D10"), codes(found, "D3")) == ([], [])
