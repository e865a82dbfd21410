"""Office packages: opened whatever the case of their names, written always the same."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.package import Damaged, Package, TooLarge, add_part, pack, parse_xml, unpack
from tests.unit.formats.wordfile import content_types, docx, p, parts, r, relationship, relationships, zipped

NAMES = st.text("abcxyz019_-", min_size=1, max_size=8).map(lambda name: f"word/{name}.xml")


# ---- Reading -----------------------------------------------------------------------------------


def test_names_are_found_in_any_case() -> None:
    package = Package(zipped({"Word/Document.XML": b"<a/>"}))

    assert "word/document.xml" in package
    assert "WORD/DOCUMENT.XML" in package
    assert package.read("word/Document.xml") == b"<a/>"
    assert package.names == ["word/document.xml"]


def test_two_parts_that_differ_in_case_are_damage() -> None:
    with pytest.raises(Damaged, match="one name"):
        Package(zipped({"word/document.xml": b"<a/>", "word/Document.xml": b"<b/>"}))


@pytest.mark.parametrize(("tags", "read"), [(999_000, True), (1_000_001, False)])
def test_the_tags_of_a_part_are_counted_before_it_is_parsed(tags: int, read: bool) -> None:
    package = Package(zipped({"word/document.xml": b"<a>" + b"<b/>" * (tags - 2) + b"</a>"}))
    if read:
        assert len(package.xml("word/document.xml")) == tags - 2
    else:
        with pytest.raises(TooLarge, match="tags"):
            package.xml("word/document.xml")


def test_a_missing_part_is_damage() -> None:
    with pytest.raises(Damaged, match=r"word/none\.xml"):
        Package(docx("")).read("word/none.xml")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("header1.xml", "word/header1.xml"),
        ("/word/header1.xml", "word/header1.xml"),
        ("../docProps/x.xml", "docProps/x.xml"),
        ("./a/../header1.xml", "word/header1.xml"),
    ],
)
def test_targets_are_seen_from_the_folder_of_their_part(target: str, found: str) -> None:
    package = Package(docx("", relationship(7, "header", target)))

    assert [(one.id, one.kind, one.target, one.external) for one in package.relationships("word/document.xml")] == [
        ("rId7", "header", found, False)
    ]


def test_an_external_target_is_kept_as_it_is() -> None:
    package = Package(docx("", relationship(1, "image", "file:///c:/a/../b.png", external=True)))

    found = package.relationships("word/document.xml")
    assert [(one.target, one.external) for one in found] == [("file:///c:/a/../b.png", True)]


def test_a_target_inside_the_document_is_kept_as_it_is() -> None:
    package = Package(docx("", relationship(1, "hyperlink", "#Bookmark")))

    assert [one.target for one in package.relationships("word/document.xml")] == ["#Bookmark"]


def test_a_part_without_relationships_has_none() -> None:
    assert Package(docx("")).relationships("word/styles.xml") == []


def test_content_types_by_name_then_by_ending() -> None:
    package = Package(zipped({"[Content_Types].xml": content_types("/Word/Document.xml", "one/main")}))

    assert package.content_type("word/document.xml") == "one/main"
    assert package.content_type("word/other.XML") == "application/xml"
    assert package.content_type("word/picture.png") == ""


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"plain",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"<a b=1/>",
        b"<a>&nothere;</a>",
        b"<a>\x00</a>",
        b"<a>\xff</a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a/>',
        b'<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;">&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
    ],
)
def test_xml_that_is_broken_or_declares_a_document_type_is_damage(xml: bytes) -> None:
    with pytest.raises(Damaged):
        parse_xml(xml)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_xml_in_any_encoding_of_office_is_read(encoding: str) -> None:
    assert parse_xml("<a>é</a>".encode(encoding)).text == "é"


def test_comments_and_instructions_are_left_out() -> None:
    assert parse_xml(b"<a>x<!-- y --><?z z?>w</a>").text == "xw"


# ---- Writing -----------------------------------------------------------------------------------


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=6))
def test_packing_depends_on_the_parts_alone(contents: dict[str, bytes]) -> None:
    items = list(contents.items())
    shuffled = dict(reversed(items))

    data = pack(contents)

    assert pack(shuffled) == data
    assert unpack(data) == contents
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(contents)


def test_the_content_types_stand_first_and_nothing_tells_day_or_machine() -> None:
    data = pack(dict(sorted(parts("").items(), reverse=True)))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    assert {entry.external_attr for entry in entries} == {0o644 << 16}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}


def test_a_part_put_in_is_declared_and_related_once() -> None:
    contents = parts(p(r("x")))
    for data in (b"<a/>", b"<b/>"):
        add_part(contents, "docProps/x.xml", data, "application/x+xml", "http://example.org/x")

    package = Package(zipped(contents))
    assert package.read("docProps/x.xml") == b"<b/>"
    assert package.content_type("docProps/x.xml") == "application/x+xml"
    related = [one for one in package.relationships() if one.target == "docProps/x.xml"]
    assert len(related) == 1
    assert len({one.id for one in package.relationships()}) == len(package.relationships())
    assert contents["[Content_Types].xml"].count(b"/docProps/x.xml") == 1


def test_a_new_relationship_takes_an_id_that_is_free() -> None:
    contents = parts("")
    taken = [
        relationship(1, "officeDocument", "word/document.xml"),
        relationship(2, "a", "a"),
        relationship(4, "b", "b"),
    ]
    contents["_rels/.rels"] = relationships(*taken)

    add_part(contents, "x.xml", b"<a/>", "application/x", "http://example.org/x")

    ids = [one.id for one in Package(zipped(contents)).relationships()]
    assert len(set(ids)) == len(ids) == 4
