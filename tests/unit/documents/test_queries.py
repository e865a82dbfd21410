"""A reader's copy and a marked one: what stands beside a statement in doubt, and at the end."""

from __future__ import annotations

import re

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.documents.handout import HandoutView, handout_view, printed_ids
from hsbdocs.documents.lines import Printer
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import HANDOUTS, ROOT
from tests.support.frozen import guidance_of_2023

MARKED = Variant(marked=True)
CONTENT = load_content(ROOT / "content", ROOT / "templates", ASKS)
BOTH = pytest.mark.parametrize("document", HANDOUTS)


def _view(document: str, variant: Variant) -> HandoutView:
    return handout_view(CONTENT, CONTENT.documents[document], guidance_of_2023(), variant=variant)


def _text(view: HandoutView) -> str:
    return f"{view.parts} {view.explained}"


@BOTH
def test_a_reader_sees_no_number_of_an_erratum(document: str) -> None:
    assert not re.search(r"\bE\d{3}\b", _text(_view(document, READER)))
    assert re.search(r"\bE\d{3}\?", _text(_view(document, MARKED)))


@BOTH
def test_both_copies_explain_the_same_errata(document: str) -> None:
    reader, marked = _view(document, READER), _view(document, MARKED)
    named = {name for name in printed_ids(CONTENT.documents[document], guidance_of_2023()) if re.match(r"E\d", name)}
    assert {line.lead.partition(" ")[0] for line in marked.explained if re.match(r"E\d{3} ", line.lead)} == named
    errata = [guidance_of_2023().by_id[name] for name in named]
    assert sorted(line.text for line in reader.explained) == sorted(each.brief or each.wrong for each in errata)


@BOTH
def test_a_reader_finds_them_by_section_in_the_order_of_the_guidance(document: str) -> None:
    sections = ["cover", *(section.number for section in guidance_of_2023().sections)]
    places = [sections.index(re.split("[ :]", line.lead)[0]) for line in _view(document, READER).explained]
    assert places == sorted(places)


def test_who_decides_sees_the_readings_and_every_option() -> None:
    erratum = guidance_of_2023().by_id["E035"]
    lines = [line.plain for line in _view("quick-reference", MARKED).explained]
    at = lines.index(f"E035 (3.1): {erratum.wrong}")
    assert lines[at + 1] == f"Until it is decided: {erratum.prints.text}"
    options = [f"Option {number}: {option}" for number, option in enumerate(erratum.options, 1)]
    assert lines[at + 2 : at + 2 + len(options)] == options


def test_one_sign_stands_for_all_that_is_in_doubt_of_a_statement() -> None:
    printer = Printer(guidance_of_2023(), CONTENT.handout)
    assert printer.line("D77").marks == " (4.3 Q1\u00a0?)"
    assert printer.line("D14").marks == " (1.5)"
    assert printer.line("C04.phone").marks == " (4.1)"
