"""Reads a file in GIFT as Moodle's importer does, from the description of the format: nothing of hsbdocs is used.

https://docs.moodle.org/en/GIFT_format, and the importer itself (question/format/gift/format.php).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Signs that a backslash takes the meaning from.
_ESCAPED = {f"\\{sign}": f"\x00{number}\x00" for number, sign in enumerate("\\~=#{}:")}
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")


@dataclass(frozen=True)
class Choice:
    """What can be chosen, and its share of the whole in per cent."""

    text: str
    share: float


@dataclass(frozen=True)
class Question:
    """A question, or without choices a text that is only shown."""

    name: str
    text: str
    choices: tuple[Choice, ...]
    feedback: str


def read(data: bytes) -> list[Question]:
    """Every question of a file, in its order. Raises ValueError for what Moodle would refuse or take otherwise."""
    text = "\n".join(line for line in data.decode("utf-8").split("\n") if not line.strip().startswith("//"))
    return [_question(block.strip()) for block in re.split(r"\n\s*\n", text) if block.strip()]


def _question(block: str) -> Question:
    for written, kept in _ESCAPED.items():
        block = block.replace(written, kept)
    named = re.match(r"::(.*?)::", block, re.DOTALL)
    if named is None:
        raise ValueError(f"has no name: {block[:60]}")
    rest = block[named.end() :].strip()
    if rest.count("{") != rest.count("}") or rest.count("{") > 1:
        raise ValueError(f"braces do not match: {rest[:60]}")
    shown, _, inside = rest.partition("{")
    if inside and not inside.rstrip().endswith("}"):
        raise ValueError(f"text after the answers: it would be a gap to fill: {rest[-60:]}")
    answers, _, feedback = inside.rstrip().removesuffix("}").rpartition("####")
    return Question(_said(named[1]), _plain(shown), tuple(_choices(answers)), _said(feedback))


def _choices(answers: str) -> list[Choice]:
    if "#" in answers:
        raise ValueError(f"a remark stands behind a choice: {answers[:60]}")
    found = []
    for written in re.findall(r"[~=][^~=]*", answers):
        weight = _WEIGHT.match(written[1:])
        if written[0] == "=":
            found.append(Choice(_said(written[1:]), 100))
        elif weight:
            found.append(Choice(_said(written[1 + weight.end() :]), float(weight[1])))
        else:
            found.append(Choice(_said(written[1:]), 0))
    return found


def _plain(text: str) -> str:
    """The text shown; it says that it is plain, for otherwise tags in it would count."""
    if not text.startswith("[plain]"):
        raise ValueError(f"does not say how it is to be read: {text[:60]}")
    return _said(text.removeprefix("[plain]"))


def _said(text: str) -> str:
    for written, kept in _ESCAPED.items():
        text = text.replace(kept, written[1:])
    return text.strip()
