"""Content controls as they go into a template: strict XML, in the order that Word's schema asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hsbdocs.formats.word.controls import ContentControl, ControlKind, placeholder_name
from tests.unit.formats.wordfile import W14, W

#: CT_SdtPr of ISO/IEC 29500-1 (transitional), A.1, as far as ours go; w14:checkbox takes the place of the type.
ORDER = ["alias", "tag", "id", "placeholder", "showingPlcHdr", "date", "checkbox"]
KINDS = pytest.mark.parametrize("kind", list(ControlKind))
XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _parsed(control: ContentControl) -> etree._Element:
    """The control as it stands in a document, parsed by a strict parser."""
    xml = f'<w:p xmlns:w="{W}">{control.__html__()}</w:p>'
    (element,) = etree.fromstring(xml, etree.XMLParser(recover=False, resolve_entities=False))
    return element


def _shown(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _control(kind: ControlKind, tag: str = "a.b", title: str = "Title") -> ContentControl:
    return ContentControl(kind, tag, title, "" if kind is ControlKind.CHECKBOX else "Click")


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{_w('sdtPr')}/{_w(name)}")
    assert found is not None
    return str(found.get(_w("val")))


@KINDS
def test_the_properties_stand_in_the_order_of_the_schema(kind: ControlKind) -> None:
    element = _parsed(_control(kind))
    names = [etree.QName(child).localname for child in element[0]]

    assert [child.tag for child in element] == [_w("sdtPr"), _w("sdtContent")]
    assert names == [name for name in ORDER if name in names]
    assert names[:3] == ["alias", "tag", "id"]


def test_only_the_boxes_and_the_dates_have_a_type() -> None:
    names = {kind: {etree.QName(child).localname for child in _parsed(_control(kind))[0]} for kind in ControlKind}

    common = {"alias", "tag", "id"}
    assert names[ControlKind.TEXT] - common == {"placeholder", "showingPlcHdr"}
    assert names[ControlKind.DATE] - common == {"placeholder", "showingPlcHdr", "date"}
    assert names[ControlKind.CHECKBOX] - common == {"checkbox"}


@KINDS
def test_the_name_of_the_namespace_is_not_repeated(kind: ControlKind) -> None:
    xml = _control(kind).__html__()

    assert f'xmlns:w="{W}"' not in xml
    assert "xmlns:w=" not in xml
    assert "xmlns:ns0" not in xml


@KINDS
@pytest.mark.parametrize("title", ["A & B", "<b>", 'say "x"', "it's", "]]>", "{{ x }}", "Ünï ☒ 😀", f' xmlns:w="{W}"'])
def test_titles_tags_and_placeholders_are_escaped(kind: ControlKind, title: str) -> None:
    element = _parsed(ContentControl(kind, f"tag {title}", title, title))

    assert _value(element, "alias") == title
    assert _value(element, "tag") == f"tag {title}"
    if kind is not ControlKind.CHECKBOX:
        assert _shown(element) == title


@given(kind=st.sampled_from(list(ControlKind)), tag=XML_TEXT, title=XML_TEXT, placeholder=XML_TEXT)
def test_any_text_comes_back_from_the_xml(kind: ControlKind, tag: str, title: str, placeholder: str) -> None:
    element = _parsed(ContentControl(kind, tag, title, placeholder))

    assert (_value(element, "alias"), _value(element, "tag")) == (title, tag)
    assert _shown(element) == ("\u2610" if kind is ControlKind.CHECKBOX else placeholder)


@given(st.text())
def test_the_id_is_a_positive_number_of_31_bits(tag: str) -> None:
    assert 0 < _control(ControlKind.TEXT, tag.encode("utf-8", "replace").decode()).identity < 2**31


def test_the_id_hangs_on_the_tag_alone_and_never_changes() -> None:
    """Frozen by hand: Word's co-authoring and our own comparisons hang on it."""
    for tag, number in {"child.name": 799_020_171, "outcome.category.harmful": 1_960_470_251}.items():
        ids = {_control(kind, tag, title).identity for kind in ControlKind for title in ("x", "y")}
        assert ids == {number}, tag
        assert _value(_parsed(_control(ControlKind.TEXT, tag)), "id") == str(number)


def test_a_box_is_empty_and_knows_both_its_signs() -> None:
    box = _parsed(_control(ControlKind.CHECKBOX)).find(f"{_w('sdtPr')}/{{{W14}}}checkbox")

    assert box is not None
    val, font = f"{{{W14}}}val", f"{{{W14}}}font"
    assert [(etree.QName(child).localname, child.get(val), child.get(font)) for child in box] == [
        ("checked", "0", None),
        ("checkedState", "2612", "MS Gothic"),
        ("uncheckedState", "2610", "MS Gothic"),
    ]


def test_a_date_is_british_and_holds_none() -> None:
    date = _parsed(_control(ControlKind.DATE)).find(f"{_w('sdtPr')}/{_w('date')}")

    assert date is not None
    assert date.get(_w("fullDate")) is None
    assert [(etree.QName(child).localname, child.get(_w("val"))) for child in date] == [
        ("dateFormat", "d MMMM yyyy"),
        ("lid", "en-GB"),
        ("storeMappedDataAs", "dateTime"),
        ("calendar", "gregorian"),
    ]


def test_the_placeholder_names_the_building_block_of_its_text() -> None:
    element = _parsed(_control(ControlKind.TEXT))
    block = element.find(f"{_w('sdtPr')}/{_w('placeholder')}/{_w('docPart')}")

    assert block is not None
    assert block.get(_w("val")) == placeholder_name("Click")
    assert placeholder_name("Click") != placeholder_name("Click or tap")
    assert len(placeholder_name("Click")) == len("hsbdocs") + 8


@KINDS
def test_there_is_one_run_and_it_is_not_empty(kind: ControlKind) -> None:
    content = _parsed(_control(kind))[1]

    assert [child.tag for child in content] == [_w("r")]
    assert [child.tag for child in content[0]] == [_w("rPr"), _w("t")]
    assert content[0][1].text


@pytest.mark.parametrize("edge", [" before", "after "])
def test_white_space_of_a_placeholder_is_kept_by_word(edge: str) -> None:
    """Without xml:space Word drops white space at the ends (ECMA-376 part 1, 17.3.3.31)."""
    (text,) = _parsed(ContentControl(ControlKind.TEXT, "a", "A", edge)).iter(_w("t"))

    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
