"""Broken content of the checklist: columns, printed text, what a kind of document asks for, what Excel takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hsbdocs.pipeline.kinds import KINDS
from tests.unit.content.broken import Broken, Told, check, one
from tests.unit.content.planting import Copy

FORM = "forms/rag-checklist/form.yaml"
DETAILS = "forms/rag-checklist/details.yaml"
CRITERIA = "forms/rag-checklist/criteria.yaml"
WORD_ACTIONS = "forms/risk-assessment/actions.yaml"
WORD_DETAILS = "forms/risk-assessment/details.yaml"
CHECKLIST = "documents/rag-checklist.yaml"
GUIDED = "documents/risk-assessment-guided.yaml"

#: What the second criterion prints: its wording may change any day, in a new version.
HEALTHY = re.compile(r'(?<=    label: "Context of behaviour"\n    printed:\n)(      Healthy: ".*"\n)')
PRINTED = re.compile(r'(?<=    label: "Context of behaviour"\n)    printed:\n')
EVIDENCE = """      - id: criteria.context.evidence
        type: text
        column: Evidence
"""
LIST = "          - {code: harmful, label: Red – harmful, spellings: [red, harmful]}\n"
R8 = """        column: Rating
        title: "Parental relation: rating"
        personal: false
        hint: "Choose from the list. Where you do not know, leave it empty and write not known under Evidence."
        choices:
          - {code: healthy, label: Green – healthy, spellings: [green, healthy]}
          - {code: problematic, label: Amber – problematic, spellings: [amber, problematic]}
"""
OWN = "needs a column of its own, one of Healthy, Problematic, Harmful, Rating, Evidence"
NO_LAYOUT = "only the layout columns"

COLUMNS = {
    "no column": Broken(
        CRITERIA,
        EVIDENCE,
        EVIDENCE.replace("        column: Evidence\n", ""),
        (
            Told("      - id: criteria.context.evidence", OWN),
            Told(PRINTED, "columns Healthy, Problematic, Harmful, Evidence"),
        ),
    ),
    "a column that the table does not have": Broken(
        CRITERIA,
        EVIDENCE,
        EVIDENCE.replace("column: Evidence", "column: Evidnce"),
        (
            Told("        column: Evidnce", OWN),
            Told(PRINTED, "columns Healthy, Problematic, Harmful, Evidence"),
        ),
    ),
    "the column of the labels": Broken(
        CRITERIA,
        EVIDENCE,
        EVIDENCE.replace("column: Evidence", "column: Criterion"),
        (
            Told("        column: Criterion", OWN),
            Told(PRINTED, "columns Healthy, Problematic, Harmful, Evidence"),
        ),
    ),
    "two fields in one column": Broken(
        CRITERIA,
        EVIDENCE,
        EVIDENCE.replace("column: Evidence", "column:   Rating"),
        (
            Told('        column: Rating\n        title: "Context of behaviour: rating"', OWN),
            Told(PRINTED, "columns Healthy, Problematic, Harmful, Evidence"),
        ),
    ),
    "a field in a column that is printed": Broken(
        CRITERIA,
        EVIDENCE,
        EVIDENCE.replace("column: Evidence", "column: Harmful"),
        (Told(PRINTED, "columns Healthy, Problematic, Evidence"),),
    ),
    "nothing printed in a column": one(CRITERIA, HEALTHY, "", PRINTED, "Healthy, Problematic, Harmful"),
    "printed in a column that the table does not have": one(
        CRITERIA, HEALTHY, '      Helthy: "Open"\n', PRINTED, "Healthy, "
    ),
    "printed in another order": one(
        CRITERIA,
        re.compile(HEALTHY.pattern + r'(      Problematic: ".*"\n)'),
        r"\2\1",
        PRINTED,
        "Healthy, Problematic, Harmful",
    ),
    "printed in the column of an answer": one(
        CRITERIA,
        HEALTHY,
        r"\1" + '      Rating: "Green"\n',
        PRINTED,
        "Healthy, ",
    ),
    "a column where the layout has none": one(
        DETAILS,
        "        title: Organisation\n",
        "        title: Organisation\n        column: Answer\n",
        "      - id: checklist.organisation",
        NO_LAYOUT,
    ),
    "text printed where the layout has no columns": one(
        DETAILS,
        "    label: Organisation\n",
        "    label: Organisation\n    printed: {Answer: x}\n",
        "    printed: {Answer: x}",
        NO_LAYOUT,
    ),
    "text printed in the Word form": one(
        WORD_DETAILS,
        "    label: Gender\n",
        "    label: Gender\n    printed: {Answer: x}\n",
        "    printed: {Answer: x}",
        NO_LAYOUT,
    ),
}

MESSAGES = {
    "a column's name that is too long for a message": Broken(
        CRITERIA,
        "columns: [Ref, Criterion, Healthy, Problematic, Harmful, Rating, Evidence]",
        "columns: [Ref, Criterion, Healthy, Problematic, Harmful, Rating, Evidence that was seen or was heard of]",
        (),  # every row has it: see the test below
    ),
    "a hint that is too long": one(
        DETAILS, "hint: Your name and your role.", f"hint: {'x' * 256}", "      - id: checklist.practitioner", "255"
    ),
    "options that are too long together": Broken(
        CRITERIA,
        R8 + LIST,
        R8.replace("Green – healthy", "g" * 230) + LIST,
        (
            Told("      - id: criteria.parental_relation.rating", "over 255 characters together"),
            Told("      - id: criteria.parental_relation.rating", "over 64 characters"),
        ),
    ),
    "a comma in an option": one(
        CRITERIA,
        R8 + LIST,
        R8.replace("label: Green – healthy", 'label: "Green, healthy"') + LIST,
        "      - id: criteria.parental_relation.rating",
        "a comma or a quotation mark",
    ),
    "a quotation mark in an option": one(
        CRITERIA,
        R8 + LIST,
        R8.replace("label: Green – healthy", "label: 'Green \"healthy\"'") + LIST,
        "      - id: criteria.parental_relation.rating",
        "a comma or a quotation mark",
    ),
}

KIND = {
    "a checklist without a template": one(
        CHECKLIST, "template: rag-checklist.xlsx\n", "", "id:", "made from a template: name one"
    ),
    "a template that is not there": one(
        CHECKLIST, "rag-checklist.xlsx", "x.xlsx", "template:", "the template x.xlsx is not in templates/"
    ),
    "no template where one is needed": one(
        GUIDED, "template: risk-assessment-guided.docx\n", "", "id:", "made from a template: name one"
    ),
    "room in a section that is none": one(
        GUIDED, "roomy: [considerations]", "roomy: [outcome]", "roomy:", "has no section outcome; it has details"
    ),
    "a table in columns that is not the last": one(
        FORM,
        "sections: [details, criteria]",
        "sections: [criteria, details]",
        "sections:",
        "and then one of the layout columns",
    ),
    "a kind of another name": one(CHECKLIST, "kind: excel-form", "kind: excel", "kind:", "known: excel-form"),
    **{
        f"the caption {name}": one(FORM, f"\n  {name}: ", f"\n  {name}x: ", "captions:", f"the caption {name} is")
        for name in ("status", "review", "danger", "act_first", "end")
    },
    **{
        f"the checklist's own caption {name}": one(
            FORM, f"\n  {name}: ", f"\n  {name}x: ", "captions:", f"the caption {name} is"
        )
        for name in ("where", "judgement", "age", "notes")
    },
    "no heading between two tables of Word": one(
        WORD_ACTIONS, "heading: Actions\n", 'heading: ""\n', "heading:", "needs a heading"
    ),
}

ALL = {
    f"{group}: {name}": case
    for group, cases in {"columns": COLUMNS, "messages": MESSAGES, "kind": KIND}.items()
    for name, case in cases.items()
    if case.told
}


@pytest.mark.parametrize("case", ALL.values(), ids=ALL.keys())
def test_a_mistake_is_told_with_file_line_and_words(case: Broken, tmp_path: Path) -> None:
    check(case, Copy(tmp_path))


def test_a_column_s_name_is_told_at_every_answer_below_it(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    case = MESSAGES["a column's name that is too long for a message"]
    copy.replace(case.file, case.old, case.new)
    text = copy.text(CRITERIA).replace("column: Evidence", "column: Evidence that was seen or was heard of")
    copy.write(CRITERIA, text)

    told = [fault for fault in copy.faults() if "over 32 characters" in fault.problem]

    assert len(told) == 8


@pytest.mark.parametrize("length", [255, 256])
def test_a_hint_of_255_characters_is_taken(length: int, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(DETAILS, "hint: Your name and your role.", f"hint: {'x' * length}")
    assert any("hint" in fault.problem for fault in copy.faults()) is (length == 256)


def test_a_word_form_may_have_longer_hints(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(WORD_DETAILS, "{id: child.gender, type: text,", f"{{id: child.gender, type: text, hint: {'x' * 300},")
    assert not any("hint" in fault.problem for fault in copy.faults())


def test_the_checklist_needs_no_placeholders_and_the_word_form_does() -> None:
    assert (KINDS["excel-form"].asks.placeholders, KINDS["word-form"].asks.placeholders) == (False, True)


def test_every_kind_that_content_knows_can_be_made() -> None:
    suffixes = {
        **dict.fromkeys(("word-form", "word-handout", "word-pathway", "word-filled", "word-gap-key"), ".docx"),
        "excel-form": ".xlsx",
        "gift-quiz": ".txt",
        "slides": ".pptx",
    }
    assert {name: kind.suffix for name, kind in KINDS.items()} == suffixes
