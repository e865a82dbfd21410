"""Words in short: the force, the deadline and, of an age rule, the figures are those of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hsbdocs.model.guidance import AgeRule, Duty, says

#: As many words as a short wording may have.
MOST_WORDS = 22
#: The words by which force, choice and negation are told. None may be lost or added.
_FORCE = re.compile(r"\b(must|should|always|will|needs?|may|can|cannot|not|never|no|only)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d+")
_SAME = {"needs": "need"}


def check_short(entry: Any) -> Iterator[str]:
    """What is wrong with the words in short of an entry; nothing where it has none."""
    short: str = getattr(entry, "short", "")
    whole: str = getattr(entry, says(entry).words) if short else ""
    if not short:
        return
    many = len(short.split())
    if many > MOST_WORDS:
        yield f"has {many} words; at most {MOST_WORDS}"
    if many >= len(whole.split()):
        yield "is not shorter than the whole: leave it out"
    if _forces(short) != _forces(whole):
        yield f"the words of force are others: {_listed(_forces(whole))} in the whole, {_listed(_forces(short))} here"
    if set(_FIGURE.findall(short)) - set(_FIGURE.findall(whole)):
        yield "has a figure that the whole has not"
    if isinstance(entry, AgeRule) and set(_FIGURE.findall(whole)) - set(_FIGURE.findall(short)):
        yield "an age rule keeps every figure"
    if isinstance(entry, Duty) and entry.deadline and _lost(entry.deadline.words, whole, short):
        yield f"does not say {entry.deadline.words}"


def _lost(words: str, whole: str, short: str) -> bool:
    return words in whole and words not in short


def _forces(text: str) -> set[str]:
    found = (match.lower() for match in _FORCE.findall(text))
    return {_SAME.get(word, word) for word in found}


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words)) or "none"
