"""The guidance as content, loaded once, and what the tests compare it with."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import Guidance

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


@cache
def _guidance() -> Guidance:
    return load_guidance(ROOT / "content", _forms())


@cache
def _forms() -> dict[str, Form]:
    return load_content(ROOT / "content", ROOT / "templates").forms


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    """Everything of content/guidance."""
    return _guidance()


@pytest.fixture(scope="session")
def form() -> Form:
    """The risk assessment form."""
    return _forms()["risk-assessment"]


@pytest.fixture(scope="session")
def counts() -> dict[str, Any]:
    """What was counted in the source when the project began, by people who did not write this program."""
    counted: dict[str, Any] = json.loads((HERE / "counts.json").read_text(encoding="utf-8"))
    return counted


@pytest.fixture(scope="session")
def drawn() -> dict[str, list[list[Any]]]:
    """What draw.py found in the source: lists of [line, what]."""
    found: dict[str, list[list[Any]]] = json.loads((HERE / "drawn.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def source() -> Path:
    """The text of the guidance, which is not part of the project: HSBDOCS_SOURCE, or ../shared/source/."""
    given = os.environ.get("HSBDOCS_SOURCE")
    path = Path(given) if given else ROOT.parent / "shared" / "source" / "guidance-2023-06.txt"
    if not path.is_file():
        pytest.skip("the text of the guidance is not here: set HSBDOCS_SOURCE to its file")
    return path


@pytest.fixture(scope="session")
def blocks(guidance: Guidance) -> Guidance:
    """The same guidance, for tests of what its blocks say: they wait until every section has its blocks."""
    waiting = sections_without_blocks(guidance)
    if waiting:
        pytest.skip(f"waits for the blocks of {', '.join(waiting)}")
    return guidance


def sections_without_blocks(guidance: Guidance) -> Sequence[str]:
    """The cover and sections that have text in the source and no block yet."""
    parents = {section.parent for section in guidance.sections}
    found = [] if guidance.cover.blocks else ["the cover"]
    return found + [s.number for s in guidance.sections if not s.blocks and s.number not in parents]
