"""The report while forms come in: of each it takes what will be printed, and lets it go with the view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hsbdocs.model.finding import Code, Statement
from hsbdocs.model.form import Form
from hsbdocs.model.line import Line
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.report import Group, ReportWords, Standing, standing_of
from hsbdocs.model.settings import Changes
from hsbdocs.report.facts import caller_facts, organisation_of
from hsbdocs.report.folder import Folder, Known
from hsbdocs.report.quote import LONG, clean, quoted
from hsbdocs.report.settings import settings_in_words
from hsbdocs.report.shares import Shares, said
from hsbdocs.report.view import MANY, Caller, Entry, Once, Share, View


class Report:
    """Takes one form after another; ``view`` gives the report on them and lets them go."""

    def __init__(
        self,
        words: ReportWords,
        places: PlaceWords,
        changes: Changes | None = None,
        *,
        folder: Folder | None = None,
        details: bool = False,
    ) -> None:
        """``changes`` is what a settings file changed, and which rules are off until decided.

        ``folder`` is the team's own; ``details``: of many forms too everything is shown.
        """
        self._words, self._places, self._changes = words, places, changes or Changes()
        self._folder, self._details = folder or Folder(), details
        self._whole = True
        self._texts: dict[str, str] = {}
        self._entries: list[Entry] = []
        self._several: set[tuple[str, str | None]] = set()
        self._once: dict[tuple[Code, str], Once] = {}
        self._unlisted: dict[str, None] = {}

    def add(self, line: Line, statements: Sequence[Statement], form: Form | None, known: Known | None = None) -> None:
        """Take the next form, or file not read, with its findings; ``known`` says how it stands in the folder."""
        if line.part > 1:
            self._several.add((line.file, line.member))
        if self._whole and not self._details and len(self._entries) == MANY:
            self._shorten()
        standing = standing_of(line.status, statements)
        if standing is Standing.TRAINING:
            form = None  # nothing of it is anybody's to know
        if form is not None and (name := clean(organisation_of(line, form))) and not self._folder.listed(name):
            self._unlisted[quoted(name)] = None
        of_form = Shares(line, list(self._not_once(statements)), form, self._words, self._places, self._same)
        self._entries.append(
            Entry(
                file=line.file,
                member=line.member,
                part=line.part,
                standing=standing,
                shares=of_form.shares(whole=self._whole),
                empty=of_form.empty,
                reference="" if known is None else known.reference,
                days=0 if known is None else known.days,
                caller=self._caller(line, form, of_form, known) if of_form.to_ring or self._whole else None,
            )
        )

    def view(self) -> View:
        """The report on all that was taken since the last one; what stood in the forms goes with it."""
        entries, self._entries = tuple(self._entries), []
        rings = {entry.reference: Group.RING in entry.shares for entry in entries if entry.reference}
        waiting = tuple(each for each in self._folder.waiting if not rings.get(each.reference, False))
        return View(
            words=self._words,
            handling_mark=self._changes.handling_mark,
            entries=entries,
            several=frozenset(self._several),
            settings=tuple(settings_in_words(self._changes, self._words)),
            batch=tuple(self._once.values()),
            waiting=waiting,
            calm=frozenset(each.reference for each in waiting if each.reference in rings),
            overdue=self._folder.overdue,
            came_in=self._folder.came_in(),
            unlisted=tuple(sorted(self._unlisted, key=str.casefold)),
            whole=self._whole,
        )

    def _same(self, text: str) -> str:
        """The same text is held once; none of it is a sender's."""
        return self._texts.setdefault(text, text)

    def _shorten(self) -> None:
        """From now on only what is to ring about is kept in words, and counts of the rest."""
        self._whole = False
        self._entries = [
            msgspec.structs.replace(
                entry, shares=_counts(entry), caller=entry.caller if Group.RING in entry.shares else None
            )
            for entry in self._entries
        ]

    def _not_once(self, statements: Sequence[Statement]) -> Iterator[Statement]:
        """What is said of this form alone; the rest is counted for the batch, a form once."""
        once: dict[tuple[Code, str], Statement] = {}
        for statement in statements:
            if statement.once:
                once[statement.code, statement.message] = statement
            else:
                yield statement
        for key, statement in once.items():
            count = self._once[key].count if key in self._once else 0
            self._once[key] = Once(said(statement), count + 1)

    def _caller(self, line: Line, form: Form | None, of_form: Shares, known: Known | None) -> Caller:
        """What somebody who rings needs; of an empty form and of a file not read there is nothing to tell."""
        rung = quoted(known.rung) if known is not None and known.rung else ""
        again = quoted(known.again) if known is not None and known.again else ""
        closed = known is not None and known.reference in self._folder.closed
        if form is None or of_form.empty:
            return Caller(rung=rung, again=again, closed=closed)
        organisation = organisation_of(line, form)
        return Caller(
            facts=tuple(caller_facts(line, form, self._words.caller, LONG)),
            lead=clean(self._folder.telephone(organisation)) if organisation else "",
            rung=rung,
            again=again,
            closed=closed,
        )


def _counts(entry: Entry) -> dict[Group, Share]:
    return {
        group: share if group is Group.RING else msgspec.structs.replace(share, blocks=())
        for group, share in entry.shares.items()
    }
