"""``hsbdocs parse --json``: one line for each form, nothing else, and the exit status."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.command.filling import complete, young
from tests.command.odd_files import PDF, PNG
from tests.command.running import CONTENT, TODAY, codes, lines_of, parse, process, records, run
from tests.unit.reading.complete import COMPLETE, CONVERTED, EXPECTED


def test_a_complete_form(built: Path, document: str, tmp_path: Path) -> None:
    data = complete((built / f"{document}.docx").read_bytes())
    (tmp_path / "a.docx").write_bytes(data)
    result = parse("--json", tmp_path / "a.docx")
    (line,) = lines_of(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert line["answers"] == EXPECTED
    assert line["as_written"] == {field: COMPLETE[field] for field in CONVERTED}
    assert (line["status"], codes(line), line["unplaced"]) == ("clear", ["CHILD-10"], [])
    assert line["form"] == {
        "id": "risk-assessment",
        "version": "2023.06-2",
        "document": document,
        "recognised_by": "stamp",
    }
    assert line["file"] == (tmp_path / "a.docx").as_posix()
    assert (line["member"], line["part"]) == (None, 1)
    assert line["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_blank_form_has_the_required_fields_and_no_age_rule(built: Path, document: str) -> None:
    result = parse("--json", built / f"{document}.docx")
    (line,) = lines_of(result.stdout)
    assert result.exit_code == 1
    assert line["status"] == "questions"
    asked = [finding["code"] for finding in line["findings"] if finding["severity"] == "error"]
    assert asked == [
        *("CHILD-01", "CHILD-02", "ANSWER-01", "OUTCOME-01", "OUTCOME-03"),
        *["ACTION-02"] * 5,
        *("SIGN-02", "SIGN-03", "SIGN-04", "SIGN-04", "SIGN-05"),
    ]
    others = [finding["code"] for finding in line["findings"] if finding["severity"] != "error"]
    assert set(others) == {"CHILD-14", "ACTION-06", "SIGN-01", "SIGN-09"}
    assert len(line["answers"]) == 45
    assert set(line["answers"].values()) == {None}
    assert (line["as_written"], line["unplaced"]) == ({}, [])


def test_a_young_child(blank: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(young(blank))
    (line,) = records(tmp_path / "a.docx")
    assert codes(line) == ["ACTION-04", "AGE-03", "AGE-05", "CHILD-10"]
    duties = [finding for finding in line["findings"] if finding["code"] in ("AGE-03", "AGE-05")]
    assert all(finding["severity"] == "error" for finding in duties)


@pytest.mark.parametrize(
    ("changes", "found", "status", "exit_code"),
    [
        ({"child.date_of_birth": "31/2/2012"}, ["CHILD-03"], "questions", 1),
        ({"child.date_of_birth": "3/4/12"}, ["CHILD-04"], "clear", 0),
        ({"child.date_of_birth": "03/27/2012", "child.age": None}, ["AGE-20", "CHILD-03"], "questions", 1),
        ({"child.date_of_birth": "3/4/14", "child.age": None}, ["AGE-20", "CHILD-04"], "questions", 1),
        ({"child.nhs_number": "999 000 0000"}, ["CHILD-09"], "clear", 0),
        ({"child.nhs_number": "999 000 001"}, ["CHILD-09"], "clear", 0),
        ({"child.nhs_number": "not known"}, [], "clear", 0),
        ({"child.nhs_number": None}, [], "clear", 0),
        ({"child.nhs_number": None, "child.school": None}, ["CHILD-16"], "clear", 0),
        ({"child.age": "fifteen"}, ["FORM-07"], "questions", 1),
        ({"completion.date": "2/6/2026"}, ["SIGN-06"], "questions", 1),
        ({"completion.mode": None}, ["SIGN-01"], "clear", 0),
        ({"outcome.category": None}, ["OUTCOME-01"], "questions", 1),
        ({"actions.referral.details": None}, ["ACTION-03"], "questions", 1),
    ],
)
def test_findings_status_and_exit(
    blank: bytes, tmp_path: Path, changes: dict[str, str | None], found: list[str], status: str, exit_code: int
) -> None:
    (tmp_path / "a.docx").write_bytes(complete(blank, changes))
    result = parse("--json", tmp_path / "a.docx")
    (line,) = lines_of(result.stdout)
    sample = [] if "child.nhs_number" in changes else ["CHILD-10"]
    assert (codes(line), line["status"], result.exit_code) == (sorted([*found, *sample]), status, exit_code)
    for field, typed in changes.items():
        if typed is None:
            assert line["answers"][field] is None
            assert field not in line["as_written"]
        elif line["answers"][field] is None:
            assert line["as_written"][field] == typed


def test_findings_say_where_and_what(blank: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(complete(blank, {"actions.referral.details": None}))
    (line,) = records(tmp_path / "a.docx")
    (finding,) = (each for each in line["findings"] if each["code"] != "CHILD-10")
    assert finding["fields"] == ["actions.referral.details"]
    assert finding["location"] == "row A4"
    assert "4.4" in finding["source"]
    assert finding["message"]
    assert finding["hint"]
    assert "{" not in finding["message"] + finding["hint"]


def test_today(blank: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(complete(blank, {"completion.date": "12 May 2026"}))
    old = ["FORM-02", "SIGN-08"]
    for day, found in (("2026-05-11", ["SIGN-06"]), ("2026-05-12", []), ("2026-06-30", []), ("2030-01-01", old)):
        (line,) = lines_of(run("parse", "--today", day, *CONTENT, "--json", tmp_path / "a.docx").stdout)
        assert codes(line) == sorted(["CHILD-10", *found]), day


def test_folders_in_name_order_with_locks_and_dot_files_passed_over(filled: bytes, tmp_path: Path) -> None:
    for name in ("b.docx", "a/c.docx", "a/a.docx", "~$b.docx", ".hidden.docx", ".git/x.docx", "out/records.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(filled)
    (tmp_path / "z.txt").write_text("notes", encoding="utf-8")
    result = parse("--json", tmp_path, "--out", tmp_path / "out")
    lines = lines_of(result.stdout)
    assert [Path(line["file"]).relative_to(tmp_path).as_posix() for line in lines] == [
        *("a/a.docx", "a/c.docx", "b.docx", "z.txt"),
    ]
    assert [line["status"] for line in lines] == ["clear", "clear", "clear", "unread"]
    assert result.exit_code == 1
    assert len((tmp_path / "out" / "records.jsonl").read_text().splitlines()) == 2, (
        "one form sent three times, and a note"
    )


def test_files_of_other_kinds_in_a_folder_are_one_unread_line_each(filled: bytes, tmp_path: Path) -> None:
    for name, data in (("a.pdf", PDF), ("b.png", PNG), ("c.txt", b"hello"), ("d.docx", filled)):
        (tmp_path / name).write_bytes(data)
    lines = records(tmp_path)
    assert [(line["status"], codes(line)) for line in lines] == [
        *[("unread", ["FILE-04"])] * 3,
        ("clear", ["CHILD-10"]),
    ]


def test_several_paths_in_the_order_given(filled: bytes, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(filled)
    lines = records(tmp_path / "b.docx", tmp_path / "a.docx")
    assert [Path(line["file"]).name for line in lines] == ["b.docx", "a.docx"]


def test_an_empty_folder_is_nothing_to_put_right(tmp_path: Path) -> None:
    result = parse("--json", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_file_is_named_as_given(filled: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "returned").mkdir()
    (tmp_path / "returned" / "a.docx").write_bytes(filled)
    monkeypatch.chdir(tmp_path)
    assert [line["file"] for line in records("returned")] == ["returned/a.docx"]
    assert [line["file"] for line in records(Path("returned") / "a.docx")] == ["returned/a.docx"]


def test_stdout_of_a_process_holds_only_ascii_lines(blank: bytes, tmp_path: Path) -> None:
    name = "f\u00f6rm \u4e2d\U0001f600.docx"
    (tmp_path / name).write_bytes(complete(blank, {"child.name": "Zo\u00eb \U0001f600 \u0645\n\u2028x"}))
    (tmp_path / "b.docx").write_bytes(b"broken")
    done = process("parse", *TODAY, *CONTENT, "--json", ".", cwd=tmp_path, PYTHONIOENCODING="cp1252")
    lines = lines_of(done.stdout.decode("ascii"))
    assert [line["file"] for line in lines] == ["b.docx", name]
    assert lines[1]["answers"]["child.name"] == "Zo\u00eb \U0001f600 \u0645\n\u2028x"
    assert (done.returncode, done.stderr) == (1, b"")


def test_with_out_the_note_goes_to_stderr(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    result = parse("--json", tmp_path / "a.docx", "--out", tmp_path / "out")
    assert len(lines_of(result.stdout)) == 1
    assert "records.jsonl" in result.stderr


def test_the_version_of_the_rules_is_the_same_each_time(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    versions = {json.dumps(records(tmp_path / "a.docx")[0]["rules"]) for _ in range(2)}
    assert len(versions) == 1
