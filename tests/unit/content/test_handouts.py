"""Training documents whose content is broken: each mistake is told with its file and line."""

from pathlib import Path

import pytest

from tests.unit.content.planting import Copy

QUICK = "documents/quick-reference.yaml"
FRAME = "handout.yaml"
STATE = "state.yaml"
FORM = "documents/risk-assessment.yaml"
GUIDED = "documents/risk-assessment-guided.yaml"
CHECKLIST = "documents/rag-checklist.yaml"

PLANTED = [
    # file, old, new, what the line says then, path, problem
    (QUICK, "shape: notice", "shape: notise", "shape: notise", "parts[0].shape", "did you mean notice?"),
    (QUICK, "    new_page: true\n", "    newpage: true\n", "newpage:", "parts[3].newpage", "did you mean new_page?"),
    (QUICK, "    heading: Whom to ring\n", "", "- shape: table\n    desc", "parts[1].heading", "the key"),
    (QUICK, "columns: [When, Kent, Medway]", "columns: [When]", "columns: [When]", "parts[1].columns", "2 or 3"),
    (
        QUICK,
        "          text: 13 to 15\n        - ids: [A08, A09, A10]\n",
        "          text: 13 to 15\n",
        "- - id: quick-reference.t07",
        "parts[2].rows[1]",
        "has 1 cells for 2 columns",
    ),
    (QUICK, "        - ids: [A11, A12, A02]\n", "        - ids: []\n", "- ids: []", "parts[2].rows[2][1]", "an empty"),
    (
        QUICK,
        "    ids: [D70, D36, D10, D77, D21, D51]\n",
        "    columns: [x]\n",
        "columns: [x]",
        "parts[0].columns",
        "only a table has this key",
    ),
    (QUICK, "- id: quick-reference.t07\n          text", "- text", "- text", "parts[2].rows[1][0].id", "a text has an"),
    (QUICK, "t07", "07", "id: quick-reference.07", "parts[2].rows[1][0].id", "is not an id here: quick-reference.t01"),
    (QUICK, "e.t07", "e.t06", "e.t06\n          text: 13", "parts[2].rows[1][0].id", "is taken already"),
    (QUICK, "- ids: [A08, ", "- id: quick-reference.t09\n          ids: [A08, ", "id: quick-reference.t09",
     "parts[2].rows[1][1].id", "only a text has one"),
    (QUICK, 'heading: "You must also: seven points"', 'text: "x"', "new_page: true", "parts[3].new_page",
     "needs a heading"),
    (QUICK, "kind: word-handout\n", "kind: word-handout\nform: risk-assessment\n", "form:", "form", "not from a form"),
    (CHECKLIST, "form: rag", "parts: [{shape: list, ids: [D36]}]\nform: rag", "parts:", "parts", "a form"),
    (FORM, "      - - {id: risk-assessment.t09, text: A child who lives elsewhere}\n",
     "      - - {ids: [D36]}\n        - {ids: [D36]}\n", "- - {ids: [D36]}", "parts[5].rows[0]", "a short line has"),
    (FORM, "  - shape: lines\n    editions: [kent]\n", "  - shape: lines\n    ids: [D36]\n    editions: [kent]\n",
     "ids: [D36]", "parts[3].ids", "not this key"),
    (FORM, "  - shape: lines\n    rows:\n",
     "  - shape: table\n    heading: x\n    description: x\n    columns: [x, y]\n    rows:\n", "shape: table",
     "parts[5].shape", "no table before"),
    (FORM, "  - shape: lines\n    rows:\n", "  - shape: lines\n    heading: x\n    new_page: true\n    rows:\n",
     "new_page:", "parts[5].new_page", "begins no page"),
    (GUIDED, "parts_of: risk-assessment\n", "parts_of: quick-reference\n", "parts_of:", "parts_of", "of another kind"),
    (GUIDED, "parts_of: risk-assessment\n", "parts_of: risk-asessment\n", "parts_of:", "parts_of", "does not exist"),
    (GUIDED, "parts_of: risk-assessment\n", "parts_of: rag-checklist\n", "parts_of:", "parts_of", "has no parts of"),
    (GUIDED, "parts_of: risk-assessment\n", "parts_of: risk-assessment\nparts: [{shape: list, ids: [D36]}]\n", "parts:",
     "parts", "has parts of its own"),
    (FRAME, '"{review}"', '"{reviewed}"', "review:", "review", "{reviewed} cannot be filled in here"),
    (FRAME, "{document}, content", "Content", "stamp:", "stamp", "does not say {document}"),
    (STATE, "No review recorded.", "{on}", "not_reviewed:", "not_reviewed", "{on} cannot be filled in here"),
    (STATE, "Stated review date: {review_due}. No", "No", "not_reviewed:", "not_reviewed", "does not say {review_due}"),
    (FRAME, "not_verified: \"† not verified\"", "not_verified: \"\"", "not_verified: \"\"", "not_verified", "is empty"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "path", "problem"), PLANTED, ids=[f"{p[4]}-{p[5][:20]}" for p in PLANTED]
)
def test_each_mistake_has_its_place(
    file: str, old: str, new: str, at: str, path: str, problem: str, tmp_path: Path
) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    told = [fault for fault in copy.faults() if fault.path == path and problem in fault.problem]
    assert len(told) == 1, copy.faults()
    assert told[0].file == f"content/{file}"
    assert told[0].line == copy.line_of(file, at)


def test_what_the_project_has_is_sound(tmp_path: Path) -> None:
    assert Copy(tmp_path).faults(compiled=True) == ()
