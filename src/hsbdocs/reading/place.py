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
from hsbdocs.reading.index import index_of
from hsbdocs.reading.ticks import Tick, read_box
from hsbdocs.reading.words import key

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
    placer = _Placer(form, transcript.marks)
    placer.blocks(transcript.blocks)
    for aside in transcript.asides:
        placer.leave(aside.text, f"{aside.kind}")
    if any(paragraph.pictures for paragraph in transcript.margins):
        placer.say(Code.FORM_09, "the header or footer")
    return Placed(placer.rows, tuple(placer.unplaced), tuple(placer.findings))


class _Placer:
    def __init__(self, form: Form, marks: int) -> None:
        self._marks = marks
        self.rows: dict[str, list[PlacedRow]] = {}
        self.unplaced: list[Unplaced] = []
        self.findings: list[Finding] = []
        self._index = index_of(form)
        self._last: Row | None = None

    def blocks(self, blocks: Sequence[Paragraph | Table]) -> None:
        """Place what stands in these blocks."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._loose(block)
            else:
                for cells in block.rows:
                    self._row(cells)

    def leave(self, text: str, location: str) -> None:
        """Keep text apart, and say so once for each place."""
        self.unplaced.append(Unplaced(text.strip(), location))
        finding = Finding(code=Code.FORM_05, location=location, params={"place": location})
        if finding not in self.findings:
            self.findings.append(finding)

    def say(self, code: Code, place: str, row: Row | None = None) -> None:
        """A finding about a place, once."""
        fields = tuple(field.id for field in row.fields) if row else ()
        location = f"row {row.key}" if row else "" if place == "the header or footer" else place
        finding = Finding(code=code, fields=fields, location=location, params={"place": place})
        if finding not in self.findings:
            self.findings.append(finding)

    def _here(self) -> str:
        return f"after row {self._last.key}" if self._last else "before the first row"

    def _loose(self, paragraph: Paragraph) -> None:
        if paragraph.pictures:
            self.say(Code.FORM_06, self._here())
        if paragraph.shapes:
            self.say(Code.FORM_11, self._here())
        text = paragraph.text
        if text.strip() and not self._index.around.covers(text):
            self.leave(text, self._here())

    def _row(self, cells: tuple[Cell, ...]) -> None:
        row, at = self._match(cells)
        if row is None:
            self._foreign(cells)
            return
        found = PlacedRow(row, cells[at], cells[at + 1 :])
        self.rows.setdefault(row.key, []).append(found)
        self._last = row
        self._beside(found, cells[:at])
        self._drawn(found, cells[:at])

    def _foreign(self, cells: tuple[Cell, ...]) -> None:
        """A row that is not the form's: a header is passed over, tables inside are looked through."""
        if tuple(key(cell.text) for cell in cells) in self._index.headers:
            return
        texts = []
        for cell in cells:
            if any(isinstance(block, Table) for block in cell.blocks):
                self.blocks(cell.blocks)
                continue
            for paragraph in cell.paragraphs:
                if paragraph.pictures:
                    self.say(Code.FORM_06, self._here())
                if paragraph.shapes:
                    self.say(Code.FORM_11, self._here())
            text = cell.text.strip()
            own = key(text) in self._index.cells if key(text) else read_box(text) is Tick.OPEN
            if text and not own and not self._index.around.covers(text):
                texts.append(text)
        for text in texts:
            self.leave(text, self._here())

    def _match(self, cells: tuple[Cell, ...]) -> tuple[Row | None, int]:
        """The form's row and the position of its label's cell."""
        firsts = [key(cell.first_line) for cell in cells[:2]]
        labelled = next(
            ((self._index.by_label[text], at) for at, text in enumerate(firsts) if text in self._index.by_label), None
        )
        by_ref = self._index.by_ref.get(firsts[0]) if len(firsts) > 1 else None
        if labelled and (by_ref is None or by_ref is labelled[0]):
            return labelled
        if labelled:
            return None, 0
        if by_ref is None:
            inside = [(self._starts(text), at) for at, text in enumerate(firsts)]
            return next(((row, at) for row, at in inside if row and row.answer_in_label), (None, 0))
        if firsts[1].startswith(f"{key(by_ref.label)} "):
            return by_ref, 1
        alike = {text: difflib.SequenceMatcher(None, firsts[1], text).ratio() for text in self._index.by_label}
        best = max(alike, key=lambda text: alike[text])
        if self._index.by_label[best] is not by_ref or alike[best] < _MUCH_ALIKE:
            return None, 0
        params: dict[str, str | int] = {"ref": by_ref.key, "label": by_ref.label}
        fields = tuple(field.id for field in by_ref.fields)
        self.findings.append(Finding(code=Code.FORM_04, fields=fields, location=f"row {by_ref.key}", params=params))
        self.unplaced.append(Unplaced(cells[1].first_line, f"row {by_ref.key}, the label"))
        return by_ref, 1

    def _starts(self, text: str) -> Row | None:
        """The row whose label the text starts with and goes on from."""
        fitting = [label for label in self._index.by_label if text.startswith(f"{label} ")]
        return self._index.by_label[max(fitting, key=len)] if fitting else None

    def _beside(self, found: PlacedRow, before: tuple[Cell, ...]) -> None:
        """Writing in the row that stands neither in the label nor in the answer."""
        row = found.row
        extra = []
        if not row.answer_in_label:
            first, *below = [text for text in (p.text for p in found.label.paragraphs) if text.strip()]
            extra += [first] if key(first).startswith(f"{key(row.label)} ") else []
            extra += [text for text in below if not self._index.beside_label(row).covers(text)]
        for cell in before:
            lines = [text for text in (p.text for p in cell.paragraphs) if text.strip()]
            extra += [text for text in lines if key(text) != key(row.ref or "")]
        if extra:
            self.leave("\n".join(extra), f"row {row.key}, beside the label")
        if self._marks & Mark.HIDDEN:
            hidden = [text for cell in (*before, found.label, *found.answers) for text in _hidden(cell)]
            if hidden:
                self.leave("\n".join(hidden), f"row {row.key}, hidden text")

    def _drawn(self, found: PlacedRow, before: tuple[Cell, ...]) -> None:
        """Pictures anywhere in the row (in a signature box told calmly), and shapes beside its label."""
        row = found.row
        inside = [*found.answers, *([found.label] if row.answer_in_label else [])]
        outside = [*before, *([] if row.answer_in_label else [found.label])]
        if _pictures(outside):
            self.say(Code.FORM_06, f"row {row.key}, beside the label", row)
        if any(paragraph.shapes for cell in outside for paragraph in cell.paragraphs):
            self.say(Code.FORM_11, f"row {row.key}, beside the label", row)
        if _pictures(inside):
            signature = any(field.signature for field in row.fields)
            place = f"the box {row.label}" if signature else f"row {row.key}"
            self.say(Code.FORM_09 if signature else Code.FORM_06, place, row)


def _pictures(cells: Sequence[Cell]) -> int:
    return sum(paragraph.pictures for cell in cells for paragraph in cell.paragraphs)


def _hidden(cell: Cell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        for span in paragraph.spans:
            if span.marks & Mark.HIDDEN and span.text.strip():
                yield span.text
