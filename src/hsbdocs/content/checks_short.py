"""Words in short: the force, the deadline and, of an age rule, the figures are those of the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
    if short:
        whole: str = getattr(entry, says(entry).words)
        yield from filter(None, (asks(entry, short, whole) for asks in _CHECKS))


def _long(_: Any, short: str, __: str) -> str:
    many = len(short.split())
    return f"has {many} words; at most {MOST_WORDS}" if many > MOST_WORDS else ""


def _not_shorter(_: Any, short: str, whole: str) -> str:
    return "is not shorter than the whole: leave it out" if len(short.split()) >= len(whole.split()) else ""


def _other_force(_: Any, short: str, whole: str) -> str:
    if _forces(short) == _forces(whole):
        return ""
    return f"the words of force are others: {_listed(_forces(whole))} in the whole, {_listed(_forces(short))} here"


def _new_figure(_: Any, short: str, whole: str) -> str:
    return "has a figure that the whole has not" if _figures(short) - _figures(whole) else ""


def _lost_figure(entry: Any, short: str, whole: str) -> str:
    lost = isinstance(entry, AgeRule) and _figures(whole) - _figures(short)
    return "an age rule keeps every figure" if lost else ""


def _lost_deadline(entry: Any, short: str, whole: str) -> str:
    words = entry.deadline.words if isinstance(entry, Duty) and entry.deadline else ""
    return f"does not say {words}" if words in whole and words not in short else ""


_CHECKS: tuple[Callable[[Any, str, str], str], ...] = (
    _long,
    _not_shorter,
    _other_force,
    _new_figure,
    _lost_figure,
    _lost_deadline,
)


def _figures(text: str) -> set[str]:
    return set(_FIGURE.findall(text))


def _forces(text: str) -> set[str]:
    found = (match.lower() for match in _FORCE.findall(text))
    return {_SAME.get(word, word) for word in found}


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words)) or "none"
