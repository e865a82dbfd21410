"""Without --full no answer of a personal or free field is in anything that is kept, however it is packed."""

import json
import sqlite3
import zipfile
from calendar import month_name
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from hsbdocs.cli import main
from hsbdocs.content.releases import load_releases
from hsbdocs.model.form import FieldType, FormKey
from tests.command.running import CONTENT, ROOT, TODAY, lines_of, run
from tests.desk.team import Team

#: Text of eight characters or more tells a person; shorter words stand in our own texts too.
_TELLING = 8


@pytest.mark.slow
def test_no_answer_of_two_hundred_returns_is_in_a_kept_file(tmp_path: Path) -> None:
    returned = ROOT / "tests" / "returned"
    lines = lines_of(run("parse", "--json", returned, *TODAY, *CONTENT).stdout)
    assert len(lines) >= 200
    options = ("--out", tmp_path, "--csv", "--html", "--notes", *TODAY, *CONTENT)
    assert run("parse", returned, *options).exit_code == 1
    team = Team(tmp_path)
    book = load_workbook(team.path)
    sheet = book["Register"]
    rung = next(cell.column for cell in sheet[1] if cell.value == "Rung")
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, rung).value = "1/6/2026"  # a note is made of every form
    book.save(team.path)
    assert run("parse", returned, *options).exit_code == 1
    assert len(list((tmp_path / "notes").glob("*.docx"))) > 100
    first = team.references()[0]
    forget = ["forget", "--in", str(tmp_path), "--reference", first, *TODAY, *CONTENT]
    assert CliRunner().invoke(main, forget, input="AB\nretention\nFORGET\n").exit_code == 0
    assert (tmp_path / "receipts" / f"{first}.txt").is_file()
    assert (tmp_path / "corrections.xlsx").is_file()

    answers = {answer for line in lines for answer in _personal(line)}
    assert len(answers) > 200
    ours = _ours()
    days = {day for line in lines for day in _days_of_forms(line)}  # they may be kept, whoever else was born on one
    wanted = {answer for answer in answers if answer.casefold() not in ours and answer not in days}
    assert len(wanted) > 200
    kept = "\n".join(_texts(tmp_path)).casefold()
    assert [answer for answer in sorted(wanted) if answer.casefold() in kept or _escaped(answer) in kept] == []


def _personal(line: dict[str, object]) -> Iterator[str]:
    """Every telling piece of what was written in fields that are personal or free, and of loose writing."""
    if line["form"] is None:
        return
    form = line["form"]
    assert isinstance(form, dict)
    fields = _FORMS[FormKey(form["id"], form["version"])].field_by_id
    written = [
        text
        for source in (line["answers"], line["as_written"])
        for field, text in source.items()  # type: ignore[attr-defined]
        if isinstance(text, str) and (fields[field].personal or fields[field].type is FieldType.TEXT)
    ]
    written += [entry["text"] for entry in line["unplaced"]]  # type: ignore[attr-defined]
    yield from (text for text in written if len(text) >= _TELLING)


def _days_of_forms(line: dict[str, dict[str, str]]) -> Iterator[str]:
    """The date of a form, as it is kept and as the page shows it."""
    day = line["answers"].get("completion.date") or line["answers"].get("checklist.date")
    if day:
        year, month, of_month = day.split("-")
        yield from (day, f"{of_month}/{month}/{year}", f"{int(of_month)} {month_name[int(month)]} {year}")


_FORMS = {form.key: form for form in load_releases(ROOT / "content")}


def _ours() -> str:
    """All that stands in our own content: a role that is on a list is no secret."""
    paths = [*(ROOT / "content").rglob("*.yaml"), *(ROOT / "content").rglob("*.json")]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths).casefold()


def _texts(folder: Path) -> Iterator[str]:
    """What every kept file says: as it is, unpacked, and as a database gives it."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        yield data.decode("utf-8", errors="replace")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from (archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist())
        if path.suffix == ".sqlite":
            with sqlite3.connect(path) as database:
                for table in ("forms", "sheets", "notes", "corrections", "forgotten"):
                    yield from (str(row) for row in database.execute(f"SELECT * FROM {table}"))
            database.close()


def _escaped(text: str) -> str:
    """As it stands in JSON of ASCII alone."""
    return json.dumps(text)[1:-1].casefold()
