"""Every Word document in every edition: one first heading, and none that skips a level."""

from __future__ import annotations

import pytest

from tests.documents.editions import WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import WordFile, text_of, w


def headings(file: WordFile) -> list[tuple[int, str]]:
    """The headings of the body in their order, each with its level."""
    levels = ((file.styles.level(paragraph), text_of(paragraph)) for paragraph in file.body.iter(w("p")))
    return [(level, text) for level, text in levels if level is not None]


def out_of_order(file: WordFile) -> list[str]:
    """What is wrong with the order of headings."""
    found = headings(file)
    levels = [level for level, _ in found]
    wrong = [
        f"{text}: level {level} after {before}"
        for before, (level, text) in zip(levels, found[1:], strict=False)
        if level > before + 1
    ]
    if levels[:1] != [1] or levels.count(1) != 1:
        wrong.append(f"one first heading stands first of all: {levels}")
    return wrong + ["a heading without words" for _, text in found if not text.strip()]


@over("headings", WORD)
def test_headings_are_in_order(edition: str, document: str) -> None:
    file = WordFile(built(edition)[document])
    assert len(headings(file)) > 2
    assert out_of_order(file) == []


@over("heading-styles", WORD)
def test_a_heading_is_one_by_words_own_style(edition: str, document: str) -> None:
    """Readers of the screen, and Word's list of headings, know these by name."""
    file = WordFile(built(edition)[document])
    names = {(file.styles.level(p), file.styles.name(p)) for p in file.body.iter(w("p"))}
    assert {name for level, name in names if level is not None} == {
        f"heading {level}" for level, _ in names if level is not None
    }


@pytest.mark.parametrize(("old", "new"), [("Heading2", "Heading1"), ("Heading1", "Heading2"), ("Heading1", "Normal")])
def test_headings_out_of_order_would_be_found(old: str, new: str) -> None:
    assert out_of_order(WordFile(planted("risk-assessment", "document", f'"{old}"'.encode(), f'"{new}"'.encode())))
    level = planted("risk-assessment", "styles", b'<w:outlineLvl w:val="1"/>', b'<w:outlineLvl w:val="2"/>')
    assert out_of_order(WordFile(level))
