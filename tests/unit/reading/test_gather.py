"""What stands in the place of each field, row by row and section by section."""

import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.record import RawAnswer, RawAnswers, Unplaced
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span
from hsbdocs.reading.gather import gather
from hsbdocs.reading.place import place
from tests.support.said import at, seen, where
from tests.support.said import place as place_at
from tests.unit.reading.complete import COMPLETE as TYPED
from tests.unit.reading.looks import looking
from tests.unit.reading.sheets import OPEN, PUBLISHED, RELEASED, SMALL, TICKED, Sheet, cell, para

ANSWER, DETAILS = "actions.referral.answer", "actions.referral.details"


def gathered(sheet: Sheet) -> RawAnswers:
    """Every field with what was written for it."""
    transcript = sheet.transcript()
    return gather(transcript, sheet.form, place(transcript, sheet.form))


def said(found: RawAnswers) -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, location and fields of each finding."""
    return [(finding.code.value, where(finding.location), finding.fields) for finding in found.findings]


def only(key: str, *cells: Cell, sheet: Sheet | None = None) -> RawAnswers:
    """What comes of one row with these cells behind its label."""
    sheet = sheet or Sheet()
    keep = 1 if next(row for row in sheet.form.rows if row.key == key).answer_in_label else 2
    sheet.at[key][keep:] = list(cells)
    return gathered(sheet)


def test_a_blank_is_blank() -> None:
    found = gathered(Sheet())
    assert found == RawAnswers({field.id: RawAnswer() for field in RELEASED.fields}, (), ())


def test_a_row_missing() -> None:
    sheet = Sheet()
    sheet.drop("A4")
    found = gathered(sheet)
    assert found.answers[ANSWER] == found.answers[DETAILS] == RawAnswer(missing=True)
    assert found.findings == (
        Finding(
            code=Code.FORM_03,
            fields=(ANSWER, DETAILS),
            location=at("row A4"),
            params={"ref": "A4", "label": RELEASED.row_of[ANSWER].label},
        ),
    )


def test_a_row_without_a_cell_for_its_answer() -> None:
    found = only("D3")
    assert found.answers["child.gender"] == RawAnswer(missing=True)
    assert said(found) == [("FORM-03", "row D3", ("child.gender",))]


def test_a_row_twice_keeps_both_readings() -> None:
    sheet = Sheet().fill(TYPED)
    copy = sheet.double("A4")
    copy[2:] = [cell(OPEN), cell(TICKED), cell("Elsewhere")]
    found = gathered(sheet)
    assert found.answers[ANSWER] == RawAnswer(text="yes\nno", missing=True)
    assert found.answers[DETAILS] == RawAnswer(text="Front Door.\nElsewhere", missing=True)
    sheet.double("O2")
    assert gathered(sheet).answers["outcome.category"].text == "problematic\nproblematic"
    blank = Sheet()
    blank.double("D3")
    assert gathered(blank).answers["child.gender"] == RawAnswer(missing=True)


def test_both_ticked_in_one_of_two() -> None:
    sheet = Sheet().fill(TYPED)
    sheet.at["A4"][3] = cell(TICKED)
    copy = sheet.double("A4")
    copy[2:] = [cell(OPEN), cell(OPEN), cell("")]
    assert gathered(sheet).answers[ANSWER].text == f"Yes: {TICKED} No: {TICKED}"


def test_a_section_missing_is_said_once() -> None:
    sheet = Sheet()
    for number in range(1, 13):
        sheet.drop(f"Q{number}")
    found = gathered(sheet)
    fields = tuple(f"considerations.q{number:02}" for number in range(1, 13))
    assert found.findings == (
        Finding(
            code=Code.FORM_03,
            fields=fields,
            location=at("rows Q1 to Q12"),
            params={"ref": "Q1", "label": "Considerations for Assessment"},
        ),
    )
    assert all(found.answers[field] == RawAnswer(missing=True) for field in fields)
    assert not any(found.answers[field].missing for field in found.answers if field not in fields)


def test_a_section_without_a_heading_is_known_by_its_first_row() -> None:
    transcript = Sheet().transcript(())
    found = gather(transcript, PUBLISHED, place(transcript, PUBLISHED))
    labels = [finding.params["label"] for finding in found.findings]
    assert PUBLISHED.row_of["actions.discussed.answer"].label in labels
    assert "Child/Young Persons Details" in labels
    assert len(found.findings) == len(PUBLISHED.sections)


def test_all_rows_of_a_section_but_one() -> None:
    sheet = Sheet()
    sheet.drop("O1")
    assert said(gathered(sheet)) == [("FORM-03", "row O1", ("outcome.summary",))]
    sheet.drop("O2")
    assert said(gathered(sheet)) == [("FORM-03", "rows O1 to O2", ("outcome.summary", "outcome.category"))]


def test_a_section_of_one_row_is_told_as_that_row() -> None:
    sheet = Sheet(SMALL)
    sheet.drop("A1")
    assert said(gathered(sheet)) == [("FORM-03", "row A1", ("actions.told.answer", "actions.told.details"))]


def test_our_own_form_prints_boxes_and_the_published_one_does_not() -> None:
    sheet = Sheet()
    sheet.at["C1"][1:] = [cell(RELEASED.row_of["completion.mode"].label), cell("virtual", "face to face")]
    assert gathered(sheet).answers["completion.mode"].unclear
    transcript = sheet.transcript()
    other = gather(transcript, PUBLISHED, place(transcript, PUBLISHED))
    assert not other.answers["completion.mode"].unclear


def test_what_was_placed_nowhere_is_handed_on() -> None:
    sheet = Sheet()
    sheet.loose["details"].append(para("Zebra"))
    found = gathered(sheet)
    assert found.unplaced == (Unplaced("Zebra", place_at("after row D11")),)
    assert said(found) == [("FORM-05", "after row D11", ())]


@pytest.mark.parametrize(
    ("cells", "answer", "details"),
    [
        ((cell("x"), cell(""), cell("d")), RawAnswer(chosen=("yes",), seen=seen("Yes: marked")), RawAnswer("d")),
        (
            (cell("x"), cell(""), cell("d"), cell("e")),
            RawAnswer("x\n\nd\ne", unclear=True),
            RawAnswer("x\n\nd\ne", unclear=True),
        ),
        ((cell("Yes"), cell("d")), RawAnswer(chosen=("yes",)), RawAnswer("d", unclear=True)),
        ((cell("x"), cell("d")), RawAnswer("x", unclear=True), RawAnswer("d", unclear=True)),
        ((cell("Yes"), cell("")), RawAnswer(chosen=("yes",)), RawAnswer()),
        ((cell("x"), cell("")), RawAnswer("x", unclear=True), RawAnswer(unclear=True)),
        ((cell("d"),), RawAnswer("d", unclear=True), RawAnswer("d", unclear=True)),
    ],
)
def test_yes_no_and_details(cells: tuple[Cell, ...], answer: RawAnswer, details: RawAnswer) -> None:
    sheet = Sheet()
    del sheet.tables["actions"][0]
    found = only("A4", *cells, sheet=sheet)
    assert (found.answers[ANSWER], found.answers[DETAILS]) == (answer, details)


def test_yes_and_no_in_one_column() -> None:
    sheet = Sheet()
    table = sheet.tables["actions"]
    table[0][2:] = [cell("Yes/No"), cell("Further details")]
    for row in table[1:]:
        row[2:] = [cell("No"), cell("d")]
    found = gathered(sheet)
    assert found.answers[ANSWER] == RawAnswer(chosen=("no",))
    assert found.answers[DETAILS] == RawAnswer("d")


def test_the_habit_of_a_copy_is_found_in_all_its_rows() -> None:
    sheet = Sheet()
    for key in ("A1", "A2", "A3", "A4", "A5", "A6"):
        sheet.at[key][2:] = [cell("Yes"), cell("No"), cell("")]
    sheet.at["A4"][2] = Cell((looking(("Yes", Mark.BOLD)),))
    found = gathered(sheet)
    assert found.answers[ANSWER] == RawAnswer(chosen=("yes",), seen=seen("Yes: bold"))
    assert found.answers["actions.saved.answer"] == RawAnswer()


def test_without_a_heading_our_own_form_is_known_by_its_order_and_the_published_one_is_not() -> None:
    sheet = Sheet().fill(TYPED)
    del sheet.tables["actions"][0]
    assert gathered(sheet).answers[ANSWER].chosen == ("yes",)
    transcript = sheet.transcript()
    other = gather(transcript, PUBLISHED, place(transcript, PUBLISHED))
    assert other.answers[ANSWER].unclear


def test_text_before_the_first_of_two_answers() -> None:
    found = only("D2", cell("Zebra", "Date of birth: 3/4/2012", "Age: 14"))
    assert found.unplaced == (Unplaced("Zebra", place_at("row D2, before the first answer")),)
    where_it_is = place_at("row D2, before the first answer")
    assert found.findings == (Finding(code=Code.FORM_05, location=where_it_is, place=where_it_is),)


def test_a_prompt_as_the_answer() -> None:
    prompt = RELEASED.row_of["considerations.q03"].prompts[0].text
    assert only("Q3", cell(prompt)).answers["considerations.q03"] == RawAnswer(prompt, mangled=True)
    assert only("Q3", cell(f"{prompt} No.")).answers["considerations.q03"] == RawAnswer(f"{prompt} No.")


def test_an_answer_in_two_cells_may_be_two_things() -> None:
    assert only("D3", cell("one"), cell("two")).answers["child.gender"] == RawAnswer("one\ntwo", unclear=True)
    assert only("D3", cell("one"), cell(" ")).answers["child.gender"] == RawAnswer("one")
    assert only("D3", cell(""), cell("two")).answers["child.gender"] == RawAnswer("two", unclear=True)


def test_writing_beside_the_label_of_two_answers_leaves_the_one_that_is_there() -> None:
    sheet = Sheet(SMALL)
    sheet.at["D2"][1] = cell("Born", "see notes")
    found = only("D2", cell("Date of birth: 3/4/2012", "Age:"), sheet=sheet).answers
    assert (found["child.date_of_birth"], found["child.age"]) == (RawAnswer("3/4/2012"), RawAnswer())


def test_writing_on_the_label_s_line_takes_no_doubt_away() -> None:
    sheet = Sheet()
    sheet.at["A4"][1] = cell(f"{sheet.at['A4'][1].first_line} see notes")
    white = Cell((looking("Front Door", (" or not", Mark.WHITE)),))
    assert only("A4", cell(TICKED), cell(OPEN), white, sheet=sheet).answers[DETAILS].unclear


def test_an_answer_beside_the_label_counts_only_where_the_cell_for_it_is_empty_and_then_as_a_doubt() -> None:
    sheet = Sheet()
    sheet.at["D3"][1] = cell("Gender", "Female")
    assert only("D3", cell(""), sheet=sheet).answers["child.gender"] == RawAnswer("Female", unclear=True)
    assert only("D3", cell("Male"), sheet=sheet).answers["child.gender"] == RawAnswer("Male")
    picture = only("D3", cell(para("", pictures=1)), sheet=sheet).answers["child.gender"]
    assert picture == RawAnswer(pictures=1)
    control = sheet.control("completion.date", kind="date", full_date="2026-05-12")
    sheet.at["C6"][1] = cell("Date", "in May")
    stored = only("C6", cell(para("Click or tap for the date", control=control)), sheet=sheet)
    assert stored.answers["completion.date"] == RawAnswer(stored="2026-05-12")


def test_one_of_the_words_of_a_label_marked() -> None:
    sheet = Sheet()
    sheet.at["D10"][1] = Cell((looking("Employed/", ("unemployed", Mark.UNDERLINE), "/In education"),))
    found = only("D10", cell(""), sheet=sheet).answers["child.occupation"]
    assert found == RawAnswer("Employed/unemployed [underlined]/In education", unclear=True)


@pytest.mark.parametrize(
    ("tags", "stored"),
    [
        (["completion.date"], "1"),
        ([""], "1"),
        (["completion.date", ""], "1"),
        (["", "completion.date"], "2"),
        (["completion.date", "completion.date"], ""),
        (["", ""], ""),
        (["child.date_of_birth"], ""),
        (["child.date_of_birth", ""], "2"),
        ([], ""),
    ],
)
def test_which_control_s_stored_date_counts(tags: list[str], stored: str) -> None:
    sheet = Sheet()
    indexes = [sheet.control(tag, kind="date", full_date=str(n)) for n, tag in enumerate(tags, 1)]
    spans = tuple(Span("", 0, index) for index in indexes)
    assert only("C6", Cell((Paragraph(spans),)), sheet=sheet).answers["completion.date"].stored == stored


def test_a_stored_date_is_one_of_a_date_control() -> None:
    for kind, full_date in (("text", "2026-05-12"), ("date", "")):
        sheet = Sheet()
        control = sheet.control("completion.date", kind=kind, full_date=full_date)
        assert only("C6", cell(para("x", control=control)), sheet=sheet).answers["completion.date"].stored == ""


@pytest.mark.parametrize(
    ("glyph", "checked", "told"),
    [
        (TICKED, False, True),
        (OPEN, True, True),
        (TICKED, True, False),
        (OPEN, False, False),
        (TICKED, None, False),
        ("x", False, False),
        ("", True, False),
    ],
)
@pytest.mark.parametrize(("key", "column"), [("A4", 2), ("A4", 3), ("C1", 2), ("O2", 1)])
def test_a_stored_state_that_says_otherwise(
    glyph: str, checked: bool | None, told: bool, key: str, column: int
) -> None:
    sheet = Sheet()
    row = next(row for row in RELEASED.rows if row.key == key)
    control = sheet.control("", kind="checkbox", checked=checked)
    box = para(glyph, control=control)
    sheet.at[key][column] = Cell((*(sheet.at[key][column].blocks if row.answer_in_label else ()), box, box))
    expected = [("FORM-10", f"row {key}", (row.fields[0].id,))] if told else []
    assert [each for each in said(gathered(sheet)) if each[0] == "FORM-10"] == expected


def test_a_stored_state_in_the_details_is_no_tick_of_the_row() -> None:
    sheet = Sheet()
    control = sheet.control("", kind="checkbox", checked=True)
    sheet.at["A4"][4] = cell(para(OPEN, control=control))
    assert said(gathered(sheet)) == []


@pytest.mark.parametrize(
    ("tag", "told"),
    [("child.name", True), ("child.gender", False), ("", False), ("somebody.else", False), (f"{ANSWER}.yes", True)],
)
def test_a_control_of_another_row(tag: str, told: bool) -> None:
    sheet = Sheet()
    control = sheet.control(tag)
    found = only("D3", cell(para("a", control=control), para("b", control=control)), sheet=sheet)
    assert said(found) == ([("FORM-10", "row D3", ("child.gender",))] if told else [])
    assert found.answers["child.gender"].text == "a\nb"


def test_a_control_of_another_row_behind_a_label() -> None:
    sheet = Sheet()
    control = sheet.control("child.name")
    sheet.at["O1"][1] = cell(RELEASED.row_of["outcome.summary"].label, para("x", control=control))
    assert said(gathered(sheet)) == [("FORM-10", "row O1", ("outcome.summary",))]


def test_blanks_behind_a_label_are_kept_between_lines() -> None:
    sheet = Sheet()
    sheet.at["O1"][1] = cell(f"{RELEASED.row_of['outcome.summary'].label} one", "", "two")
    assert gathered(sheet).answers["outcome.summary"] == RawAnswer("one\n\ntwo")


def test_an_instruction_behind_a_label_is_no_answer() -> None:
    row = RELEASED.row_of["outcome.category"]
    options = [choice.label for choice in row.fields[0].choices]
    sheet = Sheet()
    sheet.at["O2"][1] = cell(row.label, row.instruction, *(f"{OPEN} {option}" for option in options))
    assert gathered(sheet).answers["outcome.category"] == RawAnswer()
    sheet.at["O2"][1] = cell(row.label, "Tick none.", *(f"{OPEN} {option}" for option in options))
    assert gathered(sheet).answers["outcome.category"].unclear
