"""``hsbdocs show AGE-03``: one finding of the catalogue, whole."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.report import ReportWords
from hsbdocs.report.text import Line, Tone, wrapped

_MARGIN = 14


def finding_report(entry: CatalogueEntry, words: ReportWords) -> Iterator[Line]:
    """What is said of a code: how serious it is, to whoever checks the form, and to the sender."""
    yield Line(f"{entry.code.value}  {entry.name}", Tone.STRONG)
    facts = {
        "Kind": words.of(entry.severity) + ("; ring today" if entry.ring_today else ""),
        "Said": entry.message,
        "To do": entry.hint,
        "To sender": entry.note,
        "Off because": entry.off_because,
        "Source": "; ".join(entry.source),
    }
    for label, text in facts.items():
        if text:
            yield from wrapped(f"  {label:{_MARGIN - 2}}{text}", follow=" " * _MARGIN)
    for name, case in (("graver", entry.grave), ("less grave", entry.slight)):
        if case is not None:
            yield from wrapped(f"  {'Or ' + name:{_MARGIN - 2}}{case.message}", follow=" " * _MARGIN)
