"""Killed at any moment and run again: everything is as after one undisturbed run, and nothing is there twice."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.filling import complete
from tests.command.running import CONTENT, ROOT, TODAY
from tests.desk.team import read

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")]

FORMS, FILES = 20, 500
#: Fifty moments: at the forms, around each writing of a hundred, and at each file that is replaced.
MOMENTS = (
    *(f"keep:{number}:{when}" for number in (1, 2, 7, 50, 99, 100, 101, 150, 200, 201) for when in ("before", "after")),
    *(f"commit:{number}:{when}" for number in (1, 2, 3, 4, 5, 6, 7) for when in ("before", "after")),
    *(f"set_sheets:{number}:{when}" for number in (1, 2) for when in ("before", "after")),
    *(f"replace:{number}:{when}" for number in (1, 2) for when in ("before", "after")),
    *(f"fdopen:{number}:{when}" for number in (1, 2) for when in ("before", "after")),
    *("keep:300:before", "keep:400:after", "keep:499:before", "keep:500:after"),
)


@pytest.fixture
def inbox(tmp_path: Path, blank: bytes) -> Path:
    """Five hundred files, forty of them forms."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(FILES):
        form = number % (FILES // FORMS) == 0 and number // (FILES // FORMS) < FORMS
        data = complete(blank, {"outcome.summary": f"No {number}"}) if form else b"broken %d" % number
        (folder / f"{number:03}.docx").write_bytes(data)
    return folder


def _run(inbox: Path, out: Path, moment: str) -> int:
    command = [sys.executable, "-m", "tests.desk.killed", moment, "--", "parse", "--json", str(inbox)]
    more = ["--out", str(out), *TODAY, *CONTENT]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run([*command, *more], cwd=ROOT, env=environment, capture_output=True, check=False).returncode


def _kept(out: Path) -> tuple[object, ...]:
    """All that is kept, whatever the order of the bytes."""
    with sqlite3.connect(out / "ledger.sqlite") as database:
        forms = database.execute("SELECT reference, sha256, part, received, line, entry FROM forms ORDER BY number")
        rows = forms.fetchall()
    database.close()
    sheets = tuple(read(out / "register.xlsx", name) for name in ("Register", "Findings", "Not read", "Versions"))
    return rows, (out / "records.jsonl").read_bytes(), sheets


def test_after_fifty_kills_everything_is_as_after_one_undisturbed_run(inbox: Path, tmp_path: Path) -> None:
    assert len(set(MOMENTS)) == 50
    assert _run(inbox, tmp_path / "once", "none") == 1
    wanted = _kept(tmp_path / "once")
    assert len(wanted[0]) == FILES  # type: ignore[arg-type]
    killed = tmp_path / "killed"
    ends = [_run(inbox, killed, moment) for moment in MOMENTS]
    assert ends.count(-9) >= 40, "most of these moments come"
    assert _run(inbox, killed, "none") == 1
    assert _kept(killed) == wanted
    assert not [path for path in killed.iterdir() if path.name.startswith(".hsbdocs-") and path.suffix == ".xlsx"]


@pytest.mark.parametrize("moment", ["commit:3:after", "replace:2:before"])
def test_one_kill_in_a_new_folder(inbox: Path, tmp_path: Path, moment: str) -> None:
    assert _run(inbox, tmp_path / "once", "none") == 1
    assert _run(inbox, tmp_path / "killed", moment) == -9
    assert _run(inbox, tmp_path / "killed", "none") == 1
    assert _kept(tmp_path / "killed") == _kept(tmp_path / "once")
