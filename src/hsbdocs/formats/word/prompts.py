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
from hsbdocs.formats.word.names import Names, first
from hsbdocs.formats.word.switches import child_is_on
from hsbdocs.model.transcript import Mark

#: A prompt has no more runs, and no more letters, than this.
_MOST_RUNS, _LONGEST = 64, 400
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

    def mark(self, content: list[Element], properties: Element) -> int:
        """PROMPT, PROMPTED or nothing for what stands in a control."""
        w = self._n.w
        flagged = child_is_on(properties, f"{w}showingPlcHdr", self._n.val)
        placeholder = first(properties, f"{w}placeholder")
        named = None if placeholder is None else first(placeholder, f"{w}docPart")
        lists = list(properties.iterchildren(f"{w}dropDownList", f"{w}comboBox"))
        if not (flagged or lists or named is not None):
            return 0
        runs = self._runs(content)
        text = "".join(map(self._text, runs)).strip()
        if not 0 < len(text) <= _LONGEST:
            return 0
        if any(text in self._empty_entries(each) for each in lists):
            return Mark.PROMPT
        block = "" if named is None else named.get(self._n.val, "")
        return self._by_signs(text, runs, block, flagged=flagged)

    def _by_signs(self, text: str, runs: list[Element], block: str, *, flagged: bool) -> int:
        """By the words of the control's own building block, else by flag and style together."""
        own = self._block(block) if block else ""
        if own == text:
            return Mark.PROMPT if flagged else Mark.PROMPTED
        typed = bool(own) and not block.startswith(_DEFAULT)
        return Mark.PROMPTED if flagged and not typed and self._all_styled(runs) else 0

    def _runs(self, content: list[Element]) -> list[Element]:
        runs = (run for each in content for run in each.iter(self._n.r))
        return list(islice(runs, _MOST_RUNS + 1))

    def _text(self, run: Element) -> str:
        return "".join(part.text or "" for part in run.iterchildren(self._n.t))

    def _all_styled(self, runs: list[Element]) -> bool:
        """True where all text has the style of a prompt, by the style's name: its id is in the program's language."""
        if len(runs) > _MOST_RUNS:
            return False
        if self._ids is None:
            self._ids = frozenset(self._placeholder_styles())
        style = f"{self._n.rpr}/{self._n.w}rStyle"
        found = (run.find(style) for run in runs if self._text(run).strip())
        return all(each is not None and each.get(self._n.val) in (self._ids or ()) for each in found)

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
