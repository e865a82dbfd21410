"""More copies as they really come back; see mixtures.py."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import NOTHING, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.package import comment
from tests.foreign.published import LABELS, consider, mode, option, published
from tests.foreign.word import NUMBER, SHADED, Xml, blocks, bullet, deleted, inserted, p, run


def cases() -> Iterator[Case]:
    yield _nurse()
    yield _youth_justice()
    yield _doubts_everywhere()
    yield _secretary_in_a_hurry()


def _nurse() -> Case:
    typed = {
        **SOCIAL,
        "D2": "15 (27.03.2011)",
        "O2": consider(
            option("normal"), bullet(run("Problematic", "boxed"), " sexually active behaviour"), option("harmful")
        ),
        "A1": ("", "", "14 May, at school"),
        "A4": ("", "NO", "n/a at present"),
        "C4": "School nurse",
        "C5": "Exampleshire Community Health",
    }
    form = published(typed)
    form.row("A1").cells[1].settings = SHADED
    form.row("C1").cells[0].content = mode()
    form.row("C1").cells[1].content = "Face to face."
    for n in range(1, 13):
        text = LABELS[f"Q{n}"].split(". ", 1)[1].rstrip("?")
        form.label(f"Q{n}", p(run(text, "bold"), layout=NUMBER, style="ListParagraph"))
    return case(
        "mix-school-nurse",
        form,
        expect(
            "Automatic numbers, labels bold without question marks, one cell shaded for Yes, the mode typed beside.",
            SOCIAL_ANSWERS,
            {
                "actions.referral.details": "n/a at present",
                "completion.role": "School nurse",
                "completion.organisation": "Exampleshire Community Health",
            },
        ),
    )


def _youth_justice() -> Case:
    form = published(
        {
            **POLICE,
            "D2": "12/03/2012 (14)",
            "D6": "999 214 3045",
            "Q8": blocks("NIL", bullet("mother reports vape found")),
            "A2": ("", "✔", "SCHOOL LEADING"),
            "A3": ("✔", "", "DS 0000 DUMMY"),
            "O2": consider(option("problematic", "bold", after=" – see summary")),
            "C4": "YJ practitioner",
            "C5": "Exampleshire Youth Justice Service",
        }
    )
    form.move("C7", 3)
    form.comments = comment("Please check the age of the girl")
    note = '<w:r><w:commentReference w:id="0"/></w:r>'
    form.row("Q4").cells[1].content = Xml(p("FEMALE ", deleted("13"), inserted("14"), " YRS, SAME SCHOOL", Xml(note)))
    return case(
        "mix-youth-justice",
        form,
        expect(
            "Only the chosen option was left, with a remark; an age changed while tracked, with a comment; rows moved.",
            POLICE_ANSWERS,
            {
                "child.nhs_number": "9992143045",
                "considerations.q08": "NIL\nmother reports vape found",
                "completion.role": "YJ practitioner",
                "completion.organisation": "Exampleshire Youth Justice Service",
            },
            findings=["FORM-05", "FORM-11"],
            unplaced=["Please check the age of the girl"],
        ),
    )  # fmt: skip


def _doubts_everywhere() -> Case:
    form = published(
        {
            **GP,
            "D2": "12/3/10? 15/16",
            "D6": "999 110 684",
            "A1": ("Y", "N", "see notes"),
            "A4": ("", "", "Y"),
            "O2": consider(option("normal"), option("problematic", after=" x"), option("harmful", after=" x")),
            "C1": mode(),
            "C6": "02/05/26",
        }
    )
    form.row("C1").cells[1].content = "telephone"
    return case(
        "mix-doubts-everywhere",
        form,
        expect(
            "Nothing that must be chosen or counted can be read with certainty; the words all stand.",
            GP_ANSWERS,
            {"actions.discussed.details": "see notes", "actions.referral.details": "Y"},
            doubtful=[
                *("child.date_of_birth", "child.age", "child.nhs_number", "outcome.category", "completion.mode"),
                *("completion.date", "actions.discussed.answer", "actions.referral.answer"),
            ],
            findings=["OUTCOME-02", "SIGN-01", "SIGN-05", "CHILD-09"],
            kept=["12/3/10? 15/16", "999 110 684", "telephone"],
        ),
    )


def _secretary_in_a_hurry() -> Case:
    form = published(
        {"D1": "J. M.", "D2": "13", "D11": "Mockham High", "Q1": "see CPOMS", "O1": "See CPOMS", "C2": "office"},
        introduction=False,
    )
    form.drop("D6")
    form.label("D1", "Name")
    form.label("D11", "School")
    return case(
        "mix-secretary-in-a-hurry",
        form,
        expect(
            "Hardly anything filled in, a row deleted, two labels cut short: those two may be read or left.",
            NOTHING,
            {
                "child.name": "J. M.",
                "child.age": 13,
                "child.school": "Mockham High",
                "considerations.q01": "see CPOMS",
                "outcome.summary": "See CPOMS",
                "completion.practitioner": "office",
            },
            doubtful=["child.nhs_number"],
            or_doubtful=["child.name", "child.school"],
            findings=["FORM-03", "OUTCOME-01", "ANSWER-02"],
        ),
    )
