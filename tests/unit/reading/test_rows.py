"""The form's rows, wherever they stand in a file."""

import pytest

from hsbdocs.model.transcript import Cell, Paragraph, Table
from hsbdocs.reading.find import find_rows
from hsbdocs.reading.rows import Foreign, Item, PlacedRow
from tests.unit.reading.sheets import PUBLISHED, RELEASED, Sheet, cell, para

ACTION = PUBLISHED.row_of["actions.referral.answer"].label
WHO = "Name of practitioner/person completing risk assessment"
_TELLING = tuple((cell(row.label), cell("telling")) for row in PUBLISHED.rows if row.key in ("D1", "C1"))


def found(*rows: tuple[Cell | str, ...], published: bool = True) -> list[Item]:
    """What is found in a table of these rows; two more that tell which form it is are left out again."""
    cells = [tuple(cell(each) if isinstance(each, str) else each for each in row) for row in rows]
    sheet = Sheet(RELEASED)
    form = PUBLISHED if published else RELEASED
    items = find_rows(sheet.transcript((Table((*cells, *_TELLING)),)), form)
    return [item for item in items if not (isinstance(item, PlacedRow) and item.cells in _TELLING)]


def only(*rows: tuple[Cell | str, ...], published: bool = True) -> PlacedRow:
    """The one row of the form that is found there."""
    (row,) = [item for item in found(*rows, published=published) if isinstance(item, PlacedRow)]
    return row


def keys(*rows: tuple[Cell | str, ...], published: bool = True) -> list[str]:
    """The rows found, ``-`` for one that is none of the form's."""
    items = found(*rows, published=published)
    return [item.row.key if isinstance(item, PlacedRow) else "-" for item in items]


def texts(cells: tuple[Cell, ...]) -> list[str]:
    """The cells' text."""
    return [each.text for each in cells]


@pytest.mark.parametrize(
    ("row", "key", "at"),
    [
        (("Gender", "Female"), "D3", 0),
        (("3", "Gender", "Female"), "D3", 1),
        (("GENDER:", "Female"), "D3", 0),
        (("", "Genders", "Female"), "D3", 1),
        (("Name of practitioner/person\ncompleting risk assessment", "Robin"), "C2", 0),
        ((cell("Name of practitioner/person", "completing risk assessment"), "Robin"), "C2", 0),
    ],
)
def test_a_label_in_the_first_or_second_cell(row: tuple[Cell | str, ...], key: str, at: int) -> None:
    placed = only(row)
    assert (placed.row.key, len(placed.before), placed.beside) == (key, at, "")
    assert texts(placed.answers) == [row[-1] if isinstance(row[-1], str) else row[-1].text]
    assert placed.cells == (*placed.before, placed.label, *placed.answers)


@pytest.mark.parametrize(
    "row",
    [("Sex", "Female"), ("a", "b", "Gender", "Female"), ("Female",), ("",), ("Gender identity", "Female"), ("D3",)],
)
def test_a_row_that_is_none_of_the_form_s(row: tuple[str, ...]) -> None:
    assert keys(row) == keys(row, published=False) == ["-"]
    assert keys(()) == []


def test_a_word_for_several_rows_before_the_label_of_one() -> None:
    placed = only(("Signatures", "Date", "1 May 2026"))
    assert (placed.row.key, texts(placed.before), texts(placed.answers)) == ("C6", ["Signatures"], ["1 May 2026"])


def test_a_ref_and_a_label_of_different_rows() -> None:
    assert keys(("D3", "Ethnic Origin", "x"), published=False) == ["-"]
    assert keys(("D4", "Ethnic origins", "x"), published=False) == ["D4"]
    assert keys(("D3", "Ethnic origins", "x"), published=False) == ["-"]
    assert keys(("D99", "Ethnic Origin", "x"), published=False) == ["D4"]


@pytest.mark.parametrize(
    ("ref", "label", "key"),
    [
        ("D8", "Adress (if known)", "D8"),
        ("D5", "1st language", "D5"),
        ("D5", "Language", "D5"),
        ("D5", "Languages that are spoken at home", "-"),
        ("D3", "Ethnic origin of child", "-"),
        ("D3", "Gender of mother", "-"),
        ("D3", "Gender of child", "D3"),
        ("D3", "Shoe size", "-"),
        ("D9", "Contact", "-"),
        ("D11", "School", "-"),
        ("C3", "Signature Robin", "C3"),
        ("C7", "Signature of child / young person Amber", "C7"),
    ],
)
def test_a_ref_with_a_label_that_is_much_alike(ref: str, label: str, key: str) -> None:
    assert keys((ref, label, "x"), published=False) == [key]


def test_a_label_reworded_beside_its_ref_is_told() -> None:
    assert only(("D8", "Adress (if known)", "x"), published=False).reworded
    placed = only(("D8", "Adress x (if known)", "y"), published=False)
    assert (placed.reworded, placed.beside) == (True, "")
    placed = only(("C3", "Signature Robin", ""), published=False)
    assert not placed.reworded
    assert placed.beside == "Robin"


def test_two_labels_with_their_answers_side_by_side() -> None:
    items = found(("Gender", "Female", "Ethnic Origin", "White", "First Language", "Welsh"))
    assert [(item.row.key, texts(item.answers)) for item in items if isinstance(item, PlacedRow)] == [
        ("D3", ["Female"]),
        ("D4", ["White"]),
        ("D5", ["Welsh"]),
    ]
    assert texts(only(("Gender", "Female", "see", "notes")).answers) == ["Female", "see", "notes"]
    summary, category = (PUBLISHED.row_of[f"outcome.{name}"].label for name in ("summary", "category"))
    items = found((cell(summary, "All is well."), cell(category, "Normal")))
    assert [(item.row.key, texts(item.answers)) for item in items if isinstance(item, PlacedRow)] == [
        ("O1", []),
        ("O2", []),
    ]
    assert keys(("Gender", "Ethnic Origin", "x")) == ["D3", "D4"]


def test_a_label_where_the_answer_should_be_is_no_answer() -> None:
    assert keys(("Gender", "Ethnic Origin"), ("First Language", "Welsh")) == ["-", "D5"]
    assert found(("Gender", "Ethnic Origin")) == [Foreign((cell("Gender"), cell("Ethnic Origin")))]
    last = PUBLISHED.row_of["actions.other.answer"].label
    assert keys((ACTION, "x", last, "d")) == ["-"]
    other = [(row.label, "x") for row in PUBLISHED.rows if row.key not in ("D3", "D5")]
    assert keys(*other, ("Gender", "Ethnic Origin"))[-1] == "D3"  # that label stands elsewhere: somebody wrote it
    here = keys(("D3", "Gender", "Ethnic Origin"), ("D4", "Ethnic Origin", "x"), published=False)
    assert here == ["D3", "D4"]
    mode = PUBLISHED.row_of["completion.mode"].label
    assert keys((mode, "Signature")) == ["C1"]  # its answer stands in its own cell


def test_a_table_inside_a_cell() -> None:
    inner = Table(((cell("Gender"), cell("Female")),))
    outer = (Cell((para("Details"), inner)), cell("Office use"))
    items = found(outer)
    assert [type(item) for item in items] == [Paragraph, PlacedRow, Foreign]
    assert items[0] == para("Details")
    assert items[2] == Foreign((cell("Office use"),))
    twice = Cell((inner, Table(((cell("Employed/unemployed/In education"), cell("At school")),))))
    assert keys((twice, "Office use")) == ["D3", "D10", "-"]
    deeper = Cell((Table(((Cell((inner,)),),)),))
    assert keys((deeper,)) == ["D3"]


def test_a_table_of_somebody_else_inside_an_answer_is_part_of_it() -> None:
    inner = Table(((cell("Monday"), cell("Tuesday")),))
    assert texts(only(("Gender", Cell((inner,)))).answers) == ["Monday\nTuesday"]


def test_a_table_of_somebody_else_inside_a_row_of_somebody_else_stays_in_it() -> None:
    row = (Cell((Table(((cell("Monday"), cell("Tuesday")),)),)), cell("Office use"))
    assert found(row) == [Foreign(row)]


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        (("Action Taken", "Yes", "No", "Further details"), ["y", "n", "d"]),
        (("Action", "YES", "NO", "Details"), ["y", "n", "d"]),
        (("Action", "Y", "N", "Details"), ["y", "n", "d"]),
        (("Action", "No", "Yes", "Details"), ["n", "y", "d"]),
        (("Action", "N", "Y", "Details"), ["n", "y", "d"]),
    ],
)
def test_a_heading_says_which_is_yes(heading: tuple[str, ...], answers: list[str]) -> None:
    result = found(heading, (ACTION, "y", "n", "d"))
    (row,) = [item for item in result if isinstance(item, PlacedRow)]
    assert texts(row.answers) == answers
    assert row.headed


def test_a_heading_says_nothing_about_rows_without_yes_and_no() -> None:
    row = only(("Action", "No", "Yes", "Details"), ("Gender", "a", "b", "c"))
    assert (texts(row.answers), row.extra, row.merged) == (["a", "b", "c"], (), False)


def test_a_heading_of_one_column_for_both() -> None:
    for name in ("Yes/No", "Y/N", "Yes or no"):
        row = only(("Action Taken", name, "Further details"), (ACTION, "Yes", "d"))
        assert row.merged
        assert texts(row.answers) == ["Yes", "d"]


def test_without_a_heading() -> None:
    row = only((ACTION, "y", "n", "d"))
    assert (texts(row.answers), row.headed) == (["y", "n", "d"], False)
    for name in ("Yes", "No"):
        assert not only(("Action Taken", name, "Further details"), (ACTION, "y", "n", "d")).headed
    more = only((ACTION, "y", "n", "d", "more"))
    assert (texts(more.answers), more.headed) == (["y\nn\nd\nmore"], False)


def test_a_heading_over_several_columns() -> None:
    heading = (Cell(cell("Action Taken").blocks, span=2), "Yes", "No", "Further details")
    row = only(heading, (Cell(cell(ACTION).blocks, span=2), "y", Cell(cell("n").blocks), "d"))
    assert texts(row.answers) == ["y", "n", "d"]


def test_headings_of_the_form_are_no_rows_of_others() -> None:
    assert keys(("Action Taken", "Yes", "No", "Further details")) == []
    assert keys(("Action Taken", "Yes", "No", "")) == []
    assert keys(("Consideration for assessment", "Indicators of safety or risk/harm")) == []
    assert keys(("Consideration for assessment", "Amber")) == ["-"]
    assert keys(("Action Taken", "Yes", "No", "Further details", "By whom")) == ["-"]  # its names are kept


def test_columns_that_the_form_does_not_have() -> None:
    row = only(("Action Taken", "Yes", "No", "Further details", "By whom"), (ACTION, "y", "n", "d", "Sam"))
    assert row.extra == (("by whom", cell("Sam")),)
    assert row.cells[-1] == cell("Sam")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Gender", ""),
        ("GENDER ", ""),
        ("Gender: Female", "Female"),
        ("Gender:", ""),
        ("* Gender", "*"),
        ("\u2022 Gender", ""),
        ("3. Gender", ""),
        ("\u2713 Gender", "\u2713"),
        ("\u2713Gender", "\u2713"),
        ("Gender \u2713", "\u2713"),
        ("Gender\u2713", "\u2713"),
        ("\u2713 Gender: Female", "\u2713 Female"),
        ("Gender: Female ", "Female"),
        ("X Gender", "X"),
        ("Gender x", "x"),
    ],
)
def test_writing_beside_the_label(text: str, beside: str) -> None:
    assert only(("D3", text, "x"), published=False).beside == beside


@pytest.mark.parametrize(
    "sign", [*" \t\u00a0.:;,()[]-\u2013\u2014\u2022\u00b7\u25aa\uf0b7'\"\u2018\u201c", "12", "3)", "(3)"]
)
def test_brackets_bullets_and_numbers_before_a_label_are_nothing(sign: str) -> None:
    assert only(("D3", f"{sign} Gender:", "x"), published=False).beside == ""


@pytest.mark.parametrize("sign", ["?", "!", "/", "\u2192", "\u2612", "+", "=", "#", "@"])
def test_other_signs_are_kept(sign: str) -> None:
    assert only(("D3", f"{sign} Gender", "x"), published=False).beside == sign
    assert only(("D3", f"{sign} Gender: y", "x"), published=False).beside == f"{sign} y"


def test_writing_below_the_label() -> None:
    row = RELEASED.rows[13]
    assert row.key == "Q3"
    label = cell(row.label, row.prompts[0].text, "", "Zebra")
    assert only(("3", label, "x"), published=False).beside == "Zebra"
    assert only(("3", cell(row.label, row.prompts[0].text), "x"), published=False).beside == ""
    assert only(("D8", cell("Adress (if known)", "Zebra"), "x"), published=False).beside == "Zebra"
    below = only(("D3", cell(" ", "Gender", "Zebra"), "x"), published=False)
    assert (below.beside, below.reworded) == ("Zebra", False)
    for blank in ("", " "):
        assert only(("D3", cell(blank, "Gender: Female", "Zebra"), ""), published=False).beside == "Female\nZebra"
    assert only(("D3", cell("\u2713 Gender", "Zebra"), "x"), published=False).beside == "\u2713\nZebra"


def test_an_x_among_the_words_of_a_label_is_a_mark() -> None:
    for label in ("D.O.B. x / Age", cell("D.O.B.", "x Age"), "x D.O.B. Age"):
        placed = only(("D2", label, "3/4/2012, 14"), published=False)
        assert (placed.row.key, placed.beside, placed.on_line) == ("D2", "x", True)


@pytest.mark.parametrize("mark", ["x", "X", "\u2713", "?"])
@pytest.mark.parametrize("key", ["O1", "C1"])
def test_a_mark_before_a_label_that_has_its_answer_in_its_own_cell(key: str, mark: str) -> None:
    label = next(row.label for row in PUBLISHED.rows if row.key == key)
    for where, beside in (
        (cell(f"{mark} {label}"), mark),
        (cell("", " ", f"{mark} {label}"), mark),
        (cell(f"\u2022 2. {label}"), ""),
    ):
        assert [item.beside for item in _with_answer_in_label(where)] == [beside]


def _with_answer_in_label(where: Cell) -> list[PlacedRow]:
    table = Table(((where,), _TELLING[0], (cell(WHO), cell(""))))
    items = find_rows(Sheet().transcript((table,)), PUBLISHED)
    return [item for item in items if isinstance(item, PlacedRow) and item.row.answer_in_label]


def test_options_in_cells_of_their_own() -> None:
    label = PUBLISHED.row_of["outcome.category"].label
    options = [choice.label for choice in PUBLISHED.field_by_id["outcome.category"].choices]
    assert texts(only((label,), (options[0],), (f"{options[1]} x", options[2])).answers) == [
        options[0],
        f"{options[1]} x",
        options[2],
    ]
    assert keys((label,), (options[0],), ("something else",)) == ["O2", "-"]
    assert keys((label,), (options[0], "something else")) == ["O2", "-"]
    assert keys((label,), ("",)) == ["O2", "-"]
    assert texts(only((label,), ("", f"x {options[0]}", " ")).answers) == ["", f"x {options[0]}", " "]
    assert keys((PUBLISHED.row_of["outcome.summary"].label,), (options[0],)) == ["O1", "-"]
    mode = RELEASED.row_of["completion.mode"].label
    assert keys(("C1", mode, "x"), ("virtual",), published=False) == ["C1", "-"]
    assert keys(("Gender", "x"), (options[0],)) == ["D3", "-"]
    assert keys((options[0],), (label,)) == ["-", "O2"]


def test_a_label_with_its_answer_behind_it() -> None:
    label = PUBLISHED.row_of["outcome.summary"].label
    assert only((f"{label} All is well.",)).row.key == "O1"
    assert only(("Summary of risk assessment - all is well",)).row.key == "O1"
    for first in ((), ("x",)):
        placed = only((*first, f"{label} All is well."))
        assert (placed.row.key, texts(placed.before), placed.reworded) == ("O1", list(first), False)
    assert keys(("A summary of risk assessment: all is well",)) == ["-"]
    assert keys(("Summary of risk",)) == ["-"]


@pytest.mark.parametrize(
    ("text", "answer", "key", "reworded"),
    [
        ("Gender: female", "", "D3", False),
        ("Gender: female", "yes", "D3", False),
        ("Gender identity", "female", "-", False),
        ("Gender female", "", "-", False),
        ("Contact information 01632 960001", "", "-", False),
        ("Employed/unemployed/In education since May", "", "D10", False),
        ("Address (if known) 1 Sample Street", "", "-", False),
        ("Gender\tfemale", "", "D3", False),
        ("Gender\nfemale", "", "D3", False),
        ("Signature of child/young person Amber", "", "C7", False),
        ("Signature of child/young person here", "Amber", "C7", True),
        ("Signature of child/young person or carer", "Amber", "-", False),
        ("Signature of child/young person's parent", "Amber", "-", False),
        ("Contact informations given", "x", "-", False),
        ("Are there signs of domestic abuse?", "No", "Q12", True),
        ("Are there no signs of domestic abuse?", "No", "-", False),
    ],
)
def test_a_missing_row_by_its_label_reworded_a_little(text: str, answer: str, key: str, reworded: bool) -> None:
    assert keys((text, answer)) == [key]
    if key != "-":
        assert only((text, answer)).reworded is reworded


def test_but_only_where_one_row_and_one_label_fit() -> None:
    changed = "Are there signs of domestic abuse?"
    printed = PUBLISHED.row_of["considerations.q12"].label
    assert keys((changed, "No"), (changed, "Yes")) == ["-", "-"]
    assert keys((changed, "No"), (printed, "Yes")) == ["-", "Q12"]
    assert keys((printed, "Yes"), (changed, "No")) == ["Q12", "-"]
    assert keys(("a", "b", changed, "No")) == ["-"]
    assert keys(("12", changed, "No"), published=False) == ["Q12"]
    assert keys(("11", changed, "No"), published=False) == ["-"]
    assert keys(("11", changed), published=False) == ["-"]
    assert keys(("x", changed, "No")) == ["Q12"]
    assert keys(("Signature: of child/young person Amber", "")) == ["-"]  # of two rows, who can tell?


def test_writing_behind_a_label_is_no_rewording_where_the_answer_s_cells_are_empty() -> None:
    behind = "Signature of child/young person Amber"
    assert not only((behind, "")).reworded
    assert not only((behind, " ", "")).reworded
    assert not only(("x", behind, "")).reworded
    assert only((behind, "", "x")).reworded
    assert only((behind, "", "x")).beside == ""  # it is told with the label
    assert only(("Are there signs of domestic abuse?", "")).reworded


def test_paragraphs_stay_in_their_order() -> None:
    sheet = Sheet(RELEASED)
    blocks = (para("one"), Table(((cell("D3"), cell("Gender"), cell("x")),)), para("two"))
    items = find_rows(sheet.transcript(blocks), RELEASED)
    assert [item.text if isinstance(item, Paragraph) else "row" for item in items] == ["one", "row", "two"]
