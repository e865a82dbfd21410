"""An agency's own blank, and manifests of builds: what they print is no writing in a returned form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.command.running import CONTENT, run

_RETURNED = Path(__file__).resolve().parents[1] / "returned"


def _agency_copy(path: Path, source: Path, *, note: str = "") -> None:
    """A copy of a form with an agency's own lines above and in the table."""
    document = docx.Document(str(source))
    first = document.paragraphs[0]
    first.insert_paragraph_before("Exampleshire Health Trust. Keep this form in the child's notes.")
    row = document.tables[0].add_row()  # type: ignore[no-untyped-call]
    row.cells[0].text = "Clinic code (office use)"
    if note:
        first.insert_paragraph_before(note)
    document.save(str(path))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _agency_copy(tmp_path / "blank.docx", _RETURNED / "blank.docx")
    _agency_copy(tmp_path / "returned.docx", _RETURNED / "ordinary-social-worker.docx", note="Rang the school.")
    (tmp_path / "own.toml").write_text('blanks = ["blank.docx"]\n', encoding="utf-8")
    return tmp_path


def _unplaced(folder: Path, *options: str) -> list[str]:
    done = run("parse", str(folder / "returned.docx"), "--json", "--today", "2026-06-01", *options)
    line = json.loads(done.stdout)
    assert line["answers"]["child.name"]
    assert line["rules"]["changed"] == ({"blanks": "1"} if options else {})
    return [entry["text"] for entry in line["unplaced"]]


def test_only_what_the_blank_does_not_print_is_kept_apart(folder: Path) -> None:
    assert len(_unplaced(folder)) == 3
    assert _unplaced(folder, "--settings", str(folder / "own.toml")) == ["Rang the school."]


def test_the_report_says_so(folder: Path) -> None:
    done = run("parse", str(folder / "returned.docx"), "--settings", str(folder / "own.toml"))
    assert "1 blank of agencies' own" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("name", "says"), [("missing.docx", "could not be read"), ("returned.docx", "is not a blank"),
                       ("letter.docx", "is not a form that is known")]
)  # fmt: skip
def test_a_file_that_is_no_blank(folder: Path, name: str, says: str) -> None:
    letter = docx.Document()
    letter.add_paragraph("Dear colleague")
    letter.save(str(folder / "letter.docx"))
    (folder / "own.toml").write_text(f'blanks = ["{name}"]\n', encoding="utf-8")
    done = run("parse", str(folder / "returned.docx"), "--settings", str(folder / "own.toml"))
    assert done.exit_code == 2
    assert says in " ".join(done.stderr.split())
    assert "blanks.1" in done.stderr


# ---- Manifests -----------------------------------------------------------------------------------


def _manifest(folder: Path, text: str, *, pack: str = "kent-medway") -> None:
    """A manifest as ``build`` writes it, of a form of 2023 that prints one line more."""
    known = hashlib.sha256(text.encode()).hexdigest()[:16]
    form = {"id": "risk-assessment", "version": "2023.06"}
    documents = [{"id": "any", "form": form, "printed": [known]}, {"id": "other", "form": None, "printed": []}]
    folder.mkdir(exist_ok=True)
    (folder / "2026-05.json").write_text(json.dumps({"pack": pack, "documents": documents}), encoding="utf-8")


def test_what_a_manifest_lists_is_no_writing(folder: Path) -> None:
    _manifest(folder / "built", "rang the school")
    (folder / "own.toml").write_text('manifests = ["built"]\n', encoding="utf-8")
    done = run("parse", str(folder / "returned.docx"), "--json", "--settings", str(folder / "own.toml"))
    line = json.loads(done.stdout)
    assert len(line["unplaced"]) == 2
    assert "Rang the school." not in [each["text"] for each in line["unplaced"]]
    assert line["rules"]["changed"] == {"manifests": "1"}
    report = run("parse", str(folder / "returned.docx"), "--settings", str(folder / "own.toml")).stdout
    assert "the manifests of 1 folder" in " ".join(report.split())


def test_what_build_wrote_is_taken(folder: Path, tmp_path: Path) -> None:
    assert run("build", "risk-assessment", "--out", str(tmp_path / "build"), *CONTENT).exit_code == 0
    (folder / "own.toml").write_text('manifests = ["build"]\n', encoding="utf-8")
    assert run("parse", str(folder / "returned.docx"), "--settings", str(folder / "own.toml")).exit_code in (0, 1)


@pytest.mark.parametrize(
    ("write", "says"),
    [
        (lambda path: None, "not a folder that can be read"),
        (lambda path: path.mkdir(), "holds no manifest"),
        (lambda path: _manifest(path, "x", pack="elsewhere"), "holds manifests of elsewhere, none of kent-medway"),
        (lambda path: (path.mkdir(), (path / "a.json").write_text("{}")), "is not a manifest of hsbdocs build"),
    ],
)
def test_a_folder_without_sound_manifests(folder: Path, write: Callable[[Path], None], says: str) -> None:
    write(folder / "built")
    (folder / "own.toml").write_text('manifests = ["built"]\n', encoding="utf-8")
    done = run("parse", str(folder / "returned.docx"), "--settings", str(folder / "own.toml"))
    assert done.exit_code == 2
    assert says in " ".join(done.stderr.split())
    assert "manifests.1" in done.stderr
