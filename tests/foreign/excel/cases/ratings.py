"""Ratings typed by hand, with and without doubt, and ratings that are no words at all."""

from collections.abc import Iterator

from tests.foreign.excel.blank import row_of
from tests.foreign.excel.book import Error, Rich, Value
from tests.foreign.excel.cases.case import Case, case, evidence, expect, filled, rating, with_answers
from tests.foreign.excel.cases.people import Answers
from tests.foreign.excel.labels import CRITERIA

_STRUCK = '<strike/><sz val="11"/><rFont val="Calibri"/>'

# What is typed in the rating of R1, and why nobody can be sure.
_UNCLEAR: tuple[tuple[str, Value, str], ...] = (
    ("asked", "green?", "A question mark."),
    ("two", "Green/Amber", "Two colours."),
    ("two-lines", "Green\nAmber", "Two colours, one below the other."),
    ("between", "amber to red", "Between two."),
    ("arrow", "Amber → Red", "It has changed, or will."),
    ("ish", "amber-ish", "Not quite."),
    ("mostly", "mostly green", "Not wholly."),
    ("not", "not green", "Only what it is not."),
    ("contradicts", "Green – harmful", "The colour of one and the word of another."),
    ("was", "Amber – problematic (was green in January)", "Two colours in a remark."),
    ("na", "n/a", "No rating."),
    ("see", "see evidence", "A reference."),
    ("number", 1, "A number."),
    ("number-three", 3, "A number that could be the highest or the lowest."),
    ("number-text", "2", "A number as text."),
    ("yellow", "yellow", "A colour that is not on the list."),
    ("inappropriate", "Inappropriate", "A word of another scale."),
    ("true", True, "A logical value."),
    ("error", Error("#N/A"), "An error value."),
    ("tick", "✓", "A tick, but of what?"),
)  # fmt: skip

# What is typed there that people would read, and a program may leave.
_LIKELY: tuple[tuple[str, str, str, str], ...] = (
    ("letter", "R", "harmful", "Only the first letter."),
    ("both-stroke", "green/healthy", "healthy", "Colour and word with a stroke between: both mean one."),
    ("both-brackets", "Green (healthy)", "healthy", "Colour and word, in brackets."),
    ("loud", "Red!!", "harmful", "Signs behind it."),
    ("remark", "Amber, see evidence", "problematic", "A remark behind it."),
    ("typo", "Grean – healthy", "healthy", "A slip of the keyboard."),
    ("full-stop", "Red.", "harmful", "A full stop behind it."),
    ("rating-red", "RED RATING", "harmful", "A word more."),
)


def cases() -> Iterator[Case]:
    """The cases."""
    yield from _by_hand()
    for name, value, why in _UNCLEAR:
        look = {rating("type"): "open general"}
        kept = [str(value)] if isinstance(value, str) else []
        yield case(
            f"rating-{name}",
            with_answers({rating("type"): value}, looks=look if not kept else {}),
            expect(f"Rating of R1: {_said(value)}. {why}", doubtful=[rating("type")], kept=kept),
        )
    for name, text, code, why in _LIKELY:
        yield case(
            f"rating-{name}",
            with_answers({rating("type"): text}),
            expect(f"Rating of R1: “{text}”. {why}", {rating("type"): code}, or_doubtful=[rating("type")]),
        )
    yield from _no_words()
    yield from _crossed_out()


def _said(value: Value) -> str:
    match value:
        case Error(code):
            return code
        case bool():
            return str(value).upper()
        case str():
            return f"“{value.replace(chr(10), ' / ')}”"
        case _:
            return str(value)


def _by_hand() -> Iterator[Case]:
    for name, words, shows in (
        (
            "words",
            ("green", "AMBER", "Red", "healthy", "Problematic", "HARMFUL", "Green - healthy", "amber–problematic"),
            "Ratings typed by hand: colours, words, capitals, another dash.",
        ),
        (
            "spaces",
            (" Green – healthy ", "Amber  –  problematic", "Red—harmful", "Green –\nhealthy", "red\u00a0–\u00a0harmful",
             "Green-healthy", "\tamber", "Red \u2212 harmful"),
            "Ratings typed by hand: spaces, line breaks, long and short dashes.",
        ),
    ):  # fmt: skip
        codes = {"green": "healthy", "amber": "problematic", "red": "harmful"}
        typed: dict[str, Value] = {rating(name): word for name, word in zip(CRITERIA, words, strict=True)}
        # Written out here word by word: what was meant.
        meant = {
            "words": ("green", "amber", "red", "green", "amber", "red", "green", "amber"),
            "spaces": ("green", "amber", "red", "green", "red", "green", "amber", "red"),
        }[name]
        answers: Answers = {rating(c): codes[colour] for c, colour in zip(CRITERIA, meant, strict=True)}
        yield case(f"rating-by-hand-{name}", with_answers(typed), expect(shows, answers))
    yield case(
        "rating-not-known",
        with_answers({rating("type"): "not known", rating("context"): "Not known"}),
        expect(
            "“not known” in the rating's own cell: no rating, and no doubt about it.",
            {rating("type"): None, rating("context"): None},
            kept=["not known", "Not known"],
            free=True,
        ),
    )
    yield case(
        "rating-dash",
        with_answers({rating("type"): "-", rating("context"): "–"}),
        expect("A dash where there is no rating.", {rating("type"): None, rating("context"): None}, free=True),
    )
    yield case(
        "rating-in-evidence",
        with_answers({rating("type"): "Told off twice", evidence("type"): "Amber – problematic"}),
        expect(
            "Rating and evidence each in the other's cell.",
            {evidence("type"): "Amber – problematic"},
            doubtful=[rating("type")],
            kept=["Told off twice"],
        ),
    )


def _no_words() -> Iterator[Case]:
    row = row_of("type")
    book = with_answers({rating("type"): None}, looks={rating("type"): "amber"})
    yield case(
        "rating-colour-only",
        book,
        expect("The rating's cell is filled with a colour; no word.", {}, or_doubtful=[rating("type")]),
    )
    yield case(
        "rating-colour-against-word",
        with_answers({rating("type"): "Green – healthy"}, looks={rating("type"): "red"}),
        expect(
            "Green in words, red by a colour put on by hand: two signs that disagree.",
            {rating("type"): "healthy"},
            or_doubtful=[rating("type")],
        ),
    )
    book = with_answers({rating("type"): None})
    book.sheets[0].put(row, 4, f"✓ {CRITERIA['type'][2]}")
    yield case(
        "rating-tick-in-description",
        book,
        expect("A tick before the description under Problematic; no rating.", {}, or_doubtful=[rating("type")]),
    )
    book = with_answers({rating("type"): None})
    book.sheets[0].put(row, 4, "x")
    yield case(
        "rating-x-over-description",
        book,
        expect("An x in place of the description under Problematic; no rating.", {}, or_doubtful=[rating("type")]),
    )
    book = with_answers({rating("type"): None})
    book.sheets[0].put(row, 4, CRITERIA["type"][2], "amber")
    yield case(
        "rating-description-coloured",
        book,
        expect("The description under Problematic is coloured; no rating.", {}, or_doubtful=[rating("type")]),
    )
    book = with_answers({rating("type"): "Amber – problematic"})
    book.sheets[0].put(row, 5, "✓ " + CRITERIA["type"][3])
    yield case(
        "rating-against-tick",
        book,
        expect("Rated amber, and a tick before the description under Harmful.", doubtful=[rating("type")]),
    )
    yield case(
        "rating-unseen",
        with_answers({}, looks={rating("type"): "unseen", evidence("type"): "white"}),
        expect(
            "A rating that its format hides, and evidence in white on white: they are there, and nobody sees them.",
            or_doubtful=[rating("type"), evidence("type")],
        ),
    )


def _crossed_out() -> Iterator[Case]:
    yield case(
        "rating-struck",
        with_answers({}, looks={rating("type"): "struck"}),
        expect("A rating crossed out.", doubtful=[rating("type")], findings=["FORM-11"]),
    )
    struck = Rich((("Green – healthy", _STRUCK), (" Amber – problematic", "")))
    yield case(
        "rating-struck-and-new",
        with_answers({rating("type"): struck}),
        expect("One rating crossed out, another behind it.", doubtful=[rating("type")], findings=["FORM-11"]),
    )
    book = filled()
    for column in range(1, 8):
        book.sheets[0].cells[row_of("type"), column].look = "struck"
    yield case(
        "rating-row-struck",
        book,
        expect(
            "A whole row crossed out.",
            doubtful=[rating("type")],
            or_doubtful=[evidence("type")],
            findings=["FORM-11"],
        ),
    )
