"""A file that holds several forms, one after another, parted into one transcript for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from hsbdocs.model.form import Form, Row
from hsbdocs.model.transcript import Cell, Paragraph, Table, Transcript
from hsbdocs.reading.index import index_of
from hsbdocs.reading.words import key

#: Each part must hold at least this part of the form's rows.
_ENOUGH = 0.5


class TableRow(msgspec.Struct, frozen=True):
    """A row, and the table that it stands in, with its number."""

    number: int
    table: Table
    cells: tuple[Cell, ...]


Piece = Paragraph | TableRow


def split_at_titles(transcript: Transcript, form: Form) -> list[Transcript]:
    """One transcript for each time that the form's title or stamp stands above rows of the form.

    Two halves of two forms could else be read as one child's.
    """
    pieces = _pieces(transcript)
    alone = [_alone(piece, form) for piece in pieces]
    if max(alone.count(key(own)) for own in (form.title, form.stamp)) < 2:
        return [transcript]
    return _parts(transcript, pieces, _starts_at_titles(pieces, alone, form))


def _starts_at_titles(pieces: Sequence[Piece], alone: Sequence[str], form: Form) -> list[int]:
    """The number of the first piece of each form: the title or stamp (``alone``) above rows of the form."""
    starts, title, rows, any_rows = [0], 0, False, False
    for number, piece in enumerate(pieces):
        if alone[number]:
            if rows or (any_rows and alone[number] == key(form.title)):
                title, rows = number, False
        elif not rows and _row_of(piece, form) is not None:
            rows = any_rows = True
            if title:
                starts.append(title)
    return starts


def _alone(piece: Piece, form: Form) -> str:
    """The form's title or stamp (as a key), where a paragraph or the one cell of a row that says something is it."""
    if isinstance(piece, Paragraph):
        said = key(piece.text)
        return said if said in (key(form.title), key(form.stamp)) else ""
    said = next((said for cell in piece.cells if (said := key(cell.first_line))), "")
    if said not in (key(form.title), key(form.stamp)):
        return ""
    return said if sum(bool(cell.text.strip()) for cell in piece.cells) == 1 else ""


def split(transcript: Transcript, form: Form) -> list[Transcript]:
    """One transcript for each form in the file; a single one where it cannot be parted without doubt.

    A new form begins where a row of the form's first section comes again, once half of the form has been seen: a
    row or a section that was copied does not begin one. What stands before it on the page (title, stamp) goes with it.
    """
    pieces = _pieces(transcript)
    return _parts(transcript, pieces, _starts(pieces, form))


def _parts(transcript: Transcript, pieces: Sequence[Piece], starts: Sequence[int]) -> list[Transcript]:
    """The pieces from each start on, each as a transcript; comments and notes go with every part."""
    if len(starts) < 2:
        return [transcript]
    ends = [*starts[1:], len(pieces)]
    parts = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        blocks = _joined(pieces[start if number else 0 : end])
        margins = transcript.margins if number == 0 else ()
        parts.append(msgspec.structs.replace(transcript, blocks=blocks, margins=margins, properties={}))
    return parts


def _starts(pieces: Sequence[Piece], form: Form) -> list[int]:
    """The number of the first piece of each form."""
    first = {row.key for row in form.sections[0].rows}
    starts: list[int] = []
    seen: set[str] = set()
    last = 0
    for number, name in _rows_of(pieces, form):
        if not starts or (name in first and name in seen and len(seen) >= _ENOUGH * len(form.rows)):
            starts.append(_heading(pieces, last, number, form) if starts else 0)
            seen = set()
        seen.add(name)
        last = number
    if len(seen) < _ENOUGH * len(form.rows):
        return []
    return starts


def _rows_of(pieces: Sequence[Piece], form: Form) -> Iterator[tuple[int, str]]:
    """The number of each piece that is a row of the form, and that row's key."""
    for number, piece in enumerate(pieces):
        row = _row_of(piece, form)
        if row is not None:
            yield number, row.key


def _heading(pieces: Sequence[Piece], last: int, first: int, form: Form) -> int:
    """Where the form whose first row is ``first`` begins: at its title or stamp, if that stands above it."""
    for number in range(last + 1, first):
        if _alone(pieces[number], form):
            return number
    return first


def _row_of(piece: Piece, form: Form) -> Row | None:
    if isinstance(piece, Paragraph):
        return None
    index = index_of(form)
    firsts = [cell.first_line for cell in piece.cells[:2]]
    return next((row for row in map(index.labelled, firsts) if row is not None), None)


def _pieces(transcript: Transcript) -> list[Piece]:
    pieces: list[Piece] = []
    for number, block in enumerate(transcript.blocks):
        pieces += [block] if isinstance(block, Paragraph) else [TableRow(number, block, cells) for cells in block.rows]
    return pieces


def _joined(pieces: Sequence[Piece]) -> tuple[Paragraph | Table, ...]:
    """Pieces as blocks again: rows of one table that follow one another are a table."""
    blocks: list[Paragraph | Table] = []
    for _, group in groupby(pieces, key=lambda piece: -1 if isinstance(piece, Paragraph) else piece.number):
        together = list(group)
        rows = [piece for piece in together if isinstance(piece, TableRow)]
        if rows:
            cells = tuple(row.cells for row in rows)
            blocks.append(msgspec.structs.replace(rows[0].table, rows=cells))
        blocks += (piece for piece in together if isinstance(piece, Paragraph))
    return tuple(blocks)
