"""The copy for comments: every entry once, in one paragraph that opens with its id, where a reader expects it."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from msgspec.structs import replace

from hsbdocs.formats.word.plain_view import Heading, Look, Paragraph, PlainTable
from hsbdocs.model.guidance import Added, AddedBy, Area, Guidance
from tests.unit.review import views

_ID = re.compile(r"\[([^\]]+)\] ")


def _lines(found: Guidance) -> list[str]:
    return [views.said(piece) for piece in views.pieces(views.copy_of(found))]


def _ids(found: Guidance) -> list[str]:
    return [match[1] for line in _lines(found) if (match := _ID.match(line))]


def _expected(found: Guidance) -> list[str]:
    kinds = (
        found.sections,
        found.blocks(),
        found.duties,
        found.permissions,
        found.ages,
        found.contacts,
        found.vignettes,
        found.quiz,
    )
    points = [point.id for contact in found.contacts for point in contact.points]
    return [entry.id for kind in kinds for entry in kind] + points


def test_every_entry_stands_exactly_once() -> None:
    assert Counter(_ids(views.guidance())) == Counter(_expected(views.guidance()))


def test_it_holds_no_table_and_no_paragraph_of_an_entry_without_words() -> None:
    found = views.pieces(views.copy_of(views.guidance()))
    assert not [piece for piece in found if isinstance(piece, PlainTable)]
    assert not [line for line in _lines(views.guidance()) if not _ID.sub("", line, count=1).strip()]


def test_blocks_stand_in_the_order_of_the_guidance() -> None:
    blocks = [block.id for block in views.guidance().blocks()]
    wanted = set(blocks)
    assert [name for name in _ids(views.guidance()) if name in wanted] == blocks


def test_an_entry_stands_behind_the_block_that_it_comes_from() -> None:
    ids = _ids(views.guidance())
    for block, entries in (("1.4.p11", {"D09", "D10"}), ("3.1.p18", {"D36", "P06"}), ("4.1.p03", {"D70", "C04"})):
        at = ids.index(block) + 1
        assert entries <= set(ids[at : at + 4]), block


def test_a_duty_says_when_how_firmly_what_who_and_whom_it_reaches() -> None:
    (line,) = [line for line in _lines(views.guidance()) if line.startswith("[D10] ")]
    duty = views.guidance().by_id["D10"]
    assert line.startswith("[D10] Duty. Any case that involves a child under 13: ")
    assert f"{duty.duty}." in line
    assert line.endswith("To: Local Authority Children's Services; Police.")


def test_what_holds_in_one_area_says_so_and_a_deadline_is_told() -> None:
    timed = next(duty for duty in views.guidance().duties if duty.deadline is not None)
    assert timed.deadline is not None
    found = replace(views.guidance(), duties=(replace(timed, area=Area.KENT),))
    (line,) = [line for line in _lines(found) if line.startswith(f"[{timed.id}] ")]
    assert " Area: Kent." in line
    assert line.endswith(f" By when: {timed.deadline.words}.")


def test_a_contact_has_a_line_for_every_way() -> None:
    lines = _lines(views.guidance())
    at = next(number for number, line in enumerate(lines) if line.startswith("[C05] Contact. "))
    assert lines[at + 1] == f"[C05.phone] phone: {views.guidance().by_id['C05.phone'].value} [not verified]"
    assert any(line.startswith("[C14] ") and line.endswith("No way to reach it is printed.") for line in lines)


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [
        1,
        *(piece.level for piece in views.pieces(views.copy_of(views.guidance())) if isinstance(piece, Heading)),
    ]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert set(levels) >= {1, 2, 3, 4}


def test_where_a_form_says_it_the_words_of_the_form_stand_there() -> None:
    lines = {match[1]: line for line in _lines(views.guidance()) if (match := _ID.match(line))}
    said = [block for block in views.guidance().blocks() if block.form]
    assert len(said) > 20
    for block in said:
        form, _, part = block.form.partition("/")
        rows = [row for row in views.content().forms[form].rows if row.key == part]
        rows += [row for each in views.content().forms[form].sections if each.id == part for row in each.rows]
        assert rows, block.id
        for row in rows:
            assert row.label in lines[block.id], block.id
        if len(rows) == 1 and rows[0].key == part:
            words = (*rows[0].printed.values(), *(prompt.text for prompt in rows[0].prompts))
            assert all(text in lines[block.id] for text in words), block.id


def test_what_was_added_stands_at_the_end() -> None:
    contact = views.guidance().by_id["C05"]
    source = Added(added=AddedBy(by="KSCMP", on="2026-12-01", why="a number in working hours"))
    added = replace(contact, id="C90", source=source, points=())
    found = replace(views.guidance(), contacts=(*views.guidance().contacts, added))
    last = views.pieces(views.copy_of(replace(found, vignettes=(), quiz=())))[-2:]
    assert isinstance(last[0], Heading)
    assert isinstance(last[1], Paragraph)
    assert (last[1].lead, last[1].look) == ("[C90] Contact. ", Look.ENTRY)


def test_an_entry_of_a_section_without_a_line_stands_at_its_end() -> None:
    duty = replace(views.guidance().duties[0], id="D900", source=("1.4",))
    found = replace(views.guidance(), duties=(*views.guidance().duties, duty))
    ids = _ids(found)
    assert ids[ids.index("1.5") - 1] == "D900"
