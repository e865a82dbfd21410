"""A copy of the content as it was issued, and the workbook that it sends out."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from hsbdocs.content.locate import Roots, find_roots
from hsbdocs.pipeline.review import workbook
from tests.support.forms import ROOT
from tests.support.unreviewed import issued
from tests.unit.content.planting import Copy


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    copy = Copy(tmp_path / "pack")
    return Roots(copy.content, copy.templates, ROOT / "examples")


@cache
def _issued() -> bytes:
    """The workbook of the content as it was issued: every copy begins as that."""
    with tempfile.TemporaryDirectory() as folder:
        workbook(find_roots(issued()), Path(folder, "sent.xlsx"))
        return Path(folder, "sent.xlsx").read_bytes()


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "sent.xlsx"
    path.write_bytes(_issued())
    return path
