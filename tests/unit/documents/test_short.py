"""Words in short: where a document asks for them, with force, condition and marks as with the whole."""

from __future__ import annotations

import re

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.documents.handout import handout_view
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.wording import Wording
from hsbdocs.model.content import Document
from hsbdocs.model.guidance import Duty
from hsbdocs.model.handout import HandoutCell, HandoutPart, Shape
from hsbdocs.pipeline.kinds import ASKS
from hsbdocs.report.show import entry_report
from tests.support.forms import ROOT

CONTENT = load_content(ROOT / "content", ROOT / "templates", ASKS)
GUIDANCE = load_guidance(ROOT / "content")
SHORT = {name: entry for name, entry in GUIDANCE.by_id.items() if getattr(entry, "short", "")}


def _printer(wording: Wording | None = None) -> Printer:
    return Printer(GUIDANCE, CONTENT.handout, wording or Wording())


def test_some_entries_have_words_in_short() -> None:
    assert {"D23", "D43", "P07", "A12", "1.3.p01"} <= set(SHORT)


@pytest.mark.parametrize("name", SHORT)
def test_in_short_only_the_words_are_others(name: str) -> None:
    """The condition in bold, the section and every sign are those of the whole; the force stands before the words."""
    whole, short = _printer().line(name), _printer().line(name, short=True)
    entry = SHORT[name]
    assert (short.lead, short.marks) == (whole.lead, whole.marks)
    assert entry.short in short.text
    assert len(short.text) < len(whole.text)
    if isinstance(entry, Duty):
        assert short.text.partition(entry.short)[0] == whole.text.partition(entry.duty)[0]


@pytest.mark.parametrize("name", ["D10", "A02", "1.4.p07", "C06", "case-mia"])
def test_where_there_are_none_the_whole_is_printed(name: str) -> None:
    assert name not in SHORT
    assert _printer().line(name, short=True) == _printer().line(name)


def test_bare_duties_can_be_short_too() -> None:
    assert _printer().bare("D23", short=True).text == f"You must {SHORT['D23'].short}."


def test_a_part_or_a_cell_asks_for_it() -> None:
    cell = HandoutCell(ids=("D23",), bare=("D27",), short=True)
    parts = (
        HandoutPart(shape=Shape.LIST, ids=("D23",), short=True),
        HandoutPart(shape=Shape.LIST, ids=("D23",)),
        HandoutPart(shape=Shape.TABLE, heading="x", description="y", columns=("a", "b"), rows=((cell, cell),)),
    )
    document = Document(id="new", kind="word-handout", title="New", groups=(), template="new.docx", parts=parts)
    short, whole, table = handout_view(CONTENT, document, GUIDANCE).parts
    assert SHORT["D23"].short in short.items[0].text
    assert SHORT["D23"].duty in whole.items[0].text
    said = [line.text for line in table.two[0].rows[0].cells[0]]
    assert said == [f"You should {SHORT['D27'].short}.", f"must {SHORT['D23'].short}."]


def test_other_words_for_the_whole_take_ours_in_short_away() -> None:
    """Words that the owners gave are not told in ours: theirs are printed whole, or theirs in short."""
    other = _printer(Wording({"D23": "words of the owners"})).line("D23", short=True)
    assert other.text == "must words of the owners."
    both = Wording({"D23": "words of the owners", "D23#short": "theirs"})
    assert _printer(both).line("D23", short=True).text == "must theirs."
    assert _printer(both).line("D23").text == "must words of the owners."


@pytest.mark.parametrize("name", SHORT)
def test_show_says_it(name: str) -> None:
    said = re.sub(r"\s+", " ", " ".join(line.text for line in entry_report(GUIDANCE, name, {})))
    assert f"In short {SHORT[name].short}" in said
