"""A whole checklist read from its grid: what people do to columns, rows and descriptions."""

from __future__ import annotations

import msgspec
import pytest

from hsbdocs.model.finding import Code
from hsbdocs.model.record import Record, State
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span, Table, Transcript
from hsbdocs.reading import read_forms
from tests.support.said import apart as kept_apart
from tests.support.said import doubts, where
from tests.unit.reading.grids import (
    AMBER,
    CHECKLIST,
    CRITERIA,
    CRITERION,
    EVIDENCE,
    GREEN,
    HARMFUL,
    HEADINGS,
    HEALTHY,
    PROBLEMATIC,
    RATING,
    RED,
    REF,
    Grid,
    filled,
    looked,
)
from tests.unit.reading.reads import codes, everything, has
from tests.unit.reading.sheets import cell

RATINGS = [row.fields[0].id for row in CRITERIA.rows]
TEXTS = [row.fields[1].id for row in CRITERIA.rows]
COMPLETE = {
    "checklist.reference": "KM-0001",
    "checklist.date": "2026-05-12",
    "checklist.practitioner": "Robin Writer",
    "checklist.organisation": "Sample Trust",
    **{name: ("healthy", "problematic", "harmful")[at % 3] for at, name in enumerate(RATINGS)},
    **{name: f"Seen for R{at}." for at, name in enumerate(TEXTS, 1)},
}


def read(grid: Grid) -> Record:
    """The one record."""
    (found,) = read_forms(grid.transcript(), (CHECKLIST,))
    assert isinstance(found, Record), found
    return found


def apart(found: Record) -> list[tuple[str, str]]:
    """What belongs to no field."""
    return kept_apart(found.unplaced)


def said(found: Record, row: str) -> tuple[object, object]:
    """Rating and evidence of a row."""
    one, other = (field.id for field in next(each for each in CRITERIA.rows if each.key == row).fields)
    return found.answers[one], found.answers[other]


# ---- Columns ----------------------------------------------------------------------------------------


def test_every_answer_of_a_complete_checklist() -> None:
    found = read(filled())
    assert (found.answers, found.findings, found.unplaced) == (COMPLETE, (), ())
    assert found.as_written == {"checklist.date": "12/5/2026"}


def test_a_blank_one_has_no_answer_and_no_finding() -> None:
    found = read(Grid())
    assert set(found.answers.values()) == {None}
    assert set(found.states.values()) == {State.BLANK}
    assert (found.findings, found.unplaced) == ((), ())


@pytest.mark.parametrize(("column", "to"), [(EVIDENCE, RATING), (RATING, 2), (EVIDENCE, 2), (HEALTHY, HARMFUL)])
def test_columns_that_were_moved(column: int, to: int) -> None:
    found = read(filled().move(column, to))
    table = {name: value for name, value in found.answers.items() if name.startswith("criteria")}
    assert table == {name: value for name, value in COMPLETE.items() if name.startswith("criteria")}
    assert "KM-0001" in everything(found)


@pytest.mark.parametrize("column", range(8))
def test_a_column_that_was_put_in_is_kept_apart(column: int) -> None:
    found = read(filled().insert(column, "Agreed", R2="by Sam"))
    assert found.answers == COMPLETE
    assert ("by Sam", "row R2, in another column") in apart(found)
    assert has(found, Code.FORM_05, "row R2, in another column")
    assert ("Agreed", "after row D4") in apart(found)
    assert not any("Agreed" in f"{where(f.location)} {where(f.place)} {f.params}" for f in found.findings), (
        "somebody typed it"
    )


def test_the_refs_may_be_deleted() -> None:
    assert read(filled().delete(REF)).answers == COMPLETE


@pytest.mark.parametrize(("column", "lost"), [(RATING, RATINGS), (EVIDENCE, TEXTS)])
def test_a_column_that_is_missing_is_not_read_and_the_other_is(column: int, lost: list[str]) -> None:
    found = read(filled().delete(column))
    assert {name for name, value in found.answers.items() if value is None} == set(lost)
    assert {found.states[name] for name in lost} == {State.MISSING}
    gone = f"the column {HEADINGS[column]}"
    assert [(f.code, where(f.location), f.fields) for f in found.findings] == [(Code.FORM_03, gone, tuple(lost))]


def test_a_description_s_column_may_be_missing() -> None:
    found = read(filled().delete(HARMFUL))
    assert (found.answers, found.findings) == (COMPLETE, ())


def test_a_heading_that_stands_twice_is_nobody_s() -> None:
    found = read(filled().insert(RATING, "Rating", R1=GREEN))
    assert said(found, "R1") == (None, "Seen for R1.")
    assert {found.states[name] for name in RATINGS} == {State.MISSING}
    assert apart(found).count((GREEN, "row R1, in another column")) == 2
    assert [f.fields for f in found.findings if f.code is Code.FORM_03] == [tuple(RATINGS)]
    assert has(found, Code.FORM_03, "the column Rating")


def test_without_the_headings_nothing_in_the_table_is_read_and_all_is_kept() -> None:
    grid = filled()
    grid.rows.remove(grid.heading)
    found = read(grid)
    assert [name for name, value in found.answers.items() if value] == [
        n for n in COMPLETE if n.startswith("checklist")
    ]
    assert {found.states[name] for name in (*RATINGS, *TEXTS)} == {State.MISSING}
    assert ("Seen for R3.", "row R3") in apart(found)
    assert (RED, "row R3") in apart(found)
    printed = set(CRITERIA.rows[2].printed.values())
    assert printed.isdisjoint(text for text, _ in apart(found))


def test_a_heading_that_was_changed_a_little_is_told_and_kept() -> None:
    grid = filled()
    grid.heading[EVIDENCE] = cell("Evidence (not evaluative)")
    found = read(grid)
    assert found.answers == COMPLETE
    assert apart(found) == [("Evidence (not evaluative)", "the heading of the column Evidence")]
    assert [(f.code, where(f.location)) for f in found.findings] == [
        (Code.FORM_04, "the heading of the column Evidence")
    ]


def test_a_heading_that_was_changed_further_is_nobody_s() -> None:
    grid = filled()
    grid.heading[EVIDENCE] = cell("Comments")
    found = read(grid)
    assert said(found, "R1") == ("healthy", None)
    assert ("Seen for R1.", "row R1, in another column") in apart(found)
    assert [f.fields for f in found.findings if f.code is Code.FORM_03] == [tuple(TEXTS)]
    assert has(found, Code.FORM_03, "the column Evidence")
    assert not any("Comments" in f"{where(f.location)} {where(f.place)} {f.params}" for f in found.findings)


def test_two_forms_side_by_side_are_not_parted() -> None:
    grid = filled()
    for row in grid.rows:
        row.extend(row[:7])
    (found,) = read_forms(grid.transcript(), (CHECKLIST,))
    assert not isinstance(found, Record)
    assert found.code is Code.FORM_12


# ---- Rows -------------------------------------------------------------------------------------------


def test_rows_in_another_order() -> None:
    grid = filled()
    one, other = grid.rows.index(grid.at["R1"]), grid.rows.index(grid.at["R8"])
    grid.rows[one], grid.rows[other] = grid.rows[other], grid.rows[one]
    assert read(grid).answers == COMPLETE


def test_a_row_that_is_gone_and_a_row_that_is_there_twice() -> None:
    grid = filled()
    grid.rows.remove(grid.at["R2"])
    grid.rows.insert(9, [*grid.at["R4"]])
    found = read(grid)
    assert said(found, "R2") == said(found, "R4") == (None, None)
    assert has(found, Code.FORM_03, "row R2")
    assert has(found, Code.FORM_03, "row R4")
    assert said(found, "R3") == ("harmful", "Seen for R3.")
    assert found.as_written["criteria.response_of_others.evidence"] == "Seen for R4.\nSeen for R4."


def test_all_criteria_gone() -> None:
    grid = filled()
    for row in CRITERIA.rows:
        grid.rows.remove(grid.at[row.key])
    found = read(grid)
    assert [(f.code, where(f.location)) for f in found.findings] == [(Code.FORM_03, "rows R1 to R8")]


@pytest.mark.parametrize("label", ["Power dynamics", "POWER  DYNAMICS", "Power dynamics:", "Power dynamic"])
def test_small_differences_of_a_label(label: str) -> None:
    assert read(filled().put("R5", CRITERION, label)).answers == COMPLETE


def test_a_label_that_was_reworded_is_read_by_its_ref_and_told() -> None:
    found = read(filled().put("R6", CRITERION, "Frequency of the behaviours seen"))
    assert said(found, "R6") == ("harmful", "Seen for R6.")
    assert has(found, Code.FORM_04, "row R6")
    assert ("Frequency of the behaviours seen", "row R6, the label") in apart(found)


def test_ref_and_label_of_different_rows_are_neither() -> None:
    found = read(filled().put("R6", REF, "R5"))
    assert said(found, "R6") == (None, None)
    assert "Seen for R6." in everything(found)


def test_a_criterion_of_their_own_is_kept_apart() -> None:
    grid = filled()
    grid.rows.insert(9, [cell(text) for text in ("R9", "Use of the internet", "", "", "", RED, "Online.", "")])
    found = read(grid)
    assert found.answers == COMPLETE
    assert {text for text, _ in apart(found)} == {"R9", "Use of the internet", RED, "Online."}


def test_a_label_that_was_turned_round_leaves_a_doubt() -> None:
    found = read(filled().put("R5", CRITERION, cell("Power dynamics", "not known to parents")))
    assert said(found, "R5") == (None, None)
    assert codes(found, "R5").count("FORM-07") == 2


def test_writing_below_a_label_is_kept() -> None:
    found = read(filled().put("R5", CRITERION, cell("Power dynamics", "see the file")))
    assert found.answers == COMPLETE
    assert ("see the file", "row R5, beside the label") in apart(found)


# ---- Cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", [RATING, EVIDENCE])
def test_a_cell_merged_with_the_one_above_is_a_doubt(column: int) -> None:
    text = AMBER if column == RATING else "Both."
    found = read(filled().put("R2", column, looked(text, continued=True)))
    assert said(found, "R2") == ((None, "Seen for R2.") if column == RATING else ("problematic", None))
    assert [(f.code, doubts(f)) for f in found.findings] == [(Code.FORM_07, "joined cells")]
    assert found.states[CRITERIA.rows[1].fields[column - RATING].id] is State.UNREADABLE


@pytest.mark.parametrize("column", [RATING, EVIDENCE])
def test_even_a_blank_cell_that_is_merged_is_a_doubt(column: int) -> None:
    found = read(filled().put("R2", column, looked("", continued=True)))
    assert codes(found) == ["FORM-07"]


def test_a_formula_is_kept_and_not_read() -> None:
    found = read(filled().rate("R1", looked("=F9", Mark.COMPUTED), looked("=A1&B1", Mark.COMPUTED)))
    assert said(found, "R1") == (None, None)
    assert found.as_written["criteria.type.evidence"] == "=A1&B1"
    assert {doubts(f) for f in found.findings} == {"a formula"}


def test_a_number_that_lost_figures_is_not_read() -> None:
    found = read(filled().put("D1", 2, looked("1234567890123450", Mark.ROUNDED)))
    assert found.answers["checklist.reference"] is None
    assert [(f.code, doubts(f)) for f in found.findings] == [(Code.FORM_07, "a number without its last figures")]


def test_evidence_that_was_crossed_out_is_kept_with_a_finding() -> None:
    found = read(filled().put("R1", EVIDENCE, looked("Seen.", Mark.STRUCK)))
    assert said(found, "R1")[1] == "Seen."
    assert codes(found) == ["FORM-11"]


def test_evidence_with_a_picture_alone() -> None:
    found = read(filled().put("R1", EVIDENCE, Cell((Paragraph((), pictures=1),))))
    assert found.states["criteria.type.evidence"] is State.PICTURE
    assert codes(found) == ["FORM-06"]


# ---- Descriptions -----------------------------------------------------------------------------------


def test_a_mark_at_a_description_is_told_and_kept() -> None:
    words = CRITERIA.rows[0].printed["Healthy"]
    found = read(filled().put("R1", HEALTHY, f"✓ {words}"))
    assert said(found, "R1")[0] == "healthy"
    assert has(found, Code.FORM_04, "row R1")
    assert (f"✓ {words}", "row R1, column Healthy") in apart(found)
    found = read(filled().put("R1", HARMFUL, f"✓ {CRITERIA.rows[0].printed['Harmful']}"))
    assert said(found, "R1")[0] is None
    assert has(found, Code.FORM_07, "row R1")


def test_a_description_that_was_changed_or_is_gone() -> None:
    found = read(filled().put("R1", HEALTHY, "Something else."))
    assert found.answers == COMPLETE
    assert has(found, Code.FORM_04, "row R1")
    assert apart(found) == [("Something else.", "row R1, column Healthy")]
    found = read(filled().put("R1", HEALTHY, ""))
    assert (codes(found), apart(found)) == (["FORM-04"], [])


def test_a_description_that_was_crossed_out() -> None:
    words = CRITERIA.rows[0].printed["Healthy"]
    found = read(filled().put("R1", HEALTHY, Cell((Paragraph((Span(words, Mark.STRUCK),)),))))
    assert found.answers == COMPLETE
    assert has(found, Code.FORM_11, "row R1")


STRANGE = "descriptions that belong to another row or column"


def test_a_row_with_another_row_s_descriptions_is_in_doubt() -> None:
    """As where the labels were sorted and the rest of the table was not: nobody can tell what was rated."""
    grid = filled()
    for column in (HEALTHY, PROBLEMATIC, HARMFUL):
        grid.put("R1", column, CRITERIA.rows[1].printed[HEADINGS[column]])
    found = read(grid)
    assert said(found, "R1") == (None, None)
    assert said(found, "R2") == ("problematic", "Seen for R2.")
    told = [(f.fields, doubts(f)) for f in found.findings if f.code is Code.FORM_07]
    assert sorted(told) == [((TEXTS[0],), STRANGE), ((RATINGS[0],), STRANGE)]
    assert found.as_written[TEXTS[0]] == "Seen for R1."


def test_one_description_of_another_row_is_enough() -> None:
    found = read(filled().put("R3", HARMFUL, CRITERIA.rows[5].printed["Harmful"]))
    assert said(found, "R3") == (None, None)


def test_a_row_with_nothing_in_it_is_in_no_doubt_whatever_its_descriptions() -> None:
    found = read(Grid().put("R1", HEALTHY, CRITERIA.rows[1].printed["Healthy"]))
    assert not has(found, Code.FORM_07)
    assert found.states[RATINGS[0]] is State.BLANK


def test_descriptions_exchanged_within_a_row_leave_the_rating_in_doubt() -> None:
    words = CRITERIA.rows[0].printed
    found = read(filled().put("R1", HEALTHY, words["Harmful"]).put("R1", HARMFUL, words["Healthy"]))
    assert said(found, "R1") == (None, "Seen for R1.")
    assert [(f.fields, doubts(f)) for f in found.findings if f.code is Code.FORM_07] == [((RATINGS[0],), STRANGE)]


def test_a_description_that_two_rows_print_is_in_its_place_in_both() -> None:
    """R6 and R7 print the same for Healthy."""
    assert CRITERIA.rows[5].printed["Healthy"] == CRITERIA.rows[6].printed["Healthy"]
    assert read(filled()).findings == ()


def test_a_colour_against_the_word_and_odd_descriptions_say_what_was_seen() -> None:
    words = CRITERIA.rows[0].printed
    found = read(filled().put("R1", RATING, looked(GREEN, fill="FF0000")))
    assert said(found, "R1") == (None, "Seen for R1.")
    assert [doubts(f) for f in found.findings] == ["a word and a colour that disagree"]
    found = read(filled().put("R1", HARMFUL, looked(words["Harmful"], fill="FFFF00")))
    assert said(found, "R1") == (None, "Seen for R1.")
    assert [doubts(f) for f in found.findings] == ["a mark at the description of another option"]


# ---- What is hidden, and what else the sheet says ----------------------------------------------------


def sheet_of(grid: Grid, *, hidden: bool = False, version: str = CHECKLIST.version) -> Transcript:
    """The grid as a sheet of a workbook."""
    table = msgspec.structs.replace(grid.table(), sheet=1, name="Sheet", hidden=hidden)
    return Transcript((table,), (), properties={"hsbdocs.form": CHECKLIST.id, "hsbdocs.version": version})


@pytest.mark.parametrize("hidden", [True, False])
def test_that_something_hidden_was_read_is_told(hidden: bool) -> None:
    (found,) = read_forms(sheet_of(filled(), hidden=hidden), (CHECKLIST,))
    assert isinstance(found, Record)
    assert found.answers == COMPLETE
    assert [f.code for f in found.findings] == [Code.FORM_13] * hidden


def test_a_stamp_in_a_sheet_weighs_as_much_as_the_properties() -> None:
    other = msgspec.structs.replace(CHECKLIST, version="2024.01")
    (agreed,) = read_forms(sheet_of(filled()), (CHECKLIST, other))
    assert isinstance(agreed, Record)
    assert agreed.form == CHECKLIST.key
    transcript = sheet_of(filled(), version="2024.01")
    (found,) = read_forms(transcript, (CHECKLIST, other))
    assert not isinstance(found, Record), "they disagree"
    assert found.code is Code.FORM_01


def test_a_stamp_in_a_cell_counts_beside_the_footer_s() -> None:
    other = msgspec.structs.replace(CHECKLIST, version="2024.01")
    grid = filled()
    grid.rows[-1][0] = cell(other.stamp)
    footed = msgspec.structs.replace(sheet_of(grid), margins=(Paragraph((Span(CHECKLIST.stamp),)),))
    (found,) = read_forms(footed, (CHECKLIST, other))
    assert not isinstance(found, Record), "they disagree"
    assert found.code is Code.FORM_01


def test_what_stands_on_another_sheet_is_told_with_its_number() -> None:
    one = sheet_of(filled())
    notes = Table(((cell("Seen by Sam."), cell("")),), sheet=3, name="Sam")
    (found,) = read_forms(msgspec.structs.replace(one, blocks=(*one.blocks, notes)), (CHECKLIST,))
    assert isinstance(found, Record)
    assert apart(found) == [("Seen by Sam.", "sheet 3")]
    assert has(found, Code.FORM_05, "sheet 3")


# ---- The answers above the table ---------------------------------------------------------------------


def test_an_answer_further_on_counts_where_it_is_the_only_one() -> None:
    found = read(filled().put("D3", 2, "").put("D3", 4, "Robin Writer"))
    assert found.answers == COMPLETE


def test_what_stands_beside_an_answer_is_kept_apart() -> None:
    found = read(filled().put("D3", 3, "school nurse"))
    assert found.answers == COMPLETE
    assert ("school nurse", "row D3, beside the answer") in apart(found)
    assert has(found, Code.FORM_05, "row D3, beside the answer")


def test_several_further_on_leave_a_doubt() -> None:
    found = read(filled().put("D3", 2, "").put("D3", 3, "Robin").put("D3", 4, "Writer"))
    assert found.answers["checklist.practitioner"] is None
    assert has(found, Code.FORM_07, "row D3")
    assert "Robin" in everything(found)


# ---- Dates that are numbers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "serial", "value"),
    [
        ("46154", "2026-05-12", "2026-05-12"),
        ("12-May-26", "2026-05-12", "2026-05-12"),
        ("12 May 2026", "2026-05-12", "2026-05-12"),
        ("5/12/26", "2026-05-12", "2026-05-12"),
        ("2026-05-12T13:30", "2026-05-12T13:30", "2026-05-12"),
        ("12/05/2026", "2026-05-12", "2026-05-12"),
        ("46154", "", None),
        ("2026", "", None),
    ],
)
def test_the_date_that_a_number_counts_to(shown: str, serial: str, value: str | None) -> None:
    found = read(filled().put("D2", 2, looked(shown, serial=serial)))
    assert found.answers["checklist.date"] == value
    assert found.as_written["checklist.date"] == shown
    assert found.states["checklist.date"] is (State.READ if value else State.INVALID)


@pytest.mark.parametrize("shown", ["5/12/2026", "05/12/2026", "05-12-2026", "11 May 2026"])
def test_a_date_that_is_shown_as_another_day_is_in_doubt(shown: str) -> None:
    """As where a cell shows the month first: it cannot be known which day the writer saw."""
    found = read(filled().put("D2", 2, looked(shown, serial="2026-05-12")))
    assert found.answers["checklist.date"] is None
    assert found.states["checklist.date"] is State.UNREADABLE
    assert [(f.code, f.fields) for f in found.findings] == [(Code.FORM_07, ("checklist.date",))]
    assert found.as_written["checklist.date"] == shown


def test_a_number_is_no_date_where_none_is_asked_for() -> None:
    number = looked("46154", serial="2026-05-12")
    found = read(filled().put("D1", 2, number).put("R1", EVIDENCE, number))
    assert found.answers["checklist.reference"] == "46154"
    assert said(found, "R1")[1] == "46154"


def test_of_two_cells_in_doubt_neither_is_a_date() -> None:
    grid = filled().put("D2", 2, "").put("D2", 3, looked("46154", serial="2026-05-12")).put("D2", 4, "or later")
    found = read(grid)
    assert found.answers["checklist.date"] is None
    assert has(found, Code.FORM_07, "row D2")
