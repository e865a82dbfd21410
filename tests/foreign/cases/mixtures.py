"""Copies as they really come back: several of these things at once."""

from collections.abc import Iterator

from tests.foreign import mangle_runs, mangle_wraps
from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.cases.shapes import text_box
from tests.foreign.package import to_docx
from tests.foreign.published import LABELS, OPTIONS, Cell, Form, Row, Table, circled, consider, mode, option, published
from tests.foreign.word import blocks, bullet, control, inserted, p, run, symbol


def cases() -> Iterator[Case]:
    yield _tired_social_worker()
    yield _school_in_google()
    yield _gp_one_table()
    yield _police_minutes()


def _tired_social_worker() -> Case:
    form = published(
        {
            **SOCIAL,
            "D2": "27/3/11 (15yrs)",
            "Q7": p("Lives with mum and gran. No social worker before. ", inserted("Gran unwell.")),
            "Q12": "",
            "O2": circled("problematic", "bold", "underline"),
            "A2": ("✓", "", ""),
            "A4": ("", "", "will ring Front Door tomorrow"),
            "A6": ("", "", ""),
            "C1": mode(face=run("face to face", "bold", "underline")),
            "C6": "14.5.26",
            "C7": "",
        },
        introduction=False,
    )
    form.label("A5", LABELS["A5"].replace("'", "’"))
    form.label("Q7", "7. What is the child’s/young person’s living circumstances and background?")
    form.body.append(p("Sorry this is late, MT"))
    data = mangle_runs.sprinkle_marks(to_docx(form), 21)
    return case(
        "mix-tired-social-worker",
        data,
        expect(
            "Short years in both dates, rows left, curly labels, a tracked addition, an excuse below the form.",
            SOCIAL_ANSWERS,
            {
                "child.date_of_birth": None,
                "considerations.q07": "Lives with mum and gran. No social worker before. Gran unwell.",
                "considerations.q12": None,
                "actions.support.details": None,
                "actions.referral.details": "will ring Front Door tomorrow",
                "actions.other.answer": None,
                "actions.other.details": None,
                "completion.child_signature": None,
            },
            doubtful=["completion.date", "actions.referral.answer"],
            findings=["CHILD-04", "SIGN-05", "ANSWER-02", "ACTION-02", "FORM-05"],
            unplaced=["Sorry this is late, MT"],
        ),
    )


def _school_in_google() -> Case:
    form = published(
        {
            **SCHOOL,
            "D2": "Age: 13\nDOB: 3rd September 2012",
            "D10": "in education (part time timetable)",
            "O2": consider(option("normal", after=" ✓"), option("problematic"), option("harmful")),
            "C1": mode(face="face to face ✓"),
        }
    )
    for key in ("A1", "A2", "A3", "A4", "A5", "A6"):
        form.row(key).cells.append(Cell("20/4" if key == "A1" else ""))
    form.row("AH").cells.append(Cell("Date"))
    form.table("actions").widths = [3416, 600, 600, 3000, 1400]
    for table in form.tables():
        table.around = control
    data = mangle_wraps.wrap_rows(mangle_wraps.wrap_runs_in_controls(to_docx(form), 31), 32)
    return case(
        "mix-school-in-google",
        data,
        expect(
            "Filled in in Google Docs, controls around everything; ticks; a column Date of the school's own.",
            SCHOOL_ANSWERS,
            {"child.occupation": "in education (part time timetable)"},
            kept=["20/4"],
        ),
    )


def _gp_one_table() -> Case:
    tick = symbol("Wingdings", "F0FC")
    typed = {
        **GP,
        "D2": "16 yrs, dob 12-Mar-2010",
        "D6": "9991106847",
        **{f"A{n}": (tick, "", GP[f"A{n}"][2]) for n in range(1, 7)},
        "O2": consider(option("normal", "struck"), option("problematic", "struck"), option("harmful")),
        "C6": "Sat 2 May 2026",
    }
    form = published(typed)
    rows = [row for table in form.tables() for row in table.rows]
    for row in rows:
        if len(row.cells) < 4:
            row.cells[-1].span = 5 - len(row.cells)
    rows[0:0] = [Row("", [Cell("Fictional Health Centre - safeguarding template", span=4)])]
    form = Form([p(text_box(p("SCANNED 04/05/2026"))), Table("all", [3416, 900, 900, 3800], rows), p()])
    return case(
        "mix-gp-one-table",
        form,
        expect(
            "One table without headings under the practice's line; symbol ticks; options crossed out; a stamp in a "
            "text box.",
            GP_ANSWERS,
            findings=["FORM-05"],
            unplaced=["SCANNED 04/05/2026"],
        ),
    )


def _police_minutes() -> Case:
    form = published(
        {
            **POLICE,
            "A1": (run("Yes", "bold"), "No", "AT HOME ADDRESS"),
            "A2": ("Yes", run("No", "bold"), "SCHOOL LEADING"),
            "A3": (run("Yes", "bold"), "No", "DS 0000 DUMMY"),
            "A4": (run("Yes", "bold"), "No", "MASH"),
            "A5": (run("Yes", "bold"), "No", "NICHE"),
            "A6": ("Yes", run("No", "bold"), ""),
            "C1": p("RISK ASSESSMENT COMPLETED VIA ", run("VIRTUAL", "highlight"), "/FACE TO FACE ASSESSMENT"),
            "C6": "09/04/2026 1430hrs",
            "O2": blocks(
                "CONSIDER TO BE: (CIRCLE AS APPROPRIATE)",
                *(
                    bullet(run(text.upper(), *(["highlight"] if code == "problematic" else [])))
                    for code, text in OPTIONS.items()
                ),
            ),
        },
        introduction=False,
    )
    for key, label in LABELS.items():
        if key[0] in "DQA":
            form.label(key, label.upper())
    form.header = p("OFFICIAL SENSITIVE")
    form.body[0:0] = [
        p("Investigation log, extract", style="Heading1"),
        Table("log", [2000, 7016], [Row("", [Cell("02/04/2026"), Cell("Call from school, officer attended")])]),
    ]
    form.body.append(p("End of extract"))
    return case(
        "mix-police-log",
        form,
        expect(
            "In the middle of a log, labels and options in capitals, Yes and No printed in each row with one in bold.",
            POLICE_ANSWERS,
            findings=["FORM-05"],
            unplaced=["Call from school, officer attended", "End of extract"],
        ),
    )
