"""Changes to sheets, to what lies on them, and to how they are written."""

import copy
import random

from lxml import etree

from tests.foreign import docx
from tests.foreign.excel import find, grid, whole_file
from tests.foreign.excel.labels import NOTES, RATINGS
from tests.foreign.excel.names import MAIN, R, S, s
from tests.foreign.excel.xlsx import Workbook
from tests.foreign.tree import attributes, drop_attribute

EXTRA_WORDS = "Minutes of the meeting of 3 March"
_AC = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
_XR = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


# ---- Sheets ----


def rename_sheets(data: bytes, seed: int) -> bytes:
    """Other names for the sheets."""
    workbook = Workbook(data)
    main = workbook.tree(workbook.main)
    for n, sheet in enumerate(main.iter(s("sheet"))):
        old, new = sheet.get("name", ""), random.Random(seed + n).choice(("Sheet", "Tom & Co", "R1", "Liste à jour"))
        new = f"{new} {n}"
        sheet.set("name", new)
        for name in main.iter(s("definedName")):
            name.text = (name.text or "").replace(f"'{old}'!", f"'{new}'!").replace(f"{old}!", f"'{new}'!")
    return workbook.save()


def reorder_sheets(data: bytes, seed: int) -> bytes:
    """The tabs in another order."""
    workbook = Workbook(data)
    main = workbook.tree(workbook.main)
    sheets = main.find(s("sheets"))
    if sheets is not None:
        last = len(sheets) - 1
        sheets[:] = list(reversed(sheets))
        for name in main.iter(s("definedName")):
            if name.get("localSheetId"):
                name.set("localSheetId", str(last - int(name.get("localSheetId", "0"))))
    return workbook.save()


def add_sheet(data: bytes, seed: int) -> bytes:
    """One more sheet, with nothing on it."""
    return _with_sheet(data, 77, "")


def add_sheet_of_words(data: bytes, seed: int) -> bytes:
    """One more sheet, with something of the agency's own on it."""
    return _with_sheet(data, 78, f'<row r="2"><c r="B2" t="inlineStr"><is><t>{EXTRA_WORDS}</t></is></c></row>')


def _with_sheet(data: bytes, number: int, rows: str) -> bytes:
    workbook = Workbook(data)
    sheet = f'{_HEAD}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData></worksheet>'
    key = workbook.add(f"xl/worksheets/sheet{number}.xml", sheet, f"{MAIN}.worksheet+xml", workbook.main, "worksheet")
    sheets = workbook.tree(workbook.main).find(s("sheets"))
    if sheets is not None:
        numbers = [int(each.get("sheetId", "0")) for each in sheets]
        etree.SubElement(
            sheets, s("sheet"), {"name": f"Sheet{number}", "sheetId": str(max(numbers) + 1), f"{{{R}}}id": key}
        )
    return workbook.save()


def delete_notes(data: bytes, seed: int) -> bytes:
    """The sheet of notes deleted."""
    workbook = Workbook(data)
    main = workbook.tree(workbook.main)
    for n, (name, part) in enumerate(workbook.sheets):
        shown = grid.texts(workbook, part)
        if NOTES[0] in shown.values() and find.header(shown) is None:
            for sheet in [each for each in main.iter(s("sheet")) if each.get("name") == name]:
                parent = sheet.getparent()
                if parent is not None:
                    parent.remove(sheet)
            workbook.drop(part)
            for defined in list(main.iter(s("definedName"))):
                local, holder = defined.get("localSheetId"), defined.getparent()
                if local == str(n) and holder is not None:
                    holder.remove(defined)
                elif local is not None and int(local) > n:
                    defined.set("localSheetId", str(int(local) - 1))
            break
    return workbook.save()


# ---- What lies on the sheets ----


def type_ratings(data: bytes, seed: int) -> bytes:
    """Ratings typed by hand in place of those of the list, where there is no doubt what is meant."""
    rng = random.Random(seed)
    workbook = Workbook(data)
    ways = {
        label: (label.lower(), label.upper(), label.replace("–", "-"), label.partition(" ")[0].lower(), code,
                code.upper(), f" {label.partition(' ')[0]} ")
        for code, label in RATINGS.items()
    }  # fmt: skip
    strings = workbook.strings()
    for field, (part, where) in find.answers(workbook).items():
        if field.endswith(".rating"):
            each = grid.get(workbook.tree(part), where)
            old = grid.text(each, strings)
            if old in ways:
                each[:] = []
                each.set("t", "inlineStr")
                etree.SubElement(etree.SubElement(each, s("is")), s("t")).text = rng.choice(ways[old])
    return workbook.save()


def paste_over_rules(data: bytes, seed: int) -> bytes:
    """Pasted over: validations and conditional formats are gone."""
    workbook = Workbook(data)
    for sheet in workbook.sheet_trees():
        for element in [*sheet.findall(s("conditionalFormatting")), *sheet.findall(s("dataValidations"))]:
            sheet.remove(element)
    return workbook.save()


def unprotect(data: bytes, seed: int) -> bytes:
    """The protection taken off."""
    workbook = Workbook(data)
    for sheet in workbook.sheet_trees():
        for element in sheet.findall(s("sheetProtection")):
            sheet.remove(element)
    return workbook.save()


def drop_table(data: bytes, seed: int) -> bytes:
    """The named table made an ordinary range."""
    workbook = Workbook(data)
    for _, part in workbook.sheets:
        whole_file.drop_table(workbook, part)
    return workbook.save()


def drop_properties(data: bytes, seed: int) -> bytes:
    """The custom properties lost."""
    workbook = Workbook(data)
    whole_file.drop_properties(workbook)
    return workbook.save()


# ---- How they are written ----


def no_dimension(data: bytes, seed: int) -> bytes:
    """No word about how far the sheet goes, as Google Sheets writes it."""
    workbook = Workbook(data)
    for sheet in workbook.sheet_trees():
        for element in sheet.findall(s("dimension")):
            sheet.remove(element)
    return workbook.save()


def wrong_dimension(data: bytes, seed: int) -> bytes:
    """A wrong word about it."""
    workbook = Workbook(data)
    for sheet in workbook.sheet_trees():
        for element in sheet.findall(s("dimension")):
            sheet.remove(element)
        element = etree.Element(s("dimension"), ref=random.Random(seed).choice(("A1", "A1:C3", "XFD1048576")))
        grid.insert(sheet, element)
    return workbook.save()


def no_names_of_cells(data: bytes, seed: int) -> bytes:
    """Rows and cells without `r` wherever they follow one another; gaps are filled with empty ones, as Azure does."""
    workbook = Workbook(data)
    for sheet in workbook.sheet_trees():
        found = list(grid.rows(sheet))
        if any(number > 500 for number, _ in found):
            continue
        rows = dict(found)
        cells = dict(grid.cells(sheet))
        holder = grid.data(sheet)
        holder[:] = []
        for number in range(1, max(rows, default=0) + 1):
            row = rows.get(number, etree.Element(s("row")))
            own = {column: each for (at, column), each in cells.items() if at == number}
            row[:] = [own.get(column, etree.Element(s("c"))) for column in range(1, max(own, default=0) + 1)]
            for element in (row, *row):
                drop_attribute(element, "r")
            drop_attribute(row, "spans")
            holder.append(row)
    return workbook.save()


def no_spans(data: bytes, seed: int) -> bytes:
    """Rows without `spans`."""
    workbook = Workbook(data)
    for sheet in workbook.sheet_trees():
        for _, row in grid.rows(sheet):
            drop_attribute(row, "spans")
    return workbook.save()


def extensions(data: bytes, seed: int) -> bytes:
    """Attributes of newer versions of Excel: heights (x14ac) and revisions (xr)."""
    workbook = Workbook(data)
    for _, part in workbook.sheets:
        old = workbook.tree(part)
        new = etree.Element(
            old.tag,
            attributes(old),
            nsmap={**old.nsmap, "mc": docx.MC, "x14ac": _AC, "xr": _XR},  # type: ignore[dict-item]
        )
        new.set(docx.mc("Ignorable"), "x14ac xr")
        new.set(f"{{{_XR}}}uid", "{00000000-0001-0000-0000-000000000000}")
        new.extend(list(old))
        for _, row in grid.rows(new):
            row.set(f"{{{_AC}}}dyDescent", "0.25")
        workbook.replace(part, new)
    return workbook.save()


def calculation_chain(data: bytes, seed: int) -> bytes:
    """A calculation chain, though no formula is left."""
    workbook = Workbook(data)
    chain = f'{_HEAD}<calcChain xmlns="{S}"><c r="J99" i="1"/></calcChain>'
    workbook.add("xl/calcChain.xml", chain, f"{MAIN}.calcChain+xml", workbook.main, "calcChain")
    return workbook.save()


def shift_styles(data: bytes, seed: int) -> bytes:
    """Other numbers for all styles."""
    workbook = Workbook(data)
    whole_file.shift_styles(workbook, random.Random(seed).randint(1, 40))
    return workbook.save()


def phonetic_hints(data: bytes, seed: int) -> bytes:
    """How texts are spoken, as East Asian Excel adds it; it is not part of the text."""
    workbook = Workbook(data)
    for item in workbook.strings():
        for old in item.findall(s("phoneticPr")):
            item.remove(old)
        hint = etree.SubElement(item, s("rPh"), sb="0", eb="1")
        etree.SubElement(hint, s("t")).text = "ダイガク"
        etree.SubElement(item, s("phoneticPr"), fontId="0")
    return workbook.save()


def unused_strings(data: bytes, seed: int) -> bytes:
    """Shared strings in another order, some of them twice or used by no cell."""
    rng = random.Random(seed)
    workbook = Workbook(data)
    old = workbook.strings()
    if not old:
        return data
    table = old[0].getparent()
    if table is None:
        return data
    places = list(range(len(old) * 2))
    rng.shuffle(places)
    made = {place: copy.deepcopy(old[n % len(old)]) for n, place in enumerate(places)}
    unused = copy.deepcopy(old[0])
    unused[:] = []
    etree.SubElement(unused, s("t")).text = "Used by no cell"
    table[:] = [*[made[n] for n in range(len(places))], unused]
    table.set("uniqueCount", str(len(table)))
    for sheet in workbook.sheet_trees():
        for _, each in grid.cells(sheet):
            value = each.find(s("v"))
            if each.get("t") == "s" and value is not None:
                number = int(value.text or "0")
                value.text = str(places[number + rng.choice((0, len(old)))])
    return workbook.save()


def utf16(data: bytes, seed: int) -> bytes:
    """Sheets and strings in UTF-16, the other encoding that a package may use."""
    parts = docx.read(data)
    for name, part in parts.items():
        if name.lower().endswith(".xml") and name.lower().startswith("xl/"):
            text = etree.tostring(etree.fromstring(part), encoding="unicode")
            parts[name] = f'<?xml version="1.0" encoding="UTF-16" standalone="yes"?>\r\n{text}'.encode("utf-16")
    return docx.write(parts)


def other_prefixes(data: bytes, seed: int) -> bytes:
    """Every part of SpreadsheetML with a prefix."""
    return whole_file.with_prefix(data, random.Random(seed).choice(("x", "ns0", "main")))
