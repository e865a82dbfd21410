"""``check``: everything that is wrong with content, and what nobody has verified or settled yet, at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hsbdocs.content.checks_facts import check_facts
from hsbdocs.content.checks_handouts import faults_of_ids
from hsbdocs.content.edition import check_review
from hsbdocs.content.guidance import FOLDER, read_guidance
from hsbdocs.content.load import load_content
from hsbdocs.content.locate import MARK, Roots
from hsbdocs.documents.handout import unprintable
from hsbdocs.model.check import Check, CheckCode
from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import Severity

#: The code where whoever found the fault gave none: by the folder or file of content that it lies in.
_BY_FOLDER = {
    "forms": CheckCode.FORM,
    "findings": CheckCode.CATALOGUE,
    "names": CheckCode.CATALOGUE,
    "documents": CheckCode.DOCUMENT,
    "generated": CheckCode.STALE,
    "releases": CheckCode.STALE,
    FOLDER: CheckCode.ENTRY,
    MARK: CheckCode.DAY,
}
_ORDER = list(Severity)


def check(roots: Roots, today: date | None = None) -> list[Check]:
    """Every fault of content and templates' names, the gravest first, then by code, file and line.

    ``today`` is the day against which dates are held (default: the day on which it runs). Nothing is raised for what
    is wrong with content.
    """
    faults: list[Fault] = []
    content: Content | None = None
    try:
        content = load_content(roots.content, roots.templates)
    except AuthorError as error:
        faults += error.faults
    day = today or date.today()
    reading = read_guidance(roots.content, content.forms if content else None)
    faults += reading.faults
    if content is not None and not reading.faults:
        for document in content.documents.values():
            faults += faults_of_ids(roots.content, document, unprintable(document, reading.guidance))
    faults += check_facts(reading.guidance, reading.places, day)
    faults += check_review(roots.content, day)
    return _sorted(faults)


def _sorted(faults: Iterable[Fault]) -> list[Check]:
    checks = {Check(_code(fault), fault.file, fault.line, fault.path, fault.problem) for fault in faults}
    return sorted(checks, key=lambda check: (_ORDER.index(check.severity), check))


def _code(fault: Fault) -> CheckCode:
    if fault.code:
        return CheckCode(fault.code)
    _, _, inside = fault.file.partition("/")
    return _BY_FOLDER.get(inside.partition("/")[0], CheckCode.TYPE)
