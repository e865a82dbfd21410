"""Slides that are wrong: each mistake is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.content.planting import Copy

FILE = "documents/slides.yaml"
PLANTED = [
    # old, new, path, problem
    ("    title: Before difficult content\n", "    title: What the guidance covers\n", "slides[3].title",
     "another slide has this title"),
    ("    title: Before difficult content\n", "    title: ' '\n", "slides[2].title", "needs a title"),
    ("      - id: slides.t23\n", "      - id: slides.t22\n", "slides[7].notes[1].id", "slides.t22 is taken already"),
    ("    alt: Each row is a case or an area and says which number to ring.\n", "", "slides[13]", "needs the key alt"),
    ("    columns: [If, Number]\n", "    columns: [If]\n", "slides[13].columns", "a table has 2 columns"),
    ("    steps: [step-assessment, step-afterwards]\n", "    steps: [step-assessment]\n", "slides[12].steps",
     "the first and the last step"),
    ("        - {numbers: below}\n", "        - {numbers: beneath}\n",
     "slides[13].rows[3][1].numbers", "no numbers of the name beneath"),
    ("      - {ids: [case-keira]}\n", "      - {short: true}\n", "slides[14].lines[0]", "says nothing"),
    ("    lines:\n      - {ids: [case-keira]}\n", "    lines: []\n", "slides[14].lines", "needs lines"),
    ("    frame: true\n    explained: true\n", "    explained: true\n", "slides[17]", "the last slide says"),
    ("    explained: true\n", "", "slides", "to say what is in doubt"),
    ("groups: [training]\n", "groups: [training]\nparts_of: quiz\n", "parts_of", "it has no parts_of"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "path", "problem"), PLANTED, ids=[p[3][:24] for p in PLANTED])
def test_each_mistake_has_its_place(old: str, new: str, path: str, problem: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(FILE, old, new)
    told = [fault for fault in copy.faults() if problem in fault.problem]
    assert len(told) == 1, copy.faults()
    assert told[0].file == f"content/{FILE}"
    assert told[0].path.startswith(path)


def test_too_few_slides_are_no_hour(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    text = copy.text(FILE)
    at = text.index("  - layout: Text\n    title: Stages")
    copy.write(FILE, text[:at] + text[text.index("  - layout: Text\n    title: Sources") :])
    assert "has 8 slides; 12 to 18 make an hour" in [fault.problem for fault in copy.faults()]


def test_only_a_document_that_is_shown_has_slides(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(FILE, "kind: slides\ntitle", "kind: word-handout\ntitle")
    assert "this kind of document has no slides" in [fault.problem for fault in copy.faults()]
