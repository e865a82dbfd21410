"""Ticks as people make them: a box ticked, a cross or a tick typed, the chosen words. A doubt is never a tick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import msgspec

from hsbdocs.model.form import Choice
from hsbdocs.reading.words import key

_TICKED = "\u2612\u2611\u2713\u2714\u2717\u2718\u2715\u2716\u221a\u22a0\u00d7\u274c\u2705\U0001f5f9\U0001f5f7\u2327"
_OPEN = "\u2610\u25a1\u25a2\u2751\u274f\u25fb\u25fd\u2b1c"
_GLYPHS = re.compile(f"[{_TICKED}{_OPEN}\ufe0e\ufe0f]")
_LETTER_X = re.compile(r"(?<!\w)[xX](?!\w)")
_AROUND = re.compile(r"[\s.,:;()\[\]{}]")


class Tick(StrEnum):
    """What a box, or the place of one, shows."""

    TICKED = "ticked"
    OPEN = "open"
    UNCLEAR = "unclear"


_ALONE = {**dict.fromkeys(_TICKED, Tick.TICKED), **dict.fromkeys(_OPEN, Tick.OPEN)}


class Chosen(msgspec.Struct, frozen=True):
    """Codes that are marked, in printed order; ``unclear`` where something there is not a mark."""

    codes: tuple[str, ...]
    unclear: bool = False


class _Mention(msgspec.Struct, frozen=True):
    """An option named in the cell, and the text that is its box's place."""

    code: str
    place: str


def read_box(text: str, words: Sequence[str] = ()) -> Tick:
    """Read the place of one box.

    A tick, a cross or the letter x, brackets around it or not, is a tick, beside an open box too. ``words`` count as
    a tick only where no box is there. Any other word or sign leaves a doubt.
    """
    bare = text.strip()
    if len(bare) == 1 and bare in _ALONE:
        return _ALONE[bare]
    rest = _GLYPHS.sub(" ", text)
    marked = any(glyph in text for glyph in _TICKED) or _LETTER_X.search(rest) is not None
    rest = _LETTER_X.sub(" ", rest)
    said = key(rest)
    if said and said not in words:
        return Tick.UNCLEAR
    if re.sub(r"\w", "", _AROUND.sub("", rest)):
        return Tick.UNCLEAR
    if marked or (said and not shows_box(text)):
        return Tick.TICKED
    return Tick.UNCLEAR if rest.strip() and not said else Tick.OPEN


def shows_box(text: str) -> bool:
    """True where the text holds a box, ticked or open."""
    return _GLYPHS.search(text) is not None


def read_choice(text: str, choices: Sequence[Choice]) -> Chosen:
    """Read a cell that prints several options, each with its box, on one line or on several.

    The words of an option count alone where they stand beside the printed options, or where they are all that is
    there. Where boxes or options are gone and nothing is marked, or where signs disagree, it is unclear.
    """
    mentions, unclear = _read_lines(text, choices)
    ticked = {mention.code for mention in mentions if read_box(mention.place) is Tick.TICKED}
    boxed = ticked | {mention.code for mention in mentions if shows_box(mention.place)}
    bare = {mention.code for mention in mentions if not _GLYPHS.search(mention.place)} - ticked
    present = boxed | bare
    worded = {code for code in bare if code in boxed or len(present) == 1}
    unclear |= any(read_box(mention.place) is Tick.UNCLEAR for mention in mentions)
    signs = ticked | worded
    if ticked and worded - ticked:
        unclear = True
    if not signs and present and (bare or len(present) < len(choices)):
        unclear = True
    return Chosen(tuple(choice.code for choice in choices if choice.code in signs), unclear)


def _read_lines(text: str, choices: Sequence[Choice]) -> tuple[list[_Mention], bool]:
    """Every option named, and whether a line holds something that is no option and no empty box."""
    mentions: list[_Mention] = []
    unclear = False
    for line in text.split("\n"):
        found = list(_in_full(line, choices)) or list(_in_short(line, choices))
        mentions += found
        unclear |= not found and read_box(line) is not Tick.OPEN
    return mentions, unclear


def _in_full(line: str, choices: Sequence[Choice]) -> Iterator[_Mention]:
    """Each option printed in full in the line."""
    found = []
    for choice in choices:
        match = _pattern(choice.label).search(line)
        if match:
            found.append((match.start(), match.end(), choice.code))
    found.sort()
    if len(found) == 1:
        start, end, code = found[0]
        yield _Mention(code, f"{line[:start]} {line[end:]}")
    elif found:
        gaps = [line[: found[0][0]], *(line[a[1] : b[0]] for a, b in pairwise(found)), line[found[-1][1] :]]
        gaps = [re.sub(r"[/,;|]", " ", gap) for gap in gaps]
        before = _says(gaps[0]) or not _says(gaps[-1])
        places = gaps[:-1] if before else gaps[1:]
        outside = gaps[-1] if before else gaps[0]
        for number, ((_, _, code), place) in enumerate(zip(found, places, strict=True), 1):
            yield _Mention(code, f"{place} {outside}" if number == len(found) else place)


@lru_cache(maxsize=64)
def _pattern(label: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in re.findall(r"\w+", label)]
    return re.compile(r"(?<!\w)" + r"\W+".join(words) + r"(?!\w)", re.IGNORECASE)


def _says(text: str) -> bool:
    return bool(key(text)) or shows_box(text)


def _in_short(line: str, choices: Sequence[Choice]) -> Iterator[_Mention]:
    """The option whose first words are all that the line says beside a box or a mark."""
    words = key(_LETTER_X.sub(" ", _GLYPHS.sub(" ", line)))
    fitting = [choice.code for choice in choices if words and f"{key(choice.label)} ".startswith(f"{words} ")]
    if len(fitting) == 1:
        yield _Mention(fitting[0], re.sub(r"[^\W_]+", lambda m: m[0] if _LETTER_X.fullmatch(m[0]) else " ", line))
