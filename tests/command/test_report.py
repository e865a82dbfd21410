"""The report as it is printed: order, standing sentences, colours, consoles."""

import hashlib
import zipfile
from pathlib import Path

import openpyxl
import pytest

from hsbdocs.model.reference import reference
from tests.command.filling import complete, young
from tests.command.running import CONTENT, ROOT, TODAY, parse, process


@pytest.fixture
def returned(blank: bytes, filled: bytes, tmp_path: Path) -> Path:
    """A folder: a clear form, a young child's, a blank and a broken one."""
    folder = tmp_path / "returned"
    folder.mkdir()
    (folder / "a-clear.docx").write_bytes(filled)
    (folder / "b-young.docx").write_bytes(young(blank))
    (folder / "c-outcome.docx").write_bytes(complete(blank, {"outcome.category": None}))
    (folder / "d-broken.docx").write_bytes(b"broken")
    return folder


def test_opens_with_999_and_ends_with_what_software_cannot_say(returned: Path) -> None:
    text = parse(returned).stdout
    assert text.startswith("If a child is in immediate danger, call 999.")
    flat = " ".join(text.split())
    assert "A report without findings means only that software saw nothing missing." in flat
    end = flat[flat.index("Not checked, because the form has no box of its own for it:") :]
    assert "whether parents or carers were told." in end
    assert end.endswith("a person must read the whole form.")
    assert flat.index("A report without findings") < flat.index("Not checked, because")


def test_a_clear_report_says_so_too(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    result = parse(tmp_path / "a.docx")
    flat = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert flat.startswith("If a child is in immediate danger, call 999.")
    assert "No gaps found by software" in flat
    assert "software saw nothing missing" in flat
    assert "Ring today" not in flat


def test_files_to_ring_about_come_before_all_others(returned: Path) -> None:
    lines = parse(returned).stdout.splitlines()
    ring = next(number for number, line in enumerate(lines) if line.startswith("Ring today"))
    block = lines[ring + 1 : lines.index("", ring)]
    assert [Path(line.strip()).name for line in block if line.endswith(".docx")] == ["b-young.docx", "d-broken.docx"]
    assert any("under 13" in line for line in block)
    assert not any(".docx" in line for line in lines[:ring])


def test_the_report_is_as_written_by_hand(blank: bytes, returned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """tests/command/reports/first.txt was set in order by hand, and read against the form and the catalogue."""
    (returned / "e-empty.docx").write_bytes(blank)
    monkeypatch.chdir(returned.parent)
    assert parse("returned").stdout == _by_hand("first.txt")


def test_two_weeks_later_in_the_team_s_folder(blank: bytes, returned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of three was rung about, one came again with a friend, one did not; their list has the school's lead."""
    (returned / "e-empty.docx").write_bytes(blank)
    monkeypatch.chdir(returned.parent)
    assert parse("returned", "--out", "kept").exit_code == 1
    ref = {path.name[0]: reference(hashlib.sha256(path.read_bytes()).hexdigest(), 1) for path in returned.iterdir()}
    _write("kept/register.xlsx", ref["e"])
    for name in ("a-clear.docx", "c-outcome.docx", "d-broken.docx"):
        (returned / name).unlink()
    later = parse("returned", "--out", "kept", "--today", "2026-06-15").stdout
    assert later[: later.index("2 files")] == _by_hand("later.txt").format(**ref)


def _write(register: str, rung: str) -> None:
    """As somebody in Excel does it: a day under Rung, and a row in Organisations."""
    book = openpyxl.load_workbook(register)
    forms, listed = book["Register"], book["Organisations"]
    columns = [cell.value for cell in forms[1]]
    row = next(row for row in forms.iter_rows(min_row=2) if row[columns.index("Reference")].value == rung)
    row[columns.index("Rung")].value = "2 June, left a message"
    names = [cell.value for cell in listed[1]]
    last = listed.max_row + 1
    for name, text in {"Organisation": "SAMPLE TRUST", "Lead": "Sam Lead", "Telephone": "01632 960002"}.items():
        listed.cell(last, names.index(name) + 1).value = text
    book.save(register)


def _by_hand(name: str) -> str:
    return (Path(__file__).parent / "reports" / name).read_text(encoding="utf-8")


def test_a_summary_of_many_and_the_rest_with_details(blank: bytes, filled: bytes, tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.docx").write_bytes(filled)
    (tmp_path / "20.docx").write_bytes(young(blank))
    short, whole = parse(tmp_path), parse(tmp_path, "--details")
    assert (short.exit_code, whole.exit_code) == (1, 1)
    for text in (short.stdout, whole.stdout):
        assert text.startswith("If a child is in immediate danger, call 999.")
        assert "20.docx\n    Organisation:" in text
        assert "software saw nothing missing" in " ".join(text.split())
    assert len(short.stdout.splitlines()) < 60
    assert len(whole.stdout.splitlines()) > 120
    assert ('"--details" shows the rest' in short.stdout, "05.docx" in short.stdout) == (True, False)
    assert ('"--details" shows the rest' in whole.stdout, "05.docx" in whole.stdout) == (False, True)


def test_details_and_json_do_not_go_together(returned: Path) -> None:
    result = parse(returned, "--json", "--details")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_what_is_quoted_on_the_screen_is_kept_nowhere(blank: bytes, tmp_path: Path) -> None:
    """The screen alone says who sent it and what was written; coded records and register do not."""
    said = {"completion.practitioner": "Zebra Writer", "completion.organisation": "Zebra School",
            "completion.role": "Zebra role", "actions.referral.details": "Zebra details",
            "child.date_of_birth": "Zebra birth", "child.age": "Zebra age"}  # fmt: skip
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_bytes(complete(blank, {**said, "actions.referral.answer": None}))
    shown = parse(tmp_path / "in", "--out", tmp_path / "out").stdout
    assert [text for text in said.values() if text not in shown] == []
    for path in (tmp_path / "out").iterdir():
        data = path.read_bytes()
        parts = [data]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        assert not any(b"zebra" in part.lower() for part in parts), path.name


def test_each_file_has_its_status(returned: Path) -> None:
    lines = parse(returned).stdout.splitlines()
    for name, words in (
        ("a-clear", "No gaps found by software"),
        ("b-young", "Questions about the form"),
        ("c-outcome", "Questions about the form"),
        ("d-broken", "Not read: read the original"),
    ):
        assert any(words in line and name in line for line in lines)


def test_findings_name_row_label_code_and_section(returned: Path) -> None:
    flat = " ".join(parse(returned).stdout.split())
    assert "Row O2" in flat
    assert "No outcome is marked." in flat
    assert "[OUTCOME-01; guidance 4.4]" in flat
    assert "Row A4, Are you making a referral?" in flat
    assert "Missing or unclear" in flat


def test_no_outcome_is_suggested(returned: Path) -> None:
    text = parse(returned).stdout.lower()
    assert not any(word in text for word in ("score", "safe ", "should be problematic", "should be harmful"))
    for word in ("problematic", "harmful"):
        assert text.count(word) == text.count(f"you recorded {word} behaviour"), "only what was recorded is repeated"


def test_no_escape_codes_in_a_pipe(returned: Path, tmp_path: Path) -> None:
    done = process("parse", *TODAY, *CONTENT, returned, cwd=tmp_path, TERM="xterm-256color")
    assert b"\x1b" not in done.stdout
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "utf-8"])
def test_on_consoles_that_cannot_show_every_name(filled: bytes, tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("\u4e2d\u6587.docx", "Zo\u00eb.docx", "\U0001f600.docx"):
        (folder / name).write_bytes(filled)
    done = process("parse", *TODAY, *CONTENT, "in", cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert "3 files" in text
    assert ("Zo\u00eb.docx" in text) or ("Zo\\xeb.docx" in text)


def test_the_report_itself_fits_cp1252(returned: Path) -> None:
    parse(returned).stdout.encode("cp1252")


def test_a_name_that_is_no_text(filled: bytes, tmp_path: Path) -> None:
    try:
        (tmp_path / "a\udcff.docx").write_bytes(filled)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only names that are text")
    for args in ((), ("--json",)):
        done = process("parse", *TODAY, *CONTENT, ".", *args, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")


def test_examples_of_the_project_are_read_as_their_list_says() -> None:
    assert (ROOT / "examples" / "returned").is_dir()
    result = parse(ROOT / "examples" / "returned")
    assert result.exit_code == 1
    assert result.stdout.startswith("If a child is in immediate danger, call 999.")
