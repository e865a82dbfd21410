"""What the team's folder lets a report say of the forms that it keeps."""

from __future__ import annotations

from datetime import date

from hsbdocs.model.register import Column, Sheet
from hsbdocs.pipeline.keep import Keeper
from hsbdocs.pipeline.keep import Waiting as KeptWaiting
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.report.folder import Folder, Known, Waiting


class Desk:
    """The folder as the team works with it: ``folder`` is what waits there, what was rung about, and whom they ring."""

    def __init__(self, keeper: Keeper, parser: Parser) -> None:
        self._keeper, self._parser = keeper, parser
        rows = keeper.states[Sheet.REGISTER].rows
        self.folder = Folder(
            waiting=tuple(_waits(each, parser) for each in keeper.waiting),
            rung={key: cells[Column.RUNG].text for key, cells in rows if Column.RUNG in cells},
            telephone=keeper.telephone,
        )

    def keep(self, read: Read) -> Known:
        """Keep a form, or a file not read; how it stands there."""
        kept = self._keeper.add(read)
        return Known(reference=kept.reference, days=(self._parser.today - date.fromisoformat(kept.received)).days)


def _waits(each: KeptWaiting, parser: Parser) -> Waiting:
    entry = each.kept.entry
    form = parser.form_called(entry.form, entry.version)
    return Waiting(
        reference=each.kept.reference,
        days=each.days,
        what=entry.why if form is None else form.title,
        organisation=entry.organisation,
        read=form is not None,
    )
