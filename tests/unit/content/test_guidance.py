"""The guidance as content loads whole, and every mistake in it is named with its file, line and path."""

import re
from pathlib import Path

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.guidance import AgeOf, Bound, Force
from hsbdocs.pipeline.kinds import ASKS
from tests.unit.content.planting import ROOT, Copy, Text

CONSENT = "guidance/sections/1.4.yaml"


def _faults(copy: Copy) -> tuple[Fault, ...]:
    with pytest.raises(AuthorError) as raised:
        load_guidance(copy.content)
    return raised.value.faults


def _only(copy: Copy) -> Fault:
    (fault,) = _faults(copy)
    return fault


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_it_loads_with_the_forms_it_names() -> None:
    forms = load_content(ROOT / "content", ROOT / "templates", ASKS).forms
    guidance = load_guidance(ROOT / "content", forms)
    assert [section.number for section in guidance.sections][:6] == ["1", "1.1", "1.2", "1.3", "1.4", "1.5"]
    assert len(guidance.sections) == 30


def test_the_duties_for_a_child_under_13_are_those_of_section_1_4() -> None:
    guidance = load_guidance(ROOT / "content")
    refer = guidance.by_id["D10"]
    assert (refer.source, refer.force, refer.to) == (("1.4 L101",), Force.ALWAYS, ("childrens-services", "police"))
    assert "1.4.p11" in guidance.named_by["D10"]


def test_section_1_4_has_a_block_for_every_paragraph_of_the_source() -> None:
    (section,) = [s for s in load_guidance(ROOT / "content").sections if s.number == "1.4"]
    lines = [line for block in section.blocks for line in block.source]
    # Lines 76 to 113 that hold text, but for the heading (76) and footnote 1 (95); counted in the source by eye.
    assert lines == [78, 80, 82, 84, 86, 88, 90, 91, 93, 97, 99, 101, 103, 105, 107, 109, 111, 113]


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [
        (Bound(under=13), [0, 12], [13]),
        (Bound(start=13, to=15), [13, 15], [12, 16]),
        (Bound(over=16), [17], [16]),
        (Bound(of=AgeOf.ADULT, start=18), [18, 40], [17]),
    ],
)
def test_bounds_count_their_year_or_do_not(bound: Bound, inside: list[int], outside: list[int]) -> None:
    assert [bound.holds(age) for age in inside] == [True] * len(inside)
    assert [bound.holds(age) for age in outside] == [False] * len(outside)


PLANTED = [
    (
        "guidance/source.yaml",
        "cover_ends: 16",
        "cover_ends: 48",
        "cover_ends: 48",
        "cover_ends",
        "first section begins",
    ),
    ("guidance/source.yaml", 'prompts: "4.3"', 'prompts: "4.9"', 'prompts: "4.9"', "prompts", "no section 4.9"),
    ("guidance/source.yaml", "last_line: 619", "", "cover_ends", "", "the key last_line is missing"),
    # file, old, new, line of, path, problem
    (
        CONSENT,
        "refs: [A03, consent]",
        "refs: [A03, consnt]",
        "refs: [A03, consnt]",
        "blocks[0].refs[1]",
        "did you mean consent?",
    ),
    (
        CONSENT,
        'refs: [D07, fraser-guidelines, "1.6", E045]',
        "refs: [D07, 1.6]",
        "refs: [D07, 1.6]",
        "blocks[5].refs[1]",
        "put it in quotation marks",
    ),
    (
        CONSENT,
        "source: [111]",
        "source: [115]",
        "source: [115]",
        "blocks[15].source",
        "line 115 is not in section 1.4 (lines 76 to 114)",
    ),
    (
        CONSENT,
        "id: 1.4.p02",
        "id: 1.4.p01",
        "id: 1.4.p01\n    kind: paragraph\n    source: [80]",
        "blocks[1].id",
        "the id 1.4.p01 is taken already",
    ),
    (CONSENT, "id: 1.4.p02", "id: 1.5.p02", "id: 1.5.p02", "blocks[1].id", "'1.5.p02' is not an id here: 1.4.p01"),
    (
        CONSENT,
        "title: Young people aged 16-17",
        "owner: partnerships",
        "- id: 1.4.p14",
        "blocks[13].title",
        "a sub-heading needs its title",
    ),
    (
        CONSENT,
        "kind: item\n    list: consent-questions\n    source: [91]",
        "kind: item\n    source: [91]",
        "- id: 1.4.p08",
        "blocks[7].list",
        "an item names its list, and only an item does",
    ),
    (CONSENT, 'number: "1.4"', 'number: "1.44"', 'number: "1.44"', "number", "section 1.44 lies in 1.4.yaml"),
    (CONSENT, 'parent: "1"', 'parent: "2"', 'parent: "2"', "parent", "the parent of 1.4 is 1"),
    (
        "guidance/duties/1.yaml",
        "- id: D08\n  source: [1.4 L101]",
        "- id: D08\n  source: [1.4 L105]",
        "source: [1.4 L105]\n  force: should\n  trigger: an offence",
        "[7].source",
        "no block on line 105 names D08 in its refs",
    ),
    (
        "guidance/duties/1.yaml",
        "- id: D08\n  source: [1.4 L101]",
        "- id: D08\n  source: [line 101]",
        "source: [line 101]",
        "[7].source[0]",
        "is not of the form",
    ),
    (
        "guidance/duties/1.yaml",
        "- id: D08\n  source: [1.4 L101]\n  force: should",
        "- id: D08\n  source: [1.4 L101]\n  force: shoud",
        "force: shoud\n",
        "[7].force",
        "did you mean should?",
    ),
    (
        "guidance/duties/1.yaml",
        "to: [childrens-services, police]",
        "to: [childrens-services, polise]",
        "to: [childrens-services, polise]",
        "[9].to[1]",
        "polise does not exist in actors; did you mean police?",
    ),
    ("guidance/duties/1.yaml", "- id: D08", "- id: D07", "- id: D07\n  source: [1.4 L101]", "[7].id", "stands twice"),
    (
        "guidance/ages.yaml",
        "bounds: [{from: 16}]",
        "bounds: [{form: 16}]",
        "bounds: [{form: 16}]",
        "[2].bounds[0].form",
        "did you mean from?",
    ),
    (
        "guidance/ages.yaml",
        "bounds: [{from: 12}]",
        "bounds: [{from: 12, to: 11}]",
        "bounds: [{from: 12, to: 11}]",
        "[22].bounds[0]",
        "ends before it begins",
    ),
    (
        "guidance/contacts.yaml",
        re.compile(r'({id: C04.phone, .*value: )"(\d+)"'),
        r"\1\2",
        "{id: C04.phone",
        "[3].points[0].value",
        "put it in quotation marks",
    ),
    (
        "guidance/contacts.yaml",
        re.compile(r"({id: C13.url, .*), link: K\d\d"),
        r"\1",
        "{id: C13.url",
        "[12].points[0]",
        "has neither a value nor a link",
    ),
    (
        "guidance/laws.yaml",
        "- {id: S04,",
        '- {last_verified: {when: "2026-13-01", who: A, how: B}, id: S04,',
        '- {last_verified: {when: "2026-13-01"',
        "[3].last_verified",
        "2026-13-01 is not a day",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "path", "problem"), PLANTED)
def test_a_mistake_is_named_with_file_line_and_path(
    copy: Copy, file: str, old: Text, new: str, at: str, path: str, problem: str
) -> None:
    copy.replace(file, old, new)
    line = copy.line_of(file, at)
    found = [(f.file, f.line, f.path) for f in _faults(copy) if problem in f.problem]
    assert (f"content/{file}", line, path) in found


def test_every_mistake_of_every_file_is_reported_at_once(copy: Copy) -> None:
    copy.replace("guidance/ages.yaml", "bounds: [{from: 12}]", "bounds: [{from: twelve}]")
    copy.replace("guidance/duties/3.yaml", "hours: 40", 'hours: "40"')
    copy.write("guidance/owners.yaml", "partnerships: ours\n")
    assert {fault.file for fault in _faults(copy)} == {
        "content/guidance/ages.yaml",
        "content/guidance/duties/3.yaml",
        "content/guidance/owners.yaml",
    }


def test_a_block_that_names_a_row_of_a_form_names_one_that_is_there(copy: Copy) -> None:
    copy.replace(CONSENT, "    refs: [A12]", "    form: risk-assessment/Q13\n    refs: [A12]")
    forms = load_content(ROOT / "content", ROOT / "templates", ASKS).forms
    load_guidance(copy.content)  # without forms nothing can be said
    with pytest.raises(AuthorError, match=r"blocks\[15\]\.form: the form risk-assessment has no section or row Q13"):
        load_guidance(copy.content, forms)


def test_a_file_that_is_missing_is_named(copy: Copy) -> None:
    (copy.content / "guidance/actors.yaml").unlink()
    assert _only(copy).file == "content/guidance/actors.yaml"
