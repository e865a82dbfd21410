"""The guidance of 2023 as it is frozen: for tests of what was printed then, and of programs that print it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from hsbdocs.content.frozen_guidance import guidance_path, read_frozen_guidance
from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.guidance import Guidance

ROOT = Path(__file__).resolve().parents[2]
#: What the frozen guidance is compared with.
FROZEN = ROOT / "tests" / "faithful" / "2023.06-1"


@cache
def guidance_of_2023() -> Guidance:
    """Everything that was read of it. Today's content may say something else, and rightly so."""
    return read_frozen_guidance(guidance_path(ROOT / "content", "2023.06-1"))


@cache
def with_cases() -> Guidance:
    """The same with today's invented cases and questions, which are no part of it: for documents that print them."""
    ours = load_guidance(ROOT / "content")
    return msgspec.structs.replace(guidance_of_2023(), vignettes=ours.vignettes, quiz=ours.quiz)
