"""The built checklist in its own XML: what people see, print, and can or cannot change."""

from __future__ import annotations

import hashlib
import re
from xml.etree import ElementTree

import pytest
import yaml

from tests.support.forms import ROOT
from tests.support.state import state
from tests.unit.formats.excel.views import X14, S, checklist, row_of

#: The rows above the table, the one of its headings, and those of its criteria; empty rows stand between.
DETAILS, HEAD, CRITERIA, LAST = range(5, 9), 10, range(11, 19), 24
ANSWERS = {f"C{n}" for n in DETAILS} | {f"{column}{n}" for column in "FG" for n in CRITERIA}
#: What the answers above the table cover: each takes the three columns from C to E.
COVERED = {f"{column}{n}" for column in "DE" for n in DETAILS}
BOTH = pytest.mark.parametrize("number", [1, 2])
MARK = (b"confidential when completed", b"safeguarding record")
VERSION = str(yaml.safe_load((ROOT / "content/forms/rag-checklist/form.yaml").read_text(encoding="utf-8"))["version"])
STAMP = f"Form rag-checklist, version {VERSION}"


# ---- What it says -----------------------------------------------------------------------------------


def test_the_title_is_the_first_cell_and_every_row_has_its_ref() -> None:
    texts = checklist().texts()
    assert texts["A1"] == "Checklist of sexual behaviour: green, amber, red"
    refs = [text for name, text in texts.items() if name[0] == "A" and re.fullmatch(r"[DR]\d", text)]
    assert refs == ["D1", "D2", "D3", "D4", *(f"R{n}" for n in range(1, 9))]
    assert [texts[f"{column}{HEAD}"] for column in "ABCDEFG"] == [
        *("Ref", "Criterion", "Healthy", "Problematic", "Harmful", "Rating", "Evidence")
    ]


def test_the_notices_stand_above_everything() -> None:
    texts = checklist().texts()
    assert "call 999" in texts["A2"]
    assert all(words in texts["A3"] for words in state())
    assert "see the sheet Notes" in texts["A3"]
    assert [each.get("name") for each in checklist().tree("xl/workbook.xml").iter(f"{S}sheet")][1] == "Notes"


def test_below_the_table_stands_that_nothing_is_added_up_and_that_age_matters() -> None:
    texts = checklist().texts()
    assert "support your judgement" in texts["A20"]
    assert texts["A22"].startswith("Think of the child's age")


def test_the_sheet_says_whose_the_colours_are() -> None:
    assert checklist().texts()["A21"].startswith("Green, amber and red are this toolkit's colours and not Carson's")


def test_no_cell_of_the_table_holds_a_number_of_an_erratum_and_the_notes_hold_what_is_in_doubt() -> None:
    """A reader's copy has no numbers at all; every sentence that the errata of the form print is there."""
    said = [*checklist().texts().values(), *checklist().texts(2).values()]
    assert not [text for text in said if re.search(r"E\d\d\d|under query", text, re.IGNORECASE)]
    notes = list(checklist().texts(2).values())
    at = notes.index("In doubt in the guidance about this checklist, and not settled yet")
    assert "3.2: The checklist is credited to Carson 2014 once, and to Carson 2004 once." in notes[at:]
    assert "3.2: Type of behaviour, harmful: the second copy leaves out two behaviours." in notes[at:]
    assert "3.2: Frequency and persistence have the same text under Healthy in both copies." in notes[at:]


def test_a_lead_is_sent_to_childrens_services() -> None:
    (note,) = (text for text in checklist().texts(2).values() if "consult" in text)
    assert "If you are the lead, ask Children's Services" in note


def test_the_stamp_stands_in_a_cell_in_the_footer_and_in_the_properties() -> None:
    assert list(checklist().texts().values()).count(STAMP) == 1
    for number in (1, 2):
        assert STAMP in (checklist().sheet(number).findtext(f"{S}headerFooter/{S}oddFooter") or "")
    values = {each.get("name"): "".join(each.itertext()) for each in checklist().tree("docProps/custom.xml")}
    printed = [name for name in values if str(name).startswith("hsbdocs.printed.")]
    hashes = {each for name in printed for each in values.pop(name).split()}
    assert values == {
        "hsbdocs.pack": "kent-medway",
        "hsbdocs.form": "rag-checklist",
        "hsbdocs.version": VERSION,
        "hsbdocs.document": "rag-checklist",
    }
    mark = {
        hashlib.sha256(words).hexdigest()[:16] for words in (b"confidential when completed", b"safeguarding record")
    }
    assert hashes > mark, "the lines that vary are among them too"


def test_title_and_language_for_screen_readers() -> None:
    core = {each.tag.partition("}")[2]: each.text for each in checklist().tree("docProps/core.xml")}
    assert core["title"] == "Checklist of sexual behaviour: green, amber, red"
    assert core["language"] == "en-GB"


def test_nothing_is_added_up() -> None:
    """No cell, table or name has a formula; the rules hold constants only."""
    constant = re.compile(r'"[^"]+"|\d+')
    for name, data in checklist().parts.items():
        root = ElementTree.fromstring(data) if name.endswith((".xml", ".rels")) else None
        assert root is not None, f"{name} is no XML"
        for each in root.iter():
            tag = each.tag.partition("}")[2]
            assert tag not in ("f", "calculatedColumnFormula", "totalsRowFormula"), name
            if tag in ("formula", "formula1", "formula2"):
                assert constant.fullmatch(each.text or "") or (each.text or "").startswith("DATE("), each.text
    assert set(checklist().names()) == {"_xlnm.Print_Area", "_xlnm.Print_Titles"}
    assert not any("calcChain" in name or "vba" in name.lower() for name in checklist().parts)


# ---- The table --------------------------------------------------------------------------------------


def test_one_named_table_with_one_row_of_headings_and_a_text_for_screen_readers() -> None:
    (name,) = (name for name in checklist().parts if name.startswith("xl/tables/"))
    table = checklist().tree(name)
    assert (table.get("name"), table.get("ref")) == ("Checklist", "A10:G18")
    assert table.get("headerRowCount", "1") == "1"
    assert table.get("totalsRowCount", "0") == "0"
    assert table.find(f"{S}autoFilter") is None
    (alt,) = table.iter(f"{X14}table")
    assert alt.get("altTextSummary", "").startswith("Eight criteria:")


@BOTH
def test_nothing_is_hidden(number: int) -> None:
    root = checklist().sheet(number)
    assert not any(each.get("hidden") for each in root.iter())
    states = [each.get("state") for each in checklist().tree("xl/workbook.xml").iter(f"{S}sheet")]
    assert states == [None, None]


def test_answers_above_the_table_take_three_columns_and_nothing_in_it_is_merged() -> None:
    """Lines above and below it take the whole width: so they wrap."""
    areas = {each.get("ref", "") for each in checklist().sheet(1).iter(f"{S}mergeCell")}
    assert {f"C{n}:E{n}" for n in DETAILS} <= areas
    assert areas - {f"C{n}:E{n}" for n in DETAILS} == {f"A{n}:G{n}" for n in (1, 2, 3, 20, 21, 22, 23, 24)}
    assert checklist().sheet(2).find(f"{S}mergeCells") is None


def test_only_the_headings_stay_in_view() -> None:
    """Excel freezes what stands above them too; no column is frozen, and the rows leave a small screen its room."""
    pane = checklist().sheet().find(f"{S}sheetViews/{S}sheetView/{S}pane")
    assert pane is not None
    assert {name: pane.get(name) for name in ("xSplit", "ySplit", "topLeftCell", "state")} == {
        **{"xSplit": None, "ySplit": "10", "topLeftCell": "A11", "state": "frozen"}
    }
    heights = {int(row.get("r", "")): float(row.get("ht", "")) for row in checklist().sheet().iter(f"{S}row")}
    assert sum(heights[n] for n in range(1, HEAD + 1)) < 250  # with a review recorded, a line more


# ---- Paper ------------------------------------------------------------------------------------------


@BOTH
def test_a4_on_its_side_one_page_wide(number: int) -> None:
    """The sheet to fill in prints as large as it is (LibreOffice shrinks what is to fit); the notes fit the width."""
    root = checklist().sheet(number)
    setup = root.find(f"{S}pageSetup")
    fit = root.find(f"{S}sheetPr/{S}pageSetUpPr")
    assert setup is not None
    assert (setup.get("paperSize"), setup.get("orientation"), setup.get("scale", "100")) == ("9", "landscape", "100")
    assert (fit is not None and fit.get("fitToPage") == "1") is (number == 2)


@BOTH
def test_the_columns_fit_the_page_and_need_not_shrink(number: int) -> None:
    """A4 is 11.69 inches long; a figure of Arial 12 is 9 pixels of 96 to the inch wide, and a cell has 5 around it."""
    root = checklist().sheet(number)
    columns = [
        (float(c.get("width", "")), int(c.get("max", "")) - int(c.get("min", "")) + 1) for c in root.iter(f"{S}col")
    ]
    margins = root.find(f"{S}pageMargins")
    assert margins is not None
    room = (11.69 - float(margins.get("left", "")) - float(margins.get("right", ""))) * 96
    needed = sum(width * 9 * count for width, count in columns)
    assert 0.95 * room < needed <= room


def test_what_is_printed_and_what_repeats() -> None:
    assert checklist().names() == {
        **{"_xlnm.Print_Area": f"Checklist!$A$1:$G${LAST}", "_xlnm.Print_Titles": f"Checklist!${HEAD}:${HEAD}"}
    }
    assert max(row_of(name) for name in checklist().texts()) == LAST


@BOTH
def test_pages_are_numbered_and_the_handling_mark_is_on_each(number: int) -> None:
    root = checklist().sheet(number)
    assert "Confidential when completed" in (root.findtext(f"{S}headerFooter/{S}oddHeader") or "")
    assert (root.findtext(f"{S}headerFooter/{S}oddFooter") or "").endswith("Page &P of &N")


@BOTH
def test_rows_have_a_height_that_is_not_fixed(number: int) -> None:
    for row in checklist().sheet(number).iter(f"{S}row"):
        assert row.get("customHeight") is None
        wrapped = [
            each
            for each in row
            if (look := checklist().look(each).find(f"{S}alignment")) is not None and look.get("wrapText")
        ]
        if wrapped:
            assert float(row.get("ht", "0")) >= 15.75


# ---- Fonts and colours ------------------------------------------------------------------------------


def test_every_font_is_arial_of_12_points_or_more() -> None:
    """A font that belongs to the theme's scheme is shown by Excel as the theme's, and that is Calibri."""
    root = checklist().tree("xl/styles.xml")
    fonts = list(root.iterfind(f"{S}fonts/{S}font"))
    assert fonts
    for font in fonts:
        size, name = font.find(f"{S}sz"), font.find(f"{S}name")
        assert size is not None
        assert name is not None
        assert float(size.get("val", "0")) >= 12
        assert name.get("val") == "Arial"
        assert font.find(f"{S}scheme") is None
    for number in (1, 2):
        for each in checklist().sheet(number).iterfind(f"{S}headerFooter/*"):
            assert set(re.findall(r'&"([^",]+)[^"]*"&(\d+)', each.text or "")) == {("Arial", "12")}


def test_answers_are_white_and_the_rest_is_tinted() -> None:
    cells = checklist().cells()
    for name, each in cells.items():
        if row_of(name) in (*DETAILS, HEAD, *CRITERIA):
            assert (checklist().look(each).get("fillId") == "0") is (name in ANSWERS | COVERED), name


# ---- Protection -------------------------------------------------------------------------------------


def test_only_the_twenty_answers_are_open() -> None:
    assert len(ANSWERS) == 20
    assert checklist().open_cells(1) == ANSWERS | COVERED
    assert checklist().open_cells(2) == set()


@BOTH
def test_protection_without_a_password_that_lets_rows_and_columns_be_widened(number: int) -> None:
    found = checklist().sheet(number).find(f"{S}sheetProtection")
    assert found is not None
    assert not {"password", "hashValue", "saltValue"} & set(found.keys())
    assert (found.get("sheet"), found.get("formatRows"), found.get("formatColumns")) == ("1", "0", "0")
    assert found.get("selectLockedCells", "0") == "0", "screen readers must come to the labels"
    assert checklist().tree("xl/workbook.xml").find(f"{S}workbookProtection") is None


# ---- Answers ----------------------------------------------------------------------------------------


def test_every_answer_says_what_it_takes_in_excel_s_limits() -> None:
    rules = checklist().rules()
    assert set(rules) == ANSWERS
    titles = [rule.get("promptTitle", "") for rule in rules.values()]
    assert len(set(titles)) == 20
    for rule in rules.values():
        assert rule.get("showInputMessage") == "1"
        assert rule.get("allowBlank") == "1"
        for name, most in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 255)):
            assert len(rule.get(name, "")) <= most, name
        assert rule.get("promptTitle")
        assert rule.get("prompt")


def test_ratings_are_taken_from_the_list_and_nothing_else() -> None:
    for n in CRITERIA:
        rule = checklist().rules()[f"F{n}"]
        assert (rule.get("type"), rule.get("showErrorMessage"), rule.get("errorStyle", "stop")) == ("list", "1", "stop")
        assert rule.get("showDropDown", "0") == "0", "in this attribute 1 hides the list"
        assert rule.findtext(f"{S}formula1") == '"Green – healthy,Amber – problematic,Red – harmful"'
        assert len(rule.findtext(f"{S}formula1") or "") - 2 <= 255


def test_the_date_is_a_date_of_this_century() -> None:
    rule = checklist().rules()["C6"]
    assert (rule.get("type"), rule.get("operator", "between")) == ("date", "between")
    ends = [rule.findtext(f"{S}formula{n}") for n in (1, 2)]
    assert ends in (["DATE(2000,1,1)", "DATE(2099,12,31)"], ["36526", "73050"])
    assert [each.get("type") for name, each in checklist().rules().items() if name[0] in "G"] == [None] * 8


def test_the_word_decides_the_colour() -> None:
    options = ['"Green – healthy"', '"Amber – problematic"', '"Red – harmful"']
    colours = checklist().colours()
    assert set(colours) == {f"F{n}" for n in CRITERIA}
    for rules in colours.values():
        assert [rule.findtext(f"{S}formula") for rule in rules] == options
        assert {(rule.get("type"), rule.get("operator")) for rule in rules} == {("cellIs", "equal")}
        assert len({rule.get("dxfId") for rule in rules}) == 3


def test_what_is_typed_stays_as_typed_and_a_date_shows_its_month_in_words() -> None:
    codes = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in checklist().tree("xl/styles.xml").iter(f"{S}numFmt")
    } | {"49": "@"}
    for name in ANSWERS:
        code = codes.get(checklist().look(checklist().cells()[name]).get("numFmtId", ""), "General")
        assert code == ("[$-809]d mmmm yyyy" if name == "C6" else "General" if name[0] == "F" else "@"), name
