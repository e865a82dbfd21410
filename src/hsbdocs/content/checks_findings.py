"""What the types cannot say of the catalogue of findings, the lists of names and the edition's dates."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.calendar import month_end
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Content
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import OF_READING, PARAMS, PARAMS_OF_A_ROW, SERIOUS, WITHOUT_A_ROW, CatalogueEntry, Severity

E = TypeVar("E", bound=StrEnum)


def check_findings(content: Content, places: Places, *, whole: bool) -> Iterator[Fault]:
    """Every fault of findings, names and dates; ``whole`` says that every file could be read."""
    codes = [entry.code for entry in content.catalogue]
    for code in _twice(codes):
        yield fault_at(places, f"findings:{code}", f"{code.value} has more than one entry")
    for entry in content.catalogue:
        yield from _entry(entry, places)
    missing = _missing(sorted(OF_READING), codes)
    if missing and whole:
        yield Fault("content/findings/", 0, "", f"holds no entry for {', '.join(missing)}", CheckCode.CATALOGUE)
    yield from _names(content, places)
    for key in ("issued", "review_due"):
        if month_end(getattr(content.edition, key)) is None:
            yield fault_at(places, "hsbdocs.yaml", "should be a month and a year, such as May 2031", key)


def _entry(entry: CatalogueEntry, places: Places) -> Iterator[Fault]:
    key = f"findings:{entry.code}"
    about_a_row = not entry.code.value.startswith(WITHOUT_A_ROW)
    row = PARAMS_OF_A_ROW if about_a_row else set()
    said = row | PARAMS.get(entry.code, set()) | ({"period"} if entry.months is not None else set())
    for name, allowed in (
        ("name", set[str]()),
        ("message", said),
        ("hint", said),
        ("note", row),
        ("off_because", set[str]()),
    ):
        yield from _text(key, getattr(entry, name), allowed, places, name, empty=name == "off_because")
    yield from _cases(entry, key, said, places)
    if entry.read_form and entry.severity is not Severity.WARNING:
        yield fault_at(places, key, "only a warning can ask for the form to be read", "read_form")
    if entry.months is not None and entry.months < 1:
        yield fault_at(places, key, "should be 1 or more", "months")
    if not entry.source:
        yield fault_at(places, key, "names no source", "source")
    if entry.off_because and entry.fixed:
        yield fault_at(places, key, "a rule that nobody can turn off cannot be off", "off_because")


def _cases(entry: CatalogueEntry, key: str, said: set[str], places: Places) -> Iterator[Fault]:
    own = SERIOUS.index(entry.severity)
    for name, case, more in (("grave", entry.grave, True), ("slight", entry.slight, False)):
        if case is None:
            continue
        yield from _text(key, case.message, said, places, name, "message")
        at = SERIOUS.index(case.severity)
        if at == own or (at > own) != more:
            problem = f"should be {'more' if more else 'less'} serious than the entry's own severity"
            yield fault_at(places, key, problem, name, "severity")
    if entry.slight is not None and entry.fixed:
        yield fault_at(places, key, "what nobody may make less serious has no slighter case", "slight")


def _text(
    key: str, text: str, allowed: set[str], places: Places, *path: str | int, empty: bool = False
) -> Iterator[Fault]:
    if not text.strip() and not empty:
        yield fault_at(places, key, "is empty", *path)
    try:
        unknown = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None} - allowed
    except ValueError:
        yield fault_at(places, key, "has a brace that is not closed or not opened", *path)
        return
    if unknown:
        yield fault_at(places, key, f"speaks of {{{', '.join(sorted(unknown))}}}, which no finding has", *path)


def _names(content: Content, places: Places) -> Iterator[Fault]:
    found = [names.id for names in content.names]
    for list_id in _twice(found):
        yield fault_at(places, f"names:{list_id}", f"two files hold the list {list_id.value}", "id")
    for names in content.names:
        key = f"names:{names.id}"
        for index, name in enumerate(names.names):
            if not any(sign.isalnum() for sign in name.name):
                yield fault_at(places, key, "is a name without a letter or a figure", "names", index, "name")
        if not names.names:
            yield fault_at(places, key, "holds no names", "names")


def _twice(found: Sequence[E]) -> list[E]:
    """What stands there more than once."""
    return [each for each, count in Counter(found).items() if count > 1]


def _missing(wanted: Iterable[StrEnum], found: Sequence[StrEnum]) -> list[str]:
    return [each.value for each in wanted if each not in found]
