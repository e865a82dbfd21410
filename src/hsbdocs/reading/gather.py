"""What stands in the place of each field: the cell's text less what the blank prints there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Field, FieldType, Form, Layout, Row, Section
from hsbdocs.model.location import Location, Part, Where, row_range
from hsbdocs.model.location import row as at_row
from hsbdocs.model.record import RawAnswer, RawAnswers, Unplaced
from hsbdocs.model.transcript import Cell, Control, Paragraph, Span, Transcript
from hsbdocs.reading.alike import turns_round
from hsbdocs.reading.choices import choice, circled_in_label, merged_yes_or_no, yes_or_no
from hsbdocs.reading.index import index_of
from hsbdocs.reading.labels import after_label
from hsbdocs.reading.listed import listed
from hsbdocs.reading.place import Placed
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.ticks import Tick, options_in, read_box, shows_box
from hsbdocs.reading.unread import choice_of
from hsbdocs.reading.words import key
from hsbdocs.reading.written import is_altered, seen_text, written
from hsbdocs.reading.yes_no import Habit, habit_of

#: What is seen where a row holds what the blank prints for another, and where cells were joined.
_STRANGE, _JOINED = (Seen(Doubt.STRANGE_DESCRIPTION),), (Seen(Doubt.JOINED_CELLS),)


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
            readings = [gatherer.row(found, section) for found in whole]
            if len(readings) == 1:
                gatherer.answers.update(readings[0])
            else:
                gatherer.lost(row, readings)
    gatherer.columns_gone()
    return RawAnswers(gatherer.answers, tuple(gatherer.unplaced), tuple(gatherer.findings))


class _Gatherer:
    def __init__(self, transcript: Transcript, form: Form, placed: Placed) -> None:
        self.answers: dict[str, RawAnswer] = {}
        self.unplaced = list(placed.unplaced)
        self.findings = list(placed.findings)
        self._controls = transcript.controls
        self._row_of_tag = form.row_of_tag
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
        row = found.row
        paragraphs = [paragraph for cell in found.answers for paragraph in cell.paragraphs]
        behind: list[Paragraph] = []
        if row.answer_in_label:
            printed = self._index.beside_label(row)
            after = after_label(found.label, self._index.spellings[row.key])
            behind = [p for p in after if not p.text.strip() or not printed.covers(p.text)]
        self._compare_tags(row, [*behind, *paragraphs])
        if section.layout is Layout.YES_NO_DETAILS:
            answers = self._yes_no(found)
            otherwise = turns_round(found.beside, row.label)
            if found.on_line or otherwise:
                first = row.fields[0].id
                return {n: replace(a, unclear=a.unclear or otherwise or n == first) for n, a in answers.items()}
            return answers
        if section.layout is Layout.COLUMNS:
            return self._columns(found)
        field = row.field(FieldType.CHOICE)
        if field is not None:
            self._compare_boxes(row, field, [*behind, *paragraphs])
            places = [*(found.label.paragraphs if row.answer_in_label else ()), *paragraphs]
            answer = choice_of(choice(found, field, behind, boxes=self._boxes), field, places)
            self._leave(answer.beside, at_row(row.key, Part.BESIDE_CHOICE))
            return {field.id: answer}
        written = self._written(row, row.fields, [*behind, *paragraphs])
        if len(found.answers) == 1 and found.answers[0].serial:
            written = {n: replace(a, serial=found.answers[0].serial) for n, a in written.items()}
        return self._in_doubt(found, written)

    def _columns(self, found: PlacedRow) -> dict[str, RawAnswer]:
        """Fields with columns of their own. A column that is not there, or there twice, is not read."""
        row = found.row
        answers: dict[str, RawAnswer] = {}
        otherwise = turns_round(found.beside, row.label) or (bool(found.beside) and is_altered(found.label.paragraphs))
        moved = {self._index.printed_elsewhere(row, column, cell.text) for column, cell in found.printed}
        for field in row.fields:
            cell = found.columns.get(field.column)
            if cell is None:
                answers[field.id] = RawAnswer(missing=True)
                self.no_column.setdefault(field.column, []).append(field.id)
                continue
            if field.type is FieldType.CHOICE:
                answer = choice_of(self._in_column(found, cell, field), field, cell.paragraphs)
            else:
                answer = self._written(row, (field,), cell.paragraphs)[field.id]
            said = bool(answer.text or answer.chosen)
            strange = said and (True in moved or (False in moved and field.type is FieldType.CHOICE))
            seen = _JOINED if cell.continued else _STRANGE if strange else answer.seen
            doubt = answer.unclear or cell.continued or strange or (otherwise and said)
            answers[field.id] = replace(answer, unclear=doubt, seen=seen)
        if not found.columns:  # no heading says which cell is which: all writing is kept
            printed = {key(text) for text in row.printed.values()}
            texts = [cell.text.strip() for cell in found.answers if key(cell.text) not in printed]
            self.unplaced += (Unplaced(text, at_row(row.key)) for text in texts if text)
        return answers

    def _in_column(self, found: PlacedRow, cell: Cell, field: Field) -> RawAnswer:
        """A choice in a column of its own: among options with boxes where the cell prints them, else by its words."""
        text = cell.text
        if not shows_box(text) or len(options_in(text, field.choices)) < 2:
            return listed(found, cell, field)
        self._compare_boxes(found.row, field, cell.paragraphs)
        answer = choice(replace(found, answers=(cell,)), field, (), boxes=True)
        self._leave(answer.beside, at_row(found.row.key, Part.BESIDE_CHOICE))
        return answer

    def _yes_no(self, found: PlacedRow) -> dict[str, RawAnswer]:
        row, cells = found.row, found.answers
        answer, details = row.fields
        marked = [paragraph for cell in cells[: 1 if found.merged else 2] for paragraph in cell.paragraphs]
        self._compare_boxes(row, answer, [paragraph for cell in cells[:2] for paragraph in cell.paragraphs])
        if found.merged:
            rest = [paragraph for cell in cells[1:] for paragraph in cell.paragraphs]
            merged = choice_of(merged_yes_or_no(found), answer, marked)
            return {answer.id: merged, **self._written(row, (details,), rest)}
        if len(cells) < 3:  # which of the cells is left cannot be told
            ticks = merged_yes_or_no(found)
            text = seen_text([paragraph for cell in cells[-1:] for paragraph in cell.paragraphs]).strip()
            return {answer.id: ticks, details.id: RawAnswer(text=text, unclear=bool(text) or ticks.unclear)}
        rest = [paragraph for cell in cells[2:] for paragraph in cell.paragraphs]
        chosen = choice_of(yes_or_no(found, self._habit), answer, marked)
        if self._exchanged(row, answer, cells):
            chosen = replace(chosen, unclear=True)
        return {answer.id: chosen, **self._written(row, (details,), rest)}

    def _written(self, row: Row, fields: Sequence[Field], paragraphs: Sequence[Paragraph]) -> dict[str, RawAnswer]:
        answers, before = written(row, fields, paragraphs)
        self._leave(before, at_row(row.key, Part.BEFORE_ANSWER))
        for field in fields:
            answer = answers[field.id]
            if field.type is FieldType.DATE:
                answers[field.id] = replace(answer, stored=self._stored_date(field, paragraphs))
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
            return {name: replace(answer, unclear=True) for name, answer in answers.items()}
        if any(answer.text or answer.stored or answer.pictures for answer in answers.values()):
            otherwise = turns_round(found.beside, found.row.label)
            return {name: replace(answer, unclear=answer.unclear or otherwise) for name, answer in answers.items()}
        beside = found.beside or circled_in_label(found)
        return {name: RawAnswer(text=beside, unclear=True) for name in answers} if beside else answers

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

    def _exchanged(self, row: Row, answer: Field, cells: Sequence[Cell]) -> bool:
        """True where the control of Yes stands in the column of No, or the other way round; that is told."""
        wrong = zip(cells, (f"{answer.id}.no", f"{answer.id}.yes"), strict=False)
        found = any(control.tag == tag for cell, tag in wrong for control in self._in(cell.paragraphs))
        if found:
            self._say(Code.FORM_10, row, (answer,))
        return found

    def _say(self, code: Code, row: Row, fields: Sequence[Field]) -> None:
        params: dict[str, str | int] = {"ref": row.key, "label": row.label}
        finding = Finding(
            code=code, fields=tuple(field.id for field in fields), location=at_row(row.key), params=params
        )
        if finding not in self.findings:
            self.findings.append(finding)


def _ticked(span: Span) -> bool:
    return read_box(span.text) is Tick.TICKED


def _habit(form: Form, placed: Placed) -> Habit:
    """How the copy at hand prints its columns for Yes and No."""
    rows = [row for section, row in form.items() if section.layout is Layout.YES_NO_DETAILS]
    return habit_of([found.answers for row in rows for found in placed.rows.get(row.key, [])])
