"""The agenda of the partners' meeting: what changed outside, what is to be decided, agreed and cleaned up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hsbdocs.formats.word.plain_view import (
    Heading,
    Look,
    Paragraph,
    Part,
    Piece,
    PlainColumn,
    PlainTable,
    PlainView,
)
from hsbdocs.model.calendar import in_words
from hsbdocs.model.content import Edition, House
from hsbdocs.model.guidance import (
    AREA,
    Actor,
    Area,
    Block,
    Contact,
    Decision,
    Duty,
    Erratum,
    ErratumClass,
    Guidance,
    Permission,
    Point,
    Prints,
    places_of,
    says,
)
from hsbdocs.model.guidance.value_names import PRINTS
from hsbdocs.model.of_form import Forms
from hsbdocs.review.form_lines import form_lines
from hsbdocs.review.sheets import can_be_checked, open_errata
from hsbdocs.review.standing import Standing

_OUTSIDE = ("Law", "Statutory guidance", "Services")
_OUTSIDE_ROWS = 6
NOT_SAID = "not said"


def agenda(
    guidance: Guidance,
    edition: Edition,
    house: House,
    forms: Forms,
    *,
    found: Standing,
    face: Sequence[str],
    today: str,
) -> PlainView:
    """The agenda as the review stands on a day; ``face`` are the lines that every document bears."""
    opened = open_errata(guidance)
    table = [each for each in opened if each.at_table]
    by_mail = [each for each in opened if not each.at_table]
    upright = (
        *_opening(edition, found, face, today),
        *_outside(edition),
        *_at_table(table, guidance, forms),
        *_by_mail(by_mail),
        *_clean_up(guidance),
    )
    log = tuple(_log(guidance))
    return PlainView(
        title="Agenda for the review meeting",
        creator=house.publisher,
        language=house.language,
        parts=(Part(upright), Part((*_call_sheet(guidance), *log), wide=True)),
    )


# ---- How the review stands -----------------------------------------------------------------------


def _opening(edition: Edition, found: Standing, face: Sequence[str], today: str) -> Iterator[Piece]:
    yield Paragraph(edition.guidance, look=Look.OPENING)
    yield Paragraph("\n".join(face), look=Look.FRAMED)
    yield Heading(2, f"How the review stands on {in_words(today)}")
    yield PlainTable("How the review stands", (PlainColumn("What", 4), PlainColumn("Now", 5)), tuple(found.facts))
    if found.waiting:
        yield Heading(3, "Decided and not yet carried out")
        for name, entries in found.waiting.items():
            yield Paragraph(f"{', '.join(entries)} still to be changed.", f"[{name}] ", Look.ENTRY)
    yield Heading(3, "Before anything can be issued")
    for text in found.blocks:
        yield Paragraph(f"{text[:1].upper()}{text[1:]}.", look=Look.ENTRY)


# ---- 1. What changed outside ---------------------------------------------------------------------


def _outside(edition: Edition) -> Iterator[Piece]:
    yield Heading(2, "1. What changed outside since the guidance was issued", new_page=True)
    yield Paragraph(
        f"The guidance was issued in {edition.issued}. Please write down before the meeting what has changed since "
        "then that it should take account of. A table may stay empty; rows may be added."
    )
    for kind in _OUTSIDE:
        yield Heading(3, kind)
        columns = (
            PlainColumn("What", 3),
            PlainColumn("Where to read it", 3),
            PlainColumn("What it means for us", 3),
            PlainColumn("Who looked", 2),
        )
        yield PlainTable(f"What changed outside: {kind.lower()}", columns, empty=_OUTSIDE_ROWS)


# ---- 2. To be decided at the table ---------------------------------------------------------------


def _at_table(errata: Sequence[Erratum], guidance: Guidance, forms: Forms) -> Iterator[Piece]:
    yield Heading(2, "2. To be decided at the table", new_page=True)
    yield Paragraph(
        "These questions change what is done to a child, so both partnerships decide them together. The options stand "
        "in no order of preference, and another one can be written in. Where a decision is for one area only, please "
        "say which."
        if errata
        else "No question for the table is open."
    )
    for erratum in errata:
        yield from _question(erratum, guidance, forms)


def _question(erratum: Erratum, guidance: Guidance, forms: Forms) -> Iterator[Piece]:
    named = _touched(erratum, guidance)
    yield Heading(3, f"[{erratum.id}] {_in_doubt(erratum)}")
    yield Paragraph(erratum.wrong)
    yield Paragraph(_where(erratum))
    if erratum.outside:
        yield Paragraph(f"{erratum.outside} To be confirmed.", "Elsewhere: ")
    yield Paragraph("What documents print today", look=Look.OPENING)
    for entry in named:
        yield Paragraph(_printed(entry, forms), f"[{entry.id}] ", Look.ENTRY)
    if not named:
        yield Paragraph("No entry is named.", look=Look.ENTRY)
    if erratum.prints is not None:
        yield _until_decided(erratum.prints)
    yield Paragraph("Who is affected", look=Look.OPENING)
    yield Paragraph(_areas(named), "Areas: ", Look.ENTRY)
    yield Paragraph(_people(named, guidance), "People and services: ", Look.ENTRY)
    yield Paragraph("Options", look=Look.OPENING)
    for number, option in enumerate(erratum.options, 1):
        yield Paragraph(option, f"{number}. ", Look.ENTRY)
    yield from (Paragraph(_decided(each), "Decided so far: ") for each in erratum.decisions)
    columns = (PlainColumn("Decision", 6), PlainColumn("By, initials", 2), PlainColumn("Date", 2))
    yield PlainTable(f"Decision on {erratum.id}", columns, empty=1, tall=True)


def _until_decided(prints: Prints) -> Paragraph:
    how = PRINTS[prints.how]
    if not prints.text:
        return Paragraph(f"{how}.", "Until it is decided: ")
    return Paragraph(prints.text, f"Until it is decided, {how}: ")


def _in_doubt(erratum: Erratum) -> str:
    return erratum.brief or erratum.wrong


def _where(erratum: Erratum) -> str:
    sections = list(dict.fromkeys(place.split()[0] for place in places_of(erratum.source)))
    return f"In the guidance: {', '.join(sections)}." if sections else "In the guidance: no place."


def _touched(erratum: Erratum, guidance: Guidance) -> list[Any]:
    """The entries that name an erratum, then those that it names, in these orders; other errata left out."""
    names = dict.fromkeys((*guidance.named_by.get(erratum.id, ()), *erratum.refs))
    entries = (guidance.by_id[name] for name in names if name in guidance.by_id)
    return [entry for entry in entries if not isinstance(entry, Erratum)]


def _printed(entry: Any, forms: Forms) -> str:
    """An entry in its own words; where a form says it instead, in the form's."""
    line = says(entry).line(entry)
    if isinstance(entry, Block) and entry.form:
        own = " ".join(part for part in (entry.title, entry.text) if part)
        return "\n".join(part for part in (own, *form_lines(entry, forms)) if part)
    return line


def _areas(entries: Iterable[Any]) -> str:
    found = {entry.area for entry in entries if isinstance(entry, Duty | Permission | Contact)}
    if not found:
        return NOT_SAID
    whole = Area.BOTH in found or len(found) > 1
    return AREA[Area.BOTH] if whole else AREA[found.pop()]


def _people(entries: Iterable[Any], guidance: Guidance) -> str:
    names = (name for entry in entries for name in _named_people(entry))
    actors = (guidance.by_id.get(name) for name in dict.fromkeys(names))
    return "; ".join(actor.name for actor in actors if isinstance(actor, Actor)) or NOT_SAID


def _named_people(entry: Any) -> Iterator[str]:
    if isinstance(entry, Actor):
        yield entry.id
    for key in ("who", "to", "actors", "refs"):
        yield from getattr(entry, key, ())


def _decided(decision: Decision) -> str:
    return f"{decision.what} ({decision.who}, {in_words(decision.when)}; {AREA[decision.area]})"


# ---- 3. and 4. By e-mail, and clean-up -----------------------------------------------------------


def _by_mail(errata: Sequence[Erratum]) -> Iterator[Piece]:
    yield Heading(2, "3. To be agreed by e-mail", new_page=True)
    if not errata:
        yield Paragraph("Nothing is open.")
        return
    yield Paragraph(
        f"{_questions(len(errata))} to be settled without a meeting: of substance (class S), or of fact and law "
        "(class F). The review workbook has a row for each, where an answer can be written."
    )
    rows = tuple((f"[{each.id}]", _in_doubt(each), _numbered(each.options)) for each in errata)
    columns = (PlainColumn("Id", 3), PlainColumn("In doubt", 10), PlainColumn("Options", 13))
    yield PlainTable("To be agreed by e-mail", columns, rows)


def _questions(number: int) -> str:
    return "One question" if number == 1 else f"{number} questions"


def _numbered(options: Sequence[str]) -> str:
    return "\n".join(f"{number}. {option}" for number, option in enumerate(options, 1))


def _clean_up(guidance: Guidance) -> Iterator[Piece]:
    yield Heading(2, "4. Clean-up", new_page=True)
    opened = [each for each in guidance.errata if not guidance.is_settled(each)]
    editorial = [each for each in opened if each.kind is ErratumClass.EDITORIAL]
    artefacts = [each for each in opened if each.kind is ErratumClass.ARTEFACT]
    yield Paragraph(
        f"Editorial (class E): {len(editorial)}. Artefacts of the copy (class X): {len(artefacts)}. They are about "
        "wording and layout, and whoever edits the guidance can put them right. If one turns out to matter more, "
        "please say so, and it is agreed as in part 3."
    )
    listed = sorted((*editorial, *artefacts), key=lambda each: _section_at(each, guidance))
    rows = tuple((_section_of(each), f"[{each.id}]", _in_doubt(each)) for each in listed)
    if rows:
        columns = (PlainColumn("Section", 4), PlainColumn("Id", 3), PlainColumn("What is wrong", 18))
        yield PlainTable("Clean-up by section", columns, rows)


def _section_of(erratum: Erratum) -> str:
    places = places_of(erratum.source)
    return places[0].split()[0] if places else "none"


def _section_at(erratum: Erratum, guidance: Guidance) -> int:
    """Where the section of an erratum stands: the cover and the contents first, what is about the whole last."""
    order = ["cover", "contents", *(section.number for section in guidance.sections)]
    section = _section_of(erratum)
    return order.index(section) if section in order else len(order)


# ---- Appendices ----------------------------------------------------------------------------------


def _call_sheet(guidance: Guidance) -> Iterator[Piece]:
    yield Heading(2, "Appendix A. Call sheet")
    yield Paragraph(
        "For whoever rings, writes to or opens each of them. Nobody rings 999 to test it, and it is not listed. Links "
        "are in the review workbook. What is right gets a name and a day; what is wrong gets the new one too."
    )
    columns = (
        PlainColumn("Id", 5),
        PlainColumn("Service", 10),
        PlainColumn("Area", 4),
        PlainColumn("Number or address", 11),
        PlainColumn("Checked by", 5),
        PlainColumn("Date", 4),
        PlainColumn("Right, or the new one", 7),
    )
    yield PlainTable("Call sheet", columns, tuple(_calls(guidance)))


def _calls(guidance: Guidance) -> Iterator[tuple[str, ...]]:
    for contact in guidance.contacts:
        for point in filter(can_be_checked, contact.points):
            seen = point.last_verified
            who, when = ("", "") if seen is None else (seen.who, in_words(seen.when))
            yield f"[{point.id}]", contact.name, AREA[contact.area], _value(point), who, when, ""


def _value(point: Point) -> str:
    note = f", {point.note}" if point.note else ""
    return f"{point.kind.value.replace('_', ' ')}: {point.value}{note}"


def _log(guidance: Guidance) -> Iterator[Piece]:
    """The log of decisions, once there are any."""
    rows = tuple(
        (f"[{erratum.id}]", each.what, each.who, in_words(each.when), AREA[each.area], _carried_out(each, guidance))
        for erratum in guidance.errata
        for each in erratum.decisions
    )
    if rows:
        columns = (
            PlainColumn("Id", 3),
            PlainColumn("What", 12),
            PlainColumn("Who", 6),
            PlainColumn("When", 5),
            PlainColumn("Area", 4),
            PlainColumn("Carried out", 7),
        )
        yield Heading(2, "Appendix B. Log of decisions", new_page=True)
        yield PlainTable("Log of decisions", columns, rows)


def _carried_out(decision: Decision, guidance: Guidance) -> str:
    waiting = guidance.waiting_for(decision)
    if waiting:
        return f"still to be changed: {', '.join(waiting)}"
    return "carried out" if decision.entries else "nothing was to be changed"
