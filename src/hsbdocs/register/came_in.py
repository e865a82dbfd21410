"""What came in about a form that is kept: an addendum, or a letter that names its reference. Nothing closes by itself.

An addendum is laid beside the rows of a form only where reference, form, version and organisation agree. Of everything
else it is asked whose it is, and nothing is taken for the nearest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

import msgspec

from hsbdocs.model.form import FormKey
from hsbdocs.model.register import Kept
from hsbdocs.model.report import ReportWords

#: The forms that a form is an addendum to, none for any other.
AddsTo = Callable[[FormKey], tuple[FormKey, ...]]


class Match(StrEnum):
    """How what came in agrees with a form that is kept."""

    BESIDE = "beside"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    OTHER_FORM = "other form"
    NO_ORGANISATION = "no organisation"
    OTHER_ORGANISATION = "other organisation"
    SEVERAL = "several"
    SLIP = "slip"
    LETTER = "letter"


class CameIn(msgspec.Struct, frozen=True):
    """What came in: its own reference and day (ISO 8601), what it names, and the keys of rows that it fills.

    ``slip`` are those of its last page; ``unsigned``: nobody stands for what it adds.
    """

    reference: str
    received: str
    about: tuple[str, ...]
    match: Match
    rows: tuple[str, ...] = ()
    slip: tuple[str, ...] = ()
    unsigned: bool = False


def came_in(forms: Iterable[Kept], found: Callable[[str], Kept | None], adds_to: AddsTo) -> Iterator[CameIn]:
    """All that came in about forms, in the order in which it came. ``found`` gives a form by its reference."""
    for kept in forms:
        entry = kept.entry
        bases = adds_to(FormKey(entry.form, entry.version)) if entry.form else ()
        if bases or (not entry.form and (entry.about or entry.slips)):
            match = _match(kept, found, bases) if bases else Match.LETTER if entry.about else Match.SLIP
            yield CameIn(
                kept.reference, kept.received, entry.about, match, entry.written, entry.on_slip, entry.unsigned
            )


def _match(kept: Kept, found: Callable[[str], Kept | None], bases: tuple[FormKey, ...]) -> Match:
    entry = kept.entry
    if len(entry.about) + entry.slips != 1:
        return Match.SEVERAL if entry.about else Match.SLIP
    if not entry.about:
        return Match.SLIP
    base = found(entry.about[0])
    if base is None:
        return Match.UNKNOWN
    if FormKey(base.entry.form, base.entry.version) not in bases:
        return Match.OTHER_FORM
    if entry.empty:
        return Match.EMPTY
    if not entry.organisation:
        return Match.NO_ORGANISATION
    return Match.BESIDE if entry.organisation == base.entry.organisation else Match.OTHER_ORGANISATION


def in_words(found: CameIn, words: ReportWords) -> str:
    """A line of the report."""
    named = ", ".join(found.about)
    if found.match in (Match.BESIDE, Match.EMPTY):
        return _beside(found, named, words)
    if found.match is Match.SLIP:
        return words.slip.format(found=found.reference)
    if found.match is Match.LETTER:
        return words.letter.format(found=found.reference, named=named)
    why = {
        Match.UNKNOWN: words.whose_unknown,
        Match.OTHER_FORM: words.whose_form,
        Match.NO_ORGANISATION: words.whose_no_organisation,
        Match.OTHER_ORGANISATION: words.whose_organisation,
        Match.SEVERAL: words.whose_several,
    }[found.match]
    return words.whose.format(found=found.reference, named=named, why=why)


def _beside(found: CameIn, reference: str, words: ReportWords) -> str:
    """An addendum: where it holds something, else its last page alone, else that nothing came."""
    said, rows = (words.beside, found.rows) if found.rows else (words.beside_slip, found.slip)
    if not rows:
        said = words.beside_none
    unsigned = words.unsigned if found.unsigned else ""
    return said.format(found=found.reference, reference=reference, rows=", ".join(rows), unsigned=unsigned)


def beside_rows(found: Iterable[CameIn]) -> dict[tuple[str, str], list[CameIn]]:
    """What now stands beside the rows of forms: by reference and key of the row."""
    beside: dict[tuple[str, str], list[CameIn]] = {}
    for each in found:
        if each.match is Match.BESIDE:
            for key in each.rows:
                beside.setdefault((each.about[0], key), []).append(each)
    return beside
