"""Rows and tables deleted, copied, merged, renamed or added."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import NOTHING, SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.published import Cell, Row, Table, published

_ACTIONS = [
    f"actions.{name}.{part}"
    for name in ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")
    for part in ("answer", "details")
]
# What stands behind the considerations.
_REST = [field for field in NOTHING if field.partition(".")[0] in ("outcome", "actions", "completion")]


def cases() -> Iterator[Case]:
    form = published(SOCIAL)
    form.drop("Q8")
    form.drop("C7")
    yield case(
        "damage-rows-deleted",
        form,
        expect(
            "Two rows were deleted.",
            SOCIAL_ANSWERS,
            doubtful=["considerations.q08", "completion.child_signature"],
            findings=["FORM-03"],
        ),
    )
    form = published(POLICE)
    form.move("Q10", 3)
    form.move("A4", 1)
    yield case("damage-rows-swapped", form, expect("Rows moved with their answers.", POLICE_ANSWERS))
    form = published(SCHOOL)
    table = form.table("considerations")
    table.rows.insert(6, Row("", [Cell(form.row("Q5").cells[0].content), Cell("Mum not rung")]))
    yield case(
        "damage-row-copied",
        form,
        expect(
            "A row is there twice, with two answers: neither is taken.",
            SCHOOL_ANSWERS,
            doubtful=["considerations.q05"],
            findings=["FORM-03"],
            kept=["Dad rung 20/04/2026, was fine", "Mum not rung"],
        ),
    )
    for name, label, key in (
        ("of-the", "3. What is known about the context of the sexual activity?", "Q3"),
        ("spoken", "First Language spoken", "D5"),
        ("yp", "12. Are there any signs of domestic abuse or violence?", "Q12"),
        ("practitioner", "Name of practitioner / person completing this risk assessment", "C2"),
        ("dob", "Date of Birth/Age", "D2"),
        ("copy", "A copy of this risk assessment has been saved in the child/young person's record.", "A5"),
    ):
        form = published(GP)
        form.label(key, label)
        yield case(
            f"damage-reworded-{name}",
            form,
            expect(
                f"One label is worded a little otherwise: {label}",
                GP_ANSWERS,
                # Written out, DOB may count as the same wording.
                findings=[] if name == "dob" else ["FORM-04"],
            ),
        )
    form = published(POLICE)
    form.label("Q7", "Home")
    form.label("D7", "Registered with")
    yield case(
        "damage-label-unknown",
        form,
        expect(
            "Two labels were replaced by other words: nobody can be sure that the same was asked.",
            POLICE_ANSWERS,
            doubtful=["considerations.q07", "child.gp"],
            findings=["FORM-03"],
            unplaced=["Home", "LIVES WITH BOTH PARENTS", "Registered with"],
        ),
    )
    form = published(SOCIAL)
    form.row("D3").cells = [Cell("Gender Female", span=2)]
    form.row("Q12").cells = [Cell(f"{form.row('Q12').cells[0].content}\nNo signs", span=2)]
    yield case(
        "damage-cells-merged",
        form,
        expect(
            "Label and answer stand in one merged cell.",
            SOCIAL_ANSWERS,
            doubtful=["child.gender", "considerations.q12"],
            kept=["Female", "No signs"],
        ),
    )
    form = published(GP)
    log = Table("log", [3000, 6016], [Row("", [Cell("2/5/26"), Cell("Rang Front Door 16:10")])], "Contact log")
    form.after("considerations", log)
    form.table("details").rows.insert(0, Row("", [Cell("EMIS number"), Cell("000111")]))
    yield case(
        "damage-extra",
        form,
        expect(
            "The practice put in a table and a row of its own.",
            GP_ANSWERS,
            findings=["FORM-05"],
            unplaced=["Rang Front Door 16:10", "EMIS number", "000111"],
        ),
    )
    form = published(SCHOOL)
    for key in ("outcomes", "actions", "completion"):
        form.drop_table(key)
    yield case(
        "damage-truncated",
        form,
        expect("The file ends after the considerations.", SCHOOL_ANSWERS, doubtful=_REST, findings=["FORM-03"]),
    )
    form = published(SOCIAL)
    again = published({}).table("actions")
    form.after("actions", again)
    yield case(
        "damage-actions-twice",
        form,
        expect(
            "The actions are there twice, the second time blank: neither is taken.",
            SOCIAL_ANSWERS,
            doubtful=_ACTIONS,
            findings=["FORM-03"],
            kept=["Ms Placeholder, 14 May"],
        ),
    )
    form = published(POLICE)
    for key in ("A2", "Q4"):
        form.row(key).cells = form.row(key).cells[:1]
    yield case(
        "damage-answer-cell-lost",
        form,
        expect(
            "The answer cells of two rows were deleted.",
            POLICE_ANSWERS,
            doubtful=["considerations.q04", "actions.support.answer", "actions.support.details"],
        ),
    )
    form = published(GP)
    form.row("D9").cells.insert(1, Cell("aunt 01632 960222"))
    form.row("D9").cells[2].content = "pt mobile 07700 900456"
    form.table("details").widths = [3600, 2708, 2708]
    for row in form.table("details").rows:
        if len(row.cells) == 2:
            row.cells[1].span = 2
    yield case(
        "damage-cell-split",
        form,
        expect(
            "The answer cell of one row was split in two, both filled in.",
            GP_ANSWERS,
            doubtful=["child.contact"],
            kept=["aunt 01632 960222", "pt mobile 07700 900456"],
        ),
    )
    form = published(SCHOOL)
    form.label("Q8", "8.")
    form.label("Q9", "9. Self-harm/mental health")
    yield case(
        "damage-label-short",
        form,
        expect(
            "One label is only its number, another is cut short.",
            SCHOOL_ANSWERS,
            doubtful=["considerations.q08"],
            or_doubtful=["considerations.q09"],
        ),
    )
