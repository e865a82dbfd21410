"""A form's first page: what each edition and each copy says of the guidance of 2023, typed here by hand."""

from __future__ import annotations

import json
from functools import cache

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.documents.front import Front, front
from hsbdocs.model.content import Content
from hsbdocs.model.guidance import Area
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import DOCUMENTS, ROOT
from tests.support.frozen import guidance_of_2023

KENT, MEDWAY = Variant(area=Area.KENT), Variant(area=Area.MEDWAY)
UNDER_13 = [
    "A child under 13, any case, must be referred to Children's Services and the police.",
    "A child is under 13: must refer to children's social services and the police. (4.3 Q1)",
    "Any case that involves a child under 13: should always refer it to the Local Authority Children's Services and to "
    "the police. (1.4)",
    "A child under 13 is believed to be in a penetrative sexual relationship or intimate sexual activity: should refer "
    "immediately to the Local Authority Children's Services and to the police. (2.2)",
]
IN_KENT = [
    "Kent, working hours: no telephone number is in the guidance; Kent Children's portal: web address missing in our "
    "copy of the guidance (4.1)",
    "Kent, out of hours: Out of Hours Services: 03000 419191 † not verified (4.1)",
]
IN_MEDWAY = [
    "Medway, working hours: Medway First Response: 01634 334 466 † not verified (4.1); Monday to Friday between 9am to "
    "5pm (4.1)",
    "Medway, out of hours: Out of hours: 03000 419 191 † not verified (4.1)",
]
ELSEWHERE = "A child who lives elsewhere: the children's services of the council where the child lives"
ALSO_MEDWAY = "A child who lives in Medway: Medway First Response: 01634 334 466 † not verified (4.1)"
ALSO_KENT = (
    "A child who lives in Kent: Kent Children's portal: web address missing in our copy of the guidance (4.1); "
    "Out of Hours Services: 03000 419191 † not verified (4.1)"
)
SIGN = "† not verified: nobody has recorded checking it. Make sure before you rely on it."


@cache
def _content() -> Content:
    return load_content(ROOT / "content", ROOT / "templates", ASKS)


def _front(variant: Variant, document: str = "risk-assessment") -> Front:
    return front(_content(), _content().documents[document], guidance_of_2023(), variant)


def _said(variant: Variant, document: str = "risk-assessment") -> list[str]:
    return [text.replace("\u00a0", " ") for text in _front(variant, document).texts]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(
    ("variant", "lines"),
    [
        (READER, [*IN_KENT, *IN_MEDWAY, ELSEWHERE]),
        (KENT, [*IN_KENT, ALSO_MEDWAY, ELSEWHERE]),
        (MEDWAY, [*IN_MEDWAY, ALSO_KENT, ELSEWHERE]),
    ],
    ids=["joint", "kent", "medway"],
)
def test_each_edition_says_whom_to_ring(variant: Variant, lines: list[str], document: str) -> None:
    assert _said(variant, document) == [*UNDER_13, *lines, SIGN]


def test_a_readers_copy_has_no_sign_of_doubt_and_a_marked_copy_has_numbers_readings_and_options() -> None:
    assert not [text for text in _said(READER) if "?" in text]
    marked = _front(Variant(marked=True))
    beside = " ".join(text for text in _said(Variant(marked=True)))
    for name in ("E033", "E034", "E078", "E079", "E080", "E110", "E111"):
        assert f"{name}?" in beside
        assert any(line.lead.startswith(f"{name} (") for line in marked.explained)
    leads = [line.lead for line in marked.explained]
    assert leads.count("Option 1: ") >= 7
    assert marked.queries


def test_the_first_page_has_at_most_half_the_words_of_instruction_of_the_first_release() -> None:
    names = {"danger", "act_first", "how", "pictures", "consult", "consult_whom", "use", "continuum", "continuum_link"}
    text = (ROOT / "content" / "releases" / "risk-assessment-2023.06-1.json").read_text(encoding="utf-8")
    first, today = json.loads(text)["captions"], _content().forms["risk-assessment"].captions
    before, now = (sum(len(captions[name].split()) for name in names) for captions in (first, today))
    assert before == 160
    assert now <= before / 2
