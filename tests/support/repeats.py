"""Regular expressions that may take more than linear time, found by the pattern's own tree.

Two shapes make Python's matcher try many ways to share out one text: a repeat inside a repeat, and two repeats side by
side, with nothing needed between them, that can both take the same character. (Weideman and others, "Analyzing Matching
Time Behavior of Backtracking Regular Expression Matchers", CIAA 2016: exponential and polynomial ambiguity.) A repeat
of at most ``FEW`` times is bounded by that and counts as none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

#: So many tries more are no harm.
FEW = 16
#: A repeat of at most so many signs is gone through from everywhere without harm: so many times the text, at most.
A_SCREENFUL = 200

_LETTERS = frozenset(map(chr, [*range(0x180), 0x2010, 0x2013, 0x2018, 0x2019, 0x2028, 0x20AC, 0x3000, 0xFF10, 0x1F600]))
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_LOOKS = (sre.ASSERT, sre.ASSERT_NOT, sre.AT)

Nodes = Sequence[tuple[Any, Any]]


def slow_shapes(pattern: re.Pattern[str], *, searched: bool = False) -> list[str]:
    """What makes a pattern slow, in words; empty for one that goes through its text a bounded number of times.

    ``searched``: it is looked for anywhere (search, sub, findall), so that it is tried from every sign of the text.
    """
    tree = _parser.parse(pattern.pattern, pattern.flags)
    found = [*_nested(tree, pattern.flags, ()), *_side_by_side(tree, pattern.flags)]
    if searched:
        found += _from_each_start(tree, pattern.flags)
    return list(dict.fromkeys(found))


def _from_each_start(nodes: Nodes, flags: int) -> Iterator[str]:
    """A long repeat with something needed behind it, tried from each sign at which the pattern could begin.

    That is slow where the signs before the repeat are ones that it takes too: then a text of nothing else is gone
    through to its end from everywhere. A look behind that lets it begin only where such signs begin takes that away.
    """
    before: list[frozenset[str]] = []
    barred: frozenset[str] = frozenset()
    sequence = list(nodes)
    for number, node in enumerate(sequence):
        kind, value = node
        if kind is sre.ASSERT_NOT and value[0] < 0 and not before:
            barred |= _letters(value[1], flags)
            continue
        if kind in (sre.BRANCH, sre.SUBPATTERN) and not before:
            for part in _parts(kind, value):
                behind = sequence[number + 1 :]
                yield from _from_each_start([*_not_behind(barred), *part, *behind], flags)
            if not _can_be_empty(node):
                return
            continue
        needed = any(map(_is_needed, sequence[number + 1 :]))
        for first, inside in _beginnings(node, flags):
            if (needed or inside) and all(first & each for each in before) and not first <= barred:
                yield f"a repeat tried from everywhere: {_shown(first)}"
        if not _can_be_empty(node):
            before.append(_letters([node], flags))


def _not_behind(signs: frozenset[str]) -> Nodes:
    return [(sre.ASSERT_NOT, (-1, [(sre.IN, [(sre.LITERAL, ord(sign)) for sign in signs])]))] if signs else []


def _beginnings(node: tuple[Any, Any], flags: int) -> Iterator[tuple[frozenset[str], bool]]:
    """The signs of each long repeat with which a node may begin, and whether something is needed behind it inside."""
    kind, value = node
    if kind in (*_REPEATS, sre.POSSESSIVE_REPEAT) and value[1] > FEW:
        if value[1] > A_SCREENFUL:
            yield _letters(value[2], flags), False
        return
    for part in _parts(kind, value):
        for number, inner in enumerate(part):
            behind = any(map(_is_needed, list(part)[number + 1 :]))
            for first, inside in _beginnings(inner, flags):
                yield first, inside or behind
            if not _can_be_empty(inner):
                break


def _nested(nodes: Nodes, flags: int, around: tuple[frozenset[str], ...]) -> Iterator[str]:
    for kind, value in nodes:
        if kind in _REPEATS and value[1] > FEW:
            inside = _letters(value[2], flags)
            if any(inside & other for other in around):
                yield f"a repeat inside a repeat, of the same signs: {_shown(inside)}"
            yield from _nested(value[2], flags, (*around, inside))
        else:
            for part in _parts(kind, value):
                yield from _nested(part, flags, around)


def _side_by_side(nodes: Nodes, flags: int) -> Iterator[str]:
    """Two long repeats with nothing needed between them, in this sequence or across the edge of a group in it."""
    open_repeats: list[frozenset[str]] = []
    for node in nodes:
        for first in _leading(node, flags):
            if any(first & other for other in open_repeats):
                yield f"two repeats side by side, of the same signs: {_shown(first)}"
        if not _can_be_empty(node):
            open_repeats = []
        open_repeats += _trailing(node, flags)
        for part in _parts(*node):
            yield from _side_by_side(part, flags)


def _leading(node: tuple[Any, Any], flags: int) -> Iterator[frozenset[str]]:
    """The signs of every long repeat with which the node may begin."""
    kind, value = node
    if kind in _REPEATS and value[1] > FEW:
        yield _letters(value[2], flags)
        return
    for part in _parts(kind, value):
        for inner in part:
            yield from _leading(inner, flags)
            if not _can_be_empty(inner):
                break


def _trailing(node: tuple[Any, Any], flags: int) -> Iterator[frozenset[str]]:
    """The signs of every long repeat with which the node may end."""
    kind, value = node
    if kind in _REPEATS and value[1] > FEW:
        yield _letters(value[2], flags)
        return
    for part in _parts(kind, value):
        for inner in reversed(list(part)):
            yield from _trailing(inner, flags)
            if not _can_be_empty(inner):
                break


def _parts(kind: Any, value: Any) -> list[Any]:
    """The sequences inside a node that take up text."""
    if kind in _REPEATS or kind is sre.POSSESSIVE_REPEAT:
        return [value[2]]
    if kind is sre.SUBPATTERN:
        return [value[3]]
    if kind is sre.BRANCH:
        return list(value[1])
    if kind is sre.ATOMIC_GROUP:
        return [value]
    return []


def _can_be_empty(node: tuple[Any, Any]) -> bool:
    kind, value = node
    if kind in _LOOKS:
        return True
    if kind in _REPEATS or kind is sre.POSSESSIVE_REPEAT:
        return value[0] == 0 or all(map(_can_be_empty, value[2]))
    parts = _parts(kind, value)
    return bool(parts) and any(all(map(_can_be_empty, part)) for part in parts)


def _is_needed(node: tuple[Any, Any]) -> bool:
    """True for what a text can fail at: a sign, its end, or what stands ahead."""
    kind, value = node
    at_end = kind is sre.AT and value in (sre.AT_END, sre.AT_END_STRING)
    ahead = kind in (sre.ASSERT, sre.ASSERT_NOT) and value[0] > 0
    return at_end or ahead or not _can_be_empty(node)


def _letters(nodes: Nodes, flags: int) -> frozenset[str]:
    """Every sign of a sample of letters, figures and signs that the nodes can take."""
    found: frozenset[str] = frozenset()
    for kind, value in nodes:
        parts = _parts(kind, value)
        if parts:
            for part in parts:
                found |= _letters(part, flags)
        elif kind not in _LOOKS:
            found |= _one(kind, value, flags)
    return found


def _one(kind: Any, value: Any, flags: int) -> frozenset[str]:
    if kind is sre.ANY:
        return _LETTERS
    if kind is sre.LITERAL:
        return _either(frozenset(chr(value)), flags)
    if kind is sre.NOT_LITERAL:
        return _LETTERS - {chr(value)}
    if kind is sre.IN:
        return _of_set(value, flags)
    return _LETTERS  # a reference to a group: it may be anything


def _of_set(items: Sequence[tuple[Any, Any]], flags: int) -> frozenset[str]:
    found: set[str] = set()
    turned = False
    for kind, value in items:
        if kind is sre.NEGATE:
            turned = True
        elif kind is sre.LITERAL:
            found.add(chr(value))
        elif kind is sre.RANGE:
            found |= {sign for sign in _LETTERS if value[0] <= ord(sign) <= value[1]}
        elif kind is sre.CATEGORY:
            found |= {sign for sign in _LETTERS if _CATEGORIES[value].match(sign)}
    either = _either(frozenset(found), flags)
    return _LETTERS - either if turned else either


def _either(found: frozenset[str], flags: int) -> frozenset[str]:
    if not flags & re.IGNORECASE:
        return found
    return found | {form for sign in found for form in (sign.lower(), sign.upper()) if len(form) == 1}


_CATEGORIES = {
    sre.CATEGORY_DIGIT: re.compile(r"\d"),
    sre.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    sre.CATEGORY_SPACE: re.compile(r"\s"),
    sre.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    sre.CATEGORY_WORD: re.compile(r"\w"),
    sre.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def _shown(signs: frozenset[str]) -> str:
    return "".join(sorted(sign for sign in signs if sign.isprintable())[:12])
