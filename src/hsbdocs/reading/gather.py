"""What stands in the place of each field: the cell's text less what the blank prints there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Field, FieldType, Form, Layout, Row, Section
from hsbdocs.model.location import Location, Part, Where, row_range
from hsbdocs.model.location import row as at_row
from hsbdocs.model.record import RawAnswer, RawAnswers, Unplaced
from hsbdocs.model.transcript import Cell, Paragraph, Transcript
from hsbdocs.reading.alike import turns_round
from hsbdocs.reading.choices import choice, circled_in_label, merged_yes_or_no, yes_or_no
from hsbdocs.reading.column_doubts import ColumnDoubts
from hsbdocs.reading.controls import Controls
from hsbdocs.reading.index import index_of
from hsbdocs.reading.labels import after_label
from hsbdocs.reading.listed import listed
from hsbdocs.reading.place import Placed
from hsbdocs.reading.rows import PlacedRow, paragraphs_in
from hsbdocs.reading.ticks import options_in, shows_box
from hsbdocs.reading.unread import choice_of
from hsbdocs.reading.words import key
from hsbdocs.reading.written import seen_text, written
from hsbdocs.reading.yes_no import Habit, habit_of


def gather(transcript: Transcript, form: Form, placed: Placed) -> RawAnswers:
    """Every field of the form with what was written for it."""
    gatherer = _Gatherer(transcript, form, placed)
    for section in form.sections:
        if len(section.rows) > 1 and all(row.key not in placed.rows for row in section.rows):
            gatherer.gone(section)
            continue
        for row in section.rows:
            gatherer.take(row, section, placed.rows.get(row.key, []))
    gatherer.columns_gone()
    return RawAnswers(gatherer.answers, tuple(gatherer.unplaced), tuple(gatherer.findings))


class _Gatherer:
    def __init__(self, transcript: Transcript, form: Form, placed: Placed) -> None:
        self.answers: dict[str, RawAnswer] = {}
        self.unplaced = list(placed.unplaced)
        self.findings = list(placed.findings)
        self._controls = Controls(transcript.controls, form.row_of_tag)
        self._boxes = form.stamped
        self._some = bool(form.adds_to)
        self._habit = _habit(form, placed)
        self._index = index_of(form)
        self.no_column: dict[str, list[str]] = {}

    def columns_gone(self) -> None:
        """A column that is missing, stands twice or has another heading: said once for all its rows."""
        for column, fields in self.no_column.items():
            params: dict[str, str | int] = {"ref": column, "label": column}
            location = Location(Where.COLUMN, column=column)
            self.findings.append(
                Finding(code=Code.FORM_03, fields=tuple(dict.fromkeys(fields)), location=location, params=params)
            )

    def take(self, row: Row, section: Section, several: Sequence[PlacedRow]) -> None:
        """A row of the form, where it stands: its answers count where it stands once, with a cell for them."""
        readings = [self.row(found, section) for found in several if found.answers or row.answer_in_label]
        if len(readings) == 1:
            self.answers.update(readings[0])
        else:
            self.lost(row, readings)

    def lost(self, row: Row, readings: Sequence[dict[str, RawAnswer]]) -> None:
        """A row that is missing, lost its answer's cell, or stands more than once: no reading counts, each is kept."""
        for field in row.fields:
            texts = [reading[field.id].text or ", ".join(reading[field.id].chosen) for reading in readings]
            self.answers[field.id] = RawAnswer(text="\n".join(text for text in texts if text), missing=True)
        if readings or not self._some:
            self._say(Code.FORM_03, row, row.fields)

    def gone(self, section: Section) -> None:
        """A section that is missing as a whole: one finding says so, but of a form of which copies hold a part."""
        fields = tuple(field.id for row in section.rows for field in row.fields)
        self.answers.update(dict.fromkeys(fields, RawAnswer(missing=True)))
        if self._some:
            return
        first, last = section.rows[0], section.rows[-1]
        params: dict[str, str | int] = {"ref": first.key, "label": section.heading or first.label}
        location = row_range(first.key, last.key)
        self.findings.append(Finding(code=Code.FORM_03, fields=fields, location=location, params=params))

    def row(self, found: PlacedRow, section: Section) -> dict[str, RawAnswer]:
        """Read one row by its layout."""
        behind = self._behind_label(found)
        paragraphs = [*behind, *paragraphs_in(found.answers)]
        if self._controls.of_another_row(found.row, paragraphs):
            self._say(Code.FORM_10, found.row, found.row.fields)
        if section.layout is Layout.YES_NO_DETAILS:
            return self._yes_no(found)
        if section.layout is Layout.COLUMNS:
            return self._columns(found)
        field = found.row.field(FieldType.CHOICE)
        return self._text(found, paragraphs) if field is None else self._choice(found, field, behind)

    def _behind_label(self, found: PlacedRow) -> list[Paragraph]:
        """What follows the label in its own cell, where the answer stands there, less what the blank prints."""
        if not found.row.answer_in_label:
            return []
        printed = self._index.beside_label(found.row)
        after = after_label(found.label, self._index.spellings[found.row.key])
        return [paragraph for paragraph in after if not paragraph.text.strip() or not printed.covers(paragraph.text)]

    def _choice(self, found: PlacedRow, field: Field, behind: Sequence[Paragraph]) -> dict[str, RawAnswer]:
        """One of several options that are printed."""
        paragraphs = paragraphs_in(found.answers)
        self._compare_boxes(found.row, field, [*behind, *paragraphs])
        places = [*(found.label.paragraphs if found.row.answer_in_label else ()), *paragraphs]
        answer = choice_of(choice(found, field, behind, boxes=self._boxes), field, places)
        self._leave(answer.beside, at_row(found.row.key, Part.BESIDE_CHOICE))
        return {field.id: answer}

    def _text(self, found: PlacedRow, paragraphs: Sequence[Paragraph]) -> dict[str, RawAnswer]:
        """Text, a date or a number, or several in one cell."""
        answers = self._written(found.row, found.row.fields, paragraphs)
        if len(found.answers) == 1 and found.answers[0].serial:
            answers = {name: replace(answer, serial=found.answers[0].serial) for name, answer in answers.items()}
        return self._in_doubt(found, answers)

    def _columns(self, found: PlacedRow) -> dict[str, RawAnswer]:
        """Fields with columns of their own. A column that is not there, or there twice, is not read."""
        answers: dict[str, RawAnswer] = {}
        doubts = ColumnDoubts.of(found, self._index)
        for field in found.row.fields:
            cell = found.columns.get(field.column)
            if cell is None:
                answers[field.id] = RawAnswer(missing=True)
                self.no_column.setdefault(field.column, []).append(field.id)
            else:
                answers[field.id] = doubts.put_on(self._in_column(found, cell, field), cell, field)
        if not found.columns:
            self._keep_all(found)
        return answers

    def _keep_all(self, found: PlacedRow) -> None:
        """A row of which no heading says which cell is which: all writing is kept."""
        printed = {key(text) for text in found.row.printed.values()}
        texts = [cell.text.strip() for cell in found.answers if key(cell.text) not in printed]
        self.unplaced += (Unplaced(text, at_row(found.row.key)) for text in texts if text)

    def _in_column(self, found: PlacedRow, cell: Cell, field: Field) -> RawAnswer:
        if field.type is FieldType.CHOICE:
            return choice_of(self._choice_in_column(found, cell, field), field, cell.paragraphs)
        return self._written(found.row, (field,), cell.paragraphs)[field.id]

    def _choice_in_column(self, found: PlacedRow, cell: Cell, field: Field) -> RawAnswer:
        """A choice in a column of its own: among options with boxes where the cell prints them, else by its words."""
        text = cell.text
        if not shows_box(text) or len(options_in(text, field.choices)) < 2:
            return listed(found, cell, field)
        self._compare_boxes(found.row, field, cell.paragraphs)
        answer = choice(replace(found, answers=(cell,)), field, (), boxes=True)
        self._leave(answer.beside, at_row(found.row.key, Part.BESIDE_CHOICE))
        return answer

    def _yes_no(self, found: PlacedRow) -> dict[str, RawAnswer]:
        """Yes or No, and details; in doubt where what stands beside the label may turn it round."""
        answers = self._yes_no_details(found)
        if turns_round(found.beside, found.row.label):
            return _unclear(answers)
        if found.on_line:
            first = found.row.fields[0].id
            return {**answers, **_unclear({first: answers[first]})}
        return answers

    def _yes_no_details(self, found: PlacedRow) -> dict[str, RawAnswer]:
        answer, details = found.row.fields
        cells = found.answers
        self._compare_boxes(found.row, answer, paragraphs_in(cells[:2]))
        if len(cells) < 3 and not found.merged:  # which of the cells is left cannot be told
            ticks = merged_yes_or_no(found)
            text = seen_text(paragraphs_in(cells[-1:])).strip()
            return {answer.id: ticks, details.id: RawAnswer(text=text, unclear=bool(text) or ticks.unclear)}
        ticks, width = (merged_yes_or_no(found), 1) if found.merged else (yes_or_no(found, self._habit), 2)
        chosen = choice_of(ticks, answer, paragraphs_in(cells[:width]))
        if not found.merged and self._controls.exchanged(answer, cells):
            self._say(Code.FORM_10, found.row, (answer,))
            chosen = replace(chosen, unclear=True)
        return {answer.id: chosen, **self._written(found.row, (details,), paragraphs_in(cells[width:]))}

    def _written(self, row: Row, fields: Sequence[Field], paragraphs: Sequence[Paragraph]) -> dict[str, RawAnswer]:
        answers, before = written(row, fields, paragraphs)
        self._leave(before, at_row(row.key, Part.BEFORE_ANSWER))
        for field in fields:
            answer = answers[field.id]
            if field.type is FieldType.DATE:
                answers[field.id] = replace(answer, stored=self._controls.stored_date(field, paragraphs))
            elif answer.text and self._index.holds_print(row, answer.text):
                answers[field.id] = replace(answer, mangled=True)
        return answers

    def _leave(self, text: str, place: Location) -> None:
        """Keep writing apart that is no part of the answer."""
        if text:
            self.unplaced.append(Unplaced(text, place))
            self.findings.append(Finding(code=Code.FORM_05, location=place, place=place))

    def _in_doubt(self, found: PlacedRow, answers: dict[str, RawAnswer]) -> dict[str, RawAnswer]:
        """Answers of which nobody can be sure: in a second or merged cell, to another question, beside the label."""
        later = any(cell.text.strip() for cell in found.answers[1:])
        if later or any(cell.continued for cell in found.answers):
            return _unclear(answers)
        if any(map(_is_answered, answers.values())):
            return _unclear(answers) if turns_round(found.beside, found.row.label) else answers
        beside = found.beside or circled_in_label(found)
        return {name: RawAnswer(text=beside, unclear=True) for name in answers} if beside else answers

    def _compare_boxes(self, row: Row, field: Field, paragraphs: Sequence[Paragraph]) -> None:
        """The glyph decides; a stored state that says otherwise is told."""
        if self._controls.contradict_boxes(paragraphs):
            self._say(Code.FORM_10, row, (field,))

    def _say(self, code: Code, row: Row, fields: Sequence[Field]) -> None:
        params: dict[str, str | int] = {"ref": row.key, "label": row.label}
        finding = Finding(
            code=code, fields=tuple(field.id for field in fields), location=at_row(row.key), params=params
        )
        if finding not in self.findings:
            self.findings.append(finding)


def _is_answered(answer: RawAnswer) -> bool:
    return bool(answer.text or answer.stored or answer.pictures)


def _unclear(answers: dict[str, RawAnswer]) -> dict[str, RawAnswer]:
    return {name: replace(answer, unclear=True) for name, answer in answers.items()}


def _habit(form: Form, placed: Placed) -> Habit:
    """How the copy at hand prints its columns for Yes and No."""
    rows = [row for section, row in form.items() if section.layout is Layout.YES_NO_DETAILS]
    return habit_of([found.answers for row in rows for found in placed.rows.get(row.key, [])])
