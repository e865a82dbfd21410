"""The built checklist as LibreOffice prints it: large enough to read, headed on each page, nothing cut off."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hsbdocs.content.locate import find_roots
from hsbdocs.model.guidance import Area
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import build
from tests.support.agencies import AGENCY
from tests.support.forms import ROOT, blank
from tests.support.programs import need, to_pdf
from tests.unit.formats.excel.views import S, Written, checklist, row_of
from tests.unit.formats.wordfile import zipped

pytestmark = pytest.mark.slow

HEADINGS = ("Ref", "Criterion", "Healthy", "Problematic", "Harmful", "Rating", "Evidence")
REFS = tuple(f"R{n}" for n in range(1, 9))
#: The height of an A4 page on its side, and the template's margins, in points.
_HEIGHT, _TOP, _BOTTOM, _LEFT = 595.3, 0.62 * 72, 0.6 * 72, 0.4 * 72
#: A line's box reaches so far, in points, over the next line's.
_LEADING = 3.0
_HTML = "{http://www.w3.org/1999/xhtml}"
#: How wide R and 1 are in Arial, and in the fonts made to stand in for it, in parts of the font's size.
_R, _1 = 0.722, 0.556


@dataclass(frozen=True)
class Word:
    """A word on a page, with its place in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Pages = tuple[tuple[float, tuple[Word, ...]], ...]


def pages(folder: Path, data: bytes) -> Pages:
    """For each page its width, and its words."""
    need("pdftoppm")  # pdftotext comes with it
    source = folder / "checklist.xlsx"
    source.write_bytes(data)
    pdf = to_pdf(source, folder)
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    root = ElementTree.fromstring(done.stdout)
    return tuple((float(page.get("width", "")), tuple(_words(page))) for page in root.iter(f"{_HTML}page"))


def _words(page: ElementTree.Element) -> Iterator[Word]:
    for each in page.iter(f"{_HTML}word"):
        left, top, right, bottom = (float(each.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
        yield Word(each.text or "", left, top, right, bottom)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages, printed once."""
    return pages(tmp_path_factory.mktemp("pages"), blank("rag-checklist"))


def of_the_table(printed: Pages) -> list[tuple[Word, ...]]:
    """The words of the pages that the table is on: all but those of the notes."""
    return [words for _, words in printed if {"Criterion", "Evidence"} <= {word.text for word in words}]


def heading(words: tuple[Word, ...]) -> list[Word]:
    """The line that heads the table."""
    (top,) = {word.top for word in words if word.text == "Criterion" and word.left < 150}
    return [word for word in words if abs(word.top - top) < 1]


def test_three_pages_and_one_of_notes_on_a4_on_its_side(printed: Pages) -> None:
    assert len(of_the_table(printed)) == 3
    assert len(printed) == 4
    assert {round(width) for width, _ in printed} == {842}


def test_every_page_but_the_last_is_filled_below_its_middle(printed: Pages) -> None:
    """The lowest line lies below the middle of the text area, which is what the margins of the template leave."""
    for _, words in printed[:-1]:
        inside = [word for word in words if _TOP <= word.top < _HEIGHT - _BOTTOM]
        assert max(word.bottom for word in inside) > _TOP + (_HEIGHT - _TOP - _BOTTOM) / 2


def test_what_stands_beside_the_answers_stands_on_the_first_page_only(printed: Pages) -> None:
    """Only the headings are repeated."""
    for number, words in enumerate(of_the_table(printed)):
        refs = {word.text for word in words if word.left < 60}
        assert (refs & {"D1", "D2", "D3", "D4"} != set()) is (number == 0)


@pytest.mark.parametrize("variant", [Variant(agency=AGENCY), Variant(marked=True), Variant(area=Area.KENT)])
def test_other_copies_take_three_pages_too_and_the_marked_one_more_for_its_notes(
    variant: Variant, tmp_path: Path
) -> None:
    build(find_roots(ROOT), ["rag-checklist"], tmp_path, variant)
    data = (tmp_path / "rag-checklist.xlsx").read_bytes()
    printed = pages(tmp_path, data)
    assert len(of_the_table(printed)) == 3
    assert (len(printed) > 4) is variant.marked
    test_every_page_but_the_last_is_filled_below_its_middle(printed)
    assert out_of_place(printed, heights(Written(data))) == []


def test_no_text_is_smaller_than_12_points(printed: Pages) -> None:
    """The ref R1 is as wide as it is in Arial of 12 points, so nothing was shrunk; and no word is lower than it."""
    words = [word for _, page in printed for word in page]
    (ref,) = (word for word in words if word.text == "R1" and word.left < 60)
    assert ref.right - ref.left == pytest.approx(12 * (_R + _1), abs=0.1)
    assert len(words) > 500
    assert [word for word in words if word.bottom - word.top < ref.bottom - ref.top - 0.1] == []


def test_the_headings_stand_on_each_page_of_the_table(printed: Pages) -> None:
    for words in of_the_table(printed):
        assert tuple(word.text for word in heading(words)) == HEADINGS


def test_every_page_has_header_footer_and_number(printed: Pages) -> None:
    for number, (_, words) in enumerate(printed, 1):
        said = " ".join(word.text for word in words)
        assert "Confidential when completed: safeguarding record" in said
        assert "Form rag-checklist, version 2023.06-2" in said
        assert f"Page {number} of {len(printed)}" in said


def test_every_criterion_is_printed_once_and_on_one_page(printed: Pages) -> None:
    refs = [word.text for words in of_the_table(printed) for word in words if word.text in REFS and word.left < 60]
    assert refs == list(REFS)


def heights(data: Written) -> dict[str, float]:
    """The height of each criterion's row, in points, by its ref."""
    given = {int(row.get("r", "")): float(row.get("ht", "")) for row in data.sheet().iter(f"{S}row")}
    return {text: given[row_of(cell)] for cell, text in data.texts().items() if text in REFS}


def edges(words: tuple[Word, ...]) -> list[float]:
    """Where each column of a page begins: from the columns' widths in the file and two headings that stand at the left
    of theirs, for a program makes all columns a little narrower or wider."""
    widths = [float(each.get("width", "")) for each in checklist().sheet().iter(f"{S}col")]
    at = {word.text: word.left for word in heading(words)}
    scale = (at["Harmful"] - at["Healthy"]) / (widths[2] + widths[3])
    return [_LEFT + scale * sum(widths[:number]) for number in range(len(widths) + 1)]


def out_of_place(printed: Pages, given: dict[str, float]) -> list[Word]:
    """Words of the table that reach out of their column or row, or lie over others.

    A ref stands in the middle of its row, and the sheet says how high the row is.
    """
    found = []
    for words in of_the_table(printed):
        refs = [word for word in words if word.text in REFS and word.left < 60]
        middles = [((ref.top + ref.bottom) / 2, given[ref.text] / 2) for ref in refs]
        first, last = middles[0][0] - middles[0][1], middles[-1][0] + middles[-1][1]
        lefts = edges(words)
        inside = [word for word in words if first < (word.top + word.bottom) / 2 < last]
        for word in inside:
            middle, half = min(middles, key=lambda row: abs(row[0] - (word.top + word.bottom) / 2) - row[1])
            beyond = next((left for left in lefts if left > word.left + 1), 842.0)
            over = any(word is not other and _overlap(word, other) for other in inside)
            out = word.top < middle - half - _LEADING or word.bottom > middle + half + _LEADING
            if out or word.right > beyond or over:
                found.append(word)
    return found


def _overlap(one: Word, other: Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > _LEADING


def said(printed: Pages) -> Counter[str]:
    """How often each word is on the pages."""
    return Counter(word.text for _, words in printed for word in words)


def wanted() -> Counter[str]:
    """How often each word is in the cells."""
    return Counter(word for number in (1, 2) for text in checklist().texts(number).values() for word in text.split())


def test_no_text_is_cut_off(printed: Pages) -> None:
    assert out_of_place(printed, heights(checklist())) == []
    assert wanted() - said(printed) == Counter()


def test_a_row_that_is_too_low_would_be_found(tmp_path: Path) -> None:
    """The same checklist with its first criterion squeezed."""
    parts = dict(checklist().parts)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb'(<row r="11"[^>]*) ht="[^"]*"', rb'\1 ht="40" customHeight="1"', parts[name])
    squeezed = pages(tmp_path, zipped(parts))
    assert out_of_place(squeezed, heights(Written(zipped(parts)))) or wanted() - said(squeezed)
