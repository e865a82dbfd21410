"""Copies for comments, written on and sent back: comments and changed words come back by id."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import Result

from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.review import agenda, apply, copy
from tests.command.running import run
from tests.support.forms import ROOT

TODAY = date(2026, 12, 31)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copy") / "copy.docx"
    copy(find_roots(ROOT), path)
    return path


def _commented(sent: Path, out: Path) -> Path:
    document = docx.Document(str(sent))
    paragraph = next(p for p in document.paragraphs if p.text.startswith("[D36]"))
    document.add_comment(paragraph.runs, text="Who rings?", author="A. Sample", initials="AS")
    document.save(str(out))
    return out


def _edited(sent: Path, out: Path, change: str) -> Path:
    """The copy with its paragraph D36 changed, by tracked changes or plainly."""
    with zipfile.ZipFile(sent) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    at = text.index("[D36]")
    end = text.index("</w:p>", at)
    runs = f"{change}"
    parts["word/document.xml"] = f"{text[:end]}{runs}{text[end:]}".encode()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out


def test_a_comment_comes_back_by_its_id(sent: Path, tmp_path: Path) -> None:
    applied = apply(find_roots(ROOT), [_commented(sent, tmp_path / "back.docx")], TODAY)
    assert applied.copied.comments == ("D36: Who rings? (A. Sample) [back.docx]",)
    assert (applied.copied.changes, applied.copied.problems, applied.files) == ((), (), {})


@pytest.mark.parametrize(
    "change",
    [
        "<w:r><w:t> At once.</w:t></w:r>",
        '<w:ins w:id="1" w:author="A"><w:r><w:t> At once.</w:t></w:r></w:ins>',
    ],
    ids=["plain", "tracked"],
)
def test_changed_words_come_back_as_a_proposal(change: str, sent: Path, tmp_path: Path) -> None:
    applied = apply(find_roots(ROOT), [_edited(sent, tmp_path / "back.docx", change)], TODAY)
    (proposal,) = applied.copied.changes
    assert re.match(r"D36: “\[D36\] .*” is to become “\[D36\] .* At once\.” \[back\.docx\]", proposal)
    assert applied.files == {}


def test_unchanged_nothing_is_said(sent: Path) -> None:
    applied = apply(find_roots(ROOT), [sent], TODAY)
    assert (applied.copied.comments, applied.copied.changes, applied.copied.problems) == ((), (), ())


def test_what_is_no_copy_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no document")
    result: Result = run("review", "apply", tmp_path / "a.docx", "--content", ROOT)
    assert result.exit_code == 1
    assert "no Word document" in result.stdout


def test_a_new_paragraph_is_said(sent: Path, tmp_path: Path) -> None:
    new = "</w:p><w:p><w:r><w:t>A line of ours.</w:t></w:r>"
    (said,) = apply(find_roots(ROOT), [_edited(sent, tmp_path / "back.docx", new)], TODAY).copied.changes
    assert said == "new behind D36: “A line of ours.” [back.docx]"


def test_what_is_no_copy_gives_its_comments_alone(tmp_path: Path) -> None:
    agenda(find_roots(ROOT), tmp_path / "agenda.docx", TODAY)
    applied = apply(find_roots(ROOT), [tmp_path / "agenda.docx"], TODAY)
    assert applied.copied.changes == ()
    assert "is no copy for comments" in applied.copied.problems[0]
