"""Alternate content (ECMA-376 part 3, 9.3): which of the ways to show something programs take."""

from __future__ import annotations

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.names import CHOICE, FALLBACK

#: Extensions of these publishers are known to the programs that people use.
_KNOWN = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")


def choice(alternate: Element) -> Element:
    """The first choice whose extensions are known, else the fallback, else the first choice."""
    choices = alternate.findall(CHOICE)
    found = next((each for each in choices if _is_known(each)), None)
    if found is None:
        found = alternate.find(FALLBACK)
    return found if found is not None else choices[0] if choices else alternate


def _is_known(element: Element) -> bool:
    wanted = element.get("Requires", "").split()
    return all((element.nsmap.get(prefix) or "").startswith(_KNOWN) or _is_vml(element, prefix) for prefix in wanted)


def _is_vml(element: Element, prefix: str) -> bool:
    return (element.nsmap.get(prefix) or "").startswith("urn:schemas-microsoft-com:")
