"""Content controls: what their properties say, and what that makes of the text in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.bound import Bound
from hsbdocs.formats.word.dates import shows_month_first
from hsbdocs.formats.word.names import Names, first
from hsbdocs.formats.word.prompts import Prompts
from hsbdocs.formats.word.switches import child_is_on, is_on
from hsbdocs.model.transcript import Control, Mark

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CHECKBOX, _CHECKED, _CHECKED_VALUE = f"{_W14}checkbox", f"{_W14}checked", f"{_W14}val"


class _Said:
    """What is gathered of one control's properties; ``block`` names the building block that holds its prompt."""

    tag = title = full_date = block = ""
    kind, placeholder, lent = "text", False, 0
    checked: bool | None = None
    lists: tuple[Element, ...] = ()
    binding: Element | None = None


class Controls:
    """The controls that were ``found``, and the marks that each ``lent`` to the text in it, by its index."""

    def __init__(self, names: Names, prompts: Prompts, bound: Bound) -> None:
        self.found: list[Control] = []
        self.lent: list[int] = []
        self._n, self._prompts, self._bound = names, prompts, bound
        w = names.w
        self._readers: dict[object, Callable[[Element, _Said], None]] = {
            f"{w}tag": self._tag,
            f"{w}alias": self._title,
            f"{w}showingPlcHdr": self._showing,
            f"{w}date": self._date,
            f"{w}placeholder": self._block,
            _CHECKBOX: self._box,
            f"{w}dropDownList": self._list,
            f"{w}comboBox": self._list,
            f"{w}dataBinding": self._binding,
        }

    def note(self, sdt: Element, around: int) -> int:
        """Note a control that stands in the control ``around`` (-1 for none), and return its index."""
        properties = first(sdt, self._n.sdt_properties)
        said = _Said()
        for child in () if properties is None else properties:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, said)
        if said.checked is None and (said.placeholder or said.lists or said.block):
            contents = list(sdt.iterchildren(self._n.sdt_content))
            said.lent |= self._prompts.mark(contents, said.lists, said.block, flagged=said.placeholder)
        if said.binding is not None and self._says_two_things(sdt, said.binding, said):
            said.lent |= Mark.STORED
        self.found.append(Control(said.tag, said.title, said.kind, said.placeholder, said.checked, said.full_date))
        self.lent.append(said.lent | (self.lent[around] if around >= 0 else 0))
        return len(self.found) - 1

    def _says_two_things(self, sdt: Element, binding: Element, said: _Said) -> bool:
        """Whether the part that a control is bound to holds something else than the control shows."""
        texts = (
            text.text or "" for content in sdt.iterchildren(self._n.sdt_content) for text in content.iter(self._n.t)
        )
        shown = "" if said.placeholder else "".join(texts)
        return self._bound.disagrees(binding, shown, tuple(self._other_ways(shown, said)))

    def _other_ways(self, shown: str, said: _Said) -> Iterator[str]:
        """How a part says what a control shows: a date as it is stored, a tick as true, a list's entry by its value."""
        if said.full_date:
            yield from (said.full_date, said.full_date[:10], said.full_date.removesuffix("Z"))
        if said.checked is not None:
            yield from ("true", "1") if said.checked else ("false", "0", "")
        for entry in (each for entries in said.lists for each in entries):
            if shown in (entry.get(f"{self._n.w}displayText"), entry.get(f"{self._n.w}value")):
                yield entry.get(f"{self._n.w}value", "")

    def _binding(self, child: Element, said: _Said) -> None:
        said.binding = child

    def _tag(self, child: Element, said: _Said) -> None:
        said.tag = child.get(self._n.val, "")

    def _title(self, child: Element, said: _Said) -> None:
        said.title = child.get(self._n.val, "")

    def _showing(self, child: Element, said: _Said) -> None:
        said.placeholder = is_on(child, self._n.val)

    def _list(self, child: Element, said: _Said) -> None:
        said.kind = "list"
        said.lists = (*said.lists, child)

    def _block(self, child: Element, said: _Said) -> None:
        for named in child:
            said.block = named.get(self._n.val, "")

    def _box(self, child: Element, said: _Said) -> None:
        said.kind, said.checked = "checkbox", child_is_on(child, _CHECKED, _CHECKED_VALUE)

    def _date(self, child: Element, said: _Said) -> None:
        w = self._n.w
        said.kind, said.full_date = "date", child.get(f"{w}fullDate", "")
        found = (child.find(f"{w}{name}") for name in ("dateFormat", "lid"))
        pattern, language = ("" if each is None else each.get(self._n.val, "") for each in found)
        said.lent |= Mark.MONTH_FIRST if shows_month_first(pattern, language) else 0
