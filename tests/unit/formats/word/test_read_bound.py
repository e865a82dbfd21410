"""Controls that are bound to a part of the package: what they show against what that part holds."""

from __future__ import annotations

import pytest

from hsbdocs.model.transcript import Mark
from tests.unit.formats.word.reads import read_parts, spans
from tests.unit.formats.wordfile import OFFICE, docx, p, r, relationships, sdt, unzipped

_ID = "{11111111-2222-3333-4444-555555555555}"
_PATH = "/a:form[1]/a:name[1]"


def _marks(stored: str, shown: str, *, properties: str = "", path: str = _PATH, store: str = _ID) -> int:
    """The marks of the text in a control that is bound to ``path`` of a part that holds ``stored``."""
    mappings = "xmlns:a='urn:agency'"
    binding = f'<w:dataBinding w:prefixMappings="{mappings}" w:xpath="{path}" w:storeItemID="{store}"/>'
    parts = dict(unzipped(docx(p(sdt("child.name", r(shown), properties + binding)))))
    parts["customXml/item1.xml"] = f'<form xmlns="urn:agency"><other/><name>{stored}</name></form>'.encode()
    properties_of_item = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    parts["customXml/itemProps1.xml"] = (
        f'<ds:datastoreItem xmlns:ds="{properties_of_item}" ds:itemID="{_ID}"/>'.encode()
    )
    target = f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/>'
    parts["customXml/_rels/item1.xml.rels"] = relationships(target)
    ((_, marks),) = spans(read_parts(parts))
    return marks


def test_where_both_say_the_same_nothing_is_marked() -> None:
    assert _marks("Sam Sample", "Sam Sample") == Mark.NONE
    assert _marks(" Sam  Sample ", "Sam Sample") == Mark.NONE


@pytest.mark.parametrize("stored", ["Alex Sample", "", "Sam"])
def test_where_they_differ_it_is_marked(stored: str) -> None:
    assert _marks(stored, "Sam Sample") == Mark.STORED


_DATE = '<w:date w:fullDate="2026-05-12T00:00:00Z"/>'
_LIST = '<w:dropDownList><w:listItem w:displayText="Medway" w:value="m"/></w:dropDownList>'


@pytest.mark.parametrize(
    ("stored", "shown", "properties", "marks"),
    [
        ("2026-05-12T00:00:00", "12 May 2026", _DATE, Mark.NONE),
        ("2026-05-12", "12 May 2026", _DATE, Mark.NONE),
        ("2026-05-13", "12 May 2026", _DATE, Mark.STORED),
        ("m", "Medway", _LIST, Mark.NONE),
        ("k", "Medway", _LIST, Mark.STORED),
    ],
)
def test_what_is_stored_otherwise_and_means_the_same(stored: str, shown: str, properties: str, marks: int) -> None:
    assert _marks(stored, shown, properties=properties) & Mark.STORED == marks


@pytest.mark.parametrize(
    ("path", "store"),
    [
        ("/a:form[1]/a:name[2]", _ID),
        ("/a:form[1]/a:missing[1]", _ID),
        ("/b:form[1]/a:name[1]", _ID),
        ("//a:name", _ID),
        ("/a:form[1]/a:name[last()]", _ID),
        ("", _ID),
        (_PATH, "{00000000-0000-0000-0000-000000000000}"),
        (_PATH, ""),
    ],
)
def test_a_path_that_leads_nowhere_says_nothing(path: str, store: str) -> None:
    assert _marks("Alex Sample", "Sam Sample", path=path, store=store) == Mark.NONE


def test_an_id_is_the_same_in_small_letters() -> None:
    assert _marks("Alex Sample", "Sam Sample", store=_ID.lower()) == Mark.STORED
