"""Changes to rows and columns: people insert, move, sort and hide them."""

import random

from lxml import etree

from tests.foreign.excel import find, grid, shift, whole_file
from tests.foreign.excel.labels import DETAILS, HEADINGS
from tests.foreign.excel.names import Place, area, area_name, cell, letters, s
from tests.foreign.excel.xlsx import Workbook
from tests.foreign.tree import attributes

AGENCY_HEADING = "Our case number"
AGENCY_CONTENT = "Case 4711 seen by the team"


class _Form:
    """The sheet of the checklist in a workbook, and where its table lies. Texts are looked up before anything moves."""

    def __init__(self, data: bytes) -> None:
        self.workbook = Workbook(data)
        for _, part in self.workbook.sheets:
            shown = {where: text.strip() for where, text in grid.texts(self.workbook, part).items()}
            heading = find.header(shown)
            if heading is not None:
                grid.name_all(self.workbook.tree(part))
                self.part = part
                self.shown = shown
                self.header, found = heading
                self.columns = {name: found[name] for name in HEADINGS if name in found}
                self.criteria = sorted(row for row in find.criteria_rows(shown).values() if row > self.header)
                labels = set(DETAILS.values())
                self.details = sorted({row for (row, _), text in shown.items() if text in labels and row < self.header})
                return
        raise ValueError("no checklist in this workbook")

    @property
    def sheet(self) -> etree._Element:
        return self.workbook.tree(self.part)


def insert_rows_above(data: bytes, seed: int) -> bytes:
    """Rows above everything, for a letter head that was taken out again."""
    form = _Form(data)
    count = random.Random(seed).randint(1, 5)
    shift.move(form.workbook, form.part, lambda row: row + count, lambda column: column)
    return form.workbook.save()


def insert_rows_between(data: bytes, seed: int) -> bytes:
    """Empty rows between the details, between the criteria, and before and behind the headings."""
    form = _Form(data)
    rng = random.Random(seed)
    places = [form.details[0], form.header, *form.details[1:], *form.criteria]
    chosen = set(rng.sample(places, rng.randint(1, len(places)))) | {form.criteria[rng.randrange(len(form.criteria))]}
    shift.move(form.workbook, form.part, lambda row: row + sum(each <= row for each in chosen), lambda column: column)
    return form.workbook.save()


def move_criteria(data: bytes, seed: int) -> bytes:
    """Rows of criteria cut out and put in elsewhere, with their rules."""
    form = _Form(data)
    order = _shuffled(form.criteria, seed)
    places = dict(zip(form.criteria, order, strict=True))
    shift.move(form.workbook, form.part, lambda row: places.get(row, row), lambda column: column)
    return form.workbook.save()


def move_details(data: bytes, seed: int) -> bytes:
    """The rows of the details in another order."""
    form = _Form(data)
    places = dict(zip(form.details, _shuffled(form.details, seed), strict=True))
    shift.move(form.workbook, form.part, lambda row: places.get(row, row), lambda column: column)
    return form.workbook.save()


def sort_criteria(data: bytes, seed: int) -> bytes:
    """The table sorted by one of its columns: cells move, heights and rules stay with the rows of the sheet."""
    form = _Form(data)
    key = random.Random(seed).choice(list(form.columns.values()))
    order = sorted(form.criteria, key=lambda row: form.shown.get((row, key), "\uffff").lower())
    if order == form.criteria:
        order.reverse()
    places = dict(zip(order, form.criteria, strict=True))
    _move_cells(form, lambda where: (places.get(where[0], where[0]), where[1]))
    return form.workbook.save()


def move_table_columns(data: bytes, seed: int) -> bytes:
    """Columns of the table dragged to other places, within its rows only; the details stay where they are."""
    form = _Form(data)
    columns = sorted(form.columns.values())
    order = _shuffled(columns, seed)
    places = dict(zip(columns, order, strict=True))
    rows = {form.header, *range(form.criteria[0], form.criteria[-1] + 1)}

    def to(where: Place) -> Place:
        return (where[0], places.get(where[1], where[1])) if where[0] in rows else where

    _move_cells(form, to)
    shift.rules(form.sheet, to)
    _order_table(form, order)
    return form.workbook.save()


def move_whole_columns(data: bytes, seed: int) -> bytes:
    """Columns of the sheet behind the labels cut out and put in elsewhere; the answers of the details go along."""
    form = _Form(data)
    columns = sorted(form.columns.values())[2:]
    places = dict(zip(columns, _shuffled(columns, seed), strict=True))
    shift.move(form.workbook, form.part, lambda row: row, lambda column: places.get(column, column))
    return form.workbook.save()


def insert_column(data: bytes, seed: int) -> bytes:
    """An empty column somewhere among the others. The table was made an ordinary range before."""
    form = _Form(data)
    whole_file.drop_table(form.workbook, form.part)
    _open_column(form, random.Random(seed).choice(sorted(form.columns.values())))
    return form.workbook.save()


def insert_columns_before(data: bytes, seed: int) -> bytes:
    """Empty columns before everything."""
    form = _Form(data)
    count = random.Random(seed).randint(1, 3)
    shift.move(form.workbook, form.part, lambda row: row, lambda column: column + count)
    return form.workbook.save()


def insert_agency_column(data: bytes, seed: int) -> bytes:
    """A column of the agency's own in the table, with a heading and something written in each row."""
    form = _Form(data)
    whole_file.drop_table(form.workbook, form.part)
    column = _open_column(form, random.Random(seed).choice(sorted(form.columns.values())[2:]))
    _write(form.sheet, (form.header, column), AGENCY_HEADING)
    for row in form.criteria:
        _write(form.sheet, (row, column), AGENCY_CONTENT)
    return form.workbook.save()


def add_agency_column(data: bytes, seed: int) -> bytes:
    """The same, to the right of the table."""
    form = _Form(data)
    column = max(form.columns.values()) + 1
    _write(form.sheet, (form.header, column), AGENCY_HEADING)
    for row in form.criteria:
        _write(form.sheet, (row, column), AGENCY_CONTENT)
    return form.workbook.save()


def hide_columns(data: bytes, seed: int) -> bytes:
    """The three columns of descriptions hidden. (The answers of the details may stand in one of them.)"""
    form = _Form(data)
    for name in ("Healthy", "Problematic", "Harmful"):
        _column(form.sheet, form.columns[name]).set("hidden", "1")
    return form.workbook.save()


def hide_rows(data: bytes, seed: int) -> bytes:
    """Some rows of criteria filtered away."""
    form = _Form(data)
    chosen = set(random.Random(seed).sample(form.criteria, 3))
    for number, row in grid.rows(form.sheet):
        if number in chosen:
            row.set("hidden", "1")
    return form.workbook.save()


def far_empty_cells(data: bytes, seed: int) -> bytes:
    """Ten cells near FOO100000 that have a style and nothing in them: the sheet seems to be huge."""
    form = _Form(data)
    for where in _far(seed):
        grid.get(form.sheet, where).set("s", "1")
    _dimension(form.sheet)
    return form.workbook.save()


def far_words(data: bytes, seed: int) -> bytes:
    """Ten cells near FOO100000 with something in them."""
    form = _Form(data)
    for where in _far(seed):
        _write(form.sheet, where, AGENCY_CONTENT)
    _dimension(form.sheet)
    return form.workbook.save()


def _far(seed: int) -> list[Place]:
    rng = random.Random(seed)
    return [(100_000 + rng.randint(0, 900), 4461 + n) for n in range(10)]


def _dimension(sheet: etree._Element) -> None:
    places = [where for where, _ in grid.cells(sheet)]
    for element in sheet.iter(s("dimension")):
        element.set("ref", f"A1:{letters(max(column for _, column in places))}{max(row for row, _ in places)}")


def _shuffled(items: list[int], seed: int) -> list[int]:
    order = list(items)
    random.Random(seed).shuffle(order)
    return order if order != items else order[1:] + order[:1]


def _open_column(form: _Form, at: int) -> int:
    shift.move(form.workbook, form.part, lambda row: row, lambda column: column + (column >= at))
    form.columns = {name: column + (column >= at) for name, column in form.columns.items()}
    return at


def _write(sheet: etree._Element, where: Place, text: str) -> None:
    each = grid.get(sheet, where)
    each[:] = []
    each.set("t", "inlineStr")
    etree.SubElement(etree.SubElement(each, s("is")), s("t")).text = text


def _move_cells(form: _Form, to: shift.Move) -> None:
    rows = dict(grid.rows(form.sheet))
    moved: dict[int, dict[int, etree._Element]] = {}
    for where, each in list(grid.cells(form.sheet)):
        row, column = to(where)
        each.set("r", cell((row, column)))
        moved.setdefault(row, {})[column] = each
    for row, found in moved.items():
        rows[row][:] = [found[column] for column in sorted(found)]


def _order_table(form: _Form, order: list[int]) -> None:
    for _, kind, target in form.workbook.links(form.part):
        columns = form.workbook.tree(target).find(s("tableColumns")) if kind == "table" else None
        if columns is not None and len(columns) == len(order):
            places = sorted(order)
            ranked = sorted(range(len(order)), key=lambda n: places.index(order[n]))
            columns[:] = [columns[n] for n in ranked]


def _column(sheet: etree._Element, number: int) -> etree._Element:
    holder = sheet.find(s("cols"))
    if holder is None:
        holder = etree.Element(s("cols"))
        grid.insert(sheet, holder)
    for column in list(holder):
        first, last = int(column.get("min", "1")), int(column.get("max", "1"))
        if first <= number <= last:
            parts = [(first, number - 1), (number, number), (number + 1, last)]
            made = []
            for low, high in parts:
                if low <= high:
                    each = etree.Element(column.tag, attributes(column))
                    each.set("min", str(low))
                    each.set("max", str(high))
                    made.append(each)
            place = holder.index(column)
            holder[place : place + 1] = made
            return next(each for each in made if each.get("min") == each.get("max") == str(number))
    made_new = etree.Element(s("col"), {"min": str(number), "max": str(number), "width": "20", "customWidth": "1"})
    holder.insert(sum(int(column.get("min", "1")) < number for column in holder), made_new)
    return made_new


def table_area(data: bytes) -> str:
    """Where the table of the checklist lies, by its headings and rows."""
    form = _Form(data)
    columns = form.columns.values()
    first, last = (form.header, min(columns)), (form.criteria[-1], max(columns))
    assert area(area_name(first, last)) == (first, last)
    return area_name(first, last)
