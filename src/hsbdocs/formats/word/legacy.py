"""Form fields of the kind before content controls (ECMA-376 part 1, 17.16.17): what boxes and lists show."""

from __future__ import annotations

from hsbdocs.formats.package import Element

_OFF = ("0", "false", "off")
TICKED, OPEN = "\u2612", "\u2610"


def shown_by(field: Element, ns: str) -> str:
    """What a form field shows by its data, at its ``w:fldChar`` of type begin: a box, or the chosen entry of a list.

    A text field shows its text, which stands in the document: empty here.
    """
    data = field.find(f"{ns}ffData")
    if data is None:
        return ""
    box, entries = data.find(f"{ns}checkBox"), data.find(f"{ns}ddList")
    if box is not None:
        return TICKED if _is_checked(box, ns) else OPEN
    return "" if entries is None else _chosen(entries, ns)


def _chosen(entries: Element, ns: str) -> str:
    """The entry that a person chose, else the one by default; empty where neither is there."""
    texts = [entry.get(f"{ns}val", "") for entry in entries.iterchildren(f"{ns}listEntry")]
    states = (entries.find(f"{ns}{name}") for name in ("result", "default"))
    number = next((state.get(f"{ns}val", "0") for state in states if state is not None), "0")
    return texts[int(number)] if number.isdecimal() and int(number) < len(texts) else ""


def _is_checked(box: Element, ns: str) -> bool:
    """The state set by a person wins over the default; an empty element is on."""
    for name in ("checked", "default"):
        state = box.find(f"{ns}{name}")
        if state is not None:
            return state.get(f"{ns}val", "1") not in _OFF
    return False
