"""What is in doubt: the signs beside the statements of a document, and what its end says of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

import msgspec

from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import Erratum, ErratumClass, Guidance, places_of
from hsbdocs.model.handout import HandoutFrame
from hsbdocs.model.variant import Variant

_TO_SETTLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)
_NO_BREAK = "\u00a0"


class Row(msgspec.Struct):
    """Whether anything in a row of a table is in doubt: a reader finds one sign in its first cell, and no others."""

    doubted: bool = False


class Queries:
    """The open errata that were met so far; ``met`` are they, by id.

    Those in ``said`` the document says in plain words: a reader's copy has no sign for them.
    """

    def __init__(
        self, guidance: Guidance, frame: HandoutFrame, variant: Variant, said: Collection[str] = frozenset()
    ) -> None:
        self._guidance = guidance
        self._frame = frame
        self._variant = variant
        self._said = said
        self.met: dict[str, Erratum] = {}

    def sign(self, refs: Iterable[str], row: Row | None = None) -> str:
        """What stands behind the section of a statement with these ``refs``; nothing where no erratum is open."""
        found = {name: entry for name in refs if (entry := self._open(name)) is not None}
        if self._variant.marked:
            self.met.update(found)
            return f"; {', '.join(f'{name}{self._frame.query}' for name in found)}" if found else ""
        found = {name: entry for name, entry in found.items() if name not in self._said}
        self.met.update(found)
        if row is not None:
            row.doubted |= bool(found)
        return f"{_NO_BREAK}{self._frame.query}" if found and row is None and self._frame.query else ""

    def beside(self, refs: Iterable[str], row: Row | None = None) -> str:
        """The same as ``sign``, behind something whose section is not printed."""
        shown = self.sign(refs, row)
        return f" ({shown.removeprefix('; ')})" if shown.startswith("; ") else shown

    def said(self, names: Iterable[str]) -> str:
        """What stands behind a text of ours that says these errata: in a marked copy their numbers, else nothing."""
        return self.beside(names) if self._variant.marked else ""

    def still_open(self, name: str) -> bool:
        """Whether somebody still has to settle this erratum. A name that is none of an erratum is not."""
        return self._open(name) is not None

    def sign_of(self, row: Row) -> str:
        """What stands in a row's first cell where something in the row is in doubt."""
        return f"{_NO_BREAK}{self._frame.query}" if row.doubted and self._frame.query else ""

    def _open(self, name: str) -> Erratum | None:
        """The erratum of this id, where somebody still has to settle it."""
        entry = self._guidance.by_id.get(name)
        if not isinstance(entry, Erratum) or entry.kind not in _TO_SETTLE or self._guidance.is_settled(entry):
            return None
        return entry

    def explained(self) -> Iterator[PrintedLine]:
        """What is in doubt: a line a section, a sentence an erratum; in a marked copy the errata by number,
        with readings and options.
        """
        if self._variant.marked:
            yield from self._by_number()
            return
        for section, errata in groupby(self._in_order(), _section):
            yield PrintedLine(lead=f"{section}: ", text=" ".join(each.brief or each.wrong for each in errata))

    def one_by_one(self) -> Iterator[PrintedLine]:
        """The same, a line an erratum."""
        if self._variant.marked:
            yield from self._by_number()
            return
        yield from (PrintedLine(lead=f"{_section(each)}: ", text=each.brief or each.wrong) for each in self._in_order())

    def _in_order(self) -> list[Erratum]:
        return sorted(self.met.values(), key=self._order)

    def _by_number(self) -> Iterator[PrintedLine]:
        for name in sorted(self.met):
            yield from self._in_full(self.met[name])

    def _order(self, erratum: Erratum) -> tuple[int, str, str]:
        """By the section of its first place, as the guidance goes."""
        section = _section(erratum)
        number = section.partition(" ")[0]
        at = next((n for n, each in enumerate(self._guidance.sections) if each.number == number), -1)
        return at, section, erratum.id

    def _in_full(self, erratum: Erratum) -> Iterator[PrintedLine]:
        """A line for what is wrong, one for what is printed until it is decided, and one for each option."""
        yield PrintedLine(lead=f"{erratum.id} ({_section(erratum)}): ", text=erratum.wrong)
        if erratum.prints is not None and erratum.prints.text:
            yield PrintedLine(lead=f"{self._frame.until} ", text=erratum.prints.text)
        for number, option in enumerate(erratum.options, 1):
            yield PrintedLine(lead=f"{self._frame.option} {number}: ", text=option)


def form_queries(form: Form, guidance: Guidance, frame: HandoutFrame, variant: Variant) -> tuple[str, ...]:
    """What is in doubt of what a form's sections and rows print, a line each."""
    queries = Queries(guidance, frame, variant)
    queries.sign(errata_of(form))
    return tuple(line.plain for line in queries.one_by_one())


def errata_of(form: Form) -> tuple[str, ...]:
    """The errata that a form's sections and rows name, each once."""
    names = [name for section in form.sections for name in section.errata]
    return tuple(dict.fromkeys([*names, *(name for row in form.rows for name in row.errata)]))


def _section(erratum: Erratum) -> str:
    """The section in which it stands first."""
    return places_of(erratum.source)[0].partition(" L")[0]
