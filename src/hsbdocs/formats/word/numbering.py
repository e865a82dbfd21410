"""Numbers and signs that stand before a paragraph as an entry of a list (ECMA-376 part 1, 17.9).

They are no text of the paragraph: Word makes them. A number that somebody typed becomes one as soon as a space
follows, and a tick may be the sign of a list.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import msgspec

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.names import Names, first
from hsbdocs.formats.word.symbols import in_symbol_font, symbol_font
from hsbdocs.model.patterns import LIST_LEVEL

#: Signs of a list that are more than the sign of a list.
_TELLING = frozenset("\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\u221a\u00d7\u2705\u274cxX")
_LEVELS = 9
_LONGEST_NUMBER = 6
_DEEPEST_STYLE = 12
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class _Level(msgspec.Struct, frozen=True):
    """One level of a list: how it numbers, what it prints around the number, and where it starts."""

    kind: str
    text: str
    start: int
    style: str = ""


class _List(msgspec.Struct):
    """A definition of a list with its counters, which every list of this definition shares."""

    levels: dict[int, _Level]
    counts: dict[int, int] = {}


class Numbering:
    """Gives each paragraph its label, in the order in which they stand."""

    def __init__(
        self, names: Names, styles: Callable[[], dict[str, Element]], load: Callable[[], Element | None]
    ) -> None:
        """``styles`` gives the styles by id, ``load`` the root of the numbering part; both where they are needed."""
        self._n = names
        self._own, self._style = f"{names.w}numPr", f"{names.w}pStyle"
        self._styles, self._load = styles, load
        self._of_num: dict[str, tuple[_List, dict[int, int]]] | None = None
        self._of_style: dict[str, tuple[str, int]] = {}
        self._restarted: set[str] = set()

    @cached_property
    def prints(self) -> bool:
        """True where any list of the document prints more than plain bullets: else no paragraph has a label."""
        levels = (level for definition, _ in self._lists().values() for level in definition.levels.values())
        return any(level.kind != "bullet" or level.text in _TELLING for level in levels)

    def label(self, properties: Element) -> str:
        """The number or tick before a paragraph with these properties; empty for none and for a plain bullet."""
        number, level = self._place(properties)
        if not number:
            return ""
        found = self._lists().get(number)
        if found is None or level not in found[0].levels:
            return ""
        definition, restarts = found
        self._count(definition, number, level, restarts)
        own = definition.levels[level]
        if own.kind == "bullet":
            return own.text if own.text in _TELLING else ""
        return LIST_LEVEL.sub(lambda match: self._shown(definition, int(match[1]) - 1), own.text).strip()

    def _count(self, definition: _List, number: str, level: int, restarts: dict[int, int]) -> None:
        counts = definition.counts
        if number not in self._restarted:
            self._restarted.add(number)
            counts.update({at: start - 1 for at, start in restarts.items()})
        counts[level] = counts.get(level, definition.levels[level].start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)

    def _shown(self, definition: _List, level: int) -> str:
        own = definition.levels.get(level)
        return "" if own is None else _numeral(definition.counts.get(level, own.start), own.kind)

    def _place(self, properties: Element) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else its style's."""
        own, by_style = None, ("", 0)
        for child in properties:
            tag = child.tag
            if tag == self._style:
                by_style = self._by_style(child.get(self._n.val, ""))
            elif tag == self._own:
                own = child
        if own is None:
            return by_style
        number, level = self._value(own, "numId"), self._value(own, "ilvl")
        return ("" if number == "0" else number or by_style[0]), _small(level, by_style[1])

    def _by_style(self, name: str) -> tuple[str, int]:
        if name not in self._of_style:
            self._of_style[name] = self._of_chain(name)
        return self._of_style[name]

    def _of_chain(self, name: str) -> tuple[str, int]:
        w, at = self._n.w, name
        for _ in range(_DEEPEST_STYLE):
            style = self._styles().get(at)
            if style is None:
                break
            own = style.find(f"{w}pPr/{w}numPr")
            if own is not None:
                number = self._value(own, "numId")
                level = self._level_of(number, at, _small(self._value(own, "ilvl"), 0))
                return ("" if number == "0" else number), level
            based = style.find(f"{w}basedOn")
            at = "" if based is None else based.get(self._n.val, "")
        return "", 0

    def _level_of(self, number: str, style: str, otherwise: int) -> int:
        """The level of a list that names the style as its own."""
        found = self._lists().get(number)
        levels = {} if found is None else found[0].levels
        return next((at for at, level in levels.items() if level.style == style), otherwise)

    def _lists(self) -> dict[str, tuple[_List, dict[int, int]]]:
        if self._of_num is None:
            root = self._load()
            self._of_num = {} if root is None else self._read(root)
        return self._of_num

    def _read(self, root: Element) -> dict[str, tuple[_List, dict[int, int]]]:
        w = self._n.w
        definitions = {
            each.get(f"{w}abstractNumId", ""): _List(dict(map(self._level, each.iterchildren(f"{w}lvl"))))
            for each in root.iterchildren(f"{w}abstractNum")
        }
        found = {}
        for each in root.iterchildren(f"{w}num"):
            definition = definitions.get(self._value(each, "abstractNumId"))
            if definition is not None:
                restarts = {
                    _small(over.get(f"{w}ilvl", "0"), 0): _small(self._value(over, "startOverride"), 1)
                    for over in each.iterchildren(f"{w}lvlOverride")
                    if over.find(f"{w}startOverride") is not None
                }
                found[each.get(f"{w}numId", "")] = (definition, restarts)
        return found

    def _level(self, element: Element) -> tuple[int, _Level]:
        w = self._n.w
        kind, text = self._value(element, "numFmt") or "decimal", self._value(element, "lvlText")
        fonts = element.find(f"{self._n.rpr}/{w}rFonts")
        font = "" if fonts is None else symbol_font(map(str, fonts.values()))
        private = any("\uf000" <= sign <= "\uf0ff" for sign in text)
        shown = in_symbol_font(text, font or "Wingdings") if font or private else text
        level = _Level(kind, shown.strip(), _small(self._value(element, "start"), 0), self._value(element, "pStyle"))
        return _small(element.get(f"{w}ilvl", "0"), 0), level

    def _value(self, parent: Element, name: str) -> str:
        found = first(parent, f"{self._n.w}{name}")
        return "" if found is None else found.get(self._n.val, "")


def _small(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else otherwise


def _numeral(number: int, kind: str) -> str:
    """A number as a list of this kind prints it; kinds that are not known print figures."""
    if kind == "none":
        return ""
    if number > 0 and kind.endswith("Letter"):
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, _LEVELS)
        return letters.upper() if kind == "upperLetter" else letters
    if 0 < number < 4000 and kind.endswith("Roman"):
        return _roman(number).upper() if kind == "upperRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found
