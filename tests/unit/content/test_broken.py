"""Broken content: each mistake is told with its file, its line and what is wrong, and nothing else is."""

from pathlib import Path

import pytest

from tests.unit.content.broken import Broken, Told, check
from tests.unit.content.broken import one as _one
from tests.unit.content.planting import Copy

FORM = "forms/risk-assessment/form.yaml"
DETAILS = "forms/risk-assessment/details.yaml"
OUTCOMES = "forms/risk-assessment/outcomes.yaml"
ACTIONS = "forms/risk-assessment/actions.yaml"
COMPLETION = "forms/risk-assessment/completion.yaml"
CONSIDERATIONS = "forms/risk-assessment/considerations.yaml"
Q01 = "forms/risk-assessment/considerations/q01.yaml"
Q02 = "forms/risk-assessment/considerations/q02.yaml"
GUIDED = "documents/risk-assessment-guided.yaml"
CHILD = "findings/child.yaml"
FILE = "findings/file.yaml"
AGE = "findings/age.yaml"
SIGN = "findings/sign.yaml"
FORM_FINDINGS = "findings/form.yaml"
POLICE = "names/police.yaml"
OPTION = "          - {code: virtual, label: virtual}\n"


KEYS = {
    "misspelt key": Broken(
        DETAILS,
        "    label: Gender\n",
        "    lable: Gender\n",
        (Told("lable:", "did you mean label"), Told("- key: D3", "label is missing")),
    ),
    "misspelt key in a field on one line": Broken(
        DETAILS,
        "{id: child.gender, type: text, title: Gender, personal: true",
        "{id: child.gender, type: text, title: Gender, persnal: true",
        (
            Told("persnal", "did you mean personal"),
            Told("{id: child.gender", "personal is missing"),
        ),
    ),
    "key missing at the top": _one(
        "house.yaml", "publisher:", "# publisher:", "handling_mark:", "publisher is missing"
    ),
    "key missing in a prompt": _one(
        Q01, '- id: q01.p02\n    source: "4.3 Q1"\n', "- id: q01.p02\n", "- id: q01.p02", "source is missing"
    ),
    "key missing in a finding": _one(
        CHILD,
        "  message: The name of the child or young person is blank.\n",
        "",
        "- code: CHILD-01",
        "message is missing",
    ),
    "key that stands twice": _one(
        DETAILS, "    label: Gender\n", "    label: Gender\n    label: Sex\n", "label: Sex", "twice"
    ),
    "key that stands twice in a file of its own": _one(Q02, 'ref: "2"\n', 'ref: "2"\nref: "3"\n', 'ref: "3"', "twice"),
}

TYPES = {
    "text where yes or no belongs": _one(
        DETAILS,
        'caption: "Age:"\n        personal: false',
        'caption: "Age:"\n        personal: perhaps',
        "personal: perhaps",
        "",
    ),
    "number where text belongs": _one(
        FORM, 'version: "2023.06-2"', "version: 2023.06", "version: 2023.06\n", "should be text"
    ),
    "date where text belongs": _one(
        "hsbdocs.yaml", "issued: June 2023", "issued: 2023-06-01", "issued:", "should be text"
    ),
    "date that is none": _one("hsbdocs.yaml", "issued: June 2023", "issued: 2023-13-45", "issued:", ""),
    "yes read by YAML as a truth value": _one(
        ACTIONS, 'columns: [Ref, Action Taken, "Yes"', "columns: [Ref, Action Taken, Yes", "columns:", "should be text"
    ),
    "text where a list belongs": _one(
        FORM,
        "documents: [risk-assessment, risk-assessment-guided]",
        "documents: risk-assessment",
        "documents:",
        "should be a list",
    ),
    "nothing where text belongs": _one("house.yaml", "language: en-GB", "language:", "language:", "should be text"),
    "a list where an entry belongs": _one(
        DETAILS,
        "      - {id: child.gender, type: text, title: Gender, personal: true, placeholder: Click or tap to write}",
        "      - [child.gender, text]",
        "- [child.gender, text]",
        "entry with keys",
    ),
    "unknown type of field": _one(
        DETAILS, "{id: child.gender, type: text,", "{id: child.gender, type: txt,", "type: txt", "did you mean text"
    ),
    "unknown layout": _one(
        DETAILS, "layout: label-answer", "layout: label-anser", "layout:", "did you mean label-answer"
    ),
    "unknown severity": _one(
        CHILD,
        "- code: CHILD-04\n  severity: warning",
        "- code: CHILD-04\n  severity: warnin",
        "severity: warnin\n",
        "warning",
    ),
}

SYNTAX = {
    "quotation mark not closed": _one(CONSIDERATIONS, '"No."', '"No.', "columns:", "the quotation mark"),
    "tab for indentation": _one(
        FORM, "captions:\n  status", "captions:\n\tstatus", "\tstatus", "use spaces, not a tab"
    ),
    "a colon too many": _one(
        OUTCOMES,
        "heading: Outcomes of",
        "heading: Outcomes: of",
        "heading: Outcomes: of",
        "put this text in quotation marks",
    ),
    "an anchor that is not there": _one(
        "house.yaml", "language: en-GB", "language: *english", "language:", "begins with *"
    ),
    "an object of a program": _one(
        "house.yaml", "language: en-GB", "language: !!python/name:os.system", "language:", "YAML"
    ),
    "a second document": _one("house.yaml", "language: en-GB", "---\nlanguage: en-GB", "---", "second document"),
    "a character that text cannot hold": _one(
        "house.yaml", "language: en-GB", "language: en\x07-GB", "language:", "U+0007"
    ),
    "a key that is a list": _one("house.yaml", "language: en-GB", "? [a, b]\n: en-GB", "? [a, b]", ""),
    "an entry that holds itself": _one("house.yaml", "language: en-GB", "language: &x [*x]", "language:", ""),
}

DOUBLES = {
    "field id": _one(
        DETAILS, "{id: child.gp, type", "{id: child.gender, type", "- key: D7", "child.gender stands twice"
    ),
    "field id in another file": _one(
        Q02, "id: considerations.q02", "id: child.name", "key: Q2", "child.name stands twice"
    ),
    "ref": _one(DETAILS, "    ref: D7\n", "    ref: D3\n", "- key: D7", "ref D3 stands twice"),
    "key": _one(DETAILS, "  - key: D7\n", "  - key: D3\n", "  - key: D3\n    ref: D7", "key D3 stands twice"),
    "label": _one(DETAILS, "    label: GP/Surgery\n", "    label: Gender\n", "- key: D7", "label Gender stands twice"),
    "prompt id": _one(Q02, "- id: q02.p01", "- id: q01.p01", "key: Q2", "q01.p01 stands twice"),
    "code of an option": _one(
        COMPLETION, "{code: face_to_face,", "{code: virtual,", "- id: completion.mode", "two options have the same code"
    ),
    "code of a finding": Broken(
        CHILD,
        "- code: CHILD-02\n",
        "- code: CHILD-01\n",
        (
            Told("- code: CHILD-01\n  severity: error\n  ring_today", "CHILD-01 has more than one entry"),
            Told("- code: CHILD-01\n  severity: error\n  ring_today", "CHILD-01 has more than one entry"),
        ),
    ),
}

FORMS = {
    "title over 64 characters": _one(
        DETAILS, "title: GP/Surgery,", f"title: {'G' * 65},", f"title: {'G' * 65}", "over 64 characters"
    ),
    "option over 64 characters": _one(
        COMPLETION, "label: face to face}", f"label: {'f' * 65}}}", "- id: completion.mode", "over 64 characters"
    ),
    "placeholder missing": _one(
        DETAILS,
        "title: GP/Surgery, personal: true, placeholder: Click or tap to write}",
        "title: GP/Surgery, personal: true}",
        "id: child.gp",
        "placeholder is missing",
    ),
    "placeholder empty": _one(
        DETAILS,
        "title: GP/Surgery, personal: true, placeholder: Click or tap to write}",
        'title: GP/Surgery, personal: true, placeholder: ""}',
        "id: child.gp",
        "placeholder is missing",
    ),
    "choice with one option": _one(COMPLETION, OPTION, "", "- id: completion.mode", "two options"),
    "options of a field that is no choice": _one(
        DETAILS,
        "{id: child.gp, type: text,",
        "{id: child.gp, type: text, choices: [{code: a, label: b}],",
        "id: child.gp",
        "only a field of the type choice",
    ),
    "no caption where a cell holds two fields": _one(
        DETAILS, '        caption: "Age:"\n', "", "- id: child.age", "caption"
    ),
    "yes and no in the wrong layout": Broken(
        ACTIONS,
        "layout: yes-no-details",
        "layout: label-answer",
        (),  # told once for each row: see the test below
    ),
    "details before yes and no": _one(
        ACTIONS,
        "{id: actions.other.answer, type: yes_no,",
        "{id: actions.other.answer, type: text, placeholder: x,",
        "    fields:\n      - {id: actions.other.answer",
        "yes_no",
    ),
    "row without fields": _one(
        DETAILS,
        "    fields:\n      - {id: child.gp, type: text, title: GP/Surgery, personal: true, "
        "placeholder: Click or tap to write}",
        "    fields: []",
        "fields: []",
        "no fields",
    ),
    "form without sections": _one(
        FORM,
        "sections: [details, considerations, outcomes, actions, completion]",
        "sections: []",
        "sections:",
        "no sections",
    ),
    "section without rows": _one(
        CONSIDERATIONS,
        "rows: [q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12]",
        "rows: []",
        "rows: []",
        "rows",
    ),
    "file of a row that is not there": _one(
        CONSIDERATIONS, "q11, q12]", "q11, q13]", "rows:", "considerations/q13.yaml"
    ),
    "file of a section that is not there": _one(FORM, "[details,", "[detials,", "sections:", "detials.yaml"),
    "caption missing": _one(FORM, "  danger: If", "  dangr: If", "captions:", "danger"),
    "caption empty": _one(
        FORM, "  danger: If a child is in immediate danger, call 999.", '  danger: ""', "captions:", "danger"
    ),
    "document that is not there": _one(
        FORM,
        "[risk-assessment, risk-assessment-guided]\nprompts_in",
        "[risk-assessment, risk-assessment-guided, leaflet]\nprompts_in",
        "documents:",
        "leaflet",
    ),
}

DOCUMENTS = {
    "form that is not there": _one(
        GUIDED, "form: risk-assessment\n", "form: risk-asessment\n", "form:", "risk-asessment"
    ),
    "form not named": _one(GUIDED, "form: risk-assessment\n", "", "id:", "form"),
    "template that is not there": _one(
        GUIDED, "template: risk-assessment-guided.docx", "template: guided.docx", "template:", "guided.docx"
    ),
    "unknown kind": _one(GUIDED, "kind: word-form", "kind: word-from", "kind:", "word-from"),
    "prompts that the form does not know of": _one(GUIDED, "prompts: true", "prompts: false", "prompts:", "prompts_in"),
    "id that the form does not know of": Broken(
        GUIDED,
        "id: risk-assessment-guided\n",
        "id: guided\n",
        (Told("form:", "does not name this document"), Told("prompts:", "prompts_in")),
    ),
    "id of another document": _one(
        GUIDED, "id: risk-assessment-guided\n", "id: risk-assessment\n", "id:", "risk-assessment"
    ),
}

FINDINGS = {
    "unknown code": _one(FILE, "- code: FILE-09\n", "- code: FILE-99\n", "- code: FILE-99", "FILE-99"),
    "unknown name in a sentence": _one(
        CHILD, "message: The name of the child", "message: The {nmae} of the child", "message: The {nmae}", "{nmae}"
    ),
    "unknown name in a hint": _one(
        CHILD,
        "hint: Ask the sender for it by your",
        "hint: Ask the {nmae} for it by your",
        "hint: Ask the {nmae}",
        "{nmae}",
    ),
    "name that this finding does not have": _one(
        FILE, "message: The file is damaged", "message: The {count} is damaged", "message: The {count}", "{count}"
    ),
    "brace that is not closed": _one(
        CHILD, "message: The name of the child", "message: The {name of the child", "message: The {name", "brace"
    ),
    "brace too many": _one(
        CHILD, "message: The name of the", "message: The name} of the", "message: The name}", "brace"
    ),
    "note missing": _one(
        CHILD,
        '  note: "Please look again at this row: it is blank."\n  source: ["4.4"]\n- code: CHILD-02\n',
        '  source: ["4.4"]\n- code: CHILD-02\n',
        "- code: CHILD-01",
        "note is missing",
    ),
    "note empty": _one(
        CHILD,
        "  note: Please look again at section 1.4, and at this row.\n",
        '  note: " "\n',
        '  note: " "',
        "is empty",
    ),
    "name missing": _one(CHILD, "  name: The name is blank\n", "", "- code: CHILD-01", "name is missing"),
    "name of a finding with a brace": _one(
        CHILD, "  name: The name is blank", "  name: The {label} is blank", "  name: The {label}", "{label}"
    ),
    "period in a note": _one(
        SIGN,
        'is a new assessment due?"',
        'is {period} over?"',
        'note: "Please look again at section 4.3: is {period}',
        "{period}",
    ),
    "period of a rule that has none": _one(
        SIGN, "message: The form is not signed.", "message: Not signed for {period}.", "message: Not signed", "{period}"
    ),
    "place in a note of a form": _one(
        FORM_FINDINGS,
        "note: Please check that the picture in the form",
        "note: Please check that the picture in {place}",
        "note: Please check that the picture in",
        "{place}",
    ),
    "period of no months": _one(SIGN, "  months: 12", "  months: 0", "  months: 0", "1 or more"),
    "graver case that is not graver": _one(
        CHILD, "    severity: error\n", "    severity: warning\n", "    severity: warning", "more serious"
    ),
    "slighter case that is not slighter": _one(
        "findings/form.yaml",
        "slight:\n    severity: advice",
        "slight:\n    severity: warning",
        "    severity: warning",
        "should be less serious",
    ),
    "graver case with an unknown name": _one(
        CHILD,
        "    message: >-\n      The form records an age and a date of birth that lie",
        "    message: >-\n      The form records {an} age and a date of birth that lie",
        "    message: >-\n      The form records {an}",
        "{an}",
    ),
    "off though nobody can turn it off": _one(
        AGE,
        "- code: AGE-05\n  severity: error\n",
        "- code: AGE-05\n  severity: error\n  off_because: Not decided.\n",
        "  off_because: Not decided.",
        "cannot be off",
    ),
    "misspelt source": _one(
        SIGN,
        "- code: SIGN-03\n  severity: error\n",
        "- code: SIGN-03\n  sorce: x\n  severity: error\n",
        "  sorce: x",
        "did you mean source",
    ),
    "no place in the source": _one(AGE, '  source: ["4.3 Q6"]', "  source: []", "  source: []", "names no source"),
}

NAMES = {
    "unknown list": Broken(POLICE, "id: police", "id: polce", (Told("id: polce", "did you mean police"),)),
    "list that stands twice": _one(POLICE, "id: police", "id: english", "id: english", "id of names/english.yaml"),
    "no use": Broken(
        POLICE,
        "\nuse: AGE-04",
        "\nuses: AGE-04",
        (Told("uses:", "did you mean use"), Told("id: police", "use is missing")),
    ),
    "a name of signs": _one(POLICE, "{name: VIT, source", '{name: "--", source', '  - {name: "--"', "without a letter"),
    "a name without its source": _one(
        POLICE, "{name: VIT, source: ordinary use}", "{name: VIT}", "{name: VIT}", "source is missing"
    ),
    "a month that is none": _one(
        "hsbdocs.yaml", "review_due: June 2026", "review_due: Summer 2026", "review_due:", "a month and a year"
    ),
    "a pack's id that is none": _one(
        "hsbdocs.yaml", "id: kent-medway", "id: Kent Medway", "id: Kent Medway", "is not of the form"
    ),
    "the frame of notes": Broken(
        "note.yaml",
        "closing: >-",
        "closng: >-",
        (Told("closng:", "did you mean closing"), Told("title:", "closing is missing")),
    ),
}

ALL = {
    f"{group}: {name}": case
    for group, cases in {
        "keys": KEYS,
        "types": TYPES,
        "syntax": SYNTAX,
        "doubles": DOUBLES,
        "form": FORMS,
        "document": DOCUMENTS,
        "finding": FINDINGS,
        "names": NAMES,
    }.items()
    for name, case in cases.items()
    if case.told
}


@pytest.mark.parametrize("case", ALL.values(), ids=ALL.keys())
def test_a_mistake_is_told_with_file_line_and_words(case: Broken, tmp_path: Path) -> None:
    check(case, Copy(tmp_path))


def test_the_copy_itself_has_no_fault(tmp_path: Path) -> None:
    assert Copy(tmp_path).faults(compiled=True) == ()


def test_a_whole_section_in_the_wrong_layout_is_told_for_each_row(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    case = FORMS["yes and no in the wrong layout"]
    copy.replace(case.file, case.old, case.new)

    told = {fault.line for fault in copy.faults() if "yes_no" in fault.problem}

    assert len(told) == 6
