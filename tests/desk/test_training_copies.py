"""A training copy is told by its property or by a line that it prints, and nothing of it is counted or kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from lxml import etree

from hsbdocs.formats.properties import with_custom
from tests.command.filling import BODY, change, complete, young
from tests.command.running import lines_of, parse
from tests.desk.team import read
from tests.support.programs import convert

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STAMP = "Training copy: not about a real child"
_LINE = "Training copies, not counted: 1"


def by_property(data: bytes) -> bytes:
    """A form whose property says what it is."""
    return with_custom(data, {"hsbdocs.training": "yes"})


def by_line(data: bytes, text: str = f"{_STAMP}.") -> bytes:
    """A form that prints a line above everything else."""

    def edit(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        paragraph = etree.Element(f"{_W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t").text = text
        root[0].insert(0, paragraph)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return change(data, BODY, edit)


@pytest.fixture(params=[by_property, by_line], ids=["property", "line"])
def copy(request: pytest.FixtureRequest, blank: bytes) -> bytes:
    """About a child under 13, without a referral: of a real form somebody is rung today."""
    made: bytes = request.param(young(blank))
    return made


def _written(folder: Path, **files: bytes) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    return folder


def test_the_line_says_all_that_was_found_and_that_it_is_one(copy: bytes, tmp_path: Path) -> None:
    [line] = lines_of(parse("--json", _written(tmp_path / "in", a=copy)).stdout)

    codes = [each["code"] for each in line["findings"]]
    assert line["status"] == "questions"
    assert {"AGE-03", "FORM-14"} <= set(codes)
    assert line["answers"]["child.age"] == 12


def test_the_report_says_it_in_one_line_and_rings_nobody(copy: bytes, tmp_path: Path) -> None:
    said = parse(_written(tmp_path / "in", a=copy)).stdout

    assert said.count("FORM-14") == 1
    assert said.count(_LINE) == 1
    assert "Ring today" not in said
    assert "AGE-03" not in said
    assert "Training copy: not counted  " in said


def test_the_same_of_a_long_run(copy: bytes, blank: bytes, tmp_path: Path) -> None:
    real = {f"r{number}": complete(blank, {"outcome.summary": str(number)}) for number in range(21)}
    said = parse(_written(tmp_path / "in", a=copy, **real)).stdout

    assert said.count(_LINE) == 1
    assert "Ring today: telephone" not in said


def test_nothing_of_it_is_kept(copy: bytes, blank: bytes, tmp_path: Path) -> None:
    arrived = _written(tmp_path / "in", a=copy, b=young(blank))
    said = parse(arrived, "--out", tmp_path / "kept", "--full", "--notes", "--csv", "--html").stdout

    rows = read(tmp_path / "kept" / "register.xlsx")
    database = sqlite3.connect(tmp_path / "kept" / "ledger.sqlite")
    [count] = database.execute("select count(*) from forms").fetchone()
    database.close()
    assert (len(rows), count) == (1, 1)
    assert "Forms and files: 1 new" in said
    kept = {path.name: path.read_bytes() for path in (tmp_path / "kept").rglob("*") if path.is_file()}
    assert not any(b"a.docx" in data for data in kept.values())
    assert len((tmp_path / "kept" / "records.jsonl").read_text().splitlines()) == 1


def test_a_run_of_json_says_it_beside_the_lines(copy: bytes, tmp_path: Path) -> None:
    result = parse(_written(tmp_path / "in", a=copy), "--json", "--out", tmp_path / "kept")

    assert _LINE in result.stderr
    assert not read(tmp_path / "kept" / "register.xlsx")


def test_an_answer_that_says_the_words_makes_no_training_copy(blank: bytes, tmp_path: Path) -> None:
    data = complete(blank, {"outcome.summary": f"{_STAMP}, she said."})
    [line] = lines_of(parse("--json", _written(tmp_path / "in", a=data)).stdout)

    assert "FORM-14" not in [each["code"] for each in line["findings"]]


def test_a_file_with_two_forms_is_counted(tmp_path: Path) -> None:
    """Somebody may have put a real child's form into it."""
    two = Path("examples/returned/15-two-forms-in-one-file.docx").read_bytes()
    lines = lines_of(parse("--json", _written(tmp_path / "in", a=by_property(two))).stdout)

    assert len(lines) == 2
    assert "FORM-14" not in [each["code"] for line in lines for each in line["findings"]]


def test_it_does_not_stand_against_a_form_about_the_same_child(blank: bytes, tmp_path: Path) -> None:
    """A later form is not held against a training copy that came first; against a form it is."""
    settings = tmp_path / "settings.toml"
    settings.write_text('[rules]\non = ["RECORD-03"]\n')
    first, later = complete(blank), complete(blank, {"outcome.category": "harmful"})

    def found(folder: str, a: bytes) -> bool:
        lines = lines_of(parse("--json", _written(tmp_path / folder, a=a, b=later), "--settings", settings).stdout)
        return any(each["code"] == "RECORD-03" for line in lines for each in line["findings"])

    assert found("forms", first)
    assert not found("copy", by_property(first))


@pytest.mark.slow
def test_the_line_survives_a_program_that_drops_our_properties(blank: bytes, tmp_path: Path) -> None:
    [path] = _written(tmp_path / "made", a=by_line(young(blank))).iterdir()
    saved = convert(path, "docx", tmp_path / "saved")
    [line] = lines_of(parse("--json", saved).stdout)

    assert "FORM-14" in [each["code"] for each in line["findings"]]
