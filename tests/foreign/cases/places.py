"""Answers and remarks typed where the form has no place for them."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.cases.shapes import text_box
from tests.foreign.published import LABELS, published
from tests.foreign.word import Xml, blocks, p, run


def cases() -> Iterator[Case]:
    form = published(SOCIAL | {"D4": "", "D3": "", "Q9": "", "C5": ""})
    form.label("D3", "Gender: Female")
    form.label("D4", "Ethnic Origin\nWhite British")
    form.label("Q9", blocks(LABELS["Q9"], p(run("None disclosed", "blue"))))
    form.label("C5", p("Organisation\tExampleshire Children's Services"))
    yield case(
        "place-label-cell",
        form,
        expect(
            "Answers typed in the labels' cells, behind or below the labels; the answer cells are empty, not blank.",
            SOCIAL_ANSWERS,
            doubtful=["child.gender", "child.ethnic_origin", "considerations.q09", "completion.organisation"],
            not_findings=["ANSWER-02"],
            kept=["Female", "White British", "None disclosed", "Exampleshire Children's Services"],
        ),
    )
    form = published(GP)
    form.label("Q5", blocks(LABELS["Q5"], p(run("ask about aunt", "italic"))))
    yield case(
        "place-label-cell-note",
        form,
        expect(
            "A note below a label, and an answer in the answer's cell: the note is kept apart.",
            GP_ANSWERS,
            or_doubtful=["considerations.q05"],
            kept=["ask about aunt"],
        ),
    )
    form = published(SCHOOL, introduction=False)
    form.after("details", p("Please note: mum must not be given this address."))
    yield case(
        "place-between-tables",
        form,
        expect(
            "A sentence typed below the details table.",
            SCHOOL_ANSWERS,
            findings=["FORM-05"],
            unplaced=["Please note: mum must not be given this address."],
        ),
    )
    form = published({**POLICE, "O1": ""})
    form.after("outcomes", p(str(POLICE["O1"])))
    yield case(
        "place-summary-below",
        form,
        expect(
            "The summary is typed below its table; its own cell is empty.",
            POLICE_ANSWERS,
            {"outcome.summary": None},
            findings=["FORM-05", "OUTCOME-03"],
            unplaced=["ADVICE GIVEN. OUTCOME 21 CONSIDERED. INSPECTOR TO REVIEW."],
        ),
    )
    form = published(SOCIAL, introduction=False)
    form.header = p("Exampleshire Children's Services")
    form.footer = p("OFFICIAL SENSITIVE")
    yield case(
        "place-letterhead",
        form,
        expect("A letterhead and a protective marking in header and footer.", SOCIAL_ANSWERS, not_findings=["FORM-05"]),
    )
    form = published(GP, introduction=False)
    box = text_box(p("Copy to health visitor 3/5"))
    form.after("considerations", p(Xml(box)))
    yield case(
        "place-text-box",
        form,
        expect(
            "A text box with a note stands between two tables.",
            GP_ANSWERS,
            findings=["FORM-05"],
            unplaced=["Copy to health visitor 3/5"],
        ),
    )
    form = published(SCHOOL)
    form.table("details").heading = "Child/Young Persons Details – our ref MHS/0001"
    form.body.append(p("Discussed with head 22/4."))
    yield case(
        "place-heading",
        form,
        expect(
            "A reference typed behind a heading, and a sentence below the last table.",
            SCHOOL_ANSWERS,
            findings=["FORM-05"],
            unplaced=["our ref MHS/0001", "Discussed with head 22/4."],
        ),
    )
    form = published({**POLICE, "D10": ""})
    form.label("D10", p("Employed/unemployed/", run("In education", "bold", "underline")))
    yield case(
        "place-occupation-circled",
        form,
        expect(
            "In education is underlined within the label; the answer cell is empty. The form asks for words there.",
            POLICE_ANSWERS,
            doubtful=["child.occupation"],
        ),
    )
    form = published(SOCIAL | {"A3": ("", "", ""), "A1": ("", "", "14 May, at school")})
    form.label("A1", p(LABELS["A1"], run(" YES", "bold")))
    form.label("A3", f"{LABELS['A3']}\nYes - Ms Placeholder, 14 May")
    yield case(
        "place-yes-behind-label",
        form,
        expect(
            "Yes typed behind the action's label, no mark in either column.",
            SOCIAL_ANSWERS,
            {"actions.safeguarding_lead.details": None},
            doubtful=["actions.discussed.answer", "actions.safeguarding_lead.answer"],
            kept=["YES", "Ms Placeholder, 14 May"],
        ),
    )
    form = published(GP | {"D2": "female", "D3": "NZ Maori", "D4": "English / te reo", "D5": ""})
    yield case(
        "place-row-off",
        form,
        expect(
            "Answers typed one row too high: what stands at DOB/Age is neither; the rest is read as written.",
            GP_ANSWERS,
            {"child.gender": "NZ Maori", "child.ethnic_origin": "English / te reo", "child.first_language": None},
            doubtful=["child.date_of_birth", "child.age"],
            findings=["CHILD-03"],
            kept=["female"],
        ),
    )
    form = published(SCHOOL | {"D6": "ask GP", "D2": "03/09/2012 - 13 (looks older)"})
    yield case(
        "place-remarks",
        form,
        expect(
            "A remark instead of the NHS number; a remark behind the age.",
            SCHOOL_ANSWERS,
            doubtful=["child.nhs_number"],
            or_doubtful=["child.age", "child.date_of_birth"],
            kept=["ask GP"],
        ),
    )
