"""The words of places and doubts: one for each, and each speaks only of what there is to say of it."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.content import Content
from hsbdocs.model.doubt import AT_OPTIONS, Doubt
from hsbdocs.model.faults import Fault
from hsbdocs.model.location import SPEAKS_OF, Part, Where

E = TypeVar("E", bound=StrEnum)

_PLACES, _DOUBTS = "places.yaml", "doubts.yaml"
_KEYS, _NOTHING = frozenset({"keys"}), frozenset[str]()


def check_words(content: Content, places: Places) -> Iterator[Fault]:
    """Every place and every doubt that has no words, or words that do not fit it."""
    for name in ("row", "rows", "numbers"):
        yield from _text(getattr(content.places, name), _KEYS, places, _PLACES, name)
    for name in ("joint", "through"):
        yield from _text(getattr(content.places, name), _NOTHING, places, _PLACES, name)
    yield from _text(content.doubts.part, _NOTHING, places, _DOUBTS, "part")
    yield from _all(Where, content.places.where, places, _PLACES, "where")
    yield from _all(Part, content.places.part, places, _PLACES, "part")
    yield from _all(Doubt, content.doubts.doubts, places, _DOUBTS, "doubts")


def _all(kind: type[E], words: Mapping[E, str], places: Places, file: str, name: str) -> Iterator[Fault]:
    missing = [each.value for each in kind if each not in words]
    if missing:
        yield fault_at(places, file, f"has no words for {', '.join(missing)}", name)
    for each, text in words.items():
        yield from _text(text, _speaks_of(each), places, file, name, each.value)


def _speaks_of(each: StrEnum) -> frozenset[str]:
    if isinstance(each, Where | Part):
        return SPEAKS_OF.get(each, _NOTHING)
    return frozenset({"options"}) if each in AT_OPTIONS else _NOTHING


def _text(text: str, wanted: frozenset[str], places: Places, file: str, *path: str) -> Iterator[Fault]:
    if not text.strip():
        yield fault_at(places, file, "is empty", *path)
        return
    try:
        named = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
    except ValueError:
        yield fault_at(places, file, "has a brace that is not closed or not opened", *path)
        return
    if named != wanted:
        asked = "".join(f"{{{each}}}" for each in sorted(wanted)) or "nothing in braces"
        yield fault_at(places, file, f"should speak of {asked}", *path)
