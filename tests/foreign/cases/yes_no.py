"""The two columns Yes and No, marked in every way."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS
from tests.foreign.cases.people import SOCIAL, SOCIAL_ANSWERS, Answers, Typed
from tests.foreign.published import Cell, Row, published
from tests.foreign.word import SHADED, Piece, Xml, p, run, symbol

_ROWS = ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")
_Pair = tuple[Piece, Piece]


def _answers(*given: str | None) -> Answers:
    return {f"actions.{row}.answer": value for row, value in zip(_ROWS, given, strict=True)}


def _marked(pairs: list[_Pair]) -> Typed:
    """The social worker's form with other marks; what she wrote under further details stays."""
    details = {key: SOCIAL[key][2] for key in (f"A{n}" for n in range(1, 7))}
    rows = zip(details.items(), pairs, strict=True)
    return SOCIAL | {key: (yes, no, text) for (key, text), (yes, no) in rows}


def _alike(name: str, mark: Piece, shows: str) -> Case:
    """One mark for all: Yes, No, Yes, No, Yes, Yes."""
    pairs: list[_Pair] = [(mark, ""), ("", mark), (mark, ""), ("", mark), (mark, ""), (mark, "")]
    return case(
        f"yesno-{name}",
        published(_marked(pairs)),
        expect(
            shows,
            SOCIAL_ANSWERS,
            _answers("yes", "no", "yes", "no", "yes", "yes"),
            not_findings=["ACTION-01", "ACTION-02"],
        ),
    )


def cases() -> Iterator[Case]:
    yield _alike("tick", "✓", "A tick in the right column.")
    yield _alike("heavy-tick", "✔", "A heavy tick.")
    yield _alike("capital-x", "X", "A capital X.")
    yield _alike("x-brackets", "(x)", "An x in brackets.")
    yield _alike("box", "☒", "A box with a cross, pasted in from another form.")
    yield _alike("cross", "✗", "A cross sign, in one column only.")
    yield _alike("symbol", symbol("Wingdings", "F0FC"), "A tick of the font Wingdings by Insert, Symbol.")
    yield _alike("wingdings", run("ü", "wingdings"), "The letter ü in the font Wingdings, which shows a tick.")
    yield _alike("wingdings-private", run("\uf0fc", "wingdings"), "The same tick as a character of private use.")
    yield _alike("wingdings-2", run("P", "wingdings 2"), "The letter P in the font Wingdings 2, which shows a tick.")
    yield _alike("bullet", run("●", "bold"), "A filled circle.")
    letters: list[_Pair] = [("Y", ""), ("", "N"), ("y", ""), ("", "n"), ("Yes", ""), ("", "No")]
    yield case(
        "yesno-letters",
        published(_marked(letters)),
        expect(
            "Y, N, Yes and No, each in its own column.",
            SOCIAL_ANSWERS,
            _answers("yes", "no", "yes", "no", "yes", "no"),
            not_findings=["ACTION-01", "ACTION-02"],
        ),
    )
    yield from _printed()
    yield from _shaded()
    yield from _doubts()


def _printed() -> Iterator[Case]:
    def words(which: str, *looks: str) -> _Pair:
        yes, no = run("Yes", *(looks if which == "yes" else ())), run("No", *(looks if which == "no" else ()))
        return yes, no

    pairs = [
        words("yes", "bold"),
        words("no", "underline"),
        words("yes", "highlight"),
        words("no", "boxed"),
        words("no", "struck"),
        words("yes", "red"),
    ]
    yield case(
        "yesno-words-printed",
        published(_marked(pairs)),
        expect(
            "The agency's copy prints Yes and No in each row; one is bold, underlined, highlighted, boxed or red, "
            "or the other is crossed out.",
            SOCIAL_ANSWERS,
            _answers("yes", "no", "yes", "no", "yes", "yes"),
        ),
    )
    form = published(SOCIAL)
    merged: dict[str, Piece] = {
        "A1": "Yes",
        "A2": p(run("Yes", "bold"), "/No"),
        "A3": p("Yes / ", run("No", "struck")),
        "A4": "No",
        "A5": p("Yes / No"),
        "A6": "",
    }
    for key, content in merged.items():
        row = form.row(key)
        row.cells = [row.cells[0], Cell(content, span=2), row.cells[3]]
    yield case(
        "yesno-merged",
        form,
        expect(
            "The two cells of a row are merged; a word, or both words with one marked; nothing marked in row 5.",
            SOCIAL_ANSWERS,
            _answers("yes", "yes", "yes", "no", None, None),
            findings=["ACTION-02"],
        ),
    )


def _shaded() -> Iterator[Case]:
    form = published(SOCIAL | {f"A{n}": ("", "", SOCIAL[f"A{n}"][2]) for n in range(1, 7)})
    for key, column in {"A1": 1, "A2": 2, "A3": 1, "A4": 2, "A5": 1, "A6": 2}.items():
        form.row(key).cells[column].settings = SHADED
    yield case(
        "yesno-shaded",
        form,
        expect(
            "One of the two cells of each row is shaded; nothing is typed.",
            SOCIAL_ANSWERS,
            _answers("yes", "no", "yes", "no", "yes", "no"),
        ),
    )
    form = published(SOCIAL)
    for key in ("A1", "A2", "A3"):
        form.row(key).cells[1].settings = form.row(key).cells[2].settings = SHADED
    for row in form.table("actions").rows[::2]:
        for cell in row.cells:
            cell.settings = SHADED
    yield case(
        "yesno-shaded-rows",
        form,
        expect("Every second row of the table is shaded for looks; the x counts.", SOCIAL_ANSWERS),
    )


def _doubts() -> Iterator[Case]:
    pairs: list[_Pair] = [("N", ""), ("", "Yes"), ("✓", "✗"), ("n/a", "n/a"), ("?", ""), ("x", "x")]
    yield case(
        "yesno-doubt",
        published(_marked(pairs)),
        expect(
            "N in the Yes column; Yes in the No column; a tick and a cross; n/a in both; a question mark; two x.",
            SOCIAL_ANSWERS,
            doubtful=_answers("", "", "", "", "", ""),
            findings=["ACTION-01"],
        ),
    )
    pairs = [("see details", ""), ("N/A", ""), ("-", "-"), ("x?", ""), ("Yes/No", ""), ("", "not yet")]
    yield case(
        "yesno-words-unclear",
        published(_marked(pairs)),
        expect(
            "Words that are no answer: see details, N/A, dashes, x with a question mark, Yes/No, not yet.",
            SOCIAL_ANSWERS,
            doubtful=_answers("", "", "", "", "", ""),
            kept=["see details", "N/A", "not yet"],
        ),
    )
    rows: Typed = {
        "A1": ("", "", "Yes - 14 May, at school"),
        "A2": ("-", "x", "weekly"),
        "A3": (p(run("x", "struck")), "x", "corrected MT"),
        "A4": ("", "", "Not needed at present"),
        "A5": ("", "", ""),
        "A6": ("14/05/2026", "", "letter to mum"),
    }
    yield case(
        "yesno-elsewhere",
        published(SOCIAL | rows),
        expect(
            "The answer only under further details; a dash beside an x; a struck x; nothing; a date for a tick.",
            SOCIAL_ANSWERS,
            {
                "actions.discussed.details": "Yes - 14 May, at school",
                "actions.support.answer": "no",
                "actions.safeguarding_lead.details": "corrected MT",
                "actions.referral.details": "Not needed at present",
                "actions.saved.answer": None,
                "actions.other.details": "letter to mum",
            },
            doubtful=[
                *("actions.discussed.answer", "actions.referral.answer"),
                *("actions.safeguarding_lead.answer", "actions.other.answer"),
            ],
            findings=["ACTION-02"],
            kept=["14/05/2026"],
        ),
    )
    form = published(GP)
    note = Row("A7", [Cell("Body map attached"), Cell(""), Cell("x"), Cell("not needed")])
    form.table("actions").rows.append(note)
    form.row("A6").cells[3].content = Xml(p("Police informed"))
    yield case(
        "yesno-extra-row",
        form,
        expect(
            "The agency has a row of its own at the end of the actions.",
            GP_ANSWERS,
            findings=["FORM-05"],
            unplaced=["Body map attached", "not needed"],
        ),
    )
