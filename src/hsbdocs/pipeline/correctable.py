"""Which answers a person may write down for software: what is plainly there in the original and could not be read.

Dates, ages and NHS numbers that are written and are null, and text of which FORM-07 says that it cannot be read. Never
an outcome, a Yes or No, a signature or a row with two marks: those are asked of the sender.
"""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.finding import Code
from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.line import Line
from hsbdocs.reading import says_not_known

_CONVERTED = (FieldType.DATE, FieldType.AGE, FieldType.NHS_NUMBER)


def correctable(line: Line, form: Form) -> Iterator[str]:
    """The ids of these fields, in printed order."""
    unreadable = {field for finding in line.findings if finding.code is Code.FORM_07 for field in finding.fields}
    for field in form.fields:
        open_to_people = may_be_corrected(field) and line.answers.get(field.id) is None
        if open_to_people and (field.id in unreadable or _is_no_value(field, line.as_written.get(field.id, ""))):
            yield field.id


def _is_no_value(field: Field, written: str) -> bool:
    """Whether something is written that is none of the field's values, and does not say that it is not known."""
    return field.type in _CONVERTED and bool(written) and not says_not_known(written)


def may_be_corrected(field: Field) -> bool:
    """Whether a person may ever write this answer down."""
    return not field.signature and (field.type in _CONVERTED or field.type is FieldType.TEXT)
