"""What people wrote into the register, and set up in it, since it was last written: read from every copy of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from hsbdocs.formats.excel.kept_book import BookRead, NotReadable, read_book
from hsbdocs.formats.excel.kept_rules import SetUp
from hsbdocs.model.cell import Cell
from hsbdocs.model.reference import as_reference
from hsbdocs.model.register import ORGANISATION_COLUMNS, OURS, PEOPLES, Column, Sheet, SheetState
from hsbdocs.pipeline.parse import Parser
from hsbdocs.register.merge import Copy, Kind, Merged, Row, merge
from hsbdocs.register.view import organisation_ours
from hsbdocs.store.ledger import LEDGER, Ledger
from hsbdocs.store.register_file import REGISTER, copies, set_aside

_FORMS = Kind(
    key=Column.REFERENCE,
    ours=tuple(map(str, OURS)),
    peoples=tuple(map(str, PEOPLES)),
    notes=Column.NOTE,
    key_of=as_reference,
)
_NAME = ORGANISATION_COLUMNS[0]
#: Our own sheets; whatever else stands in the workbook is somebody's own.
_SHEETS = tuple(map(str, Sheet))


class Written(msgspec.Struct, frozen=True):
    """The sheets with what people wrote, what they set up in the newest copy, and what somebody has to look at.

    ``found_again`` are the rows of a register whose ledger is lost, by reference, as they stand there.
    """

    states: Mapping[Sheet, SheetState]
    set_ups: Mapping[str, SetUp]
    told: tuple[str, ...]
    found_again: Mapping[str, Row] = {}


def take_in(opened: Ledger, folder: Path, parser: Parser) -> Written:
    """All copies of the register in a folder brought together, and kept at once. Raises OSError."""
    taking = _Taking(opened, folder, parser)
    states, set_ups = taking.all()
    return Written(states, set_ups, tuple(taking.told), taking.found_again)


class _Taking:
    def __init__(self, opened: Ledger, folder: Path, parser: Parser) -> None:
        self._ledger, self._folder, self._parser = opened, folder, parser
        self._organisations = Kind(
            key=_NAME,
            ours=organisation_ours(parser.words),
            peoples=ORGANISATION_COLUMNS,
            notes="",
            key_of=lambda written: written,
            own_lines=(parser.words.register.not_listed,),
            ours_last=True,
        )
        self.told: list[str] = []
        self.found_again: dict[str, Row] = {}

    def all(self) -> tuple[dict[Sheet, SheetState], dict[str, SetUp]]:
        latest = self._ledger.writings()
        books = sorted(self._books(), key=lambda each: latest if each[1].writing is None else each[1].writing)
        keys = [kept.reference for kept in self._ledger.forms()]
        if not keys and books:
            keys = self._found_again(books)
        forgotten = tuple(self._ledger.forgotten().values())
        forms = self._merged(Sheet.REGISTER, msgspec.structs.replace(_FORMS, own_lines=forgotten), books, keys)
        listed = self._merged(Sheet.ORGANISATIONS, self._organisations, books, self._names(books))
        states = {Sheet.REGISTER: forms.state, Sheet.ORGANISATIONS: listed.state}
        self.told += [*forms.told, *listed.told]
        if not books:
            return states, {}
        # Under a number of its own: what a file was written under stays as it was then.
        self._ledger.set_sheets(latest + 1, states)
        _, newest = books[-1]
        return states, {sheet.name: sheet.set_up for sheet in newest.sheets}

    def _books(self) -> list[tuple[str, BookRead]]:
        books = []
        for found in copies(self._folder):
            try:
                book = read_book(found.data, (_FORMS.key, _NAME))
            except NotReadable as error:
                aside = set_aside(self._folder, self._parser.today) if found.path.name == REGISTER else found.path
                self.told.append(f"{found.path.name} {error}. It stays as {aside.name}; nothing was taken from it.")
                continue
            if found.path.name == REGISTER:
                self._say_lost(book)
            books.append((found.path.name, book))
        return books

    def _say_lost(self, book: BookRead) -> None:
        """What the new register cannot carry is named, and the old file kept."""
        own = [f"the sheet {sheet.name}" for sheet in book.sheets if sheet.name not in _SHEETS]
        if lost := [*own, *book.lost]:
            aside = set_aside(self._folder, self._parser.today)
            self.told.append(f"The new {REGISTER} does not carry {', '.join(lost)}: the old one stays as {aside.name}.")

    def _found_again(self, books: list[tuple[str, BookRead]]) -> list[str]:
        """The references in a register whose ledger is lost; their rows are known by them as before."""
        for _, book in books:
            sheet = book.sheet(Sheet.REGISTER)
            forgotten = set(self._ledger.forgotten().values())
            for row in () if sheet is None else sheet.rows:
                written = row[_FORMS.key].text if _FORMS.key in row else ""
                if (key := as_reference(written)) and key not in forgotten:
                    self.found_again[key] = dict(row)
        if self.found_again:
            self.told.append(
                f"There was no {LEDGER} beside {REGISTER}. It was made anew, and what people wrote was taken from the "
                "register; of forms that are not in this run, the rows stay as they stood."
            )
        return list(self.found_again)

    def _merged(self, sheet: Sheet, kind: Kind, books: list[tuple[str, BookRead]], keys: list[str]) -> Merged:
        before = self._ledger.sheet(sheet) or SheetState()
        found = []
        for name, book in books:
            read = book.sheet(sheet)
            if read is None:
                self.told.append(f"{name} has no sheet {sheet}: it comes back as it was.")
            elif kind.key not in read.columns:
                stays = self._stays(name)
                self.told.append(f"The sheet {sheet} of {name} has no column {kind.key}: it was not taken in. {stays}")
            else:
                stood = None if book.writing is None else self._ledger.sheet(sheet, book.writing)
                rows = tuple(dict(row) for row in read.rows)
                found.append(Copy(name, read.columns, rows, stood or before, sure=stood is not None))
        return merge(kind, before, found, keys)

    def _stays(self, name: str) -> str:
        """What becomes of a copy from which not all was taken."""
        if name != REGISTER:
            return "It stays as it is."
        return f"It stays as {set_aside(self._folder, self._parser.today).name}."

    def _names(self, books: list[tuple[str, BookRead]]) -> list[str]:
        """The organisations of the newest list; as they were kept where there is none."""
        sheets = list(filter(None, (book.sheet(Sheet.ORGANISATIONS) for _, book in books)))
        if not sheets:
            return [key for key, _ in (self._ledger.sheet(Sheet.ORGANISATIONS) or SheetState()).rows if key]
        none = {"", *self._organisations.own_lines}
        found = [row.get(_NAME, Cell()).text for sheet in sheets for row in sheet.rows]
        return [name for name in dict.fromkeys(found) if name not in none]
