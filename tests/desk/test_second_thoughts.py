"""What somebody wrote down and thinks better of: taken out, changed, lost from the sheet, or in a row that is none."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.desk.team import Team, read
from tests.desk.test_corrections import Desk

BORN, DAY = "child.date_of_birth", "completion.date"
REFERRED = {"actions.referral.answer": "yes", "actions.safeguarding_lead.answer": "yes"}


@pytest.fixture
def desk(tmp_path: Path, blank: bytes) -> Desk:
    """A form about which nobody is to ring, with a date of birth and a date that cannot be read."""
    return Desk(tmp_path, blank, "--notes", **REFERRED, **{"child.age": "15", "outcome.category": "harmful"})


def since(desk: Desk) -> dict[str, str]:
    """The column Since of the sheet Findings, by row."""
    return {row["Row"]: row["Since"] or "" for row in read(desk.kept / "register.xlsx", "Findings")}


def clears(desk: Desk, field: str) -> None:
    """Somebody takes out all that they wrote in a row."""
    desk.writes(field, None, Basis=None, Initials=None, Date=None)


def deletes_row(desk: Desk, field: str) -> None:
    """Somebody takes the whole row out."""
    book = load_workbook(desk.path)
    sheet = book["Corrections"]
    rows = [number for number in range(2, sheet.max_row + 1) if sheet.cell(number, 2).value == field]
    sheet.delete_rows(rows[0])
    book.save(desk.path)


def test_a_value_that_is_taken_out_of_its_cell_counts_no_more(desk: Desk) -> None:
    desk.writes(DAY, "12/5/2026")
    desk.runs("2026-06-08")
    assert "written down" in since(desk)["row C6"]
    clears(desk, DAY)
    said = desk.runs("2026-06-15")
    assert f"corrections.xlsx: taken out again for {desk.reference}, row C6." in said
    assert since(desk)["row C6"] == ""
    assert "corrected" not in desk.line()
    (row,) = read(desk.kept / "register.xlsx")
    assert not row.get("Date")
    assert "taken out" not in desk.runs("2026-06-16")
    desk.writes(DAY, "13/5/2026")
    assert "taken in for" in desk.runs("2026-06-17")
    assert desk.line()["corrected"][DAY]["value"] == "2026-05-13"


@pytest.mark.parametrize("how", ["row", "sheet"])
def test_a_row_that_is_taken_out_comes_back_with_what_stood_in_it(desk: Desk, how: str) -> None:
    desk.writes(DAY, "12/5/2026")
    desk.runs("2026-06-08")
    if how == "row":
        deletes_row(desk, DAY)
    else:
        desk.path.unlink()
    desk.runs("2026-06-15")
    row = desk.sheet()[DAY]
    assert (row["Value"], row["Basis"], row["Initials"]) == ("12/05/2026", "read in the original", "AB")
    assert row["Date"] == "2026-06-08"
    assert DAY in desk.line()["corrected"]
    assert "corrections.xlsx: taken" not in desk.runs("2026-06-16")


def test_a_slip_stays_to_ring_about_and_is_asked_of_nobody(desk: Desk) -> None:
    """A slip that made a child younger: what it gave to ring about is for a person to take away, the rest goes."""
    assert Team(desk.kept).references(Ring_today="yes") == []
    desk.writes(BORN, "3/4/2014")
    said = desk.runs("2026-06-08")
    assert "comes of a value that AB wrote down on 08/06/2026, read in the original" in said
    assert Team(desk.kept).references(Ring_today="yes") == [desk.reference]
    with_slip = {finding["code"] for finding in desk.line()["findings"]}
    desk.writes(BORN, "3/4/2011")
    said = desk.runs("2026-06-15")
    assert "in place of an earlier one" in said
    assert "This came of a value in corrections.xlsx that was changed or taken out again" in said
    after = {finding["code"] for finding in desk.line()["findings"]}
    assert "AGE-04" in with_slip & after
    assert Team(desk.kept).references(Ring_today="yes") == [desk.reference]
    assert desk.line()["age_band"] == "13-15"
    clears(desk, BORN)
    assert "What it gave to ring about stays: if it was a slip, write that under Rung." in desk.runs("2026-06-16")
    assert Team(desk.kept).references(Ring_today="yes") == [desk.reference]
    Team(desk.kept).write(desk.reference, "Rung", "a slip of mine, AB 16/6/2026")
    desk.runs("2026-06-17")
    assert Team(desk.kept).references(Ring_today="yes") == []
    asked = (desk.kept / "notes" / f"{desk.reference}.txt").read_text(encoding="utf-8-sig")
    assert "urgent" not in asked.casefold()


def test_of_an_age_that_was_written_down_its_own_band_is_kept(tmp_path: Path, blank: bytes) -> None:
    desk = Desk(tmp_path, blank, **REFERRED, **{BORN: "3/4/2011"})
    desk.writes("child.age", "12")
    desk.runs("2026-06-08")
    assert desk.sheet()["child.age"]["Value"] == "under 13"
    assert desk.line()["age_band"] == "under 13"


def test_a_call_counts_for_what_was_known_then(desk: Desk) -> None:
    """A call about a date, and then the date tells of a child under 13."""
    team = Team(desk.kept)
    team.write(desk.reference, "Rung", "1/6/2026")
    desk.runs("2026-06-02")
    note = desk.kept / "notes" / f"{desk.reference}.docx"
    assert note.exists()
    desk.writes(BORN, "3/4/2014")
    said = desk.runs("2026-06-08")
    assert team.references(Ring_today="yes") == [desk.reference]
    ring = said[said.index("Ring today:") : said.index("If the lead is not there")]
    assert 'Under Rung stands "1/6/2026". That does not say that somebody was reached about this: ring' in ring
    assert "Rung already" not in said
    assert f"notes/{desk.reference}.docx was made before what there is to ring about now." in said
    assert f"(reference {desk.reference}; first seen 8 days ago)" in desk.runs("2026-06-09")
    team.write(desk.reference, "Rung", "9/6/2026")
    said = desk.runs("2026-06-10")
    assert team.references(Ring_today="yes") == []
    assert "Rung already" in said


@pytest.mark.parametrize(
    ("written", "reached"),
    [
        ("9/6/2026", True), ("spoke to the DSL", True), ("Ann, by telephone", True), ("x", True), ("NHS lead", True),
        ("will ring tomorrow", False), ("n/a", False), ("?", False), ("rang twice - nobody there", False),
        ("2/6: No answer.", False), ("tried", False), ("To do", False), ("-", False),
    ],
)  # fmt: skip
def test_only_who_was_reached_is_rung(tmp_path: Path, blank: bytes, written: str, reached: bool) -> None:
    desk = Desk(tmp_path, blank, **{BORN: "3/4/2014"})
    team = Team(desk.kept)
    team.write(desk.reference, "Rung", written)
    said = desk.runs("2026-06-08")
    assert (team.references(Ring_today="yes") == []) is reached
    assert (f'Under Rung stands "{written}". That does not say' in said) is not reached


def test_a_row_with_a_value_that_is_none_of_ours_is_told(desk: Desk) -> None:
    book = load_workbook(desk.path)
    sheet = book["Corrections"]
    wrong = desk.reference[:-1] + ("0" if desk.reference[-1] != "0" else "1")
    for reference, field in ((wrong, DAY), (desk.reference, None), (desk.reference, DAY), (None, None)):
        sheet.append([reference, field, None, None, None, "Zebra" if field is None else "12/5/2026"])
    book.save(desk.path)
    said = desk.runs("2026-06-08")
    assert "a row with a value has no reference, or one with a slip. It was not taken in." in said
    assert f"a row of {desk.reference} has a value and no field. It was not taken in." in said
    assert f"two rows for {desk.reference} and {DAY}. The upper one counts; take one out." in said
    assert "Zebra" not in said


@pytest.mark.parametrize("changes", [{"Initials": "A. Whole-Name"}, {"Date": date(2027, 6, 8)}])
def test_who_and_when_are_initials_and_a_day_that_has_come(desk: Desk, changes: dict[str, object]) -> None:
    desk.writes(DAY, "12/5/2026", **changes)
    said = desk.runs("2026-06-08")
    assert "under Initials stands nothing, or more than 6 signs" in said or "Date lies in the future" in said
    assert "corrected" not in desk.line()


def test_what_follows_from_one_value_is_asked_though_another_was_taken_out(tmp_path: Path, blank: bytes) -> None:
    """Age and date of birth both tell of a child under 13; one of the two is taken out again."""
    desk = Desk(tmp_path, blank, "--notes")
    desk.writes("child.age", "12")
    desk.writes(BORN, "3/4/2014")
    desk.runs("2026-06-08")
    desk.writes("child.age", None)
    desk.runs("2026-06-15")
    Team(desk.kept).write(desk.reference, "Rung", "15/6/2026")
    desk.runs("2026-06-16")
    mail = (desk.kept / "notes" / f"{desk.reference}.txt").read_text(encoding="utf-8-sig")
    assert "urgent" in mail.casefold()
    told = [finding["hint"] for finding in desk.line()["findings"] if finding["code"].startswith("AGE")]
    assert any("comes of a value that AB wrote down" in hint for hint in told)
    assert [finding["code"] for finding in desk.line()["findings"]].count("CHILD-03") <= 1
