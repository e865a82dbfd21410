"""What a control or field shows until somebody writes in it."""

from __future__ import annotations

import pytest

from hsbdocs.model.transcript import Mark
from tests.unit.formats.word.reads import read, spans
from tests.unit.formats.wordfile import p, part, r, relationship, sdt, tbl, tc, tr

FLAG = "<w:showingPlcHdr/>"
STYLE = '<w:rStyle w:val="PlaceholderText"/>'
STYLES = part(
    "styles",
    '<w:style w:type="character" w:styleId="Pladsholdertekst"><w:name w:val="Placeholder Text"/></w:style>'
    '<w:style w:type="character" w:styleId="Other"><w:name w:val="Other"/></w:style>',
)


def _named(name: str) -> str:
    return f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder>'


def _block(name: str, text: str) -> str:
    properties = f'<w:docPartPr><w:name w:val="{name}"/></w:docPartPr>'
    return f"<w:docPart>{properties}<w:docPartBody>{p(r(text))}</w:docPartBody></w:docPart>"


BLOCKS = part(
    "glossaryDocument",
    f"<w:docParts>{_block('own', 'Name of the child')}{_block('DefaultPlaceholder_1', 'Click here.')}</w:docParts>",
)


def _mark(content: str, properties: str) -> int:
    entries = relationship(1, "styles", "styles.xml"), relationship(2, "glossaryDocument", "blocks.xml")
    found = read(p(sdt("a", content, properties)), *entries, styles=STYLES, blocks=BLOCKS)
    (mark,) = {marks & (Mark.PROMPT | Mark.PROMPTED) for _, marks in spans(found)}
    return mark


@pytest.mark.parametrize(
    ("content", "properties", "mark"),
    [
        (r("Name of the child"), FLAG + _named("own"), Mark.PROMPT),
        (r("Name of ") + r("the child"), FLAG + _named("own"), Mark.PROMPT),
        (r("Name of the child"), _named("own"), Mark.PROMPTED),
        (r("Sam", STYLE), FLAG + _named("own"), 0),
        (r("Enter a name", STYLE), FLAG + _named("DefaultPlaceholder_1"), Mark.PROMPTED),
        (r("Enter a name", STYLE), FLAG + _named("gone"), Mark.PROMPTED),
        (r("Enter a name", STYLE), FLAG, Mark.PROMPTED),
        (r("Nom de l\u2019enfant", '<w:rStyle w:val="Pladsholdertekst"/>'), FLAG, Mark.PROMPTED),
        (r("Enter a name", '<w:rStyle w:val="Other"/>'), FLAG, 0),
        (r("Enter a name"), FLAG, 0),
        (r("Enter ", STYLE) + r("a name"), FLAG, 0),
        (r("Enter a name", STYLE), '<w:showingPlcHdr w:val="0"/>', 0),
        (r("Enter a name", STYLE), "", 0),
        (r("x" * 401, STYLE), FLAG, 0),
    ],
)
def test_a_prompt_of_a_control(content: str, properties: str, mark: int) -> None:
    assert _mark(content, properties) == mark


@pytest.mark.parametrize(
    ("text", "items", "mark"),
    [
        ("Choose one", '<w:listItem w:displayText="Choose one" w:value=""/>', Mark.PROMPT),
        ("Choose one", '<w:listItem w:value="Choose one"/>', Mark.PROMPT),
        ("Girl", '<w:listItem w:displayText="Girl" w:value="g"/>', 0),
    ],
)
@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
def test_an_entry_of_a_list_that_is_no_choice(kind: str, text: str, items: str, mark: int) -> None:
    assert _mark(r(text), f"<w:{kind}>{items}</w:{kind}>") == mark


def test_around_paragraphs_and_cells() -> None:
    prompt = p(r("Enter a name", STYLE))
    for body in (sdt("a", prompt, FLAG), tbl(tr(sdt("a", tc(prompt), FLAG))), sdt("a", sdt("b", prompt), FLAG)):
        (paragraph,) = read(body).paragraphs
        assert [span.marks & Mark.PROMPTED for span in paragraph.spans] == [Mark.PROMPTED]


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        ('<w:default w:val="Enter a name"/>', Mark.PROMPT),
        ('<w:default w:val="Another"/>', 0),
        ('<w:type w:val="currentDate"/>', Mark.CHANGING),
        ('<w:type w:val="currentTime"/>', Mark.CHANGING),
        ('<w:type w:val="calculated"/>', Mark.COMPUTED),
        ('<w:type w:val="date"/><w:format w:val="M/d/yyyy"/>', Mark.MONTH_FIRST),
        ('<w:type w:val="date"/><w:format w:val="dd/MM/yyyy"/>', 0),
        ('<w:format w:val="M/d/yyyy"/>', 0),
    ],
)
def test_a_field_to_type_in(data: str, mark: int) -> None:
    whole = f"<w:ffData><w:textInput>{data}</w:textInput></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{whole}</w:fldChar><w:instrText>FORMTEXT</w:instrText></w:r>'
    ends = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    assert spans(read(p(begin + r("Enter a name").join(ends)))) == [("Enter a name", mark)]


@pytest.mark.parametrize(
    ("states", "touched"),
    [
        ("", False),
        ('<w:result w:val="0"/>', False),
        ('<w:default w:val="1"/>', False),
        ('<w:result w:val="1"/><w:default w:val="1"/>', False),
        ('<w:result w:val="1"/>', True),
        ('<w:result w:val="0"/><w:default w:val="1"/>', True),
    ],
)
def test_a_list_of_the_old_kind_that_nobody_touched(states: str, touched: bool) -> None:
    entries = '<w:listEntry w:val="Female"/><w:listEntry w:val="Male"/>'
    data = f"<w:ffData><w:ddList>{states}{entries}</w:ddList></w:ffData>"
    found = spans(read(p(f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>')))
    assert [marks for _, marks in found] == [0 if touched else Mark.UNTOUCHED]


@pytest.mark.parametrize(
    ("pattern", "language", "first"),
    [
        ("M/d/yyyy", "en-GB", True),
        ("MM-dd-yy", "en-GB", True),
        ("dd/MM/yyyy", "en-US", False),
        ("MMMM d, yyyy", "en-US", False),
        ("MMM d", "en-US", False),
        ("'Month' d/M/yyyy", "en-US", False),
        ("yyyy", "en-US", False),
        ("", "en-US", True),
        ("", "en-GB", False),
    ],
)
def test_a_date_that_shows_the_month_first(pattern: str, language: str, first: bool) -> None:
    shape = f'<w:dateFormat w:val="{pattern}"/>' if pattern else ""
    found = read(p(sdt("a", r("3/4/2013"), f'<w:date>{shape}<w:lid w:val="{language}"/></w:date>')))
    assert spans(found) == [("3/4/2013", Mark.MONTH_FIRST if first else 0)]
