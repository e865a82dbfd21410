"""Controls that nobody has written in: they show a prompt, in words of their own and in any language.

Word says so twice: by the flag ``showingPlcHdr`` and by the style of the prompt's text. Neither alone is to be trusted:
other programs leave the flag on when they fill a control in, or keep the style. The prompt's words stand in the file
too, as a building block that the control names: where a control has words of its own and shows others, they were
typed, whatever flag and style say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.names import Names
from hsbdocs.model.transcript import Mark

#: A prompt has no more pieces of text, and no more letters, than this.
_MOST_PARTS, _LONGEST = 64, 400
#: Building blocks that every control has which was given no words of its own.
_DEFAULT = "DefaultPlaceholder"
_STYLE, _STYLE_NAME = "PlaceholderText", "placeholder text"


class Prompts:
    """Tells which controls show a prompt; ``styles`` and ``blocks`` are asked only where a control may."""

    def __init__(
        self, names: Names, styles: Callable[[], dict[str, Element]], blocks: Callable[[], Element | None]
    ) -> None:
        """``styles`` gives the styles by id, ``blocks`` the root of the part with the building blocks."""
        self._n = names
        self._load_styles, self._load_blocks = styles, blocks
        self._ids: frozenset[str] | None = None
        self._blocks: dict[str, str] | None = None

    def mark(self, content: list[Element], lists: tuple[Element, ...], block: str, *, flagged: bool) -> int:
        """PROMPT, PROMPTED or nothing for what stands in a control with these lists, this building block and flag."""
        own = self._block(block) if block else ""
        if not (flagged or lists) and not own.startswith(self._beginning(content)):
            return 0
        parts = list(islice((part for each in content for part in each.iter(self._n.t)), _MOST_PARTS + 1))
        text = "".join([part.text or "" for part in parts]).strip()
        if not 0 < len(text) <= _LONGEST or len(parts) > _MOST_PARTS:
            return 0
        if any(text in self._empty_entries(each) for each in lists):
            return Mark.PROMPT
        if own == text:
            return Mark.PROMPT if flagged else Mark.PROMPTED
        typed = bool(own) and not block.startswith(_DEFAULT)
        return Mark.PROMPTED if flagged and not typed and all(map(self._is_styled, parts)) else 0

    def _beginning(self, content: list[Element]) -> str:
        """The first piece of text in a control."""
        first = next((part for each in content for part in each.iter(self._n.t)), None)
        return "" if first is None else (first.text or "").strip()

    def _is_styled(self, part: Element) -> bool:
        """True where text has the style of a prompt, by the style's name: its id is in the program's language."""
        if self._ids is None:
            self._ids = frozenset(self._placeholder_styles())
        run = part.getparent()
        style = None if run is None else run.find(f"{self._n.rpr}/{self._n.w}rStyle")
        is_prompt = style is not None and style.get(self._n.val) in self._ids
        return is_prompt or not (part.text or "").strip()

    def _placeholder_styles(self) -> Iterator[str]:
        styles = self._load_styles()
        if _STYLE not in styles:
            yield _STYLE
        for identity, style in styles.items():
            name = style.find(f"{self._n.w}name")
            if name is not None and name.get(self._n.val, "").strip().lower() == _STYLE_NAME:
                yield identity

    def _block(self, name: str) -> str:
        """The text of a building block, empty where there is none of this name."""
        if self._blocks is None:
            root = self._load_blocks()
            self._blocks = {} if root is None else dict(self._read_blocks(root))
        return self._blocks.get(name, "")

    def _read_blocks(self, root: Element) -> Iterator[tuple[str, str]]:
        w = self._n.w
        for block in root.iter(f"{w}docPart"):
            name, body = block.find(f"{w}docPartPr/{w}name"), block.find(f"{w}docPartBody")
            if name is not None and body is not None:
                yield name.get(self._n.val, ""), "".join(part.text or "" for part in body.iter(self._n.t)).strip()

    def _empty_entries(self, entries: Element) -> Iterator[str]:
        """What a list shows for the entries that stand for no choice: those with an empty value or without a text."""
        w = self._n.w
        for entry in entries.iterchildren(f"{w}listItem"):
            shown, value = (entry.get(f"{w}{name}", "").strip() for name in ("displayText", "value"))
            if not (shown and value):
                yield shown or value
