"""Where a finding stands, as people find it in the form that they have before them."""

from __future__ import annotations

from hsbdocs.model.finding import Statement
from hsbdocs.model.form import Form, Row
from hsbdocs.model.location import Location, PlaceWords, Where, in_words, joined

_LONGEST = 60


def place_of(statement: Statement, form: Form | None, words: PlaceWords) -> str:
    """The place in words: by the refs that the form prints, or by its labels where it prints none."""
    at = statement.at
    rows = {} if form is None else {row.key: row for row in form.rows}
    named = "" if at is None else in_words(at, words, rows=_named(at, rows, words))
    about = [] if form is None else list(dict.fromkeys(form.row_of[field].key for field in statement.fields))
    if len(about) != 1:
        return _capital(named)
    row = rows[about[0]]
    label = row.label.rstrip(":")
    if row.ref is not None:
        return f"{_capital(named)}, {label}"
    if at is not None and at.where is Where.ROWS and at.rows == (row.key,):
        return in_words(at, words, rows=label)
    return _capital(named)


def _named(at: Location, rows: dict[str, Row], words: PlaceWords) -> str:
    """The rows of a place by what is printed: ``no. 3``, or labels where the form has no refs; empty for their keys."""
    if not at.rows or not all(key in rows for key in at.rows):
        return ""
    refs = [rows[key].ref for key in at.rows]
    if None in refs:
        return joined([_short(rows[key].label) for key in at.rows], at, words)
    if any(ref == key for ref, key in zip(refs, at.rows, strict=True)):
        return ""
    return words.numbers.format(keys=joined([str(ref) for ref in refs], at, words))


def _short(label: str) -> str:
    """A label in quotation marks, not longer than a line takes."""
    text = label.rstrip(":")
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST].rsplit(" ", 1)[0]} ..."'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
