"""Type under 12 point in a template: in what it sets for all text, in a style that is used, in words set by hand.

Left alone, on purpose: styles that nothing uses (Word adds some by itself, such as that of a comment's balloon), the
bullets and numbers of lists (Word sets its own bullets at 10 point), the mark at a paragraph's end (it prints nothing),
and sizes for complex scripts (the forms are in English).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from hsbdocs.formats.word.controls import W
from hsbdocs.model.patterns import TEMPLATE_STATEMENT

#: In half points, as the standard counts. What Word takes where no size is given is 10 point (ECMA-376, 17.3.2.38).
_SMALLEST, _WHERE_NONE = 24.0, 20.0
_STYLES = "word/styles.xml"
#: Styles of the controls that go into a form; no template names them itself.
_OURS = {"TickBox", "PlaceholderText"}
_REFERENCES = tuple(f"{{{W}}}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_SIZE, _LOOK, _VALUE = f"{{{W}}}sz", f"{{{W}}}rPr", f"{{{W}}}val"
_ENOUGH = "12 point is the smallest that a form may have"


def small_type(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Everything that prints under 12 point, in words."""
    printed = [root for part, root in roots.items() if part.startswith(("word/document", "word/header", "word/footer"))]
    styles = roots.get(_STYLES)
    if styles is not None:
        names = {str(found.get(_VALUE)) for root in printed for found in root.iter(*_REFERENCES)}
        yield from dict.fromkeys(_Styles(styles).small(names | _OURS))
    yield from dict.fromkeys(problem for root in printed for problem in _set_by_hand(root))


class _Styles:
    def __init__(self, root: etree._Element) -> None:
        self.by_id = {str(style.get(f"{{{W}}}styleId")): style for style in root.iter(f"{{{W}}}style")}
        default = root.find(f"{{{W}}}docDefaults/{{{W}}}rPrDefault/{_LOOK}")
        self.default = _size(default) or _WHERE_NONE

    def small(self, used: set[str]) -> Iterator[str]:
        """Problems of the styles with these ids, and of those that stand where none is named."""
        for key, style in self.by_id.items():
            if key in used or style.get(f"{{{W}}}default") in ("1", "true"):
                yield from self._of(style)

    def _of(self, style: etree._Element) -> Iterator[str]:
        chain = self._chain(style)
        size, owner = next(((size, each) for each in chain if (size := _size(each.find(_LOOK)))), (0.0, None))
        kind = style.get(f"{{{W}}}type", "paragraph")
        if owner is not None and size < _SMALLEST:
            yield f"sets the style {_name(owner)} at {_points(size)}: {_ENOUGH}"
        elif owner is None and kind == "paragraph" and self.default < _SMALLEST:
            yield f"sets text without a size of its own at {_points(self.default)} (its document defaults): {_ENOUGH}"
        if kind == "table":
            yield from (problem for each in chain for problem in _parts_of_a_table(each))

    def _chain(self, style: etree._Element) -> list[etree._Element]:
        """The style, the one that it is based on, and so on."""
        chain = [style]
        while (base := chain[-1].find(f"{{{W}}}basedOn")) is not None:
            following = self.by_id.get(base.get(_VALUE, ""))
            if following is None or following in chain:
                break
            chain.append(following)
        return chain


def _parts_of_a_table(style: etree._Element) -> Iterator[str]:
    """The looks of a table style for its first row, its last column and so on."""
    for part in style.iter(f"{{{W}}}tblStylePr"):
        size = _size(part.find(_LOOK))
        if size and size < _SMALLEST:
            yield f"sets a part of the table style {_name(style)} at {_points(size)}: {_ENOUGH}"


def _set_by_hand(root: etree._Element) -> Iterator[str]:
    for run in root.iter(f"{{{W}}}r"):
        size = _size(run.find(_LOOK))
        text = "".join(part.text or "" for part in run.iterchildren(f"{{{W}}}t"))
        words = TEMPLATE_STATEMENT.sub("", text).strip()
        if size and size < _SMALLEST and words:
            yield f'sets "{words[:60]}" at {_points(size)}: {_ENOUGH}'


def _name(style: etree._Element) -> str:
    name = style.find(f"{{{W}}}name")
    return str(style.get(f"{{{W}}}styleId")) if name is None else name.get(_VALUE, "")


def _size(look: etree._Element | None) -> float:
    """A size in half points; 0 where none is given, or none that can be understood."""
    size = None if look is None else look.find(_SIZE)
    value = "" if size is None else size.get(_VALUE, "").strip()
    try:
        return float(value[:-2]) * 2 if value.endswith("pt") else float(value)
    except ValueError:
        return 0.0


def _points(size: float) -> str:
    return f"{size / 2:g} point"
