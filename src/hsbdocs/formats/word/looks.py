"""How text looks where that can carry meaning: bold, underlined, struck, highlighted, shaded, boxed, coloured, faded.

People "circle" a choice with any of these. ECMA-376 part 1, 17.3.1 (paragraph) and 17.3.2 (run properties).
"""

from __future__ import annotations

from collections.abc import Callable

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.switches import is_on
from hsbdocs.formats.word.symbols import symbol_font
from hsbdocs.model.transcript import Mark

_TOGGLES = {"b": Mark.BOLD, "i": Mark.ITALIC, "strike": Mark.STRUCK, "dstrike": Mark.STRUCK, "vanish": Mark.HIDDEN}
_TOGGLES |= dict.fromkeys(("caps", "smallCaps", "outline", "shadow", "emboss", "imprint"), Mark.APART)
#: Half points: what is smaller than three points is not there to be read.
_TINY = 6
_LINES = {"u": Mark.UNDERLINE, "highlight": Mark.HIGHLIGHT, "bdr": Mark.BOXED}
_PLAIN_STYLES = frozenset({"PlaceholderText", "TickBox", "FormCaption", "Hyperlink", "DefaultParagraphFont"})
_STYLES = {"Strong": Mark.BOLD, "Emphasis": Mark.ITALIC}
_NO_LINE = ("none", "nil", "white")
_NO_PATTERN = ("clear", "nil", "none")
#: Of 255: a colour whose parts are all below or above is taken for black or white; so near one another, for grey.
_DARK, _LIGHT, _COLOURLESS = 0x36, 0xF0, 0x18
_ALL_AROUND = 4


class Looks:
    """Reads the marks of runs and paragraphs in one namespace; ``seen`` has every mark that was met.

    ``cleared`` are the marks that the run read last turns off: a style may have turned them on.
    """

    def __init__(self, namespace: str, load: Callable[[], Element | None] = lambda: None) -> None:
        """``load`` gives the root of the styles part, asked only where a run has a style that may carry a look."""
        w = self._w = f"{{{namespace}}}"
        self._load = load
        self._by_style: dict[str, int] = {}
        self._found: dict[str, Element] | None = None
        self.seen = self.cleared = 0
        self._ppr = f"{w}pPr"
        self._val, self._fill = f"{w}val", f"{w}fill"
        self._shade, self._borders, self._fonts = f"{w}shd", f"{w}pBdr", f"{w}rFonts"
        self._style = f"{w}pStyle"
        self._by_tag: dict[object, Callable[[Element], int]] = {
            **{f"{w}{name}": self._toggle(mark) for name, mark in _TOGGLES.items()},
            **{f"{w}{name}": self._line(mark) for name, mark in _LINES.items()},
            self._shade: lambda child: Mark.SHADED if self.fill(child) else 0,
            f"{w}vertAlign": lambda child: Mark.RAISED if child.get(self._val) == "superscript" else 0,
            f"{w}sz": lambda child: Mark.HIDDEN if _is_tiny(child.get(self._val, "")) else 0,
            f"{w}color": lambda child: _text_colour(child.get(self._val, "auto")),
            f"{w}rStyle": lambda child: self._of_style(child.get(self._val, "")),
        }

    def _of_style(self, name: str) -> int:
        """The marks of a style and of those that it is based on."""
        if name in _PLAIN_STYLES or name in _STYLES:
            return _STYLES.get(name, 0)
        if name not in self._by_style:
            self._by_style[name] = 0  # a style that is based on itself ends here
            style = self.styles().get(name)
            if style is not None:
                based = style.find(f"{self._w}basedOn")
                marks = 0 if based is None else self._of_style(based.get(self._val, ""))
                properties = style.find(f"{self._w}rPr")
                own = 0 if properties is None else self.of_run(properties)[0]
                self._by_style[name] |= own | (marks if properties is None else marks & ~self.cleared)
        return self._by_style[name]

    def styles(self) -> dict[str, Element]:
        """The styles of the document by id."""
        if self._found is None:
            root = self._load()
            styles = [] if root is None else root.findall(f"{self._w}style")
            self._found = {style.get(f"{self._w}styleId", ""): style for style in styles}
        return self._found

    def of_run(self, properties: Element) -> tuple[int, str]:
        """The marks of a run by its ``w:rPr``, and its font where the letters of that are signs, else empty."""
        marks, cleared, font = 0, 0, ""
        for child in properties:
            tag = child.tag
            if tag == self._fonts:
                font = symbol_font(map(str, child.values()))
            elif tag in self._by_tag:
                mark = self._by_tag[tag](child)
                if mark < 0:
                    cleared |= -mark
                else:
                    marks |= mark
        self.seen |= marks
        self.cleared = cleared
        return marks, font

    def on_paragraphs(self, body: Element) -> bool:
        """True where any paragraph has shading or a border of its own, or a style that makes text look otherwise."""
        found = body.iter(self._shade, self._borders)
        own = any((parent := each.getparent()) is not None and parent.tag == self._ppr for each in found)
        names = {each.get(self._val, "") for each in body.iter(self._style)}
        return own or any(map(self._of_style, names))

    def of_paragraph(self, properties: Element) -> int:
        """Shading, a border all around and the looks of its style, by ``w:pPr``."""
        style = properties.find(self._style)
        marks = 0 if style is None else self._of_style(style.get(self._val, ""))
        shade = properties.find(self._shade)
        if shade is not None and self.fill(shade):
            marks |= Mark.SHADED
        borders = properties.find(self._borders)
        if borders is not None and sum(self._is_on(side) for side in borders) >= _ALL_AROUND:
            marks |= Mark.BOXED
        self.seen |= marks
        return marks

    def fill(self, shade: Element) -> str:
        """The colour of a ``w:shd`` in hexadecimal (``pattern`` for one without), empty for none and nearly white."""
        fill = (shade.get(self._fill) or "auto").lower()
        rgb = _rgb(fill)
        if rgb is None:
            return "pattern" if shade.get(self._val, "clear") not in _NO_PATTERN else ""
        return "" if min(rgb) >= _LIGHT else fill

    def _toggle(self, mark: int) -> Callable[[Element], int]:
        return lambda child: mark if is_on(child, self._val) else -mark

    def _line(self, mark: int) -> Callable[[Element], int]:
        return lambda child: mark if self._is_on(child) else -mark

    def _is_on(self, child: Element) -> bool:
        return child.get(self._val, "none") not in _NO_LINE


def _is_tiny(half_points: str) -> bool:
    return half_points.isdecimal() and len(half_points) == 1 and int(half_points) < _TINY


def _text_colour(value: str) -> int:
    """Black and what is nearly black say nothing, nor does automatic; grey steps back; white cannot be seen."""
    rgb = _rgb(value)
    if rgb is None or max(rgb) <= _DARK:
        return 0
    if min(rgb) >= _LIGHT:
        return Mark.WHITE
    return Mark.FADED if max(rgb) - min(rgb) <= _COLOURLESS else Mark.COLOURED


def _rgb(value: str) -> tuple[int, int, int] | None:
    try:
        number = int(value, 16) if len(value) == 6 else -1
    except ValueError:
        return None
    return None if number < 0 else (number >> 16, number >> 8 & 255, number & 255)
