"""The built documents by their XML: for people who use a screen reader, see poorly, or print in black and white."""

from collections.abc import Iterator

import pytest
from lxml import etree

from tests.support.forms import DOCUMENTS, blank
from tests.support.state import state
from tests.unit.formats.word.colours import PAPER, Styles, colour_of, contrast, ground
from tests.unit.formats.wordfile import W, unzipped

BOTH = pytest.mark.parametrize("document", DOCUMENTS)
PRINTED = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
HEADINGS = [
    "Child/Young Persons Details",
    "Considerations for Assessment",
    "Outcomes of Risk Assessment",
    "Actions",
    "Completion",
]


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _root(document: str, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unzipped(blank(document))[part])


def _styled(document: str) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph of the body."""
    for paragraph in _root(document).iter(_w("p")):
        style = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        yield (
            "" if style is None else style.get(_w("val"), ""),
            "".join(text.text or "" for text in paragraph.iter(_w("t"))),
        )


# ---- Structure ---------------------------------------------------------------------------------


@BOTH
def test_one_first_heading_then_the_second_ones_in_order(document: str) -> None:
    headings = [(style, text) for style, text in _styled(document) if style.startswith("Heading")]

    title = ("Heading1", "Kent and Medway Risk Assessment Tool for Sexually Active Young People")
    assert headings == [title, *(("Heading2", text) for text in HEADINGS)]


@BOTH
def test_the_heading_styles_are_words_own_with_their_levels(document: str) -> None:
    levels = {}
    for style in _root(document, "word/styles.xml").iter(_w("style")):
        name, level = style.find(_w("name")), style.find(f"{_w('pPr')}/{_w('outlineLvl')}")
        if name is not None and level is not None:
            levels[name.get(_w("val"))] = level.get(_w("val"))

    assert levels == {"heading 1": "0", "heading 2": "1"}


@BOTH
def test_every_table_has_a_title_a_description_and_one_header_row_that_repeats(document: str) -> None:
    tables = list(_root(document).iter(_w("tbl")))

    assert len(tables) == 5
    for table, heading in zip(tables, HEADINGS, strict=True):
        caption = table.find(f"{_w('tblPr')}/{_w('tblCaption')}")
        description = table.find(f"{_w('tblPr')}/{_w('tblDescription')}")
        assert caption is not None
        assert caption.get(_w("val")) == heading
        assert description is not None
        assert len(description.get(_w("val"), "")) > 20
        headers = [row.find(f"{_w('trPr')}/{_w('tblHeader')}") is not None for row in table.iter(_w("tr"))]
        assert headers == [True] + [False] * (len(headers) - 1)


@BOTH
def test_every_row_has_as_many_cells_as_its_table_has_columns(document: str) -> None:
    """No merged and no missing cells: a screen reader counts."""
    for table in _root(document).iter(_w("tbl")):
        columns = len(table.findall(f"{_w('tblGrid')}/{_w('gridCol')}"))
        assert {len(row.findall(_w("tc"))) for row in table.iter(_w("tr"))} == {columns}
        assert not list(table.iter(_w("gridSpan"), _w("vMerge"), _w("hMerge")))


@BOTH
def test_every_header_cell_says_something(document: str) -> None:
    for table in _root(document).iter(_w("tbl")):
        first = next(table.iter(_w("tr")))
        assert all("".join(str(text) for text in cell.itertext()).strip() for cell in first.iter(_w("tc")))


@BOTH
def test_rows_are_kept_whole_but_for_those_with_prompts(document: str) -> None:
    """A row with prompts may go on over the page: kept whole, nine pages were half empty."""
    whole = [row.find(f"{_w('trPr')}/{_w('cantSplit')}") is not None for row in _root(document).iter(_w("tr"))]
    assert whole.count(False) == (12 if document.endswith("guided") else 0)
    first = 1 + 11 + 1  # below the header and the rows of the details, and the header of the considerations
    assert all(whole[:first] + whole[first + 12 :])


@BOTH
def test_every_control_has_a_title_a_tag_and_an_id_of_its_own(document: str) -> None:
    titles: list[str] = []
    tags: list[str] = []
    ids: list[str] = []
    for control in _root(document).iter(_w("sdt")):
        for name, found in (("alias", titles), ("tag", tags), ("id", ids)):
            element = control.find(f"{_w('sdtPr')}/{_w(name)}")
            assert element is not None
            found.append(element.get(_w("val"), ""))

    # 45 values; 6 rows with two boxes each, one choice of three and one of two.
    assert len(tags) == len(set(tags)) == 45 + 6 + 2 + 1
    assert len(set(ids)) == len(ids)
    assert all(0 < int(number) < 2**31 for number in ids)
    assert all(0 < len(title) <= 64 and title == title.strip() for title in titles)
    assert len(set(titles)) == len(titles)


@BOTH
def test_headers_and_footers_say_what_they_must(document: str) -> None:
    header, footer = (_root(document, part) for part in PRINTED[1:])
    head = "".join(text.text or "" for text in header.iter(_w("t")))
    foot = "".join(text.text or "" for text in footer.iter(_w("t")))
    fields = " ".join(text.text or "" for text in footer.iter(_w("instrText")))
    fields += " ".join(field.get(_w("instr"), "") for field in footer.iter(_w("fldSimple")))

    assert "Confidential when completed: safeguarding record" in head
    assert "Risk Assessment Tool" in head
    assert "2023.06-2" in foot
    assert {"risk-assessment": "Form without prompts", "risk-assessment-guided": "Form with prompts"}[document] in foot
    assert "PAGE" in fields
    assert "NUMPAGES" in fields


@BOTH
def test_the_page_is_a4(document: str) -> None:
    size = _root(document).find(f"{_w('body')}/{_w('sectPr')}/{_w('pgSz')}")

    assert size is not None
    assert (size.get(_w("w")), size.get(_w("h"))) == ("11906", "16838")


@BOTH
def test_what_must_stand_on_its_face_comes_before_the_first_question(document: str) -> None:
    paragraphs = [text for _, text in _styled(document)]
    before = " ".join(paragraphs[: paragraphs.index("Child/Young Persons Details")])

    for words in (*state(), "call 999"):
        assert words in before


@BOTH
def test_there_are_no_pictures_without_words(document: str) -> None:
    root = _root(document)

    assert not list(root.iter(_w("drawing"), _w("pict"), _w("object")))


# ---- Print -------------------------------------------------------------------------------------


@BOTH
def test_no_letter_is_smaller_than_12_points(document: str) -> None:
    seen = 0
    for name, data in unzipped(blank(document)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for size in etree.fromstring(data).iter(_w("sz"), _w("szCs")):
                seen += 1
                assert int(size.get(_w("val"), "0")) >= 24, name
    assert seen >= 2
    defaults = _root(document, "word/styles.xml").find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}/{_w('sz')}")
    assert defaults is not None


@BOTH
def test_letters_are_arial_and_boxes_are_ms_gothic(document: str) -> None:
    fonts = set()
    for name, data in unzipped(blank(document)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for element in etree.fromstring(data).iter(_w("rFonts")):
                fonts |= {element.get(_w(kind)) for kind in ("ascii", "hAnsi", "cs")} - {None}

    assert fonts <= {"Arial", "MS Gothic"} | ({"Symbol"} if "Symbol" in fonts else set())
    assert "Arial" in fonts


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


@BOTH
def test_every_text_stands_out_from_itsground(document: str) -> None:
    styles = Styles(_root(document, "word/styles.xml"))
    pairs = {
        (styles.of_run(run), ground(run)) for part in PRINTED for run in _root(document, part).iter(_w("r"))
    }  # fmt: skip

    assert len(pairs) >= 4
    weak = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5}
    assert weak == {}


@BOTH
def test_every_colour_of_the_styles_stands_out_from_paper_and_from_every_tint(document: str) -> None:
    """Somebody may put any of these styles into any of these cells."""
    styles = _root(document, "word/styles.xml")
    body = _root(document)
    colours = {colour_of(properties) for properties in styles.iter(_w("rPr"))} - {None}
    grounds = {str(shading.get(_w("fill"))) for root in (styles, body) for shading in root.iter(_w("shd"))} - {
        "auto",
        "None",
    }

    assert colours
    weak = [(one, ground) for one in colours for ground in grounds | {PAPER} if one and contrast(one, ground) < 4.5]
    assert weak == []


@BOTH
def test_every_line_stands_out_from_paper(document: str) -> None:
    """Lines are no text: WCAG 2.2, 1.4.11 asks for 3 to 1."""
    names = [_w(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")]
    lines = set()
    for part in ("word/styles.xml", *PRINTED):
        for line in _root(document, part).iter(*names):
            colour = line.get(_w("color"), "auto")
            if colour != "auto" and line.get(_w("val")) not in ("nil", "none"):
                lines.add(colour)

    assert lines
    assert [colour for colour in lines if contrast(colour, PAPER) < 3] == []


@BOTH
def test_there_is_one_accentcolour_of(document: str) -> None:
    """Grey is no colour: of all text colours at most one is not grey."""
    colours = {colour_of(properties) for properties in _root(document, "word/styles.xml").iter(_w("rPr"))} - {None}
    hues = {colour for colour in colours if colour and len({colour[0:2], colour[2:4], colour[4:6]}) > 1}

    assert len(hues) == 1
