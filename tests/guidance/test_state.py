"""State in one place: what is said of dates, review and approval is made from hsbdocs.yaml."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from hsbdocs.content.locate import Roots
from hsbdocs.model.faults import AuthorError
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.check import check
from hsbdocs.pipeline.kinds import read_pack
from tests.unit.content.planting import ROOT, Copy

#: Where such a literal may stand: what is frozen or made, the words themselves, and quotations of the source.
ALLOWED = {"content/hsbdocs.yaml", "content/state.yaml"}
LITERAL = re.compile(r"(?:June|Review\w*|review\w*)[^\n]{0,20}\b20\d\d\b|No review recorded|not approved for issue")
QUOTED = re.compile(r"^\s*(?:quotes:.*|- \w.*\d{4}.*|#.*)$")


def _files() -> list[tuple[str, str]]:
    found = []
    for path in [*(ROOT / "content").rglob("*.yaml"), *(ROOT / "src").rglob("*.py")]:
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(("content/releases/", "content/generated/")):
            found.append((name, path.read_text(encoding="utf-8")))
    for path in (ROOT / "templates").glob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            parts = [archive.read(part).decode() for part in archive.namelist() if part.startswith("word/")]
        found.append((f"templates/{path.name}", re.sub(r"<[^>]*>", "", "\n".join(parts))))
    return found


def test_no_line_of_dates_review_or_approval_stands_elsewhere() -> None:
    wrong = [
        f"{name}: {line.strip()[:100]}"
        for name, text in _files()
        if name not in ALLOWED
        for line in text.split("\n")
        if LITERAL.search(line) and not QUOTED.match(line)
    ]
    assert wrong == []


def _reviewed(copy: Copy) -> Roots:
    text = copy.text("hsbdocs.yaml")
    review = '\nreviewed: {on: "2026-12-01", by: "KSCMP and MSCP", outcome: "reissued unchanged", minute: "item 4"}\n'
    copy.write("hsbdocs.yaml", text.rstrip("\n") + review)
    return Roots(copy.content, copy.templates, ROOT / "examples")


def test_a_review_is_recorded_in_one_place_and_reaches_every_document(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    roots = _reviewed(copy)
    said = "Reviewed on 1 December 2026 by KSCMP and MSCP: reissued unchanged."
    before = [str(found) for found in check(roots, date(2027, 1, 1)) if "no review is recorded" in found.problem]
    assert before == []
    reading = read_pack(roots)
    assert reading.content is not None
    assert all(said in form.captions["review"] for form in reading.content.forms.values())
    assert said in reading.content.handout.review


@pytest.mark.parametrize("value", ['"1 December"', "2026-12-01"])
def test_the_day_of_a_review_is_a_day(value: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    text = copy.text("hsbdocs.yaml").rstrip("\n")
    copy.write("hsbdocs.yaml", f"{text}\nreviewed: {{on: {value}, by: A, outcome: B}}\n")
    roots = Roots(copy.content, copy.templates, ROOT / "examples")
    assert [found.file for found in check(roots, date(2027, 1, 1)) if found.path.startswith("reviewed")] == [
        "content/hsbdocs.yaml"
    ]


def test_a_contact_that_no_point_has_is_a_fault(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("guidance/sections/4.1.yaml", "{C05.phone}", "{C05.fax}")
    roots = Roots(copy.content, copy.templates, ROOT / "examples")
    (found,) = [each for each in check(roots, date(2027, 1, 1)) if "C05.fax" in each.problem]
    assert found.file == "content/guidance/sections/4.1.yaml"
    with pytest.raises(AuthorError, match=r"C05\.fax"):
        build(roots, ["training"], tmp_path / "out")
