"""ledger.sqlite: everything that is kept of a folder's forms, and what people wrote beside it. One file, one schema.

Each form is written whole or not at all; a process that is killed leaves what it had written, and the same forms read
again are no new ones. Register, records and pages are views that are made from it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

import msgspec

from hsbdocs.model.finding import Code, Statement
from hsbdocs.model.line import AgeBand, Line, as_text
from hsbdocs.model.record import Value
from hsbdocs.model.reference import reference
from hsbdocs.model.register import Entry, Kept, Said, Sheet, SheetState

#: The file's name, and the version of its tables.
LEDGER = "ledger.sqlite"
SCHEMA = 1
_OWNER_ALONE = 0o600
#: So many forms are written at a time: what a killed process loses is read again.
_AT_A_TIME = 100
#: Seconds to wait for another run.
_WAIT = 2.0
_TRIES = 5
#: So many numbers of the register are known, two a run: a copy of one may come back.
_WRITINGS = 60
_NONE: Mapping[str, str] = {}
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS forms (
    number INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, part INTEGER NOT NULL,
    received TEXT NOT NULL, line TEXT NOT NULL, entry TEXT NOT NULL, UNIQUE (sha256, part));
CREATE TABLE IF NOT EXISTS sheets (
    name TEXT NOT NULL, number INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS corrections (
    reference TEXT NOT NULL, field TEXT NOT NULL, correction TEXT NOT NULL, PRIMARY KEY (reference, field)) WITHOUT
    ROWID;
CREATE TABLE IF NOT EXISTS forgotten (
    sha256 TEXT NOT NULL, part INTEGER NOT NULL, reference TEXT NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (sha256, part)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rung (
    reference TEXT PRIMARY KEY, written TEXT NOT NULL, reasons TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (
    reference TEXT PRIMARY KEY, made_from TEXT NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
"""


class Corrected(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a person wrote down for one that software could not read.

    ``value`` is None where it may not be kept, ``shown`` is what the sheet shows in its place, ``band`` the age band
    that follows from it; ``statements`` are findings that hold with it and did not hold before, ``settled`` those that
    did and do not hold any more, each as ``Statement.about``. ``before`` are what earlier values of the same field gave
    to ring about: no second thought takes it away. ``withdrawn``: the value was taken out again.
    """

    reference: str
    field: str
    value: Value
    shown: str
    basis: str
    initials: str
    day: str
    band: AgeBand | None = None
    statements: tuple[Statement, ...] = ()
    settled: tuple[tuple[Code, tuple[str, ...]], ...] = ()
    before: tuple[Statement, ...] = ()
    withdrawn: bool = False


class RungFor(msgspec.Struct, frozen=True):
    """What stands under Rung of a form, and the names of what there was to ring about when it was written."""

    reference: str
    written: str
    reasons: tuple[str, ...]


class Keeps(StrEnum):
    """What a folder keeps: coded values and findings, or names and free text too."""

    CODED = "coded"
    FULL = "full"


class Told(StrEnum):
    """What a form was to the ledger: ``NAMED`` is the same one, and its organisation or role is on a list now."""

    NEW = "new"
    SAME = "same"
    NAMED = "named"
    CHANGED = "changed"


class LedgerProblem(Exception):
    """The ledger cannot be used; the text says why and what to do."""


class Ledger:
    """An open ledger."""

    def __init__(self, database: sqlite3.Connection, keeps: Keeps) -> None:
        self._database = database
        self.keeps = keeps
        self._waiting = 0
        self._said: dict[Said, Said] = {}
        taken = database.execute("SELECT reference FROM forms UNION SELECT reference FROM forgotten")
        self._taken = {row[0] for row in taken}

    def keep(
        self, sha256: str, part: int, line: Line, entry: Entry, today: str, earlier: Mapping[str, str] = _NONE
    ) -> tuple[Told, Kept]:
        """Keep a form; what it was, and as it is kept.

        ``today`` is the day of its arrival where it is new, but for those of which ``earlier`` knows one, by reference.
        """
        found = self._database.execute(
            "SELECT reference, received, line, entry FROM forms WHERE sha256 = ? AND part = ?", (sha256, part)
        ).fetchone()
        if found is None:
            name = reference(sha256, part, self._taken)
            received = earlier.get(name, today)
            self._taken.add(name)
        else:
            name, received = found[0], found[1]
        line = msgspec.structs.replace(line, reference=name, received=received)
        kept = Kept(reference=name, sha256=sha256, part=part, received=received, entry=entry)
        written = as_text(line), _json(entry)
        if found is not None and (found[2], found[3]) == written:
            return Told.SAME, kept
        self._database.execute(
            "INSERT INTO forms (reference, sha256, part, received, line, entry) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256, part) DO UPDATE SET line = excluded.line, entry = excluded.entry",
            (name, sha256, part, received, *written),
        )
        self._waiting += 1
        if self._waiting >= _AT_A_TIME:
            self.commit()
        if found is None:
            return Told.NEW, kept
        return _told(msgspec.json.decode(found[3], type=Entry), entry), kept

    def commit(self) -> None:
        """What was written so far stays, whatever happens."""
        self._database.commit()
        self._waiting = 0

    def forms(self) -> Iterator[Kept]:
        """Everything that is kept, in the order in which it first came."""
        rows = self._database.execute("SELECT reference, sha256, part, received, entry FROM forms ORDER BY number")
        for name, sha256, part, received, written in rows:
            entry = msgspec.json.decode(written, type=Entry)
            same = msgspec.structs.replace(entry, said=tuple(map(self._one, entry.said)))
            yield Kept(reference=name, sha256=sha256, part=part, received=received, entry=same)

    def form(self, reference: str) -> Kept:
        """The form of this reference. Raises LookupError for one that is not kept."""
        found = self.found(reference)
        if found is None:
            raise LookupError(reference)
        return found

    def found(self, reference: str) -> Kept | None:
        """The form of this reference; None where none is kept."""
        row = self._database.execute(
            "SELECT sha256, part, received, entry FROM forms WHERE reference = ?", (reference,)
        ).fetchone()
        if row is None:
            return None
        sha256, part, received, written = row
        entry = msgspec.json.decode(written, type=Entry)
        return Kept(reference=reference, sha256=sha256, part=part, received=received, entry=entry)

    def references(self) -> list[str]:
        """The references of all that is kept, in the order in which it first came."""
        return [row[0] for row in self._database.execute("SELECT reference FROM forms ORDER BY number")]

    def _one(self, said: Said) -> Said:
        """The same finding is held once, however many forms have it."""
        return self._said.setdefault(said, said)

    def lines(self) -> Iterator[str]:
        """The line of each form as JSON, in the same order."""
        yield from (row[0] for row in self._database.execute("SELECT line FROM forms ORDER BY number"))

    def sheet(self, name: Sheet, number: int | None = None) -> SheetState | None:
        """A sheet of the register as it was under a number of writing, the last without; None where none is known."""
        wanted = self.writings() if number is None else number
        found = "SELECT state FROM sheets WHERE name = ? AND number = ?"
        row = self._database.execute(found, (name, wanted)).fetchone()
        return None if row is None else msgspec.json.decode(row[0], type=SheetState)

    def writings(self) -> int:
        """How often the register was written."""
        row = self._database.execute("SELECT max(number) FROM sheets").fetchone()
        return row[0] or 0

    def reference_of(self, sha256: str, part: int) -> str | None:
        """The reference of a form that is kept; None for a new one."""
        found = self._database.execute(
            "SELECT reference FROM forms WHERE sha256 = ? AND part = ?", (sha256, part)
        ).fetchone()
        return None if found is None else found[0]

    def forgotten(self) -> dict[tuple[str, int], str]:
        """The references of forms that were forgotten, by hash and part: none of them is taken in again."""
        rows = self._database.execute("SELECT sha256, part, reference FROM forgotten")
        return {(sha256, part): name for sha256, part, name in rows}

    def forget(self, kept: Kept, day: str) -> None:
        """Take out everything of a form, whatever sheet and number of writing it stands in, and leave a tombstone."""
        self._database.execute(
            "INSERT OR REPLACE INTO forgotten (sha256, part, reference, day) VALUES (?, ?, ?, ?)",
            (kept.sha256, kept.part, kept.reference, day),
        )
        for table in ("forms", "corrections", "notes", "rung"):
            self._database.execute(f"DELETE FROM {table} WHERE reference = ?", (kept.reference,))
        for name, number, text in self._database.execute("SELECT name, number, state FROM sheets").fetchall():
            state = msgspec.json.decode(text, type=SheetState)
            rows = tuple(row for row in state.rows if row[0] != kept.reference)
            texts = {key: text for key, text in state.texts.items() if key != kept.reference}
            less = _json(msgspec.structs.replace(state, rows=rows, texts=texts))
            self._database.execute("UPDATE sheets SET state = ? WHERE name = ? AND number = ?", (less, name, number))
        self.commit()

    def corrections(self) -> Iterator[Corrected]:
        """Every correction that was taken in."""
        for row in self._database.execute("SELECT correction FROM corrections ORDER BY reference, field"):
            yield msgspec.json.decode(row[0], type=Corrected)

    def correct(self, correction: Corrected) -> None:
        """Take in a correction, in place of an earlier one of the same field."""
        self._database.execute(
            "INSERT INTO corrections (reference, field, correction) VALUES (?, ?, ?) "
            "ON CONFLICT (reference, field) DO UPDATE SET correction = excluded.correction",
            (correction.reference, correction.field, _json(correction)),
        )

    def rung(self) -> Iterator[RungFor]:
        """What people wrote under Rung, and what it was about."""
        for name, written, reasons in self._database.execute("SELECT reference, written, reasons FROM rung"):
            yield RungFor(name, written, tuple(json.loads(reasons)))

    def set_rung(self, rung: RungFor) -> None:
        """Keep what a call was about, in place of an earlier one about the same form."""
        self._database.execute(
            "INSERT INTO rung (reference, written, reasons) VALUES (?, ?, ?) ON CONFLICT (reference) "
            "DO UPDATE SET written = excluded.written, reasons = excluded.reasons",
            (rung.reference, rung.written, _json(rung.reasons)),
        )

    def note_of(self, reference: str) -> tuple[str, str] | None:
        """From what the note of a form was made, and the hash of its file as it was written; None where there is
        none."""
        row = self._database.execute("SELECT made_from, sha256 FROM notes WHERE reference = ?", (reference,)).fetchone()
        return None if row is None else (row[0], row[1])

    def set_note(self, reference: str, made_from: str, sha256: str) -> None:
        """Keep from what the note of a form was made."""
        self._database.execute(
            "INSERT INTO notes (reference, made_from, sha256) VALUES (?, ?, ?) ON CONFLICT (reference) "
            "DO UPDATE SET made_from = excluded.made_from, sha256 = excluded.sha256",
            (reference, made_from, sha256),
        )

    def set_sheets(self, number: int, states: Mapping[Sheet, SheetState]) -> None:
        """Keep the sheets of the writing ``number``, all together; of earlier ones the last few stay."""
        rows = [(name, number, _json(state)) for name, state in states.items()]
        self._database.executemany(
            "INSERT INTO sheets (name, number, state) VALUES (?, ?, ?) "
            "ON CONFLICT (name, number) DO UPDATE SET state = excluded.state",
            rows,
        )
        self._database.execute("DELETE FROM sheets WHERE number <= ?", (number - _WRITINGS,))
        self.commit()


def _told(before: Entry, now: Entry) -> Told:
    if before.without_names() != now.without_names():
        return Told.CHANGED
    return Told.SAME if before == now else Told.NAMED


def keeps_of(folder: Path) -> Keeps | None:
    """What the ledger of a folder keeps; None where there is no ledger that can be read."""
    path = folder / LEDGER
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as database:
            row = database.execute("SELECT value FROM meta WHERE key = 'keeps'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else Keeps(row[0])


@contextmanager
def ledger(folder: Path, keeps: Keeps) -> Iterator[Ledger]:
    """The ledger of a folder, made where there is none.

    Raises LedgerProblem where another run uses it, where it is of another kind or a newer program, or no ledger.
    """
    path = folder / LEDGER
    new = not path.exists()
    if new:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ALONE))
    try:
        database = _connected(path)
    except sqlite3.DatabaseError as error:
        raise LedgerProblem(_why(error, path)) from error
    try:
        yield _opened(database, keeps, path)
        database.commit()
    except sqlite3.DatabaseError as error:
        raise LedgerProblem(_why(error, path)) from error
    finally:
        database.close()


def _connected(path: Path) -> sqlite3.Connection:
    """Tried for as long as another run is waited for: virus scanners and cloud clients hold a file for a moment."""
    for _ in range(_TRIES):
        database = sqlite3.connect(path, timeout=_WAIT, isolation_level="DEFERRED")
        try:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            database.close()
            if "unable to open" not in str(error) and "disk I/O" not in str(error):
                raise
            time.sleep(_WAIT / _TRIES)
        else:
            return database
    return sqlite3.connect(path, timeout=_WAIT, isolation_level="DEFERRED")


def _opened(database: sqlite3.Connection, keeps: Keeps, path: Path) -> Ledger:
    database.execute("PRAGMA locking_mode = EXCLUSIVE")  # one run at a time, until it closes the file
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA secure_delete = ON")  # what is forgotten leaves no trace in the file
    database.execute("BEGIN EXCLUSIVE")
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for statement in _TABLES.split(";"):  # one that an earlier program did not know is added
        database.execute(statement)
    if not tables:
        values: Sequence[tuple[str, str]] = (("schema", str(SCHEMA)), ("keeps", keeps.value))
        database.executemany("INSERT INTO meta VALUES (?, ?)", values)
    found = dict(database.execute("SELECT key, value FROM meta"))
    database.commit()
    if found.get("schema") != str(SCHEMA):
        raise LedgerProblem(f"{path} was made by another version of this program: use that one, or another folder.")
    if found.get("keeps") != keeps.value:
        raise LedgerProblem(_other_kind(keeps, path.parent))
    return Ledger(database, keeps)


def _other_kind(keeps: Keeps, folder: Path) -> str:
    if keeps is Keeps.FULL:
        return f"{folder} keeps coded values only. For --full use another folder, or start this one anew with --fresh."
    return f"{folder} keeps names and free text. Give --full again, or use another folder."


def _why(error: sqlite3.DatabaseError, path: Path) -> str:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return f"Another run is writing into {path.parent}. Wait until it has ended, and run this again."
    return f"{path} cannot be used as a ledger ({error}). Move it away, or use another folder."


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")
