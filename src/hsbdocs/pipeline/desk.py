"""What the team's folder lets a report say of the forms that it keeps."""

from __future__ import annotations

from datetime import date

from hsbdocs.model.calendar import in_words
from hsbdocs.model.finding import Statement
from hsbdocs.model.register import Column, Sheet
from hsbdocs.pipeline.cells import Row, day_in, text_in
from hsbdocs.pipeline.corrected import in_report
from hsbdocs.pipeline.keep import Keeper
from hsbdocs.pipeline.keep import Waiting as KeptWaiting
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.register.came_in import Match
from hsbdocs.register.came_in import in_words as came_in_words
from hsbdocs.report.folder import Folder, Known, Overdue, Waiting


class Desk:
    """The folder as the team works with it: ``folder`` is what waits there, what was rung about, and whom they ring."""

    def __init__(self, keeper: Keeper, parser: Parser) -> None:
        self._keeper, self._parser = keeper, parser
        self.folder = Folder(
            waiting=tuple(self._waits(each) for each in keeper.waiting),
            overdue=tuple(self._overdue()),
            closed=frozenset(keeper.closed()),
            telephone=keeper.telephone,
            listed=keeper.is_listed,
            came_in=self._came_in,
        )

    def corrected(self, read: Read) -> Read:
        """A form with what people wrote down for answers that could not be read."""
        return self._keeper.corrected(read)

    def said_of(self, read: Read) -> tuple[Statement, ...]:
        """What the report says of a form: what people wrote a value down for is told, and asked no more."""
        return in_report(read)

    def keep(self, read: Read) -> Known | None:
        """Keep a form, or a file not read; how it stands there, or that it was forgotten. None for a training copy."""
        kept = self._keeper.add(read)
        if kept is None:
            forgotten = self._keeper.forgotten_as(read)
            return (
                None
                if not forgotten
                else Known(reference=self._parser.words.forgotten.format(reference=forgotten), days=0)
            )
        days = (self._parser.today - date.fromisoformat(kept.received)).days
        written, reached = self._keeper.under_rung(kept), self._keeper.reached(kept)
        return Known(reference=kept.reference, days=days, rung=reached, again="" if reached else written)

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
        found = []
        for key, cells in self._keeper.states[Sheet.REGISTER].rows:
            if not _is_waited_for(cells):
                continue
            day = day_in(cells, Column.DUE)
            text = "" if day else text_in(cells, Column.DUE)
            if text or day < self._parser.today.isoformat():
                reference = key or text_in(cells, Column.REFERENCE)
                name = self._keeper.organisation_of(key)
                lead = self._keeper.telephone(name)
                shown = in_words(day)
                found.append((day, Overdue(reference=reference, organisation=name, lead=lead, day=shown, text=text)))
        return [each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].reference))]


#: What ends the waiting for an answer.
_DONE = (Column.ANSWER_RECEIVED, Column.CLOSED)


def _is_waited_for(cells: Row) -> bool:
    """Whether people set a day, and neither an answer nor an end is written."""
    return bool(text_in(cells, Column.DUE)) and not any(text_in(cells, each) for each in _DONE)
