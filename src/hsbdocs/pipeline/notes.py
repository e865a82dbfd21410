"""``parse --out --notes``: a note to the sender of each form that has something to ask, and the words for a mail."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from hsbdocs.documents.note import Asked, NoteFacts, NoteView, Told, mail_text, note_view
from hsbdocs.formats.properties import Identity
from hsbdocs.formats.word.write import fill_template
from hsbdocs.model.calendar import in_words
from hsbdocs.model.finding import Severity
from hsbdocs.model.form import Form, FormKey
from hsbdocs.model.printed import as_properties, hashes_of
from hsbdocs.model.register import Column, Kept, Said, Sheet, SheetState
from hsbdocs.model.words import words
from hsbdocs.pipeline.cells import Row, day_in, text_in
from hsbdocs.pipeline.corrections import CORRECTIONS
from hsbdocs.pipeline.parse import Parser
from hsbdocs.store.files import write_atomic
from hsbdocs.store.ledger import Ledger
from hsbdocs.store.register_file import NOTES

#: The template that the notes are made from.
TEMPLATE = "note.docx"
_LEAD, _DEPUTY = "Lead", "Deputy"


class Notes:
    """Makes what is missing and what says something else by now. ``told`` is what somebody has to look at."""

    def __init__(
        self,
        parser: Parser,
        opened: Ledger,
        folder: Path,
        states: Mapping[Sheet, SheetState],
        reached: Callable[[Kept], str],
    ) -> None:
        """``reached`` gives what stands under Rung of a form about which somebody was reached."""
        self._reached = reached
        self._parser, self._ledger, self._folder = parser, opened, folder / NOTES
        self._pack = parser.packs[0]
        self._rows = dict(states[Sheet.REGISTER].rows)
        self._organisations = dict(states[Sheet.ORGANISATIONS].rows)
        self._template = b""
        self.told: list[str] = []

    def make(self, references: Iterable[str]) -> int:
        """Write the notes of these forms; how many were written. Raises AuthorError and OSError."""
        if not self._pack.catalogue.ruleset.note.title:
            self.told.append(f"The pack {self._pack.id} has no words for notes: none were made.")
            return 0
        made = 0
        for kept in map(self._ledger.form, references):
            if self._is_due(kept):
                made += self._write(kept)
            else:
                self.told += self._stale(kept)
        self._ledger.commit()
        if made and not self._pack.team.telephone:
            self.told.append("The notes say no telephone number of yours: give one under [team] in a settings file.")
        return made

    def _is_due(self, kept: Kept) -> bool:
        """Whether there is something to ask, it is not settled, and what cannot wait was told by telephone first."""
        is_addendum = bool((form := self._form(kept)) and form.adds_to)
        wanted = _is_asked if self._lies_there(kept) else _asks_for_a_note
        asks = any(map(wanted, kept.entry.said))
        return asks and not (self._waits(kept) or is_addendum or self._text(kept, Column.CLOSED))

    def _waits(self, kept: Kept) -> bool:
        """Whether somebody has to ring first."""
        return kept.entry.ring_today and not self._reached(kept)

    def _lies_there(self, kept: Kept) -> bool:
        return (self._folder / f"{kept.reference}.docx").exists()

    def _stale(self, kept: Kept) -> Iterator[str]:
        """What is wrong with a note that lies there and is not made anew."""
        name = f"{NOTES}/{kept.reference}.docx"
        if not self._lies_there(kept) or self._text(kept, Column.CLOSED) or self._text(kept, Column.ANSWER_RECEIVED):
            return
        if self._waits(kept):
            yield f"{name} was made before what there is to ring about now. Ring first: it is made anew then."
        elif any(said.corrected for said in kept.entry.said) and not any(map(_is_asked, kept.entry.said)):
            yield f"{name}: all that it asks was written down since in {CORRECTIONS}. Not sent yet? It need not be."

    def _write(self, kept: Kept) -> bool:
        facts = self._facts(kept)
        view = note_view(facts, self._pack.catalogue.ruleset.note)
        made_from = hashlib.sha256(msgspec.json.encode((facts, self._read_template()))).hexdigest()
        before = self._ledger.note_of(kept.reference)
        path = self._folder / f"{kept.reference}.docx"
        if path.exists() and before is not None and before[0] == made_from:
            return False
        data = fill_template(TEMPLATE, self._read_template(), view, self._identity(facts, view))
        if path.exists() and (before is None or _hash(path.read_bytes()) != before[1]):
            path = path.with_name(f"{kept.reference} (new).docx")
            self.told.append(f"{kept.reference}.docx was changed by hand and stays; the new note is {path.name}.")
        write_atomic(path, data)
        write_atomic(self._folder / f"{kept.reference}.txt", self._mail(facts))
        self._ledger.set_note(kept.reference, made_from, _hash(data))
        return True

    def _mail(self, facts: NoteFacts) -> bytes:
        """With the line ends and the mark by which Windows' own editor knows the text."""
        text = mail_text(facts, self._pack.catalogue.ruleset.note)
        return text.replace("\n", "\r\n").encode("utf-8-sig")

    def _facts(self, kept: Kept) -> NoteFacts:
        entry = kept.entry
        asked = tuple(Asked(said.note, said.keys, first=said.ring) for said in entry.said if _is_asked(said))
        form = self._form(kept)
        return NoteFacts(
            reference=kept.reference,
            asked=asked,
            form=self._addendum(kept),
            team=self._pack.team,
            title="" if form is None else form.title,
            dated=in_words(entry.date),
            received=in_words(kept.received),
            empty=entry.empty,
            organisation=entry.organisation,
            lead=words(entry.role) in set(map(words, self._pack.catalogue.ruleset.note.leads)),
            told=self._told(kept) if entry.ring_today and self._was_told(kept) else None,
        )

    def _was_told(self, kept: Kept) -> bool:
        """Whether it is known to whom somebody spoke, or when: nothing is claimed that nobody wrote."""
        return bool(self._text(kept, Column.SPOKE_TO) or day_in(self._row(kept), Column.RUNG))

    def _told(self, kept: Kept) -> Told:
        """Whom somebody spoke to, where that is the lead of the team's list or a lead by role; and on which day."""
        note = self._pack.catalogue.ruleset.note
        listed = self._organisations.get(kept.entry.organisation, {})
        leads = [*note.leads, *(listed[name].text for name in (_LEAD, _DEPUTY) if name in listed)]
        spoke = words(self._text(kept, Column.SPOKE_TO))
        whom = note.told_lead if spoke and spoke in set(map(words, leads)) else note.told_anybody
        return Told(whom, in_words(day_in(self._row(kept), Column.RUNG)))

    def _addendum(self, kept: Kept) -> Form | None:
        wanted = FormKey(kept.entry.form, kept.entry.version)
        return next((form for form in reversed(self._pack.releases) if wanted in form.adds_to), None)

    def _form(self, kept: Kept) -> Form | None:
        return self._parser.form_called(kept.entry.form, kept.entry.version)

    def _text(self, kept: Kept, column: Column) -> str:
        return text_in(self._row(kept), column)

    def _row(self, kept: Kept) -> Row:
        return self._rows.get(kept.reference, {})

    def _identity(self, facts: NoteFacts, view: NoteView) -> Identity:
        """The stamp a second time, and hashes of all that the note prints besides its form's release."""
        house, form = self._pack.catalogue.ruleset.house, facts.form
        stamp = {} if form is None else {"hsbdocs.form": form.id, "hsbdocs.version": form.version}
        return Identity(
            title=view.face.title,
            creator=house.publisher,
            language=house.language,
            custom={"hsbdocs.pack": self._pack.id, **stamp, **as_properties(hashes_of(view.texts))},
        )

    def _read_template(self) -> bytes:
        self._template = self._template or (self._pack.templates / TEMPLATE).read_bytes()
        return self._template


def _asks_for_a_note(said: Said) -> bool:
    return not said.corrected and (said.kind is Severity.ERROR or said.read)


def _is_asked(said: Said) -> bool:
    """Advice is left out, and what a person has written down since."""
    return not said.corrected and (said.kind is Severity.ERROR or said.kind is Severity.WARNING)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
