"""Copies that people leave in the folder are read at each run: none ever takes away what was written since."""

import os
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command.filling import young
from tests.command.running import CONTENT, TODAY, run
from tests.desk.team import Team, read


@pytest.mark.parametrize("numbered", [True, False])
def test_an_old_copy_that_lies_there_for_weeks_takes_nothing_away(
    tmp_path: Path, blank: bytes, *, numbered: bool
) -> None:
    """``numbered``: it has the number that it was written under; some programs drop that."""
    inbox, kept = tmp_path / "in", tmp_path / "kept"
    inbox.mkdir()
    (inbox / "a.docx").write_bytes(young(blank))

    def again() -> None:
        assert run("parse", inbox, "--out", kept, *TODAY, *CONTENT).exit_code == 1

    again()
    old = kept / "register - Copy.xlsx"
    shutil.copy(kept / "register.xlsx", old)
    if not numbered:
        book = load_workbook(old)
        del book.custom_doc_props["hsbdocs.writing"]
        book.save(old)
    team = Team(kept)
    (reference,) = team.references()
    team.insert_column("Team", before="Status")
    team.write(reference, "Team", "North")
    team.write(reference, "Rung", "yes")
    for number in range(3):
        again()
        later = (kept / "register.xlsx").stat().st_mtime + 60 * (number + 1)
        os.utime(old, (later, later))  # the copy is the file that was saved last
        (row,) = read(kept / "register.xlsx")
        assert (row["Rung"], row["Team"]) == ("yes", "North")
