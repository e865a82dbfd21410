"""Copies of a sheet that people wrote in, and what stood there before, to one: nothing that anybody wrote is lost.

Rows are known by a key (a form's reference, an organisation's name), wherever they stand. Of each cell, what was
changed since that copy was written counts; where two copies changed one cell otherwise, the newest stands and the other
is told and put into the row's notes. A row that somebody took out comes back; a column of people's own goes when the
newest copy has it no more. Rows without a key are people's own and are carried whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from hsbdocs.model.cell import Cell
from hsbdocs.model.register import SheetState, by_column

Row = dict[str, Cell]


class Copy(msgspec.Struct, frozen=True):
    """A copy of the sheet as it was found: its file's name, its columns and rows, and what stood there when written.

    ``sure``: that is known; else an empty cell or a missing column may be one that was never there, and takes nothing
    away.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    before: SheetState
    sure: bool = True


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What a sheet is: the column of its keys, our columns, people's columns that are always there, that of notes
    (empty where there is none).

    ``key_of`` gives the key that a written one means, None where it is none. ``own_lines`` stand in the column of keys
    in rows that are ours alone; ``ours_last``: people's columns stand before ours.
    """

    key: str
    ours: tuple[str, ...]
    peoples: tuple[str, ...]
    notes: str
    key_of: Callable[[str], str | None]
    own_lines: tuple[str, ...] = ()
    ours_last: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that are always there, in order."""
        return (*self.peoples, *self.ours) if self.ours_last else (*self.ours, *self.peoples)


class Merged(msgspec.Struct, frozen=True):
    """What came of it: the state from now on, and what somebody has to look at, in plain words."""

    state: SheetState
    told: tuple[str, ...] = ()


class _Found(msgspec.Struct, frozen=True):
    """A row of one key in one copy, and what stood there when that copy was written."""

    copy: str
    row: Row
    before: Row
    written: tuple[str, ...]
    sure: bool
    gone: frozenset[str]

    def changed(self, column: str) -> bool:
        """Whether people changed a cell since the copy was written; a column that is gone changed none."""
        if column in self.gone:
            return False
        cell = _cell(self.row, column)
        return cell != _cell(self.before, column) and (self.sure or not cell.is_empty)


def merge(kind: Kind, before: SheetState, copies: Sequence[Copy], keys: Collection[str]) -> Merged:
    """The state of a sheet after people wrote in ``copies``, the newest last; ``keys`` are all that there are now."""
    gathered = _Gathered(kind, before, dict.fromkeys(keys))
    for copy in copies:
        gathered.take(copy, newest=copy is copies[-1])
    told, found = gathered.told, gathered.found
    columns = _columns(kind, before, copies)
    base = _by_key(before)
    rows = [
        (key, own or _row(kind, key, columns, base.get(key, {}), found.get(key, []), told))
        for key, own in gathered.order.rows(copies)
    ]
    return Merged(SheetState(columns, tuple(rows), before.texts), tuple(dict.fromkeys(told)))


class _Gathered:
    """What stands in the copies: the rows of each key, all rows in order, and what somebody has to be told."""

    def __init__(self, kind: Kind, before: SheetState, keys: dict[str, None]) -> None:
        self._kind, self._keys = kind, keys
        self.told: list[str] = []
        self.order = _Order(before, keys)
        self.found: dict[str, list[_Found]] = {}

    def take(self, copy: Copy, *, newest: bool) -> None:
        """Everything in one copy."""
        gone = frozenset(name for name in self._kind.peoples if name not in copy.columns)
        self.told += [f"{copy.name}: the column {name} is gone. What stood in it comes back." for name in sorted(gone)]
        stood = _by_key(copy.before)
        for row in copy.rows:
            written = _cell(row, self._kind.key).text
            if written in self._kind.own_lines:
                continue
            key = self._kind.key_of(written) if written else None
            if key is None or key not in self._keys:
                self._own(copy, row, written, key, newest=newest)
            else:
                self.order.keyed(key, newest=newest)
                texts = copy.before.texts.get(key, ())
                each = _Found(copy.name, row, stood.get(key, {}), texts, copy.sure, gone)
                self.found.setdefault(key, []).append(each)

    def _own(self, copy: Copy, row: Row, written: str, key: str | None, *, newest: bool) -> None:
        """A row of people's own, or one whose key is none of this register."""
        self.order.own(copy, row, newest=newest)
        if row not in _own(copy.before.rows):
            self.told += _no_key(self._kind, copy, written, key)


def _by_key(state: SheetState) -> dict[str, Row]:
    return {key: cells for key, cells in state.rows if key}


def _own(rows: Iterable[tuple[str, Row]]) -> list[Row]:
    """Rows of people's own: those without a key."""
    return [cells for key, cells in rows if not key]


def _no_key(kind: Kind, copy: Copy, written: str, key: str | None) -> Iterator[str]:
    """A key that is none of this register: said, and never taken for the nearest one."""
    lengths = {len(each) for each, _ in copy.before.rows if each}
    signs = written.isupper() or any(sign.isdigit() for sign in written)
    slip = len(written) in lengths and " " not in written and signs
    if key is not None or slip:
        yield f"{copy.name}: {written} is no {kind.key} of this register; its row stays as somebody wrote it."


class _Order:
    """In which order rows stand: as in the newest copy, then as before, then what is new."""

    def __init__(self, before: SheetState, keys: dict[str, None]) -> None:
        self._before, self._keys = before, keys
        self._rows: list[tuple[str, Row]] = []
        self._seen: set[str] = set()
        self._others: list[Row] = []

    def keyed(self, key: str, *, newest: bool) -> None:
        """A row with a key was met."""
        if newest and key not in self._seen:
            self._seen.add(key)
            self._rows.append((key, {}))

    def own(self, copy: Copy, row: Row, *, newest: bool) -> None:
        """A row of people's own was met: in an older copy only what was added there since it was written counts."""
        if newest:
            self._rows.append(("", row))
        elif row not in _own(copy.before.rows) and row not in self._others:
            self._others.append(row)

    def rows(self, copies: Sequence[Copy]) -> Iterator[tuple[str, Row]]:
        """Each key, with no cells yet; each row of people's own, with its cells."""
        rows = self._rows if copies else [(key, {} if key else cells) for key, cells in self._before.rows]
        own = _own(rows)
        yield from ((key, cells) for key, cells in rows if not key or key in self._keys)
        yield from (("", row) for row in self._others if row not in own)
        yield from ((key, {}) for key in self._without_row({key for key, _ in rows}))

    def _without_row(self, seen: set[str]) -> list[str]:
        """The keys that are in no row of the newest copy: those that had one before, then those that are new."""
        stood = [key for key, _ in self._before.rows if key and key in self._keys and key not in seen]
        stand = {*seen, *stood}
        return [*stood, *(key for key in self._keys if key not in stand)]


def _columns(kind: Kind, before: SheetState, copies: Sequence[Copy]) -> tuple[str, ...]:
    """As they stand in the newest copy; what must be there and is not, behind the one that it stood behind."""
    columns = list(dict.fromkeys(copies[-1].columns if copies else before.columns))
    for copy in copies[:-1]:
        columns += [name for name in copy.columns if name not in columns and name not in copy.before.columns]
    if copies and not copies[-1].sure:
        _put_back(columns, before.columns)
    _put_back(columns, kind.columns)
    return tuple(columns)


def _put_back(columns: list[str], wanted: Sequence[str]) -> None:
    for number, name in enumerate(wanted):
        if name not in columns:
            behind = next((each for each in reversed(wanted[:number]) if each in columns), None)
            columns.insert(0 if behind is None else columns.index(behind) + 1, name)


def _row(kind: Kind, key: str, columns: Sequence[str], base: Row, found: Sequence[_Found], told: list[str]) -> Row:
    """The cells of a row that people wrote."""
    cells: Row = {}
    notes: list[str] = []
    for column in columns:
        if column in kind.ours:
            kept = _marks(column, base, found)
            notes += _typed_over(kind, column, found)
        else:
            kept, differing = _peoples(column, base, found)
            for name, said in differing:
                told.append(f'{key}: {column} is "{kept.text}" now, and "{said}" in {name}.')
                notes.append(f'{column} in {name}: "{said}"')
        if not kept.is_empty:
            cells[column] = kept
    return _noted(kind, cells, notes)


def _peoples(column: str, base: Row, found: Sequence[_Found]) -> tuple[Cell, list[tuple[str, str]]]:
    """A cell of people's: what they changed, else what was there; and what other copies say, with their names."""
    changed = [(each.copy, _cell(each.row, column)) for each in found if each.changed(column)]
    if not changed:
        return _cell(base, column), []
    *others, (_, stands) = changed
    return stands, [(name, cell.text) for name, cell in others if cell.text and cell.text != stands.text]


def _marks(column: str, base: Row, found: Sequence[_Found]) -> Cell:
    """People's note and colour on a cell of ours."""
    marks = [(_mark(_cell(each.row, column)), _mark(_cell(each.before, column))) for each in found]
    return next((now for now, was in reversed(marks) if now != was), _mark(_cell(base, column)))


def _typed_over(kind: Kind, column: str, found: Sequence[_Found]) -> Iterator[str]:
    """What people typed over a cell of ours: it goes to the notes, and ours comes back."""
    for each in found:
        typed = _cell(each.row, column).text
        written = [by_column(text, kind.ours).get(column, "") for text in each.written] if typed else []
        if column != kind.key and written and typed not in written:
            yield f'{column}, typed over: "{typed}"'


def _noted(kind: Kind, cells: Row, notes: Sequence[str]) -> Row:
    """The notes of the row, each once, behind what people wrote there."""
    if not kind.notes:
        return cells
    cell = _cell(cells, kind.notes)
    new = [note for note in dict.fromkeys(notes) if note not in cell.text]
    if new:
        said = "; ".join([*([cell.text] if cell.text else []), *new])
        cells[kind.notes] = Cell(value=said, note=cell.note, fill=cell.fill)
    return cells


def _cell(row: Row, column: str) -> Cell:
    return row.get(column, Cell())


def _mark(cell: Cell) -> Cell:
    return Cell(note=cell.note, fill=cell.fill)
