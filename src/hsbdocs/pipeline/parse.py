"""``parse``: returned files to lines, one form after another."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from hsbdocs.content.locate import Roots
from hsbdocs.intake.arrivals import Skipped, arrivals
from hsbdocs.model.arrival import Arrival
from hsbdocs.model.finding import Finding, Statement
from hsbdocs.model.form import Form, FormKey
from hsbdocs.model.line import Line
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.report import ReportWords
from hsbdocs.model.settings import Changes
from hsbdocs.pipeline.batch import Batch
from hsbdocs.pipeline.packs import load_packs
from hsbdocs.pipeline.read import Read, read_file
from hsbdocs.store.records import coded


class Parser:
    """Reads files against the frozen releases and the catalogue of each pack, and against nothing else."""

    def __init__(
        self, roots: Roots, today: date | None = None, settings: Path | None = None, *, more: Sequence[Roots] = ()
    ) -> None:
        """Load releases, catalogues and settings. Raises AuthorError, SamePack, WrongSettings and OSError.

        ``roots`` is the first pack and gives the report's words; ``more`` are others. ``today`` goes before the
        settings' day; without both it is the day of the clock.
        """
        self.packs = load_packs((roots, *more), settings, today=today is None)
        self.today = today or self.packs[0].today or date.today()
        self._by_id = {pack.id: pack for pack in self.packs}
        self._key = secrets.token_bytes(32)

    @property
    def words(self) -> ReportWords:
        """What a report says besides its findings."""
        return self.packs[0].catalogue.ruleset.report

    @property
    def places(self) -> PlaceWords:
        """How a report says where something stands."""
        return self.packs[0].catalogue.ruleset.places

    @property
    def changes(self) -> Changes:
        """What the settings changed."""
        return self.packs[0].changes

    def parse(self, paths: Sequence[Path], skipped: Skipped | None = None) -> Iterator[Read]:
        """Each form in each file of ``paths``, folders included, in order, as it is read; one Read for a file unread.

        Together they are one batch. Folders that are ``skipped`` are passed over.
        """
        batch = Batch(self._by_id)
        for arrival in arrivals(paths, skipped):
            yield from map(batch.add, self.read_file(arrival))

    def read_file(self, arrival: Arrival) -> tuple[Read, ...]:
        """Every form in what arrived, whatever was read before it."""
        return read_file(arrival, self.packs, self.today, self._key)

    def form_of(self, line: Line) -> Form | None:
        """The form that a line names, as its pack released it; None for a file not read."""
        if line.form is None or not isinstance(line.pack, str):
            return None
        return self._by_id[line.pack].forms[FormKey(line.form.id, line.form.version)]

    def form_called(self, form_id: str, version: str) -> Form | None:
        """The form of this id and version, whichever pack released it."""
        wanted = FormKey(form_id, version)
        return next((pack.forms[wanted] for pack in self.packs if wanted in pack.forms), None)

    def say(self, finding: Finding, read: Read) -> Statement | None:
        """A finding about a form that was read, in words; None where it is turned off."""
        pack = self._by_id[str(read.line.pack)]
        return None if finding.code in pack.off else pack.catalogue.say(finding, self.form_of(read.line))

    def coded(self, line: Line) -> Line:
        """The line without what could name somebody."""
        return coded(line, self.form_of(line))
