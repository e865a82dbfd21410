"""A small view as a workbook: every text in its place, nothing taken for a formula or link, always the same bytes."""

from __future__ import annotations

import copy

from hsbdocs.formats.excel import look
from hsbdocs.formats.excel.write import write_workbook
from tests.unit.formats.excel.views import IDENTITY, VIEW, S, checklist, row_of, small
from tests.unit.formats.wordfile import unzipped


def test_every_text_stands_in_its_cell() -> None:
    printed = "- printed " * 12
    assert small().texts(1) == {
        "A1": "=A & B <C>",
        "A2": "One notice.",
        "A3": "http://example.org/ is no link",
        **{"A4": "D1", "B4": "Name", "A5": "D2", "B5": "Day on which it was written down"},
        **{"A6": "Ref", "B6": "Thing", "C6": "Printed", "D6": "Mark", "E6": "Why"},
        **{"A7": "R1", "B7": "First", "C7": "=SUM(1)", "A8": "R2", "B8": "Second", "C8": printed},
        "A10": "Below.",
    }
    assert small().texts(2) == {"A1": "Notes on it", "A2": "A note.", "A3": "A long note. " * 40}


def test_no_formula_and_no_link() -> None:
    for name, data in small().parts.items():
        assert b"<f>" not in data, name
        assert b"<hyperlink" not in data, name
        assert b"/hyperlink" not in data, name


def test_answers_are_open_cells_with_nothing_in_them() -> None:
    answers = {"C4", "C5", "D7", "E7", "D8", "E8"}
    covered = {"D4", "E4", "D5", "E5"}  # by the answers above the table, which are merged
    assert set(small().rules()) == answers
    assert small().open_cells() == answers | covered
    assert [each.get("ref") for each in small().sheet().iter(f"{S}mergeCell")] == ["C4:E4", "C5:E5"]
    assert all(not len(small().cells()[name]) for name in answers | covered)
    assert small().open_cells(2) == set()


def test_only_options_with_a_tone_are_coloured_and_all_are_offered() -> None:
    assert small().rules()["D7"].findtext(f"{S}formula1") == '"Red & hot,Blue,Amber"'
    assert [rule.findtext(f"{S}formula") for rule in small().colours()["D7"]] == ['"Red & hot"', '"Amber"']
    assert set(small().colours()) == {"D7", "D8"}


def test_ampersands_in_header_and_footer_are_no_codes() -> None:
    for number in (1, 2):
        margins = small().sheet(number).find(f"{S}headerFooter")
        assert margins is not None
        assert (margins.findtext(f"{S}oddHeader") or "").endswith("Q&&A")
        assert "Form small && fine&R" in (margins.findtext(f"{S}oddFooter") or "")


def test_the_panes_freeze_below_the_headings_whatever_stands_above() -> None:
    pane = small().sheet().find(f"{S}sheetViews/{S}sheetView/{S}pane")
    assert pane is not None
    assert (pane.get("topLeftCell"), pane.get("state")) == ("C7", "frozen")
    assert small().names() == {"_xlnm.Print_Area": "Small!$A$1:$E$10", "_xlnm.Print_Titles": "Small!$4:$6"}


def test_a_row_is_as_high_as_its_longest_text() -> None:
    heights = {int(row.get("r", "")): float(row.get("ht", "0")) for row in small().sheet().iter(f"{S}row")}
    assert heights[4] < heights[5], "the label of row 5 takes two lines"
    assert heights[7] < heights[8], "the printed text of row 8 takes many lines"
    notes = {int(row.get("r", "")): float(row.get("ht", "0")) for row in small().sheet(2).iter(f"{S}row")}
    assert 3 * notes[2] < notes[3]


def test_the_same_view_gives_the_same_bytes_and_is_not_changed() -> None:
    view, identity = copy.deepcopy(VIEW), copy.deepcopy(IDENTITY)
    formats, font, tones = copy.deepcopy((look.FORMATS, look.FONT, look.TONES))
    first, second = write_workbook(view, identity), write_workbook(view, identity)
    assert first == second
    assert (view, identity) == (VIEW, IDENTITY)
    assert formats == look.FORMATS
    assert font == look.FONT
    assert tones == look.TONES
    assert unzipped(first) == small().parts


def test_row_numbers_of_the_helper() -> None:
    assert [row_of(name) for name in ("A1", "G16")] == [1, 16]
    assert len(checklist().texts()) > 40
