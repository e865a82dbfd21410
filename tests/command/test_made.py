"""What is made from content is made anew by itself: who edits content needs no other command."""

import os
import shutil
from pathlib import Path

import pytest

from tests.command.running import ROOT, TODAY, run

SENTENCE = "Read every form to its end today."


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for name in ("content", "templates", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def _edit(pack: Path) -> None:
    path = pack / "content" / "report.yaml"
    path.write_text(path.read_text("utf-8").replace(SENTENCE, "Read each form, today."), encoding="utf-8")
    later = (pack / "content" / "generated" / "findings.json").stat().st_mtime + 10
    os.utime(path, (later, later))


def test_an_edited_sentence_is_in_the_next_report(pack: Path) -> None:
    _edit(pack)
    result = run("parse", *TODAY, "--content", pack, pack / "examples" / "returned" / "01-complete.docx")
    assert result.exit_code in (0, 1), result.output
    assert "Read each form, today." in result.stdout
    assert SENTENCE not in result.stdout


@pytest.mark.parametrize("command", [("build", "--out"), ("check",), ("review", "status")])
def test_no_command_asks_for_another_one_first(pack: Path, command: tuple[str, ...]) -> None:
    _edit(pack)
    out = (pack / "out",) if "--out" in command else ()
    result = run(*command, *out, "--content", pack)
    assert result.exit_code == 0, result.output


def test_what_is_missing_is_made(pack: Path) -> None:
    (pack / "content" / "generated" / "findings.json").unlink()
    result = run("parse", *TODAY, "--content", pack, "--json", pack / "examples" / "returned" / "01-complete.docx")
    assert result.exit_code in (0, 1), result.output


def test_broken_content_is_told_and_nothing_is_made(pack: Path) -> None:
    made = pack / "content" / "generated" / "findings.json"
    before = made.read_bytes()
    path = pack / "content" / "report.yaml"
    path.write_text("first: [", encoding="utf-8")
    os.utime(path, (made.stat().st_mtime + 10,) * 2)
    assert run("build", "--out", pack / "out", "--content", pack).exit_code == 3
    assert made.read_bytes() == before
