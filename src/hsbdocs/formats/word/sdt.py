"""Content controls: what their properties say, and what that makes of the text in them."""

from __future__ import annotations

from collections.abc import Callable

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.dates import shows_month_first
from hsbdocs.formats.word.names import Names, first
from hsbdocs.formats.word.prompts import Prompts
from hsbdocs.formats.word.switches import child_is_on, is_on
from hsbdocs.model.transcript import Control, Mark

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CHECKBOX, _CHECKED, _CHECKED_VALUE = f"{_W14}checkbox", f"{_W14}checked", f"{_W14}val"


class _Said:
    """What is gathered of one control's properties."""

    __slots__ = ("checked", "full_date", "kind", "lent", "placeholder", "tag", "title")

    def __init__(self) -> None:
        self.tag = self.title = self.full_date = ""
        self.kind, self.placeholder = "text", False
        self.checked: bool | None = None
        self.lent = 0


class Controls:
    """The controls that were met, and the marks that each lends to the text in it, by its index."""

    def __init__(self, names: Names, prompts: Prompts) -> None:
        self.found: list[Control] = []
        self._lent: list[int] = []
        self._n, self._prompts = names, prompts
        w = names.w
        self._readers: dict[object, Callable[[Element, _Said], None]] = {
            f"{w}tag": self._tag,
            f"{w}alias": self._title,
            f"{w}showingPlcHdr": self._showing,
            f"{w}date": self._date,
            _CHECKBOX: self._box,
            f"{w}dropDownList": self._list,
            f"{w}comboBox": self._list,
        }

    def note(self, sdt: Element, around: int) -> int:
        """Note a control that stands in the control ``around`` (-1 for none), and return its index."""
        properties = first(sdt, self._n.sdt_properties)
        said = _Said()
        for child in () if properties is None else properties:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, said)
        if properties is not None and said.checked is None:
            said.lent |= self._prompts.mark(list(sdt.iterchildren(self._n.sdt_content)), properties)
        self.found.append(Control(said.tag, said.title, said.kind, said.placeholder, said.checked, said.full_date))
        self._lent.append(said.lent | self.lent(around))
        return len(self.found) - 1

    def lent(self, index: int) -> int:
        """The marks that text in a control has by where it stands."""
        return self._lent[index] if index >= 0 else 0

    def _tag(self, child: Element, said: _Said) -> None:
        said.tag = child.get(self._n.val, "")

    def _title(self, child: Element, said: _Said) -> None:
        said.title = child.get(self._n.val, "")

    def _showing(self, child: Element, said: _Said) -> None:
        said.placeholder = is_on(child, self._n.val)

    def _list(self, child: Element, said: _Said) -> None:
        said.kind = "list"

    def _box(self, child: Element, said: _Said) -> None:
        said.kind, said.checked = "checkbox", child_is_on(child, _CHECKED, _CHECKED_VALUE)

    def _date(self, child: Element, said: _Said) -> None:
        w = self._n.w
        said.kind, said.full_date = "date", child.get(f"{w}fullDate", "")
        found = (child.find(f"{w}{name}") for name in ("dateFormat", "lid"))
        pattern, language = ("" if each is None else each.get(self._n.val, "") for each in found)
        said.lent |= Mark.MONTH_FIRST if shows_month_first(pattern, language) else 0
