"""Several forms in one file, and a form inside another document."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import NOTHING, SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.published import Cell, Form, Row, Table, published
from tests.foreign.word import Xml, bullet, p

_PAGE = Xml('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')


def cases() -> Iterator[Case]:
    two = Form([*published(SOCIAL).body, _PAGE, *published(SCHOOL).body])
    yield case(
        "several-two",
        two,
        expect("Two forms, one after the other: the first.", SOCIAL_ANSWERS),
        expect("Two forms, one after the other: the second.", SCHOOL_ANSWERS, parts=2),
    )
    close = Form([*published(GP, introduction=False).body, *published(POLICE, introduction=False).body[1:]])
    yield case(
        "several-two-close",
        close,
        expect("Two forms without a title or a page between: the first.", GP_ANSWERS),
        expect("Two forms without a title or a page between: the second.", POLICE_ANSWERS, parts=2),
    )
    three = Form([*published(POLICE).body, _PAGE, *published({}).body, _PAGE, *published(GP).body])
    yield case(
        "several-three",
        three,
        expect("Three forms: the first.", POLICE_ANSWERS),
        expect("Three forms: the second is blank.", NOTHING, parts=2, findings=["ANSWER-01"]),
        expect("Three forms: the third.", GP_ANSWERS, parts=3),
    )
    people = [Row("", [Cell(name), Cell(role)]) for name, role in (
        ("Name", "Role"), ("Mrs P Fixture", "School"), ("M Testwell", "Social care"), ("PC Sample", "Police"),
    )]  # fmt: skip
    decisions = [Row("", [Cell(text), Cell(who), Cell(day)]) for text, who, day in (
        ("Action", "Who", "Date"), ("Share safety plan", "School", "01/05/2026"), ("Home visit", "MT", "06/05/2026"),
    )]  # fmt: skip
    minutes = Form(
        [
            p("Minutes of the strategy discussion, 22 April 2026", style="Heading1"),
            Table("people", [4508, 4508], people, "Present"),
            p("The chair went through the assessment, which is copied in below."),
            *published(SCHOOL).body,
            p("Decisions", style="Heading2"),
            bullet("School to review in six weeks"),
            Table("decisions", [5016, 2000, 2000], decisions),
            p("The meeting closed at 11:15."),
        ]
    )
    yield case(
        "several-minutes",
        minutes,
        expect(
            "The form stands inside the minutes of a meeting, with other tables before and behind it.",
            SCHOOL_ANSWERS,
            findings=["FORM-05"],
            unplaced=["School to review in six weeks", "Share safety plan"],
        ),
    )
    cut = published(SOCIAL)
    for key in ("outcomes", "actions", "completion"):
        cut.drop_table(key)
    rest = [field for field in NOTHING if field.partition(".")[0] in ("outcome", "actions", "completion")]
    yield case(
        "several-first-cut",
        Form([*cut.body, _PAGE, *published(GP).body]),
        expect(
            "Two forms; the first ends after its considerations.",
            SOCIAL_ANSWERS,
            doubtful=rest,
            findings=["FORM-03"],
        ),
        expect("Two forms: the second is whole.", GP_ANSWERS, parts=2),
    )
