"""Text answers: white space, placeholders, prompts, cells merged or split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.finding import Code
from hsbdocs.model.record import State
from hsbdocs.model.transcript import Cell, Table
from tests.unit.reading.reads import codes, everything, has, record
from tests.unit.reading.sheets import RELEASED, Sheet, cell, para

_PLACEHOLDER = "Click or tap to write"
_FIELD = "considerations.q03"


def answer(*paragraphs: str) -> str | int | None:
    """What comes of these paragraphs in one cell."""
    sheet = Sheet()
    sheet.at["Q3"][2] = cell(*paragraphs)
    return record(sheet).answers[_FIELD]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["one", "two"], "one\ntwo"),
        (["one\ntwo"], "one\ntwo"),
        (["one\r\ntwo\rthree"], "one\ntwo\nthree"),
        (["", "  one  ", "", "two", "\u00a0"], "one  \n\ntwo"),
        (["\u2003one\u2003"], "one"),
        (["\u200bone\u200d"], "\u200bone\u200d"),
        (["a\tb"], "a\tb"),
        (["\u00a0", "\u2002\u2002\u2002\u2002\u2002"], None),
        ([], None),
        (["-"], "-"),
        (["n/a"], "n/a"),
        (["\u263a"], "\u263a"),
    ],
)
def test_text_as_written(paragraphs: list[str], expected: str | None) -> None:
    assert answer(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_PLACEHOLDER}She is 14.", "She is 14."),
        (f"She is 14.{_PLACEHOLDER}", "She is 14."),
        (f"  {_PLACEHOLDER}\nShe is 14.\n", "She is 14."),
        (_PLACEHOLDER, None),
        (f"\n{_PLACEHOLDER} ", None),
        ("Click or tap here to enter text.", None),
        ("Click here to enter text.", None),
        ("Click or tap here to enter text.She is 14.", "She is 14."),
        ("She will click or tap anything.", "She will click or tap anything."),
        ("click", "click"),
    ],
)
def test_a_whole_placeholder_at_the_edge_goes(text: str, expected: str | None) -> None:
    sheet = Sheet()
    sheet.at["Q3"][2] = cell(text)
    found = record(sheet)
    assert found.answers[_FIELD] == expected
    if "anything" not in text:
        assert not has(found, Code.ANSWER_03)
    assert found.states[_FIELD] is (State.READ if expected else State.BLANK)


@pytest.mark.parametrize(
    "text", ["lick or tap to write She is 14.", "Click or tap to wriShe is 14.te", "Click or tap She is 14. to write"]
)
def test_a_mangled_placeholder_stays_and_is_told(text: str) -> None:
    sheet = Sheet()
    sheet.at["Q3"][2] = cell(text)
    found = record(sheet)
    assert found.answers[_FIELD] == text
    assert has(found, Code.ANSWER_03, "row Q3")


def test_a_prompt_as_the_answer_is_told() -> None:
    row = RELEASED.row_of[_FIELD]
    sheet = Sheet()
    sheet.at["Q3"][2] = cell(row.prompts[1].text)
    found = record(sheet)
    assert found.answers[_FIELD] == row.prompts[1].text
    assert codes(found, "Q3") == ["ANSWER-03"]


def test_the_flag_of_a_control_does_not_make_an_answer_blank() -> None:
    sheet = Sheet()
    control = sheet.control(_FIELD)
    sheet.at["Q3"][2] = cell(para("She is 14.", control=control))
    sheet.at["Q4"][2] = cell(para(_PLACEHOLDER, control=control))
    found = record(sheet)
    assert sheet.controls[control].placeholder
    assert found.answers[_FIELD] == "She is 14."
    assert found.states["considerations.q04"] is State.BLANK


def test_a_control_copied_from_another_row_counts_where_it_stands() -> None:
    sheet = Sheet()
    sheet.at["Q3"][2] = cell(para("Zebra", control=sheet.control("considerations.q07")))
    found = record(sheet)
    assert (found.answers[_FIELD], found.answers["considerations.q07"]) == ("Zebra", None)
    assert codes(found, "Q3") == ["FORM-10"]


def test_an_answer_in_a_table() -> None:
    sheet = Sheet()
    sheet.at["Q3"][2:] = [Cell((para("two"), Table(((cell("three"), cell("four")),)))), cell("")]
    assert record(sheet).answers[_FIELD] == "two\nthree\nfour"


def test_an_answer_in_two_cells_may_be_two_things() -> None:
    sheet = Sheet()
    sheet.at["Q3"][2:] = [cell("one"), cell("two")]
    found = record(sheet)
    assert (found.answers[_FIELD], found.as_written[_FIELD]) == (None, "one\ntwo")
    assert codes(found, "Q3") == ["FORM-07"]


@pytest.mark.parametrize("key", ["D1", "Q3", "C2"])
def test_an_answer_typed_into_the_merged_cell_of_label_and_answer_is_kept(key: str) -> None:
    sheet = Sheet()
    sheet.at[key][1:] = [cell(*[p.text for p in sheet.at[key][1].paragraphs], "Zebra")]
    found = record(sheet)
    assert "Zebra" in everything(found)


def test_no_placeholder_gives_a_value_of_another_field() -> None:
    sheet = Sheet()
    for row in RELEASED.rows:
        if not row.answer_in_label and len(row.fields) == 1 and row.fields[0].type == "text":
            sheet.at[row.key][2] = cell()
    assert set(record(sheet).answers.values()) == {None}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60), st.sampled_from(["Q3", "D3", "O1", "C5"]))
def test_any_text_comes_back(text: str, key: str) -> None:
    sheet = Sheet()
    row = next(row for row in sheet.form.rows if row.key == key)
    sheet.at[key][-1] = cell(row.label, text) if key == "O1" else cell(text)
    assert record(sheet).answers[row.fields[0].id] == (text.strip() or None)
