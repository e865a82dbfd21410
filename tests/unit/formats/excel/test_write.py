"""A small view as a workbook: every text in its place, nothing taken for a formula or link, always the same bytes."""

from __future__ import annotations

import copy

from hsbdocs.formats.excel.write import write_workbook
from tests.unit.formats.excel.views import IDENTITY, VIEW, S, checklist, look, row_of, small
from tests.unit.formats.wordfile import unzipped


def test_every_text_stands_in_its_cell() -> None:
    printed = "- printed " * 12
    assert small().texts(1) == {
        "A1": "=A & B <C>",
        "A2": "Ring first.",
        "A3": "One notice.",
        "A4": "http://example.org/ is no link",
        **{"A6": "D1", "B6": "Name", "A7": "D2", "B7": "Day on which it was written down"},
        **{"A9": "Ref", "B9": "Thing", "C9": "Printed", "D9": "Mark", "E9": "Why"},
        **{"A10": "R1", "B10": "First", "C10": "=SUM(1)", "A11": "R2", "B11": "Second", "C11": printed},
        "A13": "Below.",
    }
    assert small().texts(2) == {"A1": "Notes on it", "A2": "A note.", "A3": "A head", "A4": "A long note. " * 40}


def test_no_formula_and_no_link() -> None:
    for name, data in small().parts.items():
        assert b"<f>" not in data, name
        assert b"<hyperlink" not in data, name
        assert b"/hyperlink" not in data, name


def test_answers_are_open_cells_with_nothing_in_them() -> None:
    answers = {"C6", "C7", "D10", "E10", "D11", "E11"}
    covered = {"D6", "E6", "D7", "E7"}  # by the answers above the table, which are merged
    assert set(small().rules()) == answers
    assert small().open_cells() == answers | covered
    assert [each.get("ref") for each in small().sheet().iter(f"{S}mergeCell")] == [
        *(f"A{n}:E{n}" for n in (1, 2, 3, 4)),
        *("C6:E6", "C7:E7", "A13:E13"),
    ]
    assert all(not len(small().cells()[name]) for name in answers | covered)
    assert small().open_cells(2) == set()


def test_only_options_with_a_tone_are_coloured_and_all_are_offered() -> None:
    assert small().rules()["D10"].findtext(f"{S}formula1") == '"Red & hot,Blue,Amber"'
    assert [rule.findtext(f"{S}formula") for rule in small().colours()["D10"]] == ['"Red & hot"', '"Amber"']
    assert set(small().colours()) == {"D10", "D11"}


def test_ampersands_in_header_and_footer_are_no_codes() -> None:
    for number in (1, 2):
        margins = small().sheet(number).find(f"{S}headerFooter")
        assert margins is not None
        assert (margins.findtext(f"{S}oddHeader") or "").endswith("Q&&A")
        assert "Form small && fine&R" in (margins.findtext(f"{S}oddFooter") or "")


def test_the_panes_freeze_below_the_headings_whatever_stands_above() -> None:
    pane = small().sheet().find(f"{S}sheetViews/{S}sheetView/{S}pane")
    assert pane is not None
    assert (pane.get("topLeftCell"), pane.get("state")) == ("A10", "frozen")
    assert small().names() == {"_xlnm.Print_Area": "Small!$A$1:$E$13", "_xlnm.Print_Titles": "Small!$9:$9"}


def test_a_row_is_as_high_as_its_longest_text() -> None:
    heights = {int(row.get("r", "")): float(row.get("ht", "0")) for row in small().sheet().iter(f"{S}row")}
    assert heights[6] < heights[7], "the label of row 7 takes two lines"
    assert heights[10] < heights[11], "the printed text of row 11 takes many lines"
    notes = {int(row.get("r", "")): float(row.get("ht", "0")) for row in small().sheet(2).iter(f"{S}row")}
    assert 3 * notes[2] < notes[4]


def test_the_same_view_gives_the_same_bytes_and_is_not_changed() -> None:
    view, given, identity = copy.deepcopy(VIEW), copy.deepcopy(look()), copy.deepcopy(IDENTITY)
    first, second = write_workbook(view, given, identity), write_workbook(view, given, identity)
    assert first == second
    assert (view, given, identity) == (VIEW, look(), IDENTITY)
    assert unzipped(first) == small().parts


def test_row_numbers_of_the_helper() -> None:
    assert [row_of(name) for name in ("A1", "G16")] == [1, 16]
    assert len(checklist().texts()) > 40
