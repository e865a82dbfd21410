"""Copies for training whose content is broken: each mistake is told with its file and path."""

from pathlib import Path

import pytest

from tests.unit.content.planting import Copy

FORM = "documents/spot-the-gap-1.yaml"
KEY = "documents/spot-the-gap-key.yaml"
STAGES = "documents/handout-stages.yaml"

PLANTED = [
    # file, old, new, path, problem
    (FORM, "kind: word-filled", "kind: word-handout\ntemplate: handout.docx", "filled", "is filled in by nobody"),
    (FORM, 'short: "Training copy: not about a real child"', 'short: "Training"', "short", "does not say"),
    (FORM, "copy_of: risk-assessment", "copy_of: risk-asessment", "copy_of", "is none of a form"),
    (FORM, "copy_of: risk-assessment", "copy_of: handout-stages", "copy_of", "is none of a form"),
    (FORM, "  child.name:", "  child.nmae:", "filled.child.nmae", "has no field child.nmae"),
    (FORM, '  outcome.category: "problematic"', '  outcome.category: "bad"', "filled.outcome.category",
     "is not one of"),
    (FORM, '  actions.referral.answer: "no"', '  actions.referral.answer: "none"', "filled.actions.referral.answer",
     "is not one of yes, no"),
    (KEY, 'day: "2026-05-15"', 'day: "15 June"', "found.day", "is no day"),
    (KEY, "t11: spot-the-gap-1", "t99: spot-the-gap-1", "found.parts.spot-the-gap-key.t99", "no part has a text"),
    (KEY, "t11: spot-the-gap-1", "t11: handout-stages", "found.parts.spot-the-gap-key.t11", "no form that is filled"),
    (STAGES, "numbers_of: quick", "found: {day: '2026-05-15', nothing: x, parts: {}}\nnumbers_of: quick", "found",
     "prints nothing that is found"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "path", "problem"), PLANTED)
def test_a_mistake_is_told_where_it_stands(
    file: str, old: str, new: str, path: str, problem: str, tmp_path: Path
) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    found = [fault for fault in copy.faults() if fault.path == path]
    assert found, copy.faults()
    assert found[0].file.endswith(file)
    assert any(problem in fault.problem for fault in found)
