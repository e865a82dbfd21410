"""The register as sheets to write: our cells from what is kept, people's beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from hsbdocs.model.cell import Cell
from hsbdocs.model.finding import Severity
from hsbdocs.model.form import FormKey
from hsbdocs.model.register import (
    ORGANISATION_COLUMNS,
    OURS,
    PEOPLES,
    Column,
    Kept,
    Said,
    Sheet,
    SheetState,
    as_one,
)
from hsbdocs.model.report import ReportWords
from hsbdocs.register.came_in import CameIn, beside_rows

Cells = dict[str, Cell]
#: Gives all forms, anew each time.
Forms = Callable[[], Iterable[Kept]]

_WIDTHS = {
    Column.REFERENCE: 14, Column.FORM: 18, Column.VERSION: 12, Column.RECEIVED: 14, Column.DATE: 14,
    Column.ORGANISATION: 26, Column.ROLE: 22, Column.STATUS: 30, Column.FILLED: 11, Column.MISSING: 12,
    Column.EXPLAIN: 12, Column.CONSIDER: 12, Column.RING_TODAY: 10, Column.SPOKE_TO: 22, Column.NOTE: 50,
    "Row": 24, "Kind": 22, "Why": 70, "Forms": 10,
    "Organisation": 30, "Lead": 24, "Deputy": 24, "Telephone": 20, "Secure address": 36,
}  # fmt: skip


class SheetView(msgspec.Struct, frozen=True):
    """A sheet: its columns, widths, and notes on heads; ``rows`` gives its rows in order, made anew each time.

    Each row has its key, empty for people's own: a register of thousands of rows is never held as a whole.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterable[tuple[str, Cells]]]
    widths: Mapping[str, int]
    notes: Mapping[str, str]

    def written(self, ours: Sequence[str], state: SheetState) -> SheetState:
        """The state that this sheet leaves, of the ``state`` that it was made from: what may stand in a copy of it."""
        texts: dict[str, tuple[str, ...]] = {}
        peoples: list[tuple[str, Cells]] = []
        for key, cells in self.rows():
            if not key:
                peoples.append((key, cells))
                continue
            now = as_one(cells[name].text if name in cells else "" for name in ours)
            texts[key] = tuple(dict.fromkeys([now, *state.texts.get(key, ())[:1]]))
            peoples.append((key, {name: kept for name, cell in cells.items() if (kept := _peoples(name, cell, ours))}))
        return SheetState(self.columns, tuple(peoples), texts)


def _peoples(name: str, cell: Cell, ours: Sequence[str]) -> Cell | None:
    """What of a cell people wrote: of one of ours its note and colour."""
    mark = Cell(note=cell.note, fill=cell.fill) if name in ours else cell
    return None if mark.is_empty else mark


def register_sheet(
    form: Callable[[str], Kept], state: SheetState, words: ReportWords, reached: Callable[[Kept], str]
) -> SheetView:
    """The sheet Register: a row for each form, and people's own rows where they stand.

    ``form`` gives a form by its reference, ``reached`` what says that somebody was reached about it.
    """
    columns = state.columns or (*OURS, *PEOPLES)

    def rows() -> Iterator[tuple[str, Cells]]:
        yield from ((key, _row(form(key), cells, words, reached) if key else cells) for key, cells in state.rows)

    notes = {Column.RECEIVED: words.register.received, **words.register.heads}
    return SheetView(Sheet.REGISTER, columns, rows, _WIDTHS, notes)


def _row(kept: Kept, peoples: Cells, words: ReportWords, reached: Callable[[Kept], str]) -> Cells:
    entry = kept.entry
    ours = {
        Column.REFERENCE: Cell(value=kept.reference),
        Column.FORM: _said(entry.form),
        Column.VERSION: _said(entry.version),
        Column.RECEIVED: Cell(date=kept.received),
        Column.DATE: Cell(date=entry.date),
        Column.ORGANISATION: _said(entry.organisation),
        Column.ROLE: _said(entry.role),
        Column.STATUS: Cell(value=words.of(entry.standing)),
        Column.FILLED: _said(entry.filled),
        Column.MISSING: _said(entry.count(Severity.ERROR)),
        Column.EXPLAIN: _said(entry.count(Severity.WARNING)),
        Column.CONSIDER: _said(entry.count(Severity.ADVICE)),
        Column.RING_TODAY: Cell(value=words.register.ring if entry.ring_today and not reached(kept) else None),
    }
    marked = {name: _with_mark(cell, peoples.get(name)) for name, cell in ours.items()}
    return {**peoples, **{str(name): cell for name, cell in marked.items() if not cell.is_empty}}


def _said(value: str | int) -> Cell:
    """A text or a count; nothing for none."""
    return Cell(value=value or None)


def to_ring_sheet(forms: Sequence[Kept], organisations: SheetState, words: ReportWords) -> SheetView:
    """Whom to ring, a line each in the order of ``forms``, to take to the telephone."""
    said = words.register
    columns = ("Reference", "Organisation", "Lead", "Telephone", said.reason, said.since, "Rung", "Spoke to")
    peoples = dict(organisations.rows)
    rows = [
        (
            kept.reference,
            {
                **{name: cell for name, cell in peoples.get(kept.entry.organisation, {}).items() if name in columns},
                **_texts(columns[:2], (kept.reference, kept.entry.organisation)),
                said.reason: Cell(value=", ".join(kept.entry.reasons)),
                said.since: Cell(date=kept.received),
            },
        )
        for kept in forms
    ]
    return SheetView(said.to_ring, columns, lambda: rows, _WIDTHS, {})


def _with_mark(cell: Cell, mark: Cell | None) -> Cell:
    return cell if mark is None else msgspec.structs.replace(cell, note=mark.note, fill=mark.fill)


def findings_sheet(forms: Forms, came: Sequence[CameIn], words: ReportWords) -> SheetView:
    """The sheet Findings: what each form is to be asked about, in the catalogue's words to the sender.

    ``Since`` says where an addendum that ``came`` now holds something, never that it answers anything; and who wrote a
    value down for one that could not be read.
    """
    columns = ("Reference", "Row", "Kind", "Note", words.register.since)
    beside = beside_rows(came)

    def rows() -> Iterator[tuple[str, Cells]]:
        for kept in forms():
            for said in kept.entry.said if kept.entry.form else ():
                since = _since(kept, said, beside, words)
                yield "", _texts(columns, (kept.reference, said.row, words.of(said.kind), said.note, since))

    return SheetView(Sheet.FINDINGS, columns, rows, {**_WIDTHS, "Note": 90, words.register.since: 76}, {})


def _since(kept: Kept, said: Said, beside: Mapping[tuple[str, str], Sequence[CameIn]], words: ReportWords) -> str:
    found = dict.fromkeys(each for key in said.keys for each in beside.get((kept.reference, key), ()))
    lines = [
        words.since_written.format(
            found=each.reference,
            day=f"{date.fromisoformat(each.received):%d/%m/%Y}",
            unsigned=words.unsigned if each.unsigned else "",
        )
        for each in found
    ]
    return "; ".join(filter(None, [*lines, said.corrected]))


def not_read_sheet(forms: Forms) -> SheetView:
    """The sheet Not read: why."""
    columns = ("Reference", "Why")

    def rows() -> Iterator[tuple[str, Cells]]:
        not_read = (kept for kept in forms() if not kept.entry.form)
        yield from (("", _texts(columns, (kept.reference, kept.entry.why))) for kept in not_read)

    return SheetView(Sheet.NOT_READ, columns, rows, _WIDTHS, {})


def versions_sheet(forms: Forms, accept_until: Mapping[FormKey, date]) -> SheetView:
    """The sheet Versions: how many forms of each version came in, and until which date on the form one is accepted."""
    columns = ("Form", "Version", "Forms", "Accepted until", "Dated later or without a date")
    until = {form: day.isoformat() for form, day in accept_until.items()}
    counts: Counter[FormKey] = Counter()
    later: Counter[FormKey] = Counter()
    for entry in (kept.entry for kept in forms() if kept.entry.form):
        form = FormKey(entry.form, entry.version)
        counts[form] += 1
        later[form] += form in until and not "" < entry.date <= until[form]
    rows = [("", _version(form, counts[form], until.get(form, ""), later[form])) for form in sorted(counts, key=_name)]
    return SheetView(Sheet.VERSIONS, columns, lambda: rows, _WIDTHS, {})


def _version(form: FormKey, count: int, until: str, later: int) -> Cells:
    cells = {
        "Form": Cell(value=form.id),
        "Version": Cell(value=form.version),
        "Forms": Cell(value=count),
        "Accepted until": Cell(date=until),
        "Dated later or without a date": Cell(value=later or None),
    }
    return {name: cell for name, cell in cells.items() if not cell.is_empty}


def _name(form: FormKey) -> tuple[str, str]:
    return form.id, form.version


def organisations_sheet(days: Mapping[str, Sequence[str]], state: SheetState, words: ReportWords) -> SheetView:
    """The sheet Organisations: people's list, with what is open of each, the oldest first; no rates, no averages.

    ``days`` are those on which each form came that is open, by organisation.
    """
    register = words.register
    rows = list(_of_organisations(days, state, words))
    last = "9999"
    rows.sort(key=lambda row: row[1][register.oldest].date if register.oldest in row[1] else last)
    columns = state.columns or (*ORGANISATION_COLUMNS, *organisation_ours(words))
    return SheetView(Sheet.ORGANISATIONS, columns, lambda: rows, {**_WIDTHS, register.about_counts: 60}, {})


def _of_organisations(
    days: Mapping[str, Sequence[str]], state: SheetState, words: ReportWords
) -> Iterator[tuple[str, Cells]]:
    """People's own rows, each organisation of the list with what is open of it, and one row for all others."""
    not_listed = words.register.not_listed
    for key, peoples in state.rows:
        if key != not_listed:
            yield key, {**peoples, **_open(days.get(key, []) if key else [], words)}
    listed = dict(state.rows)
    unlisted = [day for name, found in days.items() if name not in listed for day in found]
    if unlisted:
        yield not_listed, {"Organisation": Cell(value=not_listed), **_open(unlisted, words)}


def organisation_ours(words: ReportWords) -> tuple[str, ...]:
    """Our columns of the sheet Organisations; the last one's heading says what the counts are."""
    return words.register.open, words.register.oldest, words.register.about_counts


def _open(days: Sequence[str], words: ReportWords) -> Cells:
    if not days:
        return {}
    return {words.register.open: Cell(value=len(days)), words.register.oldest: Cell(date=min(days))}


def _texts(columns: Sequence[str], values: Sequence[str]) -> Cells:
    return {name: Cell(value=value) for name, value in zip(columns, values, strict=False) if value}


def organisations(state: SheetState) -> Iterator[tuple[str, Cells]]:
    """The team's own list: each organisation with what people wrote of it."""
    yield from ((key, cells) for key, cells in state.rows if key)
