"""Small faults in regular expressions: what a slip of the author would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_MEMBER = re.compile(r"(?:\\.|[^\\])-(?:\\.|[^\\])|\\u[0-9a-f]{4}|\\.|[^\\]", re.DOTALL)
_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<escape>\\[dDwWsSb])|(?P<quoted>\\.)|(?P<times>\{\d+(?:,\d*)?\})|(?P<quantifier>[?*+])"
    r"|(?P<anchor>[$^])",
    re.DOTALL,
)
_LOOKS = {"(?=": "(?!", "(?!": "(?=", "(?<=": "(?<!", "(?<!": "(?<="}
_QUANTIFIERS = {"?": "", "*": "+", "+": ""}


def looks_like_a_pattern(text: str) -> bool:
    """True for text that can only be meant as a regular expression."""
    return re.search(r"\\[dDwWsSb]|\(\?|\(\.\*", text) is not None


@cache
def faulty(pattern: str) -> list[str]:
    """The pattern with one fault each time; what is no pattern any more is left out."""
    changed = dict.fromkeys((*_alternatives(pattern), *_tokens(pattern), *_classes(pattern)))
    whole = _compiles(pattern)
    return [each for each in changed if each != pattern and _compiles(each) >= whole]


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _outside(pattern: str) -> Iterator[tuple[int, int]]:
    """The stretches that are no character class."""
    at = 0
    for found in _classes_in(pattern):
        yield at, found[0]
        at = found[1]
    yield at, len(pattern)


def _classes_in(pattern: str) -> list[tuple[int, int]]:
    found, at = [], 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] == "[" and (match := _CLASS.match(pattern, at)):
            found.append(match.span())
            at = match.end()
        else:
            at += 1
    return found


def _tokens(pattern: str) -> Iterator[str]:
    """Look-arounds and classes by letter turned round, quantifiers and anchors taken away, counts off by one."""
    for start, end in _outside(pattern):
        for token in _TOKEN.finditer(pattern, start, end):
            text, kind, before = token[0], token.lastgroup, pattern[: token.start()]
            if kind == "quoted" or (kind == "quantifier" and before.endswith("(")):
                continue
            for new in _instead(str(kind), text):
                yield before + new + pattern[token.end() :]


def _instead(kind: str, text: str) -> list[str]:
    if kind == "look":
        return [_LOOKS[text]]
    if kind == "escape":
        return ["" if text == r"\b" else text.swapcase()]
    if kind == "quantifier":
        return [_QUANTIFIERS[text]]
    if kind == "anchor":
        return [""]
    low, comma, high = text[1:-1].partition(",")
    if not comma:
        return [f"{{{int(low) + 1}}}"]
    return [f"{{{int(low) + 1},{high}}}", *([f"{{{low},{int(high) - 1}}}"] if high else [])]


def _classes(pattern: str) -> Iterator[str]:
    """Each class turned round, and each without one of its members."""
    for start, end in _classes_in(pattern):
        inside = pattern[start + 1 : end - 1]
        negated = inside.startswith("^")
        members = [match.span() for match in _MEMBER.finditer(inside, int(negated))]
        yield f"{pattern[:start]}[{inside[1:] if negated else '^' + inside}]{pattern[end:]}"
        for first, last in members if len(members) > 1 else []:
            yield f"{pattern[: start + 1]}{inside[:first]}{inside[last:]}]{pattern[end:]}"


def _alternatives(pattern: str) -> Iterator[str]:
    """The pattern without one alternative of a group, or of the whole."""
    classes = _classes_in(pattern)
    groups: list[list[int]] = [[0]]
    at = 0
    while at < len(pattern):
        inside = next((end for start, end in classes if start == at), None)
        if inside is not None:
            at = inside
            continue
        if pattern[at] == "\\":
            at += 2
            continue
        if pattern[at] == "(":
            opened = re.compile(r"\((?:\?(?:P<\w+>|[:=!]|<[=!]))?").match(pattern, at)
            groups.append([opened.end() if opened else at + 1])
        elif pattern[at] == "|":
            groups[-1].append(at + 1)
        elif pattern[at] == ")" and len(groups) > 1:
            yield from _without_one(pattern, groups.pop(), at)
        at += 1
    yield from _without_one(pattern, groups[0], len(pattern))


def _without_one(pattern: str, starts: list[int], end: int) -> Iterator[str]:
    if len(starts) < 2:
        return
    pieces = [pattern[a : b - 1] for a, b in zip(starts, [*starts[1:], end + 1], strict=True)]
    for number in range(len(pieces)):
        yield pattern[: starts[0]] + "|".join(p for n, p in enumerate(pieces) if n != number) + pattern[end:]
