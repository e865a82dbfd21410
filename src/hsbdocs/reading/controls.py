"""Content controls beside what stands in them: a stored state, a tag or a date that says otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hsbdocs.model.form import Field, Row
from hsbdocs.model.transcript import Cell, Control, Paragraph, Span
from hsbdocs.reading.ticks import Tick, read_box, shows_box


class Controls:
    """The controls of a file, and which row of the form each of their tags is of."""

    def __init__(self, controls: Sequence[Control], row_of_tag: Mapping[str, Row]) -> None:
        self._controls = controls
        self._row_of_tag = row_of_tag

    def contradict_boxes(self, paragraphs: Sequence[Paragraph]) -> bool:
        """True where a stored state says otherwise than the glyph, which decides."""
        return any(self._contradicts(span) for paragraph in paragraphs for span in paragraph.spans)

    def _contradicts(self, span: Span) -> bool:
        checked = self._controls[span.control].checked if span.control >= 0 else None
        return checked is not None and shows_box(span.text) and (read_box(span.text) is Tick.TICKED) != checked

    def of_another_row(self, row: Row, paragraphs: Sequence[Paragraph]) -> bool:
        """True where a control carries the tag of another row: it was copied or moved; its text counts where it is."""
        return any(self._row_of_tag.get(control.tag, row) is not row for control in self._in(paragraphs))

    def exchanged(self, answer: Field, yes_no: Sequence[Cell]) -> bool:
        """True where the control of Yes stands in the column of No, or the other way round."""
        wrong = zip(yes_no, (f"{answer.id}.no", f"{answer.id}.yes"), strict=False)
        return any(control.tag == tag for cell, tag in wrong for control in self._in(cell.paragraphs))

    def stored_date(self, field: Field, paragraphs: Sequence[Paragraph]) -> str:
        """The date that a control's properties hold: the row's control with the field's tag, else its only one."""
        dates = [control for control in self._in(paragraphs) if control.kind == "date" and control.full_date]
        own = [control for control in dates if control.tag == field.id]
        own = own or [control for control in dates if not control.tag]
        return own[0].full_date if len(own) == 1 else ""

    def _in(self, paragraphs: Sequence[Paragraph]) -> list[Control]:
        indexes = {span.control for paragraph in paragraphs for span in paragraph.spans if span.control >= 0}
        return [self._controls[index] for index in sorted(indexes)]
