"""What Word shows and no reader can give as plain text is told of, with the text that it holds."""

from __future__ import annotations

import pytest

from hsbdocs.model.location import Location
from hsbdocs.model.transcript import Mark, RestKind
from tests.support.said import where
from tests.unit.formats.word.reads import read, spans, texts
from tests.unit.formats.wordfile import p, r, relationship, sdt, tbl, tc, tr

BEGIN, PART, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
FRACTION = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>5</m:t></m:r></m:den></m:f></m:oMath>"
POWER = "<m:oMath><m:sSup><m:e><m:r><m:t>1</m:t></m:r></m:e><m:sup><m:r><m:t>5</m:t></m:r></m:sup></m:sSup></m:oMath>"
GONE = 'w:id="1" w:author="A"'


def _code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def _rest(body: str) -> list[tuple[RestKind, str]]:
    return [(rest.kind, rest.text) for each in read(body).paragraphs for rest in each.rest]


@pytest.mark.parametrize(
    ("xml", "text", "kind"),
    [
        (FRACTION, "a1/5b", RestKind.EQUATION),
        (f"<m:oMathPara>{FRACTION}</m:oMathPara>", "a1/5b", RestKind.EQUATION),
        (POWER, "a1^5b", RestKind.EQUATION),
        ('<w:altChunk r:id="rId7"/>', "ab", RestKind.EMBEDDED),
        ('<w:subDoc r:id="rId7"/>', "ab", RestKind.EMBEDDED),
        ("<w:t>outside</w:t>", "aoutsideb", RestKind.ODD),
        (f"<w:r>{r('inner')}</w:r>", "ainnerb", RestKind.ODD),
        (f"<w:unknown>{r('inner')}</w:unknown>", "ainnerb", RestKind.ODD),
        ("<w:r><w:unknown><w:t>inner</w:t></w:unknown></w:r>", "ainnerb", RestKind.ODD),
        (BEGIN + _code("REF x") + r("never ended"), "anever endedb", RestKind.FIELD),
        (_code("x") + BEGIN + BEGIN + _code("IF x") + r("twice"), "atwiceb", RestKind.FIELD),
        (
            sdt("a", "", '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'),
            "ab",
            RestKind.ODD,
        ),
    ],
)
def test_in_a_paragraph(xml: str, text: str, kind: RestKind) -> None:
    body = p(r("a"), xml, r("b"))

    assert texts(read(body, relationship(7, "aFChunk", "chunk.html"))) == [text]
    assert [each[0] for each in _rest(body)] == [kind]


@pytest.mark.parametrize(
    ("xml", "rest"),
    [
        (BEGIN + _code(" EQ \\f(1,5) ") + END, (RestKind.EQUATION, "EQ \\f(1,5)")),
        (BEGIN + _code("listnum") + PART + END, (RestKind.FIELD, "listnum")),
        ('<w:fldSimple w:instr=" AUTONUM "/>', (RestKind.FIELD, "AUTONUM")),
        (BEGIN + _code("IF") + r("typed in a code") + END, (RestKind.FIELD, "typed in a code")),
        (BEGIN + BEGIN + r("deeper") + END + PART + r("") + END, (RestKind.FIELD, "deeper")),
    ],
)
def test_text_that_a_field_holds_and_does_not_show(xml: str, rest: tuple[RestKind, str]) -> None:
    body = p(r("a"), xml, r("b"))

    assert texts(read(body)) == ["ab"]
    assert _rest(body)[:1] == [rest]


@pytest.mark.parametrize(
    "xml",
    [
        BEGIN + _code("PAGE") + PART + r("2") + END,
        BEGIN + _code("IF ") + BEGIN + _code("REF x") + PART + r("Male") + END + PART + r("2") + END,
        BEGIN + _code("X") + PART + r("2"),
        "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>",
        f'<w:bookmarkStart w:id="1" w:name="x"/>{r("2")}<w:bookmarkEnd w:id="1"/>',
        f'<w:hyperlink r:id="rId1">{r("2")}</w:hyperlink>',
        f"<x:unknown xmlns:x='urn:x'>{r('2')}</x:unknown>",
    ],
)
def test_what_is_read_in_full(xml: str) -> None:
    assert texts(read(p(r("a"), xml, r("b")))) == ["a2b"]
    assert _rest(p(r("a"), xml, r("b"))) == []


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        (' SYMBOL 252 \\f "Wingdings" \\s 12 ', "\u2713"),
        ("symbol 254 \\f Wingdings", "\u2611"),
        ('SYMBOL 0xFC \\f "Wingdings"', "\u2713"),
        ('SYMBOL 61692 \\f "Wingdings"', "\u2713"),
        ('SYMBOL 82 \\f "Wingdings 2"', "\u2611"),
        ("SYMBOL 9745 \\u", "\u2611"),
        ("SYMBOL 128", "\u20ac"),
        ("SYMBOL 65", "A"),
        ("SYMBOL", "\ufffd"),
        ("SYMBOL x", "\ufffd"),
        (f"SYMBOL {'9' * 5000}", "\ufffd"),
    ],
)
def test_the_sign_of_a_symbol_field(code: str, sign: str) -> None:
    attribute = code.replace('"', "&quot;")
    for field in (
        BEGIN + _code(code) + END,
        BEGIN + _code(code) + PART + END,
        f'<w:fldSimple w:instr="{attribute}"/>',
    ):
        assert texts(read(p(r("a"), field, r("b")))) == [f"a{sign}b"]


def test_a_field_ends_with_its_cell_and_goes_on_over_paragraphs() -> None:
    begun = p(BEGIN, _code("DATE"), r("x"))
    assert spans(read(p(BEGIN, _code("DATE"), PART, r("1")))) == [("1", Mark.CHANGING)]
    found = read(begun + p(r("2")))
    assert [each.spans[0].marks for each in found.paragraphs] == [0, Mark.CHANGING]
    found = read(tbl(tr(tc(begun), tc(p(r("2"))))) + p(r("3")))
    assert [each.spans[0].marks for each in found.paragraphs] == [0, 0, 0]


def test_a_date_that_changes_in_the_code_of_another_field() -> None:
    inner = BEGIN + _code("date") + PART + r("5") + END
    assert spans(read(p(BEGIN, _code("QUOTE "), inner, PART, r("5"), END))) == [("5", Mark.CHANGING)]


@pytest.mark.parametrize("where", ["{}", "<w:ins {gone}>{}</w:ins>", "<w:r>{}</w:r>"])
@pytest.mark.parametrize("text", ["<w:t>gone</w:t>", "<w:delText>gone</w:delText>"])
def test_a_deletion_holds_either_kind_of_text(where: str, text: str) -> None:
    deletion = where.replace("{gone}", GONE).replace("{}", f"<w:del {GONE}><w:r>{text}</w:r></w:del>")
    found = read(p(r("a"), deletion, r("b"))).paragraphs[0]
    assert (found.text, found.deleted) == ("ab", "gone")


def test_what_was_moved_away_is_taken_out_where_it_stands_nowhere() -> None:
    away = p(r("a"), f"<w:moveFrom {GONE}>{r('moved ')}{r('on')}</w:moveFrom>")
    found = read(away + p(f"<w:moveTo {GONE}>{r('moved on')}</w:moveTo>"))
    assert [each.deleted for each in found.paragraphs] == ["", ""]
    assert read(away).paragraphs[0].deleted == "moved on"


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (r("loose"), "loose"),
        ("<w:t>loose</w:t>", "loose"),
        (f"<w:unknown>{p(r('loose'))}</w:unknown>", "loose"),
        (f"<w:unknown>{r('loose')}</w:unknown>", "loose"),
    ],
)
@pytest.mark.parametrize("cell", [False, True])
def test_text_outside_paragraphs(body: str, kept: str, cell: bool) -> None:
    found = read(p(r("a")) + (tbl(tr(tc(body + p()))) if cell else body))
    assert kept in texts(found)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (tbl(tr(tc(p())), p(r("between"))), "text between the rows of a table"),
        (tbl(tr(tc(p()), p(r("between")))), "text between the cells of a table"),
        (f"<w:del {GONE}>{p(r('between'))}</w:del>", "taken out by tracked changes"),
    ],
)
def test_text_between_rows_and_cells(body: str, kind: str) -> None:
    assert [(where(Location(aside.kind)), aside.text) for aside in read(body).asides] == [(kind, "between")]


@pytest.mark.parametrize(
    ("requires", "text"), [("wps", "a"), ("zz", "b"), ("wps zz", "b"), ("nobody", "b"), ("v", "a"), ("", "a")]
)
def test_the_fallback_counts_where_nobody_knows_the_choice(requires: str, text: str) -> None:
    choice = f'<mc:Choice Requires="{requires}">{r("a")}</mc:Choice><mc:Fallback>{r("b")}</mc:Fallback>'
    assert texts(read(p(f'<mc:AlternateContent xmlns:zz="urn:zz">{choice}</mc:AlternateContent>'))) == [text]


def test_letters_drawn_along_a_path_are_text() -> None:
    path = '<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="Not to be sent on"/>'
    art = f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{path}</v:shape></w:pict></w:r>'
    found = read(p(r("a"), art))
    assert [paragraph.text for paragraph in found.paragraphs] == ["a", "Not to be sent on"]
