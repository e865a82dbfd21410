"""Labels, headings, references and descriptions that somebody changed."""

from collections.abc import Iterator

from tests.foreign.excel.blank import EVIDENCE, HEADER, RATING, place_of, row_of
from tests.foreign.excel.book import Book, Rich
from tests.foreign.excel.cases.case import Case, case, evidence, expect, filled, rating
from tests.foreign.excel.cases.people import NURSE, NURSE_ANSWERS, TEACHER
from tests.foreign.excel.labels import CRITERIA, DETAILS, HEADINGS

RATINGS = [rating(name) for name in CRITERIA]
EVIDENCES = [evidence(name) for name in CRITERIA]


def relabelled(labels: dict[str, str]) -> Book:
    """A filled book with other labels: by criterion, or by the id of a detail."""
    book = filled()
    for key, label in labels.items():
        row = place_of(key)[0] if key in DETAILS else row_of(key)
        book.sheets[0].put(row, 2, label)
    return book


def headed(headings: dict[str, str]) -> Book:
    """A filled book with other headings, in the cells and in the table."""
    book = filled()
    sheet = book.sheets[0]
    for column, heading in enumerate(HEADINGS, 1):
        if heading in headings:
            sheet.put(HEADER, column, headings[heading])
            if sheet.table is not None:
                sheet.table.columns[column - 1] = headings[heading]
    return book


def cases() -> Iterator[Case]:
    """The cases."""
    yield case(
        "label-capitals",
        relabelled(
            {key: (CRITERIA[key][0] if key in CRITERIA else DETAILS[key]).upper() for key in (*CRITERIA, *DETAILS)}
        ),
        expect("All labels in capitals."),
    )
    yield case(
        "label-spaces",
        relabelled(
            {
                "type": " Type of  sexual\nbehaviour ",
                "context": "Context of\u00a0behaviour:",
                "checklist.date": "Date of checklist :",
                "emotional_response": CRITERIA["emotional_response"][0].replace("'", "’"),
            }
        ),
        expect("Spaces, a line break, colons and a curly apostrophe in labels."),
    )
    yield case(
        "label-reworded-a-little",
        relabelled(
            {
                "type": "Type of the sexual behaviour",
                "frequency": "Frequency of the behaviour",
                "checklist.practitioner": "Name of practitioner completing this checklist",
            }
        ),
        expect("Labels worded a little otherwise.", findings=["FORM-04"]),
    )
    yield case(
        "label-spelt-otherwise",
        relabelled({"type": "Type of sexual behavior", "persistence": "Persistance of the behaviour"}),
        expect(
            "American spelling, and a slip.",
            or_doubtful=[rating("type"), evidence("type"), rating("persistence"), evidence("persistence")],
        ),
    )
    yield case(
        "label-opposite",
        relabelled(
            {
                "response_of_others": "Response of other children, young people and adults not targeted",
                "checklist.date": "Date of the previous checklist",
            }
        ),
        expect(
            "Labels changed so that something else is asked.",
            doubtful=[rating("response_of_others"), evidence("response_of_others"), "checklist.date"],
            findings=["FORM-03"],
            kept=["Both girls were uneasy. One told her form tutor."],
        ),
    )
    yield case(
        "label-unknown",
        relabelled({"context": "Where it happened", "checklist.organisation": "Line manager"}),
        expect(
            "Labels replaced by others: nobody can be sure that the same was asked.",
            doubtful=[rating("context"), evidence("context"), "checklist.organisation"],
            findings=["FORM-03"],
            kept=["In the open, at break. Others were near.", "Mockham High School"],
        ),
    )
    yield case(
        "label-exchanged",
        relabelled({"frequency": CRITERIA["persistence"][0], "persistence": CRITERIA["frequency"][0]}),
        expect(
            "The labels of two criteria were exchanged; references, descriptions and answers were not.",
            doubtful=[
                f"criteria.{name}.{part}" for name in ("frequency", "persistence") for part in ("rating", "evidence")
            ],
            kept=["Once, as far as staff know.", "Not since."],
        ),
    )
    struck = '<strike/><sz val="11"/><rFont val="Calibri"/>'
    book = filled()
    book.sheets[0].put(
        row_of("response_of_others"),
        2,
        Rich((("Response of other children, young people and adults targeted", struck), (" Response of staff", ""))),
    )
    yield case(
        "label-struck-and-new",
        book,
        expect(
            "A label crossed out, another behind it.",
            doubtful=[rating("response_of_others"), evidence("response_of_others")],
            kept=["Both girls were uneasy. One told her form tutor."],
        ),
    )
    yield from _references()
    yield from _descriptions()
    yield from _headings()


def _references() -> Iterator[Case]:
    book = filled()
    for row, column in list(book.sheets[0].cells):
        if column == 1 and 4 <= row <= 16:
            del book.sheets[0].cells[row, column]
    if book.sheets[0].table is not None:
        book.sheets[0].put(HEADER, 1, "Ref")
    yield case("ref-none", book, expect("All references deleted; the labels stand."))
    book = filled()
    for n, name in enumerate(CRITERIA, 1):
        book.sheets[0].put(row_of(name), 1, n)
    yield case("ref-figures", book, expect("The agency's own numbers in place of R1 to R8."))
    book = filled()
    for name, ref in (("type", "R2"), ("context", "R1")):
        book.sheets[0].put(row_of(name), 1, ref)
    yield case(
        "ref-exchanged",
        book,
        expect(
            "The references of two rows were exchanged; all else stands.",
            or_doubtful=[f"criteria.{name}.{part}" for name in ("type", "context") for part in ("rating", "evidence")],
        ),
    )
    book = filled()
    for name, texts in CRITERIA.items():
        row = row_of(name)
        book.sheets[0].put(row, 1, f"R{row - HEADER} {texts[0]}")
        book.sheets[0].put(row, 2, None)
    yield case(
        "ref-and-label-in-one-cell",
        book,
        expect(
            "Reference and label of each criterion in one cell, the next is empty.", or_doubtful=RATINGS + EVIDENCES
        ),
    )


def _descriptions() -> Iterator[Case]:
    book = filled(NURSE)
    book.sheets[0].put(row_of("type"), 3, "Kissing, flirting, jokes among friends of the same age.")
    yield case(
        "description-reworded",
        book,
        expect("A description reworded by an agency.", base=NURSE_ANSWERS, findings=["FORM-04"]),
    )
    book = filled(NURSE)
    book.sheets[0].put(row_of("power_dynamics"), 5, CRITERIA["power_dynamics"][3] + " YES: four years older.")
    yield case(
        "description-added-to",
        book,
        expect("A sentence typed behind a description.", base=NURSE_ANSWERS, kept=["YES: four years older."]),
    )
    book = filled(NURSE)
    for name in CRITERIA:
        for column in (3, 4, 5):
            book.sheets[0].put(row_of(name), column, None)
    yield case(
        "description-none",
        book,
        expect("All descriptions deleted to save space.", base=NURSE_ANSWERS, free=True),
    )
    book = filled(NURSE)
    row = row_of("type")
    book.sheets[0].put(row, 3, CRITERIA["type"][3])
    book.sheets[0].put(row, 5, CRITERIA["type"][1])
    yield case(
        "description-exchanged",
        book,
        expect(
            "What Healthy and Harmful say in R1 was exchanged.",
            base=NURSE_ANSWERS,
            or_doubtful=[rating("type")],
            free=True,
        ),
    )


def _headings() -> Iterator[Case]:
    yield case(
        "heading-renamed-a-little",
        headed({"Rating": "Rating:", "Evidence": "EVIDENCE"}),
        expect("Headings with a colon and in capitals."),
    )
    yield case(
        "heading-reworded",
        headed({"Rating": "Your rating", "Evidence": "Evidence / notes"}),
        expect("Headings reworded; the same is meant.", or_doubtful=RATINGS + EVIDENCES),
    )
    yield case(
        "heading-other-evidence",
        headed({"Evidence": "Action plan"}),
        expect(
            "Evidence is headed Action plan: nobody can be sure that evidence was asked for.",
            doubtful=EVIDENCES,
            findings=["FORM-03"],
            kept=["Same class, same age."],
        ),
    )
    yield case(
        "heading-other-rating",
        headed({"Rating": "Rating last year"}),
        expect(
            "Rating is headed Rating last year.", doubtful=RATINGS, findings=["FORM-03"], kept=["Amber – problematic"]
        ),
    )
    yield case(
        "heading-exchanged",
        headed({"Rating": "Evidence", "Evidence": "Rating"}),
        expect(
            "The headings Rating and Evidence were exchanged, the columns not: ratings stand below Evidence.",
            {evidence(name): str(TEACHER[rating(name)]) for name in CRITERIA},
            doubtful=RATINGS,
            or_doubtful=EVIDENCES,
            kept=["Same class, same age."],
        ),
    )
    book = headed({})
    for column in (RATING, EVIDENCE):
        book.sheets[0].put(HEADER, column, None)
    book.sheets[0].table = None
    yield case(
        "heading-two-deleted",
        book,
        expect(
            "The headings Rating and Evidence deleted; the list's own words stand below the one.",
            or_doubtful=RATINGS + EVIDENCES,
        ),
    )
    yield case(
        "heading-columns-exchanged",
        headed({"Healthy": "Harmful", "Harmful": "Healthy"}),
        expect(
            "The headings Healthy and Harmful were exchanged over the descriptions.", or_doubtful=RATINGS, free=True
        ),
    )
