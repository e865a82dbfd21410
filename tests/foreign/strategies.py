"""What people might type into a form, and what it must be read as by the project's public contract."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from tests.foreign.fill import TICKED, date_value, long_date

FULL_LENGTH = 10_000
NO_BREAK_SPACE = chr(0xA0)

# What Unicode calls White_Space, of what XML 1.0 can hold. Zero-width characters are not among it.
WHITE_SPACE = "\t\n\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"

# Placeholders that forms are known to use; `texts` never makes a text that holds one.
PLACEHOLDERS = (
    "Click or tap to write",
    "Click or tap for the date",
    "Click or tap for the age",
    "Click or tap here to enter text.",
    "Click or tap to enter a date.",
    "Choose an item.",
)

_PIECES = (
    # what XML, templates, spreadsheets and logs trip over
    "Tom & Jerry <mother> said \"no\" and 'yes'",
    "]]>",
    "&amp;",
    "&#13;",
    "<w:t>",
    "{ child }",
    "{% if",
    "}} %}",
    "=1+1",
    "\\",
    "%s",
    "☐",
    "☒",
    # lines and white space
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    " ",
    NO_BREAK_SPACE,
    "\u1680",
    "\u2003",
    "\u2009",
    "\u2028",
    "\u2029",
    "\u202f",
    "\u205f",
    "\u3000",
    # characters without a width
    "a\u200bb",
    "a\u200db",
    "\u200c",
    "\u2060",
    "\ufeff",
    "co\u00adoperate",
    # right to left (Hebrew and Arabic words), with its marks
    "\u05e9\u05dc\u05d5\u05dd",
    "\u200f\u0645\u0631\u062d\u0628\u0627\u200e",
    "\u202b\u0639\u0631\u0628\u064a\u202c",
    "\u2067\u05e2\u05d1\u05e8\u05d9\u05ea\u2069",
    # combining marks and other planes
    "e\u0301",
    "\u0301",
    "Zoë",
    "ﬁ",
    "👩\u200d👧",
    "🏳\ufe0f\u200d🌈",
    "👍🏽",
    "🇬🇧",
    "\U0001d49c",
    "𠮷",
    "\U0010fffd",
    # typography
    "\u2018so\u2019 \u201cthus\u201d \u2013 \u2014 \u2026",
    "\u2011",
    "•",
    "£5 ½",
    "not known",
    "n/a",
)

#: Letters and a sign that show nothing: fillers of Hangul, and the empty pattern of Braille.
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"

_ANY_CHARACTER = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")

_TEXT_FIELDS = (
    *(
        f"child.{name}"
        for name in (
            "name",
            "gender",
            "ethnic_origin",
            "first_language",
            "gp",
            "address",
            "contact",
            "occupation",
            "school",
        )
    ),
    *(f"considerations.q{number:02}" for number in range(1, 13)),
    "outcome.summary",
    *(
        f"actions.{name}.details"
        for name in ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")
    ),
    *(f"completion.{name}" for name in ("practitioner", "signature", "role", "organisation", "child_signature")),
)
_DATE_FIELDS = ("child.date_of_birth", "completion.date")
_CHOICE_FIELDS = {
    "outcome.category": ("normal", "problematic", "harmful"),
    "completion.mode": ("virtual", "face_to_face"),
    **{
        f"actions.{name}.answer": ("yes", "no")
        for name in ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")
    },
}

Answer = str | int | None


@dataclass(frozen=True)
class Filling:
    """What is typed, by control tag, ready for `fill`; and the answer expected for each of the 45 fields."""

    typed: Mapping[str, str]
    expected: Mapping[str, Answer]


def read_as_text(typed: str) -> str | None:
    """A text answer by the contract: every line end is a newline, outer white space goes, blank is no answer."""
    return re.sub("\r\n|\r", "\n", typed).strip(WHITE_SPACE) or None


def texts(avoid: Collection[str] = PLACEHOLDERS) -> st.SearchStrategy[str]:
    """Any text that XML 1.0 can hold, nasty mixtures more often than not; sometimes blank."""
    mixed = st.lists(st.sampled_from(_PIECES) | st.text(_ANY_CHARACTER, max_size=5), max_size=6).map("".join)
    blank = st.text(st.sampled_from(WHITE_SPACE.replace("\x85", "")), max_size=4)
    anything = st.one_of(mixed, mixed, st.text(_ANY_CHARACTER | st.sampled_from("\t\n"), max_size=12), blank)
    return anything.filter(_holds_none_of(avoid)).filter(_says_something_or_nothing)


def full_texts(avoid: Collection[str] = PLACEHOLDERS) -> st.SearchStrategy[str]:
    """Texts of exactly 10,000 characters."""
    return (
        texts(avoid)
        .map(lambda text: text or "x")
        .map(lambda text: (text * FULL_LENGTH)[:FULL_LENGTH])
        .filter(_holds_none_of(avoid))
    )


def _says_something_or_nothing(text: str) -> bool:
    """Signs that nobody sees are no answer, alone or together: what is left of such a text is for other tests."""
    blank = not text.strip(WHITE_SPACE)
    return blank or any(unicodedata.category(sign)[0] in "LNPS" and sign not in _FILLERS for sign in text)


def _holds_none_of(avoid: Collection[str]) -> Callable[[str], bool]:
    return lambda text: not any(placeholder in text for placeholder in avoid)


def nhs_numbers() -> st.SearchStrategy[tuple[str, str]]:
    """A number of the range kept for tests, as typed and as read; the check digit is right or wrong."""
    writings = ("{}{}{}", "{} {} {}", f"{{}}{NO_BREAK_SPACE}{{}}{NO_BREAK_SPACE}{{}}", " {} {} {} ")
    digits = st.integers(0, 9_999_999).map(lambda number: f"999{number:07}")
    return st.tuples(digits, st.sampled_from(writings)).map(
        lambda pair: (pair[1].format(pair[0][:3], pair[0][3:6], pair[0][6:]), pair[0])
    )


def ages() -> st.SearchStrategy[tuple[str, int]]:
    """An age in whole years from 0 to 17, as typed and as read."""
    writings = ("{}", "{}", " {} ", "{} years", "{} years 8 months")
    return st.tuples(st.integers(0, 17), st.sampled_from(writings)).map(lambda pair: (pair[1].format(pair[0]), pair[0]))


def dates() -> st.SearchStrategy[tuple[str, str]]:
    """A date from 1950 to 2030, as `fill` takes it (picked in the control, or only typed) and as read."""
    writings: tuple[Callable[[date], str], ...] = (
        date_value,
        date_value,
        long_date,
        lambda day: f"{day.day}/{day.month}/{day.year}",
        lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    )
    days = st.dates(date(1950, 1, 1), date(2030, 12, 31))
    return st.tuples(days, st.sampled_from(writings)).map(lambda pair: (pair[1](pair[0]), pair[0].isoformat()))


@st.composite
def values(draw: st.DrawFn, avoid: Collection[str] = PLACEHOLDERS) -> Filling:
    """A whole form; any field may be left unanswered."""
    typed: dict[str, str] = {}
    expected: dict[str, Answer] = {}

    def answer(field: str, pair: tuple[str, Answer] | None) -> None:
        expected[field] = None if pair is None else pair[1]
        if pair is not None:
            typed[field] = pair[0]

    in_full = draw(st.none() | st.none() | st.sampled_from(_TEXT_FIELDS))
    for field in _TEXT_FIELDS:
        text = draw(full_texts(avoid) if field == in_full else texts(avoid))
        answer(field, (text, read_as_text(text)))
    for field in _DATE_FIELDS:
        answer(field, draw(st.none() | dates()))
    answer("child.age", draw(st.none() | ages()))
    answer("child.nhs_number", draw(st.none() | nhs_numbers()))
    for field, codes in _CHOICE_FIELDS.items():
        chosen = draw(st.none() | st.sampled_from(codes))
        expected[field] = chosen
        if chosen is not None:
            typed[f"{field}.{chosen}"] = TICKED
    return Filling(typed, expected)
