"""What stands in a form, as far as the screen shows it: who sent it, and what was written where an answer is in doubt.

These are a sender's own words. They are short, they are made for what is printed alone, and nothing keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.calendar import in_words
from hsbdocs.model.finding import Statement
from hsbdocs.model.form import FieldType, Form
from hsbdocs.model.line import Line
from hsbdocs.model.report import CallerWords, ReportWords
from hsbdocs.report.quote import quoted

_ORGANISATION = ".organisation"
#: Where one of these is at issue, what stands beside it says where a referral went.
_BESIDE = {f"actions.referral.{part}": "actions.referral.details" for part in ("answer", "details")}


def organisation_of(line: Line, form: Form) -> str:
    """The organisation as it was written; empty where none is."""
    return next((_as_written(line, field.id) for field in form.fields if field.id.endswith(_ORGANISATION)), "")


def caller_facts(line: Line, form: Form, words: CallerWords, longest: int) -> Iterator[tuple[str, str]]:
    """What somebody who rings needs: the names of the form's own parts, each with what stands there."""
    endings = {_ORGANISATION: words.organisation, ".role": words.role, ".practitioner": words.practitioner}
    for ending, name in endings.items():
        for field in form.fields:
            if field.id.endswith(ending):
                yield name, _said(_as_written(line, field.id), words, longest)
    days = [field.id for field in form.fields if field.type is FieldType.DATE and not field.personal]
    for field_id in days[:1]:
        yield words.date, _said(in_words(_as_written(line, field_id)), words, longest)


def _said(text: str, words: CallerWords, longest: int) -> str:
    return quoted(text, longest) if text else words.blank


def _as_written(line: Line, field_id: str) -> str:
    """The answer in its own words, a date too; empty where nothing was written."""
    return line.as_written.get(field_id) or str(line.answers.get(field_id) or "")


def written_at(statement: Statement, line: Line, words: ReportWords, longest: int) -> Iterator[str]:
    """What was written where an answer is in doubt, and the details of a referral where that is at issue."""
    for field in statement.fields:
        if field in line.as_written and line.answers.get(field) is None:
            yield words.written.format(text=quoted(line.as_written[field], longest))
    for beside in dict.fromkeys(_BESIDE[field] for field in statement.fields if field in _BESIDE):
        if details := line.answers.get(beside):
            yield words.further.format(text=quoted(str(details), longest))


def is_blank(line: Line) -> bool:
    """True where nothing at all is written in a form."""
    return not line.as_written and not line.unplaced and all(value is None for value in line.answers.values())
