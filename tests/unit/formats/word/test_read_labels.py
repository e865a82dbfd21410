"""Numbers and ticks that stand before a paragraph as an entry of a list."""

from __future__ import annotations

import pytest

from tests.unit.formats.word.reads import read
from tests.unit.formats.wordfile import p, part, r, relationship

WINGDINGS = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'


def _level(kind: str, text: str, start: int | str = 1, more: str = "", at: int = 0) -> str:
    number = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
    return f'<w:lvl w:ilvl="{at}">{number}<w:lvlText w:val="{text}"/>{more}</w:lvl>'


def _entry(text: str, number: int | str = 1, level: int = 0, style: str = "") -> str:
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return p(f"<w:pPr>{named}{own}</w:pPr>", r(text))


def _labels(body: str, *levels: str, nums: str = "", styles: str = "") -> list[str]:
    numbers = nums or '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    numbering = part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}')
    entries = relationship(1, "numbering", "numbering.xml"), relationship(2, "styles", "styles.xml")
    found = read(body, *entries, numbering=numbering, styles=part("styles", styles))
    return [each.label for each in found.paragraphs]


@pytest.mark.parametrize(
    ("kind", "text", "start", "labels"),
    [
        ("decimal", "%1.", 1, ["1.", "2."]),
        ("decimal", "%1)", 15, ["15)", "16)"]),
        ("decimal", "(%1)", 0, ["(0)", "(1)"]),
        ("lowerLetter", "%1.", 1, ["a.", "b."]),
        ("upperLetter", "%1", 26, ["Z", "AA"]),
        ("lowerRoman", "%1.", 4, ["iv.", "v."]),
        ("upperRoman", "%1.", 9, ["IX.", "X."]),
        ("decimalZero", "%1", 3, ["3", "4"]),
        ("none", "", 1, ["", ""]),
        ("decimal", "%1.", "9" * 5000, ["1.", "2."]),
        ("bullet", "\u2022", 1, ["", ""]),
        ("bullet", "o", 1, ["", ""]),
        ("bullet", "\uf0b7", 1, ["", ""]),
        ("bullet", "\u2713", 1, ["\u2713", "\u2713"]),
        ("bullet", "\u2612", 1, ["\u2612", "\u2612"]),
        ("bullet", "\u2610", 1, ["", ""]),
        ("bullet", "x", 1, ["x", "x"]),
        ("bullet", "\uf0fc", 1, ["\u2713", "\u2713"]),
    ],
)
def test_what_a_list_prints(kind: str, text: str, start: int | str, labels: list[str]) -> None:
    if start == "9" * 5000:
        labels = ["0.", "1."]  # no number that anybody would count from
    assert _labels(_entry("a") + p(r("none")) + _entry("b"), _level(kind, text, start)) == [labels[0], "", labels[1]]


def test_a_letter_of_a_font_of_signs() -> None:
    assert _labels(_entry("a"), _level("bullet", "\u00fc", more=WINGDINGS)) == ["\u2713"]


def test_levels_count_for_themselves_and_begin_again() -> None:
    levels = _level("decimal", "%1."), _level("lowerLetter", "%1%2)", at=1)
    body = "".join(_entry("x", level=level) for level in (0, 1, 1, 0, 1))
    assert _labels(body, *levels) == ["1.", "1a)", "1b)", "2.", "2a)"]


def test_a_list_that_starts_anew() -> None:
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>' for number, more in ((1, ""), (2, over))
    )
    body = _entry("x") + _entry("x", 2) + _entry("x", 2)
    assert _labels(body, _level("decimal", "%1."), nums=nums) == ["1.", "7.", "8."]


def test_a_list_by_style_and_none_by_number() -> None:
    own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="L"><w:name w:val="L"/>{own}</w:style>'
        '<w:style w:styleId="M"><w:name w:val="M"/><w:basedOn w:val="L"/></w:style>'
        '<w:style w:styleId="N"><w:name w:val="N"/><w:basedOn w:val="N"/></w:style>'
    )
    body = "".join(_entry("x", "", style=style) for style in "LMN")
    assert _labels(body, _level("decimal", "%1."), styles=styles) == ["1.", "2.", ""]
    assert _labels(_entry("x", "0", style="L"), _level("decimal", "%1."), styles=styles) == [""]


def test_a_list_that_is_not_there() -> None:
    assert _labels(_entry("x", 9) + _entry("x", level=5), _level("decimal", "%1.")) == ["", ""]
