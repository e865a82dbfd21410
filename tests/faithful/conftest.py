"""The guidance of 2023 as it is frozen in content/releases/, and what it is compared with.

Nothing here reads today's content: whoever rightly changes what documents print changes nothing of what was read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hsbdocs.content.releases import load_releases
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import Guidance
from tests.faithful.later import as_counted
from tests.support.frozen import FROZEN, guidance_of_2023

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    """Everything that was read of the guidance."""
    return guidance_of_2023()


@pytest.fixture(scope="session")
def counted(guidance: Guidance) -> Guidance:
    """The guidance with what people had found when they counted."""
    return as_counted(guidance)


@pytest.fixture(scope="session")
def form() -> Form:
    """The risk assessment form as first released."""
    (found,) = (f for f in load_releases(ROOT / "content") if (f.id, f.version) == ("risk-assessment", "2023.06-1"))
    return found


@pytest.fixture(scope="session")
def counts() -> dict[str, Any]:
    """What was counted in the source when the project began, by people who did not write this program."""
    counted: dict[str, Any] = json.loads((FROZEN / "counts.json").read_text(encoding="utf-8"))
    return counted


@pytest.fixture(scope="session")
def drawn() -> dict[str, list[list[Any]]]:
    """What draw.py found in the source: lists of [line, what]."""
    found: dict[str, list[list[Any]]] = json.loads((FROZEN / "drawn.json").read_text(encoding="utf-8"))
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
