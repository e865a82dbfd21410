"""``parse``: returned files to occurrences, and what is kept of them where that was asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from hsbdocs.content.catalogue import Catalogue, load_catalogue
from hsbdocs.content.locate import Roots
from hsbdocs.content.releases import load_releases
from hsbdocs.formats.package import LARGEST_UNPACKED
from hsbdocs.intake.arrivals import arrivals
from hsbdocs.intake.open import load, transcribe
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import Code, Finding, Severity
from hsbdocs.model.form import Form
from hsbdocs.model.occurrence import Occurrence, Status
from hsbdocs.model.record import Record
from hsbdocs.model.settings import Settings, changes_of
from hsbdocs.model.transcript import Transcript, Unreadable
from hsbdocs.pipeline.blanks import with_blanks
from hsbdocs.pipeline.settings import WrongSettings, load_settings
from hsbdocs.reading import read_forms
from hsbdocs.report.line import as_data, as_line
from hsbdocs.rules import Case, Earlier, apply_rules, guide_of
from hsbdocs.store.files import write_atomic
from hsbdocs.store.records import coded

_WHY = {
    Unreadable.DAMAGED: Code.FILE_01,
    Unreadable.ENCRYPTED: Code.FILE_02,
    Unreadable.OLD_BINARY: Code.FILE_03,
    Unreadable.WRONG_TYPE: Code.FILE_04,
    Unreadable.TOO_LARGE: Code.FILE_05,
    Unreadable.NOT_OPENED: Code.FILE_06,
}
_LIMIT_MB = LARGEST_UNPACKED // 2**20

#: The file that ``--out`` writes.
RECORDS = "records.jsonl"


class _Batch:
    """What one run remembers: findings that are said once, and the children seen, where that is asked for."""

    def __init__(self, *, earlier: bool) -> None:
        self.said: set[Code] = set()
        self.earlier = Earlier() if earlier else None


class Parser:
    """Reads files against the frozen releases and the catalogue of findings, and against nothing else."""

    def __init__(self, roots: Roots, today: date | None = None, settings: Path | None = None) -> None:
        """Load releases, catalogue and settings. Raises AuthorError, WrongSettings and OSError.

        ``today`` goes before the settings' day; without both it is the day of the clock.
        """
        released = load_releases(roots.content)
        catalogue = load_catalogue(roots.content)
        chosen = Settings() if settings is None else load_settings(settings, catalogue.entries)
        releases, problems = with_blanks(released, chosen.blanks)
        if settings is not None and problems:
            raise WrongSettings([Fault(settings.as_posix(), 0, f"blanks.{n + 1}", problem) for n, problem in problems])
        self.releases: tuple[Form, ...] = releases
        self._form_of = {form.key: form for form in releases}
        self.catalogue: Catalogue = catalogue.with_severity(chosen.severity)
        self.changes = changes_of(chosen, catalogue.entries.values(), today=today is None)
        self.today = today or chosen.today or date.today()
        self._guide = guide_of(catalogue.ruleset, chosen.months)
        self._off = self.changes.codes_off()

    def parse(self, paths: Sequence[Path], *, skip: Path | None = None) -> Iterator[Occurrence]:
        """One occurrence for each form in each file of ``paths``, folders included, in order; one for a file unread.

        Together they are one batch.
        """
        batch = self._batch()
        for path in arrivals(paths, skip=skip):
            data = load(path)
            if isinstance(data, Unreadable):
                yield self.unread(path, "", data)
            else:
                yield from self._read(path, data, batch)

    def read_all(self, path: Path, data: bytes) -> list[Occurrence]:
        """One file's bytes to its occurrences, one for each form in it, a batch by itself. ``path`` only names it."""
        return self._read(path, data, self._batch())

    def unread(self, path: Path, sha256: str, why: Unreadable) -> Occurrence:
        """The occurrence of a file that could not be read."""
        params: dict[str, str | int] = {"limit": _LIMIT_MB} if why is Unreadable.TOO_LARGE else {}
        return self._occurrence(path, sha256, None, [Finding(code=_WHY[why], params=params)])

    def line(self, occurrence: Occurrence) -> dict[str, Any]:
        """The occurrence as the contract's plain data."""
        return as_data(occurrence, self.catalogue.version, self.changes.as_data())

    def _batch(self) -> _Batch:
        return _Batch(earlier=Code.RECORD_03 not in self._off)

    def _read(self, path: Path, data: bytes, batch: _Batch) -> list[Occurrence]:
        sha256 = hashlib.sha256(data).hexdigest()
        transcript = transcribe(data, path)
        if isinstance(transcript, Unreadable):
            return [self.unread(path, sha256, transcript)]
        about = list(_about(transcript))
        occurrences = []
        for part, read in enumerate(read_forms(transcript, self.releases), 1):
            if isinstance(read, Finding):
                occurrences.append(self._occurrence(path, sha256, None, [read, *about], part))
                continue
            case = Case(
                record=read,
                form=self._form_of[read.form],
                today=self.today,
                guide=self._guide,
                file=path.stem,
                people=transcript.people,
                other_outcome=batch.earlier is not None and batch.earlier.another_outcome(read),
            )
            findings = self._once([*read.findings, *apply_rules(case), *about], batch)
            occurrences.append(self._occurrence(path, sha256, read, findings, part))
        return occurrences

    def _once(self, findings: Sequence[Finding], batch: _Batch) -> list[Finding]:
        """Without those that are said once a batch and have been said."""
        kept = []
        for finding in findings:
            if finding.code in batch.said:
                continue
            if self.catalogue.entries[finding.code].once:
                batch.said.add(finding.code)
            kept.append(finding)
        return kept

    def _occurrence(
        self, path: Path, sha256: str, record: Record | None, findings: Sequence[Finding], part: int = 1
    ) -> Occurrence:
        form = None if record is None else self._form_of[record.form]
        statements = tuple(self.catalogue.say(finding, form) for finding in findings if finding.code not in self._off)
        errors = any(statement.severity is Severity.ERROR for statement in statements)
        status = Status.UNREAD if record is None else Status.QUESTIONS if errors else Status.CLEAR
        return Occurrence(
            file=path.as_posix(),
            member=None,
            part=part,
            sha256=sha256,
            status=status,
            record=record,
            form=form,
            statements=statements,
        )


def _about(transcript: Transcript) -> Iterator[Finding]:
    """Findings about the file as a whole."""
    if transcript.macros:
        yield Finding(code=Code.FILE_07)
    if transcript.links:
        yield Finding(code=Code.FILE_08, params={"count": transcript.links})


def keep(parser: Parser, occurrences: Sequence[Occurrence], folder: Path, *, full: bool) -> Path:
    """Write the occurrences to ``folder``/records.jsonl, in place of an earlier run's; raises OSError.

    Without ``full`` only coded values and findings are kept.
    """
    lines = []
    for occurrence in occurrences:
        data = parser.line(occurrence)
        lines.append(as_line(data if full else coded(data, occurrence.form)))
    path = folder / RECORDS
    write_atomic(path, "".join(f"{line}\n" for line in lines).encode("ascii"))
    return path
