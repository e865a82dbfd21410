"""What is told of a row of the form: writing in it that is neither label nor answer, and what is drawn in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.location import Location, Part, Where
from hsbdocs.model.location import row as at_row
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.around import Around
from hsbdocs.reading.headed import BESIDE
from hsbdocs.reading.listed import added
from hsbdocs.reading.rows import PlacedRow, paragraphs_in
from hsbdocs.reading.told import Told
from hsbdocs.reading.words import key


def tell_row(found: PlacedRow, told: Told, around: Around, marks: int) -> None:
    """Tell of one row; what needs a mark that the file has nowhere (``marks``) is not looked for."""
    row = _Row(found, told, around)
    row.changes()
    row.beside_label()
    row.other_columns()
    for mark, look in _LOOKS.items():
        if marks & mark:
            look(row)


class _Row:
    """A row at hand."""

    def __init__(self, found: PlacedRow, told: Told, around: Around) -> None:
        self._found, self._row = found, found.row
        self._told = told
        self._around = around

    def _answers(self) -> tuple[Cell, ...]:
        """The cells in which the answer may stand."""
        return (*self._found.answers, self._found.label) if self._row.answer_in_label else self._found.answers

    def _at(self, part: Part | None = None, column: str = "") -> Location:
        return at_row(self._row.key, part, column)

    def changes(self) -> None:
        """A label that was reworded, and cells in which the blank's own words were changed."""
        found, row = self._found, self._row
        changed = [(column, cell) for column, cell in found.printed if added(cell.text, row.printed[column]) != ""]
        if found.reworded or changed:
            params: dict[str, str | int] = {"ref": row.key, "label": row.label}
            fields = tuple(field.id for field in row.fields)
            self._told.findings.append(Finding(code=Code.FORM_04, fields=fields, location=self._at(), params=params))
        if found.reworded:
            self._told.keep(found.label.first_line, self._at(Part.LABEL))
        for column, cell in changed:
            if cell.text.strip():
                self._told.keep(cell.text, self._at(Part.COLUMN, column))

    def beside_label(self) -> None:
        """Writing in the label's cell and before it; slight where it may be a prompt that the copy prints."""
        before = list(self._before())
        beside = self._found.beside
        extra = [beside, *before] if beside else before
        if extra:
            may_be_prompt = self._around.prompts and bool(self._row.prompts) and not self._found.on_line
            self._told.leave("\n".join(extra), self._at(Part.BESIDE_LABEL), slight=may_be_prompt and not before)

    def _before(self) -> Iterator[str]:
        """What stands in the cells before the label, the row's ref and what the copy prints apart."""
        for paragraph in paragraphs_in(self._found.before):
            text = paragraph.text
            if text.strip() and key(text) != key(self._row.ref or "") and self._around.without(text):
                yield text

    def other_columns(self) -> None:
        """Writing in columns that the form does not have.

        A column's heading was typed by somebody: it is no place to name in a finding.
        """
        for name, cell in self._found.extra:
            if cell.text.strip():
                self._told.leave(cell.text, self._at(Part.BESIDE_ANSWER if name == BESIDE else Part.OTHER_COLUMN))

    def unread(self) -> None:
        """What could not be read; in an answer, the answer's own finding says so."""
        answers = self._answers()
        for cell in self._found.cells:
            self._told.unread(cell.paragraphs, self._at(), said=cell not in answers)

    def hidden(self) -> None:
        """Hidden text."""
        hidden = list(_hidden(self._found.cells))
        if hidden:
            self._told.leave("\n".join(hidden), self._at(Part.HIDDEN_TEXT))

    def struck(self) -> None:
        """A label, or a cell that the blank fills in, that is crossed out."""
        if not self._row.answer_in_label and _is_struck(self._found.label):
            self._told.say(Code.FORM_11, self._at(Part.LABEL), self._row)
        for column, cell in self._found.printed:
            if _is_struck(cell):
                self._told.say(Code.FORM_11, self._at(Part.COLUMN, column), self._row)

    def deleted(self) -> None:
        """Text that tracked changes take out."""
        for paragraph in paragraphs_in(self._found.cells):
            self._told.taken_out(paragraph, self._at(), self._row)

    def drawn(self) -> None:
        """Pictures anywhere in the row (in a signature box told calmly), and shapes beside its label."""
        found, row = self._found, self._row
        outside = [*found.before, *([] if row.answer_in_label else [found.label])]
        if any(map(self._around.strange, paragraphs_in(outside))):
            self._told.say(Code.FORM_06, self._at(Part.BESIDE_LABEL), row)
        if any(paragraph.shapes for paragraph in paragraphs_in(outside)):
            self._told.say(Code.FORM_11, self._at(Part.BESIDE_LABEL), row)
        if any(paragraph.pictures for paragraph in paragraphs_in(self._answers())):
            signature = any(field.signature for field in row.fields)
            place = Location(Where.BOX, (row.key,)) if signature else self._at()
            self._told.say(Code.FORM_09 if signature else Code.FORM_06, place, row)


#: What is looked for where the file has the mark anywhere, in this order.
_LOOKS = {
    Mark.REST: _Row.unread,
    Mark.HIDDEN: _Row.hidden,
    Mark.STRUCK: _Row.struck,
    Mark.DELETED: _Row.deleted,
    Mark.DRAWN: _Row.drawn,
}


def _is_struck(cell: Cell) -> bool:
    return any(span.marks & Mark.STRUCK and span.text.strip() for p in cell.paragraphs for span in p.spans)


def _hidden(cells: Sequence[Cell]) -> Iterator[str]:
    for paragraph in paragraphs_in(cells):
        for span in paragraph.spans:
            if span.marks & Mark.HIDDEN and span.text.strip():
                yield span.text
