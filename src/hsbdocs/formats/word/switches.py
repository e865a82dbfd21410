"""Properties that are on or off (ST_OnOff): read by their value in this one place (ECMA-376 part 1, 22.9.2.7)."""

from __future__ import annotations

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.names import first

_OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: Element, value: str) -> bool:
    """True for an element that is there with no value or any but 0, false and off; ``value`` names the attribute."""
    return element.get(value, "1").strip().lower() not in _OFF


def child_is_on(parent: Element | None, child: str, value: str) -> bool:
    """True where ``parent`` has such a child, and it is on."""
    found = None if parent is None else first(parent, child)
    return found is not None and is_on(found, value)
