"""Forms that are out in the world: the files never change, and they always come back right."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.content.releases import load_releases
from hsbdocs.intake.open import transcribe
from hsbdocs.model.transcript import Transcript
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import DOCUMENTS, ROOT, WORKBOOKS, blank, read

_HERE = Path(__file__).parent
_VERSIONS = sorted(path for path in _HERE.iterdir() if (path / "SHA256SUMS").is_file())
_FILES = [path for version in _VERSIONS for path in version.iterdir() if path.suffix in (".docx", ".xlsx")]
_FILLED = sorted(path for path in _FILES if "." in path.stem)
_BLANKS = sorted(set(_FILES) - set(_FILLED))
#: The answers typed, and how many there are, by the beginning of a file's name.
#: What programs do besides: Gnumeric does not know the codes of headers for fonts, and prints them.
_LEFT_OVER = {"gnumeric": {"header or footer"}}
_ANSWERS = {"risk-assessment": ("answers.json", 45), "rag-checklist": ("rag-checklist-answers.json", 20)}


@pytest.mark.parametrize("version", _VERSIONS, ids=lambda path: path.name)
def test_no_file_was_changed_or_taken_away(version: Path) -> None:
    """The sums agree; a new file needs a line of its own."""
    sums = dict(line.split("  ")[::-1] for line in (version / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    found = {path.name: path for path in version.iterdir() if path.name != "SHA256SUMS"}
    assert set(found) == set(sums)
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()} == sums


@pytest.mark.parametrize("path", _FILLED, ids=lambda path: path.name)
def test_filled_copies_come_back(path: Path) -> None:
    """All answers, as typed by hand into a .json file, and nothing left over."""
    name, count = next(answers for start, answers in _ANSWERS.items() if path.name.startswith(start))
    own = path.with_name(f"answers.{path.stem.partition('.')[2]}.json")  # where a program changed what was typed
    expected = json.loads((own if own.is_file() else path.parent / name).read_text(encoding="utf-8"))
    found = read(path.read_bytes())
    assert found.line.form is not None
    assert found.line.form.version == path.parent.name
    assert found.line.answers == expected
    assert len(expected) == count
    program = path.stem.split(".", maxsplit=1)[1].partition("-")[0]
    assert {each.location for each in found.line.unplaced} == _LEFT_OVER.get(program, set())
    assert found.line.status.value == "clear"


@pytest.mark.parametrize("path", _BLANKS, ids=lambda path: path.name)
def test_blanks_come_back_blank(path: Path) -> None:
    """Recognised by the stamp, every answer null, nothing left over."""
    found = read(path.read_bytes())
    assert found.line.form is not None
    assert found.line.form.recognised_by.value == "stamp"
    assert found.line.form.document == path.stem
    assert set(found.line.answers.values()) == {None}
    assert not found.line.unplaced
    assert not found.line.as_written


@pytest.mark.parametrize("document", [*DOCUMENTS, *WORKBOOKS])
def test_what_is_built_today_says_the_same_as_what_was_released(document: str) -> None:
    """Looks may change, words need a new version; the paragraphs that print variable lines may say something else."""
    content = load_content(ROOT / "content", ROOT / "templates", ASKS)
    form = content.forms[content.documents[document].form or ""]
    version = form.version
    path = next((path for path in _BLANKS if (path.parent.name, path.stem) == (version, document)), None)
    if path is None:
        pytest.skip(f"version {version} has not been released yet")
    released = transcribe(path.read_bytes(), path.name)
    today = transcribe(blank(document), path.name)
    assert isinstance(released, Transcript)
    assert isinstance(today, Transcript)
    release = next(each for each in load_releases(ROOT / "content") if each.key == form.key)
    varying = [release.captions[name] for name in form.variable if name in release.captions]
    for new, old in zip(today.paragraphs, released.paragraphs, strict=True):
        assert new.text == old.text or any(line in old.text for line in varying)
    assert [c.tag for c in today.controls] == [c.tag for c in released.controls]


@pytest.mark.parametrize("path", sorted(_FILES), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_without_stamp_and_properties_the_version_is_known_by_what_it_prints(path: Path) -> None:
    """Versions have the same refs and labels: cells, captions and prompts tell them apart."""
    found = read(_without_stamp(path.read_bytes()))
    assert found.line.form is not None
    assert found.line.form.recognised_by.value == "refs"
    assert found.line.form.version == path.parent.name


_STAMP = re.compile(rb",( |&#160;|\xc2\xa0)*version( |\xc2\xa0)*2023")


def _without_stamp(data: bytes) -> bytes:
    """The file without the words of its stamp, wherever they stand, and without custom properties."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "docProps/custom.xml":
                new.writestr(
                    name, re.sub(rb",( |&#160;|\xc2\xa0)*version( |\xc2\xa0)*2023", b", of 2023", old.read(name))
                )
    return buffer.getvalue()
