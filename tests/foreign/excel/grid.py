"""The cells of a sheet as its XML says them: small and slow on purpose, it only serves the foreign code."""

from collections.abc import Iterator

from lxml import etree

from tests.foreign.excel import escapes
from tests.foreign.excel.names import Place, cell, place, s
from tests.foreign.excel.xlsx import Workbook

# Before which elements of a sheet another one must stand is told by their order in the schema.
ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)


def data(sheet: etree._Element) -> etree._Element:
    """The `sheetData` of a sheet."""
    found = sheet.find(s("sheetData"))
    if found is None:
        raise ValueError("a sheet without sheetData")
    return found


def rows(sheet: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Each row and its number; without one it follows the row before."""
    last = 0
    for row in data(sheet).iterfind(s("row")):
        last = int(row.get("r", last + 1))
        yield (last, row)


def cells(sheet: etree._Element) -> Iterator[tuple[Place, etree._Element]]:
    """Each cell and its place; without one it follows the cell before."""
    for number, row in rows(sheet):
        column = 0
        for each in row.iterfind(s("c")):
            name = each.get("r")
            column = column + 1 if name is None else place(name)[1]
            yield ((number, column), each)


def text(each: etree._Element, strings: list[etree._Element]) -> str:
    """What a cell holds: text as it is meant, else what is stored; a formula with its equals sign."""
    formula = each.find(s("f"))
    if formula is not None:
        return f"={formula.text or ''}"
    kind, value = each.get("t"), each.findtext(s("v"))
    if kind == "inlineStr":
        inline = each.find(s("is"))
        return "" if inline is None else _item(inline)
    if value is None:
        return ""
    if kind == "s":
        return _item(strings[int(value)])
    return escapes.meant(value) if kind == "str" else value


def texts(workbook: Workbook, part: str) -> dict[Place, str]:
    """All cells of a sheet that hold something."""
    strings = workbook.strings()
    found = {where: text(each, strings) for where, each in cells(workbook.tree(part))}
    return {where: said for where, said in found.items() if said}


def _item(item: etree._Element) -> str:
    runs = [*item.iterfind(s("t")), *item.iterfind(f"{s('r')}/{s('t')}")]
    return "".join(escapes.meant(run.text or "") for run in runs)


def get(sheet: etree._Element, where: Place) -> etree._Element:
    """The cell at a place, made in its order where there is none."""
    name_all(sheet)
    row = _row(sheet, where[0])
    after = 0
    for n, each in enumerate(row.iterfind(s("c"))):
        column = place(each.get("r", ""))[1]
        if column == where[1]:
            return each
        if column < where[1]:
            after = n + 1
    made = etree.Element(s("c"), {"r": cell(where)})
    row.insert(after, made)
    return made


def name_all(sheet: etree._Element) -> None:
    """Gives every row and cell its name."""
    for where, each in cells(sheet):
        each.set("r", cell(where))
    for number, row in rows(sheet):
        row.set("r", str(number))


def _row(sheet: etree._Element, number: int) -> etree._Element:
    after = 0
    for n, (found, row) in enumerate(rows(sheet)):
        if found == number:
            return row
        if found < number:
            after = n + 1
    made = etree.Element(s("row"), {"r": str(number)})
    data(sheet).insert(after, made)
    return made


def insert(sheet: etree._Element, element: etree._Element) -> None:
    """Puts an element of a sheet where the schema wants it."""
    rank = ORDER.index(etree.QName(element).localname)
    place_at = sum(ORDER.index(etree.QName(child).localname) <= rank for child in sheet)
    sheet.insert(place_at, element)
