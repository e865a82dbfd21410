"""Text in runs: breaks, tabs, hyphens, symbols, looks, and what Word puts between the runs."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.word.read import read_word
from hsbdocs.model.transcript import Mark, Transcript
from tests.unit.formats.word.reads import read, spans, texts
from tests.unit.formats.wordfile import docx, p, r, tbl, tc, tr

#: What XML can hold, less the carriage return, which XML turns into a line feed.
XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


@given(st.lists(XML_TEXT, min_size=1, max_size=5))
def test_any_text_comes_back_however_the_runs_are_split(pieces: list[str]) -> None:
    runs = '<w:proofErr w:type="spellStart"/>'.join(r(escape(piece)) for piece in pieces)

    found = read_word(docx(p(runs)))

    assert isinstance(found, Transcript)
    assert texts(found) == ["".join(pieces)]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:tab/>", "\t"),
        ('<w:ptab w:relativeTo="margin" w:alignment="left" w:leader="none"/>', "\t"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "\u2611"),
        ('<w:sym w:font="Wingdings" w:char="F0FD"/>', "\u2612"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "\u2610"),
        ('<w:sym w:font="Wingdings" w:char="F06F"/>', "\u2610"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "\u2713"),
        ('<w:sym w:font="wingdings" w:char="00FC"/>', "\u2713"),
        ('<w:sym w:font="Wingdings" w:char="F0FB"/>', "\u2717"),
        ('<w:sym w:font="Wingdings 2" w:char="F052"/>', "\u2611"),
        ('<w:sym w:font="Wingdings 2" w:char="F053"/>', "\u2612"),
        ('<w:sym w:font="Wingdings 2" w:char="F0A3"/>', "\u2610"),
        ('<w:sym w:font="Wingdings 2" w:char="F050"/>', "\u2713"),
        ('<w:sym w:font="Wingdings 2" w:char="F04F"/>', "\u2717"),
        ('<w:sym w:font="Segoe UI Symbol" w:char="2612"/>', "\u2612"),
        ('<w:sym w:font="X" w:char="nonsense"/>', "\ufffd"),
        ('<w:sym w:font="X" w:char="D800"/>', "\ufffd"),
        ('<w:sym w:font="X" w:char="FFFFFFFFFF"/>', "\ufffd"),
        ('<w:sym w:font="X" w:char="-41"/>', "\ufffd"),
        ("<w:sym/>", "\ufffd"),
        ("<w:instrText> PAGE </w:instrText>", ""),
        ("<w:delText>x</w:delText>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ('<w:footnoteReference w:id="2"/>', ""),
        ("<w:annotationRef/>", ""),
    ],
)
def test_what_stands_in_a_run(xml: str, text: str) -> None:
    assert texts(read(p(f"<w:r><w:t>a</w:t>{xml}<w:t>b</w:t></w:r>"))) == [f"a{text}b"]


@pytest.mark.parametrize(
    "between",
    [
        '<w:proofErr w:type="gramStart"/>',
        '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>',
        '<w:commentRangeStart w:id="1"/>',
        '<w:permStart w:id="1" w:edGrp="everyone"/>',
        "<w:r/>",
        "<w:r><w:rPr><w:b/></w:rPr></w:r>",
    ],
)
def test_what_stands_between_runs_is_no_text(between: str) -> None:
    assert texts(read(p(r("An"), between, r("swer")))) == ["Answer"]


def test_the_text_over_which_a_reading_aid_stands_is_kept() -> None:
    """Ruby stands inside a run (ECMA-376 part 1, 17.3.3.25)."""
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('aid')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"

    assert texts(read(p(r("a "), ruby))) == ["a base"]


def test_formulas_are_text() -> None:
    assert texts(read(p(r("x "), "<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>"))) == ["x 2+2"]


@pytest.mark.parametrize(
    ("look", "mark"),
    [
        ("<w:b/>", Mark.BOLD),
        ('<w:b w:val="1"/>', Mark.BOLD),
        ('<w:b w:val="0"/>', Mark.NONE),
        ('<w:b w:val="false"/>', Mark.NONE),
        ('<w:b w:val="off"/>', Mark.NONE),
        ("<w:i/>", Mark.ITALIC),
        ("<w:strike/>", Mark.STRUCK),
        ('<w:strike w:val="0"/>', Mark.NONE),
        ("<w:dstrike/>", Mark.STRUCK),
        ("<w:vanish/>", Mark.HIDDEN),
        ('<w:vanish w:val="0"/>', Mark.NONE),
        ('<w:u w:val="single"/>', Mark.UNDERLINE),
        ('<w:u w:val="none"/>', Mark.NONE),
        ('<w:highlight w:val="yellow"/>', Mark.HIGHLIGHT),
        ('<w:highlight w:val="none"/>', Mark.NONE),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', Mark.SHADED),
        ('<w:shd w:val="clear" w:fill="auto"/>', Mark.NONE),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', Mark.NONE),
        ('<w:color w:val="FF0000"/>', Mark.COLOURED),
        ('<w:color w:val="auto"/>', Mark.NONE),
        ("<w:b/><w:i/><w:strike/>", Mark.BOLD | Mark.ITALIC | Mark.STRUCK),
    ],
)
def test_how_a_run_looks(look: str, mark: int) -> None:
    assert spans(read(p(r("x", look)))) == [("x", mark)]


def test_runs_of_one_look_are_one_span_and_others_are_not() -> None:
    found = read(p(r("a"), r("b"), r("c", "<w:b/>"), r("d", "<w:b/>"), r("e")))

    assert spans(found) == [("ab", 0), ("cd", Mark.BOLD), ("e", 0)]


def test_a_look_ends_with_its_run() -> None:
    assert spans(read(p(r("a", "<w:vanish/>"), r("b")))) == [("a", Mark.HIDDEN), ("b", 0)]


def test_paragraphs_tables_and_empty_paragraphs_keep_their_order() -> None:
    found = read(p(r("1")) + p() + tbl(tr(tc(p(r("2")) + p() + p(r("3"))))) + p(r("4")))

    assert texts(found) == ["1", "", "2", "", "3", "4"]
    assert len(found.blocks) == 4
