"""Every Word document in every edition: text stands out from its ground by 4.5 to 1 or more (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.documents.editions import WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import Element, WordFile, text_of, value
from tests.unit.formats.word.colours import INK, PAPER, contrast

ENOUGH = 4.5
#: The properties that can shade what is behind a run, and the names that Word gives its highlighters' colours.
_SHADED = ("rPr", "pPr", "tcPr")
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip


def ground(file: WordFile, run: Element) -> str:
    """The colour behind a run: the highlighter's, or the nearest shading of run, paragraph, cell or table."""
    highlight = file.styles.find(run, "rPr/highlight")
    if highlight in _HIGHLIGHTS:
        return _HIGHLIGHTS[highlight]
    for kind, layer in file.styles.layers(run):
        pattern, fill = value(layer, f"{kind}/shd"), value(layer, f"{kind}/shd", "fill")
        if kind in _SHADED and pattern is not None and fill not in (None, "auto"):
            assert pattern in ("clear", "nil"), f"a shading of {pattern}: this test does not read it"
            return str(fill)
    return PAPER


def colour(file: WordFile, run: Element, behind: str) -> str:
    """The colour of a run; where it is left to Word, black or white, whichever stands out."""
    found = file.styles.find(run, "rPr/color")
    if found in (None, "auto"):
        return max((INK, PAPER), key=lambda each: contrast(each, behind))
    return str(found)


def weak(file: WordFile) -> Iterator[str]:
    """The runs that stand out too little."""
    for part, run in file.runs():
        behind = ground(file, run)
        front = colour(file, run, behind)
        if contrast(front, behind) < ENOUGH:
            yield f"{part}: {front} on {behind}: {text_of(run)[:40]}"


@over("contrast", WORD)
def test_text_stands_out(edition: str, document: str) -> None:
    assert list(weak(WordFile(built(edition)[document]))) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("styles", b'<w:color w:val="1A1A1A"/>', b'<w:color w:val="949494"/>'),
        ("document", b'w:fill="E6EEF2"', b'w:fill="1B4B66"'),
        ("document", b"<w:r><w:t", b'<w:r><w:rPr><w:highlight w:val="darkBlue"/></w:rPr><w:t'),
        (
            "styles",
            b'<w:name w:val="Form Status"/>',
            b'<w:name w:val="x"/><w:pPr><w:shd w:val="clear" w:fill="808080"/></w:pPr>',
        ),
    ],
)
def test_weak_text_would_be_found(part: str, old: bytes, new: bytes) -> None:
    assert list(weak(WordFile(planted("risk-assessment", part, old, new))))
