"""A pack of a partnership that does not exist: built, filled in by others and parsed, without a line of code for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command.running import CONTENT, TODAY, lines_of, run
from tests.foreign.excel.fill import fill_by_label
from tests.foreign.fill import Manner, fill
from tests.libreoffice import client
from tests.packs import values
from tests.support.forms import blank

PACK = Path(__file__).parent / "northmere-vale"
ITS_CONTENT = ("--content", str(PACK / "content"))
WORD = {
    "concern-record": (values.RECORD, values.RECORD_ANSWERS),
    "visit-note": (values.VISIT, values.VISIT_ANSWERS),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack's documents."""
    folder = tmp_path_factory.mktemp("northmere")
    result = run("build", *ITS_CONTENT, "--out", folder)
    assert result.exit_code == 0, result.output
    assert "Kent" not in result.output
    return folder


def _parsed(folder: Path, *content: str) -> dict[str, dict[str, Any]]:
    """Each line by the name of its file."""
    result = run("parse", *TODAY, *content, "--json", folder)
    assert result.exit_code in (0, 1), result.output
    return {Path(line["file"]).name: line for line in map(json.loads, result.stdout.splitlines())}


def _is_read(line: dict[str, Any], form: str, answers: dict[str, Any]) -> None:
    assert line["form"] == {"id": form, "version": "1", "document": form, "recognised_by": "stamp"}
    assert line["pack"] == "northmere-vale"
    assert line["answers"] == answers
    assert (line["unplaced"], line["findings"], line["status"]) == ([], [], "clear")


def test_its_content_and_its_documents_are_sound(built: Path) -> None:
    assert run("check", *ITS_CONTENT, *TODAY).exit_code == 0
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["pack"] == "northmere-vale"
    assert [document["id"] for document in manifest["documents"]] == ["concern-record", "signs-checklist", "visit-note"]


@pytest.mark.parametrize("manner", list(Manner))
def test_its_forms_come_back_however_they_were_filled_in(manner: Manner, built: Path, tmp_path: Path) -> None:
    for form, (typed, _) in WORD.items():
        (tmp_path / f"{form}.docx").write_bytes(fill((built / f"{form}.docx").read_bytes(), typed, manner))
    lines = _parsed(tmp_path, *ITS_CONTENT)
    for form, (_, answers) in WORD.items():
        assert lines[f"{form}.docx"]["answers"] == answers, lines[f"{form}.docx"]
        assert lines[f"{form}.docx"]["unplaced"] == []


def test_its_checklist_comes_back(built: Path, tmp_path: Path) -> None:
    (tmp_path / "signs.xlsx").write_bytes(fill_by_label((built / "signs-checklist.xlsx").read_bytes(), values.SIGNS))
    _is_read(_parsed(tmp_path, *ITS_CONTENT)["signs.xlsx"], "signs-checklist", values.SIGNS_ANSWERS)


def test_beside_ours_each_form_is_judged_by_its_own_pack(built: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(blank("risk-assessment"))
    for form, (typed, _) in WORD.items():
        (tmp_path / f"{form}.docx").write_bytes(fill((built / f"{form}.docx").read_bytes(), typed, Manner.WORD))
    lines = _parsed(tmp_path, *CONTENT, *ITS_CONTENT)
    for form, (_, answers) in WORD.items():
        _is_read(lines[f"{form}.docx"], form, answers)
    ours = lines["a.docx"]
    assert (ours["pack"], ours["form"]["id"]) == ("kent-medway", "risk-assessment")
    assert "ANSWER-01" in [finding["code"] for finding in ours["findings"]]
    assert ours["rules"]["version"] != lines["visit-note.docx"]["rules"]["version"]
    assert lines_of(run("parse", *TODAY, *CONTENT, *ITS_CONTENT, "--json", tmp_path / "a.docx").stdout) == [
        ours | {"file": (tmp_path / "a.docx").as_posix()}
    ]


def test_without_its_pack_its_forms_are_not_read(built: Path) -> None:
    line = _parsed(built / "visit-note.docx", *CONTENT)["visit-note.docx"]
    assert (line["status"], line["form"]) == ("unread", None)
    assert [finding["code"] for finding in line["findings"]] == ["FORM-01"]


@pytest.mark.slow
def test_libreoffice_fills_in_its_forms_and_its_checklist(built: Path, tmp_path: Path) -> None:
    client.fill(
        [
            client.Job(built / f"{form}.docx", tmp_path / f"{form}.docx", "docx", _shown(typed))
            for form, (typed, _) in WORD.items()
        ]
    )
    sheet = {where: text.partition("\t")[0] for where, text in values.SIGNS.items()}
    client.fill_sheets([client.SheetJob(built / "signs-checklist.xlsx", tmp_path / "signs.xlsx", "xlsx", sheet)])
    lines = _parsed(tmp_path, *ITS_CONTENT)
    for form, (_, answers) in WORD.items():
        assert lines[f"{form}.docx"]["answers"] == answers
        assert lines[f"{form}.docx"]["unplaced"] == []
    assert lines["signs.xlsx"]["answers"] == values.SIGNS_ANSWERS


def _shown(typed: dict[str, str]) -> dict[str, str]:
    """A date as it is typed."""
    return {tag: text.partition("\t")[0] for tag, text in typed.items()}
