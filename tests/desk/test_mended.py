"""What a team does to its register by mistake, and what it must not cost: a title, a lost column, a lost ledger."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command.filling import complete, young
from tests.command.running import CONTENT, run
from tests.desk.team import Team, read


class Desk:
    """A folder of returns, and what is kept of them."""

    def __init__(self, folder: Path, blank: bytes) -> None:
        self.inbox, self.kept = folder / "in", folder / "kept"
        self.inbox.mkdir()
        self.arrives("young.docx", young(blank))
        self.arrives("whole.docx", complete(blank, {"outcome.summary": "Another one"}))
        self.arrives("broken.docx", b"broken")

    def arrives(self, name: str, data: bytes) -> None:
        """A return."""
        (self.inbox / name).write_bytes(data)

    def runs(self, day: str, *options: str) -> str:
        """What the program says, both to the screen and of errors."""
        result = run("parse", self.inbox, "--out", self.kept, "--today", day, *options, *CONTENT)
        assert result.exit_code == 1, result.output
        return " ".join(result.output.split())

    @property
    def team(self) -> Team:
        """The team at its register."""
        return Team(self.kept)


@pytest.fixture
def desk(tmp_path: Path, blank: bytes) -> Desk:
    """After the first run."""
    found = Desk(tmp_path, blank)
    found.runs("2026-06-01")
    return found


def test_a_title_above_the_heads_costs_nothing(desk: Desk) -> None:
    team = desk.team
    (first, *_) = team.references(Ring_today="yes")
    team.write(first, "Rung", "1/6/2026")
    for name in ("Register", "Organisations"):
        book = load_workbook(team.path)
        book[name].insert_rows(1)
        book[name]["A1"] = "HSB register 2026"
        book.save(team.path)
    said = desk.runs("2026-06-08")
    assert "does not carry the rows above the heads of the sheet Register" in said
    assert list(desk.kept.glob("register before *.xlsx"))
    rows = {row["Reference"]: row for row in read(team.path)}
    assert rows[first]["Rung"] == "1/6/2026"


def test_a_sheet_without_its_key_is_kept_beside(desk: Desk) -> None:
    team = desk.team
    (first, *_) = team.references(Ring_today="yes")
    team.write(first, "Rung", "rang today")
    team.type_over_head("Reference", "Ref")
    assert "has no column Reference: it was not taken in. It stays as register before" in desk.runs("2026-06-08")
    (aside,) = desk.kept.glob("register before *.xlsx")
    assert "rang today" in {row["Rung"] for row in read(aside)}


@pytest.mark.parametrize("renamed", ["Rung on", None])
def test_a_column_that_is_gone_takes_nothing_with_it(desk: Desk, renamed: str | None) -> None:
    team = desk.team
    (first, *_) = team.references(Ring_today="yes")
    team.write(first, "Rung", "1/6/2026")
    desk.runs("2026-06-02")
    if renamed:
        team.type_over_head("Rung", renamed)
    else:
        team.drop_column("Rung")
    assert "register.xlsx: the column Rung is gone. What stood in it comes back." in desk.runs("2026-06-03")
    assert {row["Reference"]: row["Rung"] for row in read(team.path) if row["Rung"]} == {first: "1/6/2026"}


def test_what_is_rung_about_is_no_longer_marked_and_comes_back_when_rung_is_cleared(desk: Desk) -> None:
    team = desk.team
    (first, second) = team.references(Ring_today="yes")
    team.write(first, "Rung", "1/6/2026")
    desk.runs("2026-06-02")
    assert team.references(Ring_today="yes") == [second]
    team.write(first, "Rung", None)
    desk.runs("2026-06-03")
    assert set(team.references(Ring_today="yes")) == {first, second}


def test_organisations_that_are_not_listed_are_counted_anew(desk: Desk) -> None:
    team = desk.team
    counted = {row["Organisation"]: row["Open"] for row in read(team.path, "Organisations")}
    assert list(counted.values()) == [2]
    team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
    desk.runs("2026-06-02")
    desk.runs("2026-06-03")
    counted = {row["Organisation"]: row["Open"] for row in read(team.path, "Organisations")}
    assert counted == {"Sample Trust": 1, "(not on this list)": 1}
    assert next(iter(read(team.path, "Organisations")[0])) == "Organisation"
    team.list_organisations([("sample  trust", "Zed Lead", "1632960999")])
    said = desk.runs("2026-06-04")
    assert 'has "Sample Trust" and "sample trust": they are one, and the first row counts' in said
    assert "Ann Lead, 01632 960001" in said


def test_a_lost_ledger_loses_neither_days_nor_what_people_wrote(desk: Desk) -> None:
    team = desk.team
    team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
    (first, _) = team.references(Ring_today="yes")
    team.write(first, "Rung", "1/6/2026")
    desk.runs("2026-06-02")
    before = read(team.path)
    for name in ("ledger.sqlite", "records.jsonl"):
        (desk.kept / name).unlink()
    broken = next(row["Reference"] for row in before if row["Status"].startswith("Not read"))
    (desk.inbox / "broken.docx").unlink()
    said = desk.runs("2026-06-10")
    assert "There was no ledger.sqlite beside register.xlsx" in said
    assert "is no Reference of this register" not in said
    assert read(team.path) == before
    desk.arrives("broken.docx", b"broken")
    desk.runs("2026-06-11")
    after = {row["Reference"]: row for row in read(team.path)}
    assert len(after) == len(before)
    assert after[broken]["Received"] in ("2026-06-01", "2026-06-11")
    assert after[first]["Rung"] == "1/6/2026"


def test_what_is_past_its_day_leads_the_report_until_somebody_writes_an_end(desk: Desk) -> None:
    team = desk.team
    team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
    references = team.references()
    team.write(references[0], "Due", date(2026, 6, 5))
    team.write(references[1], "Due", "4 June 2026")
    team.write(references[2], "Due", "next Friday")
    team.add_row(Reference="by telephone", Due="3/6/2026")
    assert "Past its day" in desk.runs("2026-06-05")
    said = desk.runs("2026-06-08")
    at = [said.index(f"{each}") for each in ("by telephone; due 3 June 2026", "due 4 June 2026", "due 5 June 2026")]
    assert at == sorted(at)
    assert 'under Due stands "next Friday", which is no date' in said
    assert "Ann Lead, 01632 960001" in said[said.index("Past its day") : said.index("3 files")]
    for reference in references:
        team.write(reference, "Closed", "8/6/2026")
    assert "due 5 June 2026" not in desk.runs("2026-06-09")


def test_what_waits_says_why_and_whom_to_ring_when_its_file_is_gone(desk: Desk) -> None:
    team = desk.team
    team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
    desk.runs("2026-06-02")
    (desk.inbox / "young.docx").unlink()
    first = next(row for row in read(team.path) if row["Ring today"] and row["Form"])
    team.write(first["Reference"], "Closed", "yes")
    said = desk.runs("2026-06-03")
    assert "Under 13 and no referral, Under 13 and no discussion with a lead; Lead on your list: Ann Lead" in said
    assert "Your register says Closed, and nothing stands under Rung" in said


def test_a_new_organisation_is_no_new_finding(desk: Desk) -> None:
    desk.team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
    said = desk.runs("2026-06-02")
    assert "1 the same, 2 the same, now with an organisation or role" in said
    assert "Other findings than before" not in said


def test_views_that_are_there_are_made_anew_and_a_new_folder_is_named(desk: Desk, blank: bytes) -> None:
    desk.runs("2026-06-02", "--csv", "--html")
    desk.arrives("more.docx", complete(blank, {"outcome.summary": "A third"}))
    said = desk.runs("2026-06-03")
    assert "a new one is begun" not in said
    assert "Register of 03/06/2026" in (desk.kept / "register.html").read_text(encoding="utf-8")
    assert len((desk.kept / "register.csv").read_text(encoding="utf-8").splitlines()) == 5
    desk.kept = desk.kept.with_name("kpt")
    said = desk.runs("2026-06-04")
    assert f"There was no register in this folder: a new one is begun in {desk.kept}." in said


def test_an_organisation_that_is_not_listed_is_named_on_the_screen_alone(desk: Desk) -> None:
    said = desk.runs("2026-06-02")
    assert 'your sheet Organisations does not have, as they are written "Sample Trust"' in said
    kept = b"".join(path.read_bytes() for path in desk.kept.iterdir())
    assert b"Sample Trust" not in kept


@pytest.mark.parametrize("written", ["no reply", "No", "tried twice", "not reached", "Voicemail, 9 am"])
def test_who_was_not_reached_is_still_to_ring_and_no_note_says_otherwise(desk: Desk, written: str) -> None:
    team = desk.team
    first = next(row["Reference"] for row in read(team.path) if row["Ring today"] and row["Form"])
    team.write(first, "Rung", written)
    said = desk.runs("2026-06-02", "--notes")
    assert first in team.references(Ring_today="yes")
    assert f"(reference {first}; first seen yesterday)" in said
    assert not (desk.kept / "notes" / f"{first}.docx").exists()


def test_what_is_closed_and_not_rung_is_told_while_its_file_is_there_too(desk: Desk) -> None:
    team = desk.team
    first = next(row["Reference"] for row in read(team.path) if row["Ring today"] and row["Form"])
    team.write(first, "Closed", "1/6/2026")
    assert "Your register says Closed, and nothing stands under Rung" in desk.runs("2026-06-02")
