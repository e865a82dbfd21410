"""A copy of the content as it was issued, and the workbook that it sends out."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsbdocs.content.locate import Roots
from hsbdocs.pipeline.review import workbook
from tests.support.forms import ROOT
from tests.unit.content.planting import Copy


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    copy = Copy(tmp_path / "pack")
    return Roots(copy.content, copy.templates, ROOT / "examples")


@pytest.fixture
def sent(roots: Roots, tmp_path: Path) -> Path:
    path = tmp_path / "sent.xlsx"
    workbook(roots, path)
    return path
