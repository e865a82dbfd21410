"""Checklists as issued, filled in as asked; and text of other kinds than text."""

from collections.abc import Iterator

from tests.foreign.excel.blank import blank_book
from tests.foreign.excel.book import Error, Number, Rich
from tests.foreign.excel.cases.case import Case, case, evidence, expect, filled, rating, with_answers
from tests.foreign.excel.cases.people import NOTHING, NURSE, NURSE_ANSWERS, YOUTH, YOUTH_ANSWERS

_LONG = "\n\n".join(f"{n} March: seen by staff at break, spoken to, went back to class." for n in range(1, 31))


def cases() -> Iterator[Case]:
    """The cases."""
    yield case("ordinary-blank", blank_book(), expect("The blank, sent back.", base=NOTHING, free=True))
    yield case("ordinary-all", filled(), expect("Everything filled in, from the lists."))
    yield case(
        "ordinary-some",
        filled(NURSE),
        expect("Some ratings empty, “not known” beside them, as the form asks.", base=NURSE_ANSWERS),
    )
    yield case("ordinary-little", filled(YOUTH), expect("Little filled in.", base=YOUTH_ANSWERS))
    yield case(
        "ordinary-long",
        with_answers({evidence("type"): _LONG}),
        expect("A long text of many paragraphs.", {evidence("type"): _LONG}),
    )
    yield case(
        "ordinary-equals-sign",
        with_answers({evidence("type"): "=see chronology", evidence("context"): "-none", rating("context"): None}),
        expect(
            "Text that begins with an equals sign, typed into cells of text: it is no formula.",
            {evidence("type"): "=see chronology", evidence("context"): "-none", rating("context"): None},
        ),
    )
    yield case(
        "ordinary-escapes",
        with_answers({evidence("type"): "Form _x0041_ and file_x000D_copy", evidence("context"): "one\r\ntwo"}),
        expect(
            "Text that looks like Excel's own way to write control characters, and a carriage return.",
            {evidence("type"): "Form _x0041_ and file_x000D_copy", evidence("context"): "one\ntwo"},
        ),
    )
    bold = '<b/><sz val="11"/><rFont val="Calibri"/>'
    yield case(
        "ordinary-bold-words",
        with_answers(
            {
                evidence("type"): Rich((("Twice", ""), (" this ", bold), ("week.", ""))),
                rating("type"): Rich((("Amber", bold), (" – problematic", '<sz val="11"/><rFont val="Calibri"/>'))),
            }
        ),
        expect("Words in bold within an answer and a rating.", {evidence("type"): "Twice this week."}),
    )
    struck = '<strike/><sz val="11"/><rFont val="Calibri"/>'
    yield case(
        "ordinary-struck-words",
        with_answers({evidence("type"): Rich((("Twice ", struck), ("Three times.", "")))}),
        expect(
            "Words of an answer are crossed out: in free text they are kept, and a finding says so.",
            {evidence("type"): "Twice Three times."},
            findings=["FORM-11"],
        ),
    )
    yield case(
        "ordinary-numbers",
        with_answers(
            {
                "checklist.reference": 4711,
                evidence("frequency"): 3,
                evidence("persistence"): Number("3.1000000000000001"),
            },
            looks={
                "checklist.reference": "open general",
                evidence("frequency"): "open general",
                evidence("persistence"): "open general",
            },
        ),
        expect(
            "Numbers in cells whose format was lost.",
            {"checklist.reference": "4711", evidence("frequency"): "3", evidence("persistence"): "3.1"},
        ),
    )
    yield case(
        "ordinary-long-number",
        with_answers(
            {"checklist.reference": Number("9990000018"), evidence("type"): Number("1.2345678901234568E+17")},
            looks={"checklist.reference": "open general", evidence("type"): "open general"},
        ),
        expect(
            "Ten figures are kept; of eighteen Excel has lost the last ones.",
            {"checklist.reference": "9990000018"},
            doubtful=[evidence("type")],
        ),
    )
    yield case(
        "ordinary-numbers-shown-otherwise",
        with_answers(
            {
                "checklist.reference": 12,
                evidence("type"): 46091,
                evidence("frequency"): 0.5,
                evidence("persistence"): 2,
            },
            looks={
                "checklist.reference": "five figures",
                evidence("type"): "day",
                evidence("frequency"): "per cent",
                evidence("persistence"): "two decimals",
            },
        ),
        expect(
            "Numbers that Excel shows otherwise than it keeps them: 00012, 10/03/2026, 50%, 2.00.",
            {
                "checklist.reference": "00012",
                evidence("type"): "10/03/2026",
                evidence("frequency"): "50%",
                evidence("persistence"): "2.00",
            },
            or_doubtful=["checklist.reference", evidence("type"), evidence("frequency"), evidence("persistence")],
        ),
    )
    yield case(
        "ordinary-true-and-error",
        with_answers(
            {evidence("type"): True, evidence("context"): Error("#N/A")},
            looks={evidence("type"): "open general", evidence("context"): "open general"},
        ),
        expect(
            "TRUE and #N/A in cells whose format was lost.",
            {evidence("type"): "TRUE", evidence("context"): "#N/A"},
            or_doubtful=[evidence("type"), evidence("context")],
        ),
    )
    yield case(
        "ordinary-white-space",
        with_answers(
            {evidence("type"): "   ", evidence("context"): "\n", "checklist.practitioner": "\u00a0J. Test\u2003"}
        ),
        expect(
            "Only spaces, only a line break, spaces around a name.",
            {evidence("type"): None, evidence("context"): None, "checklist.practitioner": "J. Test"},
            free=True,
        ),
    )
