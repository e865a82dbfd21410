"""A file that holds several forms, one after another, parted into one transcript for each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hsbdocs.model.form import Form, Row
from hsbdocs.model.transcript import Cell, Paragraph, Table, Transcript
from hsbdocs.reading.index import index_of
from hsbdocs.reading.words import key

#: Each part must hold at least this part of the form's rows.
_ENOUGH = 0.5

Piece = Paragraph | tuple[Cell, ...]


def split_at_titles(transcript: Transcript, form: Form) -> list[Transcript]:
    """One transcript for each time that the form's title or stamp stands above rows of the form.

    Two halves of two forms could else be read as one child's.
    """
    loose = [block.text for block in transcript.blocks if isinstance(block, Paragraph)]
    if sum(_is_title(text, form) for text in loose) < 2:
        return [transcript]
    pieces = [piece for block in transcript.blocks for piece in _pieces(block)]
    starts, title, rows = [0], 0, False
    for number, piece in enumerate(pieces):
        if isinstance(piece, Paragraph):
            if _is_title(piece.text, form) and rows:
                title, rows = number, False
        elif not rows and _row_of(piece, form) is not None:
            rows = True
            if title:
                starts.append(title)
    return _parts(transcript, pieces, starts)


def _is_title(text: str, form: Form) -> bool:
    return key(text) in (key(form.title), key(form.stamp))


def split(transcript: Transcript, form: Form) -> list[Transcript]:
    """One transcript for each form in the file; a single one where it cannot be parted without doubt.

    A new form begins where a row of the form's first section comes again, once half of the form has been seen: a
    row or a section that was copied does not begin one. What stands before it on the page (title, stamp) goes with it.
    """
    pieces = [piece for block in transcript.blocks for piece in _pieces(block)]
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
    found = [(number, row.key) for number, piece in enumerate(pieces) if (row := _row_of(piece, form)) is not None]
    starts: list[int] = []
    seen: set[str] = set()
    last = 0
    for number, name in found:
        if not starts or (name in first and name in seen and len(seen) >= _ENOUGH * len(form.rows)):
            starts.append(_heading(pieces, last, number, form) if starts else 0)
            seen = set()
        seen.add(name)
        last = number
    if len(seen) < _ENOUGH * len(form.rows):
        return []
    return starts


def _heading(pieces: Sequence[Piece], last: int, first: int, form: Form) -> int:
    """Where the form whose first row is ``first`` begins: at its title or stamp, if that stands above it."""
    for number in range(last + 1, first):
        piece = pieces[number]
        if isinstance(piece, Paragraph) and _is_title(piece.text, form):
            return number
    return first


def _row_of(piece: Piece, form: Form) -> Row | None:
    if isinstance(piece, Paragraph):
        return None
    index = index_of(form)
    firsts = [cell.first_line for cell in piece[:2]]
    return next((row for row in map(index.labelled, firsts) if row is not None), None)


def _pieces(block: Paragraph | Table) -> list[Piece]:
    return [block] if isinstance(block, Paragraph) else list(block.rows)


def _joined(pieces: Sequence[Piece]) -> tuple[Paragraph | Table, ...]:
    """Pieces as blocks again: rows that follow one another are one table."""
    blocks: list[Paragraph | Table] = []
    rows: list[tuple[Cell, ...]] = []
    for piece in pieces:
        if isinstance(piece, Paragraph):
            if rows:
                blocks.append(Table(tuple(rows)))
                rows = []
            blocks.append(piece)
        else:
            rows.append(piece)
    if rows:
        blocks.append(Table(tuple(rows)))
    return tuple(blocks)
