"""What partners ask for in their workbooks: each change with its place, and those on which they do not agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Guidance
from hsbdocs.review import sheets as s
from hsbdocs.review import values
from hsbdocs.review.change import CHECK, Asking, Change, Helps, Sheet
from hsbdocs.review.returned import Returned, ReturnedRow
from hsbdocs.review.settled import Additions, Signing, decision

#: Sheets to which people add rows.
_GROWING = (s.ADDITIONS, s.COMMENTS)


class Proposals(msgspec.Struct, frozen=True):
    """What comes of workbooks: changes that nobody contradicts, conflicts side by side, problems, comments."""

    changes: tuple[Change, ...]
    conflicts: tuple[tuple[Change, ...], ...]
    problems: tuple[str, ...]
    comments: tuple[str, ...]


def proposals(books: Iterable[Returned], guidance: Guidance, edition: Edition, helps: Helps) -> Proposals:
    """Everything that returned workbooks ask for."""
    asking = Asking(guidance, edition, helps)
    reader = _Reader(asking)
    asked: list[Change] = []
    for book in books:
        asking.problems += book.problems
        for row in book.rows:
            asked += reader.row(book, row)
    asked += reader.signing.changes()
    changes, conflicts = _merged(asked)
    return Proposals(changes, conflicts, tuple(asking.problems), tuple(asking.comments))


def _merged(asked: Iterable[Change]) -> tuple[tuple[Change, ...], tuple[tuple[Change, ...], ...]]:
    """The same thing asked twice is asked once; where two ask for different things, nothing is chosen.

    Nor is anything of an entry taken as checked on whose value partners do not agree.
    """
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in asked:
        groups.setdefault((change.id, change.key), []).append(change)
    conflicts = {at: group for at, group in groups.items() if _contradict(group)}
    torn = {name for name, _ in conflicts}
    changes = []
    for at, group in groups.items():
        if at[1] == CHECK and at[0] not in torn:
            changes.append(max(group, key=_when))
        elif at[1] != CHECK and at not in conflicts:
            changes.append(group[0])
    return tuple(changes), tuple(tuple(group) for group in conflicts.values())


def _contradict(group: Sequence[Change]) -> bool:
    """True where changes of one thing cannot all be made: checks and additions go side by side."""
    return group[0].key != CHECK and not group[0].adds and _differ(group)


def _differ(group: Iterable[Change]) -> bool:
    return len({_compared(change) for change in group}) > 1


def _compared(change: Change) -> bytes:
    """What makes two of a kind the same: of decisions what was decided, not who wrote it down."""
    value = (
        change.value["what"] if change.key.startswith("decisions") and isinstance(change.value, dict) else change.value
    )
    return msgspec.json.encode(value)


def _when(change: Change) -> str:
    return str(change.value["when"]) if isinstance(change.value, dict) else ""


class _Reader:
    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self.signing = Signing(asking)
        self._known = {
            table.name: {row[0] for row in table.rows} for table in s.tables(asking.guidance, asking.edition)
        }
        self._of_sheet: Mapping[str, Callable[[Sheet, Asking], Iterator[Change]]] = {
            s.CONTACTS: values.contact,
            s.LINKS: values.link,
            s.LAW: values.law,
            s.DECISIONS: decision,
            s.ADDITIONS: Additions().row,
            s.COMMENTS: _comment,
            s.SIGN_OFF: self.signing.row,
        }

    def row(self, book: Returned, row: ReturnedRow) -> list[Change]:
        """What a row asks for. One with a cell that cannot be taken asks for nothing, and is said."""
        columns = {column.name for column in s.columns_of(row.sheet) if column.open}
        wrong = [cell for name, cell in row.cells.items() if name in columns and cell.doubt]
        for cell in wrong:
            self._asking.refuse(book.file, cell.place, f"{cell.doubt}; the row was not taken")
        if wrong or not self._is_known(book, row):
            return []
        sheet = Sheet(book, row)
        if sheet.touched(s.REMARK) and row.text(s.REMARK):
            self._asking.comments.append(f"{row.id}: {row.text(s.REMARK)} [{book.file}, {row.place}]")
        return list(self._of_sheet[row.sheet](sheet, self._asking))

    def _is_known(self, book: Returned, row: ReturnedRow) -> bool:
        if row.sheet in _GROWING or row.id in self._known[row.sheet]:
            return True
        if row.sheet == s.DECISIONS and row.id in self._asking.guidance.by_id:
            return True  # decided since the workbook went out
        said = f"{row.id} is no id of this sheet" if row.id else "a row without an id"
        self._asking.refuse(book.file, row.place, f"{said}; what the guidance lacks goes into the sheet {s.ADDITIONS}")
        return False


def _comment(row: Sheet, asking: Asking) -> Iterator[Change]:
    cells = row.row
    if cells.text(s.COMMENT):
        by = f" ({cells.text(s.COMMENT_BY)})" if cells.text(s.COMMENT_BY) else ""
        about = cells.id if cells.id in asking.guidance.by_id else f"{cells.id or 'no id'} (not an id of content)"
        asking.comments.append(f"{about}: {cells.text(s.COMMENT)}{by} [{row.file}, {cells.place}]")
    return iter(())
