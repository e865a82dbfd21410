"""Every document in every edition, printed by LibreOffice: full pages, not too many of them, nothing off the paper."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.documents.editions import DOCUMENTS, EXCEL, WORD, built, over
from tests.documents.pages import Page, fonts, pages, pdfs
from tests.documents.planted import planted
from tests.documents.wordfile import WordFile, text_of, value
from tests.documents.written import written
from tests.support.programs import convert_all

pytestmark = pytest.mark.slow

#: How many pages a document of a standard edition has at most.
MOST = {
    "risk-assessment": 4,
    "risk-assessment-guided": 7,
    "rag-checklist": 4,
    "quick-reference": 2,
    "handout-consent": 2,
    "handout-confidentiality": 2,
    "handout-stages": 2,
    "handout-harmful": 2,
    "handout-responding": 2,
    "handout-assessment": 2,
    "response-pathway": 11,
    "quiz": 4,
    "quiz-answers": 6,
    "facilitator-notes": 3,
    **{f"spot-the-gap-{number}": 5 for number in range(1, 5)},
    "spot-the-gap-key": 4,
}
_BOX = "\u2610"
#: The top and the bottom margin in points, and the words that a page's foot begins with.
Frame = tuple[float, float, str]


def of_word(data: bytes) -> Frame:
    """The margins of a Word document, and how its footer begins."""
    file = WordFile(data)
    margins = [int(value(file.body, "body/sectPr/pgMar", side) or "") / 20 for side in ("top", "bottom")]
    foot = next(text_of(root) for name, root in sorted(file.parts.items()) if name.startswith("word/footer"))
    return margins[0], margins[1], " ".join(foot.split()[:2])


def of_workbook(data: bytes) -> Frame:
    """The same of a workbook, whose sheets are alike."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    margins = sheet.page_margins
    return margins.top * 72, margins.bottom * 72, " ".join((sheet.oddFooter.left.text or "").split()[:2])


_FRAMES: Mapping[str, Callable[[bytes], Frame]] = {WORD: of_word, EXCEL: of_workbook}


def half_empty(found: tuple[Page, ...], frame: Frame) -> dict[int, str]:
    """The pages but the last on which the lowest line or rule lies above the middle, and how far down each goes."""
    top, margin, foot = frame
    empty = {}
    for number, page in enumerate(found[:-1], 1):
        feet = [line.top for line in page.lines if line.text.startswith(foot) and line.top > page.height / 2]
        bottom = min([page.height - margin, *feet])
        share = (page.lowest(top, bottom) - top) / (bottom - top)
        if share < 0.5:
            empty[number] = f"{share:.0%}"
    return empty


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Path]:
    """Every document as PDF; with several processes the folder above is shared by them."""
    own = tmp_path_factory.getbasetemp()
    return pdfs(own.parent if own.name.startswith("popen-") else own)


Printed = Mapping[tuple[str, str], Path]


@over("page-full", WORD, EXCEL, fast=False, standard=True)
def test_no_page_but_the_last_is_half_empty(edition: str, document: str, printed: Printed) -> None:
    frame = _FRAMES[DOCUMENTS.get(document, WORD)](built(edition)[document])
    found = pages(printed[edition, document])
    assert any(line.text.startswith(frame[2]) for line in found[0].lines), "the foot of the page is known"
    assert half_empty(found, frame) == {}


@over("page-limit", WORD, EXCEL, fast=False, standard=True)
def test_there_are_no_more_pages_than_agreed(edition: str, document: str, printed: Printed) -> None:
    assert document in MOST, "how many pages may it have?"
    many = len(pages(printed[edition, document]))
    assert many <= MOST[document]


@over("page-fonts", WORD, EXCEL, fast=False)
def test_fonts_are_embedded_and_stand_in_for_arial(edition: str, document: str, printed: Printed) -> None:
    """One font more may draw the boxes, where there are any."""
    pdf = printed[edition, document]
    found = fonts(pdf)
    assert all(found.values()), found
    others = {name.partition("-")[0] for name in found} - {"LiberationSans", "Arial", "ArialMT"}
    boxes = any(_BOX in line.text for page in pages(pdf) for line in page.lines)
    assert len(others) <= boxes, others
    assert len(others) < len(found)


@over("page-inside", WORD, EXCEL, fast=False)
def test_no_line_reaches_off_the_paper(edition: str, document: str, printed: Printed) -> None:
    off = [
        line
        for page in pages(printed[edition, document])
        for line in page.lines
        if line.left < 0 or line.top < 0 or line.right > page.width or line.bottom > page.height
    ]
    assert off == []


@over("page-whole", WORD, EXCEL, fast=False)
def test_all_that_is_written_is_on_paper(edition: str, document: str, printed: Printed) -> None:
    """Poppler leaves out what lies wholly off the page; so every word of the document is looked for on its pages."""
    said = Counter(_words(" ".join(line.text for page in pages(printed[edition, document]) for line in page.lines)))
    wanted = Counter(_words(written(built(edition)[document], DOCUMENTS.get(document, WORD))))
    assert sum(wanted.values()) > 100
    assert wanted - said == Counter()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_a_half_empty_page_would_be_found(tmp_path: Path) -> None:
    """A page break before the first question leaves the first page as far down as its notices reach."""
    heading = b'<w:pStyle w:val="Heading2"/>'
    source = tmp_path / "broken.docx"
    source.write_bytes(planted("handout-consent", "document", heading, heading + b"<w:pageBreakBefore/>"))
    pdf = convert_all([source], "pdf", tmp_path)[source]
    assert set(half_empty(pages(pdf), of_word(source.read_bytes()))) == {1}
