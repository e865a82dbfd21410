"""The catalogue of findings as ``parse`` loads it: one JSON file made from content, with what else rules need."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from hsbdocs.model import doubt as doubts
from hsbdocs.model import location as places
from hsbdocs.model.calendar import month_end, month_start
from hsbdocs.model.content import Content
from hsbdocs.model.doubt import Doubt
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import OF_READING, SERIOUS, THE_FORM, CatalogueEntry, Code, Finding, Severity, Statement
from hsbdocs.model.form import Form
from hsbdocs.model.location import Location, Part, Where
from hsbdocs.model.ruleset import HouseOfNotes, Ruleset


class Catalogue:
    """Says findings: code to severity, sentence, hint, note and source. ``version`` is the hash of all of it."""

    def __init__(self, ruleset: Ruleset, severity: Mapping[Code, Severity] | None = None) -> None:
        """``severity`` is what a settings file says instead; it holds for every case of its code."""
        self.ruleset = ruleset
        self.entries: dict[Code, CatalogueEntry] = {entry.code: entry for entry in ruleset.findings}
        self.version = hashlib.sha256(ruleset_json(ruleset)).hexdigest()[:12]
        self._severity = dict(severity or {})

    def with_severity(self, severity: Mapping[Code, Severity]) -> Catalogue:
        """The same words with other severities."""
        return Catalogue(self.ruleset, severity)

    def say(self, finding: Finding, form: Form | None = None) -> Statement:
        """Put one finding into words. Its params fill the sentence; sections of the guidance join with ``; ``.

        The source ``form`` stands for the section that prints the form at hand.
        """
        section = "toolkit" if form is None else form.source
        params = {**finding.params, **self._seen(finding, form)}
        entry = self.entries[finding.code]
        severity, message, ring_today = entry.severity, entry.message, entry.ring_today
        case = entry.case_of(finding)
        if case is not None:
            severity, message, ring_today = case.severity, case.message, ring_today or case.ring_today
        severity = self._chosen(entry, severity)
        return Statement(
            code=finding.code,
            severity=severity,
            fields=finding.fields,
            location=self.place(finding.location, form),
            at=finding.location,
            message=message.format_map(params),
            hint=entry.hint.format_map(params),
            source="; ".join(section if source == THE_FORM else source for source in entry.source),
            params=params,
            ring_today=ring_today,
            read_form=entry.read_form and severity is Severity.WARNING,
            once=entry.once,
            note=entry.note.format_map(params),
            name=entry.name,
        )

    def place(self, at: Location | None, form: Form | None = None) -> str:
        """A place in words, as it stands in a line; empty for none."""
        labels = [row.label for row in form.rows if row.key in at.rows] if at and form else []
        return places.in_words(at, self.ruleset.places, label=", ".join(labels))

    def _seen(self, finding: Finding, form: Form | None) -> dict[str, str | int]:
        """What a sentence says of places and doubts."""
        said: dict[str, str | int] = {}
        if finding.place is not None:
            said["place"] = self.place(finding.place, form)
        if finding.doubts:
            field = form.field_by_id.get(finding.fields[0]) if form and finding.fields else None
            said["seen"] = doubts.in_words(finding.doubts, self.ruleset.doubts, field)
        return said

    def _chosen(self, entry: CatalogueEntry, severity: Severity) -> Severity:
        """The severity that a settings file says instead; of a fixed entry no case is ever made less serious."""
        chosen = self._severity.get(entry.code, severity)
        return max(chosen, severity, key=SERIOUS.index) if entry.fixed else chosen


def ruleset_of(content: Content) -> Ruleset:
    """What ``parse`` needs of the content."""
    return Ruleset(
        edition=content.edition,
        names={names.id: tuple(name.name for name in names.names) for names in content.names},
        note=content.note,
        house=HouseOfNotes(
            publisher=content.house.publisher,
            language=content.house.language,
            handling_mark=content.house.handling_mark,
        ),
        report=content.report,
        places=content.places,
        doubts=content.doubts,
        findings=tuple(sorted(content.catalogue, key=lambda entry: entry.code.value)),
    )


def ruleset_json(ruleset: Ruleset) -> bytes:
    """The ruleset as canonical JSON."""
    return msgspec.json.format(msgspec.json.encode(ruleset, order="sorted"), indent=2) + b"\n"


def catalogue_path(content: Path) -> Path:
    """Where the generated catalogue lies."""
    return content / "generated" / "findings.json"


@cache
def load_catalogue(content: Path) -> Catalogue:
    """The generated catalogue. Raises AuthorError where it is missing, broken, or lacks a code that reading gives."""
    path = catalogue_path(content)
    name = f"{content.name}/generated/{path.name}"
    try:
        ruleset = msgspec.json.decode(path.read_bytes(), type=Ruleset)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise AuthorError([Fault(name, 0, "", f"is not a catalogue that can be read: {error}")]) from error
    codes = {entry.code for entry in ruleset.findings}
    faults = [Fault(name, 0, code.value, "has no entry") for code in sorted(OF_READING - codes)]
    unsaid = (
        *(set(Where) - set(ruleset.places.where)),
        *(set(Part) - set(ruleset.places.part)),
        *(set(Doubt) - set(ruleset.doubts.doubts)),
    )
    faults += [Fault(name, 0, each.value, "has no words") for each in unsaid]
    if month_start(ruleset.edition.issued) is None or month_end(ruleset.edition.review_due) is None:
        faults.append(Fault(name, 0, "edition", "has dates that are not a month and a year"))
    if faults:
        raise AuthorError(faults)
    return Catalogue(ruleset)
