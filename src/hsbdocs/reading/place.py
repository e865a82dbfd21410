"""Which row of the file is which row of the form, and what stands in none.

A row is known by its ref and its label together; by its label alone where the ref is gone; by its ref with a label
that is much like the printed one; and, where the form's own row is missing, by a label that was reworded a little.
Two rows with one key are both dropped, and where ref and label speak of different rows, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form, Row
from hsbdocs.model.location import Location, Part, Where
from hsbdocs.model.location import row as at_row
from hsbdocs.model.patterns import PAGE, PAGE_NUMBER
from hsbdocs.model.record import Unplaced
from hsbdocs.model.transcript import Aside, Cell, Mark, Paragraph, Transcript
from hsbdocs.reading.around import Around
from hsbdocs.reading.find import find_rows
from hsbdocs.reading.headed import BESIDE
from hsbdocs.reading.index import index_of
from hsbdocs.reading.listed import added
from hsbdocs.reading.rows import ChangedHeading, Foreign, Item, PlacedRow
from hsbdocs.reading.ticks import Tick, read_box
from hsbdocs.reading.words import key

#: Places that are no part of the form: a finding there has no location.
_NO_LOCATION = (Where.MARGIN, Where.ABOVE_FORM, Where.NOWHERE)
#: Where text of headers and footers stands.
MARGIN = Location(Where.MARGIN_TEXT)
_NOTHING = Around()
_TO_LOOK_FOR = Mark.STRUCK | Mark.HIDDEN | Mark.DELETED | Mark.DRAWN | Mark.REST


class Placed(msgspec.Struct, frozen=True):
    """Every row found, by key; more than one reading for a row that stands twice."""

    rows: dict[str, list[PlacedRow]]
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]


def place(transcript: Transcript, form: Form, around: Around = _NOTHING) -> Placed:
    """Find the form's rows in the transcript; what belongs to none is kept apart with its place.

    ``around`` is what the copy is known to print besides: it is no writing.
    """
    teller = _Teller(form, transcript.marks, around)
    rows: dict[str, list[PlacedRow]] = {}
    items = [_less_prompts(item, around) for item in find_rows(transcript, form)]
    teller.begins_with(next((item.row for item in items if isinstance(item, PlacedRow)), None))
    for item in items:
        teller.tell(item)
        if isinstance(item, PlacedRow):
            rows.setdefault(item.row.key, []).append(item)
    for aside in transcript.asides:
        teller.aside(aside)
    for picture in (each for each in transcript.pictures if each.image not in around.hashes):
        teller.say(Code.FORM_06 if picture.shown else Code.FORM_09, Location(picture.place))
    teller.margins(transcript.margins)
    if any(around.strange(paragraph) for paragraph in transcript.margins):
        teller.say(Code.FORM_09, Location(Where.MARGIN))
    return Placed(rows, tuple(teller.unplaced), tuple(teller.findings))


def _less_prompts(item: Item, around: Around) -> Item:
    """A row without the prompts that the copy prints below its label; what is typed on the label's line stays."""
    if not isinstance(item, PlacedRow) or not item.beside:
        return item
    line, _, below = item.beside.partition("\n") if item.on_line else ("", "", item.beside)
    return replace(item, beside="\n".join(filter(None, [line, around.without(below)])))


class _Teller:
    """Goes through a file in order and tells what stands outside the answers."""

    def __init__(self, form: Form, marks: int, around: Around) -> None:
        self._around = around
        self._stamped = form.stamped
        self._title = key(form.title)
        self._titled = 0  # the sheet on which the form's title was met
        self.unplaced: list[Unplaced] = []
        self.findings: list[Finding] = []
        self._marks = marks
        self._index = index_of(form)
        self._last: Row | None = None
        self._calm_above = False
        self._sheet = 0

    def begins_with(self, row: Row | None) -> None:
        """Where the form's own first row is the first to be found, what stands above it stands in no answer."""
        self._calm_above = row is self._index.form.sections[0].rows[0]

    def tell(self, item: Item) -> None:
        """Tell of one item: a loose paragraph, a row that is none of the form's, or a row of the form."""
        if isinstance(item, Paragraph):
            self._loose(item)
        elif isinstance(item, Foreign):
            self._foreign(item)
        elif isinstance(item, ChangedHeading):
            place = Location(Where.COLUMN_HEADING, column=item.column)
            self.findings.append(Finding(code=Code.FORM_04, location=place))
            self.unplaced.append(Unplaced(item.text, place))
        else:
            self._last, self._sheet = item.row, item.sheet
            self._row(item)

    def margins(self, paragraphs: Sequence[Paragraph]) -> None:
        """Headers and footers are kept apart; without a finding where the form is no document of ours.

        A letterhead is no writing in such a form.
        """
        texts = dict.fromkeys(paragraph.text.strip() for paragraph in paragraphs)
        for text in texts:
            if PAGE_NUMBER.fullmatch(text) or self._is_printed(PAGE.sub("\n", text)):
                continue
            if self._stamped:
                self.leave(text, MARGIN, slight=self._around.margins)
            else:
                self.unplaced.append(Unplaced(text, MARGIN))

    def _is_printed(self, text: str) -> bool:
        return self._around.covers(text, self._index.around)

    def aside(self, aside: Aside) -> None:
        """What stands beside the document is kept apart; a picture there is said to be one."""
        place = Location(aside.kind, cell=aside.cell)
        if aside.text:
            self.leave(aside.text, place)
        if aside.pictures:
            self.say(Code.FORM_06, place)

    def leave(self, text: str, location: Location, *, slight: bool = False) -> None:
        """Keep text apart, and say so once for each place; ``slight`` where it may be a line of the copy's own."""
        self.unplaced.append(Unplaced(text.strip(), location))
        finding = Finding(code=Code.FORM_05, location=location, place=location, slight=slight)
        if finding not in self.findings:
            self.findings.append(finding)

    def say(self, code: Code, place: Location, row: Row | None = None) -> None:
        """A finding about a place, once."""
        fields = tuple(field.id for field in row.fields) if row else ()
        location = at_row(row.key) if row else None if place.where in _NO_LOCATION else place
        finding = Finding(code=code, fields=fields, location=location, place=place)
        if finding not in self.findings:
            self.findings.append(finding)

    def _here(self, sheet: int = 0) -> Location:
        if sheet and sheet != self._sheet:
            return Location(Where.SHEET, sheet=sheet)
        if self._last is None:
            return Location(Where.BEFORE_FIRST_ROW)
        return Location(Where.AFTER_ROW, (self._last.key,))

    def _drawn_here(self, paragraph: Paragraph) -> None:
        if self._around.strange(paragraph):
            above = self._calm_above and self._last is None
            self.say(Code.FORM_09 if above else Code.FORM_06, Location(Where.ABOVE_FORM) if above else self._here())
        self._unread([paragraph], self._here())
        if paragraph.shapes:
            self.say(Code.FORM_11, self._here())

    def _loose(self, paragraph: Paragraph) -> None:
        self._drawn_here(paragraph)
        self._struck(paragraph, self._here())
        text = paragraph.text
        if text.strip() and not self._is_printed(text):
            self.leave(text, self._here(), slight=self._around.above and self._last is None)

    def _foreign(self, item: Foreign) -> None:
        texts = []
        for cell in item.cells:
            for paragraph in cell.paragraphs:
                self._drawn_here(paragraph)
                self._struck(paragraph, self._here())
            text = cell.text.strip()
            self._titled = item.sheet if key(text) == self._title else self._titled
            own = key(text) in self._index.cells if key(text) else read_box(text) is Tick.OPEN
            if text and not own and not self._is_printed(text):
                texts.append(text)
        slight = self._around.above and self._last is None and 0 < item.sheet == self._titled
        for text in texts:
            self.leave(text, self._here(item.sheet), slight=slight)

    def _row(self, found: PlacedRow) -> None:
        """Writing in the row that stands neither in the label nor in the answer, and what is drawn in it."""
        row = found.row
        changed = [(column, cell) for column, cell in found.printed if added(cell.text, row.printed[column]) != ""]
        if found.reworded or changed:
            params: dict[str, str | int] = {"ref": row.key, "label": row.label}
            fields = tuple(field.id for field in row.fields)
            self.findings.append(Finding(code=Code.FORM_04, fields=fields, location=at_row(row.key), params=params))
        if found.reworded:
            self.unplaced.append(Unplaced(found.label.first_line, at_row(row.key, Part.LABEL)))
        for column, cell in changed:
            if cell.text.strip():
                self.unplaced.append(Unplaced(cell.text.strip(), at_row(row.key, Part.COLUMN, column)))
        before = list(self._before(found))
        extra = [found.beside, *before] if found.beside else before
        if extra:
            slight = self._around.prompts and bool(row.prompts) and not found.on_line and not before
            self.leave("\n".join(extra), at_row(row.key, Part.BESIDE_LABEL), slight=slight)
        for name, cell in found.extra:
            if cell.text.strip():  # the column's heading was typed by somebody: it is no place to name in a finding
                part = Part.BESIDE_ANSWER if name == BESIDE else Part.OTHER_COLUMN
                self.leave(cell.text, at_row(row.key, part))
        if not self._marks & _TO_LOOK_FOR:
            return
        cells = found.cells
        if self._marks & Mark.REST:
            inside = [*found.answers, *([found.label] if row.answer_in_label else [])]
            for cell in cells:
                self._unread(cell.paragraphs, at_row(row.key), said=cell not in inside)
        if self._marks & Mark.HIDDEN:
            hidden = [text for cell in cells for text in _hidden(cell)]
            if hidden:
                self.leave("\n".join(hidden), at_row(row.key, Part.HIDDEN_TEXT))
        if self._marks & Mark.STRUCK and not row.answer_in_label and _is_struck(found.label):
            self.say(Code.FORM_11, at_row(row.key, Part.LABEL), row)
        for column, cell in found.printed:
            if self._marks & Mark.STRUCK and _is_struck(cell):
                self.say(Code.FORM_11, at_row(row.key, Part.COLUMN, column), row)
        if self._marks & Mark.DELETED:
            for paragraph in (paragraph for cell in cells for paragraph in cell.paragraphs):
                self._struck(paragraph, at_row(row.key), row)
        if self._marks & Mark.DRAWN:
            self._drawn(found)

    def _before(self, found: PlacedRow) -> Iterator[str]:
        """What stands in the cells before the label, the row's ref and what the copy prints apart."""
        for cell in found.before:
            for text in (paragraph.text for paragraph in cell.paragraphs):
                if text.strip() and key(text) != key(found.row.ref or "") and self._around.without(text):
                    yield text

    def _unread(self, paragraphs: Iterable[Paragraph], where: Location, *, said: bool = True) -> None:
        """What a reader could not give as text: its own text is kept apart, and ``said`` so."""
        for rest in (rest for paragraph in paragraphs for rest in paragraph.rest):
            place = where.at(Part(rest.kind.value))
            if rest.text:
                self.unplaced.append(Unplaced(rest.text, place))
            if said:
                self.find(Finding(code=Code.FORM_05, location=place, place=place))

    def find(self, finding: Finding) -> None:
        """Give a finding, once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def _struck(self, paragraph: Paragraph, where: Location, row: Row | None = None) -> None:
        """Text that tracked changes take out is kept apart, and said to be; the blank's own placeholder is none."""
        own = () if row is None else tuple(key(field.placeholder) for field in row.fields)
        if paragraph.deleted.strip() and key(paragraph.deleted) not in own:
            self.unplaced.append(Unplaced(paragraph.deleted.strip(), where.at(Part.TAKEN_OUT)))
            self.say(Code.FORM_11, where, row)

    def _drawn(self, found: PlacedRow) -> None:
        """Pictures anywhere in the row (in a signature box told calmly), and shapes beside its label."""
        row = found.row
        inside = [*found.answers, *([found.label] if row.answer_in_label else [])]
        outside = [*found.before, *([] if row.answer_in_label else [found.label])]
        if any(self._around.strange(paragraph) for cell in outside for paragraph in cell.paragraphs):
            self.say(Code.FORM_06, at_row(row.key, Part.BESIDE_LABEL), row)
        if any(paragraph.shapes for cell in outside for paragraph in cell.paragraphs):
            self.say(Code.FORM_11, at_row(row.key, Part.BESIDE_LABEL), row)
        if _pictures(inside):
            signature = any(field.signature for field in row.fields)
            place = Location(Where.BOX, (row.key,)) if signature else at_row(row.key)
            self.say(Code.FORM_09 if signature else Code.FORM_06, place, row)


def _pictures(cells: Sequence[Cell]) -> int:
    return sum(paragraph.pictures for cell in cells for paragraph in cell.paragraphs)


def _is_struck(cell: Cell) -> bool:
    return any(span.marks & Mark.STRUCK and span.text.strip() for p in cell.paragraphs for span in p.spans)


def _hidden(cell: Cell) -> Iterator[str]:
    for paragraph in cell.paragraphs:
        for span in paragraph.spans:
            if span.marks & Mark.HIDDEN and span.text.strip():
                yield span.text
