"""Moving the cells of a sheet, and with them all that names cells: rules, tables, merged cells, names, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from tests.foreign.excel import grid
from tests.foreign.excel.names import Place, area, area_name, cell, in_formula, letters, number, s
from tests.foreign.excel.xlsx import Workbook
from tests.foreign.tree import attributes, drop_attribute

Move = Callable[[Place], Place]


def move(workbook: Workbook, part: str, rows: Callable[[int], int], columns: Callable[[int], int]) -> None:
    """Moves whole rows and columns of a sheet to other places; no two may come to lie on one."""

    def to(where: Place) -> Place:
        return (rows(where[0]), columns(where[1]))

    sheet = workbook.tree(part)
    _cells(sheet, to)
    _columns(sheet, columns)
    rules(sheet, to)
    _tables(workbook, part, to)
    _names(workbook, part, to)
    _notes(workbook, part, to)


def rules(sheet: etree._Element, to: Move) -> None:
    """Moves merged cells, validations, conditional formats and filters of a sheet."""
    for element in sheet.iter(s("mergeCell"), s("autoFilter"), s("dimension"), s("hyperlink")):
        element.set("ref", moved_area(element.get("ref", "A1"), to))
    for element in sheet.iter(s("dataValidation"), s("conditionalFormatting"), s("selection")):
        if element.get("sqref"):
            old = element.get("sqref", "")
            element.set("sqref", moved_areas(old, to))
            by = area(element.get("sqref", "").split()[0])[0][0] - area(old.split()[0])[0][0]

            def in_rule(where: Place, fixed: bool, by: int = by) -> Place:
                # A row that is not fixed is counted from the first cell of the rule.
                return to(where) if fixed else (where[0] + by, to(where)[1])

            for formula in element.iter(s("formula"), s("formula1"), s("formula2")):
                formula.text = in_formula(formula.text or "", in_rule)
    for element in sheet.iter(s("f")):
        element.text = in_formula(element.text or "", lambda where, fixed: to(where))
    for view in sheet.iter(s("pane"), s("selection")):
        for name in ("topLeftCell", "activeCell"):
            if view.get(name):
                view.set(name, moved_area(view.get(name, "A1"), to))


def moved_area(text: str, to: Move) -> str:
    """An area after the move: the smallest that holds what its corners hold."""
    (top, left), (bottom, right) = area(text)
    corners = [to((row, column)) for row in _some(top, bottom) for column in _some(left, right)]
    rows, columns = [row for row, _ in corners], [column for _, column in corners]
    return area_name((min(rows), min(columns)), (max(rows), max(columns)))


def moved_areas(text: str, to: Move) -> str:
    """Areas after the move, column by column, since columns may come apart."""
    made = []
    for each in text.split():
        (top, left), (bottom, right) = area(each)
        if right - left > 50:
            made.append(moved_area(each, to))
            continue
        made += [moved_area(area_name((top, column), (bottom, column)), to) for column in range(left, right + 1)]
    return " ".join(made)


def _some(first: int, last: int) -> Iterable[int]:
    return range(first, last + 1) if last - first <= 100 else (first, last)


def _cells(sheet: etree._Element, to: Move) -> None:
    placed: dict[int, dict[int, etree._Element]] = {}
    kept: dict[int, etree._Element] = {}
    for number_of, row in grid.rows(sheet):
        kept[to((number_of, 1))[0]] = row
    for where, each in list(grid.cells(sheet)):
        row_number, column = to(where)
        each.set("r", cell((row_number, column)))
        placed.setdefault(row_number, {})[column] = each
    data = grid.data(sheet)
    data[:] = []
    for row_number, row in sorted(kept.items()):
        row.set("r", str(row_number))
        drop_attribute(row, "spans")
        found = placed.get(row_number, {})
        row[:] = [found[column] for column in sorted(found)]
        data.append(row)


def _columns(sheet: etree._Element, columns: Callable[[int], int]) -> None:
    holder = sheet.find(s("cols"))
    if holder is None:
        return
    made: list[tuple[int, int, etree._Element]] = []
    for column in holder:
        first, last = int(column.get("min", "1")), int(column.get("max", "1"))
        if last - first > 50:
            made.append((columns(first), columns(last), column))
            continue
        for each in range(first, last + 1):
            single = etree.Element(column.tag, attributes(column))
            made.append((columns(each), columns(each), single))
    holder[:] = []
    for first, last, column in sorted(made, key=lambda three: three[0]):
        column.set("min", str(first))
        column.set("max", str(last))
        holder.append(column)


def _tables(workbook: Workbook, part: str, to: Move) -> None:
    for _, kind, target in workbook.links(part):
        if kind == "table":
            table = workbook.tree(target)
            (top, left), (_, right) = area(table.get("ref", "A1"))
            order = sorted(range(left, right + 1), key=lambda column: to((top, column))[1])
            for element in (table, *table.iter(s("autoFilter"))):
                element.set("ref", moved_area(element.get("ref", "A1"), to))
            columns = table.find(s("tableColumns"))
            if columns is not None and len(columns) == len(order):
                columns[:] = [columns[column - left] for column in order]


def _names(workbook: Workbook, part: str, to: Move) -> None:
    sheets = [found for _, found in workbook.sheets]
    for name in workbook.tree(workbook.main).iter(s("definedName")):
        if name.get("localSheetId") == str(sheets.index(part)) and name.text:
            sheet, mark, place = name.text.rpartition("!")
            name.text = sheet + mark + ":".join(_corner(corner, to) for corner in place.split(":"))


def _corner(corner: str, to: Move) -> str:
    bare = corner.replace("$", "")
    if bare.isdigit():
        return f"${to((int(bare), 1))[0]}"
    if bare.isalpha():
        return f"${letters(to((1, number(bare)))[1])}"
    return in_formula(corner, lambda where, fixed: to(where))


def _notes(workbook: Workbook, part: str, to: Move) -> None:
    for _, kind, target in workbook.links(part):
        if kind == "comments":
            for note in workbook.tree(target).iter(s("comment")):
                note.set("ref", moved_area(note.get("ref", "A1"), to))
