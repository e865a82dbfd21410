"""All three versions of the form in one batch: each line is what somebody typed by hand into a .json file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tests.command.running import CONTENT, TODAY, run

_HERE = Path(__file__).parent
_PUBLISHED = _HERE.parent / "returned" / "birth-about"


def _json(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def test_forms_of_every_version_are_read_side_by_side(tmp_path: Path) -> None:
    wanted = {"published.docx": ("2023.06", _json(_PUBLISHED.with_suffix(".json"))["answers"])}
    shutil.copy(_PUBLISHED.with_suffix(".docx"), tmp_path / "published.docx")
    for version in ("2023.06-1", "2023.06-2"):
        answers = _json(_HERE / version / "answers.json")
        for document in ("risk-assessment", "risk-assessment-guided"):
            name = f"{document}-{version}.docx"
            shutil.copy(_HERE / version / f"{document}.libreoffice-7.4.docx", tmp_path / name)
            wanted[name] = (version, answers)
    lines = [json.loads(line) for line in run("parse", *TODAY, *CONTENT, "--json", tmp_path).stdout.splitlines()]
    assert {Path(line["file"]).name: (line["form"]["version"], line["answers"]) for line in lines} == wanted
    assert len(lines) == 5
