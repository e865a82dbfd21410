"""Ticks as people make them: a box ticked, a cross or a tick typed, the chosen words. A doubt is never a tick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from hsbdocs.model.form import Choice
from hsbdocs.model.patterns import (
    AROUND_A_MARK,
    BOXES,
    BULLET,
    LETTER,
    LETTER_X,
    LETTERS,
    NUMBERING,
    SEPARATING_SIGN,
    SEPARATOR,
    TICKED,
    option_pattern,
)
from hsbdocs.reading.words import key

_TICKED_SIGNS = frozenset(TICKED)
#: Signs that are a bullet only where every line begins with the same one.
_LEADS = {"* ", "o ", "\u25cf ", "\u25cb "}


class Tick(StrEnum):
    """What a box, or the place of one, shows."""

    TICKED = "ticked"
    OPEN = "open"
    UNCLEAR = "unclear"


class Chosen(msgspec.Struct, frozen=True):
    """Codes that are marked, in printed order; ``unclear`` where something there is not a mark.

    ``unmarked``: every option stands there without a box, and nothing is marked; whether that is a doubt depends on
    whether the form prints boxes.
    """

    codes: tuple[str, ...]
    unclear: bool = False
    unmarked: bool = False


class _Mention(msgspec.Struct, frozen=True):
    """An option named in the cell, and the text that is its box's place."""

    code: str
    place: str


def read_box(text: str, words: Sequence[str] = ()) -> Tick:
    """Read the place of one box.

    A tick, a cross or the letter x, brackets around it or not, is a tick, beside an open box too. ``words`` count as
    a tick only where no box is there. Any other word or sign leaves a doubt.
    """
    rest = BOXES.sub(" ", text)
    marked = shows_tick(text) or LETTER_X.search(rest) is not None
    rest = LETTER_X.sub(" ", rest)
    said = key(rest)
    if said and said not in words:
        return Tick.UNCLEAR
    if LETTER.sub("", AROUND_A_MARK.sub("", rest)):
        return Tick.UNCLEAR
    if marked or (said and not shows_box(text)):
        return Tick.TICKED
    return Tick.UNCLEAR if rest.strip() and not said else Tick.OPEN


def shows_box(text: str) -> bool:
    """True where the text holds a box, ticked or open."""
    return BOXES.search(text) is not None


def shows_tick(text: str) -> bool:
    """True where the text holds a ticked box, a tick or a cross."""
    return not _TICKED_SIGNS.isdisjoint(text)


def read_choice(text: str, choices: Sequence[Choice]) -> Chosen:
    """Read a cell that prints several options, each with its box, on one line or on several.

    The words of an option count alone where they stand beside the printed options, or where they are all that is
    there. Where boxes or options are gone and nothing is marked, or where signs disagree, it is unclear.
    """
    mentions, odd = _read_lines(text, choices)
    options = _options(mentions)
    signs = options.ticked | options.worded
    disagree = bool(options.ticked and options.worded)
    unclear = odd or disagree or any(read_box(mention.place) is Tick.UNCLEAR for mention in mentions)
    unmarked = not signs and not unclear and len(options.bare) == len(choices)
    gone = not signs and options.lacks_some(len(choices))
    return Chosen(tuple(choice.code for choice in choices if choice.code in signs), unclear or gone, unmarked)


class _Options(msgspec.Struct, frozen=True):
    """The codes of the options that are named: those that are ticked, those with a box, those without either."""

    ticked: set[str]
    boxed: set[str]
    bare: set[str]

    @property
    def worded(self) -> set[str]:
        """Options of which the words alone count: beside the printed ones, or where they are all that is there."""
        alone = len(self.boxed | self.bare) == 1
        return self.bare if alone else self.bare & self.boxed

    def lacks_some(self, number: int) -> bool:
        """True where the boxes of some options are gone, or some of the options themselves; not where all are."""
        return bool(self.bare) or 0 < len(self.boxed) < number


def _options(mentions: Sequence[_Mention]) -> _Options:
    ticked = {mention.code for mention in mentions if read_box(mention.place) is Tick.TICKED}
    boxed = ticked | {mention.code for mention in mentions if shows_box(mention.place)}
    bare = {mention.code for mention in mentions if not shows_box(mention.place)} - ticked
    return _Options(ticked, boxed, bare)


def _read_lines(text: str, choices: Sequence[Choice]) -> tuple[list[_Mention], bool]:
    """Every option named, and whether a line holds something that is no option and no empty box."""
    mentions: list[_Mention] = []
    unclear = False
    for line in _without_bullets([line.rstrip(" .,;") for line in text.split("\n")]):
        found = list(_in_full(line, choices)) or list(_in_short(line, choices))
        mentions += found
        unclear |= not found and read_box(line) is not Tick.OPEN
    return mentions, unclear


def _in_full(line: str, choices: Sequence[Choice]) -> Iterator[_Mention]:
    """Each option printed in full in the line."""
    found = [(start, end, choice.code) for start, end, choice in options_in(line, choices)]
    if len(found) == 1:
        start, end, code = found[0]
        yield _Mention(code, SEPARATING_SIGN.sub(" ", f"{line[:start]} {line[end:]}"))
    elif found:
        gaps = [line[: found[0][0]], *(line[a[1] : b[0]] for a, b in pairwise(found)), line[found[-1][1] :]]
        for (_, _, code), place in zip(found, _shared_out(gaps), strict=True):
            yield _Mention(code, place)


def _shared_out(gaps: Sequence[str]) -> list[str]:
    """The text around options on one line, as the place of each: one more gap than options.

    A sign belongs to the option on its side of a stroke or comma. Without one, signs stand before the options where
    the line begins with a sign, behind them where it ends with one; else nobody can tell.
    """
    first, *inner, last = gaps
    places = [first, *("" for _ in inner)]
    before, after = _says(first), _says(last)
    for number, gap in enumerate(inner):
        parts = SEPARATOR.split(gap, maxsplit=1)
        if len(parts) > 1:
            places[number] += f" {parts[0]}"
            places[number + 1] += f" {SEPARATOR.sub(' ', parts[1])}"
        elif before == after and _says(gap):
            places[number] += f" {gap} ?"
        else:
            places[number if after else number + 1] += f" {gap}"
    places[-1] += f" {last}"
    return places


def _without_bullets(lines: Sequence[str]) -> list[str]:
    """The lines without the bullets of a list; numbers and letters only where every line of several begins so."""
    plain = [_without(BULLET.match(line), line) for line in lines]
    said = [line for line in plain if line.strip()]
    if len(said) < 2:
        return plain
    if _are_numbered(said):
        return [_without(NUMBERING.match(line), line) for line in plain]
    leads = {line.lstrip()[:2] for line in said}
    return [line.lstrip()[1:] for line in plain] if len(leads) == 1 and leads <= _LEADS else plain


def _are_numbered(lines: Sequence[str]) -> bool:
    """True where each line begins with a number or letter of its own."""
    matches = [match for match in map(NUMBERING.match, lines) if match]
    return len({match[1] for match in matches}) == len(lines)


def _without(match: re.Match[str] | None, line: str) -> str:
    return f" {line[match.end() :]}" if match else line


def options_in(line: str, choices: Sequence[Choice]) -> list[tuple[int, int, Choice]]:
    """Where a line prints options in full, from its start on; "worried" is not looked for inside "very worried"."""
    found: list[tuple[int, int, Choice]] = []
    for choice in sorted(choices, key=lambda choice: -len(choice.label)):
        for match in option_pattern(choice.label).finditer(line):
            if not any(start <= match.start() and match.end() <= end for start, end, _ in found):
                found.append((match.start(), match.end(), choice))
                break
    return sorted(found, key=lambda each: each[:2])


def _says(text: str) -> bool:
    return bool(key(text)) or shows_box(text)


def _in_short(line: str, choices: Sequence[Choice]) -> Iterator[_Mention]:
    """The option whose first words are all that the line says beside a box or a mark."""
    words = key(LETTER_X.sub(" ", BOXES.sub(" ", line)))
    fitting = [choice.code for choice in choices if f"{key(choice.label)} ".startswith(f"{words} ")]
    if len(fitting) == 1:
        yield _Mention(fitting[0], LETTERS.sub(lambda m: m[0] if LETTER_X.fullmatch(m[0]) else " ", line))
