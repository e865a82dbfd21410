"""Every committed return read with its own blanks in the settings: the same answers, and at most less said outside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hsbdocs.content.locate import find_roots
from hsbdocs.model.arrival import Arrival
from hsbdocs.pipeline.parse import Parser
from tests.support.forms import DOCUMENTS, ROOT, TODAY, WORKBOOKS, blank, line

_HERE = Path(__file__).parent
_FOLDERS = (_HERE, ROOT / "examples" / "returned", ROOT / "tests" / "released")
_FILES = sorted(path for folder in _FOLDERS for path in folder.rglob("*.*x") if path.suffix in (".docx", ".xlsx"))
#: What says that something stands outside the answers.
_OUTSIDE = ("FORM-05", "FORM-06", "FORM-09")
#: The samples that lost their outcome, or gained one, when the sentences of a blank changed how a form was read.
_SAMPLES = ("01-", "04-", "05-", "09-", "12-", "13-")


@pytest.fixture(scope="module")
def parsers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Parser, Parser]:
    """Without settings, and with the blank of 2023 and our own."""
    folder = tmp_path_factory.mktemp("blanks")
    names = [(_HERE / "blank.docx").as_posix()]
    for document in (*DOCUMENTS, *WORKBOOKS):
        path = folder / f"{document}.{'xlsx' if document in WORKBOOKS else 'docx'}"
        path.write_bytes(blank(document))
        names.append(path.as_posix())
    settings = folder / "own.toml"
    settings.write_text(f"blanks = {names!r}\n", encoding="utf-8")
    roots = find_roots(ROOT)
    return Parser(roots, TODAY), Parser(roots, TODAY, settings)


def _lines(parser: Parser, path: Path) -> list[dict[str, Any]]:
    arrival = Arrival(file=path.name, name=path.name, data=path.read_bytes())
    return [line(each) for each in parser.read_file(arrival)]


def _said(found: dict[str, Any]) -> Counter[tuple[str, str, tuple[str, ...]]]:
    return Counter((f["code"], f["location"], tuple(f["fields"])) for f in found["findings"])


def _wrong(parsers: tuple[Parser, Parser], path: Path) -> list[str]:
    """What is not as it was, in words."""
    before, now = (_lines(parser, path) for parser in parsers)
    if len(before) != len(now):
        return [f"{path.name}: {len(now)} forms, not {len(before)}"]
    wrong = []
    for old, new in zip(before, now, strict=True):
        wrong += [f"{path.name}: {key}" for key in ("form", "answers", "as_written") if old[key] != new[key]]
        lost, gained = _said(old) - _said(new), _said(new) - _said(old)
        wrong += [f"{path.name}: {code} is new, {place}" for code, place, _ in gained]
        wrong += [f"{path.name}: {code} is gone, {place}" for code, place, _ in lost if code not in _OUTSIDE]
        texts = [each["text"] for each in old["unplaced"]]
        wrong += [f"{path.name}: {each['location']}" for each in new["unplaced"] if each["text"] not in texts]
    return wrong


def test_the_samples_that_once_changed(parsers: tuple[Parser, Parser]) -> None:
    found = [path for path in _FILES if path.name.startswith(_SAMPLES)]
    assert len(found) == len(_SAMPLES)
    assert [each for path in found for each in _wrong(parsers, path)] == []


@pytest.mark.slow
def test_every_committed_return(parsers: tuple[Parser, Parser]) -> None:
    assert len(_FILES) > 500
    assert [each for path in _FILES for each in _wrong(parsers, path)] == []
