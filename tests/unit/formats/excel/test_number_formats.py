"""Numbers as the programs show them, and the dates that they count to."""

import pytest

from hsbdocs.formats.excel.number_formats import GENERAL, Kind, format_of
from hsbdocs.formats.excel.values import is_rounded, shown
from tests.unit.formats.excel.number_cases import PLAIN, SHOWN

CUSTOM = 164


def show(number: float, code: str | None, index: int = CUSTOM, *, since_1904: bool = False) -> tuple[str, str]:
    """Text and date of a number in a format."""
    return shown(number, format_of(index, code), since_1904=since_1904)


@pytest.mark.parametrize(("code", "number", "text"), [*SHOWN, *PLAIN])
def test_a_number_is_shown_as_excel_shows_it(code: str, number: float, text: str) -> None:
    assert show(number, code)[0] == text


# ---- Formats that have no definition (ECMA-376 part 1, 18.8.30) ------------------------------------


@pytest.mark.parametrize(
    ("index", "number", "text"),
    [
        (0, 46154, "46154"),
        (1, 2.6, "3"),
        (2, 2.6, "2.60"),
        (9, 0.5, "50%"),
        (10, 0.5, "50.00%"),
        (14, 46154, "12/05/2026"),
        (15, 46154, "12-May-26"),
        (16, 46154, "12-May"),
        (17, 46154, "May-26"),
        (18, 0.75, "6:00 PM"),
        (19, 0.75, "6:00:00 PM"),
        (20, 0.75, "18:00"),
        (21, 0.75, "18:00:00"),
        (22, 46154.75, "12/05/2026 18:00"),
        (45, 0.75, "00:00"),
        (46, 0.75, "18:00:00"),
        (27, 46154, "2026-05-12"),
        (58, 46154, "2026-05-12"),
        (33, 0.75, "18:00:00"),
        (49, 46154, "46154"),
        (163, 46154, "46154"),
    ],
)
def test_formats_that_every_program_knows(index: int, number: float, text: str) -> None:
    assert show(number, None, index)[0] == text


def test_a_definition_goes_before_what_every_program_knows() -> None:
    assert show(46154, "yyyy", 14)[0] == "2026"


# ---- Dates ------------------------------------------------------------------------------------------


def test_a_date_is_known_in_either_way_of_counting() -> None:
    assert show(46154, "d/m/yyyy")[1] == "2026-05-12"
    assert show(46154 - 1462, "d/m/yyyy", since_1904=True) == ("12/5/2026", "2026-05-12")
    assert show(0, "d/m/yyyy", since_1904=True) == ("1/1/1904", "1904-01-01")


def test_a_time_of_day_stays_with_its_date() -> None:
    assert show(46154.5625, "d/m/yyyy")[1] == "2026-05-12T13:30"
    assert show(46154.5625, "hh:mm") == ("2026-05-12T13:30", "2026-05-12T13:30")
    assert show(0.5625, "hh:mm")[1] == ""


@pytest.mark.parametrize("number", [-1, 0, 1, 59, 60, 60.5, 2958466, 1e9])
def test_days_that_never_were_are_shown_as_numbers(number: float) -> None:
    """60 is 29 February 1900, which no calendar has; the days before it are one off."""
    assert show(number, "dd/mm/yyyy") == (f"{number:.15g}", "")


@pytest.mark.parametrize(("year", "is_year"), [(1899, False), (1900, True), (2026, True), (2100, True), (2101, False)])
def test_a_year_alone_is_no_date(year: int, is_year: bool) -> None:
    assert (show(year, "dd/mm/yyyy") == (str(year), "")) is is_year


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (9999, ""),
        (10000, "1927-05-18"),
        (32874, "1990-01-01"),
        (46154, "2026-05-12"),
        (73050, "2099-12-31"),
        (73051, ""),
        (2026, ""),
    ],
)
def test_a_plain_number_may_be_meant_for_a_date(number: float, day: str) -> None:
    assert show(number, None, 0) == (str(number), day)
    assert show(number, "@") == (str(number), day)
    assert show(number, "0")[1] == ""


def test_a_plain_number_counts_from_1904_too() -> None:
    assert show(46154 - 1462, None, 0, since_1904=True) == ("44692", "2026-05-12")
    assert show(10000 - 1462, None, 0, since_1904=True)[1] == "1927-05-18"
    assert show(9999 - 1462, None, 0, since_1904=True)[1] == ""
    assert show(73051 - 1462, None, 0, since_1904=True)[1] == ""


# ---- Kinds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("d", Kind.DATE),
        ("mmm", Kind.DATE),
        ("hh:mm", Kind.TIME),
        ("[s]", Kind.NUMBER),
        ('0" d"', Kind.NUMBER),
        (r"0\d", Kind.NUMBER),
        ("[Red]0", Kind.NUMBER),
        ("0_d", Kind.NUMBER),
        ("[$d-809]0", Kind.NUMBER),
        ("#", Kind.NUMBER),
        ("0;yyyy", Kind.NUMBER),
    ],
)
def test_what_a_number_stands_for(code: str, kind: Kind) -> None:
    assert format_of(CUSTOM, code).kind is kind


@pytest.mark.parametrize(("code", "hides"), [(";;;", True), (";;", True), (";", True), ("", False), ("0;;", False)])
def test_formats_that_show_nothing(code: str, hides: bool) -> None:
    assert format_of(CUSTOM, code).hides is hides


@pytest.mark.parametrize("code", ["", "General", "GENERAL", "@", "[Red]General", "General;-General"])
def test_general(code: str) -> None:
    assert format_of(CUSTOM, code) is GENERAL


@pytest.mark.parametrize(("number", "lost"), [(999999999999999, False), (1e15, True), (-1e15, True), (0.1, False)])
def test_from_sixteen_figures_on_the_last_ones_are_lost(number: float, lost: bool) -> None:
    assert is_rounded(number) is lost


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("mmm-yy", "Mar-26", "2026-03"),
        ("mmmm yyyy", "March 2026", "2026-03"),
        ("d-mmm", "1-Mar", "--03-01"),
        ("d mmm yyyy", "1 Mar 2026", "2026-03-01"),
        ("dd/mm/yy", "01/03/26", "2026-03-01"),
    ],
)
def test_a_date_is_known_as_far_as_it_is_shown(code: str, text: str, day: str) -> None:
    """ "March 2026" typed into a cell is stored as the first of March, which nobody wrote."""
    assert show(46082, code) == (text, day)
