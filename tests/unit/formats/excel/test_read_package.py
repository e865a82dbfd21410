"""The workbook around its sheets: namespaces, names, kinds of sheets, macros, links, broken files."""

import pytest

from hsbdocs.formats.excel.read import is_workbook, read_excel
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.transcript import Mark, Transcript
from tests.unit.formats.excel.reads import grid, pictures, read, read_parts, tables
from tests.unit.formats.excelfile import (
    MAIN_TYPE,
    S,
    beside,
    c,
    content_types,
    part,
    parts,
    row,
    shared,
    sheet,
    styles,
    typed,
)
from tests.unit.formats.wordfile import OFFICE, relationship, relationships, zipped

ONE = sheet(row(typed("A1", "one"), c("B1", "0", t="s"), c("C1", "46154", s="1")))
#: The same without shared texts, which many workbooks do not have.
BARE = sheet(row(typed("A1", "one"), c("C1", "46154", s="1")))
SEEN = [["one", "shared", "12/05/2026"]]
STRICT = [
    (S.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
]


def dressed(properties: str = "") -> dict[str, bytes]:
    """A workbook of this sheet, with styles and shared texts."""
    look, texts = styles('numFmtId="14"'), shared("<t>shared</t>")
    return parts(ONE, properties=properties, styles=look, sharedStrings=texts)


def kept(found: Transcript) -> list[str]:
    """Everything that the sheets say."""
    return [each.text for table in tables(found) for line in table.rows for each in line if each.text]


# ---- Names ------------------------------------------------------------------------------------------


def test_strict_workbooks_are_read_as_others() -> None:
    comment = part("comments", "<commentList><comment><text><t>c</t></text></comment></commentList>")
    loose = beside(dressed(), relationship(1, "comments", "../comments1.xml"), comments1=comment)
    strict = loose
    for transitional, other in STRICT:
        strict = {name: data.replace(transitional, other) for name, data in strict.items()}
    assert b"schemas.openxmlformats.org/spreadsheetml" not in b"".join(strict.values())
    assert read_parts(strict) == read_parts(loose)
    assert grid(read_parts(strict)) == SEEN


@pytest.mark.parametrize("prefix", ["x", "ns0", "_"])
def test_the_prefix_of_the_names_does_not_matter(prefix: str) -> None:
    contents = parts(BARE)
    inside = f'<{prefix}:c r="A1" t="inlineStr"><{prefix}:is><{prefix}:t>a</{prefix}:t></{prefix}:is></{prefix}:c>'
    data = f"<{prefix}:sheetData><{prefix}:row>{inside}</{prefix}:row></{prefix}:sheetData>"
    xml = f'<{prefix}:worksheet xmlns:{prefix}="{S}">{data}</{prefix}:worksheet>'
    related = f'<{prefix}:sheet name="a" sheetId="1" rel:id="rId1"/>'
    book = f'<{prefix}:workbook xmlns:{prefix}="{S}" xmlns:rel="{OFFICE}"><{prefix}:sheets>{related}</{prefix}:sheets>'
    contents["xl/worksheets/sheet1.xml"] = xml.encode()
    contents["xl/workbook.xml"] = f"{book}</{prefix}:workbook>".encode()
    assert grid(read_parts(contents)) == [["a"]]


def test_parts_may_have_another_case_than_their_relationships_say() -> None:
    contents = dressed()
    shouted = {name if name.startswith("[") else name.upper(): data for name, data in contents.items()}
    assert grid(read_parts(shouted)) == SEEN


def test_the_workbook_may_have_any_name_and_absolute_targets() -> None:
    contents = parts(BARE)
    contents["[Content_Types].xml"] = content_types("/book.xml")
    contents["_rels/.rels"] = relationships(relationship(1, "officeDocument", "/book.xml"))
    contents["book.xml"] = contents.pop("xl/workbook.xml")
    del contents["xl/_rels/workbook.xml.rels"]
    contents["_rels/book.xml.rels"] = relationships(relationship(1, "worksheet", "/xl/worksheets/sheet1.xml"))
    assert kept(read_parts(contents)) == ["one", "46154"]


@pytest.mark.parametrize(
    ("kind", "readable"),
    [
        (MAIN_TYPE, True),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", True),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", True),
        ("application/vnd.ms-excel.template.macroEnabled.main+xml", True),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", False),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", False),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", False),
        ("application/xml", False),
        ("", False),
    ],
)
def test_workbooks_in_xml_and_nothing_else(kind: str, readable: bool) -> None:
    assert is_workbook(kind) is readable
    found = read_excel(zipped(parts(BARE) | {"[Content_Types].xml": content_types(kind=kind)}))
    assert isinstance(found, Transcript) if readable else found == Why(Unreadable.WRONG_TYPE)


def test_a_root_of_another_language_is_another_type() -> None:
    assert read_excel(zipped(parts(BARE) | {"xl/workbook.xml": b"<html/>"})) == Why(Unreadable.WRONG_TYPE)


# ---- Sheets -----------------------------------------------------------------------------------------


def test_every_sheet_is_a_table_in_the_order_of_the_workbook() -> None:
    contents = parts(sheet(row(typed("A1", "one"))), sheet(), sheet(row(typed("A1", "three"))))
    assert kept(read_parts(contents)) == ["one", "three"]
    swapped = contents["xl/workbook.xml"].replace(b"rId1", b"rId9").replace(b"rId3", b"rId1").replace(b"rId9", b"rId3")
    assert kept(read_parts(contents | {"xl/workbook.xml": swapped})) == ["three", "one"]


def test_hidden_sheets_count_and_say_so() -> None:
    found = read_parts(parts(BARE, BARE, BARE, states=["hidden", "veryHidden", ""]))
    assert [table.hidden for table in tables(found)] == [True, True, False]
    assert [table.hidden for table in tables(read_parts(parts(BARE, states=["visible"])))] == [False]


def test_every_table_has_its_sheet_s_number_and_name() -> None:
    contents = parts(BARE, sheet(), BARE)
    contents["xl/workbook.xml"] = contents["xl/workbook.xml"].replace(b'"Sheet 3"', b'"A &amp; B"')
    assert [(table.sheet, table.name) for table in tables(read_parts(contents))] == [(1, "Sheet 1"), (3, "A & B")]


@pytest.mark.parametrize("kind", ["chartsheet", "dialogsheet"])
def test_a_sheet_that_is_one_chart_is_a_picture(kind: str) -> None:
    contents = parts(BARE, BARE)
    rels = relationships(relationship(1, "worksheet", "worksheets/sheet1.xml"), relationship(2, kind, "other/one.xml"))
    contents |= {"xl/other/one.xml": b"<chart/>", "xl/_rels/workbook.xml.rels": rels}
    found = read_parts(contents)
    assert (len(tables(found)), pictures(found), found.marks) == (1, 1, Mark.DRAWN)


@pytest.mark.parametrize(
    "second",
    [
        relationship(2, "worksheet", "http://example.org/sheet.xml", external=True),
        relationship(2, "worksheet", "worksheets/sheet9.xml"),
        relationship(9, "worksheet", "worksheets/sheet2.xml"),
        "",
    ],
)
def test_a_sheet_that_is_not_there_is_damage(second: str) -> None:
    """Nobody can know what stood in it."""
    first = relationship(1, "worksheet", "worksheets/sheet1.xml")
    contents = parts(BARE, BARE) | {"xl/_rels/workbook.xml.rels": relationships(first, second)}
    assert read_excel(zipped(contents)) == Why(Unreadable.DAMAGED)


def test_two_sheets_that_are_one_part_are_damage() -> None:
    """No program writes that, and a large sheet would be read as often as it is named."""
    first = relationship(1, "worksheet", "worksheets/sheet1.xml")
    second = relationship(2, "worksheet", "worksheets/SHEET1.xml")
    contents = parts(BARE, BARE) | {"xl/_rels/workbook.xml.rels": relationships(first, second)}
    assert read_excel(zipped(contents)) == Why(Unreadable.DAMAGED)


def test_a_long_text_in_many_cells_is_too_large() -> None:
    cells = sheet(*(row(c(f"A{at}", "0", t="s")) for at in range(1, 102)))
    assert isinstance(read_excel(zipped(parts(cells, sharedStrings=shared(f"<t>{'x' * 30_000}</t>")))), Transcript)
    long = shared(f"<t>{'x' * 60_000}</t>")
    found = read_excel(zipped(parts(cells, sharedStrings=long)))
    assert isinstance(found, Why)
    assert found.kind is Unreadable.TOO_LARGE


def test_a_workbook_without_relationships_is_damage() -> None:
    contents = parts(BARE)
    del contents["xl/_rels/workbook.xml.rels"]
    assert read_excel(zipped(contents)) == Why(Unreadable.DAMAGED)


@pytest.mark.parametrize(("on", "text"), [("1", "13/05/2030"), ("true", "13/05/2030"), ("0", "12/05/2026")])
def test_days_counted_from_1904(on: str, text: str) -> None:
    contents = dressed(f'<workbookPr date1904="{on}"/>')
    assert grid(read_parts(contents))[0][2] == text
    assert grid(read_parts(dressed("<workbookPr/>")))[0][2] == "12/05/2026"


# ---- Macros, links, properties ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "macros"),
    [
        ("xl/vbaProject.bin", True),
        ("xl/VBAPROJECT.BIN", True),
        ("xl/macrosheets/sheet1.xml", True),
        ("xl/macroSheets/intlsheet1.xml", True),
        ("xl/vbaData.xml", False),
    ],
)
def test_a_file_with_macros_says_so(name: str, macros: bool) -> None:
    assert read_parts(parts(BARE) | {name: b"x"}).macros is macros


def test_a_sheet_of_old_macros_is_no_table() -> None:
    contents = parts(BARE)
    old = ("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "macrosheets/sheet1.xml")
    contents["xl/_rels/workbook.xml.rels"] = relationships(
        f'<Relationship Id="rId1" Type="{old[0]}" Target="{old[1]}"/>'
    )
    contents["xl/macrosheets/sheet1.xml"] = contents.pop("xl/worksheets/sheet1.xml")
    found = read_parts(contents)
    assert (found.macros, tables(found)) == (True, [])


@pytest.mark.parametrize(
    ("kind", "links"),
    [("externalLink", 1), ("connections", 1), ("queryTable", 1), ("externalLinkPath", 1), ("theme", 0)],
)
def test_which_relationships_take_something_from_elsewhere(kind: str, links: int) -> None:
    contents = parts(BARE)
    rels = contents["xl/_rels/workbook.xml.rels"]
    more = relationship(9, kind, f"{kind}s/{kind}1.xml").encode() + b"</Relationships>"
    book = contents | {"xl/_rels/workbook.xml.rels": rels.replace(b"</Relationships>", more)}
    assert read_parts(book).links == links
    assert read_parts(beside(contents, relationship(1, kind, "x.xml"))).links == links


def test_every_link_counts_and_web_links_do_not() -> None:
    several = beside(parts(BARE), *(relationship(n, "queryTable", f"q{n}.xml") for n in (1, 2)),
                     relationship(3, "hyperlink", "http://example.org/", external=True))  # fmt: skip
    assert read_parts(several).links == 2
    assert read(row(typed("A1", "a"))).links == 0


def test_custom_properties_are_kept() -> None:
    xml = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property pid="2" name="hsbdocs.form"><vt:lpwstr>rag-checklist</vt:lpwstr></property></Properties>'
    )
    contents = parts(BARE) | {"docProps/custom.xml": xml.encode()}
    contents["_rels/.rels"] = relationships(
        relationship(1, "officeDocument", "xl/workbook.xml"),
        relationship(2, "custom-properties", "docProps/custom.xml"),
    )
    assert read_parts(contents).properties == {"hsbdocs.form": "rag-checklist"}


# ---- Broken files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["workbook.xml", "worksheets/sheet1.xml", "styles.xml", "sharedStrings.xml", "_rels/workbook.xml.rels"],
)
def test_a_part_that_is_no_xml_is_damage(name: str) -> None:
    whole = dressed()
    broken = {f"xl/{name}": whole[f"xl/{name}"][:-9]}
    assert read_excel(zipped(whole | broken)) == Why(Unreadable.DAMAGED)


def test_what_is_no_package_at_all() -> None:
    assert read_excel(b"") == Why(Unreadable.DAMAGED)
    assert read_excel(b"ref,answer") == Why(Unreadable.DAMAGED)
    assert read_excel(zipped(parts(BARE))[:-30]) == Why(Unreadable.DAMAGED)
    assert read_excel(zipped({"a.txt": b"a"})) == Why(Unreadable.WRONG_TYPE)


def test_a_document_type_declaration_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]>' + BARE.partition(b"?>")[2].strip()
    assert read_excel(zipped(parts(BARE) | {"xl/worksheets/sheet1.xml": bomb})) == Why(Unreadable.DAMAGED)


def test_styles_that_are_not_there_do_no_harm() -> None:
    contents = dressed()
    del contents["xl/styles.xml"]
    assert kept(read_parts(contents)) == ["one", "shared", "46154"]


def test_shared_texts_that_are_not_there_are_damage_where_a_cell_needs_them() -> None:
    contents = dressed()
    del contents["xl/sharedStrings.xml"]
    assert read_excel(zipped(contents)) == Why(Unreadable.DAMAGED)
    assert kept(read_parts(contents | {"xl/worksheets/sheet1.xml": BARE})) == ["one", "12/05/2026"]
