"""A reader's copy and a marked one: what stands beside a statement in doubt, and at the end."""

from __future__ import annotations

import re

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.documents.handout import HandoutView, handout_view
from hsbdocs.documents.lines import Printer
from hsbdocs.model.guidance import Area
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import HANDOUTS, ROOT
from tests.support.frozen import guidance_of_2023, with_cases

#: What stands beside the numbers of every sheet: Kent's Front Door and Medway's Single Point of Access, and that there
#: is no number in working hours.
DOORS = {"E079", "E080", "E110"}
#: What the sheets say in plain words: significant harm (can or should consult, and not explained), 999 alone, no route
#: for trust, images; and the lists of what the guidance leaves open, hand-typed from the handouts.
SAID = {
    "quick-reference": DOORS | {"E036", "E111", "E179", "E185", "E190"},
    "handout-consent": DOORS | {"E111", "E185"},
    "handout-confidentiality": DOORS | {"E111", "E192", "E193", "E194", "E139", "E205", "E034"},
    "handout-stages": DOORS | {"E111", "E031", "E030", "E177"},
    "handout-harmful": DOORS | {"E111", "E176", "E190"},
    "handout-responding": DOORS | {"E111", "E185", "E190"},
    "handout-assessment": DOORS | {"E111", "E186", "E187", "E199", "E200", "E202", "E063", "E065"},
}
#: Of these, what an area's edition leaves for its end: it speaks of its own way in and numbers alone.
NOT_SAID = {Area.KENT: {"E080"}, Area.MEDWAY: {"E079", "E110"}}
MARKED = Variant(marked=True)
CONTENT = load_content(ROOT / "content", ROOT / "templates", ASKS)
BOTH = pytest.mark.parametrize("document", HANDOUTS)


def _view(document: str, variant: Variant) -> HandoutView:
    return handout_view(CONTENT, CONTENT.documents[document], with_cases(), variant=variant)


def _text(view: HandoutView) -> str:
    return f"{view.parts} {view.explained}"


@BOTH
def test_a_reader_sees_no_number_of_an_erratum(document: str) -> None:
    assert not re.search(r"\bE\d{3}\b", _text(_view(document, READER)))
    assert re.search(r"\bE\d{3}\?", _text(_view(document, MARKED)))


@BOTH
@pytest.mark.parametrize("area", [None, Area.KENT, Area.MEDWAY])
def test_both_copies_explain_the_same_errata_but_those_that_the_readers_says_itself(
    document: str, area: Area | None
) -> None:
    reader, marked = _view(document, Variant(area=area)), _view(document, Variant(marked=True, area=area))
    in_full = {line.lead.partition(" ")[0] for line in marked.explained if re.match(r"E\d{3} ", line.lead)}
    said = SAID[document] - (NOT_SAID[area] if area and SAID[document] else set())
    errata = [guidance_of_2023().by_id[name] for name in in_full - said]
    sentences = [each.brief or each.wrong for each in errata]
    told = " ".join(line.text for line in reader.explained)
    assert sorted(len(each) for each in sentences)
    assert all(told.count(sentence) == 1 for sentence in sentences)
    assert len(told) == sum(map(len, sentences)) + len(sentences) - 1


@BOTH
def test_what_is_said_is_explained_nowhere_but_its_errata_are_open(document: str) -> None:
    told = " ".join(line.text for line in _view(document, READER).explained)
    for name in SAID[document]:
        assert guidance_of_2023().by_id[name].brief not in told


@BOTH
def test_no_line_of_a_table_has_a_sign_but_the_first_cell_of_its_row(document: str) -> None:
    for part in _view(document, READER).parts:
        for row in (row for table in (*part.two, *part.three) for row in table.rows):
            assert all("?" not in line.marks for cell in row.cells[1:] for line in cell)
            assert all(line.marks in ("", "\u00a0?") for line in row.cells[0])


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
