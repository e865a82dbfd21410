"""The guidance is frozen beside the forms, and no id is ever given to something else."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from hsbdocs.content.frozen_guidance import guidance_json, guidance_path, read_frozen_guidance
from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.guidance import Guidance, places_of
from tests.support.forms import ROOT
from tests.support.frozen import guidance_of_2023

RELEASES = sorted((ROOT / "content" / "releases").glob("guidance-*.json"))
_LINES = re.compile(r"L(\d+)(?:-(\d+))?$")


def _lines(entry: Any) -> set[int]:
    """The lines of the source that an entry stands on; none for what has none."""
    source = getattr(entry, "source", ())
    if isinstance(source, int):
        return {source}
    places: tuple[Any, ...] = places_of(source)
    spans = [match for place in places if isinstance(place, str) and (match := _LINES.search(place))]
    lines = {line for span in spans for line in range(int(span[1]), int(span[2] or span[1]) + 1)}
    return lines | {place for place in places if isinstance(place, int)}


def _reused(before: Guidance, now: Guidance) -> list[str]:
    """Ids that stand for another kind of thing, or for one that the source says nowhere near."""
    wrong = []
    for name, old in before.by_id.items():
        new = now.by_id.get(name)
        if new is None:
            continue
        apart = bool(_lines(old)) and bool(_lines(new)) and not _near(_lines(old), _lines(new))
        if type(new) is not type(old) or apart:
            wrong.append(name)
    return wrong


def _near(one: set[int], other: set[int]) -> bool:
    return any(abs(a - b) <= _FEW for a in one for b in other)


#: A line that was read wrong may be put right.
_FEW = 15


def test_the_guidance_of_this_version_is_frozen() -> None:
    assert guidance_path(ROOT / "content", "2023.06-1") in RELEASES


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_no_id_is_reused(path: Any) -> None:
    assert _reused(read_frozen_guidance(path), load_guidance(ROOT / "content")) == []


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_a_frozen_guidance_is_canonical(path: Any) -> None:
    assert guidance_json(read_frozen_guidance(path)) == path.read_bytes()


def test_a_reused_id_is_found() -> None:
    before = guidance_of_2023()
    first, *rest = before.duties
    now = msgspec.structs.replace(before, duties=(msgspec.structs.replace(first, source=("5 L542",)), *rest))
    assert _reused(before, now) == [first.id]
