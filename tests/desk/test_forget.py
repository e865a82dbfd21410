"""Find what is kept of a form, and forget it: all of it goes, a receipt without personal data stays."""

import sqlite3
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hsbdocs.cli import main
from tests.command.filling import complete
from tests.command.running import CONTENT, run
from tests.desk.team import Team, read

TODAY = ("--today", "2026-06-08")


class Desk:
    """Two forms, one of them with a note, a correction to make, and an old copy of the register beside."""

    def __init__(self, folder: Path, blank: bytes, *options: str) -> None:
        self.inbox, self.kept, self.options = folder / "in", folder / "kept", options
        self.inbox.mkdir()
        gone = {"child.name": "Zebra Gone", "child.date_of_birth": "31/2/2012", "outcome.category": None}
        (self.inbox / "gone.docx").write_bytes(complete(blank, gone))
        (self.inbox / "stays.docx").write_bytes(complete(blank, {"child.name": "Zebra Stays"}))
        self.runs()
        self.team = Team(self.kept)
        (self.reference,) = self.team.references(Status="Questions about the form")

    def runs(self, *more: str) -> str:
        """A run of the whole folder."""
        options = ("--notes", "--csv", "--html", *self.options, *more)
        result = run("parse", self.inbox, "--out", self.kept, "--today", "2026-06-01", *options, *CONTENT)
        assert result.exit_code in (0, 1), result.output
        return " ".join(result.output.split())

    def asks(self, command: str, *args: str | Path, typed: str = "") -> Result:
        """The command, with what somebody types."""
        rest = TODAY if command == "forget" else ()
        return CliRunner().invoke(
            main, [command, "--in", str(self.kept), *map(str, args), *rest, *CONTENT], input=typed
        )


@pytest.fixture
def desk(tmp_path: Path, blank: bytes) -> Desk:
    """Without names."""
    return Desk(tmp_path, blank)


def everything(folder: Path) -> str:
    """What all kept files say, unpacked, and every row of the ledger."""
    said = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        said.append(f"{path.name} {data!r}")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                said += [archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()]
        if path.suffix == ".sqlite":
            with sqlite3.connect(path) as database:
                tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
                said += [str(row) for table in tables for row in database.execute(f"SELECT * FROM {table}")]
            database.close()
    return "\n".join(said)


def test_a_form_is_found_by_its_reference_and_by_its_original(desk: Desk) -> None:
    desk.team.write(desk.reference, "Note", "asked the nurse")
    moved = desk.inbox / "renamed.docx"
    (desk.inbox / "gone.docx").rename(moved)
    for how in (("--reference", desk.reference.lower()), ("--original", moved)):
        done = desk.asks("find", *how)
        assert done.exit_code == 0, done.output
        assert f"{desk.reference}: risk-assessment 2023.06-2, received 2026-06-01" in done.output
        assert "Note: asked the nurse" in done.output
        assert f"notes/{desk.reference}.docx" in done.output
        assert "corrections.xlsx" in done.output
        assert "Zebra" not in done.output


def test_a_text_is_asked_for_and_what_is_not_kept_is_said(desk: Desk) -> None:
    done = desk.asks("find", typed="Zebra Gone\n")
    assert done.exit_code == 1
    assert "Nothing found." in done.output
    assert "a record may be held without a name" in done.output
    desk.team.write(desk.reference, "Note", "the nurse at Sample Street")
    desk.team.add_row(Reference="by telephone", Note="Sample Street rang")
    done = desk.asks("find", typed="sample street\n")
    assert done.exit_code == 0
    assert f"{desk.reference}: risk-assessment" in done.output
    assert "A row of your own in register.xlsx: by telephone; Sample Street rang" in done.output


def test_with_full_a_name_is_found(tmp_path: Path, blank: bytes) -> None:
    desk = Desk(tmp_path, blank, "--full")
    done = desk.asks("find", typed="zebra gone\n")
    assert desk.reference in done.output
    assert done.output.count("received 2026-06-01") == 1


def test_a_slip_in_a_reference_is_told_and_finds_nothing(desk: Desk) -> None:
    wrong = desk.reference[:-1] + ("0" if desk.reference[-1] != "0" else "1")
    for command in ("find", "forget"):
        done = desk.asks(command, "--reference", wrong)
        assert done.exit_code == 2
        assert "is no reference" in done.output


@pytest.mark.parametrize("options", [(), ("--full",)])
def test_all_of_a_form_goes_and_a_receipt_stays(tmp_path: Path, blank: bytes, options: tuple[str, ...]) -> None:
    desk = Desk(tmp_path, blank, *options)
    desk.team.write(desk.reference, "Note", "Xylophone", note="Yellowhammer")
    desk.runs()
    desk.team.write(desk.reference, "Rung", date(2026, 6, 2))
    others = [row for row in read(desk.team.path) if row["Reference"] != desk.reference]
    done = desk.asks("forget", "--reference", desk.reference, typed="the lead officer\nretention\nFORGET\n")
    assert done.exit_code == 0, done.output
    assert "This would go:" in done.output
    assert "Note: Xylophone" in done.output
    said = everything(desk.kept)
    for word in ("Xylophone", "Yellowhammer", "Zebra Gone", "31/2/2012"):
        assert word not in said, word
    assert [row for row in read(desk.team.path)] == others
    receipt = (desk.kept / "receipts" / f"{desk.reference}.txt").read_text(encoding="utf-8-sig")
    assert "Authorised by: the lead officer" in receipt
    assert "Reason: retention" in receipt
    assert "backups" in receipt
    assert not list((desk.kept / "notes").glob(f"{desk.reference}*"))
    holding = {path.name for path in desk.kept.rglob("*") if path.is_file() and desk.reference in everything_of(path)}
    assert holding == {"ledger.sqlite", f"{desk.reference}.txt"}  # the tombstone and the receipt

    again = desk.runs()
    assert f"{desk.reference} was forgotten and is not kept again" in again
    assert [row for row in read(desk.team.path)] == others


def everything_of(path: Path) -> str:
    """What one file says, unpacked."""
    data = path.read_bytes()
    said = [data.decode("utf-8", errors="replace")]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            said += [archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()]
    return "\n".join(said)


def test_a_row_with_hold_is_not_forgotten_even_if_no_run_has_seen_it(desk: Desk) -> None:
    desk.team.write(desk.reference, "Hold", "court")
    done = desk.asks("forget", "--reference", desk.reference, typed="a\nb\nFORGET\n")
    assert done.exit_code == 1
    assert f"Something stands under Hold of {desk.reference}. Nothing was forgotten." in done.output
    assert "Authorised" not in done.output
    assert desk.asks("find", "--reference", desk.reference).exit_code == 0


@pytest.mark.parametrize("typed", ["a\nb\n\n", "a\nb\nforget\n", "a\nb\nno\n"])
def test_nothing_goes_without_the_word(desk: Desk, typed: str) -> None:
    before = everything(desk.kept)
    done = desk.asks("forget", "--reference", desk.reference, typed=typed)
    assert done.exit_code == 1
    assert "Nothing was forgotten." in done.output
    assert everything(desk.kept) == before


@pytest.mark.parametrize("name", ["register", "corrections"])
def test_an_open_workbook_is_not_touched(desk: Desk, name: str) -> None:
    (desk.kept / f"~${name}.xlsx").write_bytes(b"A Person")
    done = desk.asks("forget", "--reference", desk.reference, typed="a\nb\nFORGET\n")
    assert done.exit_code == 1
    assert "save and close it first" in done.output


def test_old_copies_are_named_and_bring_nothing_back(desk: Desk) -> None:
    copy = desk.kept / "register - Copy.xlsx"
    copy.write_bytes(desk.team.path.read_bytes())
    (desk.kept / "register before 2026-05-01.xlsx").write_bytes(desk.team.path.read_bytes())
    done = desk.asks("forget", "--original", desk.inbox / "gone.docx", typed="a\nb\nFORGET\n")
    assert done.exit_code == 0, done.output
    for name in ("register - Copy.xlsx", "register before 2026-05-01.xlsx"):
        assert f"{name} in this folder" in done.output
    desk.runs()
    assert desk.reference not in [row["Reference"] for row in read(desk.team.path)]


def test_a_folder_without_a_ledger_is_wrong_usage(tmp_path: Path) -> None:
    done = run("find", "--in", tmp_path, "--reference", "AVEZ507H0", *CONTENT)
    assert done.exit_code == 2
    assert "holds no ledger.sqlite" in done.output
    assert not (tmp_path / "ledger.sqlite").exists()


@pytest.mark.parametrize("how", ["fresh", "ledger lost"])
def test_what_is_forgotten_stays_so_when_the_folder_begins_anew(desk: Desk, how: str) -> None:
    done = desk.asks("forget", "--reference", desk.reference, typed="a\nb\nFORGET\n")
    assert done.exit_code == 0
    if how == "ledger lost":
        (desk.kept / "ledger.sqlite").unlink()
    said = desk.runs(*(["--fresh"] if how == "fresh" else []))
    assert f"{desk.reference} was forgotten and is not kept again" in said
    assert desk.reference not in [row["Reference"] for row in read(desk.team.path)]


def test_what_was_forgotten_is_named_where_its_file_is_met_and_a_saved_sheet_brings_nothing_back(desk: Desk) -> None:
    corrections = (desk.kept / "corrections.xlsx").read_bytes()
    assert desk.asks("forget", "--reference", desk.reference, typed="a\nb\nFORGET\n").exit_code == 0
    (desk.kept / "corrections.xlsx").write_bytes(corrections)  # somebody saved it after all
    said = desk.runs("--details")
    assert f"gone.docx (reference {desk.reference}, forgotten: take this file out of the folder)" in said
    assert desk.reference not in everything_of(desk.kept / "corrections.xlsx")


def test_of_several_forms_only_those_go_that_somebody_names(tmp_path: Path, blank: bytes) -> None:
    desk = Desk(tmp_path, blank, "--full")
    (other,) = (each for each in desk.team.references() if each != desk.reference)
    for typed in ("Zebra\n\n", "Zebra\nnone of them\n", f"Zebra\n{other[:-1]}\n"):
        done = desk.asks("forget", typed=typed)
        assert done.exit_code == 1
        assert "Found in several forms:" in done.output
        assert "Nothing was forgotten." in done.output
        assert set(desk.team.references()) == {desk.reference, other}
    done = desk.asks("forget", typed=f"Zebra\n{desk.reference.lower()},\na\nb\nFORGET\n")
    assert done.exit_code == 0, done.output
    would_go = done.output[done.output.index("This would go:") :]
    assert desk.reference in would_go
    assert other not in would_go
    assert desk.team.references() == [other]


def test_all_of_several_forms_go_where_somebody_says_all(tmp_path: Path, blank: bytes) -> None:
    desk = Desk(tmp_path, blank, "--full")
    done = desk.asks("forget", typed="Zebra\nall\na\nb\nFORGET\n")
    assert done.exit_code == 0, done.output
    assert desk.team.references() == []
    assert len(list((desk.kept / "receipts").glob("*.txt"))) == 2


def test_the_file_that_a_form_came_in_is_found_among_the_returned_ones(desk: Desk) -> None:
    moved = desk.inbox / "later" / "renamed.docx"
    moved.parent.mkdir()
    (desk.inbox / "gone.docx").rename(moved)
    done = desk.asks("find", "--reference", desk.reference, "--among", desk.inbox)
    assert done.exit_code == 0, done.output
    assert f"  Original: {moved.as_posix()}\n" in done.output
    moved.unlink()
    done = desk.asks("find", "--reference", desk.reference, "--among", desk.inbox)
    assert f"Not among the files in {desk.inbox}: {desk.reference}." in done.output
