"""Which row of the file is which row of the form, and what stands in none.

A row is known by its ref and its label together; by its label alone where the ref is gone; by its ref with a label
that is much like the printed one; and, where the form's own row is missing, by a label that was reworded a little.
Two rows with one key are both dropped, and where ref and label speak of different rows, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form, Row
from hsbdocs.model.location import Location, Where
from hsbdocs.model.patterns import PAGE, PAGE_NUMBER
from hsbdocs.model.record import Unplaced
from hsbdocs.model.transcript import Aside, Paragraph, Picture, Transcript
from hsbdocs.reading.around import Around
from hsbdocs.reading.find import find_rows
from hsbdocs.reading.index import index_of
from hsbdocs.reading.rows import ChangedHeading, Foreign, Item, PlacedRow, paragraphs_in
from hsbdocs.reading.ticks import Tick, read_box
from hsbdocs.reading.told import Told
from hsbdocs.reading.told_row import tell_row
from hsbdocs.reading.words import key

#: Where text of headers and footers stands.
MARGIN = Location(Where.MARGIN_TEXT)
_NOTHING = Around()


class Placed(msgspec.Struct, frozen=True):
    """Every row found, by key; more than one reading for a row that stands twice."""

    rows: dict[str, list[PlacedRow]]
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]


def place(transcript: Transcript, form: Form, around: Around = _NOTHING) -> Placed:
    """Find the form's rows in the transcript; what belongs to none is kept apart with its place.

    ``around`` is what the copy is known to print besides: it is no writing.
    """
    items = [_less_prompts(item, around) for item in find_rows(transcript, form)]
    rows: dict[str, list[PlacedRow]] = {}
    for found in (item for item in items if isinstance(item, PlacedRow)):
        rows.setdefault(found.row.key, []).append(found)
    teller = _Teller(form, transcript.marks, around)
    teller.begins_with(next(iter(rows), ""))
    for item in items:
        teller.tell(item)
    for aside in transcript.asides:
        teller.aside(aside)
    teller.pictures(transcript.pictures)
    teller.margins(transcript.margins)
    return Placed(rows, tuple(teller.told.unplaced), tuple(teller.told.findings))


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
        self.told = Told()
        self._marks = marks
        self._index = index_of(form)
        self._last: Row | None = None
        self._calm_above = False
        self._sheet = 0

    def begins_with(self, row_key: str) -> None:
        """Where the form's own first row is the first to be found, what stands above it stands in no answer."""
        self._calm_above = row_key == self._index.form.sections[0].rows[0].key

    def tell(self, item: Item) -> None:
        """Tell of one item: a loose paragraph, a row that is none of the form's, or a row of the form."""
        if isinstance(item, Paragraph):
            self._loose(item)
        elif isinstance(item, Foreign):
            self._foreign(item)
        elif isinstance(item, ChangedHeading):
            place = Location(Where.COLUMN_HEADING, column=item.column)
            self.told.findings.append(Finding(code=Code.FORM_04, location=place))
            self.told.keep(item.text, place)
        else:
            self._last, self._sheet = item.row, item.sheet
            tell_row(item, self.told, self._around, self._marks)

    def pictures(self, pictures: Sequence[Picture]) -> None:
        """Pictures that stand nowhere in the file are said to be there, those apart that the copy prints."""
        for picture in pictures:
            if picture.image not in self._around.hashes:
                self.told.say(Code.FORM_06 if picture.shown else Code.FORM_09, Location(picture.place))

    def margins(self, paragraphs: Sequence[Paragraph]) -> None:
        """Headers and footers are kept apart; without a finding where the form is no document of ours.

        A letterhead is no writing in such a form.
        """
        texts = dict.fromkeys(paragraph.text.strip() for paragraph in paragraphs)
        for text in texts:
            if PAGE_NUMBER.fullmatch(text) or self._is_printed(PAGE.sub("\n", text)):
                continue
            if self._stamped:
                self.told.leave(text, MARGIN, slight=self._around.margins)
            else:
                self.told.keep(text, MARGIN)
        if any(map(self._around.strange, paragraphs)):
            self.told.say(Code.FORM_09, Location(Where.MARGIN))

    def _is_printed(self, text: str) -> bool:
        return self._around.covers(text, self._index.around)

    def aside(self, aside: Aside) -> None:
        """What stands beside the document is kept apart; a picture there is said to be one."""
        place = Location(aside.kind, cell=aside.cell)
        if aside.text:
            self.told.leave(aside.text, place)
        if aside.pictures:
            self.told.say(Code.FORM_06, place)

    def _here(self, sheet: int = 0) -> Location:
        if sheet and sheet != self._sheet:
            return Location(Where.SHEET, sheet=sheet)
        if self._last is None:
            return Location(Where.BEFORE_FIRST_ROW)
        return Location(Where.AFTER_ROW, (self._last.key,))

    def _drawn_here(self, paragraph: Paragraph) -> None:
        if self._around.strange(paragraph):
            above = self._calm_above and self._last is None
            self.told.say(
                Code.FORM_09 if above else Code.FORM_06, Location(Where.ABOVE_FORM) if above else self._here()
            )
        self.told.unread([paragraph], self._here())
        if paragraph.shapes:
            self.told.say(Code.FORM_11, self._here())

    def _loose(self, paragraph: Paragraph) -> None:
        self._drawn_here(paragraph)
        self.told.taken_out(paragraph, self._here())
        text = paragraph.text
        if text.strip() and not self._is_printed(text):
            self.told.leave(text, self._here(), slight=self._around.above and self._last is None)

    def _foreign(self, item: Foreign) -> None:
        for paragraph in paragraphs_in(item.cells):
            self._drawn_here(paragraph)
            self.told.taken_out(paragraph, self._here())
        texts = [cell.text.strip() for cell in item.cells]
        if self._title in map(key, texts):
            self._titled = item.sheet
        slight = self._around.above and self._last is None and 0 < item.sheet == self._titled
        for text in filter(self._is_writing, texts):
            self.told.leave(text, self._here(item.sheet), slight=slight)

    def _is_writing(self, text: str) -> bool:
        return bool(text) and not self._is_own(text) and not self._is_printed(text)

    def _is_own(self, text: str) -> bool:
        """True for what the form itself prints in a cell, and for an empty box."""
        said = key(text)
        return said in self._index.cells if said else read_box(text) is Tick.OPEN
