"""``parse --out``: what was read goes into the folder's ledger, and register and records are made from it anew."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.formats.excel.kept_book import SheetToWrite, write_book
from hsbdocs.formats.excel.kept_rules import SetUp, carried
from hsbdocs.model.calendar import months_later
from hsbdocs.model.cell import Cell
from hsbdocs.model.form import FormKey
from hsbdocs.model.line import Line
from hsbdocs.model.names import ListId
from hsbdocs.model.reference import as_reference
from hsbdocs.model.register import OURS, Column, Kept, Sheet, SheetState, Wanted
from hsbdocs.model.report import Standing
from hsbdocs.model.words import words
from hsbdocs.pipeline.corrections import Corrections
from hsbdocs.pipeline.entries import Known, by_words, entry_of
from hsbdocs.pipeline.notes import NOTES, Notes
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.pipeline.take_in import take_in
from hsbdocs.register.as_csv import as_csv
from hsbdocs.register.as_html import as_html
from hsbdocs.register.came_in import CameIn, came_in
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
from hsbdocs.store.files import write_atomic
from hsbdocs.store.ledger import LEDGER, Keeps, Ledger, Told, ledger
from hsbdocs.store.records import RECORDS, write_records
from hsbdocs.store.register_file import BESIDE, REGISTER, locks, set_aside, write_register

_OURS = tuple(map(str, OURS))
#: Views that are made where they are asked for, and from then on whenever they are there: none is left to grow old.
_CSV, _HTML = "register.csv", "register.html"
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
    """A form to ring about for which nothing stands under Rung, and the days since it was first seen.

    ``closed``: something stands under Closed all the same.
    """

    kept: Kept
    days: int
    closed: bool = False


def _oldest_first(each: Waiting) -> tuple[str, bool, str]:
    """The oldest first; of one day, forms before files that were not read."""
    return each.kept.received, not each.kept.entry.form, each.kept.reference


class Outcome(msgspec.Struct, frozen=True):
    """What a run did: files written, how many forms were new, the same or changed, and what somebody has to look at.

    ``open`` has the day on which each form came that has questions and is not closed, the oldest first.
    """

    files: tuple[Path, ...]
    counts: Mapping[Told, int]
    changed: tuple[str, ...]
    told: tuple[str, ...]
    open: tuple[str, ...] = ()


@contextmanager
def keeping(folder: Path, parser: Parser, wanted: Wanted) -> Iterator[Keeper]:
    """What keeps forms in ``folder``. Raises LedgerProblem and OSError."""
    told = [*_made(folder), *(_started_anew(folder, parser.today) if wanted.fresh else ())]
    told += _begun(folder)
    with ledger(folder, Keeps.FULL if wanted.full else Keeps.CODED) as opened:
        yield Keeper(opened, folder, parser, wanted, told)


def _made(folder: Path) -> Iterator[str]:
    """A folder that is made here is its owner's alone, and belongs in no repository."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
        write_atomic(folder / ".gitignore", b"# What is kept here is about children: it belongs in no repository.\n*\n")
    yield from ()


def _begun(folder: Path) -> Iterator[str]:
    """That this is a new register: whoever mistyped a folder's name sees it."""
    if not (folder / LEDGER).exists() and not (folder / REGISTER).exists():
        yield f"There was no register in this folder: a new one is begun in {folder.absolute()}."
    for path in sorted(folder.glob("register*.ods")):
        yield f"{path.name} is not read: save it as .xlsx, as {REGISTER} or a copy of it."


def _started_anew(folder: Path, today: date) -> Iterator[str]:
    if (folder / REGISTER).exists():
        aside = set_aside(folder, today).name
        yield f"The old register lies beside as {aside}; your list of organisations stands in it, to copy from."
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
        self._forgotten = opened.forgotten()
        self._corrections = Corrections(parser, opened, folder)
        self.states, self._set_ups = dict(written.states), written.set_ups
        self._found_again = written.found_again
        self._earlier = {key: row[Column.RECEIVED].date for key, row in self._found_again.items() if _came(row)}
        self.known = self._lists()
        self.waiting = self._waiting()

    def corrected(self, read: Read) -> Read:
        """A form with what people wrote down for answers that could not be read."""
        return self._corrections.of(read, self._ledger.reference_of(_key(read), read.line.part))

    def add(self, read: Read) -> Kept | None:
        """Keep a form, or a file that was not read; how it is kept. None for a training copy or a forgotten one."""
        if read.training:
            return None
        if (forgotten := self._forgotten.get((_key(read), read.line.part))) is not None:
            self._told.append(
                f"{forgotten} was forgotten and is not kept again: take its file out of the folder that is read."
            )
            return None
        form = self._parser.form_of(read.line)
        entry = entry_of(read, form, self.known)
        line = read.line if self._wanted.full else self._parser.coded(read.line)
        told, kept = self._ledger.keep(_key(read), read.line.part, line, entry, self._today, self._earlier)
        self._counts[told] += 1
        if told is Told.CHANGED:
            self._changed.append(kept.reference)
        return kept

    def forms(self) -> Iterator[Kept]:
        """Everything that is kept so far."""
        return self._ledger.forms()

    def came_in(self) -> tuple[CameIn, ...]:
        """What came in about forms that are kept."""
        return tuple(came_in({kept.reference: kept for kept in self._ledger.forms()}, self._adds_to))

    def _adds_to(self, key: FormKey) -> tuple[FormKey, ...]:
        form = self._parser.form_called(key.id, key.version)
        return () if form is None else form.adds_to

    def settled(self) -> set[str]:
        """The references of rows of which people wrote that an answer came, or that they are closed."""
        return self._with(Column.ANSWER_RECEIVED) | self._with(Column.CLOSED)

    def is_listed(self, organisation: str) -> bool:
        """Whether the team's own list has an organisation, whatever its capitals and punctuation."""
        return words(organisation) in self.known.organisations

    def telephone(self, organisation: str) -> str:
        """Whom the team's own list names for an organisation, with the number; empty where it does not."""
        wanted = words(organisation)
        rows = (cells for key, cells in self.states[Sheet.ORGANISATIONS].rows if key and words(key) == wanted)
        cells = next(rows, {}) if wanted else {}
        said = [cells[name].text for name in ("Lead", "Telephone") if name in cells]
        return ", ".join(each for each in said if each)

    def finish(self) -> Outcome:
        """Make records and register anew from the ledger. Raises OSError."""
        self._ledger.commit()
        records = write_records(self._folder, self._ledger.lines())
        self._told += [*self._past_keeping(), *self._before_its_time()]
        *others, written = self._write_register()
        others += self._corrections.write(self._ledger.forms(), self._seen())
        self._told += self._corrections.told
        if written.name == BESIDE:
            self._told.append(
                f"{REGISTER} is open in a program. The new one lies beside it as {BESIDE}: save and close yours; at "
                "the next run both become one, and nothing that you wrote is lost."
            )
            if left := locks(self._folder):
                self._told.append(f"If no program has it open, delete {' and '.join(left)} there, and run this again.")
        files = (self._folder / LEDGER, records, written, *others)
        return Outcome(files, self._counts, tuple(self._changed), tuple(dict.fromkeys(self._told)), self.open)

    def _seen(self) -> dict[str, Line]:
        """The lines of forms with answers that could not be read, where what was written is kept."""
        if self._ledger.keeps is not Keeps.FULL:
            return {}
        wanted = {kept.reference for kept in self._ledger.forms() if kept.entry.correctable}
        lines = (msgspec.json.decode(text, type=Line) for text in self._ledger.lines() if wanted)
        return {str(line.reference): line for line in lines if line.reference in wanted}

    def forget(self, kept: Kept) -> None:
        """Take out everything that is kept of a form; ``finish`` makes the views without it."""
        self._ledger.forget(kept, self._today)
        self._corrections.forget(kept.reference)
        state = self.states[Sheet.REGISTER]
        rows = tuple(row for row in state.rows if row[0] != kept.reference)
        written = {key: cells for key, cells in state.written.items() if key != kept.reference}
        self.states[Sheet.REGISTER] = msgspec.structs.replace(state, rows=rows, written=written)

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
        self._told += _twice(listed)
        return Known(by_words(listed), by_words(roles), self._wanted.full)

    def _with(self, column: Column) -> set[str]:
        """The references of the rows in which something stands in a column."""
        return {key for key, cells in self.states[Sheet.REGISTER].rows if _says(cells, column)}

    def _waiting(self) -> tuple[Waiting, ...]:
        """What was to ring about in earlier runs and is not done, the oldest first."""
        rung, closed = self._with(Column.RUNG), self._with(Column.CLOSED)
        today = self._parser.today
        found = [
            Waiting(kept, (today - date.fromisoformat(kept.received)).days, closed=kept.reference in closed)
            for kept in self._ledger.forms()
            if kept.entry.ring_today and kept.reference not in rung
        ]
        return tuple(sorted(found, key=_oldest_first))

    def _before_its_time(self) -> Iterator[str]:
        """That the day of this run lies before one of an earlier run: days since then are wrong."""
        last = max((kept.received for kept in self._ledger.forms()), default="")
        if last > self._today:
            yield f"This run is as on {self._today}, and forms came in on {last}: is --today right?"

    # ---- The register ---------------------------------------------------------------------------------

    def _write_register(self) -> Iterator[Path]:
        """The register last: whatever else fails, it has not been replaced."""
        forms = {kept.reference: kept for kept in self._ledger.forms()}
        state = self.states[Sheet.REGISTER]
        stood = [self._stands(key, cells, forms) for key, cells in state.rows]
        known = {key for key, _ in stood}
        new: list[tuple[str, dict[str, Cell]]] = [(key, {}) for key in forms if key not in known]
        state = msgspec.structs.replace(state, rows=(*stood, *new))
        closed = self._with(Column.CLOSED)
        kept = list(forms.values())
        is_open = [each for each in kept if each.entry.standing is not Standing.CLEAR and each.reference not in closed]
        said = self._parser.words
        accept_until = dict(self._parser.changes.accept_until)
        self.open = tuple(sorted(each.received for each in is_open))
        first = register_sheet(forms, state, said)
        last = organisations_sheet(is_open, self.states[Sheet.ORGANISATIONS], said)
        views = (
            first,
            findings_sheet(kept, self.came_in(), said),
            not_read_sheet(kept),
            versions_sheet(kept, accept_until),
            last,
        )
        writing = self._ledger.writings() + 1
        self._ledger.set_sheets(writing, self._left(first, last))
        sheets = [self._to_write(view) for view in views]
        path = write_register(self._folder, write_book(sheets, self._parser.today, writing))
        if self._wanted.notes:
            yield from self._notes(kept)
        if self._wanted.csv or (self._folder / _CSV).exists():
            yield from self._view(_CSV, as_csv(first))
        if self._wanted.html or (self._folder / _HTML).exists():
            title = f"Register of {self._parser.today:%d/%m/%Y}"
            to_ring = to_ring_sheet(kept, self._with(Column.RUNG), self.states[Sheet.ORGANISATIONS], said)
            yield from self._view(_HTML, as_html(title, (to_ring, *views), said))
        yield path

    def _notes(self, kept: Sequence[Kept]) -> Iterator[Path]:
        notes = Notes(self._parser, self._ledger, self._folder, self.states)
        made = notes.make(kept)
        self._told += notes.told
        if made:
            yield self._folder / NOTES

    def _stands(self, key: str, cells: dict[str, Cell], forms: Mapping[str, Kept]) -> tuple[str, dict[str, Cell]]:
        """A row of the register as it is now: one without its form is people's own, until the form is there again."""
        if key and key not in forms:
            return "", dict(self._found_again.get(key, cells))
        written = cells[Column.REFERENCE].text if not key and Column.REFERENCE in cells else ""
        again = as_reference(written)
        if again is not None and again in forms:
            return again, {name: cell for name, cell in cells.items() if name not in _OURS}
        return key, cells

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


def _twice(listed: Sequence[str]) -> Iterator[str]:
    """Organisations that stand twice on the team's list in other spellings: only the first has a say."""
    first: dict[object, str] = {}
    for name in listed:
        if (before := first.setdefault(words(name), name)) != name:
            yield f'The sheet Organisations has "{before}" and "{name}": they are one, and the first row counts.'


def _key(read: Read) -> str:
    """The hash by which a form is known; of a file that could not be opened, that of its name."""
    if read.line.sha256:
        return read.line.sha256
    return hashlib.sha256(f"not opened:{read.line.file}:{read.line.member}".encode()).hexdigest()


def _came(row: Mapping[str, Cell]) -> bool:
    return Column.RECEIVED in row and len(row[Column.RECEIVED].date) == len("2026-06-01")


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
