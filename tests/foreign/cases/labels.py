"""Labels that look other than printed and are the same to a reader."""

import re
from collections.abc import Iterator

from tests.foreign import mangle_package, mangle_runs
from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS, Typed
from tests.foreign.package import to_docx
from tests.foreign.published import LABELS, OPTIONS, Form, consider, option, published
from tests.foreign.word import NUMBER, Piece, blocks, p, run

_NUMBER = re.compile(r"^\d+\. ")


def _relabelled(typed: Typed, labels: dict[str, Piece], *, introduction: bool = True) -> Form:
    form = published(typed, introduction=introduction)
    for key, label in labels.items():
        form.label(key, label)
    return form


def _questions() -> list[tuple[str, int, str]]:
    return [(f"Q{n}", n, _NUMBER.sub("", LABELS[f"Q{n}"])) for n in range(1, 13)]


def cases() -> Iterator[Case]:
    yield case(
        "label-childs",
        _relabelled(
            SOCIAL,
            {
                "D1": "Name of Child/Young person",
                "Q7": "7. What is the child's/young person's living circumstances and background?",
                "A1": "If you have concerns, have they been discussed with the child/ young person?",
                "A5": "A copy of this risk assessment has been uploaded/saved in the child's/young persons record.",
                "C7": "Signature of child/young person's",
            },
        ),
        expect("child's, person's and persons: apostrophes come and go.", SOCIAL_ANSWERS),
    )
    yield case(
        "label-child",
        _relabelled(SCHOOL, {"Q7": "7. What is the child/young person living circumstances and background?"}),
        expect("child/young person for child/young persons.", SCHOOL_ANSWERS),
    )
    yield case(
        "label-curly-quotes",
        _relabelled(
            GP,
            {
                "Q9": "9. Are there indicators of self\u2011harm or wider mental health concerns for the young person?",
                "Q7": "7. What is the child/young person’s living circumstances and background?",
                "A5": "A copy of this risk assessment has been uploaded/saved in the child/young person’s record.",
            },
        ),
        expect("Curly apostrophes and a hyphen that does not break.", GP_ANSWERS),
    )
    yield case(
        "label-spaces",
        _relabelled(
            POLICE,
            {
                "D1": "Name  of Child / Young Person ",
                "D2": "DOB / Age",
                "D7": "GP / Surgery",
                "D8": "Address\u00a0(if known)",
                "D10": "Employed / unemployed / In education",
                "D11": "School/ College  (If relevant)",
                "Q1": "1.\u00a0What is the age of the child/young person?",
                "Q2": "2.Is the child/young person  sexually active or likely to be soon?",
                "A4": "Are you making a referral?  (See local pathways guidance)\u00a0If so, where? ",
                "C4": "Designation / role",
                "C6": "  Date",
            },
        ),
        expect("Double spaces, spaces that do not break, spaces around strokes and at the edges.", POLICE_ANSWERS),
    )
    yield case(
        "label-dob-dots",
        _relabelled(SOCIAL, {"D2": "D.O.B./Age"}),
        expect("D.O.B. with dots.", SOCIAL_ANSWERS),
    )
    automatic = {key: p(text, layout=NUMBER, style="ListParagraph") for key, _, text in _questions()}
    yield case(
        "label-numbers-automatic",
        _relabelled(SCHOOL, {**automatic}),
        expect("The numbers of the questions are Word's automatic numbering, not typed.", SCHOOL_ANSWERS),
    )
    yield case(
        "label-numbers-none",
        _relabelled(GP, {key: text for key, _, text in _questions()}),
        expect("No numbers before the questions at all.", GP_ANSWERS),
    )
    yield case(
        "label-numbers-brackets",
        _relabelled(POLICE, {key: f"{number}) {text}" for key, number, text in _questions()}),
        expect("Numbers with a bracket.", POLICE_ANSWERS),
    )
    yield case(
        "label-numbers-other",
        _relabelled(SOCIAL, {key: f"{number + 11}. {text}" for key, number, text in _questions()}),
        expect("The agency numbers on from the details: the questions are 12 to 23.", SOCIAL_ANSWERS),
    )
    tabs = {key: f"{number}.\t{text}" for key, number, text in _questions()}
    data = to_docx(_relabelled(SCHOOL, {**tabs}))
    data = mangle_runs.sprinkle_marks(mangle_runs.split_runs(data, 7), 7)
    yield case(
        "label-split-runs",
        data,
        expect("Tabs after the numbers, and all text split over many runs with save ids and spelling marks between.",
               SCHOOL_ANSWERS),
    )  # fmt: skip
    yield case(
        "label-bold",
        _relabelled(
            SOCIAL, {key: p(run(LABELS[key], "bold")) for key in LABELS if key[0] in "DQA" or key in {"C2", "C3", "C6"}}
        ),
        expect("Labels in bold.", SOCIAL_ANSWERS),
    )
    capitals: dict[str, Piece] = {
        key: LABELS[key].upper() for key in LABELS if key[0] in "DQA" or key in {"C2", "C3", "C4", "C5"}
    }
    capitals |= {"C6": p(run("Date", "caps")), "C7": p(run(LABELS["C7"], "caps", "bold"))}
    yield case(
        "label-capitals",
        _relabelled(POLICE, capitals),
        expect("Labels in capitals, some typed, some only shown so.", POLICE_ANSWERS),
    )
    yield case(
        "label-line-breaks",
        _relabelled(
            GP,
            {
                "D1": "Name of\vChild/Young Person",
                "D10": "Employed/\nunemployed/\nIn education",
                "Q6": "6. What is the ability, attitude, level of maturity\vand behaviour of the child/young person?",
                "A4": "Are you making a referral?\n(See local pathways guidance)\nIf so, where?",
                "C2": "Name of practitioner/person\vcompleting risk assessment",
            },
        ),
        expect("Line breaks and paragraphs inside labels.", GP_ANSWERS),
    )
    yield case(
        "label-colons",
        _relabelled(
            SCHOOL, {key: f"{LABELS[key]}:" for key in LABELS if key[0] == "D" or (key[0] == "C" and key != "C1")}
        ),
        expect("A colon behind each label.", SCHOOL_ANSWERS),
    )
    yield case(
        "label-no-end-marks",
        _relabelled(
            SOCIAL,
            {
                **{key: LABELS[key].rstrip("?.") for key in LABELS if key[0] in "QA"},
                "O1": blocks("Summary of risk assessment", str(SOCIAL["O1"])),
                "O2": blocks(
                    "Consider to be (circle as appropriate)",
                    *(option(code, *(["highlight"] if code == "problematic" else [])) for code in OPTIONS),
                ),
            },
        ),
        expect("Question marks, full stops and colons at the end of labels left out.", SOCIAL_ANSWERS),
    )
    same_line = published({**GP, "O1": ""})
    same_line.row("O1").cells[0].content = p("Summary of risk assessment: ", str(GP["O1"]))
    yield case(
        "label-summary-same-line",
        same_line,
        expect("The summary is typed behind its label on the same line.", GP_ANSWERS),
    )
    data = mangle_package.other_prefixes(to_docx(published({**POLICE, "O2": consider(
        option("normal"), option("problematic", "shaded"), option("harmful"))})), 3)  # fmt: skip
    yield case(
        "label-other-prefixes",
        data,
        expect("The file's XML uses other namespace prefixes than Word's usual ones.", POLICE_ANSWERS),
    )
