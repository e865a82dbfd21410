"""``hsbdocs build`` for areas, agencies and in large print: folders, manifest, and what cannot go together."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.command.running import CONTENT, everything_in, run, schema
from tests.support.pictures import png
from tests.support.thinned import thinned

TRAINING = {
    "facilitator-notes.docx",
    "response-pathway.docx",
    "handout-assessment.docx",
    "handout-confidentiality.docx",
    "handout-consent.docx",
    "handout-harmful.docx",
    "handout-responding.docx",
    "handout-stages.docx",
    "quick-reference.docx",
    "quiz-answers.docx",
    "quiz.docx",
    "quiz.gift.txt",
    "slides.pptx",
    "spot-the-gap-1.docx",
    "spot-the-gap-2.docx",
    "spot-the-gap-3.docx",
    "spot-the-gap-4.docx",
    "spot-the-gap-key.docx",
}
EVERY = {
    *TRAINING,
    "rag-checklist.xlsx",
    "response-pathway.docx",
    "risk-assessment-guided.docx",
    "risk-assessment.docx",
}
#: What has no large print.
NOT_LARGE = {"rag-checklist.xlsx", "quiz.gift.txt", "slides.pptx"}


@pytest.fixture
def agencies(tmp_path: Path) -> Path:
    """Two agencies: one of Kent with all that can be said, one with a name only."""
    folder = tmp_path / "agencies"
    folder.mkdir()
    (folder / "logo.png").write_bytes(png())
    (folder / "riverside.yaml").write_text(
        "id: riverside\nname: Riverside Academy\narea: kent\nlogo: logo.png\n"
        "return_to: [Safeguarding office, 1 High Street]\nlines: ['Our lead: 01632 960 001']\n",
        encoding="utf-8",
    )
    (folder / "hill.yaml").write_text("id: hill\nname: Hill Health\n", encoding="utf-8")
    return folder


def _manifest(folder: Path) -> list[dict[str, Any]]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    schema("manifest").validate(manifest)
    entries: list[dict[str, Any]] = manifest["documents"]
    return entries


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_each_area_in_a_folder_of_its_own(tmp_path: Path) -> None:
    result = run("build", "--area", "all", "--out", tmp_path, *CONTENT)

    assert result.exit_code == 0, result.output
    expected = {f"{area}/{name}" for area in ("kent", "medway") for name in EVERY}
    assert _files(tmp_path) == {*expected, "manifest.json"}
    assert {(entry["area"], entry["path"]) for entry in _manifest(tmp_path)} == {
        (path.partition("/")[0], path) for path in expected
    }


def test_one_area_keeps_the_files_names(tmp_path: Path) -> None:
    assert run("build", "forms", "--area", "kent", "--out", tmp_path, *CONTENT).exit_code == 0
    assert {entry["path"] for entry in _manifest(tmp_path)} == EVERY - TRAINING
    assert {entry["area"] for entry in _manifest(tmp_path)} == {"kent"}


def test_a_folder_of_agencies_is_a_folder_of_packs(tmp_path: Path, agencies: Path) -> None:
    result = run("build", "risk-assessment", "--agency", agencies, "--out", tmp_path / "out", *CONTENT)

    assert result.exit_code == 0, result.output
    assert _files(tmp_path / "out") == {
        "hill/risk-assessment.docx",
        "riverside/risk-assessment.docx",
        "manifest.json",
    }
    assert [(entry["agency"], entry["area"]) for entry in _manifest(tmp_path / "out")] == [
        ({"id": "hill", "name": "Hill Health"}, None),
        ({"id": "riverside", "name": "Riverside Academy"}, "kent"),
    ]
    assert "for Riverside Academy, Kent" in result.output


@pytest.mark.parametrize(
    ("name", "made"),
    thinned([("slides", {"slides.pptx"}), ("training", {*TRAINING, "index.html", "for-inspectors.html"})], 2),
)
def test_one_agency_is_built_where_it_is_told(tmp_path: Path, agencies: Path, name: str, made: set[str]) -> None:
    one = run("build", name, "--agency", agencies / "riverside.yaml", "--out", tmp_path / "one", *CONTENT)
    assert one.exit_code == 0, one.output
    assert _files(tmp_path / "one") == {*made, "manifest.json"}


def test_all_areas_are_for_agencies_without_one(tmp_path: Path, agencies: Path) -> None:
    both = run("build", "risk-assessment", "--agency", agencies, "--area", "all", "--out", tmp_path / "both", *CONTENT)
    assert both.exit_code == 0, both.output
    assert {(entry["path"], entry["area"]) for entry in _manifest(tmp_path / "both")} == {
        ("hill/kent/risk-assessment.docx", "kent"),
        ("hill/medway/risk-assessment.docx", "medway"),
        ("riverside/risk-assessment.docx", "kent"),
    }


def test_what_cannot_go_together_is_wrong_usage_and_nothing_is_written(tmp_path: Path, agencies: Path) -> None:
    out = tmp_path / "out"
    other = run("build", "--agency", agencies, "--area", "medway", "--out", out, *CONTENT)
    assert other.exit_code == 2
    assert "of another area than medway: riverside (kent)" in other.output
    large = run("build", "rag-checklist", "--large-print", "--out", out, *CONTENT)
    assert large.exit_code == 2
    assert "rag-checklist has no large print" in large.output
    (agencies / "bad.yaml").write_text("id: bad\n", encoding="utf-8")
    wrong = run("build", "--agency", agencies, "--out", out, *CONTENT)
    assert wrong.exit_code == 2
    assert "bad.yaml:1: the key name is missing" in wrong.output
    assert not out.exists()


@pytest.mark.parametrize(
    ("names", "made"),
    thinned(
        [
            (("risk-assessment", "handout-consent"), {"risk-assessment.docx", "handout-consent.docx"}),
            ((), EVERY - NOT_LARGE),
        ],
        2,
    ),
)
def test_large_print_is_all_but_the_checklist_and_said_in_the_manifest(
    tmp_path: Path, names: tuple[str, ...], made: set[str]
) -> None:
    assert run("build", *names, "--large-print", "--out", tmp_path, *CONTENT).exit_code == 0

    entries = _manifest(tmp_path)
    assert {entry["path"] for entry in entries} == made
    assert all(entry["large_print"] for entry in entries)
    for entry in entries:
        document = docx.Document(str(tmp_path / entry["path"]))
        sizes = {style.font.size.pt for style in document.styles if getattr(style, "font", None) and style.font.size}
        assert min(sizes) >= 18
        sizes = {run.font.size.pt for paragraph in document.paragraphs for run in paragraph.runs if run.font.size}
        assert not sizes or min(sizes) >= 18


def test_an_edition_is_the_same_bytes_again(tmp_path: Path, agencies: Path) -> None:
    for name in ("first", "second"):
        options = ("--agency", agencies, "--large-print", "--marked", "--out", tmp_path / name)
        assert run("build", "risk-assessment", "quick-reference", *options, *CONTENT).exit_code == 0
    assert everything_in(tmp_path / "first") == everything_in(tmp_path / "second")
