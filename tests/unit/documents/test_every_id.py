"""Every id of the guidance can be printed, with its name or words, or is of a kind that is listed here and why."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.documents.lines import NotPrintable, Printer
from hsbdocs.model.content import Content
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import ROOT

#: What documents do not print, by kind, and why.
NOT_PRINTED = {
    "SourceTable": "it is the shape of a table of the source: its rows are blocks",
    "Owner": "it is no statement of the guidance: it says whose words the source prints",
    "Erratum": "is settled, or of a class that nobody has to settle: take it out",
}
#: What an entry of each kind is known by: the field that its printed text holds.
HOLDS = {
    "Block": "text",
    "NumberedSection": "title",
    "Duty": "duty",
    "Permission": "option",
    "AgeRule": "rule",
    "Term": "meaning",
    "NamedList": "name",
    "Scale": "name",
    "Contact": "name",
    "Resource": "name",
    "Actor": "name",
    "Law": "name",
    "LocalDocument": "name",
    "Tool": "name",
    "Footnote": "text",
    "Missing": "about",
    "Vignette": "text",
    "QuizItem": "stem",
    "Step": "text",
    "Erratum": "brief",
}


@cache
def _content() -> Content:
    return load_content(ROOT / "content", ROOT / "templates", ASKS)


@cache
def _guidance() -> Guidance:
    return load_guidance(ROOT / "content", _content().forms)


def _printer(*, marked: bool = False) -> Printer:
    return Printer(_guidance(), _content().handout, variant=Variant(marked=marked), forms=_content().forms)


def _printed(name: str) -> str:
    return "\n".join(line.plain for line in _printer().lines(name)).replace("\u00a0", " ")


def _open(entry: Any) -> bool:
    return type(entry).__name__ == "Erratum" and entry.kind.value in "SF" and not _guidance().is_settled(entry)


def _words(entry: Any) -> list[str]:
    """What the printed text of an entry holds at least."""
    kind = type(entry).__name__
    if kind == "Point":
        return [entry.value] if entry.value else []
    if kind == "Link":
        return [entry.text or entry.about]
    own = getattr(entry, HOLDS[kind])
    parts = [*getattr(entry, "parts", ()), *getattr(entry, "points", ())] if kind in ("Block", "Scale") else []
    title = [entry.title] if kind == "Block" else []
    return [text for text in (own, *title, *parts, *getattr(entry, "questions", ())) if text]


def test_every_id_can_be_printed_or_is_of_a_kind_that_is_not() -> None:
    left_out: dict[str, set[str]] = {}
    printed = 0
    for name, entry in _guidance().by_id.items():
        try:
            text = _printed(name)
        except NotPrintable as error:
            assert not _open(entry), name
            said = str(error).removeprefix(f"{name} ").removeprefix("is not printed in documents: ")
            left_out.setdefault(type(entry).__name__, set()).add(said)
            continue
        printed += 1
        assert all(words in text for words in _words(entry)), name
    assert printed > 750
    assert left_out == {kind: {why} for kind, why in NOT_PRINTED.items()}


def test_no_line_is_empty_and_all_that_an_entry_holds_is_noted_as_printed() -> None:
    for name, entry in _guidance().by_id.items():
        if type(entry).__name__ in NOT_PRINTED:
            continue
        printer = _printer()
        first, *held = printer.lines(name)
        assert not first.item
        assert all(line.item for line in held), name
        assert all(line.plain.strip() for line in (first, *held)), name
        assert name in printer.used


@pytest.mark.parametrize("name", ["2.1.p04", "3.2.p06", "4.3.p10", "not-informing-parents", "ta-hsb-examples"])
def test_marks_of_what_an_entry_holds_are_not_lost(name: str) -> None:
    """Every open erratum of the entry, and of the items of a list, stands in a marked copy."""
    printer = _printer(marked=True)
    text = " ".join(line.plain for line in printer.lines(name))
    entries = [_guidance().by_id[each] for each in printer.used]
    wanted = {ref for entry in entries for ref in entry.refs if _open(_guidance().by_id.get(ref))}
    assert all(f"{each}?" in text for each in wanted)
    assert set(printer.queries.met) == wanted


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        # The words of the sub-heading (L99), of the scale (L440) and of the footnote (L235) are the source's.
        ("1.4.p10", ["Children under the age of 13 (1.4)"]),
        ("hackett-points",
         ["Hackett's continuum (2010): normal, inappropriate, problematic, abusive, violent. (4.3, 4.4 ?)"]),
        ("K04", ["Stop it Now helpline: web address missing in our copy of the guidance (1.5)"]),
        ("F5", ["Footnote 5: Davies, 2012 (3.1 ?)"]),
        ("kent-front-door", ["Kent Front Door Service (2.2 ?)"]),
        ("P15",
         ["A child is under 12, or their mental capacity is below that of 12 because of learning difficulties or "
          "disability: may result in a decision not to start criminal proceedings, because of lack of maturity, of "
          "the degree of understanding of the consequences, or of both. (3.8.1 ?)"]),
        ("P01",
         ["Young people, those under 13 included: have a right to advice in confidence, on contraception, condoms, "
          "pregnancy, abortion. (1.4 ?)"]),
        ("P23",
         ["You work in an education setting: can seek specific advice on responding to concerns, at any stage, "
          "from the Kent or Medway Education Safeguarding Services. (3.9 ?)"]),
        ("D14",
         ["A young person is assessed as competent to decide; except where a child protection concern requires the "
          "duty to be breached: must {duty}. (1.5)"]),
    ],
)  # fmt: skip
def test_an_entry_line_by_line(name: str, lines: list[str]) -> None:
    """A duty's own words are those of today: whoever makes them clearer breaks nothing."""
    own = getattr(_guidance().by_id[name], "duty", "")
    assert _printed(name).split("\n") == [line.replace("{duty}", own) for line in lines]


def test_a_stage_prints_each_behaviour_by_itself() -> None:
    """Lines 167 to 171 name four."""
    first, *held = _printer().lines("2.1.p04")
    assert first.lead == "Pre-adolescents from 10-12 years: "
    assert len(held) == 4


def test_a_row_that_the_form_says_is_printed_with_its_three_columns() -> None:
    first, *held = _printer().lines("3.2.p06")
    assert first.lead == "Context of behaviour: "
    assert [line.text.partition(":")[0] for line in held] == ["Healthy", "Problematic", "Harmful"]


def test_an_invented_case_says_so_before_anything_else() -> None:
    frame = msgspec.structs.replace(_content().handout, invented="Made up")
    first, *questions = Printer(_guidance(), frame).lines("case-keira")
    assert first.lead == "Made up: "
    assert "(" not in first.marks
    assert len(questions) == 3


def test_an_erratum_that_a_document_prints_needs_no_sign_and_a_settled_one_is_refused() -> None:
    printer = Printer(_guidance(), _content().handout, said=["E192"])
    assert printer.line("E192").marks == " (1.5)"
    assert "?" not in printer.line("D95").marks
    with pytest.raises(NotPrintable, match="take it out"):
        printer.line("E002")
