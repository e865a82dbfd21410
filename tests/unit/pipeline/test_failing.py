"""A file over which the program fails is told as such; the files beside it are read, and the command says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hsbdocs.pipeline import packs
from hsbdocs.pipeline import read as reading
from tests.command.filling import complete
from tests.command.running import CONTENT, run
from tests.support.forms import blank

SECRET = "Quentin Nowhere"
#: Where each room is entered: a reader, the reading of a form, a rule.
ROOMS = [(reading, "transcripts"), (packs, "read_forms"), (reading, "apply_rules")]
ERRORS = [ValueError(SECRET), RecursionError(SECRET), MemoryError(SECRET), KeyError(SECRET), OSError(28, SECRET)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.docx", "b.docx", "c.docx"):
        (tmp_path / name).write_bytes(complete(blank("risk-assessment")))
    return tmp_path


def failing_once(monkeypatch: pytest.MonkeyPatch, room: Any, name: str, error: Exception) -> None:
    """Make a room raise at its second call."""
    calls = []
    real = getattr(room, name)

    def raising(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(room, name, raising)


@pytest.mark.parametrize(("room", "name"), ROOMS, ids=lambda each: getattr(each, "__name__", each))
@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
def test_one_file_is_lost_and_no_other(
    monkeypatch: pytest.MonkeyPatch, folder: Path, room: Any, name: str, error: Exception
) -> None:
    failing_once(monkeypatch, room, name, error)
    result = run("parse", folder, "--json", *CONTENT)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["status"] for line in lines] == ["clear", "unread", "clear"]
    assert [finding["code"] for finding in lines[1]["findings"]] == ["FILE-10"]
    assert result.exit_code == 3
    assert SECRET not in result.stdout + result.stderr


def test_the_report_names_it_first(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    failing_once(monkeypatch, *ROOMS[0], ERRORS[0])
    result = run("parse", folder, *CONTENT)
    assert result.exit_code == 3
    ring = result.stdout.index("Ring today")
    assert ring < result.stdout.index("b.docx") < result.stdout.index("3 files")
    assert "Not read: read the original" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
