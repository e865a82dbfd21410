"""Document properties: written right, and read back from whatever program wrote them."""

from xml.etree import ElementTree

import pytest

from hsbdocs.formats.package import Package
from hsbdocs.formats.properties import people_in, read_custom, set_core, set_custom
from tests.unit.formats.wordfile import parts, relationship, relationships, zipped

DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
VALUES = {"hsbdocs.form": "risk-assessment", "hsbdocs.version": "2023.06-1", "odd": "a & b < c > \"d\" 'e' ü"}
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def _custom(xml: str, kind: str = "custom-properties") -> dict[str, str]:
    contents = parts("") | {"docProps/custom.xml": xml.encode()}
    contents["_rels/.rels"] = relationships(
        relationship(1, "officeDocument", "word/document.xml"), relationship(2, kind, "docProps/custom.xml")
    )
    return read_custom(Package(zipped(contents)))


def _property(name: str, value: str, between: str = "") -> str:
    return f'<property fmtid="{FORMAT}" pid="2" name="{name}">{between}{value}{between}</property>'


def test_core_properties_are_escaped_once_and_know_no_clock() -> None:
    contents = parts("")
    set_core(contents, title="A & B <C> \"D\"", creator="E & F", language="en-GB")  # fmt: skip

    xml = contents["docProps/core.xml"]
    root = ElementTree.fromstring(xml)
    assert root.findtext(f"{DC}title") == "A & B <C> \"D\""  # fmt: skip
    assert root.findtext(f"{DC}creator") == "E & F"
    assert root.findtext(f"{DC}language") == "en-GB"
    assert root.findtext(f"{TERMS}created") == root.findtext(f"{TERMS}modified") == "2023-06-01T00:00:00Z"
    assert b"A &amp; B &lt;C&gt;" in xml


def test_custom_properties_come_back() -> None:
    contents = parts("")
    set_custom(contents, VALUES)

    assert read_custom(Package(zipped(contents))) == VALUES
    root = ElementTree.fromstring(contents["docProps/custom.xml"])
    assert [element.get("pid") for element in root] == ["2", "3", "4"]
    assert {element.get("fmtid") for element in root} == {FORMAT}


@pytest.mark.parametrize("kind", ["custom-properties", "customProperties", "Custom-Properties"])
@pytest.mark.parametrize("value", ["<vt:lpwstr>v</vt:lpwstr>", "<vt:lpstr>v</vt:lpstr>", "<vt:bstr>v</vt:bstr>"])
def test_custom_properties_of_other_programs_are_read(kind: str, value: str) -> None:
    xml = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}">{_property("hsbdocs.form", value)}</Properties>'

    assert _custom(xml, kind) == {"hsbdocs.form": "v"}


def test_white_space_between_the_elements_is_no_part_of_the_value() -> None:
    inside = _property("hsbdocs.form", "<vt:lpwstr>risk-assessment</vt:lpwstr>", between="\n    ")
    xml = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}">\n  {inside}\n</Properties>'

    assert _custom(xml) == {"hsbdocs.form": "risk-assessment"}


def test_strict_names_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument"
    inside = _property("a", "<vt:lpwstr>b</vt:lpwstr>")
    xml = f'<Properties xmlns="{strict}/customProperties" xmlns:vt="{strict}/docPropsVTypes">{inside}</Properties>'

    assert _custom(xml, "customProperties") == {"a": "b"}


@pytest.mark.parametrize("xml", ["", "<a>", "<a/>", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'])
def test_properties_that_cannot_be_read_are_none(xml: str) -> None:
    assert _custom(xml) == {}


def test_a_package_without_properties_has_none() -> None:
    assert read_custom(Package(zipped(parts("")))) == {}


def _people(core: str, *, stamped: bool = False, kind: str = "metadata/core-properties") -> tuple[str, ...]:
    contents = parts("") | {"docProps/core.xml": core.encode()}
    related = [relationship(1, "officeDocument", "word/document.xml"), relationship(2, kind, "docProps/core.xml")]
    if stamped:
        xml = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}">{_property("hsbdocs.form", "<vt:lpwstr>x</vt:lpwstr>")}'
        contents["docProps/custom.xml"] = (xml + "</Properties>").encode()
        related.append(relationship(3, "custom-properties", "docProps/custom.xml"))
    contents["_rels/.rels"] = relationships(*related)
    return people_in(Package(zipped(contents)))


def _core(creator: str = "", saved: str = "") -> str:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    inner = f"<dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{saved}</cp:lastModifiedBy>"
    return (
        f'<cp:coreProperties xmlns:cp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>'
    )


@pytest.mark.parametrize(
    ("creator", "saved", "people"),
    [
        ("Robin Writer", "", ("Robin Writer",)),
        ("", " Robin Writer\n", ("Robin Writer",)),
        ("Sample County Council", "Robin Writer", ("Robin Writer", "Sample County Council")),
        ("", "", ()),
        (" ", " ", ()),
    ],
)
def test_whom_the_properties_name(creator: str, saved: str, people: tuple[str, ...]) -> None:
    assert _people(_core(creator, saved)) == people


def test_the_publisher_of_our_own_documents_is_passed_over() -> None:
    assert _people(_core("Anybody at all"), stamped=True) == ()
    assert _people(_core("Anybody at all", "Robin Writer"), stamped=True) == ("Robin Writer",)


def test_properties_that_cannot_be_read_name_nobody() -> None:
    assert _people("<broken") == ()
    assert _people(_core("Robin Writer"), kind="thumbnail") == ()
    assert people_in(Package(zipped(parts("")))) == ()


def test_properties_of_a_strict_file() -> None:
    assert _people(_core("Robin Writer"), kind="coreProperties") == ("Robin Writer",)
