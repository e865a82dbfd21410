"""Changes that were tracked and neither accepted nor rejected, and comments."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS, Typed
from tests.foreign.package import comment
from tests.foreign.published import Cell, Row, published
from tests.foreign.word import TRACKED, Xml, blocks, deleted, fresh, inserted, p, run


def cases() -> Iterator[Case]:
    by_insertion: Typed = {
        key: p(inserted(content)) if isinstance(content, str) and not isinstance(content, Xml) else content
        for key, content in SOCIAL.items()
    }
    by_insertion |= {"A1": (p(inserted("x")), "", p(inserted("14 May, at school")))}
    yield case(
        "tracked-insertions",
        published(by_insertion),
        expect("All answers were typed while changes were tracked.", SOCIAL_ANSWERS),
    )
    yield case(
        "tracked-deletions",
        published(
            {
                **SCHOOL,
                "D1": p("Jowan ", deleted("Mock"), inserted("Mockford")),
                "Q3": p("Kissing in the ", deleted("corridor"), inserted("playground"), ", seen by staff 20/04/2026."),
                "Q5": blocks(p("Dad rung 20/04/2026, was fine"), p(deleted("Mum not told"))),
            }
        ),
        expect(
            "Words within answers were deleted and typed anew while changes were tracked; a paragraph was deleted.",
            SCHOOL_ANSWERS,
            findings=["FORM-11"],
        ),
    )
    yield case(
        "tracked-date",
        published({**GP, "C6": p(deleted("1.5.2026"), inserted("2.5.2026")), "D2": p(
            deleted("DOB 12.3.2011, age 15"), inserted("DOB 12.3.2010, age 16"))}),
        expect(
            "Date, birth and age were replaced while changes were tracked. What stands there now is clear, and so is "
            "that somebody changed it: it may be read, or left to a person.",
            GP_ANSWERS,
            or_doubtful=["child.date_of_birth", "child.age", "completion.date"],
            findings=["FORM-11"],
        ),
    )  # fmt: skip
    form = published(POLICE)
    row = form.row("Q8")
    row.settings = f'<w:del w:id="{fresh()}" {TRACKED}/>'
    row.cells = [Cell(p(deleted("8. Is the young person using drugs?"))), Cell(p(deleted("NIL")))]
    yield case(
        "tracked-row-deleted",
        form,
        expect(
            "A row was deleted while changes were tracked.",
            POLICE_ANSWERS,
            doubtful=["considerations.q08"],
            findings=["FORM-03"],
        ),
    )
    form = published(SOCIAL)
    own = Row("QX", [Cell(p(inserted("13. Case number"))), Cell(p(inserted("EX-0001")))])
    own.settings = f'<w:ins w:id="{fresh()}" {TRACKED}/>'
    form.table("considerations").rows.append(own)
    yield case(
        "tracked-row-inserted",
        form,
        expect(
            "A row of the agency's own was put in while changes were tracked.",
            SOCIAL_ANSWERS,
            findings=["FORM-05"],
            unplaced=["13. Case number", "EX-0001"],
        ),
    )
    yield case("tracked-moved", published(_moved()), expect(
        "The answer to 8 was moved to 9 while changes were tracked; 8 is empty now.",
        SCHOOL_ANSWERS,
        {"considerations.q08": None, "considerations.q09": "Low mood since January"},
        findings=["ANSWER-02"],
    ))  # fmt: skip
    form = published(GP)
    number = 0
    marks = (
        f'<w:commentRangeStart w:id="{number}"/>{run("Sofa surfing since Feb")}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )
    form.row("Q7").cells[1].content = p(Xml(marks))
    form.comments = comment("Has housing been told?", number)
    yield case(
        "tracked-comment",
        form,
        expect("A comment beside an answer.", GP_ANSWERS, findings=["FORM-05"], unplaced=["Has housing been told?"]),
    )
    yield case(
        "tracked-hidden",
        published({**POLICE, "Q9": p("NIL DISCLOSED", run(" (mother says otherwise)", "hidden"))}),
        expect(
            "Hidden text behind an answer.",
            POLICE_ANSWERS,
            findings=["FORM-05"],
            kept=["(mother says otherwise)"],
        ),
    )
    yield case(
        "tracked-struck-answer",
        published({**SOCIAL, "Q9": p(run("None disclosed", "struck"), " Low mood since May")}),
        expect(
            "Words of an answer are crossed out by hand: in free text they are kept, and a finding says so.",
            SOCIAL_ANSWERS,
            {"considerations.q09": "None disclosed Low mood since May"},
            findings=["FORM-11"],
        ),
    )


def _moved() -> Typed:
    text = run("Low mood since January")
    start = f'w:name="move1" {TRACKED}'
    ids = [fresh() for _ in range(4)]
    away = p(
        Xml(
            f'<w:moveFromRangeStart w:id="{ids[0]}" {start}/><w:moveFrom w:id="{ids[1]}" {TRACKED}>{text}</w:moveFrom>'
            f'<w:moveFromRangeEnd w:id="{ids[0]}"/>'
        )
    )
    here = p(
        Xml(
            f'<w:moveToRangeStart w:id="{ids[2]}" {start}/><w:moveTo w:id="{ids[3]}" {TRACKED}>{text}</w:moveTo>'
            f'<w:moveToRangeEnd w:id="{ids[2]}"/>'
        )
    )
    return SCHOOL | {"Q8": away, "Q9": here}
