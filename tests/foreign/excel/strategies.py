"""What people might type into a checklist, and what it must be read as by the project's public contract."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.foreign.excel.labels import CRITERIA, DETAILS, RATINGS
from tests.foreign.strategies import dates, full_texts, read_as_text
from tests.foreign.strategies import texts as word_texts

_DATE = "checklist.date"
TEXT_FIELDS = (
    *(field for field in DETAILS if field != _DATE),
    *(f"criteria.{name}.evidence" for name in CRITERIA),
)
RATING_FIELDS = tuple(f"criteria.{name}.rating" for name in CRITERIA)

# What Excel's own way to write control characters, and formulas, trip over.
_PIECES = (
    *("_x0041_", "_x000D_", "_x005F_", "_x005f_x0041_", "_x_x0041_x0042_", "_x004", "x0041_", "__x000A___", "_x000d_"),
    *("=1+1", "'=A1", "+44", "-", "@SUM(1)", "#N/A", "#REF!", "TRUE", "0012", "1E5", "3/4", "50%", "46095"),
    *("Green – healthy", "Rating", "Evidence", "R1", "Notes on this checklist", "Green, Amber"),
)


@dataclass(frozen=True)
class Filling:
    """What is typed, by field id, ready for `fill`; and the answer expected for each of the 20 fields."""

    typed: dict[str, str]
    expected: dict[str, str | None]


def texts() -> st.SearchStrategy[str]:
    """Texts of all that XML can hold, with what is special in workbooks."""
    pieces = st.sampled_from(_PIECES)
    mixed = st.lists(pieces | word_texts(), max_size=4).map("".join)
    return word_texts() | pieces | mixed


def texts_with_controls() -> st.SearchStrategy[str]:
    """Texts with characters that XML cannot hold and Excel can: vertical tab, bell, U+0001."""
    controls = st.sampled_from(("\x01", "\x07", "\x0b", "\x1f"))
    return st.tuples(texts(), controls, texts()).map(lambda three: "a" + "".join(three) + "b")


@st.composite
def values(draw: st.DrawFn) -> Filling:
    """A whole checklist; any field may be left unanswered."""
    typed: dict[str, str] = {}
    expected: dict[str, str | None] = {}
    in_full = draw(st.none() | st.none() | st.sampled_from(TEXT_FIELDS))
    for field in TEXT_FIELDS:
        typed[field] = draw(full_texts() if field == in_full else texts())
        expected[field] = read_as_text(typed[field])
    day = draw(st.none() | dates())
    expected[_DATE] = None if day is None else day[1]
    if day is not None:
        typed[_DATE] = day[0]
    for field in RATING_FIELDS:
        code = draw(st.none() | st.sampled_from(sorted(RATINGS)))
        expected[field] = code
        if code is not None:
            typed[field] = RATINGS[code]
    return Filling(typed, expected)


def by_hand() -> st.SearchStrategy[tuple[str, str]]:
    """A rating typed by hand that leaves no doubt, as typed and as read."""
    ways: tuple[Callable[[str], str], ...] = (
        str,
        str.lower,
        str.upper,
        lambda text: f" {text} ",
        lambda text: f"{text}\n",
    )

    words = st.sampled_from(
        [
            (word, code)
            for code, label in RATINGS.items()
            for word in (label, label.partition(" ")[0], code, label.replace("–", "-"))
        ]
    )
    return st.tuples(words, st.sampled_from(ways)).map(lambda pair: (pair[1](pair[0][0]), pair[0][1]))
