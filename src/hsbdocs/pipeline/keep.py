"""``parse --out``: what was read goes into the folder's ledger, and register and records are made from it anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.model.calendar import months_later
from hsbdocs.model.cell import Cell
from hsbdocs.model.form import FormKey
from hsbdocs.model.line import Line
from hsbdocs.model.names import ListId
from hsbdocs.model.reference import reference
from hsbdocs.model.register import Column, Kept, Sheet, Wanted
from hsbdocs.model.report import Standing
from hsbdocs.model.words import words
from hsbdocs.pipeline.cells import text_in
from hsbdocs.pipeline.corrections import Corrections
from hsbdocs.pipeline.entries import Known, by_words, entry_of
from hsbdocs.pipeline.folder import begun, make, started_anew
from hsbdocs.pipeline.notes import Notes
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.pipeline.rung import Rung
from hsbdocs.pipeline.take_in import take_in
from hsbdocs.pipeline.views import Views, all_rows
from hsbdocs.register.came_in import CameIn, came_in
from hsbdocs.store.ledger import LEDGER, Keeps, Ledger, Told, ledger
from hsbdocs.store.records import write_records
from hsbdocs.store.register_file import BESIDE, NOTES, RECEIPTS, REGISTER, locks


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
    make(folder)
    told = [*(started_anew(folder, parser.today) if wanted.fresh else ()), *begun(folder)]
    with ledger(folder, Keeps.FULL if wanted.full else Keeps.CODED) as opened:
        yield Keeper(opened, folder, parser, wanted, told)


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
        self._tombstones = opened.forgotten()
        self._receipts = {path.stem for path in (folder / RECEIPTS).glob("*.txt")}
        self._corrections = Corrections(parser, opened, folder)
        self.states, self._set_ups = dict(written.states), written.set_ups
        self._found_again = written.found_again
        self._earlier = {key: row[Column.RECEIVED].date for key, row in self._found_again.items() if _came(row)}
        not_reached = parser.words.register.not_reached
        self._rung = Rung(opened, self.states[Sheet.REGISTER].rows, not_reached)
        self.known = self._lists()
        self.waiting = self._waiting()

    def corrected(self, read: Read) -> Read:
        """A form with what people wrote down for answers that could not be read."""
        return self._corrections.of(read, self._ledger.reference_of(_key(read), read.line.part))

    def add(self, read: Read) -> Kept | None:
        """Keep a form, or a file that was not read; how it is kept. None for a training copy or a forgotten one."""
        if read.training:
            return None
        if forgotten := self._forgotten_as(_key(read), read.line.part):
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

    def forgotten_as(self, read: Read) -> str:
        """The reference of a form that was forgotten; empty for any other."""
        return self._forgotten_as(_key(read), read.line.part)

    def _forgotten_as(self, sha256: str, part: int) -> str:
        """The reference of a form that was forgotten: by its tombstone, or by its receipt where that is lost."""
        name = self._tombstones.get((sha256, part), "")
        if name or not self._receipts:
            return name
        again = reference(sha256, part)
        return again if again in self._receipts else ""

    def organisation_of(self, reference: str) -> str:
        """The organisation of a form that is kept; empty where none is known."""
        found = self._ledger.found(reference)
        return "" if found is None else found.entry.organisation

    def came_in(self) -> tuple[CameIn, ...]:
        """What came in about forms that are kept."""
        return tuple(came_in(self._ledger.forms(), self._ledger.found, self._adds_to))

    def _adds_to(self, key: FormKey) -> tuple[FormKey, ...]:
        form = self._parser.form_called(key.id, key.version)
        return () if form is None else form.adds_to

    def reached(self, kept: Kept) -> str:
        """What stands under Rung of a form about which somebody was reached; empty where it is still to ring about."""
        return self._rung.reached(kept)

    def under_rung(self, kept: Kept) -> str:
        """What stands under Rung of a form, whatever it says."""
        return self._rung.texts.get(kept.reference, "")

    def closed(self) -> set[str]:
        """The references of rows that people closed."""
        return self._with(Column.CLOSED)

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
        written, others = self._write_views()
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
        texts = {key: text for key, text in state.texts.items() if key != kept.reference}
        self.states[Sheet.REGISTER] = msgspec.structs.replace(state, rows=rows, texts=texts)

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
        return {key for key, cells in self.states[Sheet.REGISTER].rows if text_in(cells, column)}

    def _waiting(self) -> tuple[Waiting, ...]:
        """What was to ring about in earlier runs and is not done, the oldest first."""
        closed = self._with(Column.CLOSED)
        today = self._parser.today
        found = [
            Waiting(kept, (today - date.fromisoformat(kept.received)).days, closed=kept.reference in closed)
            for kept in self._ledger.forms()
            if kept.entry.ring_today and not self._rung.reached(kept)
        ]
        return tuple(sorted(found, key=_oldest_first))

    def _write_views(self) -> tuple[Path, list[Path]]:
        """Where the register was written, and the other files that were."""
        found = all_rows(self.states[Sheet.REGISTER], self._ledger.references(), self._found_again)
        self.states[Sheet.REGISTER] = found
        open_days = self._open_days()
        self.open = tuple(sorted(day for days in open_days.values() for day in days))
        views = Views(self._parser, self._ledger, self._folder, self.states, self._set_ups, self._rung.reached)
        written = views.write_register(self.came_in(), open_days)
        others = list(self._notes()) if self._wanted.notes else []
        others += views.write_others(self._wanted, lambda: [each.kept for each in self._waiting()])
        self._told += views.told
        return written, others

    def _open_days(self) -> dict[str, list[str]]:
        """The days on which each form came that has questions and is not closed, by organisation."""
        closed = self._with(Column.CLOSED)
        days: dict[str, list[str]] = {}
        for kept in self._ledger.forms():
            entry = kept.entry
            is_addendum = bool(entry.form) and bool(self._adds_to(FormKey(entry.form, entry.version)))
            if entry.standing is not Standing.CLEAR and kept.reference not in closed and not is_addendum:
                days.setdefault(kept.entry.organisation, []).append(kept.received)
        return days

    def _notes(self) -> Iterator[Path]:
        notes = Notes(self._parser, self._ledger, self._folder, self.states, self._rung.reached)
        made = notes.make(self._ledger.references())
        self._told += notes.told
        if made:
            yield self._folder / NOTES

    def _before_its_time(self) -> Iterator[str]:
        """That the day of this run lies before one of an earlier run: days since then are wrong."""
        last = max((kept.received for kept in self._ledger.forms()), default="")
        if last > self._today:
            yield f"This run is as on {self._today}, and forms came in on {last}: is --today right?"


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
