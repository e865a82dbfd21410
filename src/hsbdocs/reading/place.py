"""Which row of the file is which row of the form, and what stands in none.

A row is known by its ref and its label together; by its label alone where the ref is gone; by its ref with a label
that is much like the printed one. Two rows with one key are both dropped, and where ref and label speak of
different rows, nothing is guessed.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

import msgspec

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form, Row
from hsbdocs.model.record import Unplaced
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Table, Transcript
from hsbdocs.reading.words import KnownText, key

_MUCH_ALIKE = 0.6


class PlacedRow(msgspec.Struct, frozen=True):
    """A row found: its label's cell and the cells behind it."""

    row: Row
    label: Cell
    answers: tuple[Cell, ...]


class Placed(msgspec.Struct, frozen=True):
    """Every row found, by key; more than one reading for a row that stands twice."""

    rows: dict[str, list[PlacedRow]]
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]


def place(transcript: Transcript, form: Form) -> Placed:
    """Find the form's rows in the transcript; what belongs to none is kept apart with its place."""
    placer = _Placer(form)
    placer.blocks(transcript.blocks)
    for aside in transcript.asides:
        placer.leave(aside.text, f"{aside.kind}")
    if any(paragraph.pictures for paragraph in transcript.margins):
        placer.findings.append(Finding(code=Code.FORM_09, params={"place": "the header or footer"}))
    return Placed(placer.rows, tuple(placer.unplaced), tuple(placer.findings))


class _Placer:
    def __init__(self, form: Form) -> None:
        self.form = form
        self.rows: dict[str, list[PlacedRow]] = {}
        self.unplaced: list[Unplaced] = []
        self.findings: list[Finding] = []
        self._by_ref = {key(row.ref): row for row in form.rows if row.ref is not None}
        self._by_label = {key(row.label): row for row in form.rows}
        self._known = KnownText(_printed(form))
        self._last: Row | None = None

    def blocks(self, blocks: Sequence[Paragraph | Table]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._loose(block)
            else:
                for cells in block.rows:
                    self._row(cells)

    def leave(self, text: str, location: str) -> None:
        """Keep text apart, and say so."""
        self.unplaced.append(Unplaced(text.strip(), location))
        self.findings.append(Finding(code=Code.FORM_05, location=location, params={"place": location}))

    def _here(self) -> str:
        return f"after row {self._last.key}" if self._last else "before the first row"

    def _loose(self, paragraph: Paragraph) -> None:
        if paragraph.pictures:
            self.findings.append(Finding(code=Code.FORM_06, location=self._here(), params={"place": self._here()}))
        text = paragraph.text
        if text.strip() and not self._known.covers(text):
            self.leave(text, self._here())

    def _row(self, cells: tuple[Cell, ...]) -> None:
        row, at = self._match(cells)
        if row is None:
            for cell in cells:
                self.blocks(cell.blocks)
            return
        found = PlacedRow(row, cells[at], cells[at + 1 :])
        self.rows.setdefault(row.key, []).append(found)
        self._last = row
        self._beside(found, cells[:at])

    def _match(self, cells: tuple[Cell, ...]) -> tuple[Row | None, int]:
        """The form's row and the position of its label's cell."""
        firsts = [key(cell.first_line) for cell in cells[:2]]
        labelled = next(((self._by_label[text], at) for at, text in enumerate(firsts) if text in self._by_label), None)
        by_ref = self._by_ref.get(firsts[0]) if len(firsts) > 1 else None
        if labelled and (by_ref is None or by_ref is labelled[0]):
            return labelled
        if labelled or by_ref is None:
            return None, 0
        alike = difflib.SequenceMatcher(None, firsts[1], key(by_ref.label)).ratio()
        if alike < _MUCH_ALIKE:
            return None, 0
        params: dict[str, str | int] = {"ref": by_ref.key, "label": by_ref.label}
        fields = tuple(field.id for field in by_ref.fields)
        self.findings.append(Finding(code=Code.FORM_04, fields=fields, location=f"row {by_ref.key}", params=params))
        return by_ref, 1

    def _beside(self, found: PlacedRow, before: tuple[Cell, ...]) -> None:
        """Writing in the row that stands neither in the label nor in the answer."""
        row = found.row
        printed = KnownText([row.label, row.ref or "", row.instruction, *(prompt.text for prompt in row.prompts)])
        label = [] if row.answer_in_label else found.label.paragraphs[1:]
        for cell_paragraphs in (label, *(cell.paragraphs for cell in before)):
            texts = [text for text in (paragraph.text for paragraph in cell_paragraphs) if text.strip()]
            extra = [text for text in texts if not printed.covers(text)]
            if extra and texts != [found.label.first_line]:
                self.leave("\n".join(extra), f"row {row.key}, beside the label")
        cells = (found.label, *found.answers)
        hidden = [text for cell in cells for text in _hidden(cell)]
        if hidden:
            self.leave("\n".join(hidden), f"row {row.key}, hidden text")


def _hidden(cell: Cell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        for span in paragraph.spans:
            if span.marks & Mark.HIDDEN and span.text.strip():
                yield span.text


def _printed(form: Form) -> Iterator[str]:
    """All text of the blank outside its answers."""
    yield form.title
    yield form.stamp
    yield from form.captions.values()
    for section in form.sections:
        yield section.heading
        yield from section.columns
        for row in section.rows:
            yield row.instruction
            yield from (prompt.text for prompt in row.prompts)
