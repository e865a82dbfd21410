"""``hsbdocs build``."""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.pipeline.kinds import ASKS
from tests.command.running import CONTENT, ROOT, everything_in, process, run, schema
from tests.support.thinned import thinned

FORMS: dict[str, str | None] = {
    "facilitator-notes.docx": None,
    "handout-assessment.docx": None,
    "handout-confidentiality.docx": None,
    "handout-consent.docx": None,
    "handout-harmful.docx": None,
    "handout-responding.docx": None,
    "handout-stages.docx": None,
    "quick-reference.docx": None,
    "quiz-answers.docx": None,
    "quiz.docx": None,
    "quiz.gift.txt": None,
    "slides.pptx": None,
    "rag-checklist.xlsx": "rag-checklist",
    "response-pathway.docx": None,
    "risk-assessment-guided.docx": "risk-assessment",
    "risk-assessment.docx": "risk-assessment",
    "spot-the-gap-1.docx": None,
    "spot-the-gap-2.docx": None,
    "spot-the-gap-3.docx": None,
    "spot-the-gap-4.docx": None,
    "spot-the-gap-key.docx": None,
}


def test_every_document_and_a_manifest_that_is_valid(built: Path) -> None:
    assert sorted(everything_in(built)) == sorted(["manifest.json", *FORMS])
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    schema("manifest").validate(manifest)
    assert manifest["pack"] == "kent-medway"
    assert manifest["wording"] is None
    assert sorted(entry["path"] for entry in manifest["documents"]) == sorted(FORMS)
    forms = load_content(ROOT / "content", ROOT / "templates", ASKS).forms
    versions = {form.id: form.version for form in forms.values()}
    for entry in manifest["documents"]:
        assert hashlib.sha256((built / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]
        assert _parts_sha256(built / entry["path"]) == entry["parts_sha256"]
        form = FORMS[entry["path"]]
        assert entry["form"] == (None if form is None else {"id": form, "version": versions[form]})
        assert entry["id"] == Path(entry["path"]).stem
        assert (entry["area"], entry["audience"], entry["marked"]) == (None, None, False)


def _parts_sha256(path: Path) -> str:
    """As by hand: unzip, sha256sum of every part, in the order of names, and the SHA-256 of that list.

    Of a file that is no package, its own.
    """
    if not zipfile.is_zipfile(path):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    with zipfile.ZipFile(path) as archive:
        listed = [f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}\n" for name in sorted(archive.namelist())]
    return hashlib.sha256("".join(listed).encode()).hexdigest()


@pytest.mark.slow  # each run has it of tests/documents/test_reproducible.py
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "UTC"])
def test_the_same_bytes_again_in_another_process_and_time_zone(built: Path, tmp_path: Path, zone: str) -> None:
    done = process("build", "--out", tmp_path / "again", *CONTENT, cwd=tmp_path, TZ=zone, PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert everything_in(tmp_path / "again") == everything_in(built)


def test_the_same_bytes_over_an_older_build(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    assert run("build", "--out", tmp_path, *CONTENT).exit_code == 0
    assert everything_in(tmp_path) == everything_in(built)


@pytest.mark.parametrize(
    ("names", "made"),
    thinned(
        [
            (["risk-assessment", "forms"], 3),
            (["risk-assessment"], 1),
            (["forms"], 3),
            (["handout-consent"], 1),
            (["risk-assessment-guided"], 1),
            (["training"], 18),
            (["checklists"], 1),
            (["training", "forms"], 21),
        ],
        3,
    ),
)
def test_named_documents_and_groups(tmp_path: Path, names: list[str], made: int) -> None:
    result = run("build", *names, "--out", tmp_path, *CONTENT)
    assert result.exit_code == 0
    pages = 2 if "training" in names else 0
    assert len(list(tmp_path.iterdir())) == made + pages + 1
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    schema("manifest").validate(manifest)
    assert len(manifest["documents"]) == made


def test_a_line_for_each_document_names_its_form_where_it_has_one(tmp_path: Path) -> None:
    lines = run("build", "quick-reference", "risk-assessment", "--out", tmp_path, *CONTENT).stdout.splitlines()
    assert any(line.endswith("Quick reference: children and sexual behaviour") for line in lines)
    assert any(line.endswith("(Form risk-assessment, version 2023.06-2)") for line in lines)


@pytest.mark.slow
def test_the_content_hash_does_not_depend_on_what_was_built(tmp_path: Path) -> None:
    """It is over the guidance too where only forms were built, and so the guidance was not read."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    seen: list[str] = []
    for change in (False, True):
        if change:
            with (tmp_path / "content" / "guidance" / "ages.yaml").open("a", encoding="utf-8") as file:
                file.write("# a comment\n")
        hashes = set()
        for name in ("forms", "training"):
            assert run("build", name, "--out", tmp_path / name, "--content", tmp_path).exit_code == 0
            manifest = json.loads((tmp_path / name / "manifest.json").read_text(encoding="utf-8"))
            hashes.add(manifest["content"]["hash"])
        assert len(hashes) == 1
        seen += hashes
    assert seen[0] != seen[1]


def test_a_fault_in_the_guidance_stops_whatever_prints_it(tmp_path: Path) -> None:
    """With file and line: forms with a first page, the checklist's queries, and handouts."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "guidance" / "ages.yaml").write_text("- id: A01\n  source: [1.4\n", encoding="utf-8")
    for document in ("quick-reference", "risk-assessment", "risk-assessment-guided", "rag-checklist"):
        result = run("build", document, "--out", tmp_path / "new", "--content", tmp_path)
        assert result.exit_code == 3
        assert "content/guidance/ages.yaml:2" in result.stderr
        assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("name", "meant"), [("risk-asessment", "risk-assessment"), ("form", "forms")])
def test_an_unknown_document_is_wrong_usage_with_a_suggestion(tmp_path: Path, name: str, meant: str) -> None:
    result = run("build", name, "--out", tmp_path / "new", *CONTENT)
    assert result.exit_code == 2
    assert f"Did you mean {meant}?" in result.stderr
    assert not (tmp_path / "new").exists()


def test_an_unlike_name_lists_what_there_is(tmp_path: Path) -> None:
    result = run("build", "zzzzzz", "--out", tmp_path / "new", *CONTENT)
    assert result.exit_code == 2
    assert all(name in result.stderr for name in ("risk-assessment", "risk-assessment-guided", "forms"))


def test_the_default_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build", "rag-checklist", *CONTENT).exit_code == 0
    assert (tmp_path / "build" / "manifest.json").is_file()


def test_broken_content_is_told_with_file_and_line_and_nothing_is_written(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content" / "house.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nwrong_key: 1\n", encoding="utf-8")
    result = run("build", "--out", tmp_path / "out", "--content", tmp_path)
    assert result.exit_code == 3
    assert "house.yaml" in result.stderr
    assert "wrong_key" in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "out").exists()


def test_content_that_holds_none_is_wrong_usage(tmp_path: Path) -> None:
    assert run("build", "--out", tmp_path / "out", "--content", tmp_path).exit_code == 2
    assert run("build", "--out", tmp_path / "out", "--content", tmp_path / "nowhere").exit_code == 2


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert run("build", "rag-checklist", "--out", tmp_path / "out", *CONTENT).exit_code == 3
    assert run("build", "rag-checklist", "--out", tmp_path / "out" / "deeper", *CONTENT).exit_code == 3
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_an_interrupted_write_leaves_the_old_files(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    (tmp_path / "risk-assessment.docx").write_bytes(b"older")
    before = everything_in(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    result = run("build", "--out", tmp_path, *CONTENT)
    monkeypatch.undo()
    assert result.exit_code == 3
    assert "No space left on device" in result.stderr
    assert "Traceback" not in result.output
    assert everything_in(tmp_path) == before
