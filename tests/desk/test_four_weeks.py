"""Sixty returns of three organisations over four weekly runs, and a team that works in its register.

The register at the end is held against what the team remembers and a list written by hand. Between the runs it is
saved by openpyxl alone, or by LibreOffice and exceljs.
"""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command.running import CONTENT, run
from tests.desk.returns import COUNT, ORGANISATIONS, WEEKS, a_return, arrive
from tests.desk.team import Saver, Team, by_exceljs, by_libreoffice, by_openpyxl, notes, read, reference_of


def _run(inbox: Path, kept: Path, day: str) -> str:
    result = run("parse", inbox, "--out", kept, "--today", day, *CONTENT)
    assert result.exit_code == 1, result.output
    return result.output


@pytest.mark.parametrize(
    "savers",
    [
        pytest.param((by_openpyxl, by_openpyxl), id="openpyxl", marks=pytest.mark.slow),
        pytest.param((by_exceljs, by_libreoffice), id="others", marks=pytest.mark.slow),
    ],
)
def test_nothing_that_the_team_wrote_is_lost(tmp_path: Path, blank: bytes, savers: tuple[Saver, ...]) -> None:
    inbox, kept = tmp_path / "inbox", tmp_path / "kept"
    opened, saved = savers  # by exceljs before the edits: it cannot read what openpyxl makes of notes
    team = Team(kept)

    # The first week: the list of organisations, the first calls, a column of the team's own, a formula, a note.
    arrive(blank, inbox, 0)
    _run(inbox, kept, WEEKS[0])
    opened(team.path)
    team.list_organisations([(name, f"Lead of {name}", f"01632 96000{n}") for n, name in enumerate(ORGANISATIONS)])
    first, second, third = team.references(Ring_today="yes")[:3]
    team.write(first, "Rung", "yes", note="Rang twice, then got through")
    team.write(first, "By", "AB")
    team.write(first, "Due", date(2026, 6, 9))
    team.write(second, "Note", "=1+1")
    team.insert_column("Team", before="Status")
    team.write(second, "Team", "North")
    saved(team.path)

    # The second week: sorted, a row by hand, half of it hidden by a filter.
    arrive(blank, inbox, 1)
    said = _run(inbox, kept, WEEKS[1])
    assert "Forms and files: 15 new, " in said
    opened(team.path)
    team.write(second, "Rung", "no answer")
    team.write(third, "Chased", "by mail")
    team.sort("Status")
    team.add_row(Reference="by telephone", Organisation="Mrs Example of the parish", Note="asked for a form")
    team.hide_half()
    saved(team.path)

    # The third week: the register is open in Excel while the run goes on, and saved after it; a row was taken out.
    arrive(blank, inbox, 2)
    lock = kept / "~$register.xlsx"
    lock.write_bytes(b"A Person")
    said = _run(inbox, kept, WEEKS[2])
    assert "register.xlsx is open in a program" in said
    assert (kept / "register (new).xlsx").is_file()
    lock.unlink()
    opened(kept / "register (new).xlsx")
    team.write(first, "Closed", date(2026, 6, 16))
    team.write(third, "Answer received", "yes", into=kept / "register (new).xlsx")
    team.drop_row(second)
    saved(team.path)

    # The fourth week: two copies become one; a cell of ours is typed over.
    arrive(blank, inbox, 3)
    _run(inbox, kept, WEEKS[3])
    assert not (kept / "register (new).xlsx").exists()
    team.type_over(first, "Organisation", "our own school")
    _run(inbox, kept, WEEKS[3])

    _hold_against_memory(team)
    _hold_against_the_list(team, blank)


def _hold_against_memory(team: Team) -> None:
    """Every cell that people wrote, and nothing else in their columns."""
    rows = {row["Reference"]: row for row in read(team.path)}
    peoples = ("Team", "Rung", "By", "Spoke to", "Chased", "Due", "Answer received", "Closed", "Hold", "Note")
    for reference, row in rows.items():
        if reference == "by telephone":
            assert (row["Organisation"], row["Note"]) == ("Mrs Example of the parish", "asked for a form")
            continue
        wrote = {name: _written(value) for name, value in team.wrote.get(reference, {}).items()}
        if row["Note"] and "typed over" in str(row["Note"]):
            wrote["Note"] = 'Organisation, typed over: "our own school"'
        assert {name: row[name] for name in peoples if row[name] is not None} == wrote
    assert team.notes.items() <= notes(team.path).items()


def _written(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _hold_against_the_list(team: Team, blank: bytes) -> None:
    """What each return is, written by hand: it comes from how the returns were made, and not from the program."""
    by_hash = reference_of(team.folder)
    rows = {row["Reference"]: row for row in read(team.path)}
    assert len(rows) == COUNT + 1
    for number in range(COUNT):
        row = rows[by_hash[hashlib.sha256(a_return(blank, number)).hexdigest()]]
        whole, young, no_outcome, no_date, broken = (number % 5 == kind for kind in range(5))
        assert row["Received"] == WEEKS[number // 15]
        rung = team.wrote.get(str(row["Reference"]), {}).get("Rung") == "yes"  # "no answer" reached nobody
        assert row["Ring today"] == ("yes" if (young or broken) and not rung else None), number
        assert row["Form"] == (None if broken else "risk-assessment")
        assert row["Filled"] == (None if broken else "12 of 12")
        assert row["Date"] == (None if broken or no_date else "2026-05-12")
        # Names on the team's list were first kept once the list was there; the whole folder was read again each week.
        assert row["Organisation"] == (None if broken else ORGANISATIONS[number % 3])
        assert row["Role"] == ("School nurse" if number % 2 and not broken else None)
        assert row["Status"] == _status(whole=whole, broken=broken)
        assert no_outcome or no_date or young or not row["Missing or unclear"] or broken
    listed = read(team.path, "Organisations")
    assert {row["Organisation"]: row["Telephone"] for row in listed if row["Telephone"]} == {
        name: f"01632 96000{n}" for n, name in enumerate(ORGANISATIONS)
    }
    assert [sheet.title for sheet in load_workbook(team.path).worksheets] == [
        "Register", "Findings", "Not read", "Versions", "Organisations",
    ]  # fmt: skip


def _status(*, whole: bool, broken: bool) -> str:
    if broken:
        return "Not read: read the original"
    return "No gaps found by software" if whole else "Questions about the form"
