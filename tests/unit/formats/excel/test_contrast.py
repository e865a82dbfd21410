"""Text can be read on its background: every pair of colours, by the formula of WCAG 2.2 (1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest

from hsbdocs.formats.excel.look import ANSWERS, NAMED, TONES
from tests.unit.formats.excel.views import S, checklist, look

PAPER = "#FFFFFF"


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB."""
    parts = [int(colour.lstrip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula() -> None:
    """Pairs whose contrast is published with the guideline."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("name", NAMED)
def test_named_cells_of_the_template(name: str) -> None:
    style = look().styles[name]
    assert contrast(style.ink, style.fill or PAPER) >= 4.5


def test_every_tone_goes_with_its_word() -> None:
    words = [rule.findtext(f"{S}formula") or "" for rule in checklist().colours()["F11"]]
    assert [word.strip('"').partition(" ")[0].lower() for word in words] == list(TONES)


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_the_lines_around_answers_can_be_seen(name: str, side: str) -> None:
    style = look().styles[name]
    assert style.others[side]
    assert contrast(style.others[f"{side}_color"], PAPER) >= 3


def test_every_pair_in_the_written_workbook() -> None:
    """The same from the file: fonts on fills, and the colours of the rules."""
    root = checklist().tree("xl/styles.xml")
    fonts = list(root.iterfind(f"{S}fonts/{S}font"))
    fills = list(root.iterfind(f"{S}fills/{S}fill"))
    pairs = set()
    for entry in root.iterfind(f"{S}cellXfs/{S}xf"):
        ink = fonts[int(entry.get("fontId", "0"))].find(f"{S}color")
        back = fills[int(entry.get("fillId", "0"))].find(f"{S}patternFill/{S}fgColor")
        if ink is not None and ink.get("rgb"):
            pairs.add((ink.get("rgb", "")[2:], "FFFFFF" if back is None else back.get("rgb", "")[2:]))
    for rule in root.iterfind(f"{S}dxfs/{S}dxf"):
        ink, back = rule.find(f"{S}font/{S}color"), rule.find(f"{S}fill/{S}patternFill/{S}bgColor")
        assert ink is not None
        assert back is not None
        pairs.add((ink.get("rgb", "")[2:], back.get("rgb", "")[2:]))
    assert len(pairs) >= 6
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}
