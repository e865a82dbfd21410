"""Agencies that changed the blank before they gave it out: boxes, controls, styles, and looks that mean nothing."""

from collections.abc import Iterator

from tests.foreign import docx, mangle_wraps
from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import NOTHING, SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS
from tests.foreign.package import to_docx
from tests.foreign.published import OPTIONS, Cell, circled, consider, mode, option, published
from tests.foreign.word import Piece, Xml, bullet, control, p, run

_OUTCOME = "outcome.category"
_ACTIONS = [f"A{n}" for n in range(1, 7)]

# What Google Docs writes into every run: it means plain.
_OFF = (
    '<w:b w:val="0"/><w:i w:val="0"/><w:strike w:val="0"/><w:color w:val="000000"/><w:u w:val="none"/>'
    '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
)


def cases() -> Iterator[Case]:
    yield from _looks()
    yield from _boxes()
    yield from _controls()
    yield from _columns()


def _styled(text: str, settings: str) -> Xml:
    return Xml(run(text).replace("<w:r>", f"<w:r><w:rPr>{settings}</w:rPr>", 1))


def _looks() -> Iterator[Case]:
    on = _OFF.replace('<w:b w:val="0"/>', '<w:b w:val="1"/>')
    yield case(
        "circled-plain-values",
        published(
            SOCIAL
            | {
                "O2": consider(
                    *(bullet(_styled(OPTIONS[code], on if code == "harmful" else _OFF)) for code in OPTIONS)
                ),
                "C1": mode(_styled("virtual", _OFF), _styled("face to face", on)),
            }
        ),
        expect(
            "Google Docs writes not bold, not struck, no underline and black on every run; one option is bold.",
            SOCIAL_ANSWERS,
            {_OUTCOME: "harmful"},
        ),
    )
    blacks = ("auto", "000000", "000000")
    plain = consider(
        *(
            bullet(_styled(OPTIONS[code], f'<w:color w:val="{black}"/>'))
            for code, black in zip(OPTIONS, blacks, strict=True)
        )
    )
    white = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
    yield case(
        "doubt-none-black",
        published(GP | {"O2": plain, "C1": mode(_styled("virtual", white))}),
        expect(
            "One option has the automatic colour, the others are black; one word of the mode has a white ground: "
            "nothing is marked.",
            GP_ANSWERS,
            doubtful=[_OUTCOME, "completion.mode"],
            findings=["OUTCOME-01", "SIGN-01"],
        ),
    )
    strong = '<w:rStyle w:val="Strong"/>'
    yield case(
        "circled-style",
        published(
            SCHOOL
            | {
                "O2": consider(
                    *(bullet(_styled(t, strong) if c == "harmful" else run(t)) for c, t in OPTIONS.items())
                ),
                "C1": mode(_styled("virtual", strong)),
            }
        ),
        expect(
            "The chosen words are bold by a character style, Strong.",
            SCHOOL_ANSWERS,
            {_OUTCOME: "harmful", "completion.mode": "virtual"},
        ),
    )  # fmt: skip
    everything = consider(*(option(code, "bold") for code in OPTIONS))
    label = p(run("Risk assessment completed via virtual/face to face assessment (please circle)", "bold"))
    yield case(
        "doubt-all-bold",
        published(POLICE | {"O2": everything, "C1": label}),
        expect(
            "All options and the whole label of the mode are bold: nothing is marked.",
            POLICE_ANSWERS,
            doubtful=[_OUTCOME, "completion.mode"],
        ),
    )


def _boxes() -> Iterator[Case]:
    form = published(SOCIAL | {key: ("☐", "☒", SOCIAL[key][2]) for key in _ACTIONS})
    form.row("A2").cells[1].content, form.row("A2").cells[2].content = "☑", "☐"
    form.row("A3").cells[2].content = "☐"
    form.row("A5").cells[1].content = "☒"
    yield case(
        "yesno-boxes-printed",
        form,
        expect(
            "The agency's blank has an open box in each cell; none is ticked in row 3, both are in row 5.",
            SOCIAL_ANSWERS,
            {
                "actions.discussed.answer": "no",
                "actions.support.answer": "yes",
                "actions.safeguarding_lead.answer": None,
                "actions.referral.answer": "no",
                "actions.other.answer": "no",
            },
            doubtful=["actions.saved.answer"],
            findings=["ACTION-01", "ACTION-02"],
        ),
    )
    marks: dict[str, tuple[Piece, Piece]] = {key: (_legacy(ticked=True), _legacy(ticked=False)) for key in _ACTIONS}
    marks["A4"] = marks["A4"][::-1]
    form = published(GP | {key: (yes, no, GP[key][2]) for key, (yes, no) in marks.items()})
    yield case(
        "yesno-legacy-boxes",
        form,
        expect(
            "Check boxes of the old kind, form fields, in the columns.", GP_ANSWERS, {"actions.referral.answer": "no"}
        ),
    )
    form = published(SCHOOL)
    for row in form.table("actions").rows:
        for column, colour in ((1, "C6E0B4"), (2, "F4B083")):
            row.cells[column].settings = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    yield case(
        "yesno-shaded-columns",
        form,
        expect("The columns Yes and No are green and red; the tick counts.", SCHOOL_ANSWERS),
    )


def _legacy(*, ticked: bool) -> Xml:
    state = "<w:checked/>" if ticked else ""
    return Xml(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check"/><w:enabled/><w:calcOnExit w:val="0"/>'
        f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{state}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _text_control(typed: str, prompt: str = "Click or tap here to enter text.") -> Xml:
    if typed:
        return control(run(typed), settings='<w:tag w:val="agency"/>')
    shown = f'<w:r><w:rPr><w:color w:val="808080"/></w:rPr><w:t>{prompt}</w:t></w:r>'
    return control(shown, settings="<w:showingPlcHdr/>")


def _box_control(*, ticked: bool) -> Xml:
    state = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    return control(run("☒" if ticked else "☐"), settings=state)


def _controls() -> Iterator[Case]:
    form = published({})
    for table in ("details", "considerations", "completion"):
        for row in form.table(table).rows:
            if row.key not in ("QH", "C1"):
                typed = SOCIAL[row.key] if row.key not in ("D5", "Q12", "C7") else ""
                prompt = "Click or tap to enter a date." if row.key == "C6" else "Click or tap here to enter text."
                row.cells[1].content = p(_text_control(str(typed), prompt))
    form.row("O1").cells[0].content = Xml(p("Summary of risk assessment:") + p(_text_control(str(SOCIAL["O1"]))))
    form.row("O2").cells[0].content = consider(
        *(option(code, before=Xml(_box_control(ticked=code == "problematic") + run(" "))) for code in OPTIONS)
    )
    form.row("C1").cells[1].content = p(
        _box_control(ticked=False), " virtual   ", _box_control(ticked=True), " face to face"
    )
    for key in _ACTIONS:
        yes, no, details = tuple(SOCIAL[key])
        for cell, piece in zip(
            form.row(key).cells[1:],
            (_box_control(ticked=bool(yes)), _box_control(ticked=bool(no)), _text_control(str(details))),
            strict=True,
        ):
            cell.content = p(piece)
    yield case(
        "ordinary-agency-controls",
        form,
        expect(
            "The agency put Word's content controls and tick boxes into its copy; some are left with their prompts.",
            SOCIAL_ANSWERS,
            {"child.first_language": None, "considerations.q12": None, "completion.child_signature": None},
            not_findings=["ANSWER-03", "ACTION-01", "ACTION-02"],
        ),
    )
    form = published({})
    for row in form.table("considerations").rows[1:]:
        row.cells[1].content = p(_text_control(""))
    yield case(
        "blank-agency-controls",
        form,
        expect("The same, blank: only prompts stand in the considerations.", NOTHING, findings=["ANSWER-01"]),
    )
    data = mangle_wraps.wrap_in_hyperlinks(to_docx(published(POLICE)), 41)
    yield case("ordinary-links", data, expect("Runs of text stand in links.", POLICE_ANSWERS))
    data = mangle_wraps.wrap_in_smart_tags(to_docx(published(GP)), 42)
    yield case(
        "ordinary-smart-tags",
        data,
        expect("Runs of text stand in the smart tags of older versions of Word.", GP_ANSWERS),
    )
    yield case(
        "ordinary-other-case",
        _upper_case_parts(to_docx(published(SCHOOL))),
        expect("The parts of the file are written in another case than Word's.", SCHOOL_ANSWERS),
    )


def _upper_case_parts(data: bytes) -> bytes:
    parts = docx.read(data)
    return docx.write({name.replace("word/document.xml", "word/Document.xml"): xml for name, xml in parts.items()})


def _columns() -> Iterator[Case]:
    form = published(SOCIAL)
    table = form.table("actions")
    table.widths = [4016, 1000, 4000]
    for row, text in zip(table.rows, ["Yes/No", "Yes", "y", "YES", "No", "x", ""], strict=True):
        row.cells = [row.cells[0], Cell(text), row.cells[3]]
    yield case(
        "layout-yes-no-column",
        form,
        expect(
            "One column Yes/No, in which the answer is written as a word; an x in row 5 says neither; row 6 is empty.",
            SOCIAL_ANSWERS,
            {"actions.other.answer": None},
            doubtful=["actions.saved.answer"],
            findings=["ACTION-02"],
        ),
    )
    form = published(SCHOOL | {"O2": circled("normal", "bold"), "C1": mode(face=run("face to face", "bold"))})
    form.table("completion").rows.append(form.table("completion").rows.pop(0))
    form.body.append(p())
    yield case("layout-mode-last", form, expect("The row of the mode stands last in its table.", SCHOOL_ANSWERS))
