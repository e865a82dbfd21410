"""A file that holds several forms, one after another."""

import msgspec
import pytest

from hsbdocs.model.location import Where
from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Aside, Cell, Paragraph, Table, Transcript
from hsbdocs.reading.split import split, split_at_titles
from tests.unit.reading.reads import outcomes
from tests.unit.reading.sheets import RELEASED, SMALL, Sheet, cell, para


def named(name: str) -> Sheet:
    """The small form with this name in it, no stamp below it."""
    sheet = Sheet(SMALL).fill({"child.name": name})
    sheet.stamp = None
    return sheet


def together(*sheets: Sheet, between: tuple[Paragraph | Table, ...] = ()) -> Transcript:
    """The sheets in one file."""
    blocks = [block for sheet in sheets for block in (*sheet.blocks(), *between)]
    return msgspec.structs.replace(sheets[0].transcript(), blocks=tuple(blocks))


def names(parts: list[Transcript]) -> list[list[str]]:
    """Which of the names stand in each part."""
    known = ("Amber", "Robin", "Sam")
    texts = ["\n".join(paragraph.text for paragraph in part.paragraphs) for part in parts]
    return [[name for name in known if name in text] for text in texts]


def test_two_and_three() -> None:
    assert names(split(together(named("Amber"), named("Robin")), SMALL)) == [["Amber"], ["Robin"]]
    three = together(named("Amber"), named("Robin"), named("Sam"))
    assert names(split(three, SMALL)) == [["Amber"], ["Robin"], ["Sam"]]


def test_nothing_is_lost_and_the_tables_stay_tables() -> None:
    sheets = (named("Amber"), named("Robin"))
    first, second = split(together(*sheets), SMALL)
    assert (*first.blocks, *second.blocks) == (*sheets[0].blocks(), *sheets[1].blocks())
    assert second.blocks[0] == para(SMALL.title)


def test_one_form_stays_as_it_is() -> None:
    transcript = named("Amber").transcript()
    assert split(transcript, SMALL) == [transcript]
    empty = Transcript(blocks=(), controls=())
    assert split(empty, SMALL) == [empty]


def test_margins_stay_with_the_first_and_comments_go_with_both() -> None:
    sheet = named("Amber")
    sheet.margins.append(para("A letterhead"))
    sheet.asides.append(Aside(Where.COMMENT, "A comment"))
    sheet.control("child.name")
    both = msgspec.structs.replace(together(sheet, named("Robin")), marks=5)
    first, second = split(both, SMALL)
    assert (first.margins, first.asides) == (both.margins, both.asides)
    assert (second.margins, second.asides) == ((), both.asides)
    assert first.controls == second.controls == both.controls
    assert first.marks == second.marks == 5
    assert both.properties
    assert first.properties == second.properties == {}  # they were the file's, not each form's


@pytest.mark.parametrize("title", [SMALL.title, SMALL.title.upper(), SMALL.stamp])
def test_a_form_begins_at_its_title_or_stamp(title: str) -> None:
    blocks = (*named("Amber").blocks(), para("Typed below"), para(title), para("x"), *named("Robin").blocks()[2:])
    first, second = split(Transcript(blocks=blocks, controls=()), SMALL)
    assert first.blocks[-1] == para("Typed below")
    assert second.blocks[0] == para(title)


def test_without_title_and_stamp_it_begins_at_its_first_row() -> None:
    one, other = named("Amber").blocks()[2:], named("Robin").blocks()[2:]
    first, second = split(Transcript(blocks=(*one, para("Typed between"), *other), controls=()), SMALL)
    assert para("Typed between") in first.blocks
    table = second.blocks[0]
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["D1", "D2", "D3"]


def test_all_in_one_table() -> None:
    rows = [row for name in ("Amber", "Robin") for block in named(name).blocks() if isinstance(block, Table)
            for row in block.rows[1:]]  # fmt: skip
    first, second = split(Transcript(blocks=(Table(tuple(rows)),), controls=()), SMALL)
    assert first.blocks == (Table(tuple(rows[:5])),)
    assert second.blocks == (Table(tuple(rows[5:])),)


@pytest.mark.parametrize("key", ["D1", "D2", "O1", "A1"])
def test_a_row_copied_begins_no_form(key: str) -> None:
    sheet = named("Amber")
    sheet.double(key)
    transcript = sheet.transcript()
    assert split(transcript, SMALL) == [transcript]


def test_the_first_section_copied_below_itself_begins_no_form() -> None:
    blocks = list(Sheet().blocks())
    table = next(block for block in blocks if isinstance(block, Table))
    blocks.insert(blocks.index(table) + 1, table)
    assert len(split(Transcript(blocks=tuple(blocks), controls=()), RELEASED)) == 1


def test_all_sections_but_the_first_copied_begin_no_form() -> None:
    blocks = Sheet().blocks()
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(split(Transcript(blocks=(*blocks, *tables[1:]), controls=()), RELEASED)) == 1


def test_sections_in_another_order_are_one_form() -> None:
    tables = [block for block in Sheet().blocks() if isinstance(block, Table)]
    assert len(split(Transcript(blocks=(*tables[1:], tables[0]), controls=()), RELEASED)) == 1


def test_a_title_again_above_the_last_table_of_a_form_begins_none() -> None:
    one, other = named("Amber").blocks(), named("Robin").blocks()[2:]
    again = para(SMALL.title)
    assert isinstance(one[-1], Table)
    last = Table(one[-1].rows[1:])
    first, second = split(Transcript(blocks=(*one[:-1], again, last, *other), controls=()), SMALL)
    assert first.blocks[: len(one) + 1] == (*one[:-1], again, last)
    assert names([first, second]) == [["Amber"], ["Robin"]]


def test_half_of_a_form_is_enough() -> None:
    rows = [row for block in Sheet().blocks() if isinstance(block, Table) for row in block.rows]
    half = [row for row in rows if row[0].text in {f"D{n}" for n in range(1, 12)} | {f"{n}" for n in range(1, 9)}]
    assert len(half) * 2 == len(RELEASED.rows)
    assert len(split(Transcript(blocks=(Table((*half, *half)),), controls=()), RELEASED)) == 2
    assert len(split(Transcript(blocks=(Table((*half[1:], *half[1:])),), controls=()), RELEASED)) == 1


def test_a_part_of_a_form_at_the_end_begins_none() -> None:
    """What comes again must be half of a form, or nothing can be parted."""
    rest = [block for block in named("Robin").blocks() if isinstance(block, Table)]
    transcript = together(named("Amber"))
    two = msgspec.structs.replace(transcript, blocks=(*transcript.blocks, Table(rest[0].rows[:2])))
    assert split(two, SMALL) == [two]
    three = msgspec.structs.replace(transcript, blocks=(*transcript.blocks, Table(rest[0].rows[:4])))
    assert len(split(three, SMALL)) == 2


def test_half_of_the_first_form_must_be_there_before_a_second_begins() -> None:
    short = named("Amber")
    for key in ("D3", "O1", "A1"):
        short.drop(key)
    assert len(split(together(short, named("Robin")), SMALL)) == 1
    long = named("Amber")
    for key in ("O1", "A1"):
        long.drop(key)
    assert names(split(together(long, named("Robin")), SMALL)) == [["Amber"], ["Robin"]]


def test_labels_spelt_a_little_otherwise_are_known() -> None:
    one, other = named("Amber"), named("Robin")
    other.at["D1"][1] = cell("1. FULL-NAMES")
    assert names(split(together(one, other), SMALL)) == [["Amber"], ["Robin"]]
    blocks = (*one.blocks(), *other.blocks()[2:])
    assert names(split(Transcript(blocks=blocks, controls=()), SMALL)) == [["Amber"], ["Robin"]]


def test_each_form_of_a_file_is_read_for_itself() -> None:
    found = outcomes(together(named("Amber"), named("Robin")), SMALL)
    assert [each.answers["child.name"] for each in found if isinstance(each, Record)] == ["Amber", "Robin"]


def test_a_label_in_the_first_or_second_cell() -> None:
    rows = [row for name in ("Amber", "Robin") for block in named(name).blocks() if isinstance(block, Table)
            for row in block.rows[1:]]  # fmt: skip
    bare = [row[1:] for row in rows]
    assert len(split(Transcript(blocks=(Table(tuple(bare)),), controls=()), SMALL)) == 2
    late: list[tuple[Cell, ...]] = [(cell("a"), cell("b"), *row[1:]) for row in rows]
    assert len(split(Transcript(blocks=(Table(tuple(late)),), controls=()), SMALL)) == 1


@pytest.mark.parametrize("title", [SMALL.title, SMALL.stamp])
def test_titles_part_forms_whole_or_not(title: str) -> None:
    table, other = (Table(((cell("D1"), cell("Full name"), cell(name)),)) for name in ("Amber", "Robin"))
    heading, letter = para(title), para("Dear all")

    def parts(*blocks: Paragraph | Table) -> list[tuple[Paragraph | Table, ...]]:
        return [part.blocks for part in split_at_titles(Transcript(blocks=blocks, controls=()), SMALL)]

    assert parts(heading, table, heading, other) == [(heading, table), (heading, other)]
    assert parts(letter, heading, table, letter, heading, letter, other) == [
        (letter, heading, table, letter),
        (heading, letter, other),
    ]
    assert parts(heading, heading, table) == [(heading, heading, table)]
    assert parts(heading, table, heading) == [(heading, table, heading)]
    assert parts(heading, table, heading, letter, Table(((cell("a"), cell("b")),))) == [
        (heading, table, heading, letter, Table(((cell("a"), cell("b")),)))
    ]
    assert parts(heading, table, other) == [(heading, table, other)]
    assert parts(table, heading, other) == [(table, heading, other)]
    assert parts(heading, table, heading, other, heading, table) == [
        (heading, table),
        (heading, other),
        (heading, table),
    ]


def test_halves_of_two_forms_are_never_read_as_one_child_s() -> None:
    title = para(SMALL.title)
    one = [block for block in named("Amber").blocks() if isinstance(block, Table)]
    marked = Sheet(SMALL).fill({"outcome.colour": "red"})
    other = [block for block in marked.blocks() if isinstance(block, Table)]
    found = outcomes(Transcript(blocks=(title, one[0], title, *other[1:]), controls=()), SMALL)
    assert len(found) == 2
    (read,) = [each for each in found if isinstance(each, Record)]
    assert (read.answers["child.name"], read.answers["outcome.colour"]) == ("Amber", None)
