"""A note to whoever sent a form, as a Word template takes it. Every name here may be used in a template, and no other.

Its first page is neutral. What is to be done first comes alone on the next, then the rows that are asked about: they
are rows of the addendum to the form, a form of its own that comes back. A note says nothing of a child: no name, age,
outcome or quotation goes into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from hsbdocs.documents.word_form import Part, parts_of
from hsbdocs.model.form import Form, Row, Section
from hsbdocs.model.names import NoteFrame
from hsbdocs.model.settings import Team


class Asked(msgspec.Struct, frozen=True):
    """One thing that is asked: the catalogue's note, the rows it speaks of, and whether it cannot wait."""

    note: str
    keys: tuple[str, ...]
    first: bool


class Told(msgspec.Struct, frozen=True):
    """What was said by telephone before the note: whom (by role), and the day in words, empty where none is known."""

    whom: str
    day: str


class NoteFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a note is about.

    ``organisation`` as the team's list has it; ``form`` is the addendum, None where there is none; ``title``, ``dated``
    and ``received`` are those of the form that came in, days in words; a file that was not read has no title.
    ``empty``: it came without any answer. ``lead``: it was sent by a safeguarding lead.
    """

    reference: str
    asked: tuple[Asked, ...]
    form: Form | None
    team: Team
    title: str = ""
    dated: str = ""
    received: str = ""
    empty: bool = False
    organisation: str = ""
    lead: bool = False
    told: Told | None = None


class NoteRow(msgspec.Struct, frozen=True):
    """A row: ref, label, what is asked, an instruction, and the controls of its answer."""

    ref: str
    label: str
    questions: tuple[str, ...]
    instruction: str
    parts: tuple[Part, ...]


class FirstLine(msgspec.Struct, frozen=True):
    """One thing to do first, and the refs of the rows that it speaks of: ``A4: ``."""

    refs: str
    text: str


class NoteTable(msgspec.Struct, frozen=True):
    """A table of rows to be filled in."""

    heading: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[NoteRow, ...]


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """The first page, which says nothing of a child: who writes to whom about which reference, and what was told."""

    title: str
    urgent: str
    state: str
    sender: str
    to: str
    reference: str
    about: str
    please_ring: str
    opening: str
    neutral: str
    told: str


class FirstPage(msgspec.Struct, frozen=True):
    """What is to be done first, and what is said to the lead."""

    heading: str
    lines: tuple[FirstLine, ...]
    lead: str


class Whole(msgspec.Struct, frozen=True):
    """What is asked of the form as a whole."""

    heading: str
    lines: tuple[str, ...]


class AskedPages(msgspec.Struct, frozen=True):
    """What is asked row by row, who signs it, and the slip that goes back alone."""

    heading: str
    how: str
    table: NoteTable
    signed: tuple[NoteTable, ...]
    slip: NoteTable
    slip_text: str
    slip_rows: str


class NoteView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the template of notes can print. ``first``, ``whole`` and ``asked`` are there at most once."""

    face: Face
    first: tuple[FirstPage, ...]
    whole: tuple[Whole, ...]
    asked: tuple[AskedPages, ...]
    stamp: str
    closing: str
    end: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What it prints outside the answers, a paragraph each."""
        found = [getattr(self.face, name) for name in Face.__struct_fields__]
        for page in self.first:
            found += [page.heading, page.lead, *(f"{line.refs}{line.text}" for line in page.lines)]
        for part in self.whole:
            found += [part.heading, *part.lines]
        for pages in self.asked:
            found += [pages.heading, pages.how, pages.slip_text, pages.slip_rows]
            found += [question for row in pages.table.rows for question in row.questions]
        return tuple(filter(None, (*found, self.stamp, self.closing, self.end)))


#: The sections of an addendum: what is asked, who signs it, and the slip; a note prints the others as they are.
_ASKED, _SLIP = "answers", "slip"
#: The row of what is asked of the form as a whole.
_WHOLE = "W1"


def note_view(facts: NoteFacts, words: NoteFrame) -> NoteView:
    """The view of a note."""
    asked = tuple(_asked_pages(facts, words))
    return NoteView(
        face=_face(facts, words),
        first=tuple(_first_page(facts, words)),
        whole=tuple(_whole(facts, words)),
        asked=asked,
        stamp=f"{facts.form.stamp}, reference {facts.reference}" if facts.form is not None and asked else "",
        closing=_closing(facts, words, asked),
        end=f"{words.end} {words.our_reference.format(reference=facts.reference)}",
    )


def _closing(facts: NoteFacts, words: NoteFrame, asked: tuple[AskedPages, ...]) -> str:
    if not facts.title or facts.empty:
        return "" if facts.empty else words.closing_unread
    return words.closing_asked if asked else words.closing


def _is_urgent(facts: NoteFacts) -> bool:
    """Whether something is to be done first, by what a form says; a file that was not read is sent again."""
    return bool(facts.title) and any(each.first for each in facts.asked)


def _face(facts: NoteFacts, words: NoteFrame) -> Face:
    team = facts.team
    return Face(
        title=words.title if facts.title else words.title_unread,
        urgent=words.urgent if _is_urgent(facts) and not facts.empty else "",
        state=words.state,
        sender=words.from_team.format(team=team.name) if team.name else "",
        to=words.to.format(organisation=facts.organisation) if facts.organisation else words.to_nobody,
        reference=words.our_reference.format(reference=facts.reference),
        about=_about(facts, words),
        please_ring=words.please_ring_on.format(telephone=team.telephone) if team.telephone else words.please_ring,
        opening=words.opening,
        neutral=words.neutral if facts.title else "",
        told=_told(facts.told, words),
    )


def _about(facts: NoteFacts, words: NoteFrame) -> str:
    """Which form it is about, as far as that says nothing of a child."""
    if not facts.title:
        return words.about_unread.format(received=facts.received)
    said = words.about if facts.dated else words.about_undated
    return said.format(form=facts.title, dated=facts.dated, received=facts.received)


def _first_page(facts: NoteFacts, words: NoteFrame) -> Iterator[FirstPage]:
    """What cannot wait in a form that says something; to the lead something is said where a row is spoken of."""
    if not _is_urgent(facts) or facts.empty:
        return
    rows = _refs(facts.form)
    lines = tuple(dict.fromkeys(_first(each, rows) for each in facts.asked if each.first))
    lead = f"{words.for_lead} {words.is_lead if facts.lead else words.if_lead}"
    yield FirstPage(words.first, lines, lead if any(line.refs for line in lines) else "")


def _first(asked: Asked, rows: Mapping[str, str]) -> FirstLine:
    refs = ", ".join(rows[key] for key in asked.keys if rows.get(key))
    return FirstLine(f"{refs}: " if refs else "", asked.note)


def _whole(facts: NoteFacts, words: NoteFrame) -> Iterator[Whole]:
    """Of a form without an addendum, of a file that was not read and of an empty form: all of it, and no row."""
    if facts.empty:
        yield Whole(words.whole, (words.empty,))
    elif facts.form is None:
        yield Whole(words.whole, tuple(dict.fromkeys(each.note for each in facts.asked)))


def _refs(form: Form | None) -> dict[str, str]:
    """The rows that a note may ask about, by key, with their refs."""
    return {} if form is None else {row.key: row.ref or "" for row in _section(form, _ASKED).rows}


def _asked_pages(facts: NoteFacts, words: NoteFrame) -> Iterator[AskedPages]:
    """The rows that are asked about: those that something is to be done about first, then the others, in printed order.

    Of what is to be done first a row only asks what was done: it stands on a page of its own. What speaks of no row of
    the form is asked in a row of its own.
    """
    form = facts.form
    if form is None or facts.empty:
        return
    section = _section(form, _ASKED)
    questions: dict[str, dict[str, None]] = {}
    for each in facts.asked:
        keys = [key for key in each.keys if key in _refs(form)]
        for key in keys or [_WHOLE]:
            questions.setdefault(key, {})[words.done if each.first else each.note] = None
    urgent = {key for each in facts.asked if each.first for key in each.keys}
    printed = sorted(section.rows, key=lambda row: row.key not in urgent)
    rows = tuple(_row(row, tuple(questions[row.key])) for row in printed if row.key in questions)
    if rows:
        refs = ", ".join(row.ref for row in rows)
        yield AskedPages(
            heading=words.asked,
            how=words.how,
            table=NoteTable(section.heading, section.description, section.columns, rows),
            signed=tuple(_table(each) for each in form.sections if each.id not in (_ASKED, _SLIP)),
            slip=_table(_section(form, _SLIP)),
            slip_text=words.slip,
            slip_rows=words.slip_rows.format(reference=facts.reference, rows=refs),
        )


def mail_text(facts: NoteFacts, words: NoteFrame) -> str:
    """The sentences for the mail that a note goes with."""
    filled = {"reference": facts.reference, "telephone": facts.team.telephone}
    urgent, known = _is_urgent(facts), bool(facts.team.telephone)
    said = {
        (False, False): words.mail,
        (False, True): words.mail_on,
        (True, False): words.mail_urgent,
        (True, True): words.mail_urgent_on,
    }[urgent, known]
    return said.format_map(filled).strip() + "\n"


def _told(told: Told | None, words: NoteFrame) -> str:
    if told is None:
        return ""
    return (words.told if told.day else words.told_some_day).format(whom=told.whom, day=told.day)


def _table(section: Section) -> NoteTable:
    rows = tuple(_row(row, ()) for row in section.rows)
    return NoteTable(section.heading, section.description, section.columns, rows)


def _row(row: Row, questions: tuple[str, ...]) -> NoteRow:
    parts = tuple(part for field in row.fields for part in parts_of(field))
    return NoteRow(row.ref or "", row.label, questions, row.instruction, parts)


def _section(form: Form, name: str) -> Section:
    return next(section for section in form.sections if section.id == name)
