"""The colours of a template as they are seen: those of its theme, with their tint, and numbered ones become RGB."""

from __future__ import annotations

import colorsys
from typing import Any

from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX

from hsbdocs.formats.package import parse_xml

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: The order in which cells number the colours of a theme (ECMA-376 part 1, 18.8.3): light and dark are exchanged.
_ORDER = (
    *("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    *("hlink", "folHlink"),
)
#: What a theme has where a template brings none (Office 2013).
_OFFICE = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"),
    *("0563C1", "954F72"),
)


def theme_colours(theme: bytes | None) -> tuple[str, ...]:
    """The colours of a theme in the order in which cells number them, as ``RRGGBB``."""
    scheme = parse_xml(theme).find(f".//{_A}clrScheme") if theme else None
    if scheme is None:
        return _OFFICE
    return tuple(_of_theme(scheme.find(f"{_A}{name}")) or _OFFICE[at] for at, name in enumerate(_ORDER))


def _of_theme(entry: etree._Element | None) -> str:
    child = None if entry is None else next(entry.iterchildren(etree.Element), None)
    return "" if child is None else str(child.get("lastClr") or child.get("val") or "")[-6:].upper()


def seen(colour: Any, theme: tuple[str, ...], automatic: str) -> str:
    """A colour of openpyxl as ``#RRGGBB``; ``automatic`` where none is chosen."""
    if colour is None:
        return automatic
    found = {"theme": _by_theme, "rgb": _by_rgb, "indexed": _by_number}.get(colour.type, _none)(colour, theme)
    return f"#{_tinted(found, float(colour.tint or 0))}" if found else automatic


def _by_theme(colour: Any, theme: tuple[str, ...]) -> str:
    return theme[colour.theme] if 0 <= colour.theme < len(theme) else ""


def _by_rgb(colour: Any, _: tuple[str, ...]) -> str:
    return str(colour.rgb)[-6:].upper()


def _by_number(colour: Any, _: tuple[str, ...]) -> str:
    """One of the old palette; behind its end are those that the system chooses."""
    return COLOR_INDEX[colour.indexed][-6:].upper() if 0 <= colour.indexed < len(COLOR_INDEX) else ""


def _none(*_: Any) -> str:
    return ""


def _tinted(rgb: str, tint: float) -> str:
    """Darker or lighter by a tint from -1 to 1: its lightness changes (18.8.19)."""
    if not tint:
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#RRGGBB``, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
