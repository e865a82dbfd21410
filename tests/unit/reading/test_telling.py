"""What stands outside the answers is kept apart with its place, and said once."""

import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.location import Where
from hsbdocs.model.record import Unplaced
from hsbdocs.model.transcript import Aside, Cell, Mark, Paragraph, Span, Table, Transcript
from hsbdocs.reading.place import Placed, place
from tests.support.said import at, where
from tests.support.said import place as place_at
from tests.unit.reading.sheets import OPEN, PUBLISHED, RELEASED, TICKED, Sheet, add, cell, para


def placed(sheet: Sheet) -> Placed:
    """Where everything of the sheet stands."""
    return place(sheet.transcript(), sheet.form)


def codes(found: Placed) -> list[tuple[str, str]]:
    """Code and location of each finding."""
    return [(finding.code.value, where(finding.location)) for finding in found.findings]


def deleted(text: str) -> Paragraph:
    """A paragraph with text that tracked changes take out."""
    return Paragraph((), deleted=text)


def drawn() -> Paragraph:
    """A paragraph with a shape on it."""
    return Paragraph((), shapes=1)


PICTURE = para("", pictures=1)


def test_a_blank_has_nothing_to_tell() -> None:
    found = placed(Sheet())
    assert (found.unplaced, found.findings) == ((), ())
    assert list(found.rows) == [row.key for row in RELEASED.rows]
    assert all(len(rows) == 1 for rows in found.rows.values())


def test_writing_between_the_tables() -> None:
    sheet = Sheet()
    sheet.loose["details"] += [para(" Zebra "), para("Zebra"), para("\u2713"), para(" "), para(sheet.form.title)]
    found = placed(sheet)
    assert found.unplaced == tuple(Unplaced(text, place_at("after row D11")) for text in ("Zebra", "Zebra", "\u2713"))
    assert found.findings == (Finding(code=Code.FORM_05, location=at("after row D11"), place=at("after row D11")),)


def test_comments() -> None:
    sheet = Sheet()
    sheet.asides += [Aside(Where.COMMENT, " One "), Aside(Where.COMMENT, "Two"), Aside(Where.FOOTNOTE, "Three")]
    found = placed(sheet)
    assert found.unplaced == (
        Unplaced("One", place_at("comment")),
        Unplaced("Two", place_at("comment")),
        Unplaced("Three", place_at("footnote")),
    )
    assert codes(found) == [("FORM-05", "comment"), ("FORM-05", "footnote")]


def test_a_row_of_somebody_else() -> None:
    sheet = Sheet()
    row = (cell("D1"), cell("Gender"), cell("Click or tap to write"), cell(OPEN), cell(TICKED), cell("Yes"), cell(""))
    sheet.loose["details"].append(Table((row, (cell(RELEASED.captions["danger"]), cell("Zebra")))))
    sheet.at["D3"][1] = cell("Gender")
    found = placed(sheet)
    kept = [entry.text for entry in found.unplaced]
    assert TICKED in kept
    assert "Yes" in kept
    assert "Zebra" in kept
    assert OPEN not in kept
    assert RELEASED.captions["danger"] not in kept


@pytest.mark.parametrize(
    "text", ["Page 1", "page 2 of 3", "2/3", "2 / 3", "7", " 12 ", "Page3", "PAGE 3 OF 4", "Page 9 of 12"]
)
def test_a_page_number_in_a_margin_is_nothing(text: str) -> None:
    sheet = Sheet(RELEASED)
    found = place(_published_with_margins(sheet, text), PUBLISHED)
    assert found.unplaced == ()


@pytest.mark.parametrize("text", ["Sample Trust", "Page one", "3 of", "1.2", "page 2 of 3 Amber", "Draft 1", "1/2/3"])
def test_a_letterhead_is_kept_apart_without_a_finding(text: str) -> None:
    found = place(_published_with_margins(Sheet(RELEASED), text, text), PUBLISHED)
    assert found.unplaced == (Unplaced(text, place_at("header or footer")),)
    assert found.findings == ()


def _published_with_margins(sheet: Sheet, *texts: str) -> Transcript:
    sheet.margins += [para(text) for text in (*texts, PUBLISHED.title, "")]
    return sheet.transcript(())


def test_writing_in_the_margins_of_our_own_form_is_told() -> None:
    sheet = Sheet()
    sheet.margins += [
        para(f"{RELEASED.stamp}\tPage 2 of 3"),
        para(RELEASED.title),
        para("Page of"),
        para("Sample Trust"),
    ]
    assert placed(sheet).unplaced == (Unplaced("Sample Trust", place_at("header or footer")),)
    assert codes(placed(sheet)) == [("FORM-05", "header or footer")]


def test_a_picture_in_a_margin() -> None:
    for form in (RELEASED, PUBLISHED):
        sheet = Sheet(RELEASED)
        sheet.margins.append(PICTURE)
        (finding,) = place(sheet.transcript(()), form).findings
        assert finding == Finding(code=Code.FORM_09, place=at("the header or footer"))


@pytest.mark.parametrize(
    ("paragraph", "code"), [(PICTURE, "FORM-06"), (drawn(), "FORM-11"), (deleted(" Zebra "), "FORM-11")]
)
def test_drawn_or_struck_out_between_the_tables(paragraph: Paragraph, code: str) -> None:
    sheet = Sheet()
    sheet.loose["details"] += [paragraph, paragraph]
    found = placed(sheet)
    assert codes(found) == [(code, "after row D11")]
    assert found.findings[0].place == at("after row D11")
    if paragraph.deleted:
        assert found.unplaced == (Unplaced("Zebra", place_at("after row D11, taken out by tracked changes")),) * 2
    sheet = Sheet()
    sheet.loose["details"].append(Table(((Cell((paragraph,)),),)))
    assert codes(placed(sheet)) == [(code, "after row D11")]


def test_before_the_first_row() -> None:
    sheet = Sheet()
    found = place(sheet.transcript((para("Zebra"), PICTURE, *sheet.blocks())), RELEASED)
    assert found.unplaced == (Unplaced("Zebra", place_at("before the first row")),)
    assert codes(found) == [("FORM-05", "before the first row"), ("FORM-09", "")]


def test_before_a_row_that_is_not_the_first() -> None:
    """Where the form's first row is gone, what stands above may be its answer."""
    sheet = Sheet()
    sheet.drop("D1")
    found = place(sheet.transcript((PICTURE, *sheet.blocks())), RELEASED)
    assert ("FORM-06", "before the first row") in codes(found)


def test_blanks_struck_out_are_nothing() -> None:
    sheet = Sheet()
    sheet.loose["details"].append(deleted(" \n"))
    sheet.at["D3"][2] = Cell((deleted(" "),))
    assert codes(placed(sheet)) == []


def test_beside_a_label() -> None:
    sheet = Sheet()
    sheet.at["Q3"][0] = add(sheet.at["Q3"][0], " ", "Zebra", "Gnu")
    sheet.at["Q3"][1] = add(sheet.at["Q3"][1], "Okapi")
    found = placed(sheet)
    assert found.unplaced == (Unplaced("Okapi\nZebra\nGnu", place_at("row Q3, beside the label")),)
    assert codes(found) == [("FORM-05", "row Q3, beside the label")]


def test_a_label_reworded() -> None:
    sheet = Sheet()
    sheet.at["D8"][1] = cell("Adress (if known)")
    found = placed(sheet)
    assert found.findings == (
        Finding(
            code=Code.FORM_04,
            fields=("child.address",),
            location=at("row D8"),
            params={"ref": "D8", "label": "Address (if known)"},
        ),
    )
    assert found.unplaced == (Unplaced("Adress (if known)", place_at("row D8, the label")),)


def test_a_column_that_the_form_does_not_have() -> None:
    sheet = Sheet()
    table = sheet.table_of("A4")
    for row in table:
        row.append(cell("By whom" if row is table[0] else "Sam" if row is sheet.at["A4"] else " "))
    found = placed(sheet)
    assert Unplaced("Sam", place_at("row A4, in another column")) in found.unplaced
    assert ("FORM-05", "row A4, in another column") in codes(found)
    assert not any("row A3" in where(entry.location) for entry in found.unplaced)


def test_hidden_text() -> None:
    sheet = Sheet()
    hidden = Paragraph((Span("Zebra", Mark.HIDDEN), Span(" ", Mark.HIDDEN), Span("Gnu", Mark.HIDDEN | Mark.BOLD)))
    sheet.at["D3"][2] = Cell((hidden, para("seen")))
    found = placed(sheet)
    assert found.unplaced == (Unplaced("Zebra\nGnu", place_at("row D3, hidden text")),)
    assert codes(found) == [("FORM-05", "row D3, hidden text")]


def test_struck_out_in_an_answer() -> None:
    sheet = Sheet()
    sheet.at["A4"][4] = Cell((deleted(" Zebra "), deleted("Gnu")))
    found = placed(sheet)
    assert found.unplaced == tuple(
        Unplaced(text, place_at("row A4, taken out by tracked changes")) for text in ("Zebra", "Gnu")
    )
    assert found.findings == (
        Finding(
            code=Code.FORM_11,
            fields=("actions.referral.answer", "actions.referral.details"),
            location=at("row A4"),
            place=at("row A4"),
        ),
    )


@pytest.mark.parametrize(
    ("key", "column", "paragraph", "code", "place"),
    [
        ("D3", 2, PICTURE, "FORM-06", "row D3"),
        ("C3", 2, PICTURE, "FORM-09", "the box in C3"),
        ("D3", 1, PICTURE, "FORM-06", "row D3, beside the label"),
        ("C3", 1, PICTURE, "FORM-06", "row C3, beside the label"),
        ("D3", 0, PICTURE, "FORM-06", "row D3, beside the label"),
        ("O1", 1, PICTURE, "FORM-06", "row O1"),
        ("O1", 0, PICTURE, "FORM-06", "row O1, beside the label"),
        ("D3", 1, drawn(), "FORM-11", "row D3, beside the label"),
        ("D3", 0, drawn(), "FORM-11", "row D3, beside the label"),
    ],
)
def test_pictures_and_shapes_in_a_row(key: str, column: int, paragraph: Paragraph, code: str, place: str) -> None:
    sheet = Sheet()
    sheet.at[key][column] = add(sheet.at[key][column], paragraph, paragraph)
    (finding,) = placed(sheet).findings
    fields = tuple(field.id for row in RELEASED.rows if row.key == key for field in row.fields)
    assert finding == Finding(code=Code(code), fields=fields, location=at(f"row {key}"), place=at(place))


@pytest.mark.parametrize(("key", "end", "told"), [("D3", 6, True), ("A4", 3, True), ("D3", 0, False)])
def test_a_label_crossed_out_is_told(key: str, end: int, told: bool) -> None:
    sheet = Sheet()
    label = sheet.at[key][1].first_line
    spans = (Span(label[:end], Mark.STRUCK), Span(label[end:]), Span(" ", Mark.STRUCK))
    sheet.at[key][1] = Cell((Paragraph(spans),))
    fields = tuple(field.id for row in RELEASED.rows if row.key == key for field in row.fields)
    expected = (
        Finding(code=Code.FORM_11, fields=fields, location=at(f"row {key}"), place=at(f"row {key}, the label")),
    )
    assert placed(sheet).findings == (expected if told else ())


def test_an_answer_crossed_out_in_its_label_s_cell_is_told_where_the_answer_is_read() -> None:
    sheet = Sheet()
    sheet.at["O1"][1] = Cell((para(sheet.at["O1"][1].first_line), Paragraph((Span("Zebra", Mark.STRUCK),))))
    assert placed(sheet).findings == ()


def test_a_shape_in_an_answer_is_told_where_the_answer_is_read() -> None:
    sheet = Sheet()
    sheet.at["D3"][2] = Cell((drawn(),))
    assert placed(sheet).findings == ()


@pytest.mark.parametrize("mark", [Mark.HIDDEN, Mark.DELETED, Mark.DRAWN])
def test_what_a_file_does_not_have_is_not_looked_for_and_the_rest_is(mark: int) -> None:
    sheet = Sheet()
    spans = (Span("Zebra", Mark.HIDDEN),)
    sheet.at["D3"][2] = Cell((Paragraph(spans, pictures=1, deleted="Gnu"),))
    transcript = sheet.transcript()
    whole = place(transcript, RELEASED)
    assert len(whole.findings) == 3
    part = place(type(transcript)(blocks=transcript.blocks, controls=(), marks=mark), RELEASED)
    assert len(part.findings) == 1
    assert part.findings[0] in whole.findings
    none = place(type(transcript)(blocks=transcript.blocks, controls=(), marks=Mark.BOLD), RELEASED)
    assert none.findings == ()


def test_a_row_that_stands_twice_is_found_twice() -> None:
    sheet = Sheet()
    sheet.double("D3")
    assert len(placed(sheet).rows["D3"]) == 2
