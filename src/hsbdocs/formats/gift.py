"""Questions as a text file in GIFT, which Moodle and other learning platforms import.

As Moodle's own importer reads it (question/format/gift/format.php): a blank line ends a question; its name stands
between ``::``; ``=`` or a percentage stands before what is right; ``####`` before what is said afterwards; signs that
mean something have a backslash before them. Text without an answer in braces is a description, which is only shown.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

#: Signs that mean something in GIFT (escapedchar_pre in the importer); a backslash first, it escapes the others.
_SIGNS = "\\~=#{}:"
#: Percentages that Moodle takes for each of so many answers that are right.
_SHARES = {1: "100", 2: "50", 3: "33.33333"}


class GiftOption(msgspec.Struct, frozen=True):
    """One thing to choose."""

    text: str
    right: bool


class GiftQuestion(msgspec.Struct, frozen=True):
    """A question: ``name`` lists it, ``text`` is shown, ``feedback`` is said afterwards. Options may lack."""

    name: str
    text: str
    options: tuple[GiftOption, ...] = ()
    feedback: str = ""


def gift(questions: Iterable[GiftQuestion]) -> bytes:
    """The file in UTF-8, which GIFT asks for. Raises KeyError for more answers that are right than Moodle can weigh."""
    return ("\n\n".join(_question(each) for each in questions) + "\n").encode()


def _question(question: GiftQuestion) -> str:
    """A question on lines of its own. Its text is plain: no sign in it is taken for a tag."""
    head = f"::{_escaped(question.name)}::[plain]{_escaped(question.text)}"
    if not question.options:
        return head
    lines = [f"{head} {{", *(f"\t{line}" for line in _options(question.options))]
    return "\n".join([*lines, f"\t####{_escaped(question.feedback)}", "}"])


def _options(options: tuple[GiftOption, ...]) -> list[str]:
    """One that is right stands behind ``=``; of several each has its share, and what is wrong takes as much away."""
    right = sum(option.right for option in options)
    if right == 1:
        return [f"{'=' if option.right else '~'}{_escaped(option.text)}" for option in options]
    share = _SHARES[right]
    return [f"~%{'' if option.right else '-'}{share}%{_escaped(option.text)}" for option in options]


def _escaped(text: str) -> str:
    """On one line, and with a backslash before each sign."""
    joined = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in joined)
