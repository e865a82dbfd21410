"""In words, what a settings file changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsbdocs.model.finding import CatalogueEntry, Severity
from hsbdocs.model.report import ReportWords
from hsbdocs.model.settings import Changes, in_months


def settings_in_words(changes: Changes, words: ReportWords) -> Iterator[str]:
    """A sentence for each thing that was changed."""
    if changes.today is not None:
        yield f"Read as on {changes.today.day} {changes.today:%B %Y}."
    if changes.manifests:
        yield f"What the manifests of {_counted(changes.manifests, 'folder')} list counts as part of the form."
    for form, until in changes.accept_until:
        day = f"{until.day} {until:%B %Y}"
        yield f"{form.id} {form.version}, dated up to {day}: this assessment stands; nobody is asked to do it again."
    if changes.blanks:
        yield f"What {_counted(changes.blanks, 'blank')} of agencies' own print counts as part of the form."
    if changes.off:
        yield f"Turned off: {_listed(changes.off)}."
    if changes.on:
        yield f"Turned on: {_listed(changes.on)}."
    yield from _severities(changes, words)
    for entry, months in changes.months:
        yield f"Period of {in_months(months)}: {_listed([entry])}."


def _severities(changes: Changes, words: ReportWords) -> Iterator[str]:
    for severity in Severity:
        entries = [entry for entry, chosen in changes.severity if chosen is severity]
        if entries:
            yield f'Said under "{words.of(severity)}": {_listed(entries)}.'


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _listed(entries: Sequence[CatalogueEntry]) -> str:
    return "; ".join(f"{entry.code.value} ({entry.name})" for entry in entries)
