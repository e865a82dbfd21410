"""What programs do to a whole workbook when they save it."""

import copy

from lxml import etree

from tests.foreign import docx
from tests.foreign.excel import grid
from tests.foreign.excel.names import S, s
from tests.foreign.excel.xlsx import Workbook
from tests.foreign.tree import drop_attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_APP = (
    f'<Properties xmlns="{_OFFICE}/extended-properties"><Template></Template><TotalTime>3</TotalTime>'
    "<Application>LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2</Application>"
    "<AppVersion>15.0000</AppVersion></Properties>"
)
_WORDS = {"1": "true", "0": "false"}


def shift_styles(workbook: Workbook, by: int) -> None:
    """Puts copies of the first style of cells before the others: every style has another number."""
    part = workbook.linked(workbook.main, "styles")
    if part is None:
        return
    formats = workbook.tree(part).find(s("cellXfs"))
    if formats is None:
        return
    formats[1:1] = [copy.deepcopy(formats[0]) for _ in range(by)]
    formats.set("count", str(len(formats)))
    for sheet in workbook.sheet_trees():
        for element in sheet.iter(s("c"), s("row"), s("col")):
            name = "style" if element.tag == s("col") else "s"
            number = element.get(name, "0")
            if number != "0":
                element.set(name, str(int(number) + by))


def say_libreoffice(workbook: Workbook) -> None:
    """Rows, columns and protection with the attributes that LibreOffice writes; its name in the properties."""
    for sheet in workbook.sheet_trees():
        for _, row in grid.rows(sheet):
            drop_attribute(row, "spans")
            for name in ("customFormat", "hidden", "customHeight", "collapsed"):
                row.set(name, _WORDS.get(row.get(name, "0"), row.get(name, "")))
            row.set("outlineLevel", "0")
        for column in sheet.iter(s("col")):
            for name in ("hidden", "customWidth"):
                column.set(name, _WORDS.get(column.get(name, "0"), column.get(name, "")))
        for protection in sheet.iter(s("sheetProtection")):
            for name in ("sheet", "objects", "scenarios"):
                protection.set(name, _WORDS.get(protection.get(name, "0"), protection.get(name, "")))
    target = next((name for name in workbook.parts if name.lower() == "docprops/app.xml"), None)
    if target is not None:
        workbook.drop(target)
    links = workbook.tree("_rels/.rels")
    types = workbook.tree("[Content_Types].xml")
    namespace = etree.QName(types).namespace
    etree.SubElement(
        types,
        f"{{{namespace}}}Override",
        PartName="/docProps/app.xml",
        ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml",
    )
    etree.SubElement(
        links,
        f"{{{etree.QName(links).namespace}}}Relationship",
        Id="rIdApp",
        Type=f"{_OFFICE}/relationships/extended-properties",
        Target="docProps/app.xml",
    )
    workbook.parts["docProps/app.xml"] = _APP.encode()


def say_google(workbook: Workbook) -> None:
    """Without what Google Sheets leaves out when it makes an .xlsx file."""
    for _, part in workbook.sheets:
        drop_table(workbook, part)
        sheet = workbook.tree(part)
        for element in sheet.findall(s("dimension")):
            sheet.remove(element)
        for _, row in grid.rows(sheet):
            drop_attribute(row, "spans")
    main = workbook.tree(workbook.main)
    for element in main.findall(s("bookViews")):
        main.remove(element)
    for view in [view for sheet in workbook.sheet_trees() for view in sheet.iter(s("sheetView"))]:
        drop_attribute(view, "tabSelected")
    drop_properties(workbook)


def drop_properties(workbook: Workbook) -> None:
    """Takes the custom properties out."""
    target = next((name for name in workbook.parts if name.lower() == "docprops/custom.xml"), None)
    if target is not None:
        workbook.drop(target)


def drop_table(workbook: Workbook, part: str) -> None:
    """Takes the named tables of a sheet out: "convert to range"."""
    sheet = workbook.tree(part)
    for kind, target in [(kind, target) for _, kind, target in workbook.links(part)]:
        if kind == "table":
            workbook.drop(target)
    for element in sheet.findall(s("tableParts")):
        sheet.remove(element)


def count_from_1904(workbook: Workbook) -> None:
    """Says that days are counted from 1904."""
    main = workbook.tree(workbook.main)
    settings = main.find(s("workbookPr"))
    if settings is None:
        settings = etree.Element(s("workbookPr"))
        version = main.find(s("fileVersion"))
        main.insert(0 if version is None else 1, settings)
    settings.set("date1904", "1")


def with_prefix(data: bytes, prefix: str) -> bytes:
    """Every part of SpreadsheetML written with a prefix."""
    parts = docx.read(data)
    for name, part in parts.items():
        if name.lower().endswith(".xml") and S.encode() in part:
            old = etree.fromstring(docx.as_utf8(part))
            if etree.QName(old).namespace == S:
                parts[name] = docx.serialise(_renamed(old, prefix))
    return docx.write(parts)


def _renamed(old: etree._Element, prefix: str) -> etree._Element:
    others = {key: uri for key, uri in old.nsmap.items() if key and uri != S}
    new = etree.Element(old.tag, nsmap={prefix: S, **others})
    for key, value in old.items():
        new.set(key, value)
    new.text = old.text
    new.extend(list(old))
    return new
