"""The report as plain data: what to do, the most urgent first, and of which form; what the whole batch has in common.

Besides what is said and where it stands it holds a sender's own words in short quotes, and only those that are printed.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hsbdocs.model.finding import Severity
from hsbdocs.model.report import Group, ReportWords, Standing, Urgency
from hsbdocs.report.folder import Overdue, Waiting
from hsbdocs.report.quote import spelt

#: Of more forms than these a report is a summary, unless it is asked for whole.
MANY = 20


class Place(msgspec.Struct, frozen=True):
    """A place of a form in words, and what was written there, as far as it is in question."""

    name: str
    written: tuple[str, ...] = ()


class Point(msgspec.Struct, frozen=True):
    """One thing that is said, and every place of which it is said."""

    text: str
    places: tuple[Place, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """What is said of one form in a group, with one severity."""

    severity: Severity
    points: tuple[Point, ...]


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What a group says of one form.

    ``count`` is the number of its points, ``rank`` how soon the form comes in the group, ``first`` the names of those
    points for which it comes before others. ``blocks`` are left out where only the count is shown.
    """

    count: int
    rank: Urgency
    first: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody who rings needs: parts of the form with what stands there, whom the team's list names, and what
    the register has under Rung.
    """

    facts: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    rung: str = ""
    again: str = ""
    closed: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One form, or one file that was not read.

    ``empty``: nothing at all is written in it. ``reference`` and ``days``, since it was first seen, are its own in the
    team's folder; ``caller`` is there where somebody is to be rung today, or asked in a whole report.
    """

    file: str
    member: str | None
    part: int
    standing: Standing
    shares: Mapping[Group, Share]
    empty: bool = False
    reference: str = ""
    days: int = 0
    caller: Caller | None = None

    @property
    def count(self) -> int:
        """The number of its points in all groups."""
        return sum(share.count for share in self.shares.values())

    @property
    def is_rung(self) -> bool:
        """True where the team's register says that somebody has rung about it."""
        return self.caller is not None and bool(self.caller.rung)


class Once(msgspec.Struct, frozen=True):
    """What is said once for the batch, and of how many forms and files it is true."""

    text: str
    count: int


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A whole report. ``several`` are the files, or members of them, that hold more than one form.

    ``whole``: everything is shown; otherwise whom to ring today, and counts of the rest. ``waiting`` are forms of
    earlier runs that are still to be rung about, ``calm`` those of them in which this run found nothing more to ring
    about. ``overdue`` are rows of their register whose day has passed, ``came_in`` what came in about forms,
    ``unlisted`` names of organisations that are not on their list.
    """

    words: ReportWords
    handling_mark: str
    entries: tuple[Entry, ...]
    several: frozenset[tuple[str, str | None]]
    settings: tuple[str, ...]
    batch: tuple[Once, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    calm: frozenset[str] = frozenset()
    overdue: tuple[Overdue, ...] = ()
    came_in: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    whole: bool = True

    @property
    def files(self) -> int:
        """How many files there are."""
        return len({entry.file for entry in self.entries})

    @property
    def training(self) -> int:
        """How many training copies there are."""
        return sum(1 for entry in self.entries if entry.standing is Standing.TRAINING)

    def name_of(self, entry: Entry) -> str:
        """The file's name, anything that could forge a line or a colour spelt out; which form, if it holds several."""
        name = spelt(entry.file if entry.member is None else f"{entry.file}, {entry.member}")
        return f"{name}, form {entry.part}" if (entry.file, entry.member) in self.several else name

    def of(self, group: Group) -> list[Entry]:
        """Every form of which a group speaks, the most urgent first.

        What is to be rung about comes first if it was left from earlier days, the oldest before the others, and last
        if it is rung about already. Who is rung today is asked the rest too: those forms lead what is to ask.
        """
        found = [entry for entry in self.entries if group in entry.shares]
        found.sort(key=lambda entry: entry.shares[group].rank)
        order = {Group.RING: _rung_last_oldest_first, Group.ASK: _not_to_ring}.get(group)
        return found if order is None else sorted(found, key=order)


def _rung_last_oldest_first(entry: Entry) -> tuple[bool, int]:
    return entry.is_rung, -entry.days


def _not_to_ring(entry: Entry) -> tuple[bool, int]:
    return Group.RING not in entry.shares, 0
