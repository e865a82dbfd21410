"""What a form prints, made ready for comparing: once for each form, not for each file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

import msgspec

from hsbdocs.model.form import FieldType, Form, Row
from hsbdocs.model.patterns import ASIDE
from hsbdocs.model.words import keep
from hsbdocs.reading.words import KnownText, key, label_key


class FormIndex:
    """A form's rows by ref and by label, and all the text of its blank.

    ``own_words`` are those of its texts by which versions with the same labels are told apart.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        keep(_texts(form))
        self.by_ref = {key(row.ref): row for row in form.rows if row.ref is not None}
        self.by_label = {key(row.label): row for row in form.rows}
        self._by_letters = _by_letters(form)
        self.spellings = {row.key: sorted(_spellings(row), key=len, reverse=True) for row in form.rows}
        self.one_cell_rows = [row for row in form.rows if row.answer_in_label]
        self.around = KnownText(_outside_rows(form), form.known_sentences)
        self.captions = set(map(key, form.captions.values()))
        self.headers = _headers(form)
        self.header_words = set(chain.from_iterable(self.headers))
        self.cells = {*self.by_ref, *self.by_label, *(key(field.placeholder) for field in form.fields)}
        self.layout_of = {row.key: section.layout for section, row in form.items()}
        self.own_words = frozenset(filter(None, map(key, _words(form))))
        self._printed_at = _printed_at(form)
        self._inside = {row.key: _print_of(row, form.known_sentences) for row in form.rows}

    def printed_elsewhere(self, row: Row, column: str, text: str) -> bool | None:
        """Where the blank prints this text, if not there: True in another row, False in another column; else None."""
        places = self._printed_at.get(key(text), ())
        if not places or (row.key, column) in places:
            return None
        return all(where[0] != row.key for where in places)

    def labelled(self, text: str) -> Row | None:
        """The row whose label this is, small differences of spelling apart."""
        return self.by_label.get(key(text)) or self._by_letters.get(label_key(text))

    def holds_print(self, row: Row, text: str) -> bool:
        """True where the text is one of the row's prompts, or has the row's label or ref as a line among others."""
        own = self._inside[row.key]
        if "\n" in text and not own.lines.isdisjoint(map(str.strip, text.split("\n"))):
            return True
        return bool(own.prompts) and key(text) in own.prompts

    def beside_label(self, row: Row) -> KnownText:
        """What the blank prints beside or below the row's label."""
        return self._inside[row.key].beside_label


class _Print(msgspec.Struct, frozen=True):
    """What the blank prints in a row: beside its label, as prompts (as keys), and as lines of their own."""

    beside_label: KnownText
    prompts: frozenset[str]
    lines: frozenset[str]


def _print_of(row: Row, known: Collection[str]) -> _Print:
    prompts = [prompt.text for prompt in row.prompts]
    return _Print(
        KnownText([row.instruction, *prompts], known), frozenset(map(key, prompts)), frozenset(_own_lines(row))
    )


def _outside_rows(form: Form) -> Iterator[str]:
    """What the form prints outside its rows."""
    yield from (form.title, form.stamp, *form.captions.values())
    for section in form.sections:
        yield from (section.heading, section.description)


def _headers(form: Form) -> set[tuple[str, ...]]:
    """The headings of columns of each section, with the refs' column and without: it may have been deleted."""
    headers = [tuple(map(key, section.columns)) for section in form.sections]
    return {*headers, *(header[1:] for header in headers)}


def _printed_at(form: Form) -> dict[str, set[tuple[str, str]]]:
    """By each text that the blank fills in: the rows and columns where it does."""
    places: dict[str, set[tuple[str, str]]] = {}
    for row in form.rows:
        for column, text in row.printed.items():
            places.setdefault(key(text), set()).add((row.key, column))
    return places


def _by_letters(form: Form) -> dict[str, Row]:
    """Rows by the letters of each spelling of their labels."""
    return _unambiguous((label_key(text), row) for row in form.rows for text in _spellings(row))


def _words(form: Form) -> Iterator[str]:
    """What tells versions of a form apart whose labels are the same: captions, cells that are filled in, prompts."""
    yield from form.captions.values()
    for row in form.rows:
        yield from (row.instruction, *row.printed.values(), *(prompt.text for prompt in row.prompts))


def _own_lines(row: Row) -> Iterator[str]:
    """The label and the ref as they are printed; a ref that is a number may be written in an answer."""
    yield row.label
    if row.ref is not None and not row.ref.isdecimal():
        yield row.ref


def _texts(form: Form) -> Iterator[str]:
    """What the form prints, paragraph by paragraph."""
    yield from form.captions.values()
    for section in form.sections:
        yield from (section.heading, *section.columns)
    for row in form.rows:
        yield from (row.ref or "", row.label, row.instruction, *row.printed.values(), *(p.text for p in row.prompts))
    for field in form.fields:
        yield from (field.placeholder, field.caption, *(choice.label for choice in field.choices))


def _spellings(row: Row) -> list[str]:
    """The label; the label without what stands in brackets; a label that prints the options with only one left."""
    found = [row.label, ASIDE.sub(" ", row.label)]
    choice = row.field(FieldType.CHOICE)
    if choice is not None and all(option.label in row.label for option in choice.choices):
        for left in choice.choices:
            text = row.label
            for option in choice.choices:
                if option is not left:
                    text = text.replace(option.label, " ")
            found += [text, ASIDE.sub(" ", text)]
    return found


def _unambiguous(pairs: Iterable[tuple[str, Row]]) -> dict[str, Row]:
    """Rows by key, without the keys that two rows would share."""
    found: dict[str, Row] = {}
    shared = set()
    for text, row in pairs:
        if found.setdefault(text, row) is not row:
            shared.add(text)
    return {text: row for text, row in found.items() if text and text not in shared}


_MADE: dict[int, FormIndex] = {}


def index_of(form: Form) -> FormIndex:
    """The index of a form, made at its first use."""
    made = _MADE.get(id(form))
    if made is None or made.form is not form:
        made = _MADE[id(form)] = FormIndex(form)
    return made
