"""State, contacts and queries changed in content: no new version is asked for, and what is built reads back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hsbdocs.content.locate import Roots
from hsbdocs.pipeline.build import build
from tests.support.forms import DOCUMENTS, WORKBOOKS, line, read
from tests.unit.content.planting import ROOT, Copy

FORM, CHECKLIST = "forms/risk-assessment/form.yaml", "forms/rag-checklist/form.yaml"
#: What is said of a file whose own lines are taken for writing.
_ABOUT_LINES = {"FORM-04", "FORM-05", "FORM-06", "FORM-09"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All forms from a copy of the content with other lines."""
    folder = tmp_path_factory.mktemp("varied")
    copy = Copy(folder)
    for file in (FORM, CHECKLIST):
        copy.replace(file, _caption(copy, file, "status"), "  status: Approved for issue.\n")
        copy.replace(file, _caption(copy, file, "review"), '  review: "Reviewed: May 2029. Next: May 2031."\n')
    whom = "  consult_whom: Your lead or the Example Front Door. Ring first.\n"
    copy.replace(FORM, _caption(copy, FORM, "consult_whom"), whom)
    copy.replace(CHECKLIST, _caption(copy, CHECKLIST, "queries"), "  queries: Open since 2029. Ask about them\n")
    build(Roots(copy.content, copy.templates, ROOT / "examples"), ["forms"], folder / "build")
    return folder / "build"


def _caption(copy: Copy, file: str, name: str) -> str:
    """A caption's line as it stands in the file."""
    return next(each for each in copy.text(file).splitlines(keepends=True) if each.startswith(f"  {name}:"))


@pytest.mark.parametrize("document", [*DOCUMENTS, *WORKBOOKS])
def test_it_reads_back_with_the_hashes_that_it_carries(built: Path, document: str) -> None:
    (path,) = built.glob(f"{document}.*x")
    found = line(read(path.read_bytes(), path.name))
    assert found["form"]["document"] == document
    assert found["unplaced"] == []
    assert not _ABOUT_LINES & {each["code"] for each in found["findings"]}


def test_the_manifest_has_the_hashes(built: Path) -> None:
    documents = json.loads((built / "manifest.json").read_text(encoding="utf-8"))["documents"]
    assert all(len(document["printed"]) >= 4 for document in documents)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FORM, "  danger: If a child is in immediate danger, call 999.", "  danger: In danger call 999."),
        (FORM, "variable: [status, review, consult_whom]", "variable: [status, review]"),
    ],
)
def test_the_rest_still_asks_for_a_new_version(tmp_path: Path, file: str, old: str, new: str) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    if "variable" in new:
        copy.replace(file, _caption(copy, file, "consult_whom"), "  consult_whom: Your safeguarding lead.\n")
    (fault,) = copy.faults(compiled=True)
    assert "new version" in fault.problem


def test_a_variable_line_that_is_no_caption(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(FORM, "variable: [status,", "variable: [stats,")
    (fault,) = copy.faults()
    assert fault.problem == "names the caption stats, which is not there"
