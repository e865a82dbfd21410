"""``hsbdocs parse --settings``: what a team may change, that it is said, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import Result

from tests.command.filling import change, complete, young
from tests.command.running import CONTENT, ROOT, codes, lines_of, run


def parse(folder: Path, settings: str, *args: str) -> Result:
    """``hsbdocs parse`` of the forms in a folder with these settings."""
    path = folder / "team.toml"
    path.write_text(settings, encoding="utf-8")
    return run("parse", folder / "in", "--settings", path, *CONTENT, *args)


def lines(folder: Path, settings: str, *args: str) -> list[dict[str, object]]:
    """The JSON lines."""
    return lines_of(parse(folder, settings, "--json", *args).stdout)


@pytest.fixture
def folder(filled: bytes, tmp_path: Path) -> Path:
    """A folder with one complete form: CHILD-10 is its only finding."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_bytes(filled)
    return tmp_path


TODAY = "today = 2026-06-01\n"


def test_without_changes_nothing_is_said_to_be_changed(folder: Path) -> None:
    (line,) = lines(folder, "", "--today", "2026-06-01")
    assert line["rules"]["changed"] == {}  # type: ignore[index]
    text = parse(folder, "", "--today", "2026-06-01").stdout
    assert "Changed by the settings file" not in text


@pytest.mark.parametrize(
    ("settings", "found", "changed"),
    [
        (TODAY, ["CHILD-10"], {"today": "2026-06-01"}),
        ("today = 2026-07-01", ["CHILD-10", "FORM-02"], {"today": "2026-07-01"}),
        (TODAY + '[rules]\noff = ["CHILD-10"]', [], {"CHILD-10": "off", "today": "2026-06-01"}),
        (TODAY + '[rules]\non = ["CHILD-10"]', ["CHILD-10"], {"today": "2026-06-01"}),
        (TODAY + '[rules]\noff = ["RECORD-03"]', ["CHILD-10"], {"today": "2026-06-01"}),
        (TODAY + '[rules]\non = ["RECORD-03"]', ["CHILD-10"], {"RECORD-03": "on", "today": "2026-06-01"}),
        (TODAY + '[rules.severity]\nCHILD-10 = "warning"', ["CHILD-10"], {"today": "2026-06-01"}),
        (TODAY + "[rules.months]\nSIGN-08 = 12", ["CHILD-10"], {"today": "2026-06-01"}),
        (TODAY + "rules.months.CHILD-08 = 1", ["CHILD-10"], {"CHILD-08": "1 month", "today": "2026-06-01"}),
        (
            "today = 2026-06-13\nrules.months.SIGN-08 = 1",
            ["CHILD-10", "SIGN-08"],
            {"SIGN-08": "1 month", "today": "2026-06-13"},
        ),
        ("today = 2026-06-12\nrules.months.SIGN-08 = 1", ["CHILD-10"], {"SIGN-08": "1 month", "today": "2026-06-12"}),
    ],
)
def test_what_is_changed_is_done_and_said(
    folder: Path, settings: str, found: list[str], changed: dict[str, str]
) -> None:
    (line,) = lines(folder, settings)
    assert codes(line) == found
    assert line["rules"]["changed"] == changed  # type: ignore[index]


def test_a_severity_decides_the_status(folder: Path) -> None:
    (line,) = lines(folder, TODAY + '[rules.severity]\nCHILD-10 = "error"')
    assert (line["status"], line["rules"]["changed"]["CHILD-10"]) == ("questions", "error")  # type: ignore[index]
    result = parse(folder, TODAY + '[rules.severity]\nCHILD-10 = "error"')
    assert result.exit_code == 1
    assert 'Said under "Missing or unclear": CHILD-10 (An NHS number of the test range).' in result.stdout


def test_a_severity_holds_for_the_graver_case_too(blank: bytes, folder: Path) -> None:
    (folder / "in" / "a.docx").write_bytes(complete(blank, {"child.age": "16"}))
    (line,) = lines(folder, TODAY)
    assert line["status"] == "questions"
    (line,) = lines(folder, TODAY + '[rules.severity]\nCHILD-06 = "warning"')
    assert line["status"] == "clear"
    assert line["rules"]["changed"]["CHILD-06"] == "warning"  # type: ignore[index]


def test_several_changes_of_one_rule_are_all_said(folder: Path) -> None:
    settings = TODAY + '[rules]\non = ["RECORD-03"]\n[rules.severity]\nRECORD-03 = "advice"\nSIGN-08 = "error"\n'
    (line,) = lines(folder, settings + "[rules.months]\nSIGN-08 = 24")
    assert line["rules"]["changed"] == {  # type: ignore[index]
        "RECORD-03": "on, advice",
        "SIGN-08": "error, 24 months",
        "today": "2026-06-01",
    }


def test_the_option_goes_before_the_file(folder: Path) -> None:
    (line,) = lines(folder, "today = 2030-01-01", "--today", "2026-06-01")
    assert codes(line) == ["CHILD-10"]
    assert line["rules"]["changed"] == {}  # type: ignore[index]


def test_the_report_says_every_change_in_words(folder: Path) -> None:
    settings = TODAY + '[rules]\noff = ["CHILD-12"]\non = ["RECORD-03"]\nmonths.SIGN-08 = 6\nseverity.CHILD-10="advice"'
    text = parse(folder, settings).stdout
    for words in (
        "Changed by the settings file",
        "Read as on 1 June 2026.",
        "Turned off: CHILD-12 (No postcode).",
        "Turned on: RECORD-03 (Another assessment of the same child).",
        'Said under "To consider": CHILD-10 (An NHS number of the test range).',
        "Period of 6 months: SIGN-08",
    ):
        assert words in text
    assert text.index("Changed by the settings file") < text.index("A report without findings")


def test_the_handling_mark_stands_above_and_below(folder: Path) -> None:
    text = parse(folder, TODAY + 'handling_mark = " Sample: handle with care "').stdout
    shown = text.strip().splitlines()
    assert shown[0] == shown[-1] == "Sample: handle with care"
    assert shown[2].startswith("If a child is in immediate danger, call 999.")
    assert "Sample: handle" not in parse(folder, TODAY).stdout


def test_the_sample_of_the_docs_is_sound(folder: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    sample = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert sample is not None
    assert parse(folder, sample[1]).exit_code in (0, 1)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("today = ", [(1, "is not valid TOML")]),
        ('today = "2026-06-01"', [(1, "without quotation marks")]),
        ("today = 2026-06-01T10:00:00", [(1, "without a time")]),
        ("today = 5", [(1, "should be a day")]),
        ("tody = 2026-06-01", [(1, "did you mean today?")]),
        ("\nhandling_mark = 5", [(2, "should be text")]),
        ('handling_mark = " "', [(1, "is empty")]),
        ('handling_mark = "a\\nb"', [(1, "one line of at most 200 characters")]),
        (f'handling_mark = "{"x" * 201}"', [(1, "one line of at most 200 characters")]),
        ("rules = 5", [(1, "entry with keys")]),
        ('[rules]\nof = ["CHILD-10"]', [(2, "did you mean off?")]),
        ('[rules]\noff = "CHILD-10"', [(2, "should be a list")]),
        ("[rules]\noff = [10]", [(2, "should be text")]),
        ('[rules]\noff = ["CHILD-11"]', [(2, "CHILD-11 is not the code of a finding; did you mean")]),
        ('[rules]\noff = ["x"]', [(2, "docs/findings.md lists all")]),
        ('[rules]\non = ["child-10"]', [(2, "did you mean CHILD-10?")]),
        ('[rules]\noff = ["CHILD-10"]\non = ["CHILD-10"]', [(3, "CHILD-10 stands under off and under on")]),
        (
            '[rules]\noff = ["AGE-03"]',
            [(2, "AGE-03 cannot be turned off: it is among what somebody must be rung about")],
        ),
        ('[rules]\noff = ["FORM-03"]', [(2, "FORM-03 cannot be turned off: it says that something was not read")]),
        ('[rules]\noff = ["FILE-07"]', [(2, "FILE-07 cannot be turned off")]),
        ('[rules.severity]\nCHILD-10 = "sever"', [(2, "not one of the known values")]),
        ('[rules.severity]\nCHILD-11 = "error"', [(2, "CHILD-11 is not the code of a finding")]),
        ('[rules.severity]\nAGE-05 = "warning"', [(2, "cannot be made less serious than error")]),
        ('[rules.severity]\nFILE-08 = "advice"', [(2, "cannot be made less serious than warning")]),
        ("[rules.months]\nCHILD-10 = 3", [(2, "has no period; these have one: AGE-18, CHILD-08, SIGN-08")]),
        ("[rules.months]\nSIGN-08 = 0", [(2, "from 1 to 120")]),
        ("[rules.months]\nSIGN-08 = 121", [(2, "from 1 to 120")]),
        ("[rules.months]\nSIGN-08 = true", [(2, "")]),
        ("[rules.months]\nSIGN-8 = 3", [(2, "SIGN-8 is not the code of a finding")]),
        (
            'handlng_mark = "x"\n[rules]\noff = ["AGE-03", "CHILD-99"]\n[rules.months]\nSIGN-01 = 3',
            [(1, "did you mean handling_mark?"), (3, "AGE-03"), (3, "CHILD-99"), (5, "has no period")],
        ),
    ],
)
def test_every_mistake_is_told_with_its_line_and_nothing_is_read(
    folder: Path, settings: str, told: list[tuple[int, str]]
) -> None:
    result = parse(folder, settings, "--json", "--out", str(folder / "out"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "The settings file has mistakes. Nothing was read." in result.stderr
    shown = [line for line in result.stderr.splitlines() if "team.toml:" in line]
    assert len(shown) == len(told)
    for (number, words), line in zip(told, shown, strict=True):
        assert f"team.toml:{number}: " in line
        assert words in line
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    "settings",
    [
        '[rules.severity]\nFILE-08 = "error"',
        '[rules.severity]\nFILE-08 = "warning"',
        '[rules.severity]\nAGE-03 = "error"',
        "[rules.months]\nSIGN-08 = 120\nAGE-18 = 1",
        f'handling_mark = "{"x" * 200}"',
        "\ufefftoday = 2026-06-01",
        '["rules"]\n"off" = ["CHILD-12"]',
    ],
)
def test_what_is_allowed_is_taken(folder: Path, settings: str) -> None:
    assert parse(folder, settings).exit_code in (0, 1)


def test_a_file_that_is_no_text_and_one_that_is_not_there(folder: Path) -> None:
    (folder / "bad.toml").write_bytes(b"\xff\xfe")
    result = run("parse", folder / "in", "--settings", folder / "bad.toml", *CONTENT)
    assert result.exit_code == 2
    assert "is not UTF-8 text" in result.stderr
    assert run("parse", folder / "in", "--settings", folder / "none.toml", *CONTENT).exit_code == 2
    assert run("parse", folder / "in", "--settings", folder / "in", *CONTENT).exit_code == 2


def test_nothing_to_ring_about_can_be_silenced(blank: bytes, folder: Path) -> None:
    (folder / "in" / "a.docx").write_bytes(young(blank))
    every = [
        f"{family}-{number:02}" for family in ("AGE", "CHILD", "FORM", "FILE", "OUTCOME") for number in range(1, 21)
    ]
    refused = 0
    for code in every:
        result = parse(folder, f'[rules]\noff = ["{code}"]')
        refused += f"{code} cannot be turned off" in result.stderr
    assert refused == 23


def test_said_once_a_batch(filled: bytes, folder: Path) -> None:
    (folder / "in" / "b.docx").write_bytes(filled)
    late = "today = 2026-07-01"
    first, second = lines(folder, late)
    assert codes(first) == codes(second) == ["CHILD-10", "FORM-02"], "every line is whole"
    assert parse(folder, late).stdout.count("FORM-02") == 1, "the report says it once"


def test_another_assessment_of_the_same_child(blank: bytes, folder: Path) -> None:
    returned: dict[str, dict[str, str | None]] = {
        "b.docx": {"outcome.category": "harmful"},
        "c.docx": {"outcome.category": "harmful", "child.name": "amber  EXAMPLE"},
        "d.docx": {"outcome.category": "normal", "child.date_of_birth": "4/4/2011"},
        "e.docx": {"outcome.category": None},
    }
    for name, changes in returned.items():
        (folder / "in" / name).write_bytes(complete(blank, changes))
    found = lines(folder, TODAY + '[rules]\non = ["RECORD-03"]')
    assert ["RECORD-03" in codes(line) for line in found] == [False, True, True, False, False]
    assert not any("RECORD-03" in codes(line) for line in lines(folder, TODAY))


def test_the_name_of_the_file(filled: bytes, folder: Path) -> None:
    for name in ("Amber Example.docx", "form-9990000018.docx"):
        (folder / "in" / name).write_bytes(filled)
    found = {Path(str(line["file"])).name: codes(line) for line in lines(folder, TODAY)}
    assert found == {
        "a.docx": ["CHILD-10"],
        "Amber Example.docx": ["CHILD-10", "RECORD-01"],
        "form-9990000018.docx": ["CHILD-10", "RECORD-01"],
    }


def test_the_properties_of_the_file_are_said_once_a_batch(filled: bytes, folder: Path) -> None:
    """Word puts who saved a file last into it; our own blanks name only their publisher."""
    saved = b"<cp:lastModifiedBy>Robin Writer</cp:lastModifiedBy></cp:coreProperties>"
    data = change(filled, "docProps/core.xml", lambda xml: xml.replace(b"</cp:coreProperties>", saved))
    for name in ("b.docx", "c.docx"):
        (folder / "in" / name).write_bytes(data)
    found = lines(folder, TODAY)
    assert [codes(line) for line in found] == [["CHILD-10"], *[["CHILD-10", "RECORD-02"]] * 2]
    assert parse(folder, TODAY).stdout.count("RECORD-02") == 1
    assert "Robin" not in str([line["findings"] for line in found])
