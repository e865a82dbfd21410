"""``hsbdocs build --pdf``: a tagged PDF beside each document, looked at with what we did not write."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from hsbdocs.pipeline import pdf
from hsbdocs.pipeline.pdf import NoPdf, make_pdfs
from tests.command.running import CONTENT, run, schema
from tests.documents.written import written
from tests.support.programs import need, to_pdf

#: Of each kind of document one or two, and what the form cannot do for itself: tables over pages, a picture, links.
NAMES = ("handout-consent", "quick-reference", "response-pathway", "spot-the-gap-2", "spot-the-gap-key")
EACH = pytest.mark.parametrize("name", [*NAMES, "rag-checklist"])
#: What pdfua 0.1.3 could not evaluate, for a fault of its own: it takes the attributes of a heading for a dictionary.
_NOT_EVALUATED, _RULES_RUN = {"UA-14-001"}, 11
#: LibreOffice 7.4 tags no header or footer of a sheet, and does not call them artifacts.
_FOUND = {"rag-checklist": {"UA-01-003"}}
#: What page-validation finds everywhere: LibreOffice 7.4 draws the lines of tables and frames outside the tags, and
#: does not call them artifacts. In forms: a page with a link does not say that its order of tabs is that of the tags.
_RULES_OF_PAGE, _UNTAGGED = 104, {"PDFUA1-CONTENT-TAGGING-001"}
_FOUND_BY_PAGE = {"spot-the-gap-2": {"PDFUA1-PAGE-TABS-001"}}
_PDFUA = (sys.executable, "-m", "pdfua", "check")


def _manifest(folder: Path) -> dict[str, dict[str, Any]]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    schema("manifest").validate(manifest)
    return {entry["id"]: entry for entry in manifest["documents"]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("soffice")
    folder = tmp_path_factory.mktemp("pdf")
    result = run("build", *NAMES, "rag-checklist", "--pdf", "--out", folder, *CONTENT)
    assert result.exit_code == 0, result.output
    return folder


def _poppler(program: str, path: Path, *args: str) -> str:
    home = need("pdftoppm").parent
    return subprocess.run([home / program, *args, path, *(["-"] if program == "pdftotext" else [])],
                          capture_output=True, check=True, encoding="utf-8").stdout  # fmt: skip


@pytest.mark.slow
@EACH
def test_it_is_tagged_has_its_title_and_its_language(name: str, made: Path) -> None:
    said = _poppler("pdfinfo", made / f"{name}.pdf")
    assert re.search(r"^Tagged: +yes$", said, re.MULTILINE)
    assert re.search(rf"^Title: +{re.escape(_manifest(made)[name]['title'])}$", said, re.MULTILINE)
    with pikepdf.open(made / f"{name}.pdf") as opened:
        assert str(opened.Root.Lang) == "en-GB"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.slow
@EACH
def test_every_word_of_the_document_is_in_it(name: str, made: Path) -> None:
    [document] = [path for path in made.iterdir() if path.stem == name and path.suffix != ".pdf"]
    said = Counter(re.findall(r"\w+", _poppler("pdftotext", made / f"{name}.pdf", "-layout")))
    wanted = Counter(re.findall(r"\w+", written(document.read_bytes(), document.suffix)))
    assert sum(wanted.values()) > 100
    assert wanted - said == Counter()


@pytest.mark.slow
@EACH
def test_another_program_finds_nothing_against_pdf_ua_in_what_it_looks_at(name: str, made: Path) -> None:
    """12 checks over 16 of the 106 rules that a machine can check (ISO 14289-1); one of the 12 fails by itself."""
    done = subprocess.run(
        [*_PDFUA, "--format", "json", made / f"{name}.pdf"], capture_output=True, check=False, encoding="utf-8"
    )
    report = json.loads(done.stdout)
    assert report["summary"]["rules_run"] >= _RULES_RUN
    assert {each["rule_id"] for each in report["findings"]} == _FOUND.get(name, set())
    assert {each["rule_id"] for each in report["skipped"]} <= _NOT_EVALUATED


@pytest.mark.slow
@EACH
def test_a_second_program_finds_no_more_than_what_libreoffice_leaves_out(name: str, made: Path) -> None:
    """104 rules of PDF/UA-1, by a program that its makers hold against the files of the veraPDF corpus."""
    report = page.validate_pdf(made / f"{name}.pdf", profile="ua1")
    assert report.rules.total >= _RULES_OF_PAGE
    assert {each.rule_id for each in report.failures} == {*_UNTAGGED, *_FOUND_BY_PAGE.get(name, set())}


@pytest.mark.slow
def test_a_pdf_without_tags_would_be_found(made: Path, tmp_path: Path) -> None:
    """The checker sees what it is asked for: it looks at a PDF as LibreOffice makes it without the options."""
    bare = to_pdf(made / "handout-consent.docx", tmp_path)
    assert subprocess.run([*_PDFUA, bare], capture_output=True, check=False).returncode != 0
    assert "PDFUA1-ID-PART-001" in {each.rule_id for each in page.validate_pdf(bare, profile="ua1").failures}


@pytest.mark.slow
def test_they_stand_in_the_manifest_without_a_hash_and_are_kept_until_their_document_changes(
    made: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(made, out)
    assert {entry["pdf"] for entry in _manifest(out).values()} == {f"{name}.pdf" for name in (*NAMES, "rag-checklist")}
    before = (out / "handout-consent.pdf").read_bytes()

    assert run("build", "handout-consent", "--out", out, *CONTENT).exit_code == 0
    assert _manifest(out)["handout-consent"]["pdf"] == "handout-consent.pdf"
    assert (out / "handout-consent.pdf").read_bytes() == before

    assert run("build", "handout-consent", "--marked", "--out", out, *CONTENT).exit_code == 0
    assert _manifest(out)["handout-consent"]["pdf"] is None
    assert not (out / "handout-consent.pdf").exists()


@pytest.mark.slow
def test_each_area_has_its_own(tmp_path: Path) -> None:
    need("soffice")
    assert run("build", "quick-reference", "--area", "all", "--pdf", "--out", tmp_path, *CONTENT).exit_code == 0
    pdfs = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf")}
    assert pdfs == {"kent/quick-reference.pdf", "medway/quick-reference.pdf"}
    assert "Kent" in _poppler("pdftotext", tmp_path / "kent" / "quick-reference.pdf")


def test_without_libreoffice_it_is_said_and_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("build", "quick-reference", "--pdf", "--out", tmp_path / "out", *CONTENT)
    assert result.exit_code == 2
    assert "--pdf needs LibreOffice" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_program_that_makes_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_run", lambda command: "no such filter")
    document = tmp_path / "a.docx"
    document.write_bytes(b"x")
    with pytest.raises(NoPdf, match=r"no PDF of a\.docx\. It said: no such filter"):
        make_pdfs("soffice", [document])
