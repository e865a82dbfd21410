"""A content file is read as libyaml and PyYAML's constructor read it, or it has faults."""

import datetime
import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from hsbdocs.content.plain import LOADER
from hsbdocs.content.source import SourceFile
from hsbdocs.model.check import CheckCode
from tests.unit.content.planting import ROOT

FILES = sorted((ROOT / "content").rglob("*.yaml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


def _read(folder: Path, text: str) -> SourceFile:
    path = folder / "file.yaml"
    path.write_bytes(text.encode())
    return SourceFile(folder, path)


def _by_the_library(text: str) -> Any:
    """What the library makes of the text. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=LOADER)


def _same(found: Any, wanted: Any) -> bool:
    return bool(found == wanted) or (isinstance(found, float) and math.isnan(found))


def test_files_are_read_with_libyaml_where_the_library_has_it() -> None:
    assert LOADER is (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_content_file_is_read_as_by_the_library(path: Path) -> None:
    source = SourceFile(ROOT, path)
    assert not source.faults
    assert source.data == _by_the_library(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", "~", "a: [1, 0x1f, 010, 1_000, 1.5, .inf, yes, No, null, ~, '1', \"\"]", "- {a: {b: [c]}}",
     "a: >-\n  two\n  lines\nb: |\n  as\n  they are\n", "[]", "{}", "a:\n- 1:30\n- 1e3\n- 09\n",
     "a: &x [1]\nb: *x\n", "a: !!str 1", "a: !!set {b}", "|#", ">#", "{1?: a}", "[b?]"],
)  # fmt: skip
def test_values_are_those_of_the_library_or_the_file_has_faults(folder: Path, text: str) -> None:
    _held_against_the_library(folder, text)


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ("a: 1\na: 2", "a", "stands twice"),
        ("a: &x [*x]", "a[0]", "refers to itself"),
        ("1: a", "", "has a key that is not text"),
        ("~: a", "", "has a key that is not text"),
        ("yes: a", "", "has a key that is not text"),
        ("[1]: a", "", "has a key that is not text"),
        ("{a: 1}: b", "", "has a key that is not text"),
        ("<<: {a: 1}", "", "has a key that is not text"),
        ("d: 2026-11-25", "d", "put 2026-11-25 in quotation marks"),
        ("a: =", "a", "is YAML that cannot be read (value)"),
        ("a: 0b_", "a", "is YAML that cannot be read (int)"),
        ("a: !thing b", "a", "is YAML that cannot be read (!thing)"),
    ],
)
def test_what_an_author_did_not_mean_is_told_with_its_path(folder: Path, text: str, path: str, says: str) -> None:
    (fault,) = _read(folder, text).faults
    assert (fault.line, fault.path) == (text.count("\n") + 1, path)
    assert says in fault.problem
    assert fault.code == CheckCode.TYPE


@pytest.mark.parametrize(
    "text", ["a: [b", "a: !thing {}", "a\n---\nb\n", "a: *b", "{1?", "a:\n\tb", "[" * 1_200 + "]" * 1_200]
)
def test_what_is_no_yaml_is_told(folder: Path, text: str) -> None:
    (fault,) = _read(folder, text).faults
    assert fault.code == CheckCode.UNREADABLE
    assert fault.problem


@example("|#")
@example(">#")
@example("{1?}")
@example("[b?]")
@given(st.text(alphabet="ab1: -[]{},\n'\"#&*!|>?~.", max_size=40))
def test_any_text_is_read_as_by_the_library_or_has_faults(folder: Path, text: str) -> None:
    _held_against_the_library(folder, text)


def _held_against_the_library(folder: Path, text: str) -> None:
    """What the library refuses has a fault; what has none is what the library gives."""
    source = _read(folder, text)
    try:
        wanted = _by_the_library(text)
    except (yaml.YAMLError, ValueError, TypeError):
        assert source.faults
        return
    if source.faults:
        assert source.data is None
        assert all(fault.code == CheckCode.TYPE for fault in source.faults), source.faults
        assert _is_strict(wanted) or "stands twice" in source.faults[0].problem, source.faults
        return
    assert _same(source.data, wanted)


def _is_strict(data: Any) -> bool:
    """Whether the data holds what content may not have: a key that is no text, a date, itself."""
    if isinstance(data, dict):
        return any(not isinstance(key, str) for key in data) or any(_is_strict(value) for value in data.values())
    if isinstance(data, list):
        return any(value is data or _is_strict(value) for value in data)
    return isinstance(data, datetime.date)
