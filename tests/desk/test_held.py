"""Files that something holds, and a reader who leaves the report before its end: the register is whole all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.filling import complete, with_part, young
from tests.command.running import CONTENT, TODAY, lines_of, run
from tests.desk.team import read

#: Forms of which the report is longer than 64 KB.
_MORE_THAN_A_PIPE_HOLDS = 60


@pytest.fixture
def inbox(tmp_path: Path, blank: bytes) -> Path:
    """A folder with one return."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.docx").write_bytes(complete(blank))
    return folder


def test_a_file_that_is_held_for_a_moment_is_replaced_all_the_same(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {"register.xlsx": 3, "records.jsonl": 2}
    _hold(held, monkeypatch)
    assert run("parse", inbox, "--out", inbox.parent / "kept", *TODAY, *CONTENT).exit_code == 0
    assert set(held.values()) == {0}
    assert {path.name for path in (inbox.parent / "kept").iterdir()} == {
        ".gitignore", "ledger.sqlite", "records.jsonl", "register.xlsx",
    }  # fmt: skip


def test_a_view_that_is_open_elsewhere_is_said_and_all_else_is_made(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hold({"register.csv": 1000, "register.xlsx": 1000}, monkeypatch)
    result = run("parse", inbox, "--out", inbox.parent / "kept", "--csv", "--html", *TODAY, *CONTENT)
    assert result.exit_code == 0
    assert "register.csv is open in a program and stays as it was" in result.output
    assert "register.xlsx is open in a program. The new one lies beside it" in result.output
    names = {path.name for path in (inbox.parent / "kept").iterdir()}
    assert {"register (new).xlsx", "register.html", "records.jsonl"} <= names
    assert "register.csv" not in names


def _hold(held: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """As a virus scanner or Excel does on Windows: the file cannot be replaced, so and so often."""
    replace = os.replace

    def replaced(source: str, target: Path) -> None:
        if held.get(target.name, 0):
            held[target.name] -= 1
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", replaced)
    monkeypatch.setattr("hsbdocs.store.files._PAUSE", 0)


@pytest.mark.slow
def test_whoever_leaves_the_report_at_its_first_line_has_a_register(inbox: Path, blank: bytes) -> None:
    same = young(blank)
    for number in range(_MORE_THAN_A_PIPE_HOLDS):
        (inbox / f"{number}.docx").write_bytes(with_part(same, "custom/number.txt", str(number).encode()))
    kept = inbox.parent / "kept"
    command = [sys.executable, "-m", "hsbdocs", "parse", *map(str, (inbox, "--out", kept, *TODAY, *CONTENT))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert b"999" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        process.stderr.read()
    assert process.returncode != 0
    assert len(read(kept / "register.xlsx")) == _MORE_THAN_A_PIPE_HOLDS + 1


def test_what_the_program_keeps_is_no_form_that_somebody_sent(tmp_path: Path, blank: bytes) -> None:
    inbox, kept = tmp_path / "in", tmp_path / "in" / "kept"
    inbox.mkdir()
    (inbox / "a.docx").write_bytes(complete(blank, {"outcome.category": None}))
    first = run("parse", inbox, "--out", kept, "--notes", *TODAY, *CONTENT)
    assert list(kept.glob("notes/*.docx"))
    assert "Passed over" not in first.output
    again = run("parse", inbox, "--json", *TODAY, *CONTENT)
    assert [line["file"] for line in lines_of(again.stdout)] == [(inbox / "a.docx").as_posix()]
    assert f"Passed over: {kept.as_posix()}, where this program keeps what it read before." in again.stderr
    assert "Passed over" not in run("parse", inbox, "--out", kept, "--notes", *TODAY, *CONTENT).output
    for folder in (kept, kept / "notes"):
        refused = run("parse", folder, *TODAY, *CONTENT)
        assert refused.exit_code == 2
        assert "holds what this program keeps: name the folder of returned forms." in " ".join(refused.output.split())
