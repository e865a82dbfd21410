"""What people write down for answers that software could not read: taken in beside what was read, or refused."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.command.filling import complete
from tests.command.running import CONTENT, run, schema
from tests.desk.team import Team, by_exceljs, by_libreoffice, read
from tests.support.programs import validate_ooxml

OF_A_PERSON = {"Basis": "read in the original", "Initials": "AB", "Date": "8/6/2026"}


class Desk:
    """A folder with one form whose date of birth and NHS number cannot be read."""

    def __init__(self, folder: Path, blank: bytes, *options: str, **changes: str | None) -> None:
        self.inbox, self.kept = folder / "in", folder / "kept"
        self.inbox.mkdir()
        self.options = options
        values: dict[str, str | None] = {
            "child.date_of_birth": "31/2/2014",
            "child.age": "twelvish",
            "child.nhs_number": "99900401",
            "completion.date": "40/5/2026",
            "outcome.category": None,
            "actions.referral.answer": "no",
            "actions.safeguarding_lead.answer": "no",
        }
        (self.inbox / "a.docx").write_bytes(complete(blank, values | changes))
        self.runs("2026-06-01")

    @property
    def path(self) -> Path:
        """The sheet of corrections."""
        return self.kept / "corrections.xlsx"

    @property
    def reference(self) -> str:
        """The form's own."""
        (found,) = Team(self.kept).references()
        return found

    def runs(self, day: str) -> str:
        """What the program says."""
        result = run("parse", self.inbox, "--out", self.kept, "--today", day, *self.options, *CONTENT)
        assert result.exit_code == 1, result.output
        return " ".join(result.output.split())

    def writes(self, field: str, value: object, **changes: object) -> None:
        """A person writes a correction."""
        book = load_workbook(self.path)
        sheet = book["Corrections"]
        names = {str(cell.value): cell.column for cell in sheet[1]}
        rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, names["Field"]).value == field]
        at = rows[0] if rows else sheet.max_row + 1
        said = {"Value": value, **OF_A_PERSON, **changes}
        if not rows:
            said |= {"Reference": self.reference, "Field": field}
        for name, text in said.items():
            sheet.cell(at, names[name]).value = text
        book.save(self.path)

    def line(self) -> dict[str, Any]:
        """The form's line as it is kept."""
        (text,) = (self.kept / "records.jsonl").read_text(encoding="ascii").splitlines()
        found: dict[str, Any] = json.loads(text)
        schema("record").validate(found)
        return found

    def sheet(self) -> dict[str, dict[str, Any]]:
        """The rows of the sheet, by field."""
        return {row["Field"]: row for row in read(self.path, "Corrections")}


@pytest.fixture
def desk(tmp_path: Path, blank: bytes) -> Desk:
    """Without names."""
    return Desk(tmp_path, blank)


def test_the_sheet_lists_what_could_not_be_read_and_nothing_else(desk: Desk) -> None:
    rows = desk.sheet()
    assert list(rows) == ["child.date_of_birth", "child.age", "child.nhs_number", "completion.date"]
    assert rows["child.date_of_birth"]["Place"] == "row D2"
    assert rows["child.date_of_birth"]["Label"] == "DOB/Age: Date of birth"
    assert {row["Seen"] for row in rows.values()} == {"see the original"}
    assert {row["Reference"] for row in rows.values()} == {desk.reference}


def test_with_full_the_sheet_says_what_was_seen(tmp_path: Path, blank: bytes) -> None:
    desk = Desk(tmp_path, blank, "--full")
    assert desk.sheet()["child.date_of_birth"]["Seen"] == "31/2/2014"
    desk.writes("child.date_of_birth", "3/4/2014")
    desk.runs("2026-06-08")
    line = desk.line()
    assert line["answers"]["child.date_of_birth"] is None
    assert line["as_written"]["child.date_of_birth"] == "31/2/2014"
    assert line["corrected"]["child.date_of_birth"] == {
        "by": "AB", "on": "2026-06-08", "basis": "read in the original", "value": "2014-04-03",
    }  # fmt: skip
    assert desk.sheet()["child.date_of_birth"]["Value"] == "03/04/2014"


def test_old_and_new_stand_side_by_side_and_of_a_birth_only_the_band_is_kept(desk: Desk) -> None:
    before = desk.line()
    desk.writes("child.date_of_birth", date(2014, 4, 3))
    desk.writes("completion.date", "12 May 2026", Basis="Told by the sender")
    said = desk.runs("2026-06-08")
    assert f"corrections.xlsx: taken in for {desk.reference}, row D2." in said
    line = desk.line()
    assert line["answers"] == before["answers"]
    assert line["age_band"] == "under 13"
    assert line["corrected"] == {
        "child.date_of_birth": {"by": "AB", "on": "2026-06-08", "basis": "read in the original"},
        "completion.date": {"by": "AB", "on": "2026-06-08", "basis": "told by the sender", "value": "2026-05-12"},
    }
    rows = desk.sheet()
    assert (rows["child.date_of_birth"]["Value"], rows["completion.date"]["Value"]) == ("under 13", "12/05/2026")
    everything = b"".join(path.read_bytes() for path in desk.kept.iterdir())
    assert b"2014" not in everything
    again = desk.runs("2026-06-09")
    assert "taken in" not in again
    assert desk.line() == line


def test_a_correction_takes_nothing_from_what_is_to_ring_about_and_may_add_to_it(desk: Desk) -> None:
    first = {finding["code"] for finding in desk.line()["findings"]}
    assert "AGE-03" not in first
    desk.writes("child.date_of_birth", "3/4/2014")
    said = desk.runs("2026-06-08")
    assert "The form records a child under 13, and Yes is not marked for a referral" in said
    codes = {finding["code"] for finding in desk.line()["findings"]}
    assert first < codes
    assert {"AGE-03", "AGE-05"} <= codes - first
    assert Team(desk.kept).references(Ring_today="yes") == [desk.reference]
    desk.writes("child.date_of_birth", "3/4/2009")  # and now it says that the child is older
    desk.runs("2026-06-09")
    assert codes <= {finding["code"] for finding in desk.line()["findings"]}
    assert Team(desk.kept).references(Ring_today="yes") == [desk.reference]
    assert desk.line()["age_band"] == "16-17"


@pytest.mark.parametrize(
    ("field", "value", "changes", "said_of_it"),
    [
        ("outcome.category", "harmful", {}, "row O2: an outcome, a Yes or No and a signature are asked of the sender"),
        ("actions.referral.answer", "yes", {}, "row A4: an outcome, a Yes or No and a signature are asked of the"),
        ("completion.signature", "A Person", {}, "row C3: an outcome, a Yes or No and a signature are asked of"),
        ("child.name", "Sam Sample", {}, "row D1: this answer was read, or nothing is written there"),
        ("child.shoe_size", "7", {}, "a field that it does not have: there is no such field in this form"),
        ("child.date_of_birth", "31/2/2013", {}, "the value is no date"),
        ("child.date_of_birth", "3/4/2030", {}, "the date lies in the future"),
        ("child.date_of_birth", "3/4/14", {}, "the value is no date"),
        ("child.age", "about twelve", {}, "the value is no age in whole years"),
        ("child.nhs_number", "99900401", {}, "the value is no NHS number"),
        ("child.age", 12, {"Basis": "I think so"}, "under Basis stands neither"),
        ("child.age", 12, {"Initials": None}, "under Initials stands nothing"),
        ("child.age", 12, {"Date": "last week"}, "under Date stands no day"),
    ],
)
def test_what_cannot_be_taken_in_is_said_and_stays(
    desk: Desk, field: str, value: object, changes: dict[str, object], said_of_it: str
) -> None:
    before = desk.line()
    desk.writes(field, value, **changes)
    said = desk.runs("2026-06-08")
    assert said_of_it in said
    assert "It was not taken in." in said
    assert {**desk.line(), "findings": []} == {**before, "findings": []}
    assert str(desk.sheet()[field]["Value"]) == str(value)


def test_a_form_that_is_not_in_the_run_waits(desk: Desk) -> None:
    desk.writes("child.age", "12")
    reference = desk.reference
    (desk.inbox / "a.docx").rename(desk.kept.parent / "away.docx")
    (desk.inbox / "b.docx").write_bytes(b"broken")
    assert f"not taken in yet, because the form was not read in this run: {reference}" in desk.runs("2026-06-08")
    (desk.kept.parent / "away.docx").rename(desk.inbox / "a.docx")
    assert f"taken in for {reference}, row D2" in desk.runs("2026-06-09")


@pytest.mark.parametrize("data", [b"no workbook", None])
def test_a_sheet_that_cannot_be_read_stays_as_it_is(desk: Desk, data: bytes | None) -> None:
    if data is None:
        book = load_workbook(desk.path)
        book["Corrections"].delete_cols(6)
        book.save(desk.path)
    else:
        desk.path.write_bytes(data)
    before = desk.path.read_bytes()
    assert "It stays as it is" in desk.runs("2026-06-08")
    assert desk.path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("save", [by_libreoffice, by_exceljs])
def test_the_sheet_is_sound_and_comes_back_through_other_programs(desk: Desk, save: Any) -> None:
    assert validate_ooxml([desk.path]) == {desk.path: []}
    save(desk.path)
    desk.writes("child.age", 12)
    assert f"taken in for {desk.reference}, row D2" in desk.runs("2026-06-08")
    assert validate_ooxml([desk.path]) == {desk.path: []}
    assert desk.sheet()["child.age"]["Value"] == "under 13"
    checks = load_workbook(desk.path)["Corrections"].data_validations.dataValidation
    assert {each.formula1 for each in checks} == {'"read in the original,told by the sender"'}


def asked(desk: Desk) -> dict[str, str]:
    """What the sheet Findings says since, by row, of what a value can answer."""
    return {
        row["Row"]: row.get("Since") or ""
        for row in read(desk.kept / "register.xlsx", "Findings")
        if row["Row"] in ("row D2", "row D6", "row C6", "row O2")
    }


def words_of_note(desk: Desk) -> str:
    """The text of the only note."""
    return " ".join(paragraph.text for paragraph in _paragraphs(desk.kept / "notes" / f"{desk.reference}.docx"))


def _paragraphs(path: Path) -> Iterator[Any]:
    document = Document(str(path))
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def test_what_was_written_down_is_seen_in_the_register_and_asked_no_more(tmp_path: Path, blank: bytes) -> None:
    changes = {"actions.referral.answer": "yes", "actions.safeguarding_lead.answer": "yes", "child.age": "17"}
    desk = Desk(tmp_path, blank, "--notes", **changes)
    before = asked(desk)
    assert set(before) == {"row D2", "row D6", "row C6", "row O2"}
    assert not any(before.values())
    first = words_of_note(desk)
    assert "Rows that we asked about: D2, D6, O2, C6" in first
    (row,) = read(desk.kept / "register.xlsx", "Register")
    assert not row.get("Date")
    desk.writes("child.date_of_birth", "3/4/2009")
    desk.writes("completion.date", "12 May 2026", Basis="told by the sender")
    said = desk.runs("2026-06-10")
    here = asked(desk)
    written = "a value was written down by AB on 08/06/2026, read in the original (corrections.xlsx)"
    assert here["row D2"] == written
    assert here["row C6"] == written.replace("read in the original", "told by the sender")
    assert here["row D6"] == here["row O2"] == ""
    assert "Rows that we asked about: D6, O2." in words_of_note(desk)
    (row,) = read(desk.kept / "register.xlsx", "Register")
    assert row["Date"] == "2026-05-12"
    ask = said[said.index("Ask the sender") : said.index("For information")]
    assert "CHILD-09" in ask
    assert "SIGN-05" not in ask
    assert "A value was written down by AB on 08/06/2026, told by the sender" in said[said.index("For information") :]
    codes = {finding["code"] for finding in desk.line()["findings"]}
    assert {"SIGN-05", "CHILD-09"} <= codes, "the line says what was read"


def test_a_note_that_asks_nothing_any_more_is_told(tmp_path: Path, blank: bytes) -> None:
    whole = {
        "child.date_of_birth": "3/4/2009", "child.age": "17", "child.nhs_number": None, "outcome.category": "harmful",
        "actions.referral.answer": "yes", "actions.safeguarding_lead.answer": "yes",
    }  # fmt: skip
    desk = Desk(tmp_path, blank, "--notes", **whole)
    note = desk.kept / "notes" / f"{desk.reference}.docx"
    assert note.exists()
    desk.writes("completion.date", "12 May 2026", Basis="told by the sender")
    said = desk.runs("2026-06-10")
    assert f"notes/{desk.reference}.docx: all that it asks was written down since in corrections.xlsx" in said
    assert note.exists(), "it may have gone out: nothing is taken away"
