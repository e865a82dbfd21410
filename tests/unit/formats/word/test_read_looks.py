"""Looks by which people mark a choice, and looks that nobody sees."""

from __future__ import annotations

import pytest

from hsbdocs.model.transcript import Mark, Table
from tests.unit.formats.word.reads import read, spans, texts
from tests.unit.formats.wordfile import p, part, r, relationship, tbl, tr

_SHADE = '<w:shd w:val="{val}" w:color="auto" w:fill="{fill}"/>'
_STYLES = relationship(9, "styles", "styles.xml")


@pytest.mark.parametrize(
    ("look", "marks"),
    [
        ('<w:highlight w:val="white"/>', Mark.NONE),
        ('<w:highlight w:val="lightGray"/>', Mark.HIGHLIGHT),
        ('<w:bdr w:val="single" w:sz="4"/>', Mark.BOXED),
        ('<w:bdr w:val="nil"/>', Mark.NONE),
        ('<w:color w:val="000000"/>', Mark.NONE),
        ('<w:color w:val="auto"/>', Mark.NONE),
        ('<w:color w:val="201F1E"/>', Mark.NONE),
        ('<w:color w:val="363636"/>', Mark.NONE),
        ('<w:color w:val="373737"/>', Mark.FADED),
        ('<w:color w:val="808080"/>', Mark.FADED),
        ('<w:color w:val="808098"/>', Mark.FADED),
        ('<w:color w:val="808099"/>', Mark.COLOURED),
        ('<w:color w:val="FF0000"/>', Mark.COLOURED),
        ('<w:color w:val="EFEFEF"/>', Mark.FADED),
        ('<w:color w:val="F0F0F0"/>', Mark.WHITE),
        ('<w:color w:val="FFFFFF"/>', Mark.WHITE),
        ('<w:color w:val="nonsense"/>', Mark.NONE),
        ('<w:color w:val="zzzzzz"/>', Mark.NONE),
        (_SHADE.format(val="clear", fill="FEFEFE"), Mark.NONE),
        (_SHADE.format(val="clear", fill="D9D9D9"), Mark.SHADED),
        (_SHADE.format(val="pct25", fill="auto"), Mark.SHADED),
        (_SHADE.format(val="nil", fill="auto"), Mark.NONE),
        ('<w:vertAlign w:val="superscript"/>', Mark.RAISED),
        ('<w:vertAlign w:val="subscript"/>', Mark.NONE),
        ('<w:rStyle w:val="Strong"/>', Mark.BOLD),
        ('<w:rStyle w:val="Emphasis"/>', Mark.ITALIC),
        ('<w:rStyle w:val="Unknown"/>', Mark.NONE),
        ("<w:caps/>", Mark.APART),
        ('<w:smallCaps w:val="0"/>', Mark.NONE),
        ("<w:outline/>", Mark.APART),
        ('<w:sz w:val="1"/>', Mark.HIDDEN),
        ('<w:sz w:val="5"/>', Mark.HIDDEN),
        ('<w:sz w:val="6"/>', Mark.NONE),
        ('<w:sz w:val="10"/>', Mark.NONE),
        ('<w:sz w:val="nonsense"/>', Mark.NONE),
    ],
)
def test_the_look_of_a_run(look: str, marks: int) -> None:
    found = read(p(r("x", look)))
    assert spans(found) == [("x", marks)]
    assert found.marks == marks


@pytest.mark.parametrize(
    ("properties", "marks"),
    [
        (_SHADE.format(val="clear", fill="FFFF00"), Mark.SHADED),
        (_SHADE.format(val="clear", fill="FFFFFF"), Mark.NONE),
        ("<w:pBdr>" + "".join(f'<w:{s} w:val="single"/>' for s in ("top", "left", "bottom", "right")) + "</w:pBdr>",
         Mark.BOXED),
        ('<w:pBdr><w:bottom w:val="single"/></w:pBdr>', Mark.NONE),
        ("<w:pBdr>" + "".join(f'<w:{s} w:val="nil"/>' for s in ("top", "left", "bottom", "right")) + "</w:pBdr>",
         Mark.NONE),
    ],
)  # fmt: skip
def test_the_look_of_a_paragraph(properties: str, marks: int) -> None:
    assert spans(read(p(f"<w:pPr>{properties}</w:pPr>", r("x")))) == [("x", marks)]


def test_the_looks_of_styles() -> None:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Gone"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Plain"/>',
    )

    def marks(style: str) -> int:
        ((_, found),) = spans(read(p(r("x", f'<w:rStyle w:val="{style}"/>')), _STYLES, styles=styles))
        return found

    assert marks("Gone") == Mark.STRUCK
    assert marks("Child") == Mark.STRUCK | Mark.BOLD
    assert marks("Loop") == Mark.HIDDEN
    assert marks("Plain") == marks("Missing") == marks("PlaceholderText") == Mark.NONE


def test_the_looks_of_the_style_of_a_paragraph_and_what_a_run_turns_off() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Bold"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Gone"><w:basedOn w:val="Bold"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Light"><w:basedOn w:val="Bold"/>'
        '<w:rPr><w:b w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Plain"/>',
    )

    def marks(style: str, look: str = "") -> int:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        ((_, found),) = spans(read(p(properties, r("x", look)), _STYLES, styles=styles))
        return found

    assert marks("Bold") == Mark.BOLD
    assert marks("Bold", '<w:b w:val="false"/>') == Mark.NONE
    assert marks("Bold", "<w:i/>") == Mark.BOLD | Mark.ITALIC
    assert marks("Gone") == Mark.BOLD | Mark.HIDDEN
    assert marks("Light") == marks("Plain") == marks("Missing") == Mark.NONE


def test_styles_that_are_not_there() -> None:
    assert spans(read(p(r("x", '<w:rStyle w:val="Gone"/>')), _STYLES)) == [("x", Mark.NONE)]


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [
        ("Wingdings", "\u00fc", "\u2713"),
        ("wingdings", "\uf0fc", "\u2713"),
        ("Wingdings", "\u00fb", "\u2717"),
        ("Wingdings", "o", "\u2610"),
        ("Wingdings 2", "P", "\u2713"),
        ("Wingdings 2", "R", "\u2611"),
        ("Wingdings", "\u263a", "\u263a"),
        ("Wingdings", "J", "J"),
        ("Arial", "\u00fc", "\u00fc"),
    ],
)
def test_letters_in_a_symbol_font(font: str, text: str, shown: str) -> None:
    found = read(p(r(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')))
    assert texts(found) == [shown]


def _cells(properties: str) -> list[tuple[str, str, int, bool]]:
    cell = f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r('x'))}</w:tc>"
    (table,) = read(tbl(tr(cell, "<w:tc><w:p/></w:tc>"))).blocks
    assert isinstance(table, Table)
    return [(each.text, each.fill, each.span, each.continued) for each in table.rows[0]]


@pytest.mark.parametrize(
    ("properties", "cell"),
    [
        ("", ("x", "", 1, False)),
        (_SHADE.format(val="clear", fill="FFFF00"), ("x", "ffff00", 1, False)),
        (_SHADE.format(val="clear", fill="FDFDFD"), ("x", "", 1, False)),
        (_SHADE.format(val="pct10", fill="auto"), ("x", "pattern", 1, False)),
        ('<w:gridSpan w:val="2"/>', ("x", "", 2, False)),
        ('<w:gridSpan w:val="0x2"/>', ("x", "", 1, False)),
        ('<w:gridSpan w:val="99999999999"/>', ("x", "", 1, False)),
        ('<w:vMerge w:val="restart"/>', ("x", "", 1, False)),
        ("<w:vMerge/>", ("", "", 1, True)),
        ('<w:vMerge w:val="continue"/>', ("", "", 1, True)),
    ],
)
def test_the_look_of_a_cell(properties: str, cell: tuple[str, str, int, bool]) -> None:
    assert _cells(properties) == [cell, ("", "", 1, False)]


@pytest.mark.parametrize(
    ("borders", "crossed"),
    [
        ('<w:tl2br w:val="single"/>', True),
        ('<w:tr2bl w:val="single"/>', True),
        ('<w:tl2br w:val="nil"/>', False),
        ('<w:top w:val="single"/><w:bottom w:val="single"/>', False),
    ],
)
def test_a_cell_with_a_line_from_corner_to_corner_is_crossed_out(borders: str, crossed: bool) -> None:
    cell = f"<w:tc><w:tcPr><w:tcBorders>{borders}</w:tcBorders></w:tcPr>{p(r('x'))}</w:tc>"
    (table,) = read(tbl(tr(cell, f"<w:tc>{p(r('y'))}</w:tc>"))).blocks
    assert isinstance(table, Table)
    ((first,), (second,)) = ([span.marks for span in each.paragraphs[0].spans] for each in table.rows[0])
    assert first == (Mark.STRUCK if crossed else Mark.NONE)
    assert second == Mark.NONE
