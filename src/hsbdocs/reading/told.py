"""What is told of writing that stands in no answer: kept apart with its place, and said once."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Row
from hsbdocs.model.location import Location, Part, Where
from hsbdocs.model.location import row as at_row
from hsbdocs.model.record import Unplaced
from hsbdocs.model.transcript import Paragraph
from hsbdocs.reading.words import key

#: Places that are no part of the form: a finding there has no location.
_NO_LOCATION = (Where.MARGIN, Where.ABOVE_FORM, Where.NOWHERE)


class Told:
    """Text that was left over, and findings about it, in the order in which they were met."""

    def __init__(self) -> None:
        self.unplaced: list[Unplaced] = []
        self.findings: list[Finding] = []

    def leave(self, text: str, location: Location, *, slight: bool = False) -> None:
        """Keep text apart, and say so once for each place; ``slight`` where it may be a line of the copy's own."""
        self.keep(text, location)
        self.find(Finding(code=Code.FORM_05, location=location, place=location, slight=slight))

    def keep(self, text: str, location: Location) -> None:
        """Keep text apart, and say nothing of it."""
        self.unplaced.append(Unplaced(text.strip(), location))

    def say(self, code: Code, place: Location, row: Row | None = None) -> None:
        """A finding about a place, once."""
        fields = tuple(field.id for field in row.fields) if row else ()
        location = at_row(row.key) if row else None if place.where in _NO_LOCATION else place
        self.find(Finding(code=code, fields=fields, location=location, place=place))

    def find(self, finding: Finding) -> None:
        """Give a finding, once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def unread(self, paragraphs: Iterable[Paragraph], where: Location, *, said: bool = True) -> None:
        """What a reader could not give as text: its own text is kept apart, and ``said`` so."""
        for rest in (rest for paragraph in paragraphs for rest in paragraph.rest):
            place = where.at(Part(rest.kind.value))
            if rest.text:
                self.unplaced.append(Unplaced(rest.text, place))
            if said:
                self.find(Finding(code=Code.FORM_05, location=place, place=place))

    def taken_out(self, paragraph: Paragraph, where: Location, row: Row | None = None) -> None:
        """Text that tracked changes take out is kept apart, and said to be; the blank's own placeholder is none."""
        own = () if row is None else tuple(key(field.placeholder) for field in row.fields)
        if paragraph.deleted.strip() and key(paragraph.deleted) not in own:
            self.keep(paragraph.deleted, where.at(Part.TAKEN_OUT))
            self.say(Code.FORM_11, where, row)
