"""Texts of a workbook: shared and inline strings, with the runs of rich text (ECMA-376 part 1, 18.4.8 and 18.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsbdocs.formats.package import Element
from hsbdocs.model.transcript import Mark, Span

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OFF = ("0", "false", "none")


def unescaped(text: str) -> str:
    """Text as it was typed: ``_x000D_`` stands for a character that XML cannot hold, ``_x005F_`` for ``_`` before one.

    The type is ST_Xstring (ECMA-376 part 1, 22.9.2.19).
    """
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def spans_of(item: Element, ns: str, marks: int) -> tuple[Span, ...]:
    """The runs of a string item (``si``, ``is``); ``marks`` is how the cell as a whole looks."""
    return tuple(_runs(item, ns, marks))


def _runs(item: Element, ns: str, marks: int) -> Iterator[Span]:
    for child in item:
        if child.tag == f"{ns}t":
            yield Span(unescaped(child.text or ""), marks)
        elif child.tag == f"{ns}r":
            text = "".join(part.text or "" for part in child.iterchildren(f"{ns}t"))
            look = child.find(f"{ns}rPr")
            own = marks if look is None else (marks & ~Mark.STRUCK) | struck(look, ns)
            yield Span(unescaped(text), own)
        # anything else tells how to pronounce the text, and is no part of it


def struck(font: Element, ns: str) -> int:
    """``Mark.STRUCK`` where a font is struck through, else nothing."""
    strike = font.find(f"{ns}strike")
    return Mark.NONE if strike is None or strike.get("val", "1") in _OFF else Mark.STRUCK
