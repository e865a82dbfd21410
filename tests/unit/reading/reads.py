"""What comes of a sheet, in short words."""

from __future__ import annotations

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form
from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Transcript
from hsbdocs.reading import read_forms
from tests.support.said import where
from tests.unit.reading.sheets import RELEASED, SMALL, Sheet


def outcome(what: Sheet | Transcript, *releases: Form) -> Record | Finding:
    """A record, or the finding that says why there is none."""
    (found,) = outcomes(what, *releases)
    return found


def outcomes(what: Sheet | Transcript, *releases: Form) -> list[Record | Finding]:
    """What comes of each form in the transcript."""
    return read_forms(what.transcript() if isinstance(what, Sheet) else what, releases or (RELEASED, SMALL))


def record(what: Sheet | Transcript) -> Record:
    """The record; fails where there is none."""
    found = outcome(what)
    assert isinstance(found, Record), f"not read: {found}"
    return found


def codes(found: Record, key: str = "") -> list[str]:
    """The codes of the findings, of one row if asked, sorted."""
    wanted = f"row {key}" if key else ""
    return sorted(finding.code.value for finding in found.findings if not wanted or where(finding.location) == wanted)


def has(found: Record, code: Code, location: str | None = None) -> bool:
    """True where the finding is there (at this location)."""
    return any(f.code is code and (location is None or where(f.location) == location) for f in found.findings)


def everything(found: Record) -> str:
    """All text that a reader of the record gets to see."""
    answers = [str(value) for value in found.answers.values() if value is not None]
    return "\n".join([*answers, *found.as_written.values(), *(entry.text for entry in found.unplaced)])
