"""Ticks as people make them: a box ticked, a cross or a tick typed, the chosen words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from hsbdocs.model.form import Choice
from hsbdocs.reading.words import key

_TICKED = "\u2612\u2611\u2713\u2714\u2717\u2718\u2715\u2716\u221a\u22a0\u00d7\u274c\u2705\U0001f5f9\U0001f5f7\u2327"
_OPEN = "\u2610\u25a1\u25a2\u2751\u274f\u25fb\u25fd\u2b1c"
_GLYPHS = re.compile(f"[{_TICKED}{_OPEN}\ufe0e\ufe0f]")
_LETTER_X = re.compile(r"(?<!\w)[xX](?!\w)")


class Tick(StrEnum):
    """What a box, or the place of one, shows."""

    TICKED = "ticked"
    OPEN = "open"
    UNCLEAR = "unclear"


class Chosen(msgspec.Struct, frozen=True):
    """Codes that are marked, in printed order; ``unclear`` where something there is not a mark."""

    codes: tuple[str, ...]
    unclear: bool = False


def read_box(text: str, words: Sequence[str] = ()) -> Tick:
    """Read the place of one box. ``words`` also count as a tick when they stand there alone."""
    rest = key(_LETTER_X.sub(" ", _GLYPHS.sub(" ", text)))
    if rest:
        return Tick.TICKED if rest in words else Tick.UNCLEAR
    bare = _GLYPHS.sub("", text).strip()
    if any(glyph in text for glyph in _TICKED) or _LETTER_X.fullmatch(bare):
        return Tick.TICKED
    return Tick.UNCLEAR if bare and not _LETTER_X.search(bare) else Tick.OPEN


def shows_box(text: str) -> bool:
    """True where the text holds a box, ticked or open."""
    return _GLYPHS.search(text) is not None


def read_choice(text: str, choices: Sequence[Choice]) -> Chosen:
    """Read a cell that prints several options, each with its box, on one line or on several."""
    ticked: set[str] = set()
    worded: set[str] = set()
    boxed: set[str] = set()
    bare: set[str] = set()
    unclear = False
    for line in text.split("\n"):
        marks = _marks(line, choices)
        if not marks:
            code = _in_words(line, choices)
            tick = read_box(line)
            if code:
                worded.add(code)
            elif tick is not Tick.OPEN:
                unclear = True
        for code, beside in marks:
            tick = read_box(beside)
            if tick is Tick.TICKED:
                ticked.add(code)
            unclear |= tick is Tick.UNCLEAR
            (boxed if tick is Tick.TICKED or shows_box(beside) else bare).add(code)
    if not boxed and len(bare) > 1:
        unclear = True
    else:
        worded |= bare
    signs = ticked | worded
    if ticked and worded and not worded <= ticked:
        unclear = True
    return Chosen(tuple(choice.code for choice in choices if choice.code in signs), unclear)


def _marks(line: str, choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """Each option printed in the line, with the text that is its box's place."""
    found = []
    for choice in choices:
        words = [re.escape(word) for word in re.findall(r"\w+", choice.label)]
        match = re.search(r"(?<!\w)" + r"\W+".join(words) + r"(?!\w)", line, re.IGNORECASE)
        if match:
            found.append((match.start(), match.end(), choice.code))
    found.sort()
    if not found:
        return []
    if len(found) == 1:
        start, end, code = found[0]
        return [(code, f"{line[:start]} {line[end:]}")]
    gaps = [line[: found[0][0]]]
    gaps += [line[a_end:b_start] for (_, a_end, _), (b_start, _, _) in pairwise(found)]
    gaps.append(line[found[-1][1] :])
    before = bool(key(gaps[0]) or _GLYPHS.search(gaps[0])) or not (key(gaps[-1]) or _GLYPHS.search(gaps[-1]))
    places = gaps[:-1] if before else gaps[1:]
    extra = gaps[-1] if before else gaps[0]
    marks = [(code, place) for (_, _, code), place in zip(found, places, strict=True)]
    if extra.strip():
        marks[-1] = (marks[-1][0], f"{marks[-1][1]} {extra}")
    return marks


def _in_words(line: str, choices: Sequence[Choice]) -> str | None:
    """The option whose first words are all that the line says."""
    words = key(line)
    fitting = [choice.code for choice in choices if words and f"{key(choice.label)} ".startswith(f"{words} ")]
    return fitting[0] if len(fitting) == 1 else None
