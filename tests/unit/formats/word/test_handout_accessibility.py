"""The training documents by their XML: for people who use a screen reader, see poorly, or print in black and white."""

from collections.abc import Iterator

import pytest
from lxml import etree

from tests.support.forms import HANDOUTS, SESSION, blank
from tests.support.state import state
from tests.unit.formats.word.colours import PAPER, Styles, colour_of, contrast, ground, w
from tests.unit.formats.wordfile import unzipped

BOTH = pytest.mark.parametrize("document", [*HANDOUTS, *SESSION])
PRINTED = ("word/document.xml", "word/footer1.xml")
TABLES = {
    "facilitator-notes": 4,
    "quick-reference": 1,
    "handout-consent": 1,
    "handout-stages": 1,
    "handout-responding": 1,
}


def _root(document: str, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unzipped(blank(document))[part])


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _styled(document: str) -> Iterator[tuple[str, str]]:
    for paragraph in _root(document).iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        yield ("" if style is None else style.get(w("val"), "")), _text(paragraph)


@BOTH
def test_one_first_heading_then_second_ones(document: str) -> None:
    headings = [style for style, _ in _styled(document) if style.startswith("Heading")]
    assert headings[0] == "Heading1"
    assert set(headings[1:]) == {"Heading2"}
    assert len(headings) >= 4
    assert all(text.strip() for style, text in _styled(document) if style.startswith("Heading"))


@BOTH
def test_what_must_stand_on_its_face_comes_before_everything_else(document: str) -> None:
    (_, title), (_, face) = list(_styled(document))[:2]
    assert title
    for words in (
        state()[0],
        state()[1],
        "guidance of June 2023",
    ):
        assert words in face


@BOTH
def test_every_table_has_a_title_a_description_and_one_header_row(document: str) -> None:
    tables = list(_root(document).iter(w("tbl")))
    assert len(tables) == TABLES.get(document, 0)
    for table in tables:
        for name, least in (("tblCaption", 3), ("tblDescription", 20)):
            found = table.find(f"{w('tblPr')}/{w(name)}")
            assert found is not None
            assert len(found.get(w("val"), "")) >= least
        rows = list(table.iter(w("tr")))
        assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        for row in rows:
            cells = row.findall(w("tc"))
            assert len(cells) == columns
            assert all(_text(cell).strip() for cell in cells)
            assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
        assert not list(table.iter(w("gridSpan"), w("vMerge"), w("hMerge")))


@BOTH
def test_it_holds_nothing_to_fill_in_and_no_picture_without_words(document: str) -> None:
    assert not list(_root(document).iter(w("sdt"), w("drawing"), w("pict"), w("object")))


@BOTH
def test_a4_in_arial_of_12_points_or_more(document: str) -> None:
    size = _root(document).find(f"{w('body')}/{w('sectPr')}/{w('pgSz')}")
    assert size is not None
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    sizes: list[int] = []
    fonts: set[str | None] = set()
    for name, data in unzipped(blank(document)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(data)
            sizes += [int(element.get(w("val"), "0")) for element in root.iter(w("sz"), w("szCs"))]
            fonts |= {element.get(w("ascii")) for element in root.iter(w("rFonts"))}
    assert len(sizes) > 4
    assert min(sizes) >= 24
    assert fonts <= {"Arial", "MS Gothic", None}


@BOTH
def test_the_language_is_british_english(document: str) -> None:
    language = next(_root(document, "word/styles.xml").iter(w("lang")))
    assert language.get(w("val")) == "en-GB"
    assert "<dc:language>en-GB</dc:language>" in unzipped(blank(document))["docProps/core.xml"].decode()


@BOTH
def test_every_text_stands_out_from_its_ground(document: str) -> None:
    styles = Styles(_root(document, "word/styles.xml"))
    pairs = {
        (styles.of_run(run), ground(run)) for part in PRINTED for run in _root(document, part).iter(w("r"))
    }  # fmt: skip
    assert len(pairs) >= (4 if document in TABLES else 3)  # with a table, on its tint too
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@BOTH
def test_lines_stand_out_from_paper_and_there_is_one_accent_colour(document: str) -> None:
    root = _root(document, "word/styles.xml")
    sides = [w(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")]
    lines = {line.get(w("color"), "auto") for line in root.iter(*sides)} - {"auto"}
    assert lines
    assert [colour for colour in lines if contrast(colour, PAPER) < 3] == []
    colours = {colour_of(properties) for properties in root.iter(w("rPr"))} - {None}
    hues = {colour for colour in colours if colour and len({colour[0:2], colour[2:4], colour[4:6]}) > 1}
    assert len(hues) == 1


@BOTH
def test_no_meaning_hangs_on_colour(document: str) -> None:
    """What is grey or in the accent colour is a heading, a column's name, or says in words or signs what it is."""
    for paragraph in _root(document).iter(w("p")):
        for run in paragraph.iter(w("r")):
            style = run.find(f"{w('rPr')}/{w('rStyle')}")
            if style is not None and style.get(w("val")) == "FormCaption":
                said = _text(run).strip()
                assert said in ("?", "†") or said.startswith(("(", "†\u00a0not\u00a0verified ("))
