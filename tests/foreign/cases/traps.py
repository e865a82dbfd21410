"""Where a hasty reader goes wrong."""

import base64
from collections.abc import Iterator

from tests.foreign import docx
from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.package import to_docx
from tests.foreign.published import LABELS, OPTIONS, Cell, Form, circled, mode, option, published
from tests.foreign.word import Xml, blocks, p, run

_DOB, _AGE = "child.date_of_birth", "child.age"
# One white dot.
_PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=")


def cases() -> Iterator[Case]:
    yield from _births()
    bold_label = blocks(p(run(LABELS["O2"], "bold")), *map(option, OPTIONS))
    label = p(run("Risk assessment completed via ", "bold"), "virtual/face to face assessment (please circle)")
    yield case(
        "doubt-label-bold",
        published(SOCIAL | {"O2": bold_label, "C1": label}),
        expect(
            "The labels are bold, the options plain: nothing is marked.",
            SOCIAL_ANSWERS,
            doubtful=["outcome.category", "completion.mode"],
            findings=["OUTCOME-01", "SIGN-01"],
        ),
    )
    summary = "Risk assessment completed.\nHarmful sexually active behaviour was ruled out."
    yield case(
        "ordinary-option-in-summary",
        published(GP | {"O1": summary, "O2": circled("normal", "boxed"), "Q3": OPTIONS["problematic"]}),
        expect(
            "The words of options stand in the summary and in an answer; another option is marked.",
            GP_ANSWERS,
            {
                "outcome.summary": summary,
                "outcome.category": "normal",
                "considerations.q03": "Problematic sexually active behaviour",
            },
        ),
    )
    yield case(
        "ordinary-white-space",
        published(
            SCHOOL | {"Q8": "\u00a0 ", "D4": "\t", "D1": "  Jowan Mockford ", "Q9": "-", "D7": p(), "A6": (" ", "", "")}
        ),
        expect(
            "Some cells hold nothing but white space; a dash is kept as it was typed.",
            SCHOOL_ANSWERS,
            {"considerations.q08": None, "considerations.q09": "-", "child.ethnic_origin": None},
            findings=["ANSWER-02"],
        ),
    )
    form = published(POLICE)
    form.row("Q8").cells[1] = Cell("NIL KNOWN", settings='<w:vMerge w:val="restart"/>')
    form.row("Q9").cells[1] = Cell("", settings="<w:vMerge/>")
    yield case(
        "damage-answers-merged-down",
        form,
        expect(
            "The answer cells of 8 and 9 are merged: one text stands beside both.",
            POLICE_ANSWERS,
            {"considerations.q08": "NIL KNOWN"},
            doubtful=["considerations.q09"],
            or_doubtful=["considerations.q08"],
        ),
    )
    form = published(SOCIAL)
    row = form.row("A2")
    row.cells = [row.cells[0], row.cells[1], Cell("weekly", span=2)]
    yield case(
        "damage-no-and-details-merged",
        form,
        expect(
            "In one row the cells No and Further details are merged; an x stands under Yes.",
            SOCIAL_ANSWERS,
            or_doubtful=["actions.support.answer", "actions.support.details"],
        ),
    )
    yield from _pictures()


def _births() -> Iterator[Case]:
    for name, typed, shows in (
        ("birthday", "27/03/2011 (15 on 27/03/2026)", "The birth, and the day of the last birthday."),
        ("next", "15 (16 next March), 27/03/2011", "The age, and the next one."),
        ("school-year", "27/03/2011, 15, year 10", "The age, and the school year."),
    ):
        yield case(
            f"birth-{name}",
            published({**SOCIAL, "D2": typed}),
            expect(
                f"DOB/Age: “{typed}”. {shows} People would read it; a program may leave it.",
                SOCIAL_ANSWERS,
                or_doubtful=[_DOB, _AGE],
            ),
        )
    yield case(
        "birth-twelve-no-referral",
        published({**SCHOOL, "D2": "03/09/2013 - 12", "Q1": "12"}),
        expect(
            "A child of twelve, and No at the referral: this must be said.",
            SCHOOL_ANSWERS,
            {_DOB: "2013-09-03", _AGE: 12, "considerations.q01": "12"},
            findings=["AGE-03"],
            not_findings=["AGE-05"],
        ),
    )
    yield case(
        "birth-unreadable-no-age",
        published({**POLICE, "D2": "12/3/14", "A4": ("", "No", "")}),
        expect(
            "DOB/Age: “12/3/14”. A short year and no age: a child of twelve, perhaps, and no referral.",
            POLICE_ANSWERS,
            {_AGE: None, "actions.referral.answer": "no", "actions.referral.details": None},
            doubtful=[_DOB],
            findings=["CHILD-04", "AGE-20"],
            kept=["12/3/14"],
        ),
    )


def _pictures() -> Iterator[Case]:
    form = published(GP | {"C3": "", "C1": mode(face=run("face to face", "boxed"))})
    form.row("C3").cells[1].content = p(_picture())
    yield case(
        "place-signature-picture",
        _with_picture(form),
        expect(
            "The signature is a picture.",
            GP_ANSWERS,
            {"completion.signature": None},
            findings=["FORM-09"],
            not_findings=["SIGN-03", "FORM-06"],
        ),
    )
    form = published(SCHOOL)
    form.row("Q11").cells[1].content = blocks("Not known", p(_picture()))
    yield case(
        "damage-picture",
        _with_picture(form),
        expect("A picture was pasted into an answer.", SCHOOL_ANSWERS, findings=["FORM-06"]),
    )


def _picture() -> Xml:
    space = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return Xml(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="300000"/>'
        '<wp:docPr id="7" name="Picture 7"/><a:graphic><a:graphicData '
        f'uri="{space}"><pic:pic xmlns:pic="{space}"><pic:nvPicPr><pic:cNvPr id="7" name="image1.png"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId99"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _with_picture(form: Form) -> bytes:
    parts = docx.read(to_docx(form))
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = b'<Relationship Id="rId99" Type="%s" Target="media/image1.png"/>' % kind
    for name, end, more in (
        ("word/_rels/document.xml.rels", b"</Relationships>", link),
        ("[Content_Types].xml", b"<Override", b'<Default Extension="png" ContentType="image/png"/>'),
    ):
        parts[name] = parts[name].replace(end, more + end, 1)
    return docx.write({**parts, "word/media/image1.png": _PNG})
