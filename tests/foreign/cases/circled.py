"""The outcome, and virtual or face to face, marked in each way that leaves no doubt."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS, Answers, Typed
from tests.foreign.published import LABELS, OPTIONS, Cell, circled, consider, mode, option, published
from tests.foreign.word import SHADED, Piece, Xml, blocks, bullet, deleted, inserted, p, run, symbol

_OUTCOME, _MODE = "outcome.category", "completion.mode"
_BY_TURNS: tuple[tuple[Typed, Answers], ...] = (
    (SOCIAL, SOCIAL_ANSWERS),
    (SCHOOL, SCHOOL_ANSWERS),
    (GP, GP_ANSWERS),
    (POLICE, POLICE_ANSWERS),
)


def _options(chosen: Xml, *others: Xml) -> Xml:
    """The three options with the last, harmful, chosen."""
    return consider(*(others or (option("normal"), option("problematic"))), chosen)


def cases() -> Iterator[Case]:
    for number, look in enumerate(("bold", "underline", "highlight", "red", "boxed", "shaded")):
        typed, answers = _BY_TURNS[number % 4]
        marked = typed | {"O2": circled("harmful", look), "C1": mode(virtual=run("virtual", look))}
        yield case(
            f"circled-{look}",
            published(marked),
            expect(
                f"The outcome and the mode are marked by: {look}.",
                answers,
                {_OUTCOME: "harmful", _MODE: "virtual"},
                not_findings=["OUTCOME-01", "OUTCOME-02", "SIGN-01"],
            ),
        )
    for number, look in enumerate(("struck", "double struck")):
        typed, answers = _BY_TURNS[number % 4]
        marked = typed | {
            "O2": _options(option("harmful"), option("normal", look), option("problematic", look)),
            "C1": mode(virtual=run("virtual", look)),
        }
        yield case(
            f"circled-others-{look.replace(' ', '-')}",
            published(marked),
            expect(
                f"What does not apply is {look}; what is left stands plain.",
                answers,
                {_OUTCOME: "harmful", _MODE: "face_to_face"},
                not_findings=["OUTCOME-01", "OUTCOME-02"],
            ),
        )
    tracked = consider(bullet(deleted(OPTIONS["normal"])), bullet(deleted(OPTIONS["problematic"])), option("harmful"))
    label = p("Risk assessment completed via ", deleted("virtual/"), "face to face assessment (please circle)")
    yield _one("others-deleted-tracked", 2, "What does not apply was deleted while changes were tracked.",
               tracked, label, "harmful", "face_to_face")  # fmt: skip
    yield _one("others-deleted", 3, "What does not apply was deleted.",
               consider(option("normal")), p("Risk assessment completed via virtual assessment"),
               "normal", "virtual")  # fmt: skip
    yield _one("paragraph-shaded", 0, "The chosen paragraph is shaded; the mode's word is shaded.",
               _options(option("harmful", layout=SHADED)), mode(face=run("face to face", "shaded")),
               "harmful", "face_to_face")  # fmt: skip
    for name, before, after in (
        ("x-before", "x ", ""),
        ("x-after", "", " X"),
        ("tick-before", "✓", ""),
        ("tick-after", "", "  ✔"),
        ("x-brackets", "", " (x)"),
        ("x-square", "[x] ", ""),
        ("asterisk", "*", ""),
        ("arrow", "→ ", ""),
    ):
        typed_mode = mode(face=f"{before}face to face{after}") if name != "asterisk" else mode(face="*face to face*")
        yield _one(name, len(name), f"A sign stands beside the chosen words: {(before or after).strip()}",
                   _options(option("harmful", before=before, after=after)), typed_mode,
                   "harmful", "face_to_face")  # fmt: skip
    wingdings = symbol("Wingdings", "F0FC")
    yield _one("tick-symbol", 1, "A tick of the font Wingdings, put in by Insert, Symbol, stands behind the words.",
               _options(option("harmful", after=wingdings)), mode(face=Xml(run("face to face") + wingdings)),
               "harmful", "face_to_face")  # fmt: skip
    boxes = _options(option("harmful", before="☒ "), option("normal", before="☐ "), option("problematic", before="☐ "))
    yield _one("boxes", 2, "The agency typed boxes before the options: two open, one with a cross.",
               boxes, mode(virtual="☐ virtual", face="☒ face to face"), "harmful", "face_to_face")  # fmt: skip
    ticked = _options(option("harmful", before="✓ "), option("normal", before="✗ "), option("problematic", before="✗ "))
    yield _one("tick-and-crosses", 0, "A tick at one option and a cross at each of the others.",
               ticked, mode(virtual="virtual ✗", face="face to face ✓"), "harmful", "face_to_face")  # fmt: skip
    words = consider(option("normal"), bullet(run("Problematic", "bold", "underline"), " sexually active behaviour"),
                     option("harmful"))  # fmt: skip
    yield _one("first-word", 1, "Only the first word of the option is bold and underlined.",
               words, mode(face=Xml(run("face", "bold", "underline") + run(" to ") + run("face", "bold", "underline"))),
               "problematic", "face_to_face")  # fmt: skip
    bold = blocks(p(run(LABELS["O2"], "bold")), option("normal", "bold"), option("problematic", "bold", "underline"),
                  option("harmful", "bold"))  # fmt: skip
    label = p(run("Risk assessment completed via ", "bold"), run("virtual", "bold", "underline"),
              run("/face to face assessment (please circle)", "bold"))  # fmt: skip
    yield _one("underlined-among-bold", 2, "Label and options are all bold; one is underlined as well.",
               bold, label, "problematic", "virtual")  # fmt: skip
    yield _one("tracked-formatting", 3, "The chosen words were typed anew while changes were tracked, the old deleted.",
               consider(option("normal"), option("problematic"),
                        bullet(deleted(OPTIONS["harmful"]), inserted(run(OPTIONS["harmful"], "bold", "highlight")))),
               mode(virtual=run("virtual", "bold", "highlight")), "harmful", "virtual")  # fmt: skip
    yield from _typed()


def _typed() -> Iterator[Case]:
    plain = consider(*map(option, OPTIONS))
    alone = blocks("Consider to be: Harmful sexually active behaviour")
    yield _one("words-alone", 0, "The options were replaced by the chosen one, typed behind the label.",
               alone, mode(), "harmful", "face_to_face", next_to="Face to face")  # fmt: skip
    yield _one("words-under", 1, "The chosen option is typed again below the list.",
               consider(*map(option, OPTIONS), below="Problematic sexually active behaviour"), mode(),
               "problematic", "virtual", next_to="virtual")  # fmt: skip
    yield _one("words-short", 2, "One word is typed below the list: Harmful.",
               consider(*map(option, OPTIONS), below="Harmful"), mode(), "harmful", "face_to_face",
               next_to="face-to-face")  # fmt: skip
    yield _one("mode-typed-more", 3, "The mode is typed beside the label with a remark in brackets.",
               circled("normal", "bold"), mode(), "normal", "virtual", next_to="Virtual (Teams)")  # fmt: skip
    form = published(SOCIAL | {"O2": plain, "C1": mode()})
    table = form.table("outcomes")
    table.widths = [6016, 3000]
    table.rows[0].cells[0].span = 2
    table.rows[1].cells.append(Cell("Harmful"))
    form.row("C1").cells[1].content = "x face to face"
    yield case(
        "circled-next-cell",
        form,
        expect(
            "The agency's copy has a cell beside the options; the word Harmful is typed there.",
            SOCIAL_ANSWERS,
            {_OUTCOME: "harmful", _MODE: "face_to_face"},
        ),
    )
    form = published(GP)
    table = form.table("outcomes")
    table.widths = [3016, 3000, 3000]
    table.rows[0].cells[0].span = 3
    table.rows[1].cells = [
        Cell(OPTIONS["normal"]),
        Cell(OPTIONS["problematic"], settings=SHADED),
        Cell(OPTIONS["harmful"]),
    ]
    label = table.rows[1].__class__("OL", [Cell(LABELS["O2"], span=3)])
    table.rows.insert(1, label)
    yield case(
        "circled-cells",
        form,
        expect(
            "The agency's copy has the three options in three cells below the label; one cell is shaded.",
            GP_ANSWERS,
            {_OUTCOME: "problematic"},
        ),
    )


def _one(
    name: str, turn: int, shows: str, outcome: Xml, label: Xml, chosen: str, how: str, *, next_to: Piece = ""
) -> Case:
    typed, answers = _BY_TURNS[turn % 4]
    form = published(typed | {"O2": outcome, "C1": label})
    form.row("C1").cells[1].content = next_to
    expected = expect(
        shows, answers, {_OUTCOME: chosen, _MODE: how}, not_findings=["OUTCOME-01", "OUTCOME-02", "SIGN-01"]
    )
    return case(f"circled-{name}", form, expected)
