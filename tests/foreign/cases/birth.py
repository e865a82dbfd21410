"""Date of birth and age in one cell, and the date of the assessment."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS
from tests.foreign.published import published
from tests.foreign.word import Piece, Xml, p, run, runs

_DOB, _AGE, _DATE = "child.date_of_birth", "child.age", "completion.date"


@dataclass(frozen=True)
class _Birth:
    name: str
    typed: Piece
    date: str | None
    age: int | None
    shows: str
    doubtful: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


_CLEAR = ("CHILD-02", "CHILD-03", "CHILD-04", "AGE-20")
_BIRTHS = (
    _Birth("space", "12/03/2012 14", "2012-03-12", 14, "A date, a space, the age.", never=_CLEAR),
    _Birth("age-first", "14 (12/03/2012)", "2012-03-12", 14, "The age first, the date in brackets.", never=_CLEAR),
    _Birth("stroke", "12/03/2012 / 14", "2012-03-12", 14, "A stroke between, as in the label.", never=_CLEAR),
    _Birth("stroke-close", "12/03/2012/14", "2012-03-12", 14, "A stroke between and no spaces.", never=_CLEAR),
    _Birth("ordinal", "12th March 2012 – 14 yrs", "2012-03-12", 14, "The date in words, a dash, yrs.", never=_CLEAR),
    _Birth("months", "14 years 2 months; 12-03-2012", "2012-03-12", 14, "Years and months, dashes.", never=_CLEAR),
    _Birth("iso", "2012-03-12 / 14", "2012-03-12", 14, "The date as computers write it.", never=_CLEAR),
    _Birth("lines", "12/03/2012\n14 years old", "2012-03-12", 14, "On two lines.", never=_CLEAR),
    _Birth("captions", "DOB: 12 Mar 2012\vAge: 14", "2012-03-12", 14, "With its own captions.", never=_CLEAR),
    _Birth("dob-only", "12/03/2012", "2012-03-12", None, "Only the date of birth.", never=_CLEAR),
    _Birth("age-only", "14", None, 14, "Only the age.", never=_CLEAR),
    _Birth("age-only-words", "14yrs", None, 14, "Only the age, with yrs written close.", never=_CLEAR),
    _Birth("dob-not-known", "Age 14, DOB not known", None, 14, "The age; the date of birth is not known.",
           never=("CHILD-02", "CHILD-03", "CHILD-04", "AGE-20")),
    _Birth("year-short", "12/3/12, 14", None, 14, "A year of two figures. The age is read.", findings=("CHILD-04",)),
    _Birth("month-first", "03/27/2012, 14", None, 14, "Month first: no date, day first.", findings=("CHILD-03",)),
    _Birth("no-such-day", "31/02/2012 (14)", None, 14, "There is no such day.", findings=("CHILD-03",)),
    _Birth("asked", "12/03/2012? 14", None, 14, "A question mark behind the date: a doubt.", doubtful=(_DOB,)),
    _Birth("two-ages", "14/15", None, None, "Two ages, or a range.", doubtful=(_AGE,), never=("CHILD-02",)),
    _Birth("about", "12/03/2012, about 13 or 14", "2012-03-12", None, "An age that is a guess.", doubtful=(_AGE,)),
    _Birth("two-dates", "12/03/2012 or 12/04/2012, age 14", None, 14, "Two dates of birth.", doubtful=(_DOB,)),
    _Birth("disagree", "12/03/2012 (15)", "2012-03-12", 15, "Date and age disagree: both are read as written.",
           never=("CHILD-03", "CHILD-04", "AGE-20")),
    _Birth("twelve", "10/06/2013, 12", "2013-06-10", 12, "A child of twelve, with a referral.", never=("CHILD-02",)),
)  # fmt: skip


def _shown(typed: Piece) -> str:
    return "" if isinstance(typed, Xml) else f"“{' / '.join(typed.splitlines())}”."


def cases() -> Iterator[Case]:
    for each in _BIRTHS:
        yield case(
            f"birth-{each.name}",
            published({**GP, "D2": each.typed}),
            expect(
                f"DOB/Age: {_shown(each.typed)} {each.shows}",
                GP_ANSWERS,
                {_DOB: each.date, _AGE: each.age},
                doubtful=each.doubtful,
                findings=each.findings,
                not_findings=each.never,
            ),
        )
    struck = p(run("12/03/2011", "struck"), " 12/03/2012 14")
    yield case(
        "birth-struck",
        published({**GP, "D2": struck}),
        expect(
            "DOB/Age. A date crossed out by hand, another written behind it.",
            GP_ANSWERS,
            {_AGE: 14},
            doubtful=[_DOB],
            or_doubtful=[_AGE],
            findings=["FORM-11"],
        ),
    )
    yield from _dates()


def _dates() -> Iterator[Case]:
    clear: tuple[tuple[str, Piece, str], ...] = (
        ("weekday", "Thursday 14 May 2026", "The day of the week before the date."),
        ("time", "14/05/2026 at 15:30", "A time behind the date."),
        ("ordinal", "14th May, 2026", "An ordinal and a comma."),
        ("runs", p(runs("14", run("th"), " May 20", "26")), "The date in several runs."),
    )
    for name, typed, shows in clear:
        yield case(
            f"date-{name}",
            published({**SCHOOL, "C6": typed}),
            expect(f"Date: {_shown(typed)} {shows}", SCHOOL_ANSWERS, {_DATE: "2026-05-14"}, not_findings=["SIGN-05"]),
        )
    unclear: tuple[tuple[str, Piece, str], ...] = (
        ("year-short", "14/05/26", "A year of two figures."),
        ("month", "May 2026", "A month without a day."),
        ("two", "14/05/2026, amended 20/05/2026", "Two dates."),
        ("asked", "14 or 15/05/2026", "Two days to choose from."),
    )
    for name, typed, shows in unclear:
        yield case(
            f"date-{name}",
            published({**SCHOOL, "C6": typed}),
            expect(f"Date: {_shown(typed)} {shows}", SCHOOL_ANSWERS, doubtful=[_DATE], findings=["SIGN-05"]),
        )
