"""Exit statuses 2 and 3: wrong usage, and work that could not be done."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from tests.command.running import CONTENT, ROOT, TODAY, everything_in, lines_of, parse, run


def ends(result: Result, status: int) -> None:
    """The exit status, without a traceback or a line on stdout."""
    assert result.exit_code == status, result.output
    assert "Traceback" not in result.output
    assert result.stderr.strip()


def test_unknown_path(tmp_path: Path) -> None:
    result = parse("--json", tmp_path / "none.docx")
    ends(result, 2)
    assert result.stdout == ""


def test_one_unknown_path_among_others(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    result = parse("--json", tmp_path / "a.docx", tmp_path / "none.docx")
    ends(result, 2)
    assert result.stdout == ""


def test_no_path() -> None:
    ends(parse(), 2)


def test_full_without_out(tmp_path: Path) -> None:
    result = parse("--full", tmp_path)
    ends(result, 2)
    assert "--out" in result.stderr


@pytest.mark.parametrize("day", ["yesterday", "1/6/2026", "2026-02-30", "26-06-01", ""])
def test_a_bad_date(tmp_path: Path, day: str) -> None:
    ends(run("parse", "--today", day, *CONTENT, tmp_path), 2)


def test_content_that_holds_none(tmp_path: Path) -> None:
    ends(run("parse", *TODAY, "--content", tmp_path, tmp_path), 2)
    ends(run("parse", *TODAY, "--content", tmp_path / "none", tmp_path), 2)


@pytest.mark.parametrize("args", [["--nonsense"], ["nonsense"], ["parse", "--db", "x"], ["adopt"], ["review"]])
def test_options_and_commands_that_are_not_built_are_absent(args: list[str]) -> None:
    ends(run(*args), 2)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("releases/risk-assessment-2023.06-1.json", "{"),
        ("releases/risk-assessment-2023.06-1.json", "{}"),
        ("generated/findings.json", "[]"),
        ("generated/findings.json", "not json"),
    ],
)
def test_broken_content(tmp_path: Path, part: str, text: str) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content" / part
    path.write_text(text, encoding="utf-8")
    (tmp_path / "in").mkdir()
    result = run("parse", *TODAY, "--content", tmp_path, "--json", tmp_path / "in")
    ends(result, 3)
    assert path.name in result.stderr
    assert result.stdout == ""


def test_a_file_where_the_folder_should_be(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    for out in (tmp_path / "out" / "deeper", tmp_path / "out", tmp_path / "register.xlsx"):
        done = parse(tmp_path / "a.docx", "--out", out)
        ends(done, 2)
        assert "is no folder: name one" in done.stderr
    assert not (tmp_path / "register.xlsx").exists()
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_folder_where_the_records_should_be(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    (tmp_path / "out" / "records.jsonl").mkdir(parents=True)
    ends(parse(tmp_path / "a.docx", "--out", tmp_path / "out"), 3)
    assert sorted(everything_in(tmp_path / "out")) == ["ledger.sqlite", "records.jsonl"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_a_disk_that_takes_nothing(
    filled: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "records.jsonl").write_text("old\n", encoding="utf-8")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    result = parse("--json", tmp_path / "a.docx", "--out", tmp_path / "out")
    monkeypatch.undo()
    ends(result, 3)
    assert len(lines_of(result.stdout)) == 1
    assert str(error.strerror) in result.stderr
    assert (tmp_path / "out" / "records.jsonl").read_bytes() == b"old\n"
    assert sorted(everything_in(tmp_path / "out")) == ["ledger.sqlite", "records.jsonl"]
    assert parse("--json", tmp_path / "a.docx", "--out", tmp_path / "out").exit_code == 0
    assert len((tmp_path / "out" / "records.jsonl").read_bytes().splitlines()) == 1


def test_the_same_form_again_is_kept_once(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    for _ in range(2):
        assert parse(tmp_path / "a.docx", "--out", tmp_path / "out").exit_code == 0
        assert len((tmp_path / "out" / "records.jsonl").read_text(encoding="ascii").splitlines()) == 1


def test_two_packs_of_one_id(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    result = parse("--json", tmp_path / "a.docx", *CONTENT)
    ends(result, 2)
    assert "More than one pack has the id kent-medway." in result.stderr
    assert result.stdout == ""
