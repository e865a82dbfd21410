"""``check``: everything that is wrong with content, and what nobody has verified or settled yet, at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsbdocs.content.catalogue import Catalogue, ruleset_of
from hsbdocs.content.checks_facts import check_facts
from hsbdocs.content.edition import check_review
from hsbdocs.content.guidance import FOLDER, read_guidance
from hsbdocs.content.load import ContentReading
from hsbdocs.content.locate import Roots
from hsbdocs.content.places import fault_at
from hsbdocs.documents.handout import unprintable
from hsbdocs.documents.pathway import unprintable_pathway
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import Severity
from hsbdocs.model.guidance import Guidance
from hsbdocs.pipeline.kinds import read_pack
from hsbdocs.pipeline.packs import missing_lists

_ORDER = list(Severity)


def check(roots: Roots, today: date | None = None) -> list[Fault]:
    """Every fault of content and templates' names, the gravest first, then by code, file and line.

    ``today`` is the day against which dates are held (default: the day on which it runs). Nothing is raised for what
    is wrong with content.
    """
    day = today or date.today()
    reading = read_pack(roots)
    faults = list(reading.faults)
    if reading.content is not None:
        faults += missing_lists(roots.content, Catalogue(ruleset_of(reading.content)))
    if (roots.content / FOLDER).is_dir():
        faults += _of_guidance(roots, reading, day)
    if reading.edition is not None:
        faults += check_review(reading.edition, reading.places, day)
    return sorted(set(faults), key=_rank)


def _of_guidance(roots: Roots, reading: ContentReading, day: date) -> list[Fault]:
    """What is wrong with the guidance, and with documents that print it. A pack may have forms alone."""
    sound = None if reading.faults else reading.content
    of_guidance = read_guidance(roots.content, sound.forms if sound else None, reading.edition)
    faults = list(of_guidance.faults)
    if sound is not None and not faults:
        faults += _not_printable(reading, of_guidance.guidance)
    return [*faults, *check_facts(of_guidance.guidance, of_guidance.places, day)]


def _not_printable(reading: ContentReading, guidance: Guidance) -> Iterator[Fault]:
    """What documents name of the guidance and cannot print."""
    content = reading.sound()
    for document in (document for document in content.documents.values() if not document.parts_of):
        problems = unprintable(document, guidance, content.forms)
        problems += [] if document.pathway is None else unprintable_pathway(document, guidance)
        for path, problem in problems:
            yield fault_at(reading.places, f"documents:{document.id}", problem, *path)


def _rank(fault: Fault) -> tuple[int, str, Fault]:
    return _ORDER.index(fault.severity), fault.code or "", fault
