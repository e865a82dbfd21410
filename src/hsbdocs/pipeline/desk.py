"""What the team's folder lets a report say of the forms that it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hsbdocs.model.calendar import in_words
from hsbdocs.model.cell import Cell
from hsbdocs.model.register import Column, Sheet
from hsbdocs.pipeline.keep import Keeper
from hsbdocs.pipeline.keep import Waiting as KeptWaiting
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.reading import read_date
from hsbdocs.register.came_in import Match
from hsbdocs.register.came_in import in_words as came_in_words
from hsbdocs.report.folder import Folder, Known, Overdue, Waiting


class Desk:
    """The folder as the team works with it: ``folder`` is what waits there, what was rung about, and whom they ring."""

    def __init__(self, keeper: Keeper, parser: Parser) -> None:
        self._keeper, self._parser = keeper, parser
        rows = keeper.states[Sheet.REGISTER].rows
        self.folder = Folder(
            waiting=tuple(self._waits(each) for each in keeper.waiting),
            overdue=tuple(self._overdue()),
            rung={key: cells[Column.RUNG].text for key, cells in rows if Column.RUNG in cells},
            telephone=keeper.telephone,
            listed=keeper.is_listed,
            came_in=self._came_in,
        )

    def corrected(self, read: Read) -> Read:
        """A form with what people wrote down for answers that could not be read."""
        return self._keeper.corrected(read)

    def keep(self, read: Read) -> Known | None:
        """Keep a form, or a file not read; how it stands there. None for a training copy or a forgotten one."""
        kept = self._keeper.add(read)
        if kept is None:
            return None
        return Known(reference=kept.reference, days=(self._parser.today - date.fromisoformat(kept.received)).days)

    def _came_in(self) -> tuple[str, ...]:
        """What came in about forms, until people write that an answer came or that it is closed."""
        settled = self._keeper.settled()
        waiting = [
            found
            for found in self._keeper.came_in()
            if found.reference not in settled and not (found.match is Match.BESIDE and found.about[0] in settled)
        ]
        return tuple(came_in_words(found, self._parser.words) for found in waiting)

    def _waits(self, each: KeptWaiting) -> Waiting:
        entry = each.kept.entry
        form = self._parser.form_called(entry.form, entry.version)
        return Waiting(
            reference=each.kept.reference,
            days=each.days,
            what=entry.why if form is None else form.title,
            organisation=entry.organisation,
            read=form is not None,
            why=", ".join(entry.reasons),
            lead=self._keeper.telephone(entry.organisation),
            closed=each.closed,
        )

    def _overdue(self) -> list[Overdue]:
        """Rows whose day under Due has passed and under which no answer and no end is written, the oldest first."""
        organisations = {kept.reference: kept.entry.organisation for kept in self._keeper.forms()}
        found = []
        for key, cells in self._keeper.states[Sheet.REGISTER].rows:
            if not _is_waited_for(cells):
                continue
            day, text = _day(cells[Column.DUE])
            if text or day < self._parser.today.isoformat():
                reference = key or cells.get(Column.REFERENCE, Cell()).text
                name = organisations.get(key, "")
                lead = self._keeper.telephone(name)
                shown = in_words(day)
                found.append((day, Overdue(reference=reference, organisation=name, lead=lead, day=shown, text=text)))
        return [each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].reference))]


#: What ends the waiting for an answer.
_DONE = (Column.ANSWER_RECEIVED, Column.CLOSED)


def _is_waited_for(cells: Mapping[str, Cell]) -> bool:
    """Whether people set a day, and neither an answer nor an end is written."""
    return _says(cells, Column.DUE) and not any(_says(cells, each) for each in _DONE)


def _says(cells: Mapping[str, Cell], column: Column) -> bool:
    return column in cells and bool(cells[column].text)


def _day(cell: Cell) -> tuple[str, str]:
    """The day of a cell (ISO 8601), or its text where that is none."""
    if cell.date:
        return cell.date[:10], ""
    found = read_date(cell.text)
    return ("", cell.text) if found.value is None else (found.value.isoformat(), "")
