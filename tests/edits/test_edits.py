"""Whoever rightly edits content breaks no test: edits are made in a copy of the project, and its tests run there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.edits.edits import EDITS
from tests.edits.through_the_workbook import fill_in
from tests.support.forms import ROOT

#: Tests that read today's content, or what is built from it; all of them fast.
TESTS = (
    "tests/guidance",
    "tests/faithful",
    "tests/unit/content",
    "tests/unit/documents",
    "tests/unit/rules",
    "tests/unit/formats",
    "tests/unit/review",
    "tests/documents",
    "tests/forms",
    "tests/released",
    "tests/review",
    "tests/command",
)
_PARTS = ("content", "templates", "examples", "scripts", "src", "tests", "docs", "pyproject.toml")


def _copied(folder: Path) -> Path:
    """What the tests need of the project."""
    left_out = shutil.ignore_patterns("__pycache__", "node_modules")
    for name in _PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=left_out)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(project / "src")  # before the project that is installed
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def _review(project: Path) -> None:
    """A review as partners make one: out in a workbook, filled in, and back."""
    content = ("--content", str(project))
    sent = project / "review.xlsx"
    assert _run(project, "-m", "hsbdocs", "review", "workbook", str(sent), *content).returncode == 0
    fill_in(sent)
    applied = _run(project, "-m", "hsbdocs", "review", "apply", str(sent), *content)
    assert applied.returncode == 0, applied.stdout + applied.stderr
    sent.unlink()
    recorded = (project / "content" / "hsbdocs.yaml").read_text(encoding="utf-8")
    assert "reviewed:" in recorded, applied.stdout


@pytest.mark.slow
def test_the_edits_break_no_test(tmp_path: Path) -> None:
    """All edits in one copy, and a review upon them: what fails names its edit."""
    project = _copied(tmp_path)
    for edit in EDITS:
        edit(project / "content")
    _review(project)
    made = _run(project, "scripts/compile_content.py")
    assert made.returncode == 0, made.stderr
    quiet = ("-q", "-m", "not slow and not hypothesis", "-p", "no:cacheprovider", "--tb=short")
    tests = _run(project, "-m", "pytest", "-n", "2", *quiet, *TESTS)
    assert tests.returncode == 0, tests.stdout[-20_000:]
