"""Equations (ECMA-376 part 1, 22.1) as a line of text."""

from __future__ import annotations

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.names import MATHS

_TEXTS = tuple(f"{math}t" for math in MATHS)
#: What an equation may hold and still be plain text.
_PLAIN = frozenset({"oMathPara", "oMathParaPr", "oMath", "r", "t", "rPr", "ctrlPr", "jc", "sty", "nor", "lit", "scr"})
_BETWEEN = {"den": "/", "sup": "^", "sub": "_"}


def linear(element: Element) -> str:
    """The text of an equation, the parts of a fraction, a power and an index parted by signs."""
    found = []
    for each in element.iter():
        if each.tag in _TEXTS:
            found.append(each.text or "")
        elif found:
            found.append(_BETWEEN.get(_name(each), ""))
    return "".join(found)


def is_equation(element: Element) -> bool:
    """True where it is more than plain text: its shape says something that a line of text cannot."""
    return any(_is_maths(each) and _name(each) not in _PLAIN for each in element.iter())


def _is_maths(element: Element) -> bool:
    return str(element.tag).startswith(MATHS)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
