"""Doubts about answers in columns of their own: the row, or its description, may be another one."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Field, FieldType
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell
from hsbdocs.reading.alike import turns_round
from hsbdocs.reading.index import FormIndex
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.written import is_altered

#: What is seen where a row holds what the blank prints for another, and where cells were joined.
_STRANGE, _JOINED = (Seen(Doubt.STRANGE_DESCRIPTION),), (Seen(Doubt.JOINED_CELLS),)


class ColumnDoubts(msgspec.Struct, frozen=True):
    """What makes every answer of a row doubtful.

    ``otherwise``: what stands beside the label turns it round, or stands beside one that is crossed out.
    ``other_row`` and ``other_column``: the blank prints a description that stands here in that place.
    """

    otherwise: bool
    other_row: bool
    other_column: bool

    @classmethod
    def of(cls, found: PlacedRow, index: FormIndex) -> ColumnDoubts:
        """The doubts of a row."""
        altered = bool(found.beside) and is_altered(found.label.paragraphs)
        moved = {index.printed_elsewhere(found.row, column, cell.text) for column, cell in found.printed}
        return cls(altered or turns_round(found.beside, found.row.label), True in moved, False in moved)

    def put_on(self, answer: RawAnswer, cell: Cell, field: Field) -> RawAnswer:
        """The answer of a cell, in doubt where the row is and something is said there, or where cells were joined."""
        said = bool(answer.text or answer.chosen)
        strange = said and (self.other_row or (self.other_column and field.type is FieldType.CHOICE))
        seen = _JOINED if cell.continued else _STRANGE if strange else answer.seen
        doubt = answer.unclear or cell.continued or strange or (said and self.otherwise)
        return replace(answer, unclear=doubt, seen=seen)
