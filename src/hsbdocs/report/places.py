"""Where a finding stands, as people find it in the form that they have before them."""

from __future__ import annotations

import re

from hsbdocs.model.finding import Statement
from hsbdocs.model.form import Form, Row

_ROWS = re.compile(r"\b(rows?) ([A-Z]\d{1,2})((?:(?:, | and | to )[A-Z]\d{1,2}\b)*)")
_KEY = re.compile(r"[A-Z]\d{1,2}")
_LONGEST = 60


def place_of(statement: Statement, form: Form | None) -> str:
    """The place in words: by the refs that the form prints, or by its labels where it prints none."""
    location = statement.location
    if form is None:
        return _capital(location)
    rows = {row.key: row for row in form.rows}
    about = list(dict.fromkeys(form.row_of[field].key for field in statement.fields))
    named = _ROWS.sub(lambda match: _named(match, rows), location)
    if len(about) != 1:
        return _capital(named)
    row = rows[about[0]]
    label = row.label.rstrip(":")
    if row.ref is None:
        rest = location.removeprefix(f"row {row.key}")
        return f"{label}{rest}" if rest != location else _capital(named)
    return f"{_capital(named)}, {label}"


def _named(match: re.Match[str], rows: dict[str, Row]) -> str:
    """``row Q3`` by what is printed: ``no. 3``, ``row D1``, or the label where the form has no refs."""
    keys = _KEY.findall(match[0])
    if not all(key in rows for key in keys):
        return match[0]
    if any(rows[key].ref is None for key in keys):
        names = [_short(rows[key].label) for key in keys]
    elif all(rows[key].ref != key for key in keys):
        names = [f"no. {rows[keys[0]].ref}", *(str(rows[key].ref) for key in keys[1:])]
    else:
        return match[0]
    joints = [joint for joint in _KEY.split(match[3]) if joint]
    return "".join(part for pair in zip(["", *joints], names, strict=True) for part in pair)


def _short(label: str) -> str:
    """A label in quotation marks, not longer than a line takes."""
    text = label.rstrip(":")
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST].rsplit(" ", 1)[0]} ..."'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
