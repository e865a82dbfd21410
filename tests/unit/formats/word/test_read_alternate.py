"""Alternate content, text boxes and pictures: each is there once."""

import pytest

from tests.unit.formats.word.reads import control, owners, pictures, read, texts
from tests.unit.formats.wordfile import p, r, relationship, sdt, tbl, tc, tr

PICTURE = (
    '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
VML_PICTURE = '<w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict>'


def _either(choice: str, fallback: str) -> str:
    first, second = f'<mc:Choice Requires="wps">{choice}</mc:Choice>', f"<mc:Fallback>{fallback}</mc:Fallback>"
    return f"<mc:AlternateContent>{first}{second}</mc:AlternateContent>"


def _shape(content: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"


def _drawing(content: str) -> str:
    graphic = f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic>"
    return f"<w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing>"


def _box(content: str) -> str:
    """A text box as Word writes it: the content twice."""
    vml = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return f"<w:r>{_either(_drawing(_shape(content)), vml)}</w:r>"


# ---- Alternate content -------------------------------------------------------------------------


def test_the_choice_counts_and_the_fallback_repeats_it() -> None:
    assert texts(read(p(_either(r("a"), r("a"))) + _either(p(r("b")), p(r("b"))))) == ["a", "b"]


def test_rows_and_cells_in_a_choice_count_once() -> None:
    row, cell = tr(tc(p(r("row")))), tc(p(r("cell")))

    found = read(tbl(_either(row, row), tr(_either(cell, cell))))

    assert texts(found) == ["row", "cell"]


def test_the_fallback_counts_where_there_is_no_choice() -> None:
    only = f"<mc:AlternateContent><mc:Fallback>{r('a')}</mc:Fallback></mc:AlternateContent>"

    assert texts(read(p(only))) == ["a"]


def test_of_several_choices_one_counts() -> None:
    several = (
        f'<mc:AlternateContent><mc:Choice Requires="a">{r("x")}</mc:Choice><mc:Choice Requires="b">{r("x")}</mc:Choice>'
        f"<mc:Fallback>{r('x')}</mc:Fallback></mc:AlternateContent>"
    )

    assert texts(read(p(several))) == ["x"]


def test_an_emoji_is_text_and_no_picture() -> None:
    """Word writes an emoji as a symbol that older programs do not know, and as text for them."""
    emoji = _either('<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="2611"/>', "<w:t>☑</w:t>")

    found = read(p(r("x"), f"<w:r>{emoji}</w:r>", r("y")))

    assert texts(found) == ["x☑y"]
    assert pictures(found) == 0


def test_text_that_stands_in_choice_and_fallback_of_a_run_counts_once() -> None:
    found = read(p(f"<w:r>{_either('<w:t>x</w:t>', '<w:t>x</w:t>')}</w:r>"))

    assert (texts(found), pictures(found)) == (["x"], 0)


def test_a_run_font_that_only_new_programs_know_does_no_harm() -> None:
    fonts = _either("", '<w:rFonts w:ascii="Segoe UI Emoji"/>')
    found = read(p(f"<w:r><w:rPr>{fonts}</w:rPr><w:t>x</w:t></w:r>"))

    assert (texts(found), pictures(found)) == (["x"], 0)


# ---- Text boxes --------------------------------------------------------------------------------


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    found = read(p(r("a"), _box(p(r("in the box"))), r("b")) + p(r("after")))

    assert texts(found) == ["ab", "in the box", "after"]
    assert pictures(found) == 0


def test_a_control_in_a_text_box_is_one_control() -> None:
    found = read(p(_box(p(sdt("a", r("x"))))))

    assert owners(found) == {"a": "x"}
    assert control(found, "a").title == "Title of a"


def test_two_shapes_of_one_group_are_two_boxes() -> None:
    group = _drawing(f"<wpg:wgp>{_shape(p(r('one')))}{_shape(p(r('two')))}</wpg:wgp>")

    assert texts(read(p(f"<w:r>{group}</w:r>"))) == ["", "one", "two"]


def test_a_table_in_a_text_box_gives_its_text() -> None:
    assert texts(read(p(_box(tbl(tr(tc(p(r("x"))))) + p())))) == ["", "x", ""]


def test_a_text_box_in_a_text_box_is_read_once() -> None:
    assert texts(read(p(_box(p(r("outer"), _box(p(r("inner")))))))) == ["", "outer", "inner"]


def test_a_text_box_in_a_cell_stays_in_its_cell() -> None:
    found = read(tbl(tr(tc(p(r("label"))), tc(p(_box(p(r("answer"))))))))

    assert texts(found) == ["label", "", "answer"]
    assert len(found.blocks) == 1


# ---- Pictures ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:r>{PICTURE}</w:r>",
        f"<w:r>{VML_PICTURE}</w:r>",
        f"<w:r>{_either(PICTURE, VML_PICTURE)}</w:r>",
        _either(f"<w:r>{PICTURE}</w:r>", f"<w:r>{VML_PICTURE}</w:r>"),
        sdt("a", f"<w:r>{PICTURE}</w:r>", "<w:picture/>"),
        f'<w:hyperlink r:id="rId1"><w:r>{PICTURE}</w:r></w:hyperlink>',
        f"<w:ins>{sdt('a', f'<w:r>{PICTURE}</w:r>')}</w:ins>",
        '<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Package" r:id="rId9"/></w:object></w:r>',
    ],
)
def test_a_picture_or_an_object_counts_once(xml: str) -> None:
    found = read(p(r("x"), xml))

    assert pictures(found) == 1
    assert texts(found) == ["x"]


def test_pictures_count_each_in_their_paragraph() -> None:
    found = read(p(f"<w:r>{PICTURE}{PICTURE}</w:r>") + p(r("x")) + tbl(tr(tc(p(f"<w:r>{VML_PICTURE}</w:r>")))))

    assert [paragraph.pictures for paragraph in found.paragraphs] == [2, 0, 1]


def test_a_picture_in_a_text_box_counts_once() -> None:
    assert pictures(read(p(_box(p(f"<w:r>{PICTURE}</w:r>"))))) == 1
    assert pictures(read(p(_box(p(f"<w:r>{_either(PICTURE, VML_PICTURE)}</w:r>"))))) == 1


def test_a_picture_grouped_with_a_text_box_is_not_overlooked() -> None:
    picture = '<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>'
    group = f"<wpg:wgp>{_shape(p(r('caption')))}{picture}</wpg:wgp>"
    found = read(p(f"<w:r>{_drawing(group)}</w:r>"))

    assert pictures(found) == 1
    assert "caption" in texts(found)


def test_a_deleted_picture_is_still_in_the_file() -> None:
    assert pictures(read(p(f"<w:del><w:r>{PICTURE}</w:r></w:del>"))) == 1


def test_a_linked_picture_is_a_picture_and_a_link() -> None:
    linked = PICTURE.replace("r:embed", "r:link")
    found = read(p(f"<w:r>{linked}</w:r>"), relationship(9, "image", "file:///c:/a.png", external=True))

    assert (pictures(found), found.links) == (1, 1)
