"""The outcome, and virtual or face to face, marked so that nobody can be sure."""

from collections.abc import Iterator

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS, Answers, Typed
from tests.foreign.cases.shapes import ellipse
from tests.foreign.published import OPTIONS, circled, consider, mode, option, published
from tests.foreign.word import Piece, Xml, deleted, p, run

_OUTCOME, _MODE = "outcome.category", "completion.mode"
_BY_TURNS: tuple[tuple[Typed, Answers], ...] = (
    (SOCIAL, SOCIAL_ANSWERS),
    (SCHOOL, SCHOOL_ANSWERS),
    (GP, GP_ANSWERS),
    (POLICE, POLICE_ANSWERS),
)


def cases() -> Iterator[Case]:
    plain = consider(*map(option, OPTIONS))
    yield _one("none", 0, "Nothing is marked.", plain, mode(), findings=["OUTCOME-01", "SIGN-01"])
    yield _one("two", 1, "Two outcomes are marked; both virtual and face to face are.",
               consider(option("normal"), option("problematic", "underline"), option("harmful", "underline")),
               mode(run("virtual", "bold"), run("face to face", "bold")),
               findings=["OUTCOME-02", "SIGN-01"])  # fmt: skip
    yield _one("signs-disagree", 2, "Bold on one outcome, an x at another; underlined virtual, an x at face to face.",
               consider(option("normal"), option("problematic", "bold"), option("harmful", after=" x")),
               mode(run("virtual", "underline"), "face to face x"))  # fmt: skip
    yield _one("one-struck", 3, "One of three outcomes is crossed out; two are left.",
               consider(option("normal", "struck"), option("problematic"), option("harmful")),
               mode(run("virtual", "underline"), run("face to face", "underline")))  # fmt: skip
    yield _one("all-struck", 0, "All three outcomes are crossed out, and both words of the mode.",
               consider(*(option(code, "struck") for code in OPTIONS)),
               mode(run("virtual", "struck"), run("face to face", "struck")))  # fmt: skip
    yield _one("others-grey", 1, "Two outcomes are grey, one is black.",
               consider(option("normal", "grey"), option("problematic", "grey"), option("harmful")),
               mode(run("virtual", "grey")))  # fmt: skip
    yield _one("italic", 2, "One outcome is in italics, nothing else.",
               circled("harmful", "italic"), mode(run("virtual", "italic")))  # fmt: skip
    yield _one("asked", 3, "A question mark stands beside the marked outcome and the marked mode.",
               consider(option("normal"), option("problematic"), option("harmful", "bold", after=" ?")),
               mode(face=run("face to face?", "underline")))  # fmt: skip
    yield _one("cross-one", 0, "A cross sign at one outcome, nothing at the others: chosen, or ruled out?",
               consider(option("normal"), option("problematic"), option("harmful", after=" ✗")),
               mode("virtual ✗"))  # fmt: skip
    yield _one("between", 1, "Words below the list that choose none: between two of them.",
               consider(*map(option, OPTIONS), below="Between problematic and harmful"), mode(), next_to="Both",
               kept=["Between problematic and harmful"])  # fmt: skip
    yield _one("not-words", 2, "Words below the list that rule one out: not harmful. By telephone.",
               consider(*map(option, OPTIONS), below="Not harmful"), mode(), next_to="By telephone",
               kept=["Not harmful", "By telephone"])  # fmt: skip
    yield _one("words-against-mark", 3, "One outcome is highlighted, another is typed below the list.",
               consider(option("normal"), option("problematic", "highlight"), option("harmful"), below="Harmful"),
               mode(run("virtual", "highlight")), next_to="Face to face")  # fmt: skip
    yield _one("chosen-struck", 0, "The bold outcome is crossed out as well; so is the bold word of the mode.",
               consider(option("normal"), option("problematic", "bold", "struck"), option("harmful")),
               mode(run("virtual", "bold", "struck"), run("face to face")))  # fmt: skip
    yield _one("half-words", 1, "Bold runs over half of one outcome and the first word of the next.",
               consider(option("normal"),
                        Xml(option("problematic").replace(run(OPTIONS["problematic"]), _half("problematic"))),
                        Xml(option("harmful").replace(run(OPTIONS["harmful"]), _first("harmful")))),
               mode(run("virtual", "bold"), run("face to face", "bold")))  # fmt: skip
    drawn = consider(option("normal"), option("problematic"), option("harmful", before=ellipse()))
    yield _one("ellipse", 2, "An ellipse is drawn around an outcome and around a word of the mode.",
               drawn, mode(face=Xml(ellipse() + run("face to face"))), findings=["FORM-11"])  # fmt: skip
    yield _one("one-deleted", 3, "One of three outcomes was deleted while changes were tracked; two are left.",
               consider(p(deleted(OPTIONS["normal"])), option("problematic"), option("harmful")), mode(),
               next_to="virtual / face to face")  # fmt: skip


def _half(code: str) -> str:
    words = OPTIONS[code].split(" ", 2)
    return run(" ".join(words[:2]) + " ") + run(words[2], "bold")


def _first(code: str) -> str:
    first, _, rest = OPTIONS[code].partition(" ")
    return run(first, "bold") + run(f" {rest}")


def _one(
    name: str,
    turn: int,
    shows: str,
    outcome: Xml,
    label: Xml,
    *,
    next_to: Piece = "",
    findings: list[str] | None = None,
    kept: list[str] | None = None,
) -> Case:
    typed, answers = _BY_TURNS[turn % 4]
    form = published(typed | {"O2": outcome, "C1": label})
    form.row("C1").cells[1].content = next_to
    expected = expect(shows, answers, doubtful=[_OUTCOME, _MODE], findings=findings or [], kept=kept or [])
    return case(f"doubt-{name}", form, expected)
