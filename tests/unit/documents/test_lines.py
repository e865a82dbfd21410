"""What documents print of the guidance: the words of the entries, their force, section and marks, and which ids."""

from functools import cache
from typing import Any

import msgspec
import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.documents.handout import CannotPrint, HandoutView, handout_view, printed_ids, unprintable
from hsbdocs.documents.lines import NotPrintable, Printer
from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import (
    KINDS,
    Added,
    AddedBy,
    Area,
    Contact,
    Decision,
    Duty,
    Erratum,
    ErratumClass,
    Force,
    Guidance,
    Point,
    PointKind,
    Verified,
)
from hsbdocs.model.handout import HandoutCell, HandoutPart, Shape
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import HANDOUTS, ROOT
from tests.support.frozen import guidance_of_2023
from tests.support.thinned import thinned

#: The field of each kind that documents print.
FIELDS = {
    "Block": "text",
    "Duty": "duty",
    "Permission": "option",
    "AgeRule": "rule",
    "Term": "meaning",
    "Contact": "name",
    "Point": "value",
    "Law": "about",
    "Link": "target",
    "Actor": "name",
    "NumberedSection": "title",
    "NamedList": "name",
    "Scale": "name",
    "Resource": "offers",
    "LocalDocument": "about",
    "Tool": "about",
    "Footnote": "text",
    "Missing": "about",
    "Vignette": "text",
    "QuizItem": "stem",
}


@cache
def _content() -> Content:
    return load_content(ROOT / "content", ROOT / "templates", ASKS)


@cache
def _guidance() -> Guidance:
    """Today's guidance, for documents as they are built."""
    return load_guidance(ROOT / "content")


def _printer(guidance: Guidance | None = None) -> Printer:
    """Prints a marked copy of entries of the guidance of 2023, whose words this file holds."""
    return Printer(guidance or guidance_of_2023(), _content().handout, variant=Variant(marked=True))


def _line(name: str, guidance: Guidance | None = None) -> str:
    return _printer(guidance).line(name).plain.replace("\u00a0", " ")


def _with(name: str, **changes: Any) -> Guidance:
    """The guidance of 2023 with one entry, block or point changed."""
    return _changed(guidance_of_2023(), name, changes)


def _changed(guidance: Guidance, name: str, changes: dict[str, Any]) -> Guidance:
    def put(entry: Any) -> Any:
        if getattr(entry, "id", None) == name:
            entry = msgspec.structs.replace(entry, **changes)
        for inner in ("blocks", "points"):
            held = getattr(entry, inner, ())
            if any(getattr(one, "id", None) == name for one in held):
                entry = msgspec.structs.replace(entry, **{inner: tuple(put(one) for one in held)})
        return entry

    new = {kind: tuple(put(entry) for entry in getattr(guidance, kind)) for kind in KINDS}
    return msgspec.structs.replace(guidance, cover=put(guidance.cover), **new)


# ---- Words, force, section ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins", "says", "ends"),
    [
        # Force and place are those of the guidance itself, lines 101, 117, 196, 241, 404 and 447.
        ("D10", "Any case that involves a child under 13: should always refer", "police", "(1.4; E033?, E034?, E111?)"),
        ("D14", "A young person is assessed as competent", "must respect the duty of confidentiality", "(1.5)"),
        ("D25", "The Local Authority Children's Services learn", "Social Worker: will always obtain", "(2.2; E041?)"),
        ("D36", "There is a risk of immediate harm: must make", "child protection referral", "(3.1; E035?, E188?)"),
        ("D70", "A child is in immediate danger: call 999.", "999", "(4.1)"),
        ("D77", "A child is under 13: must refer", "the police", "(4.3 Q1; E033?, E034?, E078?, E111?)"),
        ("D21", "A child under 13 is believed", "should refer immediately", "(2.2; E033?, E111?)"),
        ("D11", "Any sexual activity", "need to consider an assessment", "(1.4; E198?)"),
        ("A11", "At 16 and 17", "position of trust", "(1.4; E049?)"),
        ("1.4.p09", "Substances may affect capacity", "duress", "(1.4)"),
        ("consent", "Consent: ", "freedom", "(1.4)"),
        ("C06", "Medway First Response: ", "child", "(4.1; E080?)"),
        ("C06.phone", "Medway First Response: 01634 334 466", "", "† not verified (4.1; E080?)"),
        ("C06.hours", "Monday to Friday between 9am to 5pm", "", "(4.1)"),
        ("C03.url", "Kent Children's portal: web address missing", "", "(4.1; E079?, E110?)"),
        ("C04.phone", "Emergency services: 999 (", "", "(4.1)"),
        ("C12.phone", "Kent School Health: 0300 123 5205, option 2", "", "† not verified (5)"),
        ("C09.url", "West/North Kent", "https://www.mtw.nhs.uk", "† not verified (5; E114?)"),
        ("P04", "In exceptional circumstances", "may decide not to inform", "(2.2; E043?, E192?, E193?)"),
        ("S01", "Sexual Offences Act 2003: ", "", "† not verified (1.4, 3.4)"),
    ],
)
def test_an_entry_as_a_line(name: str, begins: str, says: str, ends: str) -> None:
    line = _line(name)
    assert line.startswith(begins)
    assert says in line
    assert line.endswith(ends)


@pytest.mark.parametrize(
    ("force", "words"),
    [
        (Force.MUST, ": must do it."),
        (Force.ALWAYS, ": always do it."),
        (Force.SHOULD, ": should do it."),
        (Force.WILL, ": will do it."),
        (Force.NEED, ": need to do it."),
        (Force.DO, ": do it."),
    ],
)
def test_the_force_is_said_as_it_is(force: Force, words: str) -> None:
    assert f"Then{words} (" in _line("D36", _with("D36", force=force, duty="do it", trigger="then"))


def test_a_number_that_somebody_checked_has_no_mark() -> None:
    checked = Verified(who="who", when="2026-01-31", how="rang the number")
    printer = _printer(_with("C06.phone", last_verified=checked))
    assert "†" not in printer.line("C06.phone").plain
    assert not printer.unverified
    assert "†" in printer.line("C05.phone").plain
    assert printer.unverified


def test_999_alone_needs_no_checking() -> None:
    printer = _printer()
    assert "†" not in printer.line("C04.phone").plain
    assert not printer.unverified
    assert "†" in _line("C04.phone", _with("C04.phone", value="0300 999 999"))


def test_an_erratum_that_was_decided_is_no_longer_marked() -> None:
    decided = Decision(who="who", when="2026-01-31", what="must, in both places")
    printer = _printer(_with("E035", decisions=(decided,)))
    assert printer.line("D36").marks == " (3.1; E188?)"
    assert set(printer.queries.met) == {"E188"}


def test_a_mark_stays_until_what_was_decided_is_carried_out() -> None:
    before = guidance_of_2023().hash_of("D36")
    decided = Decision(who="who", when="2026-01-31", what="must", entries={"D36": before})
    assert "E035?" in _printer(_with("E035", decisions=(decided,))).line("D36").marks
    done = msgspec.structs.replace(decided, entries={"D36": "0" * 16})  # as if it had said something else
    assert _printer(_with("E035", decisions=(done,))).line("D36").marks == " (3.1; E188?)"


@pytest.mark.parametrize(("areas", "settled"), [("k", False), ("m", False), ("km", True), ("b", True)])
def test_a_decision_may_be_of_one_area(areas: str, *, settled: bool) -> None:
    names = {"k": Area.KENT, "m": Area.MEDWAY, "b": Area.BOTH}
    made = tuple(Decision(who="who", when="2026-01-31", what="must", area=names[area]) for area in areas)
    assert ("E035?" not in _printer(_with("E035", decisions=made)).line("D36").marks) is settled


def test_what_was_added_says_so_in_the_place_of_its_section() -> None:
    added = Added(added=AddedBy(by="KSCMP", on="2026-11-25", why="Kent has no number in working hours"))
    said = "added by the partnerships, November 2026"
    assert _printer(_with("D36", source=added)).line("D36").marks == f" ({said}; E035?, E188?)"
    assert said in _line("C05.phone", _with("C05.phone", source=added))


@pytest.mark.parametrize("name", ["D999", "T01", "nspcc", "E002", "3.2.p06"])
def test_what_cannot_be_printed_is_said(name: str) -> None:
    """No such id, the shape of a table, an owner, an editorial erratum, and what a form says that is not there."""
    with pytest.raises(NotPrintable, match=name):
        _printer().line(name)


# ---- Whole documents ---------------------------------------------------------------------------


def _view(document: str, guidance: Guidance | None = None, area: Area | None = None) -> HandoutView:
    made_of, variant = _content().documents[document], Variant(area=area)
    return handout_view(_content(), made_of, guidance or _guidance(), variant=variant)


def _lines(view: object) -> list[PrintedLine]:
    if isinstance(view, PrintedLine):
        return [view, *view.more]
    if isinstance(view, tuple):
        return [line for item in view for line in _lines(item)]
    if isinstance(view, msgspec.Struct):
        return [line for name in view.__struct_fields__ for line in _lines(getattr(view, name))]
    return []


@pytest.mark.parametrize("document", HANDOUTS)
def test_each_erratum_that_is_marked_is_explained_in_one_line_and_no_other(document: str) -> None:
    view = handout_view(_content(), _content().documents[document], _guidance(), variant=Variant(marked=True))
    explained = [line.lead.partition(" ")[0] for line in view.explained if line.lead.startswith("E")]
    marks = " ".join([*(line.marks for line in _lines(view.parts)), *(part.marks for part in view.parts)])
    marked = {word.strip("(,;)") for word in marks.replace("\u00a0", " ").split() if "?" in word}
    assert explained
    assert {f"{name}?" for name in explained} == marked
    assert explained == sorted(explained)
    assert all(30 < len(_guidance().by_id[name].brief) <= 90 for name in explained)
    for name in explained:
        assert _guidance().by_id[name].kind in (ErratumClass.SUBSTANCE, ErratumClass.FACT)


@pytest.mark.parametrize("document", HANDOUTS)
def test_every_statement_names_its_section(document: str) -> None:
    sections = {section.number for section in _guidance().sections}
    statements = [line for line in _lines(_view(document).parts) if "(" in line.marks]
    assert len(statements) > 12
    for line in statements:
        place = line.marks.rpartition("(")[2].strip(")").removesuffix("\u00a0?")
        added = place.startswith("added by the partnerships, ")
        assert added or {part.split()[0] for part in place.split(", ")} <= sections, line


@pytest.mark.parametrize("document", thinned(HANDOUTS, 3))
def test_a_change_of_any_entry_changes_what_prints_it_and_nothing_else(document: str) -> None:
    """Every id that there is, in turn: the words of its entry are changed."""
    printed = printed_ids(_content().documents[document], _guidance(), _content().forms)
    before = _view(document)
    elsewhere = {area: _view(document, area=area) for area in (Area.KENT, Area.MEDWAY)}
    changed = set()
    tried = 0
    for name, entry in _guidance().by_id.items():
        kind = type(entry).__name__
        field = FIELDS.get(kind, "")
        if isinstance(entry, Erratum):
            field = "brief" if entry.brief else "wrong"
        if kind == "Point" and entry.link and not entry.value:
            field = "note"
        if not field:
            assert name not in printed, f"{name}: a kind that this test does not know"
            continue
        tried += 1
        short = {"short": "Something else"} if getattr(entry, "short", "") else {}
        other = _changed(_guidance(), name, {field: "Something else", **short})
        differs = _view(document, other) != before
        if differs or (name in printed and any(_view(document, other, area) != elsewhere[area] for area in elsewhere)):
            changed.add(name)
    assert tried > 500
    assert changed == printed


def test_a_form_prints_entries_on_its_first_page_alone() -> None:
    """Whom to ring and the rule for children under 13, with what they name; a workbook has no such page."""
    printed = printed_ids(_content().documents["risk-assessment"], _guidance())
    points = {"C03.url", "C05.phone", "C06.phone", "C06.hours", "C07.phone"}
    assert {"D10", "D21", "D77", *points, *(point.partition(".")[0] for point in points)} <= printed
    assert not [name for name in printed if name[0] not in "CDEK"]
    assert printed == printed_ids(_content().documents["risk-assessment-guided"], _guidance())
    assert printed_ids(_content().documents["rag-checklist"], _guidance()) == set()


# ---- Documents that cannot be made -------------------------------------------------------------


def _document(*parts: HandoutPart) -> Document:
    return Document(id="new", kind="word-handout", title="New", groups=(), template="new.docx", parts=parts)


def test_all_that_cannot_be_printed_is_told_at_once_with_its_place() -> None:
    cells = (HandoutCell(text="Kent"), HandoutCell(ids=("C05.phone", "C05.fone")))
    document = _document(
        HandoutPart(shape=Shape.LIST, ids=("D36", "D999")),
        HandoutPart(shape=Shape.TABLE, heading="x", columns=("a", "b"), rows=(cells,), description="y"),
    )
    wrong = [path for path, _ in unprintable(document, guidance_of_2023())]
    assert wrong == [("parts", 0, "ids", 1), ("parts", 1, "rows", 0, 1, "ids", 1)]
    for make in (
        lambda: handout_view(_content(), document, guidance_of_2023()),
        lambda: printed_ids(document, guidance_of_2023()),
    ):
        with pytest.raises(CannotPrint, match=r"D999.*C05\.fone"):
            make()


@pytest.mark.parametrize(("contact", "says"), [("C06", "has a telephone number"), ("D36", "is not a contact")])
def test_no_phone_is_only_said_of_a_contact_without_one(contact: str, says: str) -> None:
    """C06 is Medway First Response, 01634 334 466; for C03, Kent's portal, the guidance prints no number."""

    def problems(name: str) -> list[tuple[tuple[str | int, ...], str]]:
        cell = HandoutCell(text="No telephone number.", no_phone_for=name)
        part = HandoutPart(shape=Shape.TABLE, columns=("a",), rows=((cell,),))
        return unprintable(_document(part), guidance_of_2023())

    assert problems("C03") == []
    ((path, problem),) = problems(contact)
    assert path == ("parts", 0, "rows", 0, 0, "no_phone_for")
    assert says in problem


def test_a_duty_of_somebody_else_names_them() -> None:
    duty = guidance_of_2023().by_id["D25"]
    assert isinstance(duty, Duty)
    assert duty.who == ("social-worker",)
    printer = _printer()
    printer.line("D25")
    assert {"D25", "social-worker"} <= printer.used


# ---- Said to the reader, and whom to ring ------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("D77", "Must be done: refer to children's social services and the police."),
        ("D10", "Should always be done: refer it to the Local Authority Children's Services and to the police."),
        ("D48", "You should consult the Local Authority Children's Services."),
        ("D70", "Call 999."),
    ],
)
def test_a_duty_whose_condition_stands_beside_it_is_said_to_the_reader(name: str, says: str) -> None:
    """The force is the guidance's own: lines 447, 101, 343 and 404. Two of them name nobody."""
    assert _printer().bare(name).plain.partition(" (")[0] == says


@pytest.mark.parametrize("name", ["D25", "D32", "A05"])
def test_what_is_not_the_readers_duty_is_not_said_to_the_reader(name: str) -> None:
    """D25 is the social worker's, D32 "it is important", A05 an age."""
    with pytest.raises(NotPrintable, match=name):
        _printer().bare(name)


def _added(refs: tuple[str, ...], number: str, area: Area = Area.KENT) -> Contact:
    source = Added(added=AddedBy(by="KSCMP", on="2026-11-25", why="the guidance has none"))
    point = Point(id=f"X{number}.phone", kind=PointKind.PHONE, source=source, value=number)
    return Contact(id=f"X{number}", source=source, name="Added", area=area, use="x", points=(point,), refs=refs)


def _text_of(area: Area | None, *contacts: Contact) -> list[str]:
    guidance = guidance_of_2023()
    guidance = msgspec.structs.replace(guidance, contacts=(*guidance.contacts, *contacts))
    return [line.plain for line in _lines(_view("quick-reference", guidance, area).parts)]


def test_a_number_added_for_a_position_of_trust_stands_there_and_nowhere_else() -> None:
    """C03, Kent's portal, has no number: what is added for Kent and answers nothing else stands beside it."""
    trust, day = _added(("E185",), "01111"), _added((), "02222")
    said = _text_of(Area.KENT, trust, day)
    assert len([text for text in said if "01111" in text]) == 1
    assert len([text for text in said if "02222" in text]) == 1
    assert all("added by the partnerships, November 2026" in text for text in said if "01111" in text)
    assert not [text for text in _text_of(Area.MEDWAY, trust, day) if "01111" in text or "02222" in text]


def test_a_text_that_says_what_is_in_doubt_is_refused_once_it_is_settled() -> None:
    """E185: the guidance names no route for a position of trust."""
    decided = Decision(who="who", when="2026-01-31", what="the LADO is told")
    settled = _with("E185", decisions=(decided,))
    ((path, problem),) = unprintable(_content().documents["quick-reference"], settled)
    assert path[-2:] == ("says", 0)
    assert "E185 is no erratum that is open" in problem
