"""The sheets of the review workbook: their columns, and a row for everything that can be checked or settled."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.formats.excel.tables import Column, TableView
from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import AREA, Contact, Erratum, ErratumClass, Guidance, Point, Verified, needs_no_check

CONTACTS, LINKS, LAW, DECISIONS = "Contacts", "Links", "Law", "Decisions"
ADDITIONS, COMMENTS, SIGN_OFF = "Additions", "Comments", "Sign-off"

ID, VALUE, TARGET = "Id", "Value", "Target"
CHECKED_BY, CHECKED_ON, SECOND = "Checked by", "Checked on", "Second person"
DECISION, DECIDED_BY, DECIDED_ON, FOR_AREA, ENTRIES = (
    "Decision",
    "Decided by",
    "Decided on",
    "For area",
    "Entries to change",
)
ADDED_FOR, ADDED_KIND, ADDED_AREA, WHY, ADDED_BY, ADDED_ON = "Name", "Kind", "Area", "Why", "Added by", "Added on"
COMMENT, COMMENT_BY, REMARK = "Comment", "By", "Remark"
SENT, SENT_SHEET, SENT_COLUMN, SENT_TEXT = "As sent", "Of sheet", "Of column", "Text as sent"
WHEN = "When"
OUTCOME, SIGNED_BY, SIGNED_ON, MINUTE = "Outcome", "Signed by", "Signed on", "Minute"

AREAS = ("both", "kent", "medway")
KINDS = ("phone", "text", "email", "address", "url")

_BY = Column(CHECKED_BY, 18, open=True, how="Who rang, wrote or opened it.")
_ON = Column(CHECKED_ON, 14, open=True, how="The day, such as 25 November 2026.")
_SECOND = Column(SECOND, 18, open=True, how="For a changed value: a second person who made sure of it.")
_REMARK = Column(REMARK, 30, open=True)

_COLUMNS: dict[str, tuple[Column, ...]] = {
    CONTACTS: (
        Column(ID, 14),
        Column("Contact", 34),
        Column("Area", 10),
        Column("Kind", 10),
        Column(VALUE, 34, open=True, how="Type over what is wrong. It stands in no other cell."),
        *(_BY, _ON, _SECOND, _REMARK),
    ),
    LINKS: (Column(ID, 8), Column("What for", 44), Column(TARGET, 60, open=True), _BY, _ON, _SECOND, _REMARK),
    LAW: (Column(ID, 8), Column("Law", 44), Column("What for", 60), _BY, _ON, _REMARK),
    DECISIONS: (
        Column(ID, 8),
        Column("Class", 8),
        Column("In doubt", 60),
        Column("Options", 60),
        Column(DECISION, 40, open=True, how="What is decided, in a sentence; or the number of an option."),
        Column(FOR_AREA, 10, open=True, choices=AREAS, how="For which area it is decided."),
        Column(DECIDED_BY, 18, open=True),
        Column(DECIDED_ON, 14, open=True, how="The day, such as 25 November 2026."),
        Column(ENTRIES, 24, open=True, how="Ids of what has to change, with commas between; empty for none."),
    ),
    ADDITIONS: (
        Column(ID, 10, open=True, how="Left empty: the program gives one."),
        Column(ADDED_FOR, 34, open=True, how="The service, as it is to be printed."),
        Column(ADDED_KIND, 10, open=True, choices=KINDS),
        Column(ADDED_AREA, 10, open=True, choices=AREAS),
        Column(VALUE, 34, open=True),
        Column(WHEN, 24, open=True, how="At which hours; empty for always."),
        Column(WHY, 40, open=True, how="What for: it is printed beside it."),
        Column(ADDED_BY, 18, open=True),
        Column(ADDED_ON, 14, open=True),
    ),
    COMMENTS: (Column(ID, 14, open=True), Column(COMMENT, 80, open=True), Column(COMMENT_BY, 18, open=True)),
    SENT: (Column(ID, 14), Column(SENT_SHEET, 14), Column(SENT_COLUMN, 20), Column(SENT_TEXT, 40)),
    SIGN_OFF: (
        Column(ID, 10),
        Column("Partner", 60),
        Column(OUTCOME, 40, open=True, how="What came of the review, in a few words."),
        Column(SIGNED_BY, 24, open=True),
        Column(SIGNED_ON, 14, open=True),
        Column(MINUTE, 20, open=True, how="Where it is minuted."),
    ),
}


def columns_of(sheet: str) -> tuple[Column, ...]:
    """The columns of a sheet."""
    return _COLUMNS[sheet]


def sheet_with(header: frozenset[str]) -> str | None:
    """The sheet whose columns these are, whatever it is called; None where it is none of ours."""
    found = [name for name, columns in _COLUMNS.items() if header >= {column.name for column in columns}]
    return found[0] if len(found) == 1 else None


def tables(guidance: Guidance, edition: Edition) -> list[TableView]:
    """Every sheet as it goes out."""
    rows: dict[str, Iterator[tuple[str, ...]]] = {
        CONTACTS: _contacts(guidance),
        LINKS: _links(guidance),
        LAW: _laws(guidance),
        DECISIONS: _decisions(guidance),
        SIGN_OFF: _sign_off(edition),
    }
    grow = (ADDITIONS, COMMENTS)
    filled = {name: tuple(rows.get(name, ())) for name in _COLUMNS}
    filled[SENT] = tuple(_as_sent(filled))
    return [
        TableView(name, _COLUMNS[name], own, grows=name in grow, hidden=name == SENT) for name, own in filled.items()
    ]


def _as_sent(filled: dict[str, tuple[tuple[str, ...], ...]]) -> Iterator[tuple[str, ...]]:
    """What stood in each open cell when the workbook went out: a cell that still says it asks for nothing."""
    for name, rows in filled.items():
        for row in rows:
            for column, text in zip(_COLUMNS[name], row, strict=True):
                if column.open and text:
                    yield row[0], name, column.name, text


def can_be_checked(point: Point) -> bool:
    """True for a value that a person can make sure of: 999 needs nobody, hours and links have no number."""
    return bool(point.value) and not needs_no_check(point)


def _contacts(guidance: Guidance) -> Iterator[tuple[str, ...]]:
    for contact in guidance.contacts:
        for point in filter(can_be_checked, contact.points):
            yield (*_point(contact, point), *checked_as_sent(point.last_verified), "", "")


def _point(contact: Contact, point: Point) -> tuple[str, ...]:
    return point.id, contact.name, AREA[contact.area], point.kind.value, point.value


def checked_as_sent(found: Verified | None) -> tuple[str, str]:
    """What stands under who checked and when, as it goes out."""
    return ("", "") if found is None else (found.who, found.when)


def _links(guidance: Guidance) -> Iterator[tuple[str, ...]]:
    for link in guidance.links:
        yield link.id, link.text or link.about, link.target, *checked_as_sent(link.last_verified), "", ""


def _laws(guidance: Guidance) -> Iterator[tuple[str, ...]]:
    for law in guidance.laws:
        yield law.id, law.name, law.about, *checked_as_sent(law.last_verified), ""


def open_errata(guidance: Guidance) -> list[Erratum]:
    """What somebody has to settle and nobody has."""
    settle = (ErratumClass.SUBSTANCE, ErratumClass.FACT)
    return [each for each in guidance.errata if each.kind in settle and not guidance.is_settled(each)]


def _decisions(guidance: Guidance) -> Iterator[tuple[str, ...]]:
    for erratum in open_errata(guidance):
        options = "\n".join(f"{number}. {option}" for number, option in enumerate(erratum.options, 1))
        entries = ", ".join(guidance.named_by.get(erratum.id, ()))
        yield erratum.id, erratum.kind.value, erratum.wrong, options, "", "", "", "", entries


def _sign_off(edition: Edition) -> Iterator[tuple[str, ...]]:
    for partner in edition.partnerships:
        found = next((each for each in edition.signed if each.partner == partner.id), None)
        signed = ("", "", "", "") if found is None else (found.outcome, found.by, found.on, found.minute)
        yield partner.id, partner.name, *signed
