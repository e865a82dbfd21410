"""Filling in a blank checklist, in the ways that people and programs do it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

from lxml import etree

from tests.foreign import mangle_package
from tests.foreign.docx import XML_SPACE
from tests.foreign.excel import escapes, find, grid, whole_file
from tests.foreign.excel.names import MAIN, S, s
from tests.foreign.excel.xlsx import Workbook
from tests.foreign.tree import drop_attribute

_DATE = "checklist.date"
_EPOCH = date(1899, 12, 30)
_DAYS_TO_1904 = 1462


class Manner(Enum):
    """How somebody, or some program, fills in a checklist."""

    EXCEL = "Excel: all strings shared, a date as a serial number in the cell that is formatted for dates"
    EXCEL_RICH = "Excel: as before, and parts of the text are bold: runs"
    INLINE = "a program that writes its strings in the cells (inlineStr)"
    STR = "a program that writes its strings as if formulas had given them (str)"
    LIBREOFFICE = "LibreOffice: all strings shared, styles numbered anew, true and false in words, its own properties"
    GOOGLE = "Google Sheets: no dimension, no spans, no window; table and custom properties lost"
    SCRIPT = "a script: a date as text, 2026-03-14"
    SCRIPT_DAY_FIRST = "a script: a date as text, 14/3/2026"
    STRICT = "saved as strict OOXML: other namespaces, a date as 2026-03-14 in a cell of dates (t=d)"
    PREFIXED = "a program that writes prefixes: x:row, x:c"
    GENERAL = "a date as a serial number in a cell that has lost its format"
    DATES_1904 = "a workbook that counts days from 1904, as old Excel for Mac did"


_TEXT_DATES: dict[Manner, Callable[[date], str]] = {
    Manner.SCRIPT: date.isoformat,
    Manner.SCRIPT_DAY_FIRST: lambda day: f"{day.day}/{day.month}/{day.year}",
}
_IN_CELL = frozenset({Manner.INLINE, Manner.STR})


def serial(day: date, *, since_1904: bool = False) -> int:
    """The number that Excel keeps for a day (from 1 March 1900 on)."""
    return (day - _EPOCH).days - (_DAYS_TO_1904 if since_1904 else 0)


def fill(blank: bytes, typed: Mapping[str, str], manner: Manner) -> bytes:
    """The blank checklist filled in; `typed` gives what is typed for each field id.

    A date made by `tests.foreign.fill.date_value` is entered as a date, as the manner does it; other text in the cell
    of the date stays text. Empty text leaves a cell alone.
    """
    workbook = Workbook(blank)
    places = find.answers(workbook)
    for field, value in typed.items():
        if field not in places:
            raise KeyError(f"the checklist has no field {field}")
        if value == "":
            continue
        part, where = places[field]
        each = grid.get(workbook.tree(part), where)
        shown, _, iso = value.partition("\t") if field == _DATE else (value, "", "")
        _empty(each)
        if iso:
            _enter_date(each, date.fromisoformat(iso), manner)
        else:
            _enter_text(each, shown, manner)
    return _finish(workbook, manner)


def fill_by_label(blank: bytes, typed: Mapping[tuple[str, str], str]) -> bytes:
    """Any workbook, filled in with Excel: what is typed stands by the label of its row and the heading of its column.

    Where the heading is empty, it goes beside the label. A date is made by `tests.foreign.fill.date_value`.
    """
    workbook = Workbook(blank)
    part = workbook.sheets[0][1]
    shown = {text.strip(): where for where, text in grid.texts(workbook, part).items()}
    for (label, heading), value in typed.items():
        row, column = shown[label]
        column = shown[heading][1] if heading else column + 1
        each = grid.get(workbook.tree(part), (row, column))
        _empty(each)
        text, _, iso = value.partition("\t")
        if iso:
            _enter_date(each, date.fromisoformat(iso), Manner.EXCEL)
        else:
            _enter_text(each, text, Manner.EXCEL)
    return _finish(workbook, Manner.EXCEL)


def _empty(each: etree._Element) -> None:
    each[:] = []
    drop_attribute(each, "t")


def _enter_date(each: etree._Element, day: date, manner: Manner) -> None:
    if manner in _TEXT_DATES:
        _enter_text(each, _TEXT_DATES[manner](day), manner)
        return
    value = str(serial(day, since_1904=manner is Manner.DATES_1904))
    if manner is Manner.STRICT:
        each.set("t", "d")
        value = day.isoformat()
    elif manner is Manner.GENERAL:
        each.set("t", "n")
        drop_attribute(each, "s")
    etree.SubElement(each, s("v")).text = value


def _enter_text(each: etree._Element, text: str, manner: Manner) -> None:
    if manner is Manner.STR:
        each.set("t", "str")
        etree.SubElement(each, s("v")).text = escapes.written(text)
        return
    each.set("t", "inlineStr")
    inline = etree.SubElement(each, s("is"))
    # Excel and LibreOffice write a carriage return as _x000D_; others leave it to XML (&#13;).
    returns = manner not in _IN_CELL | {Manner.GOOGLE, Manner.PREFIXED}
    if manner is not Manner.EXCEL_RICH or len(text) < 2:
        inline.append(_t(text, returns=returns))
        return
    third = max(1, len(text) // 3)
    for n, piece in enumerate((text[:third], text[third : 2 * third], text[2 * third :])):
        if piece:
            run = etree.SubElement(inline, s("r"))
            if n:
                look = etree.SubElement(run, s("rPr"))
                if n == 1:
                    etree.SubElement(look, s("b"))
                etree.SubElement(look, s("sz"), val="11")
                etree.SubElement(look, s("rFont"), val="Calibri")
            run.append(_t(piece, returns=True))
    etree.SubElement(inline, s("phoneticPr"), fontId="1", type="noConversion")


def _t(text: str, *, returns: bool) -> etree._Element:
    element = etree.Element(s("t"))
    element.text = escapes.written(text, returns=returns)
    if text[:1].isspace() or text[-1:].isspace() or "\n" in text:
        element.set(XML_SPACE, "preserve")
    return element


def _finish(workbook: Workbook, manner: Manner) -> bytes:
    if manner not in _IN_CELL:
        share(workbook)
    match manner:
        case Manner.LIBREOFFICE:
            whole_file.shift_styles(workbook, 3)
            whole_file.say_libreoffice(workbook)
        case Manner.GOOGLE:
            whole_file.say_google(workbook)
        case Manner.DATES_1904:
            whole_file.count_from_1904(workbook)
        case Manner.STRICT:
            workbook.tree(workbook.main).set("conformance", "strict")
            return mangle_package.strict_names(workbook.save(), 0)
        case Manner.PREFIXED:
            return whole_file.with_prefix(workbook.save(), "x")
    return workbook.save()


def share(workbook: Workbook) -> None:
    """Moves the strings that stand in cells into the shared strings, each text once."""
    part = workbook.linked(workbook.main, "sharedStrings")
    if part is None:
        part = "xl/sharedStrings.xml"
        workbook.add(part, f'<sst xmlns="{S}"/>', f"{MAIN}.sharedStrings+xml", workbook.main, "sharedStrings")
    table = workbook.tree(part)
    numbers = {_inside(item): n for n, item in enumerate(table)}
    count = 0
    for sheet in workbook.sheet_trees():
        for _, each in grid.cells(sheet):
            inline = each.find(s("is"))
            if each.get("t") == "inlineStr" and inline is not None:
                key = _inside(inline)
                if key not in numbers:
                    numbers[key] = len(table)
                    item = etree.SubElement(table, s("si"))
                    item.extend(list(inline))
                _empty(each)
                each.set("t", "s")
                etree.SubElement(each, s("v")).text = str(numbers[key])
            count += each.get("t") == "s"
    table.set("count", str(count))
    table.set("uniqueCount", str(len(table)))


def _inside(item: etree._Element) -> bytes:
    return b"".join(etree.tostring(child, with_tail=False) for child in item)
