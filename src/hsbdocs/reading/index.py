"""What a form prints, made ready for comparing: once for each form, not for each file."""

from __future__ import annotations

from hsbdocs.model.form import Form, Row
from hsbdocs.reading.words import KnownText, key


class FormIndex:
    """A form's rows by ref and by label, and all the text of its blank."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.by_ref = {key(row.ref): row for row in form.rows if row.ref is not None}
        self.by_label = {key(row.label): row for row in form.rows}
        self.around = KnownText([form.title, form.stamp, *form.captions.values(), *(s.heading for s in form.sections)])
        headers = [tuple(key(column) for column in section.columns) for section in form.sections]
        self.headers = {*headers, *(header[1:] for header in headers)}  # the refs' column may have been deleted
        self.cells = {*self.by_ref, *self.by_label, *(key(field.placeholder) for field in form.fields)}
        self._beside = {row.key: _beside_label(row) for row in form.rows}

        self._prompts = {row.key: {key(prompt.text) for prompt in row.prompts} for row in form.rows}

    def is_prompt(self, row: Row, text: str) -> bool:
        """True where the text is one of the row's prompts and nothing else."""
        prompts = self._prompts[row.key]
        return bool(prompts) and key(text) in prompts

    def beside_label(self, row: Row) -> KnownText:
        """What the blank prints beside or below the row's label."""
        return self._beside[row.key]


def _beside_label(row: Row) -> KnownText:
    return KnownText([row.instruction, *(prompt.text for prompt in row.prompts)])


_MADE: dict[int, FormIndex] = {}


def index_of(form: Form) -> FormIndex:
    """The index of a form, made at its first use."""
    made = _MADE.get(id(form))
    if made is None or made.form is not form:
        made = _MADE[id(form)] = FormIndex(form)
    return made
