"""corrections.xlsx: what people wrote down for answers that software could not read, taken in and shown again.

What follows from a correction is in ``corrected``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

import msgspec

from hsbdocs.formats.excel.kept_book import NotReadable, SheetToWrite, read_book, write_book
from hsbdocs.formats.excel.kept_rules import Area, OnCells, SetUp
from hsbdocs.model.cell import Cell
from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.line import Line
from hsbdocs.model.record import Value
from hsbdocs.model.reference import as_reference
from hsbdocs.model.register import Kept
from hsbdocs.pipeline.cells import Row, day_in, text_in
from hsbdocs.pipeline.correctable import correctable, may_be_corrected
from hsbdocs.pipeline.corrected import judged, to_ring_before, with_corrections
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.reading import read_age, read_date, read_nhs_number
from hsbdocs.register.corrections import BASES, PEOPLES, SHEET, CorrectionColumn, ToCorrect, corrections_sheet
from hsbdocs.register.view import SheetView
from hsbdocs.store.files import write_atomic
from hsbdocs.store.ledger import Corrected, Keeps, Ledger
from hsbdocs.store.records import is_coded

CORRECTIONS = "corrections.xlsx"
#: What is shown for a value that may not be kept, and for what was seen.
NOT_KEPT = "see the original"
_LONGEST, _INITIALS = 2000, 6
_NOT_TAKEN_IN = "It was not taken in."
_REFERENCE = CorrectionColumn.REFERENCE
Key = tuple[str, str]


class Corrections:
    """The corrections of a folder. ``told`` is what somebody has to look at."""

    def __init__(self, parser: Parser, opened: Ledger, folder: Path) -> None:
        """Read what people wrote. Raises OSError."""
        self._parser, self._ledger, self._path = parser, opened, folder / CORRECTIONS
        self.told: list[str] = []
        self._kept = {(each.reference, each.field): each for each in opened.corrections()}
        self._columns: tuple[str, ...] = ()
        self._set_up: SetUp | None = None
        self._rows: dict[Key, dict[str, Cell]] = {}
        self._others: list[Row] = []
        self._as_it_is = False
        self._read_any = False
        self._read()
        self._new = {key: row for key, row in self._rows.items() if self._is_new(key, row)}

    def _read(self) -> None:
        if not self._path.exists():
            return
        try:
            sheet = read_book(self._path.read_bytes(), (CorrectionColumn.REFERENCE,)).sheet(SHEET)
        except NotReadable as error:
            self.told.append(f"{CORRECTIONS} {error}. It stays as it is; nothing was taken from it.")
            self._as_it_is = True
            return
        if sheet is None or not {*PEOPLES, CorrectionColumn.REFERENCE, CorrectionColumn.FIELD} <= set(sheet.columns):
            self.told.append(f"{CORRECTIONS} has no sheet {SHEET} with its columns. It stays as it is.")
            self._as_it_is = True
            return
        self._columns, self._set_up = sheet.columns, sheet.set_up
        gone = set(self._ledger.forgotten().values())
        for row in sheet.rows:
            if as_reference(text_in(row, _REFERENCE)) in gone:
                continue  # from a copy that somebody saved after it was forgotten
            key = as_reference(text_in(row, CorrectionColumn.REFERENCE)) or "", text_in(row, CorrectionColumn.FIELD)
            if key[0] and key[1] and key not in self._rows:
                self._rows[key] = dict(row)
            else:
                self._others.append(row)
                self._tell_of(key, row)

    def _tell_of(self, key: Key, row: Row) -> None:
        """That a row with a value is none of ours: what stands in it may be anything, and is not repeated."""
        if not text_in(row, CorrectionColumn.VALUE):
            return
        if all(key):
            self.told.append(f"{CORRECTIONS}: two rows for {key[0]} and {key[1]}. The upper one counts; take one out.")
        elif key[0]:
            self.told.append(f"{CORRECTIONS}: a row of {key[0]} has a value and no field. {_NOT_TAKEN_IN}")
        else:
            self.told.append(f"{CORRECTIONS}: a row with a value has no reference, or one with a slip. {_NOT_TAKEN_IN}")

    def _is_new(self, key: Key, row: Row) -> bool:
        """Whether somebody wrote a value that was not taken in before, or took one out."""
        value, kept = text_in(row, CorrectionColumn.VALUE), self._kept.get(key)
        if kept is None or kept.withdrawn:
            return bool(value)
        return value != kept.shown

    def forget(self, reference: str) -> None:
        """Nothing of a form is shown or known from now on."""
        for known in (self._kept, self._rows, self._new):
            for key in [key for key in known if key[0] == reference]:
                del known[key]
        self._others = [row for row in self._others if as_reference(text_in(row, _REFERENCE)) != reference]

    def of(self, read: Read, reference: str | None) -> Read:
        """A form with what was corrected in it; what was newly written is taken in, or said why it is not."""
        self._read_any = True
        if reference is None or read.case is None:
            return read
        for key in [key for key in self._new if key[0] == reference]:
            self._take(key, self._new.pop(key), read)
        found = [each for (name, _), each in self._kept.items() if name == reference]
        return with_corrections(read, found, self._parser.words) if found else read

    def _take(self, key: Key, row: Row, read: Read) -> None:
        assert read.case is not None
        earlier = self._kept.get(key)
        if earlier is not None and not text_in(row, CorrectionColumn.VALUE):
            self._withdraw(key, earlier, read.case.form)
            return
        field = read.case.form.field_by_id.get(key[1])
        problem, value = _value(field, row, read, self._parser.today)
        where = f"{key[0]}, {_named(read.case.form, key[1])}"
        if field is None or problem:
            self.told.append(f"{CORRECTIONS}, {where}: {problem} {_NOT_TAKEN_IN}")
            return
        found = judged(read, field, value, self._parser, earlier)
        keeps_value = self._ledger.keeps is Keeps.FULL or is_coded(field)
        correction = Corrected(
            reference=key[0],
            field=field.id,
            value=value if keeps_value else None,
            shown=_shown(value) if keeps_value else found.band or NOT_KEPT,
            basis=text_in(row, CorrectionColumn.BASIS).lower(),
            initials=text_in(row, CorrectionColumn.INITIALS),
            day=day_in(row, CorrectionColumn.DATE),
            band=found.band,
            statements=found.added,
            settled=found.settled,
            before=found.before,
        )
        self._keep(correction)
        again = earlier is not None and not earlier.withdrawn
        self.told.append(f"{CORRECTIONS}: taken in for {where}{', in place of an earlier one' if again else ''}.")

    def _withdraw(self, key: Key, earlier: Corrected, form: Form) -> None:
        """A value was taken out: nothing rests on it any more, but what it gave to ring about."""
        before = to_ring_before(earlier)
        self._keep(
            msgspec.structs.replace(
                earlier, value=None, shown="", band=None, statements=(), settled=(), before=before, withdrawn=True
            )
        )
        left = " What it gave to ring about stays: if it was a slip, write that under Rung." if before else ""
        self.told.append(f"{CORRECTIONS}: taken out again for {key[0]}, {_named(form, key[1])}.{left}")

    def _keep(self, correction: Corrected) -> None:
        self._ledger.correct(correction)
        self._kept[correction.reference, correction.field] = correction

    # ---- The sheet -----------------------------------------------------------------------------------

    def write(self, kept: Iterable[Kept], lines: Mapping[str, Line]) -> Iterator[Path]:
        """Write the sheet anew where there is anything to show. ``lines`` say what was seen, where that is kept.

        Raises OSError.
        """
        self._tell_of_waiting()
        rows = [row for each in kept for row in self._to_correct(each, lines.get(each.reference))]
        if self._as_it_is or not (rows or self._rows or self._others or self._path.exists()):
            return
        known = {row.key for row in rows}
        shown = {key: self._shown(key, row) for key, row in (self._lost() | self._rows).items()}
        others = [*self._others, *(row for key, row in shown.items() if key not in known)]
        sheet = self._to_write(corrections_sheet(rows, shown, others, self._columns))
        try:
            write_atomic(self._path, write_book([sheet], self._parser.today, 0, str(self._path.parent)))
        except PermissionError:
            self.told.append(f"{CORRECTIONS} is open in a program and stays as it was: close it, and run this again.")
        else:
            yield self._path

    def _tell_of_waiting(self) -> None:
        """That values wait for their forms, in a run that read any."""
        if self._new and self._read_any:
            names = ", ".join(dict.fromkeys(reference for reference, _ in self._new))
            self.told.append(f"{CORRECTIONS}: not taken in yet, because the form was not read in this run: {names}")

    def _to_write(self, view: SheetView) -> SheetToWrite:
        return SheetToWrite(
            name=view.name,
            columns=view.columns,
            rows=[cells for _, cells in view.rows()],
            widths=view.widths,
            notes=view.notes,
            set_up=self._set_up or _own_set_up(view.columns),
        )

    def _lost(self) -> dict[Key, dict[str, Cell]]:
        """Rows of corrections that are taken in and were taken out of the sheet: they come back, as in the register."""
        return {
            key: {
                CorrectionColumn.VALUE: Cell(value=each.shown),
                CorrectionColumn.BASIS: Cell(value=each.basis),
                CorrectionColumn.INITIALS: Cell(value=each.initials),
                CorrectionColumn.DATE: Cell(date=each.day),
            }
            for key, each in self._kept.items()
            if not each.withdrawn and key not in self._rows
        }

    def _shown(self, key: Key, row: dict[str, Cell]) -> dict[str, Cell]:
        """What people wrote; in place of a value that was taken in, what may be kept of it."""
        correction = self._kept.get(key)
        if correction is None or key in self._new or not text_in(row, CorrectionColumn.VALUE):
            return row
        if text_in(row, CorrectionColumn.VALUE) == correction.shown:
            return row
        return {**row, CorrectionColumn.VALUE: Cell(value=correction.shown)}

    def _to_correct(self, kept: Kept, line: Line | None) -> Iterator[ToCorrect]:
        form = self._parser.form_called(kept.entry.form, kept.entry.version)
        if form is None:
            return
        corrected = {field for reference, field in self._kept if reference == kept.reference}
        for field in form.fields:
            if field.id in kept.entry.correctable or field.id in corrected:
                row = form.row_of[field.id]
                seen = line.as_written.get(field.id) if line is not None else None
                label = row.label if len(row.fields) == 1 else f"{row.label}: {field.title}"
                yield ToCorrect(kept.reference, field.id, label, f"row {row.key}", seen or NOT_KEPT)


# ---- One row -------------------------------------------------------------------------------------------


def _value(field: Field | None, row: Row, read: Read, today: date) -> tuple[str, Value]:
    """What is wrong with a correction, or nothing and its value."""
    if field is None:
        return "there is no such field in this form.", None
    problem = next(chain(_of_the_field(field, read), _of_the_row(row, today)), "")
    return (problem, None) if problem else _READERS[field.type](row[CorrectionColumn.VALUE], today)


def _of_the_field(field: Field, read: Read) -> Iterator[str]:
    """Why an answer is none to correct."""
    assert read.case is not None
    if not may_be_corrected(field):
        yield "an outcome, a Yes or No and a signature are asked of the sender, and never filled in here."
    if field.id not in set(correctable(read.line, read.case.form)):
        yield "this answer was read, or nothing is written there: there is nothing to correct."


def _of_the_row(row: Row, today: date) -> Iterator[str]:
    """What people have still to write."""
    if text_in(row, CorrectionColumn.BASIS).lower() not in BASES:
        yield f'under Basis stands neither "{BASES[0]}" nor "{BASES[1]}".'
    if not 0 < len(text_in(row, CorrectionColumn.INITIALS)) <= _INITIALS:
        yield f"under Initials stands nothing, or more than {_INITIALS} signs."
    if not (day := day_in(row, CorrectionColumn.DATE)):
        yield "under Date stands no day with its year in full: write it like 27/3/2026."
    elif day > today.isoformat():
        yield "the day under Date lies in the future."


def _read_date(cell: Cell, today: date) -> tuple[str, Value]:
    day = date.fromisoformat(cell.date[:10]) if cell.date else read_date(cell.text).value
    if day is None:
        return "the value is no date with its year in full: write it like 27/3/2012.", None
    return ("the date lies in the future.", None) if day > today else ("", day.isoformat())


def _read_age(cell: Cell, _: date) -> tuple[str, Value]:
    age = read_age(cell.text)
    return ("the value is no age in whole years.", None) if age is None else ("", age)


def _read_nhs_number(cell: Cell, _: date) -> tuple[str, Value]:
    number = read_nhs_number(cell.text)
    return ("the value is no NHS number: it has ten digits.", None) if number is None else ("", number)


def _read_text(cell: Cell, _: date) -> tuple[str, Value]:
    return (f"the value is longer than {_LONGEST} characters.", None) if len(cell.text) > _LONGEST else ("", cell.text)


_READERS: Mapping[FieldType, Callable[[Cell, date], tuple[str, Value]]] = {
    FieldType.DATE: _read_date,
    FieldType.AGE: _read_age,
    FieldType.NHS_NUMBER: _read_nhs_number,
    FieldType.TEXT: _read_text,
}


def _shown(value: Value) -> str:
    """A value as people here write it."""
    try:
        return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
    except ValueError:
        return str(value)


def _named(form: Form, field_id: str) -> str:
    """A field for people; what is none is not repeated."""
    row = form.row_of.get(field_id)
    return "a field that it does not have" if row is None else f"row {row.key}"


def _own_set_up(columns: tuple[str, ...]) -> SetUp:
    """A list of what a correction may rest on."""
    at = columns.index(CorrectionColumn.BASIS)
    options = {"validate": "list", "source": list(BASES), "error_message": f"{BASES[0]}, or {BASES[1]}"}
    return SetUp(columns=columns, rules=(OnCells((Area(1, at, 1000, at),), options),))
