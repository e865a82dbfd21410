"""``parse --out``: what was read goes into the folder's ledger, and register and records are made from it anew."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.formats.excel.kept_book import SheetToWrite, write_book
from hsbdocs.formats.excel.kept_rules import SetUp, carried
from hsbdocs.model.calendar import months_later
from hsbdocs.model.cell import Cell
from hsbdocs.model.names import ListId
from hsbdocs.model.register import OURS, Column, Kept, Sheet, SheetState, Wanted
from hsbdocs.model.report import Standing
from hsbdocs.model.words import words
from hsbdocs.pipeline.entries import Known, by_words, entry_of
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.pipeline.take_in import take_in
from hsbdocs.register.as_csv import as_csv
from hsbdocs.register.as_html import as_html
from hsbdocs.register.view import (
    SheetView,
    findings_sheet,
    not_read_sheet,
    organisation_ours,
    organisations_sheet,
    register_sheet,
    versions_sheet,
)
from hsbdocs.store.files import write_atomic
from hsbdocs.store.ledger import LEDGER, Keeps, Ledger, Told, ledger
from hsbdocs.store.records import RECORDS, write_records
from hsbdocs.store.register_file import BESIDE, REGISTER, set_aside, write_register

_OURS = tuple(map(str, OURS))
#: By what stands in the name of a folder that they synchronise.
_CLIENTS = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "box sync": "Box",
}


class Waiting(msgspec.Struct, frozen=True):
    """A form to ring about for which nothing stands under Rung, and the days since it was first seen."""

    kept: Kept
    days: int


class Outcome(msgspec.Struct, frozen=True):
    """What a run did: files written, how many forms were new, the same or changed, and what somebody has to look at."""

    files: tuple[Path, ...]
    counts: Mapping[Told, int]
    changed: tuple[str, ...]
    told: tuple[str, ...]


@contextmanager
def keeping(folder: Path, parser: Parser, wanted: Wanted) -> Iterator[Keeper]:
    """What keeps forms in ``folder``. Raises LedgerProblem and OSError."""
    told = [*_made(folder), *(_started_anew(folder, parser.today) if wanted.fresh else ())]
    with ledger(folder, Keeps.FULL if wanted.full else Keeps.CODED) as opened:
        yield Keeper(opened, folder, parser, wanted, told)


def _made(folder: Path) -> Iterator[str]:
    """A folder that is made here is its owner's alone, and belongs in no repository."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
        write_atomic(folder / ".gitignore", b"# What is kept here is about children: it belongs in no repository.\n*\n")
    yield from ()


def _started_anew(folder: Path, today: date) -> Iterator[str]:
    if (folder / REGISTER).exists():
        yield f"The old register lies beside as {set_aside(folder, today).name}."
    for name in (LEDGER, f"{LEDGER}-journal", RECORDS, REGISTER, BESIDE):
        if (folder / name).exists():
            (folder / name).unlink()
            yield f"Replaced: {name}"


class Keeper:
    """Takes what was read, one form after another; ``finish`` makes the views."""

    def __init__(self, opened: Ledger, folder: Path, parser: Parser, wanted: Wanted, told: list[str]) -> None:
        self._ledger, self._folder, self._parser, self._wanted = opened, folder, parser, wanted
        self._today = parser.today.isoformat()
        self._told = told
        self._counts = dict.fromkeys(Told, 0)
        self._changed: list[str] = []
        written = take_in(opened, folder, parser)
        self._told += written.told
        self.states, self._set_ups = written.states, written.set_ups
        self.known = self._lists()
        self.waiting = self._waiting()

    def add(self, read: Read) -> Kept:
        """Keep a form, or a file that was not read; how it is kept."""
        form = self._parser.form_of(read.line)
        entry = entry_of(read, form, self.known)
        line = read.line if self._wanted.full else self._parser.coded(read.line)
        told, kept = self._ledger.keep(_key(read), read.line.part, line, entry, self._today)
        self._counts[told] += 1
        if told is Told.CHANGED:
            self._changed.append(kept.reference)
        return kept

    def telephone(self, organisation: str) -> str:
        """Whom the team's own list names for an organisation, with the number; empty where it does not."""
        rows = {words(key): cells for key, cells in self.states[Sheet.ORGANISATIONS].rows if key}
        cells = rows.get(words(organisation), {}) if words(organisation) else {}
        said = [cells[name].text for name in ("Lead", "Telephone") if name in cells]
        return ", ".join(each for each in said if each)

    def finish(self) -> Outcome:
        """Make records and register anew from the ledger. Raises OSError."""
        self._ledger.commit()
        records = write_records(self._folder, self._ledger.lines())
        self._told += self._past_keeping()
        *others, written = self._write_register()
        if written.name == BESIDE:
            self._told.append(
                f"{REGISTER} is open in a program. The new one lies beside it as {BESIDE}: save and close yours; at "
                "the next run both become one, and nothing that you wrote is lost."
            )
        files = (self._folder / LEDGER, records, written, *others)
        return Outcome(files, self._counts, tuple(self._changed), tuple(dict.fromkeys(self._told)))

    def _past_keeping(self) -> Iterator[str]:
        """What is kept longer than the team keeps: listed at each run; nothing goes by itself."""
        months = self._parser.packs[0].retention_months
        if months is None:
            return
        day = months_later(self._parser.today, -months).isoformat()
        past = [kept for kept in self._ledger.forms() if kept.received < day]
        if past:
            named = ", ".join(f"{kept.reference} ({kept.received})" for kept in past)
            yield f"Kept for more than {months} months; nothing goes by itself: {named}"

    def _lists(self) -> Known:
        roles = self._parser.packs[0].catalogue.ruleset.names.get(ListId.ROLES, ())
        listed = [key for key, _ in self.states[Sheet.ORGANISATIONS].rows if key]
        return Known(by_words(listed), by_words(roles), self._wanted.full)

    def _waiting(self) -> tuple[Waiting, ...]:
        """What was to ring about in earlier runs and is not done, the oldest first."""
        rung = {key for key, cells in self.states[Sheet.REGISTER].rows if _says(cells, Column.RUNG)}
        today = self._parser.today
        found = [
            Waiting(kept, (today - date.fromisoformat(kept.received)).days)
            for kept in self._ledger.forms()
            if kept.entry.ring_today and kept.reference not in rung
        ]
        return tuple(sorted(found, key=lambda each: (each.kept.received, each.kept.reference)))

    # ---- The register ---------------------------------------------------------------------------------

    def _write_register(self) -> Iterator[Path]:
        """The register last: whatever else fails, it has not been replaced."""
        forms = {kept.reference: kept for kept in self._ledger.forms()}
        state = self.states[Sheet.REGISTER]
        known = {key for key, _ in state.rows}
        new: list[tuple[str, dict[str, Cell]]] = [(key, {}) for key in forms if key not in known]
        state = msgspec.structs.replace(state, rows=(*state.rows, *new))
        closed = {key for key, cells in state.rows if _says(cells, Column.CLOSED)}
        kept = list(forms.values())
        is_open = [each for each in kept if each.entry.standing is not Standing.CLEAR and each.reference not in closed]
        said = self._parser.words
        accept_until = dict(self._parser.changes.accept_until)
        first = register_sheet(forms, state, said)
        last = organisations_sheet(is_open, self.states[Sheet.ORGANISATIONS], said)
        views = (first, findings_sheet(kept, said), not_read_sheet(kept), versions_sheet(kept, accept_until), last)
        writing = self._ledger.writings() + 1
        self._ledger.set_sheets(writing, self._left(first, last))
        sheets = [self._to_write(view) for view in views]
        path = write_register(self._folder, write_book(sheets, self._parser.today, writing))
        if self._wanted.csv:
            yield from self._view("register.csv", as_csv(first))
        if self._wanted.html:
            title = f"Register of {self._parser.today:%d/%m/%Y}"
            yield from self._view("register.html", as_html(title, views, said))
        yield path

    def _view(self, name: str, data: bytes) -> Iterator[Path]:
        try:
            write_atomic(self._folder / name, data)
        except PermissionError:
            self._told.append(f"{name} is open in a program and stays as it was: close it, and run this again.")
        else:
            yield self._folder / name

    def _to_write(self, view: SheetView) -> SheetToWrite:
        rows = [cells for _, cells in view.rows]
        set_up = self._set_ups.get(view.name, SetUp())
        if set_up.rules and not carried(set_up, view.columns):
            self._told.append(
                f"The columns of the sheet {view.name} stand elsewhere now: its drop-down lists and rules of colour "
                "were not carried."
            )
        return SheetToWrite(
            name=view.name, columns=view.columns, rows=rows, widths=view.widths, notes=view.notes, set_up=set_up
        )

    def _left(self, first: SheetView, last: SheetView) -> dict[Sheet, SheetState]:
        forms, listed = self.states[Sheet.REGISTER], self.states[Sheet.ORGANISATIONS]
        return {
            Sheet.REGISTER: first.written(_OURS, before=forms.written),
            Sheet.ORGANISATIONS: last.written(organisation_ours(self._parser.words), before=listed.written),
        }


def _key(read: Read) -> str:
    """The hash by which a form is known; of a file that could not be opened, that of its name."""
    if read.line.sha256:
        return read.line.sha256
    return hashlib.sha256(f"not opened:{read.line.file}:{read.line.member}".encode()).hexdigest()


def _says(cells: Mapping[str, Cell], column: Column) -> bool:
    return column in cells and bool(cells[column].text)


def synchronised_by(folder: Path) -> str:
    """The cloud client that seems to synchronise a folder; empty where none is known to."""
    parts = [part.lower() for part in folder.absolute().parts]
    for sign, name in _CLIENTS.items():
        if any(sign in part for part in parts):
            return name
    roots = [value for name, value in os.environ.items() if name.lower().startswith("onedrive") and value]
    return "OneDrive" if any(Path(root) in folder.absolute().parents for root in roots) else ""
