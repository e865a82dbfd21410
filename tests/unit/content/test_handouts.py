"""Training documents whose content is broken: each mistake is told with its file and line."""

import re
from pathlib import Path

import pytest

from tests.unit.content.planting import Copy

QUICK = "documents/quick-reference.yaml"
FRAME = "handout.yaml"
STATE = "state.yaml"
FORM = "documents/risk-assessment.yaml"
GUIDED = "documents/risk-assessment-guided.yaml"
CHECKLIST = "documents/rag-checklist.yaml"
STAGES = "documents/handout-stages.yaml"

PLANTED = [
    # file, old, new, what the line says then, path, problem
    (QUICK, "shape: list\n    heading: Before", "shape: lists\n    heading: Before", "shape: lists", "parts[5].shape",
     "did you mean list?"),
    (QUICK, "    heading: Before anybody is informed\n", "    newpage: true\n", "newpage:",
     "parts[5].newpage", "did you mean new_page?"),
    (QUICK, "    heading: Ring now; do not wait for the risk assessment\n", "", "- shape: table\n", "parts[0].heading",
     "the key"),
    (QUICK, "columns: [If, What to do]", "columns: [If]", "columns: [If]", "parts[0].columns", "2 or 3"),
    (QUICK, "columns: [If, What to do]",
     "columns: [If, {text: Says, editions: [joint, kent]}]", "columns: [If, {", "parts[0].columns", "not in: medway"),
    (QUICK, "        - bare: [D36, D49]\n          ids: [D51]\n          short: true\n", "",
     "- - id: quick-reference.t18", "parts[0].rows[3]", "has 1 cells for 2 columns"),
    (QUICK, "        - bare: [D36, D49]\n          ids: [D51]\n          short: true\n", "        - ids: []\n",
     "- ids: []", "parts[0].rows[3][1]", "an empty"),
    (QUICK, "    ids: [D50, D61]\n", "    columns: [x]\n", "columns: [x]", "parts[3].columns",
     "only a table has this key"),
    (QUICK, "- id: quick-reference.t18\n          text", "- text", "- text", "parts[0].rows[3][0].id", "a text has an"),
    (QUICK, "quick-reference.t18", "quick-reference.18", "id: quick-reference.18", "parts[0].rows[3][0].id",
     "is not an id here: quick-reference.t01"),
    (QUICK, "e.t18", "e.t17", "e.t17\n          text: Risk of imm", "parts[0].rows[3][0].id", "is taken already"),
    (QUICK, "- bare: [D36, ", "- id: quick-reference.t99\n          bare: [D36, ", "id: quick-reference.t99",
     "parts[0].rows[3][1].id", "only a text has one"),
    (QUICK, "heading: Before anybody is informed", "new_page: true", "new_page: true", "parts[5].new_page",
     "needs a heading"),
    (QUICK, "    numbers: below\n", "    numbers: above\n", "numbers: above", "parts[2].numbers",
     "no numbers of the name"),
    (QUICK, "    numbers: below\n", "    ids: [D70]\n", "name: below", "numbers[4].name",
     "nothing prints the numbers below"),
    (QUICK, "name: below", "name: emergency", "name: emergency\n    lines:\n      - id", "numbers[4].name", "is taken"),
    (QUICK, re.compile(r"\{id: quick-reference\.t10, [^}]*\}"),
     "{says: [E110]}", "- {says: [E110]}", "numbers[4].lines[0].numbers[0]", "says nothing"),
    (QUICK, "    ids: [D69]\n", "    ids: [D69]\n    says: [E110]\n", "says: [E110]\n    editions",
     "parts[4].says", "needs a text that says them"),
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
    (STAGES, "numbers_of: quick-reference\n", "numbers_of: quick-referense\n", "numbers_of:", "numbers_of",
     "does not exist"),
    (STAGES, "numbers_of: quick-reference\n", "numbers_of: handout-consent\n", "numbers_of:", "numbers_of",
     "has no numbers of its own"),
    (STAGES, "numbers_of: quick-reference\n", "numbers_of: rag-checklist\n", "numbers_of:", "numbers_of",
     "has no numbers of its own"),
    (STAGES, "numbers_of: quick-reference\n", "numbers_of: quick-reference\nnumbers: [{name: lead, lines: []}]\n",
     "numbers: [{", "numbers", "has numbers of its own"),
    (STAGES, "    numbers: childrens-services\n", "    numbers: childrens-service\n", "numbers: childrens",
     "parts[8].numbers", "no numbers of the name childrens-service"),
    (FRAME, "invented: Invented case, no real child", "invented: ''", "invented:", "invented", "is empty"),
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
