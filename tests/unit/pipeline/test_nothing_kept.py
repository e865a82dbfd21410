"""No answer outlives its file: a process is walked after a batch, and no text of a sender is in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.foreign import docx
from tests.foreign.excel.fill import Manner as SheetManner
from tests.foreign.excel.fill import fill as fill_sheet
from tests.foreign.fill import Manner, fill
from tests.libreoffice.sheet_values import EXPECTED as SHEET
from tests.libreoffice.values import TYPED
from tests.support.forms import ROOT, blank
from tests.unit.pipeline.mark import mark


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form and a checklist with the mark in every box for text, and beside the boxes; and a damaged file."""
    place = tmp_path_factory.mktemp("in")
    plain = {tag: text for tag, text in TYPED.items() if len(text) > 3 and "date" not in tag}
    typed = {**TYPED, **{tag: f"{mark()} {number} {text}" for number, (tag, text) in enumerate(plain.items())}}
    form = fill(blank("risk-assessment"), typed, Manner.WORD)
    loose = f"<w:p><w:r><w:t>Loose {mark()}</w:t></w:r></w:p>".encode()
    parts = docx.read(form)
    name = docx.main_part(parts)
    parts[name] = parts[name].replace(b"<w:body>", b"<w:body>" + loose, 1)
    (place / "a.docx").write_bytes(docx.write(parts))
    said = {field: f"{mark()} {text}" for field, text in SHEET.items() if field.endswith(("evidence", "practitioner"))}
    (place / "b.xlsx").write_bytes(fill_sheet(blank("rag-checklist"), said, next(iter(SheetManner))))
    (place / "c.docx").write_bytes(b"PK\x03\x04" + mark().encode())
    return place


def walked(folder: Path, how: str) -> dict[str, Any]:
    """What the walk found, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.pipeline.walked", str(folder), how],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_after_the_lines_are_printed(folder: Path) -> None:
    found = walked(folder, "json")
    assert found["read"] > 30, "the mark was in the answers"
    assert found["still there"] == []


def test_after_the_report_is_printed(folder: Path) -> None:
    """The report quotes who sent each form, and a box of the NHS number that holds none; the quotes go with it."""
    assert walked(folder, "report") == {"entries": 3, "printed": 5, "still there": [], "held": 0}


def test_what_is_kept_is_found(folder: Path) -> None:
    """The walk itself: a text in a list and bytes in a tuple in a dictionary."""
    found = walked(folder, "held")
    assert sorted(set(found["still there"])) == ["bytes", "str"]
