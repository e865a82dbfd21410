"""The catalogue of findings as ``parse`` loads it: one JSON file made from content/findings/."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import CatalogueEntry, Code, Finding, Statement


class Catalogue:
    """Says findings: code to severity, sentence, hint and source. ``version`` is the hash of all of it."""

    def __init__(self, entries: tuple[CatalogueEntry, ...]) -> None:
        self._entries = {entry.code: entry for entry in entries}
        self.version = hashlib.sha256(catalogue_json(entries)).hexdigest()[:12]

    def say(self, finding: Finding) -> Statement:
        """Put one finding into words. Its params fill the sentence; sections of the guidance join with ``; ``."""
        entry = self._entries[finding.code]
        return Statement(
            code=finding.code,
            severity=entry.severity,
            fields=finding.fields,
            location=finding.location,
            message=entry.message.format_map(finding.params),
            hint=entry.hint.format_map(finding.params),
            source="; ".join(entry.source),
            params=finding.params,
            ring_today=entry.ring_today,
        )


def catalogue_json(entries: tuple[CatalogueEntry, ...]) -> bytes:
    """The catalogue as canonical JSON."""
    ordered = sorted(entries, key=lambda entry: entry.code.value)
    return msgspec.json.format(msgspec.json.encode(ordered, order="sorted"), indent=2) + b"\n"


def catalogue_path(content: Path) -> Path:
    """Where the generated catalogue lies."""
    return content / "generated" / "findings.json"


@cache
def load_catalogue(content: Path) -> Catalogue:
    """The generated catalogue. Raises AuthorError where it is missing, broken or lacks a code."""
    path = catalogue_path(content)
    name = f"{content.name}/generated/{path.name}"
    try:
        entries = msgspec.json.decode(path.read_bytes(), type=tuple[CatalogueEntry, ...])
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise AuthorError([Fault(name, 0, "", f"is not a catalogue that can be read: {error}")]) from error
    missing = set(Code) - {entry.code for entry in entries}
    if missing:
        raise AuthorError([Fault(name, 0, code.value, "has no entry") for code in missing])
    return Catalogue(entries)
