"""The rehearsal widened: notes, addenda, corrections and forgetting, over four weeks; at the end as written by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from hsbdocs.cli import main
from tests.command.filling import change, complete, fill, young
from tests.command.running import CONTENT, run
from tests.desk.team import Team, notes, read
from tests.support.programs import convert, validate_ooxml

SCHOOL, CENTRE = "Riverside Academy", "Hill Health Centre"
SETTINGS = '[team]\nname = "A team"\ntelephone = "01632 960555"\n'


class Desk:
    """The folder of returns, what is kept, and the team."""

    def __init__(self, folder: Path, blank: bytes) -> None:
        self.inbox, self.kept, self.blank = folder / "in", folder / "kept", blank
        self.inbox.mkdir()
        (folder / "hsbdocs.toml").write_text(SETTINGS, encoding="utf-8")
        self.settings = folder / "hsbdocs.toml"
        self.team = Team(self.kept)

    def arrives(self, name: str, organisation: str, **changes: str | None) -> None:
        """A return: complete but for the changes."""
        values = {key.replace("__", "."): value for key, value in changes.items()}
        data = complete(self.blank, {"completion.organisation": organisation, **values})
        (self.inbox / name).write_bytes(data)

    def runs(self, day: str) -> str:
        """What the program says."""
        options = ("--notes", "--settings", self.settings, "--today", day, *CONTENT)
        result = run("parse", self.inbox, "--out", self.kept, *options)
        assert result.exit_code == 1, result.output
        return " ".join(result.output.split())

    def reference(self, name: str) -> str:
        """Of the file of this name, as ``find`` tells it."""
        done = CliRunner().invoke(
            main, ["find", "--in", str(self.kept), "--original", str(self.inbox / name), *CONTENT]
        )
        assert done.exit_code == 0, done.output
        return done.output.split(":")[0]

    def answers(self, name: str, reference: str, organisation: str, **written: str) -> None:
        """An addendum, filled in on the note."""
        note = (self.kept / "notes" / f"{reference}.docx").read_bytes()
        values = {f"addendum.{key}": text for key, text in written.items()}
        (self.inbox / name).write_bytes(fill(note, {**values, "addendum.organisation": organisation}))

    def corrects(self, reference: str, field: str, value: str) -> None:
        """Somebody writes a correction."""
        book = load_workbook(self.kept / "corrections.xlsx")
        sheet = book["Corrections"]
        names = {str(cell.value): cell.column for cell in sheet[1]}
        rows = {
            (sheet.cell(row, names["Reference"]).value, sheet.cell(row, names["Field"]).value): row
            for row in range(2, sheet.max_row + 1)
        }
        at = rows.get((reference, field), sheet.max_row + 1)
        said = {"Reference": reference, "Field": field, "Value": value, "Basis": "read in the original"}
        for name, text in {**said, "Initials": "AB", "Date": "9/6/2026"}.items():
            sheet.cell(at, names[name]).value = text
        book.save(self.kept / "corrections.xlsx")


@pytest.mark.slow
def test_a_month_at_the_desk_ends_as_it_was_written_by_hand(tmp_path: Path, blank: bytes) -> None:
    desk = Desk(tmp_path, blank)

    # The first week: six returns. Who is under 13 is rung about first; notes go out for the others.
    (desk.inbox / "young.docx").write_bytes(young(blank))
    desk.arrives("no-outcome.docx", SCHOOL, outcome__category=None)
    desk.arrives("no-answer.docx", CENTRE, considerations__q03=None, considerations__q07=None)
    desk.arrives("born.docx", SCHOOL, child__date_of_birth="31/2/2010", child__age=None)
    desk.arrives("number.docx", CENTRE, child__nhs_number="99900", considerations__q05=None)
    desk.arrives("whole.docx", SCHOOL)
    desk.runs("2026-06-01")
    desk.team.list_organisations([(SCHOOL, "Ann Lead", "01632 960101"), (CENTRE, "Bo Lead", "01632 960102")])
    desk.runs("2026-06-02")
    names = ("young", "no-outcome", "no-answer", "born", "number", "whole")
    at = {name: desk.reference(f"{name}.docx") for name in names}
    made = {path.stem for path in (desk.kept / "notes").glob("*.docx")}
    assert made == {at[name] for name in ("no-outcome", "no-answer", "number")}
    assert set(desk.team.references(Ring_today="yes")) == {at["young"], at["born"]}

    # The second week: two were rung, so their notes are made; three addenda, of which one fits.
    desk.team.write(at["young"], "Rung", "8/6/2026")
    desk.team.write(at["born"], "Rung", "8/6/2026")
    desk.team.write(at["no-answer"], "Due", "5/6/2026")
    desk.answers("a1.docx", at["no-outcome"], SCHOOL, o2="Problematic.")
    desk.answers("a2.docx", at["no-answer"], CENTRE, q3="Two.", q7="No.")
    wrong = at["no-answer"][:-1] + ("A" if at["no-answer"][-1] != "A" else "B")
    _rename(desk.inbox / "a2.docx", at["no-answer"], wrong)  # mistyped: its check fails
    desk.answers("a3.docx", at["number"], CENTRE, d6="999 004 0124")
    _rename(desk.inbox / "a3.docx", at["number"], at["whole"])  # another form's, of another organisation
    said = desk.runs("2026-06-08")
    assert {at["young"], at["born"]} <= {path.stem for path in (desk.kept / "notes").glob("*.docx")}
    a1, a2, a3 = (desk.reference(f"a{number}.docx") for number in (1, 2, 3))
    assert f"{a1} is an addendum to {at['no-outcome']}: something is now written at O2" in said
    assert f"{a2} names a reference that is none: a slip of the pen? Whose is this?" in said
    assert f"{a3} says that it is about {at['whole']}. Whose is this? The organisations" in said
    assert f"{at['no-answer']}, {CENTRE}; due 5 June 2026; Lead on your list: Bo Lead, 01632 960102" in said

    # The third week: an addendum through LibreOffice; two corrections, and one that is refused.
    desk.answers("a4.docx", at["young"], "Sample Trust", a4="Referred on 1 June.")
    through = convert(desk.inbox / "a4.docx", "odt", tmp_path / "other")
    (desk.inbox / "a4.docx").write_bytes(convert(through, "docx", tmp_path / "again").read_bytes())
    desk.corrects(at["born"], "child.date_of_birth", "27/2/2010")
    desk.corrects(at["number"], "child.nhs_number", "999 004 0124")
    desk.corrects(at["no-outcome"], "outcome.category", "harmful")
    said = desk.runs("2026-06-15")
    a4 = desk.reference("a4.docx")
    assert f"{a4} says that it is about {at['young']}. Whose is this? No organisation of your list" in said
    assert f"corrections.xlsx: taken in for {at['born']}, row D2." in said
    assert f"corrections.xlsx: taken in for {at['number']}, row D6." in said
    assert f"corrections.xlsx, {at['no-outcome']}, row O2: an outcome, a Yes or No and a signature are asked" in said
    assert f"not taken in: {at['no-outcome']}" not in said

    # The fourth week: a person closes what is settled, and one form is forgotten.
    for name in ("no-outcome", "number"):
        desk.team.write(at[name], "Answer received", "15/6/2026")
        desk.team.write(at[name], "Closed", "22/6/2026")
    command = ["forget", "--in", str(desk.kept), "--reference", at["no-answer"], "--today", "2026-06-22", *CONTENT]
    done = CliRunner().invoke(main, command, input="data officer\nretention\nFORGET\n")
    assert done.exit_code == 0, done.output
    said = desk.runs("2026-06-22")
    assert f"{at['no-answer']} was forgotten and is not kept again" in said

    _hold_against_the_list(desk, at, {"a1": a1, "a2": a2, "a3": a3, "a4": a4})


def _hold_against_the_list(desk: Desk, at: dict[str, str], came: dict[str, str]) -> None:
    """What stands at the end, typed by hand."""
    questions, explain, clear = (
        "Questions about the form",
        "Please explain: read the form",
        "No gaps found by software",
    )
    expected: dict[str, dict[str, Any]] = {
        at["young"]: {"Status": questions, "Rung": "8/6/2026"},
        at["no-outcome"]: {"Status": questions, "Answer received": "15/6/2026", "Closed": "22/6/2026"},
        at["born"]: {"Status": questions, "Rung": "8/6/2026"},
        at["number"]: {"Status": questions, "Answer received": "15/6/2026", "Closed": "22/6/2026"},
        at["whole"]: {"Status": clear},
        **{reference: {"Status": explain} for reference in came.values()},
    }
    peoples = ("Rung", "By", "Spoke to", "Chased", "Due", "Answer received", "Closed", "Hold", "Note", "Ring today")
    found = {
        row["Reference"]: {"Status": row["Status"], **{name: row[name] for name in peoples if row[name] is not None}}
        for row in read(desk.team.path)
    }
    assert found == expected
    assert notes(desk.team.path) == {}
    since = {(row["Reference"], row["Row"]): row["Since"] for row in read(desk.team.path, "Findings") if row["Since"]}
    assert since == {  # the number that was written down is none either, so it is still asked
        (at["no-outcome"], "row O2"): (
            f"something is now written (addendum {came['a1']}, came on 08/06/2026, not signed or not dated)"
        ),
        (at["born"], "row D2"): (
            "a value was written down by AB on 09/06/2026, read in the original (corrections.xlsx)"
        ),
    }
    lines = {
        line["reference"]: line
        for line in map(json.loads, (desk.kept / "records.jsonl").read_text(encoding="ascii").splitlines())
    }
    assert {name for name, line in lines.items() if "corrected" in line} == {at["born"], at["number"]}
    assert lines[at["born"]]["age_band"] == "16-17"
    assert lines[at["number"]]["answers"]["child.nhs_number"] is None
    corrections = {
        (row["Reference"], row["Field"]): row["Value"] for row in read(desk.kept / "corrections.xlsx", "Corrections")
    }
    assert corrections == {
        (at["born"], "child.date_of_birth"): "16-17",
        (at["number"], "child.nhs_number"): "see the original",
        (at["no-outcome"], "outcome.category"): "harmful",  # refused: it stays as somebody wrote it
    }
    kept = sorted(path.name for path in (desk.kept / "notes").iterdir())
    assert kept == sorted(
        f"{at[name]}.{ending}" for name in ("young", "no-outcome", "born", "number") for ending in ("docx", "txt")
    )
    assert [path.name for path in (desk.kept / "receipts").iterdir()] == [f"{at['no-answer']}.txt"]
    made = [desk.team.path, desk.kept / "corrections.xlsx", *sorted((desk.kept / "notes").glob("*.docx"))]
    assert validate_ooxml(made) == {path: [] for path in made}


def _rename(path: Path, old: str, new: str) -> None:
    data = path.read_bytes()
    for part in ("word/document.xml", "word/footer1.xml"):
        data = change(data, part, lambda xml: xml.replace(old.encode(), new.encode()))
    path.write_bytes(data)
