"""The built forms as LibreOffice lays them out: the pages say what they must, and nothing is cut off."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.forms import DOCUMENTS, blank
from tests.support.programs import need, to_pdf
from tests.support.state import state

SHORT = {"risk-assessment": "Form without prompts", "risk-assessment-guided": "Form with prompts"}


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize(("document", "most"), [("risk-assessment", 4), ("risk-assessment-guided", 7)])
def test_the_pages(document: str, most: int, tmp_path: Path) -> None:
    """Every label, option and (in the guided form) prompt is on a page; header and footer are on each page."""
    need("pdftoppm")
    source = tmp_path / f"{document}.docx"
    source.write_bytes(blank(document))
    pdf = to_pdf(source, tmp_path)
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = said.split("\f")[:-1]
    assert len(pages) <= most
    for number, page in enumerate(pages, 1):
        words = _words(page)
        assert "Confidential when completed: safeguarding record" in words
        assert f"Form risk-assessment, version 2023.06-2. {SHORT[document]}" in words
        assert f"Page {number} of {len(pages)}" in words
    first = _words(pages[0])
    for notice in (
        state()[0],
        state()[1],
        SHORT[document],
        "If a child is in immediate danger, call 999.",
        "A child under 13, any case, must be referred to Children's Services and the police.",
        "Kent, working hours: no telephone number is in the guidance",
        "03000 419191",
        "01634 334 466",
        "A child who lives elsewhere:",
    ):
        assert notice in first
    assert first.index("call 999") < first.index("A child under 13, any case") < first.index("Kent, working hours")
    assert "learning.nspcc.org.uk" not in words  # the link has a title
    flowing = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    words = _words(flowing)
    for option in ("Normal/developmentally appropriate sexually active behaviour", "face to face", "virtual"):
        assert f"\u2610 {option}" in words
    assert words.count("\u2610") == 17
    guided = "Has there been a crime?" in words
    assert guided == (document == "risk-assessment-guided")
    for glyph in ("\ufffd", "{{", "}}", "{%"):
        assert glyph not in words


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_fonts_and_size_of_page(document: str, tmp_path: Path) -> None:
    """A4; Arial (or what stands in for it) and one font for the boxes."""
    need("pdftoppm")
    source = tmp_path / f"{document}.docx"
    source.write_bytes(blank(document))
    pdf = to_pdf(source, tmp_path)
    facts = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    assert "A4" in facts
    fonts = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    names = {line.split()[0].split("+")[-1].split("-")[0] for line in fonts}
    assert len([name for name in names if name.startswith(("Arial", "Liberation"))]) >= 1
    assert len(names) <= 3
