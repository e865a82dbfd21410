"""Whether a named cell of a template can be read by everybody: size of type, contrast, lines around answers."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.formats.excel.look import ANSWERS, Style
from hsbdocs.formats.excel.template_colours import contrast

PAPER = "#FFFFFF"
_SMALLEST, _TEXT, _LINES = 12.0, 4.5, 3.0
_SIDES = ("left", "right", "top", "bottom")


def hard_to_read(name: str, style: Style) -> Iterator[str]:
    """What is wrong with the look of a named cell, in words."""
    fill = style.fill or PAPER
    if style.size < _SMALLEST:
        yield f"its type is {style.size:g} point: 12 point is the smallest that a form may have"
    if contrast(style.ink, fill) < _TEXT:
        found = f"{contrast(style.ink, fill):.1f} to 1"
        yield f"its writing ({style.ink}) is hard to read on its fill ({fill}): contrast {found}, 4.5 to 1 is needed"
    if name in ANSWERS:
        yield from _lines(style, fill)


def _lines(style: Style, fill: str) -> Iterator[str]:
    missing = [side for side in _SIDES if not style.others.get(side)]
    if missing:
        yield f"it has no line at its {', '.join(missing)}: give it a border on all sides, to show where to write"
    for colour in dict.fromkeys(style.others[f"{side}_color"] for side in _SIDES if side not in missing):
        if min(contrast(colour, fill), contrast(colour, PAPER)) < _LINES:
            yield f"the line around it ({colour}) is too pale: contrast of 3 to 1 is needed on {fill} and on white"
