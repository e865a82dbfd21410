"""What lies on the sheets of a template: one picture named logo may, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from lxml import etree

from hsbdocs.formats.package import Element, Package

LOGO = "logo"
#: Kinds of pictures that every program shows, by how the file begins.
_SHOWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
#: English metric units of a point.
_UNITS = 12_700
_A_PICTURE = (
    "the picture {name}: a template takes one picture, and its name must be logo. Click the picture, type logo in the "
    "box left of the formula bar and press Enter; or delete the picture"
)
_WORDS = {
    "sp": "the shape or text box {name}: delete it (the look comes from cells alone)",
    "cxnSp": "the line or arrow {name}: delete it (use the borders of cells)",
    "grpSp": "the group {name}: delete it, or ungroup it and keep the one picture named logo",
    "graphicFrame": "the chart {name}: delete it (the checklist has no charts)",
    "contentPart": "ink {name}: delete it",
    "pic": _A_PICTURE,
}
#: Elements of a sheet that stand for a picture which is not in a drawing.
_BEHIND = {
    "picture": "a picture behind the cells: take it out (Page Layout, Delete Background)",
    "legacyDrawingHF": "a picture in the header or footer: take it out, and put the logo on the sheet",
    "drawingHF": "a picture in the header or footer: take it out, and put the logo on the sheet",
    "oleObjects": "an embedded file: delete it",
    "controls": "a button or form field: delete it",
}


class Drawn(msgspec.Struct, frozen=True):
    """What was found: the file of the logo with its size in points (none where it says none), and what must not lie
    there, in words."""

    logo: bytes = b""
    size: tuple[float, float] = (0.0, 0.0)
    problems: tuple[str, ...] = ()


def drawn_on(package: Package, sheet: str, root: Element) -> Drawn:
    """What lies on one sheet; ``sheet`` is its part, ``root`` the part parsed. Raises Damaged and TooLarge."""
    problems = [words for name, words in _BEHIND.items() if root.find(f"{{*}}{name}") is not None]
    logo, size = b"", (0.0, 0.0)
    for drawing in (each.target for each in package.relationships(sheet) if each.kind == "drawing"):
        related = {each.id: each.target for each in package.relationships(drawing) if not each.external}
        for element in _lying(package.xml(drawing)):
            kind, name = etree.QName(element).localname, _name(element)
            if kind != "pic" or name.lower() != LOGO:
                problems.append(_WORDS[kind].format(name=f'"{name}"' if name else "without a name"))
            elif logo:
                problems.append("a second picture named logo: delete one of them")
            else:
                logo, size = package.read(related.get(_embedded(element), "")), _size(element)
                if not logo.startswith(_SHOWN):
                    problems.append("the picture logo is neither PNG nor JPEG: insert it again in one of these formats")
    return Drawn(logo, size, tuple(problems))


def _lying(root: Element) -> Iterator[Element]:
    """Each thing that is anchored to cells; what an older program would show instead is passed over."""
    for child in root.iterchildren(etree.Element):
        name = etree.QName(child).localname
        if name in _WORDS:
            yield child
        elif name != "Fallback":
            yield from _lying(child)


def _name(element: Element) -> str:
    found = element.find(".//{*}cNvPr")
    return "" if found is None else str(found.get("name", "")).strip()


def _embedded(element: Element) -> str:
    blip = element.find(".//{*}blip")
    values = [] if blip is None else [str(value) for key, value in blip.attrib.items() if str(key).endswith("}embed")]
    return values[0] if values else ""


def _size(element: Element) -> tuple[float, float]:
    extent = element.find("{*}spPr/{*}xfrm/{*}ext")
    if extent is None:
        return (0.0, 0.0)
    return (float(extent.get("cx", "0")) / _UNITS, float(extent.get("cy", "0")) / _UNITS)
