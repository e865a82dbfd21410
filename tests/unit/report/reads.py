"""Lines and findings by hand, and the report on them as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.model.finding import Code, Severity, Statement
from hsbdocs.model.line import FormOfLine, Line, RulesOfLine, Status, in_line
from hsbdocs.model.record import RecognisedBy, Record
from hsbdocs.model.settings import Changes
from hsbdocs.pipeline.read import Read
from hsbdocs.report.folder import Folder, Known
from hsbdocs.report.taking import Report
from hsbdocs.report.terminal import report
from hsbdocs.report.view import View
from tests.support.forms import ROOT
from tests.support.said import at
from tests.unit.reading.sheets import RELEASED
from tests.unit.rules.records import CHECKLIST_FORM, complete

SHA = "a" * 64
RULESET = load_catalogue(ROOT / "content").ruleset
WORDS, PLACES = RULESET.report, RULESET.places


def statement(code: Code = Code.FORM_05, severity: Severity = Severity.WARNING, **more: object) -> Statement:
    """A finding in words."""
    fields = more.get("fields", ())
    assert isinstance(fields, tuple)
    return Statement(
        code=code,
        severity=severity,
        fields=fields,
        location=str(more.get("location", "")),
        at=at(str(more.get("location", ""))),
        message=str(more.get("message", "A sentence.")),
        hint=str(more.get("hint", "A hint.")),
        source=str(more.get("source", "toolkit")),
        params={},
        ring_today=bool(more.get("ring", False)),
        once=bool(more.get("once", False)),
        read_form=bool(more.get("read_form", False)),
        name=str(more.get("name", "")),
    )


def read(
    file: str = "returned/a.docx",
    *statements: Statement,
    status: Status = Status.CLEAR,
    record: Record | None = None,
    member: str | None = None,
    part: int = 1,
    as_written: dict[str, str] | None = None,
) -> Read:
    """One file read, or not."""
    found = None if status is Status.UNREAD else record or complete()
    form = None
    if found is not None:
        form = FormOfLine(id=found.form.id, version=found.form.version, document=None, recognised_by=RecognisedBy.STAMP)
    line = Line(
        file=file,
        member=member,
        part=part,
        sha256=SHA,
        status=status,
        form=form,
        answers={} if found is None else found.answers,
        as_written=as_written or {},
        unplaced=(),
        findings=tuple(map(in_line, statements)),
        rules=RulesOfLine(version="v1", changed={}),
        pack=None if found is None else "kent-medway",
    )
    return Read(line=line, statements=statements)


def view(
    reads: Sequence[Read],
    changes: Changes | None = None,
    *,
    folder: Folder | None = None,
    known: Sequence[Known | None] = (),
    details: bool = False,
) -> View:
    """The report as data; ``known`` says of each how it stands in the folder."""
    taken = Report(WORDS, PLACES, changes, folder=folder, details=details)
    forms = {(form.id, form.version): form for form in (RELEASED, CHECKLIST_FORM)}
    for each, stands in zip_longest(reads, known):
        form = None if each.line.form is None else forms[each.line.form.id, each.line.form.version]
        taken.add(each.line, each.statements, form, stands)
    return taken.view()


def lines(
    reads: Sequence[Read],
    changes: Changes | None = None,
    *,
    folder: Folder | None = None,
    known: Sequence[Known | None] = (),
    details: bool = False,
) -> list[str]:
    """The report's lines."""
    return [line.text for line in report(view(reads, changes, folder=folder, known=known, details=details))]


def flat(reads: Sequence[Read]) -> str:
    """The report with every run of white space as one blank."""
    return " ".join(" ".join(lines(reads)).split())
