"""The pathway of the content: sound as it stands, and every mistake that can be made in it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from hsbdocs.content.guidance import load_guidance, read_guidance
from hsbdocs.content.locate import Roots
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import Guidance, Step, StepKind
from hsbdocs.pipeline.check import check
from tests.support.forms import ROOT
from tests.unit.content.planting import Copy

PATHWAY = "guidance/pathway.yaml"
WORDS = "documents/response-pathway.yaml"

#: What the prose names for a pathway, as it was read off sections 1 to 4 before there was one, step by step.
READ_OFF = (
    *("D70", "D36", "D49", "D51"),  # danger, immediate harm, an emergency
    *("D09", "D10", "D77", "D21", "D22", "P02", "D18"),  # the youngest
    *("D30", "D31", "D37", "D90", "D38", "P07", "D23"),  # exploitation, images, not sure
    *("D19", "D11", "D12", "D72", "D27", "D28", "D29"),  # the decision; no concerns
    *("D40", "D42", "D43", "D44"),  # problematic
    *("D20", "D33", "D34", "D35", "D61", "D62"),  # harmful
    *("D48", "P10", "D50", "P11", "D52", "D46", "D47"),  # significant harm; an offence
    *("D58", "D59", "D60", "D63", "D64", "D65", "D66"),  # assessments
    *("D16", "D95", "D17", "P04", "D24", "D74"),  # parents; review
)
#: What the prose leaves open, each by a word of its step's title.
SILENT = ("order", "front door", "police", "Kent", "feedback", "dissent", "closing", "whom to tell")


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return load_guidance(ROOT / "content")


def _paths(guidance: Guidance, start: str, passed: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path from a step to an end, or to the review for the second time."""
    step: Step = guidance.by_id[start]
    here = (*passed, start)
    if start in passed or not step.leads:
        yield here
        return
    for leads in step.leads:
        yield from _paths(guidance, leads.to, here)


def test_all_that_was_read_off_the_prose_is_in_it(guidance: Guidance) -> None:
    printed = {name for step in guidance.pathway for name in step.duties}
    assert [name for name in READ_OFF if name not in printed] == []


def test_the_documents_list_of_what_some_step_has_to_rest_on_misses_none() -> None:
    words = yaml.safe_load((ROOT / "content" / WORDS).read_text(encoding="utf-8"))["pathway"]
    assert {*words["holds"]} >= {*READ_OFF}


def test_where_the_prose_says_nothing_a_step_says_so(guidance: Guidance) -> None:
    gaps = " ".join(step.title for step in guidance.pathway if step.kind is StepKind.GAP)
    assert [word for word in SILENT if word not in gaps] == []


def test_danger_and_the_youngest_are_over_every_step_and_not_in_the_row(guidance: Guidance) -> None:
    band = [step for step in guidance.pathway if step.kind is StepKind.BAND]
    assert [step.shown for step in band] == [("D70",), ("D36",), ("D77",)]
    assert list(guidance.pathway[: len(band)]) == band
    assert {leads.to for step in guidance.pathway for leads in step.leads}.isdisjoint(step.id for step in band)


def test_every_path_comes_to_the_review_and_then_ends_or_goes_on_from_the_decision(guidance: Guidance) -> None:
    first = next(iter(guidance.step_numbers))
    paths = list(_paths(guidance, first))
    assert len(paths) > 100
    assert all("step-review" in path for path in paths)
    assert {path[-1] for path in paths} == {"step-afterwards", "step-decision"}
    assert {step for path in paths for step in path} == set(guidance.step_numbers)


def test_the_risk_of_significant_harm_is_asked_about_before_the_assessment(guidance: Guidance) -> None:
    """Whoever has such a concern does not wait for the tool: the quick reference says so too."""
    numbers = guidance.step_numbers
    for early in (
        "step-significant-harm",
        "step-exploitation",
        "step-trust",
        "step-images",
        "step-offence",
        "step-unsure",
    ):
        assert numbers[early] < numbers["step-decision"]


def test_an_answer_to_every_question_leads_on(guidance: Guidance) -> None:
    asked = {step.id: {leads.when for leads in step.leads} for step in guidance.pathway if step.title.endswith("?")}
    assert len(asked) == 6
    assert all(answers == {"yes", "no"} for answers in asked.values())
    decision = guidance.by_id["step-decision"]
    assert {leads.when for leads in decision.leads} == {"harmful", "no concerns", "problematic"}


# ---- Mistakes ----------------------------------------------------------------------------------

#: What is replaced, by what, the step that is told, the path in it, and what is said.
MISTAKES = {
    "a line to nowhere": ("{to: step-order}", "{to: step-odrer}", "step-assessment", "leads[0].to", "did you mean"),
    "a step that nothing leads to": (
        '    - {to: step-images-response, when: "yes"}\n', '    - {to: step-offence, when: "yes"}\n',
        "step-images-response", "", "no path leads here from step-start",
    ),
    "an end before the review": (
        "  row: 9\n  leads: [{to: step-parents}]\n  refs: [E038]\n- id: step-assessment",
        "  row: 9\n- id: step-assessment",
        "step-problematic-route", "", "a path ends here without having come to the review",
    ),
    "round without the review": (
        "{to: step-order}", "{to: step-harmful}", "step-harmful", "leads", "goes round without the review:",
    ),
    "no review": ("  review: true\n", "", "step-danger", "", "there is no step that every path comes to"),
    "a second review": (
        "  duties: [D46, D47, P15]\n", "  duties: [D46, D47, P15]\n  review: true\n",
        "step-review", "review", "step-offence-response is the review already",
    ),
    "a duty that there is not": (
        "duties: [D46, D47, P15]", "duties: [D46, D447]", "step-offence-response", "duties[1]", "not exist",
    ),
    "a contact for a duty": (
        "duties: [D46, D47, P15]", "duties: [D46, C05]", "step-offence-response", "duties[1]", "neither a duty",
    ),
    "a list that there is not": (
        "lists: [not-informing-parents]", "lists: [not-informing]", "step-parents", "lists[0]", "not exist",
    ),
    "a duty shown that is not its own": (
        "  shown: [D36]\n", "  shown: [D48]\n", "step-immediate-harm", "shown", "not among the duties",
    ),
    "something to do that rests on nothing": (
        "  duties: [D46, D47, P15]\n", "", "step-offence-response", "", "it is a gap",
    ),
    "a duty shown in a box": (
        "  duties: [D46, D47, P15]\n", "  duties: [D46, D47, P15]\n  shown: [D46]\n",
        "step-offence-response", "shown", "only what stands at any step",
    ),
    "two in one place": ("  column: 1\n  row: 9\n", "  row: 9\n", "step-order", "", "in the place of step-assess"),
    "no column at all": (
        "  row: 10\n  columns: 3\n", "  row: 10\n  columns: 0\n", "step-parents", "", "one column or more",
    ),
    "a must of ours": (
        "title: A criminal offence?", "title: You must ask about an offence", "step-offence", "title", "says 'must'",
    ),
    "an age of ours": (
        "title: Images, or behaviour online?", "title: Under 18, images?", "step-images", "title", "says '1'",
    ),
    "a condition with a force": (
        '{to: step-trust, when: "no"}', "{to: step-trust, when: not needed}",
        "step-exploitation", "leads[1].when", "says 'needed'",
    ),
    "an answer without words": (
        '{to: step-trust, when: "no"}', "{to: step-trust}", "step-exploitation", "leads[1]", "said in words",
    ),
    "an answer twice": (
        '{to: step-trust, when: "no"}', '{to: step-trust, when: "yes"}',
        "step-exploitation", "leads[1].when", "stands twice",
    ),
    "a question with one answer": (
        '    - {to: step-trust, when: "no"}\n', "", "step-exploitation", "leads", "two steps or more",
    ),
    "a gap with a duty shown": (
        "  duties: [P10]\n", "  duties: [P10]\n  shown: [P10]\n",
        "step-trust-route", "shown", "only what stands at any step",
    ),
    "what stands at any step leads on": (
        "  shown: [D70]\n", "  shown: [D70]\n  leads: [{to: step-start}]\n", "step-danger", "leads", "comes before all",
    ),
    "what stands at any step shows nothing": ("  shown: [D70]\n", "", "step-danger", "", "shows the words of one"),
    "a step that holds too and is none": (
        "too: [step-problematic]", "too: [step-x]", "step-harmful", "too[0]", "does not exist in pathway",
    ),
}  # fmt: skip


def _lines_of(copy: Copy, step: str) -> range:
    """The lines of the file that a step stands on."""
    texts = copy.text(PATHWAY).splitlines()
    first = texts.index(f"- id: {step}")
    after = (number for number, text in enumerate(texts) if number > first and text.startswith(("- id:", "# ")))
    return range(first + 1, next(after, len(texts)) + 1)


def _faults(copy: Copy) -> tuple[Fault, ...]:
    return read_guidance(copy.content).faults


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_line(name: str, tmp_path: Path) -> None:
    old, new, step, path, says = MISTAKES[name]
    copy = Copy(tmp_path)
    copy.replace(PATHWAY, old, new)
    found = [fault for fault in _faults(copy) if says in fault.problem]
    assert found, _faults(copy)
    assert found[0].file == f"content/{PATHWAY}"
    assert re.sub(r"^\[\d+\]\.?", "", found[0].path).startswith(path)
    assert found[0].code in (CheckCode.ENTRY, CheckCode.REFERENCE)
    assert found[0].line in _lines_of(copy, step)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    three = [MISTAKES[name] for name in ("a line to nowhere", "a must of ours", "a duty that there is not")]
    for old, new, *_ in three:
        copy.replace(PATHWAY, old, new)
    told = " ".join(fault.problem for fault in _faults(copy))
    assert all(says in told for *_, says in three)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (WORDS, "kind: word-pathway", "kind: word-handout", "does not print the pathway"),
        (WORDS, "  go_to: go to\n", '  go_to: ""\n', "is empty"),
        ("documents/quick-reference.yaml", "kind: word-handout", "kind: word-pathway", "needs the words around"),
        (PATHWAY, "duties: [D46, D47, P15]", "duties: [D46, P15]", "no step of the pathway rests on D47"),
        (PATHWAY, "title: A criminal offence?\n", "title: Acriminaloffencewithoutaspace?\n", "wider than its box"),
        (PATHWAY, "title: A criminal offence?\n", f"title: A {'criminal ' * 20}offence?\n",
         "points high, and a page has room"),
    ],
)  # fmt: skip
def test_words_around_it_that_are_wrong_are_told(file: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    found = check(Roots(copy.content, copy.templates, copy.content), date(2999, 12, 30))
    assert any(says in fault.problem for fault in found)


def test_it_says_nothing_in_words_of_the_source_that_are_forces(guidance: Guidance) -> None:
    """Read with another eye than the check: plain YAML, and the words of force by themselves."""
    steps = yaml.safe_load((ROOT / "content" / PATHWAY).read_text(encoding="utf-8"))
    for step in steps:
        words = re.findall(r"\w+", f"{step['title']} {step.get('text', '')}".lower())
        assert not {"must", "should", "always", "will", "may", "can", "need", "13", "16", "18"} & set(words), step["id"]
