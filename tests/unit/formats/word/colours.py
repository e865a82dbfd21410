"""Colours of a Word document's texts and of what is behind them, and how much they stand out."""

from __future__ import annotations

from lxml import etree

from tests.unit.formats.wordfile import W

PAPER, INK = "FFFFFF", "000000"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colour_of(properties: etree._Element | None) -> str | None:
    found = None if properties is None else properties.find(w("color"))
    value = None if found is None else found.get(w("val"))
    return None if value in (None, "auto") else value


class Styles:
    """The colour that each style gives, by way of those it is based on."""

    def __init__(self, root: etree._Element) -> None:
        self._styles = {style.get(w("styleId")): style for style in root.iter(w("style"))}
        self._default = next(
            name
            for name, style in self._styles.items()
            if style.get(w("type")) == "paragraph" and style.get(w("default"))
        )

    def colour(self, name: str | None) -> str | None:
        style = self._styles.get(name)
        if style is None:
            return None
        based = style.find(w("basedOn"))
        own = colour_of(style.find(w("rPr")))
        return own or (self.colour(based.get(w("val"))) if based is not None else None)

    def of_run(self, run: etree._Element) -> str:
        properties = run.find(w("rPr"))
        named = None if properties is None else properties.find(w("rStyle"))
        paragraph = next(run.iterancestors(w("p")))
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return (
            colour_of(properties)
            or (self.colour(named.get(w("val"))) if named is not None else None)
            or self.colour(self._default if style is None else style.get(w("val")))
            or INK
        )


def ground(run: etree._Element) -> str:
    """The colour behind a run: its own, its paragraph's or its cell's shading."""
    for element in (run, *run.iterancestors(w("p"), w("tc"))):
        properties = element.find(w({"r": "rPr", "p": "pPr", "tc": "tcPr"}[etree.QName(element).localname]))
        shading = None if properties is None else properties.find(w("shd"))
        fill = None if shading is None else shading.get(w("fill"))
        if fill not in (None, "auto"):
            return str(fill)
    return PAPER
