"""What is kept of the forms that came in, and what people write beside it: the register. Types only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from hsbdocs.model.cell import Cell
from hsbdocs.model.finding import Severity
from hsbdocs.model.report import NotReached, Standing


class Sheet(StrEnum):
    """The sheets of register.xlsx."""

    REGISTER = "Register"
    FINDINGS = "Findings"
    NOT_READ = "Not read"
    VERSIONS = "Versions"
    ORGANISATIONS = "Organisations"


class Column(StrEnum):
    """The columns of the sheet Register, in order: first ours, then people's. None is ever renamed."""

    REFERENCE = "Reference"
    FORM = "Form"
    VERSION = "Version"
    RECEIVED = "Received"
    DATE = "Date"
    ORGANISATION = "Organisation"
    ROLE = "Role"
    STATUS = "Status"
    FILLED = "Filled"
    MISSING = "Missing or unclear"
    EXPLAIN = "Please explain"
    CONSIDER = "To consider"
    RING_TODAY = "Ring today"
    RUNG = "Rung"
    BY = "By"
    SPOKE_TO = "Spoke to"
    CHASED = "Chased"
    DUE = "Due"
    ANSWER_RECEIVED = "Answer received"
    CLOSED = "Closed"
    HOLD = "Hold"
    NOTE = "Note"


#: Written by us; whatever else stands in the sheet is people's.
OURS = tuple(column for column in Column if list(Column).index(column) <= list(Column).index(Column.RING_TODAY))
PEOPLES = tuple(column for column in Column if column not in OURS)

#: The columns of the sheet Organisations that people fill in.
ORGANISATION_COLUMNS = ("Organisation", "Lead", "Deputy", "Telephone", "Secure address")


class SheetState(msgspec.Struct, frozen=True):
    """A sheet as it was written: its columns, and its rows in order, each with its key (empty for people's own).

    The cells are those that people wrote. ``texts`` is what we wrote into our own columns, by key, as one text
    (``as_one``): it may be one of two where a run was broken off.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, dict[str, Cell]], ...] = ()
    texts: dict[str, tuple[str, ...]] = {}


#: Between the texts of columns in one: no cell of a workbook holds it (XML 1.0, 2.2).
_BETWEEN = "\x1f"


def as_one(texts: Iterable[str]) -> str:
    """The texts of all our columns, in their order, as one: a register of thousands of rows is held in memory by it."""
    return _BETWEEN.join(texts)


def by_column(one: str, columns: Sequence[str]) -> dict[str, str]:
    """The texts again, by column."""
    return dict(zip(columns, one.split(_BETWEEN), strict=False))


class Said(msgspec.Struct, frozen=True):
    """One finding as the register says it: the row of the form, how serious, and the catalogue's note to the sender.

    ``keys`` are the keys of the rows that it speaks of; ``ring``: it is to be rung about today, ``read``: as a warning
    it asks for the form to be read. ``corrected`` says what a person wrote down, with which it holds
    no more; it is asked no more.
    """

    row: str
    kind: Severity
    note: str
    keys: tuple[str, ...] = ()
    ring: bool = False
    read: bool = False
    corrected: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the register says of one form, or of one file that was not read.

    ``form`` is empty for a file not read, and then ``why`` says why. ``date`` is the form's (ISO 8601), or what a
    person wrote down for one that could not be read; ``filled`` is how many of its main rows are answered (``11 of
    12``). ``organisation`` and ``role`` are kept only as the lists of the team and of content have them, or where all
    is kept. ``reasons`` are the names of what is to ring about today,
    ``empty`` says that nothing at all is written in it.

    ``correctable`` are the ids of fields in which something is written that software could not read and a person may.
    ``about`` are references of other forms that it names, ``slips`` how many it names that are none, and ``written``
    the keys of the rows in which an addendum holds something, ``on_slip`` those of its last page; ``unsigned``: nobody
    stands for what it adds.
    """

    form: str = ""
    version: str = ""
    date: str = ""
    organisation: str = ""
    role: str = ""
    standing: Standing
    filled: str = ""
    said: tuple[Said, ...] = ()
    ring_today: bool = False
    why: str = ""
    reasons: tuple[str, ...] = ()
    empty: bool = False
    correctable: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    slips: int = 0
    written: tuple[str, ...] = ()
    on_slip: tuple[str, ...] = ()
    unsigned: bool = False

    def without_names(self) -> Entry:
        """The same without what depends on lists of names."""
        return msgspec.structs.replace(self, organisation="", role="")

    def count(self, kind: Severity) -> int:
        """How many findings of a kind it has."""
        return sum(1 for each in self.said if each.kind is kind)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One form in the ledger: what the register says of it. ``received`` is the day of its first coming (ISO 8601)."""

    reference: str
    sha256: str
    part: int
    received: str
    entry: Entry


def is_rung(written: str, not_reached: NotReached) -> bool:
    """Whether what stands under Rung says that somebody was reached."""
    said = " ".join("".join(sign if sign.isalnum() or sign == "/" else " " for sign in written.casefold()).split())
    says_no = said.partition(" ")[0] in not_reached.first
    says_nobody = any(f" {phrase} " in f" {said} " for phrase in not_reached.anywhere)
    return bool(said.strip("/ ")) and not says_no and not says_nobody


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept, and in which views.

    ``full``: names and free text too; ``fresh``: anew, an old register lies beside; ``csv`` and ``html`` are further
    views of the register, ``notes`` those to the senders.
    """

    full: bool = False
    fresh: bool = False
    csv: bool = False
    html: bool = False
    notes: bool = False
