"""What is in doubt: the signs beside the statements of a document, and what its end says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import Erratum, ErratumClass, Guidance, places_of
from hsbdocs.model.handout import HandoutFrame
from hsbdocs.model.variant import Variant

_TO_SETTLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)
_NO_BREAK = "\u00a0"


class Queries:
    """The open errata that were met so far; ``met`` are they, by id."""

    def __init__(self, guidance: Guidance, frame: HandoutFrame, variant: Variant) -> None:
        self._guidance = guidance
        self._frame = frame
        self._variant = variant
        self.met: dict[str, Erratum] = {}

    def sign(self, refs: Iterable[str]) -> str:
        """What stands behind the section of a statement with these ``refs``; nothing where no erratum is open."""
        found = {name: entry for name in refs if (entry := self._open(name)) is not None}
        self.met.update(found)
        if not found:
            return ""
        if self._variant.marked:
            return f"; {', '.join(f'{name}{self._frame.query}' for name in found)}"
        return f"{_NO_BREAK}{self._frame.query}" if self._frame.query else ""

    def _open(self, name: str) -> Erratum | None:
        """The erratum of this id, where somebody still has to settle it."""
        entry = self._guidance.by_id.get(name)
        if not isinstance(entry, Erratum) or entry.kind not in _TO_SETTLE or self._guidance.is_settled(entry):
            return None
        return entry

    def explained(self) -> Iterator[PrintedLine]:
        """Of each that was met: by section what is in doubt; in a marked copy by number, with readings and options."""
        if self._variant.marked:
            for name in sorted(self.met):
                yield from self._in_full(self.met[name])
            return
        for erratum in sorted(self.met.values(), key=self._order):
            yield PrintedLine(lead=f"{_section(erratum)}: ", text=erratum.brief or erratum.wrong)

    def _order(self, erratum: Erratum) -> tuple[int, str]:
        """By the section of its first place, as the guidance goes."""
        number = _section(erratum).partition(" ")[0]
        at = next((n for n, section in enumerate(self._guidance.sections) if section.number == number), -1)
        return at, erratum.id

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
    return tuple(line.plain for line in queries.explained())


def errata_of(form: Form) -> tuple[str, ...]:
    """The errata that a form's sections and rows name, each once."""
    names = [name for section in form.sections for name in section.errata]
    return tuple(dict.fromkeys([*names, *(name for row in form.rows for name in row.errata)]))


def _section(erratum: Erratum) -> str:
    """The section in which it stands first."""
    return places_of(erratum.source)[0].partition(" L")[0]
