"""Every Word document in every edition: type of 12 points or more (18 in large print), in one family of fonts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.documents.editions import EDITIONS, WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import WordFile, text_of, w

#: What the form's boxes are printed in: no letters.
_FONT_OF_SIGNS = "MS Gothic"


def small(file: WordFile, least: float) -> Iterator[str]:
    """What is printed in smaller type: runs, and the numbers and signs of lists."""
    for part, run in file.runs():
        points = file.styles.points(run)
        if points < least:
            yield f"{part}: {points:g} points: {text_of(run)[:40]}"
    numbering = file.parts.get("word/numbering.xml")
    for size in () if numbering is None else numbering.iter(w("sz")):
        if int(size.get(w("val"), "0")) / 2 < least:
            yield f"numbering: {size.get(w('val'))} half points"


def families(file: WordFile) -> dict[str, str]:
    """The fonts that letters and digits are set in, each with a text that is."""
    letters = ((run, text_of(run)) for _, run in file.runs() if any(map(str.isalnum, text_of(run))))
    return {font: text for run, text in letters for font in file.styles.fonts(run)}


@over("type-size", WORD)
def test_no_type_is_smaller_than_its_edition_has(edition: str, document: str) -> None:
    file = WordFile(built(edition)[document])
    assert len(list(file.runs())) > 20
    assert list(small(file, EDITIONS[edition].points)) == []


@over("type-family", WORD)
def test_letters_are_set_in_arial(edition: str, document: str) -> None:
    file = WordFile(built(edition)[document])
    assert set(families(file)) == {"Arial"}, families(file)
    assert {font for _, run in file.runs() for font in file.styles.fonts(run)} <= {"Arial", _FONT_OF_SIGNS}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("styles", b'<w:sz w:val="24"/>', b'<w:sz w:val="23"/>'),
        ("styles", b'<w:name w:val="footer"/>', b'<w:name w:val="footer"/><w:rPr><w:sz w:val="18"/></w:rPr>'),
        ("styles", b'<w:name w:val="Strong"/>', b'<w:name w:val="Strong"/><w:rPr><w:sz w:val="22"/></w:rPr>'),
        ("styles", b'<w:name w:val="Form Table"/>', b'<w:name w:val="Form Table"/><w:rPr><w:sz w:val="16"/></w:rPr>'),
        ("document", b"<w:r><w:t", b'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t'),
        ("header1", b"<w:r><w:t", b'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t'),
    ],
)
def test_small_type_would_be_found(part: str, old: bytes, new: bytes) -> None:
    assert list(small(WordFile(planted("risk-assessment", part, old, new)), 12))


@pytest.mark.parametrize("font", [b'w:ascii="Times"', b'w:asciiTheme="minorHAnsi"'])
def test_another_font_would_be_found(font: bytes) -> None:
    new = b"<w:r><w:rPr><w:rFonts " + font + b"/></w:rPr><w:t"
    assert len(families(WordFile(planted("risk-assessment", "document", b"<w:r><w:t", new)))) == 2
