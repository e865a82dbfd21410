"""Our own check finds what the Open XML validator does not see, and nothing in sound documents."""

import pytest

from hsbdocs.formats.word.own_check import check_document
from tests.support.forms import DOCUMENTS, blank
from tests.unit.formats.wordfile import docx, p, part, parts, r, relationship, sdt, tbl, tc, tr, zipped

ITEM = '<w:listItem w:value="x"/>'
CHECKBOX = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'


def _with_id(tag: str, number: int, more: str = "") -> str:
    return sdt(tag, r("x"), f'<w:id w:val="{number}"/>{more}')


SOUND = p(_with_id("a", 1), r(" "), _with_id("b", 2)) + tbl(tr(tc(p(r("x"))))) + p(r("end"))


def test_sound_documents_have_no_fault() -> None:
    assert check_document(docx(SOUND)) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_built_documents_have_no_fault(document: str) -> None:
    assert check_document(blank(document)) == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (p(_with_id("a", 7), r(" "), _with_id("b", 7)), "7 stands 2 times"),
        (p(_with_id("a", 7), r(" "), _with_id("b", 7), r(" "), _with_id("c", 7)), "7 stands 3 times"),
        (p(_with_id("a", 7)) + tbl(tr(sdt("b", tc(p()), '<w:id w:val="7"/>'))) + p(), "7 stands 2 times"),
        (p(sdt("a", r("x")), r(" "), sdt("b", r("x"))), "id"),
        (p(_with_id("a", 1, "<w:placeholder/><w:lock/>")), "order"),
        (p(_with_id("a", 1, '<w:tag w:val="late"/>')), "order"),
        (p(_with_id("a", 1, f"{CHECKBOX}<w:showingPlcHdr/>")), "order"),
        (p(_with_id("a", 1, "<w:date/><w:text/>")), "more than one type"),
        (p(_with_id("a", 1, f"<w:text/>{CHECKBOX}")), "more than one type"),
        (p(_with_id("t" * 65, 1).replace("Title of ", "", 1).replace("t" * 65, "t", 1)), "tag over 64"),
        (p(_with_id("a", 1).replace("Title of a", "T" * 65)), "alias over 64"),
        (
            p(_with_id("a", 1, '<w:dropDownList><w:listItem w:value="x"/><w:listItem w:value="x"/></w:dropDownList>')),
            "list",
        ),
        (p('<w:bookmarkStart w:id="1" w:name="x"/>', r("x")), "bookmark"),
        (p('<w:bookmarkEnd w:id="1"/>', r("x")), "bookmark"),
        (p(_with_id("a", 1), _with_id("b", 2)), "touches"),
        (p(_with_id("a", 1), '<w:proofErr w:type="spellEnd"/>', _with_id("b", 2)), "touches"),
        (
            p(_with_id("a", 1), '<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/>', _with_id("b", 2)),
            "touches",
        ),
        (p(_with_id("a", 1), "<w:r/>", _with_id("b", 2)), "touches"),
        (p("<w:sdt><w:sdtContent/></w:sdt>"), "no properties"),
        (p(r("{{ left }}")), "template tag"),
        (p(r("{"), r("{ left }"), r("}")), "template tag"),
        (p(r("{% left %}")), "template tag"),
        (tbl(tr(tc())) + p(), "paragraph"),
        (tbl(tr(tc(p() + tbl(tr(tc(p())))))) + p(), "paragraph"),
    ],
)
def test_a_planted_fault_is_found(body: str, says: str) -> None:
    found = check_document(docx(body + p(r("end"))))

    assert len(found) == 1, found
    assert says in found[0]


@pytest.mark.parametrize("body", [tbl(tr(tc(p()))), sdt("a", tbl(tr(tc(p()))), '<w:id w:val="1"/>'), ""])
def test_a_body_that_does_not_end_with_a_paragraph_is_found(body: str) -> None:
    assert any("end with a paragraph" in fault for fault in check_document(docx(body)))


def test_faults_in_headers_and_footers_are_found() -> None:
    for kind, root in (("header", "hdr"), ("footer", "ftr")):
        bad = part(root, p(r("{{ left }}")))
        found = check_document(docx(SOUND, relationship(1, kind, f"{kind}3.xml"), **{f"{kind}3": bad}))
        assert len(found) == 1
        assert f"{kind}3" in found[0]


def test_an_id_that_stands_in_the_body_and_in_the_header_is_found() -> None:
    header = part("hdr", p(_with_id("c", 1)))

    assert check_document(docx(SOUND, relationship(1, "header", "header1.xml"), header1=header)) != []


def test_every_fault_is_told_at_once() -> None:
    body = p(_with_id("a", 7), _with_id("b", 7)) + p(r("{{ left }}")) + tbl(tr(tc()))

    assert len(check_document(docx(body))) == 5


@pytest.mark.parametrize("data", [b"", b"x", docx(SOUND)[:-30], zipped({"a": b""})])
def test_what_cannot_be_opened_is_a_fault(data: bytes) -> None:
    assert len(check_document(data)) == 1


def test_a_document_without_a_body_is_a_fault() -> None:
    assert check_document(zipped(parts("") | {"word/document.xml": part("document", "")})) != []
