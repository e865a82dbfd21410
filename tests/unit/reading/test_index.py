"""A form's rows by ref and label."""

import pytest

from hsbdocs.model.form import Choice, Field, FieldType, Form, Layout, Row, Section
from hsbdocs.reading.index import FormIndex, index_of
from tests.unit.reading.sheets import PUBLISHED, RELEASED, SMALL


def released() -> FormIndex:
    """The index of our own form."""
    return index_of(RELEASED)


def form_with(*labels: str) -> Form:
    """A form of rows with these labels."""
    rows = tuple(
        Row(key=f"R{n}", label=label, fields=(Field(id=f"f{n}", type=FieldType.TEXT, title="", personal=False),))
        for n, label in enumerate(labels, 1)
    )
    section = Section(id="s", heading="", layout=Layout.LABEL_ANSWER, columns=(), rows=rows)
    return Form(id="f", version="1", title="", source="", sections=(section,))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Signature", "C3"),
        ("SIGNATURES:", "C3"),
        ("D.O.B. / Age", "D2"),
        ("Address", "D8"),
        ("Address (if known)", "D8"),
        ("School/College", "D11"),
        ("4. Details of sexual partner/s.", "Q4"),
        ("Details of sexual partner s", "Q4"),
        ("Is the child/young person at risk of sexual harm online?", "Q11"),
        ("Risk assessment completed via virtual assessment (please circle)", "C1"),
        ("Risk assessment completed via face to face assessment", "C1"),
        ("Consider to be:", "O2"),
        ("Surgery", None),
        ("Name", None),
        ("if known", None),
        ("", None),
        ("-", None),
    ],
)
def test_labelled(text: str, row: str | None) -> None:
    found = released().labelled(text)
    assert (found.key if found else None) == row


def test_every_label_is_its_own_row() -> None:
    for form in (RELEASED, PUBLISHED, SMALL):
        assert all(index_of(form).labelled(row.label) is row for row in form.rows)


def test_a_spelling_that_two_rows_share_is_neither() -> None:
    form = form_with("Name (child)", "Name (practitioner)", "Dates", "Other")
    index = FormIndex(form)
    assert index.labelled("Name") is None
    assert index.labelled("Name: child") is form.rows[0]
    assert index.labelled("date") is form.rows[2]
    form = form_with("Note", "Notes")
    assert [FormIndex(form).labelled(text) for text in ("Note", "Notes", "N.ote")] == [*form.rows, None]


def test_spellings_the_longest_first() -> None:
    assert released().spellings["D8"] == ["Address (if known)", "Address  "]
    spellings = released().spellings["C1"]
    assert spellings[0] == RELEASED.row_of["completion.mode"].label
    assert [len(each) for each in spellings] == sorted((len(each) for each in spellings), reverse=True)
    assert len(spellings) == 6


def test_an_option_left_alone_is_a_spelling_only_where_the_label_prints_all() -> None:
    options = tuple(Choice(code=name, label=name) for name in ("red", "green", "blue"))
    field = Field(id="f", type=FieldType.CHOICE, title="", personal=False, choices=options)
    for label, known in (("Paint red/green/blue", True), ("Paint red/blue", False)):
        row = Row(key="R", label=label, fields=(field,))
        section = Section(id="s", heading="", layout=Layout.ONE_CELL, columns=(), rows=(row,))
        index = FormIndex(Form(id="f", version="1", title="", source="", sections=(section,)))
        assert (index.labelled("Paint green") is row) is known
        assert index.labelled("Paint") is None
        assert (index.labelled("Paint blue") is row) is known


def test_prompts_and_instructions() -> None:
    row = RELEASED.rows[13]
    assert row.key == "Q3"
    assert released().holds_print(row, row.prompts[0].text.upper())
    assert not released().holds_print(row, f"{row.prompts[0].text} Yes.")
    assert not released().holds_print(RELEASED.rows[0], "")
    assert released().beside_label(row).covers(f"{row.prompts[0].text} {row.prompts[1].text}")
    mode = RELEASED.row_of["completion.mode"]
    assert released().beside_label(mode).covers(mode.instruction)
    assert not released().beside_label(row).covers(mode.instruction)


def test_the_label_or_ref_of_a_row_as_a_line_of_its_answer_is_print() -> None:
    row = next(row for row in RELEASED.rows if row.ref == "O1")
    assert released().holds_print(row, f"Seen at home.\n{row.label}")
    assert released().holds_print(row, "O1\nSeen at home.")
    assert not released().holds_print(row, row.label)
    assert not released().holds_print(row, f"Seen at home. {row.label}")
    numbered = next(row for row in RELEASED.rows if row.ref == "4")
    assert not released().holds_print(numbered, "There are\n4\nof them")


def test_text_around_the_tables() -> None:
    for text in (RELEASED.title, RELEASED.stamp, RELEASED.captions["danger"], RELEASED.sections[0].heading):
        assert released().around.covers(text)
    assert not released().around.covers("Amber")


def test_headings_of_columns() -> None:
    assert ("ref", "action taken", "yes", "no", "further details") in released().headers
    assert ("action taken", "yes", "no", "further details") in released().headers
    assert ("yes", "no", "further details") not in released().headers
    assert {"yes", "no", "answer", "ref"} <= released().header_words


def test_one_index_for_each_form() -> None:
    assert index_of(RELEASED) is index_of(RELEASED)
    assert index_of(RELEASED) is not index_of(PUBLISHED)
    assert index_of(form_with("a")).form.rows[0].label == "a"
    assert index_of(form_with("b")).form.rows[0].label == "b"
