"""The forms to find gaps in, and their key: what is filled in comes back, what is found is really found."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from tests.command.filling import change
from tests.command.running import lines_of, parse
from tests.support.forms import COPIES, ROOT, blank
from tests.support.programs import convert
from tests.unit.formats.wordfile import W, unzipped

EACH = pytest.mark.parametrize("name", COPIES)
_STAMP = "Training copy: not about a real child"
_DAY = ("--today", "2026-05-15")


def _content(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "content/documents" / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def _line(name: str, folder: Path) -> dict[str, Any]:
    path = folder / f"{name}.docx"
    path.write_bytes(blank(name))
    [line] = lines_of(parse("--json", *_DAY, path).stdout)
    return line


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("copies")


def _texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    root = etree.fromstring(unzipped(data)[part])
    return ["".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in root.iter(f"{{{W}}}p")]


def _codes(line: dict[str, Any], *severities: str) -> set[str]:
    return {each["code"] for each in line["findings"] if not severities or each["severity"] in severities}


@EACH
def test_every_answer_comes_back_as_it_was_written(name: str, folder: Path) -> None:
    line = _line(name, folder)
    for field, written in _content(name)["filled"].items():
        assert written in (line["answers"][field], line["as_written"].get(field)), field
    blanks = set(line["answers"]) - set(_content(name)["filled"])
    assert all(line["answers"][field] is None and field not in line["as_written"] for field in blanks)


@EACH
def test_it_says_what_it_is_at_its_face_on_every_page_and_in_its_properties(name: str) -> None:
    data = blank(name)
    parts = unzipped(data)
    assert sum(_STAMP in text for text in _texts(data)) >= 2
    assert any(_STAMP in text for part in parts if "footer" in part for text in _texts(data, part))
    assert any(text.startswith("TRAINING.") for part in parts if "header" in part for text in _texts(data, part))
    assert b"hsbdocs.training" in parts["docProps/custom.xml"]


@EACH
def test_nobody_in_it_exists(name: str) -> None:
    filled = _content(name)["filled"]
    assert filled["child.nhs_number"].startswith("999 ")
    assert "01632 960" in filled["child.contact"]
    for field in ("child.name", "child.school", "child.gp", "child.address", "completion.organisation"):
        assert "Example" in filled[field], field
    assert "Sample" in filled["completion.practitioner"]


@EACH
def test_nothing_of_it_is_a_slip_of_ours(name: str, folder: Path) -> None:
    """Apart from what a case is about, it is a form as issued: nothing outside its boxes, no part that differs."""
    assert not _codes(_line(name, folder)) & {"FORM-03", "FORM-04", "FORM-05", "FORM-08", "FORM-10", "FORM-11"}


def test_what_the_rules_find_in_each(folder: Path) -> None:
    """By hand: what each case is to show of software."""
    first, second, third, fourth = (_line(name, folder) for name in COPIES)
    assert "AGE-03" in _codes(first, "error")
    assert second["status"] == "clear"
    assert third["answers"]["outcome.category"] == "normal"
    assert not any("Q11" in each["location"] or "q11" in str(each["fields"]) for each in third["findings"])
    assert _codes(fourth, "error") == {"SIGN-05"}


@EACH
def test_the_key_says_of_each_form_all_that_is_found_in_it_and_nothing_else(name: str, folder: Path) -> None:
    """Held against another reading of the built form, by the command."""
    texts = _texts(blank("spot-the-gap-key"))
    begin = texts.index(f"Form {name[-1]}: what software found")
    after = texts[begin + 1 :]
    section = "\n".join(after[: next((i for i, t in enumerate(after) if re.match(r"Form \d, ", t)), len(after))])
    once = {"FORM-02", "RECORD-02"}
    found = {e["code"]: e["message"] for e in _line(name, folder)["findings"] if e["code"] not in {*once, "FORM-14"}}

    assert set(re.findall(r"\[([A-Z]+-\d\d)\]", section)) == set(found)
    assert all(message in section for message in found.values())


def test_the_key_has_what_a_person_sees_before_what_software_found() -> None:
    texts = _texts(blank("spot-the-gap-key"))
    heads = [text for text in texts if re.match(r"Form \d[:,]", text)]
    assert [("person" in head, head[5]) for head in heads] == [(first, n) for n in "1234" for first in (True, False)]


@pytest.mark.slow
@EACH
def test_what_libreoffice_saves_is_a_training_copy_still(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(blank(name))
    saved = convert(path, "docx", tmp_path / "saved")
    properties = unzipped(saved.read_bytes()).get("docProps/custom.xml", b"")
    bare = tmp_path / "bare.docx"
    bare.write_bytes(_without(saved.read_bytes(), b"hsbdocs.training", properties))

    for each in (saved, bare):
        [line] = lines_of(parse("--json", *_DAY, each).stdout)
        assert "FORM-14" in _codes(line)
        assert line["answers"] == _line(name, tmp_path)["answers"]


def _without(data: bytes, name: bytes, properties: bytes) -> bytes:
    """The file with a property of another name: what a program leaves that drops ours."""
    assert name in properties
    return change(data, "docProps/custom.xml", lambda xml: xml.replace(name, b"somebody.else"))
