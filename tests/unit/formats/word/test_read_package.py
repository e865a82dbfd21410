"""The parts around the document: namespaces, names, macros, links, comments, notes, headers and footers."""

import pytest

from hsbdocs.formats.word.read import read_word
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.location import Location
from hsbdocs.model.transcript import Format, RestKind, Transcript
from tests.support.said import where
from tests.unit.formats.word.reads import control, owners, read, read_parts, rows, texts
from tests.unit.formats.wordfile import (
    W,
    content_types,
    p,
    part,
    parts,
    r,
    relationship,
    relationships,
    sdt,
    tbl,
    tc,
    tr,
    zipped,
)

STRICT = [
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/math", b"http://purl.oclc.org/ooxml/officeDocument/math"),
]  # fmt: skip
BODY = p(r("x")) + tbl(tr(tc(p(r("1"))), sdt("a", tc(p(r("answer"), "<w:r><w:br/></w:r>", r("two"))))))


def _strict(contents: dict[str, bytes]) -> dict[str, bytes]:
    for transitional, strict in STRICT:
        contents = {name: data.replace(transitional, strict) for name, data in contents.items()}
    return contents


# ---- Names -------------------------------------------------------------------------------------


def test_strict_files_are_read_as_others() -> None:
    header = part("hdr", p(r("head")))
    loose = parts(BODY, relationship(1, "header", "header1.xml"), header1=header)
    strict = _strict(loose)
    assert b"schemas.openxmlformats.org/wordprocessingml" not in b"".join(strict.values())

    assert read_parts(strict) == read_parts(loose)


def test_formulas_of_strict_files_are_text() -> None:
    contents = _strict(parts(p("<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>")))

    assert texts(read_parts(contents)) == ["2+2"]


def test_parts_may_have_another_case_than_their_relationships_say() -> None:
    contents = parts(BODY, relationship(1, "header", "Header1.xml"), header1=part("hdr", p(r("head"))))
    shouted = {
        ("[Content_Types].xml" if name.startswith("[") else name.upper()): data for name, data in contents.items()
    }

    found = read_parts(shouted)

    assert rows(found) == [["1", "answer\ntwo"]]
    assert [paragraph.text for paragraph in found.margins] == ["head"]


def test_the_document_may_have_any_name_and_an_absolute_target() -> None:
    contents = parts(BODY)
    contents["[Content_Types].xml"] = content_types("/word/document2.xml")
    contents["_rels/.rels"] = relationships(relationship(1, "officeDocument", "/word/document2.xml"))
    contents["word/document2.xml"] = contents.pop("word/document.xml")
    contents["word/_rels/document2.xml.rels"] = contents.pop("word/_rels/document.xml.rels")

    assert owners(read_parts(contents)) == {"": "x1", "a": "answer\ntwo"}


@pytest.mark.parametrize("prefix", ["ns0", "W", "_"])
def test_the_prefix_of_the_names_does_not_matter(prefix: str) -> None:
    body = f"<{prefix}:p><{prefix}:r><{prefix}:t>x</{prefix}:t></{prefix}:r></{prefix}:p>"
    xml = f'<{prefix}:document xmlns:{prefix}="{W}"><{prefix}:body>{body}</{prefix}:body></{prefix}:document>'

    assert texts(read_parts(parts("") | {"word/document.xml": xml.encode()})) == ["x"]


def test_the_document_may_be_utf_16() -> None:
    contents = parts(p(r("é")))
    text = contents["word/document.xml"].decode().replace("UTF-8", "UTF-16")

    assert texts(read_parts(contents | {"word/document.xml": text.encode("utf-16")})) == ["é"]


@pytest.mark.parametrize(
    ("kind", "readable"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", True),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", True),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", True),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", True),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", False),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", False),
        ("application/xml", False),
    ],
)
def test_documents_and_templates_of_word_and_nothing_else(kind: str, readable: bool) -> None:
    found = read_word(zipped(parts(BODY) | {"[Content_Types].xml": content_types(kind=kind)}))

    assert isinstance(found, Transcript) if readable else found == Why(Unreadable.WRONG_TYPE)


def test_a_root_of_another_language_is_another_type() -> None:
    assert read_word(zipped(parts("") | {"word/document.xml": b"<html/>"})) == Why(Unreadable.WRONG_TYPE)


def test_a_document_without_a_body_says_nothing() -> None:
    found = read_parts(parts("") | {"word/document.xml": part("document", "")})

    assert found == Transcript(blocks=(), controls=(), marks=0, format=Format.WORD)


# ---- Macros and links --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "vbaProject.bin"])
def test_a_file_with_macros_says_so(name: str) -> None:
    assert read_parts(parts(BODY) | {name: b"x"}).macros is True
    assert read(BODY).macros is False


@pytest.mark.parametrize(
    ("kind", "links"),
    [("image", 1), ("oleObject", 1), ("frame", 1), ("subDocument", 1), ("hyperlink", 0), ("attachedTemplate", 0)],
)
def test_which_outside_targets_are_links_to_other_files(kind: str, links: int) -> None:
    assert read(BODY, relationship(1, kind, "http://example.org/x", external=True)).links == links


def test_what_lies_inside_the_file_is_no_link() -> None:
    found = read(BODY, relationship(1, "image", "media/a.png"), relationship(2, "hyperlink", "#Bookmark"))

    assert found.links == 0


def test_every_link_counts() -> None:
    outside = [relationship(n, "image", f"http://example.org/{n}", external=True) for n in (1, 2, 3)]

    assert read(BODY, *outside).links == 3


def test_a_picture_that_a_header_fetches_is_a_link_too() -> None:
    contents = parts(BODY, relationship(1, "header", "header1.xml"), header1=part("hdr", p(r("head"))))
    contents["word/_rels/header1.xml.rels"] = relationships(
        relationship(1, "image", "http://example.org/pixel.png", external=True)
    )

    assert read_parts(contents).links == 1


def test_a_chunk_of_another_format_is_not_read_and_counts_as_a_link() -> None:
    found = read(p(r("x")) + '<w:altChunk r:id="rId5"/>', relationship(5, "aFChunk", "chunk.htm"))

    assert (texts(found), found.links) == (["x", ""], 1)
    assert [rest.kind for each in found.paragraphs for rest in each.rest] == [RestKind.EMBEDDED]


# ---- Beside the document -----------------------------------------------------------------------


def test_comments_are_kept_apart() -> None:
    comments = (
        f'<w:comment w:id="0" w:author="A">{p(r("one"))}{p(r("two"))}</w:comment><w:comment w:id="1">{p()}</w:comment>'
    )
    found = read(BODY, relationship(1, "comments", "comments.xml"), comments=part("comments", comments))

    assert [(where(Location(aside.kind, cell=aside.cell)), aside.text) for aside in found.asides] == [
        ("comment", "one\ntwo")
    ]
    assert "one" not in texts(found)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_kept_apart_and_separators_are_no_notes(kind: str) -> None:
    notes = (
        f'<w:{kind} w:type="separator" w:id="-1">{p(r("no"))}</w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0">{p(r("no"))}</w:{kind}>'
        f'<w:{kind} w:type="continuationNotice" w:id="1">{p(r("no"))}</w:{kind}>'
        f'<w:{kind} w:id="2">{p(r("yes"))}</w:{kind}>'
        f'<w:{kind} w:type="normal" w:id="3">{p(r("also"))}</w:{kind}>'
    )
    found = read(BODY, relationship(1, f"{kind}s", "notes.xml"), notes=part(f"{kind}s", notes))

    assert [(where(Location(aside.kind, cell=aside.cell)), aside.text) for aside in found.asides] == [
        (kind, "yes"),
        (kind, "also"),
    ]


def test_headers_and_footers_are_margins_tables_and_controls_included() -> None:
    found = read(
        BODY,
        relationship(1, "header", "header1.xml"),
        relationship(2, "footer", "footer1.xml"),
        header1=part("hdr", p(r("head")) + tbl(tr(tc(p(r("cell")))))),
        footer1=part("ftr", p(sdt("foot", r("foot")))),
    )

    assert [paragraph.text for paragraph in found.margins] == ["head", "cell", "foot"]
    assert texts(found) == ["x", "1", "answer\ntwo"]
    assert control(found, "foot").title == "Title of foot"


def test_a_thumbnail_and_other_parts_do_no_harm() -> None:
    contents = parts(BODY) | {"docProps/Thumbnail.jpeg": b"\xff\xd8", "customXml/item1.xml": b"not xml"}

    assert texts(read_parts(contents)) == ["x", "1", "answer\ntwo"]
