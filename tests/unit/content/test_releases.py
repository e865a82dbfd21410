"""The frozen releases: not one byte may change, and they are the form as the contract and the guidance have it."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hsbdocs.content.load import load_content
from hsbdocs.pipeline.kinds import ASKS
from tests.unit.content import printed
from tests.unit.content.planting import ROOT

RELEASES = ROOT / "content" / "releases"
OURS, PUBLISHED = "risk-assessment-2023.06-1.json", "risk-assessment-2023.06.json"
CHECKLIST = "rag-checklist-2023.06-1.json"
GUIDANCE = "guidance-2023.06-1.json"

#: A release is never changed. A new one that is to stay gets a line here when it is published.
FROZEN = {
    GUIDANCE: "84ccb12ce5fb828256812b718f6a07972ee4398c8cb2f399550f2a278b1ce11b",
    CHECKLIST: "aa12d6ea011670c1e34904248cd46dfe2372bdf4582997f563b2c507aef94638",
    OURS: "1621c023eb7b3310ebb63d9ba716528ab8d990706980adbccb2cf9554639a9e7",
    PUBLISHED: "e4d2078b534c8bf1bf8cb99ac94b4e0a1f6bb4fd5ce5359550f7559bb078c9b5",
    "rag-checklist-2023.06-2.json": "72bc631f7f96ebc7e38e9f21588de3976592c7d5df805a05a7f2d3624576f1cb",
    "risk-assessment-2023.06-2.json": "720cdc00b2217fe1129d668b5b6731fb0cc830866edb650b8d8ea72dfae2f78e",
    "rag-checklist-addendum-2023.06-1.json": "2a22b97186401890626ca554a600818aede27c2a061051e5fe2f87ca4182ad91",
    "risk-assessment-addendum-2023.06-1.json": "519e411c40757493cfdff270894209d1785f87a013b4c39c935598825985141c",
}

BOTH = pytest.mark.parametrize("name", [OURS, PUBLISHED])


@cache
def _release(name: str) -> Any:
    return json.loads((RELEASES / name).read_text(encoding="utf-8"))


def _rows(name: str) -> list[Any]:
    return [row for section in _release(name)["sections"] for row in section["rows"]]


def _fields(name: str) -> list[Any]:
    return [field for row in _rows(name) for field in row["fields"]]


def test_no_release_was_changed_or_taken_away() -> None:
    found = {name: hashlib.sha256((RELEASES / name).read_bytes()).hexdigest() for name in FROZEN}

    assert found == FROZEN


def test_a_release_that_has_no_line_yet_is_the_newest_of_its_form() -> None:
    forms = load_content(ROOT / "content", ROOT / "templates", ASKS).forms.values()

    assert {path.name for path in RELEASES.iterdir()} <= FROZEN.keys() | {f"{f.id}-{f.version}.json" for f in forms}


@BOTH
def test_a_release_says_which_form_and_version_it_is(name: str) -> None:
    release = _release(name)

    assert f"{release['id']}-{release['version']}.json" == name
    assert release["source"] == "4.4"
    assert release["title"] == "Kent and Medway Risk Assessment Tool for Sexually Active Young People"


def test_only_our_own_form_carries_a_stamp_and_refs() -> None:
    assert _release(PUBLISHED)["stamped"] is False
    assert _release(OURS).get("stamped", True) is True
    assert [row.get("ref") for row in _rows(PUBLISHED)] == [None] * 38
    assert [row["ref"] for row in _rows(OURS)] == printed.refs()


@BOTH
def test_the_38_rows_have_the_45_ids_of_the_contract_in_order(name: str) -> None:
    found = [[field["id"] for field in row["fields"]] for row in _rows(name)]

    assert found == printed.ids()
    assert len(found) == 38
    assert len(_fields(name)) == 45


@BOTH
def test_types_and_choices_are_those_of_the_contract(name: str) -> None:
    assert {field["id"]: field["type"] for field in _fields(name) if field["type"] != "text"} == printed.TYPES
    found = {
        field["id"]: {choice["code"]: choice["label"] for choice in field["choices"]}
        for field in _fields(name)
        if field.get("choices")
    }
    assert found == printed.CHOICES


@BOTH
def test_labels_are_as_printed(name: str) -> None:
    assert [row["label"] for row in _rows(name)] == printed.labels(numbered=name == PUBLISHED)


@BOTH
def test_what_may_identify_somebody_is_marked(name: str) -> None:
    open_fields = {field["id"] for field in _fields(name) if field["personal"] is not True}

    assert open_fields == set(printed.TYPES) - {"child.date_of_birth", "child.nhs_number"}
    assert not [field["id"] for field in _fields(name) if field["type"] == "text" and field["personal"] is not True]


@BOTH
def test_only_the_two_signatures_are_signatures(name: str) -> None:
    assert [field["id"] for field in _fields(name) if field.get("signature")] == [
        "completion.signature",
        "completion.child_signature",
    ]


@BOTH
def test_outcomes_carry_their_answer_in_the_label_cell(name: str) -> None:
    layouts = [(section["id"], section["layout"]) for section in _release(name)["sections"]]

    assert layouts == [
        ("details", "label-answer"),
        ("considerations", "label-answer"),
        ("outcomes", "one-cell"),
        ("actions", "yes-no-details"),
        ("completion", "label-answer"),
    ]


def test_the_44_prompts_are_there_each_with_its_source() -> None:
    questions = [row for row in _rows(OURS) if row["fields"][0]["id"].startswith("considerations.")]
    prompts = [row.get("prompts", []) for row in questions]

    assert [len(of_row) for of_row in prompts] == [2, 2, 10, 5, 3, 4, 4, 2, 2, 2, 6, 2]
    for number, of_row in enumerate(prompts, 1):
        assert {prompt["source"] for prompt in of_row} == {f"4.3 Q{number}"}
        assert all(len(prompt["text"].strip()) > 10 for prompt in of_row)
    ids = [prompt["id"] for of_row in prompts for prompt in of_row]
    assert len(set(ids)) == 44
    assert sum(len(row.get("prompts", [])) for row in _rows(OURS)) == 44
    assert not any(row.get("prompts") for row in _rows(PUBLISHED))


def test_our_form_says_on_its_face_what_it_must() -> None:
    captions = _release(OURS)["captions"]

    assert captions["status"].startswith("Sample wording, not approved for issue")
    assert captions["review"] == "Stated review date: June 2026. No review recorded."
    assert "999" in captions["danger"]
    assert "referral" in captions["act_first"]


def test_every_written_field_of_our_form_has_a_placeholder_and_a_title_that_fits() -> None:
    for field in _fields(OURS):
        assert 0 < len(field["title"]) <= 64
        if field["type"] not in ("choice", "yes_no"):
            assert field["placeholder"]


# ---- Against the guidance itself ---------------------------------------------------------------


def _source() -> str:
    path = ROOT.parent / "shared" / "source" / "guidance-2023-06.txt"
    if not path.is_file():
        pytest.skip("the guidance's text (../shared/source/guidance-2023-06.txt) does not lie beside the project")
    text = path.read_text(encoding="utf-8")
    start = text.rindex("4.4. Kent and Medway Risk Tool for Sexually Active Young People Template")
    return text[start : text.index("5. Further resources", start)]


def _printed_labels() -> list[str]:
    """First cells of the tables of part 4.4, table headings apart."""
    lines = [line.split("\t")[0].split("<ul")[0].strip() for line in _tables().splitlines()]
    headings = ("Consideration for assessment", "Action Taken", "Child/Young Persons Details",
                "Considerations for Assessment", "Outcomes of Risk Assessment")  # fmt: skip
    return [line for line in lines if line and line not in headings]


def _tables() -> str:
    source = _source()
    return source[source.index("Child/Young Persons Details") :]


def test_the_hand_typed_labels_are_those_of_the_guidance() -> None:
    assert _printed_labels() == printed.labels(numbered=True)


@BOTH
def test_the_released_labels_are_those_of_the_guidance(name: str) -> None:
    expected = _printed_labels()
    if name == OURS:
        expected = [re.sub(r"^\d+\. ", "", label) for label in expected]

    assert [row["label"] for row in _rows(name)] == expected


def test_the_options_are_those_of_the_guidance() -> None:
    line = next(line for line in _tables().splitlines() if line.startswith("Consider to be"))

    assert re.findall(r"• ([^•<]+?)\s*(?=•|<|$)", line) == list(printed.CHOICES["outcome.category"].values())


def test_the_guidance_is_where_this_test_looks_for_it() -> None:
    """The tests above skip without it; where the folder is there, the file must be."""
    shared: Path = ROOT.parent / "shared"
    if not shared.is_dir():
        pytest.skip("../shared does not lie beside the project")
    assert (shared / "source" / "guidance-2023-06.txt").is_file()


@pytest.mark.parametrize("base", ["risk-assessment", "rag-checklist"])
def test_an_addendum_has_the_refs_and_labels_of_its_form_and_a_text_for_each(base: str) -> None:
    addendum = _release(f"{base}-addendum-2023.06-1.json")
    *rows, whole = addendum["sections"][0]["rows"]
    assert whole["key"] == "W1"
    of_form = _rows(f"{base}-2023.06-2.json")
    assert [(row["key"], row["ref"], row["label"]) for row in rows] == [
        (row["key"], row["ref"], row["label"]) for row in of_form
    ]
    assert {field["type"] for row in rows for field in row["fields"]} == {"text"}
    assert {each["id"] for each in addendum["adds_to"]} == {base}
