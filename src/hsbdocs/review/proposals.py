"""What partners ask for in their workbooks: each change with its place, and those on which they do not agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Area, Decision, Guidance, Link, Point, PointKind
from hsbdocs.model.state import Reviewed
from hsbdocs.review import sheets as s
from hsbdocs.review.returned import Returned, ReturnedRow

#: What a change sets: its entry, the key in it, and the value.
Value = str | dict[str, object] | list[object]
_CHECK = "last_verified"
_NUMBERS = (PointKind.PHONE, PointKind.TEXT)
_HOW = "in the review workbook"
_TWICE = "in the review workbook, by two people"


class Change(msgspec.Struct, frozen=True):
    """One change to content: of the entry ``id`` the key ``key``; ``says`` is it in words, ``place`` its cell.

    ``adds``: the value is put behind those that are there. A value of None takes the key out.
    """

    id: str
    key: str
    value: object
    says: str
    place: str
    file: str
    adds: bool = False


class Proposals(msgspec.Struct, frozen=True):
    """What comes of workbooks: changes that nobody contradicts, conflicts side by side, problems, comments."""

    changes: tuple[Change, ...]
    conflicts: tuple[tuple[Change, ...], ...]
    problems: tuple[str, ...]
    comments: tuple[str, ...]
    answered: tuple[str, ...]


#: Reads a day as people write it; None for what is none.
ReadDay = Callable[[str], date | None]


#: What is wrong with a value of a kind; empty for a sound one.
Unsound = Callable[[PointKind, str], str]


def proposals(
    books: Iterable[Returned], guidance: Guidance, edition: Edition, day: ReadDay, unsound: Unsound
) -> Proposals:
    """Everything that returned workbooks ask for."""
    asked: list[Change] = []
    reader = _Reader(guidance, edition, day, unsound)
    books = list(books)
    for book in books:
        reader.problems += book.problems
        for row in book.rows:
            asked += reader.row(book.file, row)
    asked += reader.review()
    changes, conflicts = _merged(asked)
    return Proposals(changes, conflicts, tuple(reader.problems), tuple(reader.comments), tuple(reader.answered))


def _merged(asked: Iterable[Change]) -> tuple[tuple[Change, ...], tuple[tuple[Change, ...], ...]]:
    """The same thing asked twice is asked once; where two ask for different things, nothing is chosen."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in asked:
        groups.setdefault((change.id, change.key), []).append(change)
    changes, conflicts = [], []
    for group in groups.values():
        distinct = list({msgspec.json.encode(change.value): change for change in group}.values())
        if group[0].key == _CHECK:  # checked twice is checked, lately
            distinct = [max(distinct, key=_when)]
        if len(distinct) == 1 or group[0].adds:
            changes += distinct
        else:
            conflicts.append(tuple(distinct))
    return tuple(changes), tuple(conflicts)


def _when(change: Change) -> str:
    return str(change.value["when"]) if isinstance(change.value, dict) else ""


class _Reader:
    def __init__(self, guidance: Guidance, edition: Edition, day: ReadDay, unsound: Unsound) -> None:
        self.guidance, self.edition, self._day, self._unsound = guidance, edition, day, unsound
        self.problems: list[str] = []
        self.comments: list[str] = []
        self.answered: list[str] = []
        self._signed: dict[str, tuple[str, str, str, str]] = {}
        self._sent = {table.name: {row[0]: row for row in table.rows} for table in s.tables(guidance, edition)}
        self._new = 0
        self._of_sheet: Mapping[str, Callable[[str, ReturnedRow], Iterator[Change]]] = {
            s.CONTACTS: self._contact,
            s.LINKS: self._link,
            s.LAW: self._law,
            s.DECISIONS: self._decision,
            s.ADDITIONS: self._addition,
            s.COMMENTS: self._comment,
            s.SIGN_OFF: self._sign_off,
        }

    def row(self, file: str, row: ReturnedRow) -> list[Change]:
        """What a row asks for. One with a cell that cannot be taken asks for nothing, and is said."""
        columns = {column.name for column in s.columns_of(row.sheet) if column.open}
        wrong = [cell for name, cell in row.cells.items() if name in columns and cell.doubt]
        if wrong:
            self.problems += (f"{file}, {cell.place}: {cell.doubt}; the row was not taken" for cell in wrong)
            return []
        grows = row.sheet in (s.ADDITIONS, s.COMMENTS)
        if not grows and row.id not in self._sent[row.sheet]:
            self.problems.append(f"{file}, {row.place}: {row.id or 'a row without an id'} is no id of this sheet")
            return []
        return list(self._of_sheet[row.sheet](file, row))

    # ---- Values and checks -----------------------------------------------------------------------

    def _contact(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        point = self.guidance.by_id[row.id]
        yield from self._value(file, row, s.VALUE, point)

    def _link(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        link = self.guidance.by_id[row.id]
        yield from self._value(file, row, s.TARGET, link)

    def _law(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        yield from self._checked(file, row, _HOW)

    def _value(self, file: str, row: ReturnedRow, column: str, entry: Point | Link) -> Iterator[Change]:
        if isinstance(entry, Point):
            key, now, kind = "value", entry.value, entry.kind
        else:
            key, now, kind = "target", entry.target, PointKind.URL
        value = row.text(column)
        if not value:
            self.problems.append(f"{file}, {row.place}: {column} is empty; {row.id} stays as it is")
        elif value != now:
            place = row.cells[column].place
            wrong = self._wrong(kind, value)
            if wrong:
                self.problems.append(f"{file}, {place}: {wrong}; {row.id} stays as it is")
                return
            yield Change(row.id, key, value, f"{row.id}: {now} becomes {value}", place, file)
            whole = all(row.text(name) for name in (s.CHECKED_BY, s.CHECKED_ON, s.SECOND))
            if whole and self._changed_by_two(row):
                yield from self._checked(file, row, _TWICE)
                return
            self.problems.append(
                f"{file}, {row.place}: {row.id} was changed and is not verified: that needs who checked it, the day, "
                "and a second person"
            )
            if entry.last_verified is not None:
                yield Change(row.id, _CHECK, None, f"{row.id}: no longer verified", place, file)
            return
        yield from self._checked(file, row, _HOW)

    def _wrong(self, kind: PointKind, value: str) -> str:
        if kind in _NUMBERS and not value.startswith(("0", "+")):
            return f"{value} has lost its leading 0: type the number as text, with the 0"
        return self._unsound(kind, value)

    def _changed_by_two(self, row: ReturnedRow) -> bool:
        return row.text(s.SECOND).casefold() != row.text(s.CHECKED_BY).casefold()

    def _checked(self, file: str, row: ReturnedRow, how: str) -> Iterator[Change]:
        """That somebody made sure of it, where the row says so anew."""
        by, on, second = row.text(s.CHECKED_BY), row.text(s.CHECKED_ON), row.text(s.SECOND)
        entry = self.guidance.by_id[row.id]
        if (by, on) == s.checked_as_sent(entry.last_verified) and not second:
            return
        day = self._read_day(file, row, s.CHECKED_ON)
        if not by and on:
            self.problems.append(f"{file}, {row.cells[s.CHECKED_ON].place}: a day and nobody who checked; not taken")
        if by and day is not None:
            who = f"{by}, {second}" if second else by
            value = {"who": who, "when": day.isoformat(), "how": how}
            says = f"{row.id}: checked by {who} on {day.isoformat()}"
            yield Change(row.id, _CHECK, value, says, row.place, file)

    def _read_day(self, file: str, row: ReturnedRow, column: str) -> date | None:
        text = row.text(column)
        found = self._day(text) if text else None
        if found is None:
            place = row.cells[column].place if column in row.cells else row.place
            said = f"{text!r} is no day; write it such as 25 November 2026" if text else f"{column} is empty"
            self.problems.append(f"{file}, {place}: {said}; {row.id} was not taken as checked or settled")
        return found

    # ---- Decisions -------------------------------------------------------------------------------

    def _decision(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        what, by = row.text(s.DECISION), row.text(s.DECIDED_BY)
        if not what:
            if by or row.text(s.DECIDED_ON):
                self.problems.append(f"{file}, {row.place}: nothing stands under {s.DECISION}; {row.id} was not taken")
            return
        day = self._read_day(file, row, s.DECIDED_ON)
        names = [name.strip() for name in row.text(s.ENTRIES).split(",") if name.strip()]
        unknown = [name for name in names if name not in self.guidance.by_id]
        area = row.text(s.FOR_AREA).casefold() or Area.BOTH.value
        if not by:
            self.problems.append(f"{file}, {row.place}: nobody stands under {s.DECIDED_BY}; {row.id} was not taken")
        if unknown:
            self.problems.append(f"{file}, {row.cells[s.ENTRIES].place}: {', '.join(unknown)} is no id; not taken")
        if area not in s.AREAS:
            self.problems.append(f"{file}, {row.cells[s.FOR_AREA].place}: {area} is neither kent, medway nor both")
        if not by or unknown or area not in s.AREAS or day is None:
            return
        decision = Decision(
            who=by,
            when=day.isoformat(),
            what=self._option(row.id, what),
            area=Area(area),
            entries={name: self.guidance.hash_of(name) for name in names},
        )
        says = f"{row.id}: decided for {area}: {decision.what}"
        value = msgspec.to_builtins(decision)
        yield Change(row.id, f"decisions {area}", value, says, row.cells[s.DECISION].place, file)

    def _option(self, name: str, what: str) -> str:
        """An option by its number, in its words."""
        options = self.guidance.by_id[name].options
        number = what.strip().rstrip(".")
        return options[int(number) - 1] if number in {str(n) for n in range(1, len(options) + 1)} else what

    # ---- What is added, said, signed ---------------------------------------------------------------

    def _addition(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        wanted = (s.ADDED_FOR, s.ADDED_KIND, s.VALUE, s.WHY, s.ADDED_BY)
        missing = [name for name in wanted if not row.text(name)]
        day = self._read_day(file, row, s.ADDED_ON)
        area = row.text(s.ADDED_AREA).casefold() or Area.BOTH.value
        kind = row.text(s.ADDED_KIND).casefold()
        if missing:
            self.problems.append(f"{file}, {row.place}: {', '.join(missing)} is empty; nothing was added")
        elif kind not in s.KINDS or area not in s.AREAS:
            self.problems.append(f"{file}, {row.place}: {kind} or {area} is not known here; nothing was added")
        elif self._wrong(PointKind(kind), row.text(s.VALUE)):
            wrong = self._wrong(PointKind(kind), row.text(s.VALUE))
            self.problems.append(f"{file}, {row.cells[s.VALUE].place}: {wrong}; nothing was added")
        elif day is not None:
            name = self._next_contact()
            source = {"added": {"by": row.text(s.ADDED_BY), "on": day.isoformat(), "why": row.text(s.WHY)}}
            point = {"id": f"{name}.{kind}", "kind": kind, "source": source, "value": row.text(s.VALUE)}
            entry = {
                **{"id": name, "source": source, "name": row.text(s.ADDED_FOR), "area": area, "use": row.text(s.WHY)},
                "points": [point],
            }
            says = f"{name}: added, {row.text(s.ADDED_FOR)}: {row.text(s.VALUE)}"
            yield Change(name, "contacts", entry, says, row.place, file, adds=True)

    def _next_contact(self) -> str:
        self._new += 1
        numbers = [int(contact.id[1:]) for contact in self.guidance.contacts if contact.id[1:].isdecimal()]
        return f"C{max(numbers, default=0) + self._new:02}"

    def _comment(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        if row.text(s.COMMENT):
            by = row.text(s.COMMENT_BY)
            about = row.id if row.id in self.guidance.by_id else f"{row.id or 'no id'} (not an id of content)"
            self.comments.append(f"{about}: {row.text(s.COMMENT)}{f' ({by})' if by else ''} [{file}, {row.place}]")
        yield from ()

    def _sign_off(self, file: str, row: ReturnedRow) -> Iterator[Change]:
        outcome, by = row.text(s.OUTCOME), row.text(s.SIGNED_BY)
        if outcome or by:
            day = self._read_day(file, row, s.SIGNED_ON)
            if outcome and by and day is not None:
                self.answered.append(row.id)
                self._signed[row.id] = (outcome, by, day.isoformat(), row.text(s.MINUTE))
            elif day is not None:
                self.problems.append(f"{file}, {row.place}: a sign-off needs an outcome and a name; not taken")
        yield from ()

    def review(self) -> Iterator[Change]:
        """A review is recorded once every partner has signed off with one outcome."""
        waiting = [partner.name for partner in self.edition.partnerships if partner.id not in self._signed]
        if not self._signed:
            return
        if waiting:
            self.problems.append(f"No review is recorded yet: {', '.join(waiting)} has not signed off")
            return
        outcomes = {signed[0] for signed in self._signed.values()}
        if len(outcomes) > 1:
            self.problems.append(
                f"No review is recorded: partners name different outcomes: {'; '.join(sorted(outcomes))}"
            )
            return
        days = [signed[2] for signed in self._signed.values()]
        minutes = "; ".join(dict.fromkeys(signed[3] for signed in self._signed.values() if signed[3]))
        by = " and ".join(partner.id.upper() for partner in self.edition.partnerships)
        review = Reviewed(on=max(days), by=by, outcome=outcomes.pop(), minute=minutes)
        value = msgspec.to_builtins(review)
        if self.edition.reviewed != review:
            yield Change(
                "hsbdocs.yaml", "reviewed", value, f"Reviewed on {review.on}: {review.outcome}", "Sign-off", ""
            )
