"""What stands in the place of each field: the cell's text less what the blank prints there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Field, FieldType, Form, Layout, Row, Section
from hsbdocs.model.record import RawAnswer, RawAnswers, Unplaced
from hsbdocs.model.transcript import Cell, Control, Mark, Paragraph, Span, Transcript
from hsbdocs.reading.circled import as_seen, read_circled
from hsbdocs.reading.index import index_of
from hsbdocs.reading.labels import after_label, label_pattern, without_words
from hsbdocs.reading.lines import Line, lines_of, lines_of_cell
from hsbdocs.reading.place import Placed
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.ticks import Tick, read_box, shows_box
from hsbdocs.reading.values import split_date_and_age
from hsbdocs.reading.words import key
from hsbdocs.reading.yes_no import Habit, habit_of, read_merged, read_yes_no, written_yes_no

#: What Word shows in an empty control that has lost its own placeholder.
_WORDS_OWN = (
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
)
_TELLING = 3


def gather(transcript: Transcript, form: Form, placed: Placed) -> RawAnswers:
    """Every field of the form with what was written for it."""
    gatherer = _Gatherer(transcript, form, placed)
    for section in form.sections:
        gone = [row for row in section.rows if row.key not in placed.rows]
        if len(gone) == len(section.rows) > 1:
            gatherer.gone(section)
            continue
        for row in section.rows:
            whole = [found for found in placed.rows.get(row.key, []) if found.answers or row.answer_in_label]
            readings = [gatherer.row(found, section.layout) for found in whole]
            if len(readings) == 1:
                gatherer.answers.update(readings[0])
            else:
                gatherer.lost(row, readings)
    return RawAnswers(gatherer.answers, tuple(gatherer.unplaced), tuple(gatherer.findings))


class _Gatherer:
    def __init__(self, transcript: Transcript, form: Form, placed: Placed) -> None:
        self.answers: dict[str, RawAnswer] = {}
        self.unplaced = list(placed.unplaced)
        self.findings = list(placed.findings)
        self._controls = transcript.controls
        self._row_of_tag = form.row_of_tag
        self._boxes = form.stamped
        self._habit = _habit(form, placed)
        self._index = index_of(form)

    def lost(self, row: Row, readings: Sequence[dict[str, RawAnswer]]) -> None:
        """A row that is missing, lost its answer's cell, or stands more than once: no reading counts, each is kept."""
        for field in row.fields:
            texts = [reading[field.id].text or ", ".join(reading[field.id].chosen) for reading in readings]
            self.answers[field.id] = RawAnswer(text="\n".join(text for text in texts if text), missing=True)
        self._say(Code.FORM_03, row, row.fields)

    def gone(self, section: Section) -> None:
        """A section that is missing as a whole: one finding says so."""
        fields = tuple(field.id for row in section.rows for field in row.fields)
        self.answers.update(dict.fromkeys(fields, RawAnswer(missing=True)))
        first, last = section.rows[0], section.rows[-1]
        params: dict[str, str | int] = {"ref": first.key, "label": section.heading or first.label}
        location = f"rows {first.key} to {last.key}"
        self.findings.append(Finding(code=Code.FORM_03, fields=fields, location=location, params=params))

    def row(self, found: PlacedRow, layout: Layout) -> dict[str, RawAnswer]:
        """Read one row by its layout."""
        row = found.row
        if layout is Layout.YES_NO_DETAILS:
            return self._yes_no(found)
        paragraphs = [paragraph for cell in found.answers for paragraph in cell.paragraphs]
        if row.answer_in_label:
            printed = self._index.beside_label(row)
            inner = [
                p
                for p in after_label(found.label, self._index.spellings[row.key])
                if not p.text.strip() or not printed.covers(p.text)
            ]
            paragraphs = [*inner, *paragraphs]
        self._compare_tags(row, paragraphs)
        choice = row.field(FieldType.CHOICE)
        if choice is not None:
            return {choice.id: self._choice(found, choice, paragraphs)}
        answers = self._written(row, row.fields, paragraphs)
        if found.beside and not any(answer.text or answer.stored or answer.pictures for answer in answers.values()):
            return {field.id: RawAnswer(text=found.beside, unclear=True) for field in row.fields}
        return answers

    def _choice(self, found: PlacedRow, field: Field, paragraphs: Sequence[Paragraph]) -> RawAnswer:
        row = found.row
        places = [[line for cell in found.answers for line in lines_of_cell(cell)]]
        if row.answer_in_label:
            own = sum(len(cell.paragraphs) for cell in found.answers)
            places = [*_label_places(found.label, row, field), lines_of(paragraphs[: len(paragraphs) - own]), *places]
        chosen, seen = read_circled(places, field.choices, boxes=self._boxes)
        self._compare_boxes(row, field, paragraphs)
        drawn = any(paragraph.shapes for paragraph in (*found.label.paragraphs, *paragraphs))
        unclear = chosen.unclear or drawn
        written = as_seen([line for place in places for line in place]) if unclear or len(chosen.codes) > 1 else ""
        return RawAnswer(text=written, chosen=chosen.codes, unclear=unclear, seen=seen, altered=drawn)

    def _yes_no(self, found: PlacedRow) -> dict[str, RawAnswer]:
        row = found.row
        answer, details = row.fields
        cells = found.answers
        self._compare_tags(row, [p for cell in cells for p in cell.paragraphs])
        if found.merged or len(cells) < 3:
            return self._merged(found, answer, details)
        yes, no = cells[:2]
        chosen, seen = read_yes_no(yes, no, self._habit)
        for cell in (yes, no):
            self._compare_boxes(row, answer, cell.paragraphs)
        drawn = any(paragraph.shapes for cell in (yes, no) for paragraph in cell.paragraphs)
        unclear = chosen.unclear or drawn
        written = written_yes_no(yes, no) if unclear or len(chosen.codes) > 1 else ""
        ticks = RawAnswer(text=written, chosen=chosen.codes, unclear=unclear, seen=seen, altered=drawn)
        rest = [paragraph for cell in cells[2:] for paragraph in cell.paragraphs]
        return {answer.id: ticks, **self._written(row, (details,), rest)}

    def _merged(self, found: PlacedRow, answer: Field, details: Field) -> dict[str, RawAnswer]:
        """Cells were merged. Where the columns say which, one cell holds both words; else only a word alone counts."""
        row, cells = found.row, found.answers
        text = _text([p for cell in cells for p in cell.paragraphs]).strip()
        if len(cells) < 2 and not found.merged:
            return {field.id: RawAnswer(text=text, unclear=True) for field in (answer, details)}
        lines = lines_of(cells[0].paragraphs)
        chosen, seen = read_merged(lines, whole=found.merged)
        doubtful = chosen.unclear or len(chosen.codes) > 1
        ticks = RawAnswer(
            text=as_seen(lines) if doubtful else "", chosen=chosen.codes, unclear=chosen.unclear, seen=seen
        )
        if found.merged:
            rest = [paragraph for cell in cells[1:] for paragraph in cell.paragraphs]
            return {answer.id: ticks, **self._written(row, (details,), rest)}
        other = _text(cells[1].paragraphs).strip()
        return {answer.id: ticks, details.id: RawAnswer(text=other, unclear=bool(other) or chosen.unclear)}

    def _written(self, row: Row, fields: Sequence[Field], paragraphs: Sequence[Paragraph]) -> dict[str, RawAnswer]:
        """Text, dates and numbers; several fields in one cell are parted by their captions."""
        text = _text(paragraphs)
        pictures = sum(paragraph.pictures for paragraph in paragraphs)
        altered = _altered(paragraphs)
        texts: Sequence[str | None] = [text] if len(fields) == 1 else self._parted(row, fields, text)
        answers = {}
        for field, part in zip(fields, texts, strict=True):
            if part is None:
                answers[field.id] = RawAnswer(text=text.strip(), unclear=True, altered=altered)
                continue
            own, mangled = _without_placeholder(part, field.placeholder)
            free = field.type is FieldType.TEXT
            own = own if free else _without_label(own, row)
            answers[field.id] = RawAnswer(
                text=own,
                stored=self._stored_date(field, paragraphs) if field.type is FieldType.DATE else "",
                pictures=pictures,
                mangled=mangled or self._index.is_prompt(row, own),
                altered=altered,
                unclear=altered and not free and bool(own),
            )
        return answers

    def _parted(self, row: Row, fields: Sequence[Field], text: str) -> list[str | None]:
        """The text after each caption; without the captions, a date and an age where that leaves no doubt."""
        pattern = "(.*?)" + "(.*?)".join(_caption(field.caption) for field in fields) + "(.*)"
        captioned = all(field.caption for field in fields)
        match = re.fullmatch(pattern, text, re.DOTALL | re.IGNORECASE) if captioned else None
        if match:
            before, *parts = match.groups()
            if before.strip():
                place = f"row {row.key}, before the first answer"
                self.unplaced.append(Unplaced(before.strip(), place))
                self.findings.append(Finding(code=Code.FORM_05, location=place, params={"place": place}))
            return list(parts)
        own = text
        for field in fields:
            own = own.replace(field.placeholder, "\n") if field.placeholder else own
            own = re.sub(_caption(field.caption), "\n", own, flags=re.IGNORECASE) if field.caption else own
        if not own.strip():
            return ["" for _ in fields]
        types = [field.type for field in fields]
        return list(split_date_and_age(own)) if types == [FieldType.DATE, FieldType.AGE] else [None for _ in fields]

    def _stored_date(self, field: Field, paragraphs: Sequence[Paragraph]) -> str:
        """The date that a control's properties hold: the row's control with the field's tag, else its only one."""
        dates = [control for control in self._in(paragraphs) if control.kind == "date" and control.full_date]
        own = [control for control in dates if control.tag == field.id]
        own = own or [control for control in dates if not control.tag]
        return own[0].full_date if len(own) == 1 else ""

    def _in(self, paragraphs: Sequence[Paragraph]) -> list[Control]:
        indexes = {span.control for paragraph in paragraphs for span in paragraph.spans if span.control >= 0}
        return [self._controls[index] for index in sorted(indexes)]

    def _compare_boxes(self, row: Row, field: Field, paragraphs: Sequence[Paragraph]) -> None:
        """The glyph decides; a stored state that says otherwise is told."""
        for paragraph in paragraphs:
            for span in paragraph.spans:
                checked = self._controls[span.control].checked if span.control >= 0 else None
                if checked is not None and shows_box(span.text) and _ticked(span) != checked:
                    self._say(Code.FORM_10, row, (field,))
                    return

    def _compare_tags(self, row: Row, paragraphs: Sequence[Paragraph]) -> None:
        """A control that carries the tag of another row was copied or moved: its text counts where it stands."""
        for control in self._in(paragraphs):
            if self._row_of_tag.get(control.tag, row) is not row:
                self._say(Code.FORM_10, row, row.fields)
                return

    def _say(self, code: Code, row: Row, fields: Sequence[Field]) -> None:
        params: dict[str, str | int] = {"ref": row.key, "label": row.label}
        finding = Finding(
            code=code, fields=tuple(field.id for field in fields), location=f"row {row.key}", params=params
        )
        if finding not in self.findings:
            self.findings.append(finding)


def _ticked(span: Span) -> bool:
    return read_box(span.text) is Tick.TICKED


def _altered(paragraphs: Sequence[Paragraph]) -> bool:
    """True where something is crossed out, or drawn."""
    for paragraph in paragraphs:
        if paragraph.shapes:
            return True
        for span in paragraph.spans:
            if span.marks & Mark.STRUCK and span.text.strip():
                return True
    return False


def _habit(form: Form, placed: Placed) -> Habit:
    """How the copy at hand prints its columns for Yes and No."""
    rows = [row for section, row in form.items() if section.layout is Layout.YES_NO_DETAILS]
    return habit_of([found.answers for row in rows for found in placed.rows.get(row.key, [])])


def _label_places(label: Cell, row: Row, field: Field) -> list[list[Line]]:
    """Where the label itself prints the options, as in "via virtual/face to face": its line less its other words."""
    lines = [line for line in lines_of(label.paragraphs) if line.text.strip()][:1]
    if not lines or not all(choice.label in row.label for choice in field.choices):
        return []
    return [[without_words(lines[0], row.label, [choice.label for choice in field.choices])]]


def _without_label(text: str, row: Row) -> str:
    """An answer whose writer repeated the label before it, less the label."""
    match = label_pattern(row.label).match(text)
    return text[match.end() :] if match else text


def _text(paragraphs: Sequence[Paragraph]) -> str:
    """The text that can be seen; paragraphs and breaks as ``\\n``, and ``\\r`` too."""
    lines = []
    for paragraph in paragraphs:
        spans = paragraph.spans
        lines.append("".join(span.text for span in spans if not span.marks & Mark.HIDDEN))
    text = "\n".join(lines)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@lru_cache(maxsize=64)
def _caption(caption: str) -> str:
    return r"\s*".join(re.escape(word) for word in re.findall(r"\w+|[^\w\s]", caption))


def _without_placeholder(text: str, placeholder: str) -> tuple[str, bool]:
    """The text without an exact placeholder at either edge; True where a mangled one is still there."""
    own = text.strip()
    for blank in (placeholder, *_WORDS_OWN):
        if blank and blank in own:
            if own.startswith(blank):
                own = own[len(blank) :].strip()
            if own.endswith(blank):
                own = own[: -len(blank)].strip()
    return own, bool(own) and bool(placeholder) and _holds_part(own, placeholder)


def _holds_part(text: str, placeholder: str) -> bool:
    """True where three words in a row of the placeholder are still in the text."""
    lower = text.lower()
    likely = [run for run, word in _runs(placeholder) if word in lower]
    return bool(likely) and any(run in f" {key(text)} " for run in likely)


@lru_cache(maxsize=64)
def _runs(placeholder: str) -> tuple[tuple[str, str], ...]:
    """Each three words in a row, and the longest of them: where that is missing, there is no need to look closer."""
    words = key(placeholder).split()
    threes = [words[at : at + _TELLING] for at in range(len(words) - _TELLING + 1)]
    return tuple((" " + " ".join(three), max(three, key=len)) for three in threes)
