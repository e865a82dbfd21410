"""Form fields of the kind before content controls (ECMA-376 part 1, 17.16.17): what they show by their data."""

from __future__ import annotations

import msgspec

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.dates import shows_month_first
from hsbdocs.formats.word.switches import is_on
from hsbdocs.model.transcript import Mark

TICKED, OPEN = "\u2612", "\u2610"
#: Fields to fill in whose text the program writes.
_BY_ITSELF = {"currentDate": Mark.CHANGING, "currentTime": Mark.CHANGING, "calculated": Mark.COMPUTED}
_LONGEST_NUMBER = 4


class Shown(msgspec.Struct, frozen=True):
    """What a form field shows: a text of its own with its marks, or marks for the text that stands in the document.

    ``default`` is what a field to type in shows until somebody does.
    """

    text: str = ""
    marks: int = 0
    lent: int = 0
    default: str = ""


def shown_by(field: Element, ns: str) -> Shown:
    """What a form field shows by its data, at its ``w:fldChar`` of type begin."""
    data = field.find(f"{ns}ffData")
    if data is None:
        return Shown()
    box, entries, typed = (data.find(f"{ns}{name}") for name in ("checkBox", "ddList", "textInput"))
    if box is not None:
        return Shown(TICKED if _is_checked(box, ns) else OPEN)
    if entries is not None:
        return _chosen(entries, ns)
    return Shown() if typed is None else _typed(typed, ns)


def _chosen(entries: Element, ns: str) -> Shown:
    """The entry that a person chose, else the one by default; marked where it may never have been touched."""
    texts = [entry.get(f"{ns}val", "") for entry in entries.iterchildren(f"{ns}listEntry")]
    chosen, default = (_number(entries, f"{ns}{name}", f"{ns}val") for name in ("result", "default"))
    number = (default or 0) if chosen is None else chosen
    touched = chosen is not None and chosen != (default or 0)
    text = texts[number] if 0 <= number < len(texts) else ""
    return Shown(text, 0 if touched else Mark.UNTOUCHED)


def _number(parent: Element, name: str, value: str) -> int | None:
    """A small number; None where it is not given, -1 where it is none."""
    found = parent.find(name)
    if found is None:
        return None
    text = found.get(value, "0")
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else -1


def _typed(field: Element, ns: str) -> Shown:
    found = {name: field.find(f"{ns}{name}") for name in ("type", "format", "default")}
    said = {name: "" if child is None else child.get(f"{ns}val", "") for name, child in found.items()}
    month_first = said["type"] == "date" and shows_month_first(said["format"])
    lent = _BY_ITSELF.get(said["type"], 0) | (Mark.MONTH_FIRST if month_first else 0)
    return Shown(lent=lent, default=said["default"])


def _is_checked(box: Element, ns: str) -> bool:
    """The state set by a person wins over the default; an empty element is on."""
    for name in ("checked", "default"):
        state = box.find(f"{ns}{name}")
        if state is not None:
            return is_on(state, f"{ns}val")
    return False
