"""What a form prints, made ready for comparing: once for each form, not for each file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

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
        self._by_letters = _unambiguous((label_key(text), row) for row in form.rows for text in _spellings(row))
        self.spellings = {row.key: sorted(_spellings(row), key=len, reverse=True) for row in form.rows}
        self.one_cell_rows = [row for row in form.rows if row.answer_in_label]
        headings = (text for section in form.sections for text in (section.heading, section.description))
        captions = [form.title, form.stamp, *form.captions.values(), *headings]
        self.around = KnownText(captions, form.known_sentences)
        self.captions = {key(text) for text in form.captions.values()}
        headers = [tuple(key(column) for column in section.columns) for section in form.sections]
        self.headers = {*headers, *(header[1:] for header in headers)}  # the refs' column may have been deleted
        self.header_words = {word for header in headers for word in header}
        self.cells = {*self.by_ref, *self.by_label, *(key(field.placeholder) for field in form.fields)}
        self.layout_of = {row.key: section.layout for section, row in form.items()}
        self.own_words = frozenset(filter(None, map(key, _words(form))))
        self._printed_at: dict[str, set[tuple[str, str]]] = {}
        for row in form.rows:
            for column, text in row.printed.items():
                self._printed_at.setdefault(key(text), set()).add((row.key, column))
        self._beside = {row.key: _beside_label(row, form.known_sentences) for row in form.rows}
        self._prompts = {row.key: {key(prompt.text) for prompt in row.prompts} for row in form.rows}
        self._own_lines = {row.key: frozenset(_own_lines(row)) for row in form.rows}

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
        prompts = self._prompts[row.key]
        if "\n" in text and not self._own_lines[row.key].isdisjoint(map(str.strip, text.split("\n"))):
            return True
        return bool(prompts) and key(text) in prompts

    def beside_label(self, row: Row) -> KnownText:
        """What the blank prints beside or below the row's label."""
        return self._beside[row.key]


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


def _beside_label(row: Row, known: Collection[str]) -> KnownText:
    return KnownText([row.instruction, *(prompt.text for prompt in row.prompts)], known)


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
