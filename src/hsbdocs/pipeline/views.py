"""register.xlsx and the further views of a folder, made anew from its ledger and from what people wrote."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from hsbdocs.formats.excel.kept_book import SheetToWrite, write_book
from hsbdocs.formats.excel.kept_rules import SetUp, carried
from hsbdocs.model.cell import Cell
from hsbdocs.model.reference import as_reference
from hsbdocs.model.register import OURS, Column, Kept, Sheet, SheetState, Wanted
from hsbdocs.pipeline.parse import Parser
from hsbdocs.register.as_csv import as_csv
from hsbdocs.register.as_html import as_html
from hsbdocs.register.came_in import CameIn
from hsbdocs.register.view import (
    SheetView,
    findings_sheet,
    not_read_sheet,
    organisation_ours,
    organisations_sheet,
    register_sheet,
    to_ring_sheet,
    versions_sheet,
)
from hsbdocs.store.files import replacing
from hsbdocs.store.ledger import Ledger
from hsbdocs.store.register_file import write_register

_OURS = tuple(map(str, OURS))
#: Views that are made where they are asked for, and from then on whenever they are there: none is left to grow old.
_CSV, _HTML = "register.csv", "register.html"


def all_rows(
    state: SheetState, references: Collection[str], found_again: Mapping[str, Mapping[str, Cell]]
) -> SheetState:
    """The rows of the register: those that stood, and behind them those of forms that are new.

    A row without its form is people's own, until the form is there again; ``found_again`` are the cells of rows that a
    register had of which no ledger was left.
    """
    forms = set(references)
    stood = [_stands(key, cells, forms, found_again) for key, cells in state.rows]
    known = {key for key, _ in stood}
    new: list[tuple[str, dict[str, Cell]]] = [(key, {}) for key in references if key not in known]
    return msgspec.structs.replace(state, rows=(*stood, *new))


def _stands(
    key: str, cells: dict[str, Cell], forms: Collection[str], found_again: Mapping[str, Mapping[str, Cell]]
) -> tuple[str, dict[str, Cell]]:
    """A row of the register as it is now."""
    if key and key not in forms:
        return "", dict(found_again.get(key, cells))
    written = cells[Column.REFERENCE].text if not key and Column.REFERENCE in cells else ""
    again = as_reference(written)
    if again is not None and again in forms:
        return again, {name: cell for name, cell in cells.items() if name not in _OURS}
    return key, cells


class Views:
    """Writes the views of a folder. ``told`` is what somebody has to look at."""

    def __init__(
        self,
        parser: Parser,
        opened: Ledger,
        folder: Path,
        states: Mapping[Sheet, SheetState],
        set_ups: Mapping[str, SetUp],
        reached: Callable[[Kept], str],
    ) -> None:
        """``states`` are the sheets that people write in as they are now, ``set_ups`` their lists and rules.

        ``reached`` gives what stands under Rung of a form about which somebody was reached.
        """
        self._parser, self._ledger, self._folder = parser, opened, folder
        self._states, self._set_ups, self._reached = states, set_ups, reached
        self._sheets: tuple[SheetView, ...] = ()
        self.told: list[str] = []

    def write_register(self, came_in: Sequence[CameIn], open_days: Mapping[str, Sequence[str]]) -> Path:
        """Write the register; where it lies. ``open_days`` are those on which open forms came, by organisation.

        Raises OSError.
        """
        said, forms = self._parser.words, self._ledger.forms
        accept_until = dict(self._parser.changes.accept_until)
        first = register_sheet(self._ledger.form, self._states[Sheet.REGISTER], said, self._reached)
        last = organisations_sheet(open_days, self._states[Sheet.ORGANISATIONS], said)
        findings = findings_sheet(forms, came_in, said)
        self._sheets = (first, findings, not_read_sheet(forms), versions_sheet(forms, accept_until), last)
        writing = self._ledger.writings() + 1
        self._ledger.set_sheets(writing, self._left(first, last))
        sheets = [self._to_write(view) for view in self._sheets]
        data = write_book(sheets, self._parser.today, writing, str(self._folder))
        return write_register(self._folder, data)

    def write_others(self, wanted: Wanted, to_ring: Callable[[], Sequence[Kept]]) -> Iterator[Path]:
        """Write the further views, after the register; ``to_ring`` gives the forms to ring about. Raises OSError."""
        if wanted.csv or (self._folder / _CSV).exists():
            yield from self._write(_CSV, as_csv(self._sheets[0]))
        if wanted.html or (self._folder / _HTML).exists():
            said = self._parser.words
            title = f"Register of {self._parser.today:%d/%m/%Y}"
            ring = to_ring_sheet(to_ring(), self._states[Sheet.ORGANISATIONS], said)
            yield from self._write(_HTML, as_html(title, (ring, *self._sheets), said))

    def _write(self, name: str, lines: Iterable[bytes]) -> Iterator[Path]:
        try:
            with replacing(self._folder / name) as stream:
                stream.writelines(lines)
        except PermissionError:
            self.told.append(f"{name} is open in a program and stays as it was: close it, and run this again.")
        else:
            yield self._folder / name

    def _to_write(self, view: SheetView) -> SheetToWrite:
        set_up = self._set_ups.get(view.name, SetUp())
        if set_up.rules and not carried(set_up, view.columns):
            self.told.append(
                f"The columns of the sheet {view.name} stand elsewhere now: its drop-down lists and rules of colour "
                "were not carried."
            )
        return SheetToWrite(
            name=view.name,
            columns=view.columns,
            rows=(cells for _, cells in view.rows()),
            widths=view.widths,
            notes=view.notes,
            set_up=set_up,
        )

    def _left(self, first: SheetView, last: SheetView) -> dict[Sheet, SheetState]:
        forms, listed = self._states[Sheet.REGISTER], self._states[Sheet.ORGANISATIONS]
        return {
            Sheet.REGISTER: first.written(_OURS, forms),
            Sheet.ORGANISATIONS: last.written(organisation_ours(self._parser.words), listed),
        }
