"""The built checklist as LibreOffice prints it: large enough to read, headed on each page, nothing cut off."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support.forms import blank
from tests.support.programs import need, to_pdf

pytestmark = pytest.mark.slow

HEADINGS = ("Ref", "Criterion", "Healthy", "Problematic", "Harmful", "Rating", "Evidence")
REFS = tuple(f"R{n}" for n in range(1, 9))
_HTML = "{http://www.w3.org/1999/xhtml}"
#: Arial and its stand-in are 1.15 times as high as their size from the top of a line to its bottom, as Poppler says it.
_ARIAL = 1.117


@dataclass(frozen=True)
class Word:
    """A word on a page, with its place in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@cache
def pages(folder: Path) -> tuple[tuple[float, tuple[Word, ...]], ...]:
    """For each page its width, and its words."""
    need("pdftotext")
    source = folder / "checklist.xlsx"
    source.write_bytes(blank("rag-checklist"))
    pdf = to_pdf(source, folder)
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    root = ElementTree.fromstring(done.stdout)
    return tuple((float(page.get("width", "")), tuple(_words(page))) for page in root.iter(f"{_HTML}page"))


def _words(page: ElementTree.Element) -> Iterator[Word]:
    for each in page.iter(f"{_HTML}word"):
        left, top, right, bottom = (float(each.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
        yield Word(each.text or "", left, top, right, bottom)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[float, tuple[Word, ...]], ...]:
    """The pages, printed once."""
    return pages(tmp_path_factory.mktemp("pages"))


Pages = tuple[tuple[float, tuple[Word, ...]], ...]


def of_the_table(printed: Pages) -> list[tuple[Word, ...]]:
    """The words of the pages that the table is on: all but those of the notes."""
    return [words for _, words in printed if {"Criterion", "Evidence"} <= {word.text for word in words}]


def test_five_pages_at_most_on_a4_on_its_side(printed: Pages) -> None:
    assert len(of_the_table(printed)) <= 4
    assert len(printed) <= 5
    assert {round(width) for width, _ in printed} == {842}


def test_no_text_is_smaller_than_12_points(printed: Pages) -> None:
    heights = [word.bottom - word.top for _, words in printed for word in words]
    assert len(heights) > 500
    assert min(heights) >= 12 * _ARIAL - 0.2, "it was scaled down to fit the page"


def test_the_headings_stand_on_each_page_of_the_table(printed: Pages) -> None:
    for words in of_the_table(printed):
        (top,) = {word.top for word in words if word.text == "Criterion" and word.left < 150}
        line = [word.text for word in words if abs(word.top - top) < 1]
        assert line == list(HEADINGS)


def test_every_page_has_header_footer_and_number(printed: Pages) -> None:
    for number, (_, words) in enumerate(printed, 1):
        said = " ".join(word.text for word in words)
        assert "Confidential when completed: safeguarding record" in said
        assert "Form rag-checklist, version 2023.06-1" in said
        assert f"Page {number} of {len(printed)}" in said


def test_every_criterion_is_printed_once_and_on_one_page(printed: Pages) -> None:
    refs = [word.text for words in of_the_table(printed) for word in words if word.text in REFS and word.left < 60]
    assert refs == list(REFS)


def test_no_text_is_cut_off(printed: Pages) -> None:
    """No word reaches below the row that it stands in, nor out of its column or off the page."""
    for words in of_the_table(printed):
        heads = {word.text: word.left for word in words if word.text in HEADINGS and word.bottom < 200}
        tops = sorted(word.top for word in words if word.text in REFS and word.left < 60)
        columns = sorted(heads[name] for name in HEADINGS)
        for word in (word for word in words if tops and tops[0] - 1 < word.top):
            below = next((top for top in tops if top > word.top + 1), None)
            assert below is None or word.bottom <= below, word
            beyond = next((left for left in columns if left > word.left + 1), 842.0)
            if word.left < columns[-1] and tops[0] - 1 < word.top < (tops[-1] + 1 if below is None else below):
                assert word.right <= beyond, word


def test_all_that_the_blank_says_is_on_the_pages(printed: Pages) -> None:
    """Word by word: a line that does not fit its cell would be missing or broken."""
    from tests.unit.formats.excel.views import checklist

    said: dict[str, int] = {}
    for word in (word for _, words in printed for word in words):
        said[word.text] = said.get(word.text, 0) + 1
    wanted: dict[str, int] = {}
    for number in (1, 2):
        for text in checklist().texts(number).values():
            for each in text.split():
                wanted[each] = wanted.get(each, 0) + 1
    assert {word: count for word, count in wanted.items() if said.get(word, 0) < count} == {}
