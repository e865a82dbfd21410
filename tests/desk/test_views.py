"""The views that are made from the ledger: a workbook that Excel takes, a page that anybody can use, safe CSV."""

import csv
import io
import re
from pathlib import Path

import pytest

from tests.command.filling import complete
from tests.command.running import CONTENT, TODAY, run
from tests.desk.team import Team, read
from tests.support.programs import look_with_axe, validate_ooxml


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, blank: bytes) -> Path:
    """A folder with three forms and a file not read, after two runs; somebody wrote what looks like formulas."""
    folder = tmp_path_factory.mktemp("views")
    inbox, out = folder / "in", folder / "out"
    inbox.mkdir()
    for number in range(3):
        (inbox / f"{number}.docx").write_bytes(complete(blank, {"outcome.summary": f"No {number} <b>bold</b>"}))
    (inbox / "x.docx").write_bytes(b"broken")
    options = ("--out", out, "--csv", "--html", *TODAY, *CONTENT)
    assert run("parse", inbox, *options).exit_code == 1
    team = Team(out)
    first, second, *_ = team.references()
    team.write(first, "Note", '=HYPERLINK("http://192.0.2.1","x")')
    team.write(second, "Spoke to", "@SUM(1) <script>alert(1)</script>")
    assert run("parse", inbox, *options).exit_code == 1
    return out


def test_csv_holds_every_row_and_nothing_that_is_taken_for_a_formula(kept: Path) -> None:
    data = (kept / "register.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["Reference"] for row in rows] == [row["Reference"] for row in read(kept / "register.xlsx")]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert [row["Spoke to"] for row in rows if row["Spoke to"]] == ["'@SUM(1) <script>alert(1)</script>"]
    assert data.count(b"\r\n") == len(rows) + 1


def test_the_page_needs_nothing_else_and_runs_only_its_own_script(kept: Path) -> None:
    page = (kept / "register.html").read_text(encoding="utf-8")
    assert not re.findall(r"(?:src|href|action)\s*=|@import|url\(|https?://(?!192\.0\.2\.1)", page)
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src 'none'" in page


def test_colours_of_the_page_have_contrast(kept: Path) -> None:
    """WCAG 2.2, 1.4.3: text and background that meet have 4.5:1 or more."""
    page = (kept / "register.html").read_text(encoding="utf-8")
    for ink, paper in (("#1a1a1a", "#ffffff"), ("#1b4b66", "#ffffff"), ("#1b4b66", "#e6eef2"), ("#1a1a1a", "#e6eef2")):
        assert ink in page
        assert (_light(paper) + 0.05) / (_light(ink) + 0.05) >= 4.5


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.slow
def test_axe_finds_nothing_and_the_page_searches_and_sorts(kept: Path) -> None:
    found = look_with_axe(kept / "register.html", "broken damaged")
    assert found["violations"] == []
    assert found["sorted"] == "descending"
    assert found["shown"] == 0 or found["shown"] < found["rows"]  # type: ignore[operator]
    reference = read(kept / "register.xlsx")[0]["Reference"]
    assert 0 < look_with_axe(kept / "register.html", reference)["shown"] < found["rows"]  # type: ignore[operator]


@pytest.mark.slow
def test_the_register_is_a_sound_workbook(kept: Path) -> None:
    assert validate_ooxml([kept / "register.xlsx"]) == {kept / "register.xlsx": []}


def test_days_are_days_and_counts_are_numbers(kept: Path) -> None:
    row = read(kept / "register.xlsx")[0]
    assert row["Received"] == "2026-06-01"
    assert row["Please explain"] == 1
    assert row["Date"] == "2026-05-12"
