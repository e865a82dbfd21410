"""Where each id stands, so that a fault can name its file and line."""

from __future__ import annotations

from hsbdocs.content.plain import Steps
from hsbdocs.content.source import SourceFile
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault

#: Where an id stands: its file and the path in it. Keys are ``row:FORM:D1``, ``section:…``, ``form:…``,
#: ``documents:…``, ``findings:…``, ``names:…``, and the name of a file that holds one entry.
Places = dict[str, tuple[SourceFile, Steps]]


def fault_at(places: Places, key: str, problem: str, *path: str | int, code: CheckCode | None = None) -> Fault:
    """A fault at ``path`` below the place of ``key``."""
    source, start = places[key]
    return source.fault((*start, *path), problem, code)
