"""The agenda: every question with what is printed, who is affected and its options; what was decided moves on."""

from __future__ import annotations

from msgspec.structs import replace

from hsbdocs.formats.word.plain_view import Heading, Paragraph, PlainTable
from hsbdocs.model.guidance import Area, Decision, Guidance, Point, PointKind, Prints, PrintsHow
from tests.unit.review import views

PARTS = (
    "How the review stands on 27 November 2026",
    "1. What changed outside since the guidance was issued",
    "2. To be decided at the table",
    "3. To be agreed by e-mail",
    "4. Clean-up",
    "Appendix A. Call sheet",
)


def _parts(found: Guidance) -> list[str]:
    return [
        piece.text for piece in views.pieces(views.agenda_of(found)) if isinstance(piece, Heading) and piece.level == 2
    ]


def _text(found: Guidance, heading: str) -> str:
    return "\n".join(views.said(piece) for piece in views.under(views.agenda_of(found), heading))


def test_its_parts_in_order_and_no_log_before_anything_is_decided() -> None:
    assert _parts(views.guidance()) == list(PARTS)


def test_it_opens_with_the_lines_of_every_document_and_with_how_the_review_stands() -> None:
    view = views.agenda_of(views.guidance())
    assert [views.said(piece) for piece in views.pieces(view)[:2]] == [views.content().edition.guidance, *views.FACE]
    due = views.table(view, "How the review stands").rows[0]
    assert due[0] == "Stated review date"
    assert due[1].endswith("(150 days past)")
    assert "No review is recorded." in _text(views.guidance(), "Before anything can be issued")


def test_what_changed_outside_is_left_to_the_partners() -> None:
    tables = [piece for piece in views.under(views.agenda_of(views.guidance()), "1.") if isinstance(piece, PlainTable)]
    assert [(table.rows, table.empty) for table in tables] == [((), 6)] * 3
    names = ["What", "Where to read it", "What it means for us", "Who looked"]
    assert all([column.name for column in table.columns] == names for table in tables)


def test_a_question_has_its_words_what_is_printed_who_is_affected_options_and_a_box() -> None:
    found = views.under(views.agenda_of(views.guidance()), "[E033]")
    erratum = views.guidance().by_id["E033"]
    text = "\n".join(views.said(piece) for piece in found)
    assert erratum.wrong in text
    assert f"Until it is decided, the reading with sooner or wider help: {erratum.prints.text}" in text
    for name in ("D09", "D10", "D77", "A06", "1.4.p11"):
        assert f"[{name}] " in text
    assert "[E178]" not in text
    assert "Areas: Kent and Medway" in text
    assert "People and services: designated safeguarding lead; Local Authority Children's Services; Police" in text
    for number, option in enumerate(erratum.options, 1):
        assert f"{number}. {option}" in text
    box = found[-1]
    assert isinstance(box, PlainTable)
    assert [column.name for column in box.columns] == ["Decision", "By, initials", "Date"]
    assert (box.rows, box.empty) == ((), 1)


def test_a_block_that_a_form_says_is_given_in_the_words_of_the_form() -> None:
    found = views.under(views.agenda_of(views.guidance()), "[E033]")
    (printed,) = [views.said(piece) for piece in found if views.said(piece).startswith("[4.3.q01] ")]
    row = next(row for row in views.content().forms["risk-assessment"].rows if row.key == "Q1")
    assert all(prompt.text in printed for prompt in row.prompts)


def test_where_no_entry_names_an_erratum_those_that_it_names_are_shown() -> None:
    text = _text(views.guidance(), "[E190]")
    assert "[D37] " in text
    assert "Elsewhere: " in text
    assert "To be confirmed." in text


def test_what_is_printed_without_a_sentence_of_its_own_is_said_too() -> None:
    erratum = replace(views.guidance().by_id["E033"], id="E999", prints=Prints(how=PrintsHow.AS_PRINTED))
    found = replace(views.guidance(), errata=(*views.guidance().errata, erratum))
    assert "Until it is decided: as the source prints it." in _text(found, "[E999]")


def test_who_is_affected_is_not_guessed() -> None:
    erratum = replace(views.guidance().by_id["E033"], id="E999", refs=())
    lonely = replace(views.guidance(), errata=(*views.guidance().errata, erratum))
    text = _text(lonely, "[E999]")
    assert "No entry is named." in text
    assert "Areas: not said" in text
    assert "People and services: not said" in text


def test_every_open_question_stands_once() -> None:
    view = views.agenda_of(views.guidance())
    opened = {each.id for each in views.guidance().errata}
    headings = [piece.text for piece in views.under(view, "2.") if isinstance(piece, Heading)]
    rows = (*views.table(view, "To be agreed by e-mail").rows, *views.table(view, "Clean-up by section").rows)
    ids = [text[1:].partition("]")[0] for text in headings]
    ids += [cell[1:-1] for row in rows for cell in row[:2] if cell.startswith("[E")]
    assert sorted(ids) == sorted(opened)


def test_clean_up_goes_section_by_section() -> None:
    rows = views.table(views.agenda_of(views.guidance()), "Clean-up by section").rows
    order = ["cover", "contents", *(section.number for section in views.guidance().sections), "whole"]
    places = [order.index(row[0]) for row in rows]
    assert places == sorted(places)


def test_the_call_sheet_has_every_value_but_999() -> None:
    rows = views.table(views.agenda_of(views.guidance()), "Call sheet").rows
    points = [point for contact in views.guidance().contacts for point in contact.points]
    rung = [each for each in points if each.value and each.value != "999" and each.kind is not PointKind.HOURS]
    assert [row[0] for row in rows] == [f"[{point.id}]" for point in rung]
    assert all(point.value in row[3] for point, row in zip(rung, rows, strict=True))
    assert {row[4:] for row in rows} == {("", "", "")}


def _decide(*areas: Area, entries: dict[str, str]) -> Guidance:
    decisions = tuple(
        Decision(who="KSCMP and MSCP", when="2026-12-01", what="Must, in both.", area=area, entries=entries)
        for area in areas
    )
    return views.with_erratum("E035", decisions=decisions)


def test_a_decision_for_one_area_stays_at_the_table_and_in_the_log() -> None:
    found = _decide(Area.KENT, entries={})
    assert "Decided so far: Must, in both. (KSCMP and MSCP, 1 December 2026; Kent)" in _text(found, "[E035]")
    row = ("[E035]", "Must, in both.", "KSCMP and MSCP", "1 December 2026", "Kent", "nothing was to be changed")
    assert views.table(views.agenda_of(found), "Log of decisions").rows == (row,)


def test_the_log_says_what_is_still_to_change_and_what_is_carried_out() -> None:
    now = views.guidance().hash_of("D36")
    waiting = _decide(Area.BOTH, entries={"D36": now, "D49": "0" * 16})
    assert views.table(views.agenda_of(waiting), "Log of decisions").rows[0][-1] == "still to be changed: D36"
    assert "[E035] D36 still to be changed." in _text(waiting, "How the review stands")
    done = _decide(Area.BOTH, entries={"D36": "0" * 16})
    assert views.table(views.agenda_of(done), "Log of decisions").rows[0][-1] == "carried out"
    assert _parts(done) == [*PARTS, "Appendix B. Log of decisions"]
    questions = [piece.text for piece in views.under(views.agenda_of(done), "2.") if isinstance(piece, Heading)]
    assert not [text for text in questions if text.startswith("[E035]")]


def test_nothing_open_is_said() -> None:
    clear = replace(views.guidance(), errata=())
    assert _text(clear, "2.") == "No question for the table is open."
    assert _text(clear, "3.") == "Nothing is open."
    assert "Editorial (class E): 0." in _text(clear, "4.")


def test_a_note_stands_beside_the_number() -> None:
    contact = views.guidance().by_id["C05"]
    point = Point(id="C05.phone", kind=PointKind.WEB_CHAT, source=406, value="chat.example", note="option 2")
    found = replace(views.guidance(), contacts=(replace(contact, points=(point,)),))
    assert views.table(views.agenda_of(found), "Call sheet").rows[0][3] == "web chat: chat.example, option 2"


def test_no_option_is_recommended() -> None:
    """Options stand in the order of content, as it gives them, and no paragraph marks one."""
    options = [option for each in views.guidance().errata if each.at_table for option in each.options]
    found = views.under(views.agenda_of(views.guidance()), "2.")
    numbered = [piece for piece in found if isinstance(piece, Paragraph) and piece.lead[:1].isdigit()]
    assert [piece.text for piece in numbered] == options
