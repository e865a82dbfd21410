"""Which form a transcript is: stamp, properties, refs; and when it is none."""

import msgspec
import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form
from hsbdocs.model.record import RecognisedBy, Record
from hsbdocs.model.transcript import Cell, Paragraph, Table, Transcript
from hsbdocs.reading.recognise import recognise
from tests.unit.reading.complete import COMPLETE as TYPED
from tests.unit.reading.complete import EXPECTED
from tests.unit.reading.reads import codes, outcome, record
from tests.unit.reading.sheets import PUBLISHED, RELEASED, SMALL, Sheet, cell, para


def test_by_the_visible_line_alone() -> None:
    sheet = Sheet()
    sheet.properties = {}
    found = record(sheet)
    assert (found.recognised_by, found.document) == (RecognisedBy.STAMP, None)
    assert codes(found) == []


def test_by_the_line_in_a_footer() -> None:
    sheet = Sheet()
    sheet.properties, sheet.stamp = {}, None
    sheet.margins = [para(f"{RELEASED.stamp}\tPage 1 of 3")]
    assert record(sheet).recognised_by is RecognisedBy.STAMP


def test_by_the_properties_alone() -> None:
    sheet = Sheet()
    sheet.stamp = None
    found = record(sheet)
    assert (found.recognised_by, found.document) == (RecognisedBy.STAMP, "risk-assessment")


@pytest.mark.parametrize("document", ["", "other", "Amber Example.docx"])
def test_a_document_that_the_form_does_not_know_is_null(document: str) -> None:
    sheet = Sheet()
    sheet.properties["hsbdocs.document"] = document
    assert record(sheet).document is None


@pytest.mark.parametrize(
    "line",
    ["FORM RISK-ASSESSMENT, VERSION 2023.06-1", "form  risk-assessment ,  version 2023.06-1.",
     "Please return. Form risk-assessment, version 2023.06-1 (c)", "Form risk-assessment,version\t2023.06-1",
     "Form risk-assessment, version  2023.06-1"],
)  # fmt: skip
def test_the_line_changed_a_little(line: str) -> None:
    sheet = Sheet()
    sheet.properties, sheet.stamp = {}, line
    found = record(sheet)
    assert (found.form, found.recognised_by) == (RELEASED.key, RecognisedBy.STAMP)


@pytest.mark.parametrize(
    "line",
    ["Form risk-assessment, version 2023.06", "Form risk-assessment, version 2023.06-2",
     "Form other, version 2023.06-1", "Form risk-assessment, version 2023.06-10",
     "Form risk-assessment, version 2023.06-1b"],
)  # fmt: skip
@pytest.mark.parametrize("properties", [True, False])
def test_an_unknown_form_or_version_or_marks_that_disagree(line: str, properties: bool) -> None:
    sheet = Sheet()
    sheet.stamp = line
    if not properties:
        sheet.properties = {}
    assert outcome(sheet) == Finding(code=Code.FORM_01)


def test_an_unknown_version_in_the_properties_alone() -> None:
    sheet = Sheet()
    sheet.stamp = None
    sheet.properties["hsbdocs.version"] = "2024.01-1"
    assert outcome(sheet) == Finding(code=Code.FORM_01)


def test_two_visible_lines_that_disagree() -> None:
    sheet = Sheet()
    sheet.margins = [para("Form risk-assessment, version 2023.06-2")]
    assert outcome(sheet) == Finding(code=Code.FORM_01)


def test_an_unknown_version_in_a_table_around_the_form() -> None:
    sheet = Sheet()
    sheet.properties, sheet.stamp = {}, "Form risk-assessment, version 2024.01-1"
    assert outcome(sheet.transcript((Table(((Cell(sheet.blocks()),),)),))) == Finding(code=Code.FORM_01)


def test_no_stamp_but_refs() -> None:
    sheet = Sheet().fill(TYPED)
    sheet.properties, sheet.stamp = {}, None
    found = record(sheet)
    assert (found.recognised_by, found.document, found.answers) == (RecognisedBy.REFS, None, EXPECTED)
    assert codes(found) == ["FORM-08"]


def test_no_stamp_and_no_refs_leaves_the_labels_and_the_other_text() -> None:
    sheet = Sheet().fill(TYPED)
    sheet.properties, sheet.stamp = {}, None
    sheet.drop_refs()
    for releases in ((RELEASED, PUBLISHED), (PUBLISHED, RELEASED)):
        found = outcome(sheet, *releases)
        assert isinstance(found, Record)
        assert (found.form.version, found.recognised_by) == ("2023.06-1", RecognisedBy.LABELS)
        assert found.answers == EXPECTED
        assert codes(found) == ["FORM-08"]


def test_a_form_like_the_one_of_2023() -> None:
    table = Table(tuple((cell(row.label), cell("something")) for row in PUBLISHED.rows))
    for releases in ((RELEASED, PUBLISHED), (PUBLISHED, RELEASED)):
        found = outcome(Transcript((para("Risk Assessment"), table), ()), *releases)
        assert isinstance(found, Record)
        assert (found.form.version, found.recognised_by) == ("2023.06", RecognisedBy.LABELS)
        assert found.answers["child.gender"] == "something"


@pytest.mark.parametrize(("rows", "known"), [(17, False), (18, False), (19, True), (20, True)])
def test_half_of_the_labels_must_be_there(rows: int, known: bool) -> None:
    assert len(PUBLISHED.rows) == 38
    table = Table(tuple((cell(row.label), cell("")) for row in PUBLISHED.rows[:rows]))
    found = outcome(Transcript((table,), ()), RELEASED, PUBLISHED)
    assert isinstance(found, Record) is known


@pytest.mark.parametrize("text", ["", "A letter.", "Form risk-assessment, version 2023.06-1"])
def test_no_form_at_all(text: str) -> None:
    assert outcome(Transcript((para(text),), ())) == Finding(code=Code.FORM_01)


def test_a_page_of_pictures_may_be_a_scan() -> None:
    scan = Transcript((para("", pictures=1), para("", pictures=1)), ())
    assert outcome(scan) == Finding(code=Code.FILE_09)


def test_the_right_one_of_several_releases() -> None:
    assert record(Sheet(SMALL)).form == SMALL.key
    sheet = Sheet(SMALL)
    sheet.properties, sheet.stamp = {}, None
    assert record(sheet).form == SMALL.key


def test_a_stamp_typed_into_an_answer_is_an_answer() -> None:
    found = record(Sheet().fill({"considerations.q03": "See Form risk-assessment, version 2022.01-9"}))
    assert found.answers["considerations.q03"] == "See Form risk-assessment, version 2022.01-9"


@pytest.mark.parametrize(
    "text",
    [
        "Platform other, version 9.9",
        "Form other version 9.9",
        "Form other, versions 9.9",
        "Form other, version nine",
        "Form, version 9.9",
        "Form 1other, version 9.9",
    ],
)
def test_what_is_no_stamp(text: str) -> None:
    sheet = Sheet()
    sheet.loose["details"].append(para(text))
    assert record(sheet).recognised_by is RecognisedBy.STAMP


@pytest.mark.parametrize(("form_id", "version"), [("a", "10"), ("a-1", "1.0-b2"), ("small", "1.0")])
def test_every_id_and_version_that_a_form_may_have(form_id: str, version: str) -> None:
    form = msgspec.structs.replace(SMALL, id=form_id, version=version)
    found = recognise(Transcript((para(form.stamp),), ()), [RELEASED, form])
    assert found is not None
    assert (found.form, found.by, found.document) == (form, RecognisedBy.STAMP, None)
    assert recognise(Transcript((para(form.stamp.upper()),), ()), [form]) == found
    assert recognise(Transcript((para(form.stamp),), ()), [msgspec.structs.replace(form, stamped=False)]) is None


def test_properties_count_only_together() -> None:
    for properties in ({"hsbdocs.form": "small"}, {"hsbdocs.version": "1.0"}, {"hsbdocs.document": "small-document"}):
        assert recognise(Transcript((), (), properties=properties), [SMALL]) is None
        found = recognise(Transcript((para(SMALL.stamp),), (), properties=properties), [SMALL])
        assert found is not None
        assert found.document is None
    for other in ({"hsbdocs.form": "small"}, {"hsbdocs.version": "1.0"}):
        properties = {**other, "hsbdocs.document": "small-document"}
        found = recognise(Transcript((para(SMALL.stamp),), (), properties=properties), [SMALL])
        assert found is not None
        assert found.document is None
    both = {"hsbdocs.form": "small", "hsbdocs.version": "1.0"}
    found = recognise(Transcript((), (), properties=both), [SMALL])
    assert found is not None
    assert found.document is None
    found = recognise(Transcript((), (), properties={**both, "hsbdocs.document": "small-document"}), [SMALL])
    assert found is not None
    assert found.document == "small-document"


def test_a_stamp_inside_a_table_counts_only_where_none_stands_outside() -> None:
    inside = Table(((cell("Form other, version 9.9"),),))
    assert recognise(Transcript((para(SMALL.stamp), inside), ()), [SMALL]) is not None
    assert recognise(Transcript((inside,), (), margins=(para(SMALL.stamp),)), [SMALL]) is not None
    assert recognise(Transcript((inside,), ()), [SMALL]) is None
    assert recognise(Transcript((Table(((cell(SMALL.stamp),),)),), ()), [SMALL]) is not None


def rows_of(form: Form, count: int, *, ref: int = 0) -> Transcript:
    """So many rows of a form, with cells before the ref."""
    before = [cell("x")] * ref
    return Transcript(
        (Table(tuple((*before, cell(row.ref or ""), cell(row.label), cell("")) for row in form.rows[:count])),), ()
    )


@pytest.mark.parametrize(("count", "known"), [(2, False), (3, True), (5, True)])
def test_by_refs_needs_half_of_the_rows(count: int, known: bool) -> None:
    assert len(SMALL.rows) == 5
    found = recognise(rows_of(SMALL, count), [SMALL])
    assert (found is not None and found.by is RecognisedBy.REFS) is known


def test_refs_stand_in_the_first_or_second_cell() -> None:
    found = recognise(rows_of(SMALL, 5, ref=1), [SMALL])
    assert found is not None
    assert found.by is RecognisedBy.REFS
    found = recognise(rows_of(SMALL, 5, ref=2), [SMALL])
    assert found is not None
    assert found.by is RecognisedBy.LABELS


def test_by_refs_the_form_with_most_of_them_and_of_two_the_later_release() -> None:
    later = msgspec.structs.replace(SMALL, version="2.0")
    less = msgspec.structs.replace(SMALL, version="3.0", sections=SMALL.sections[:1])
    bare = PUBLISHED
    for releases in ([SMALL, later, bare], [bare, SMALL, later]):
        found = recognise(rows_of(SMALL, 5), releases)
        assert found is not None
        assert found.form is later
    found = recognise(rows_of(SMALL, 3), [less, SMALL])
    assert found is not None
    assert found.form is less


def test_by_labels_the_sentences_that_several_forms_print_tell_nothing() -> None:
    one = msgspec.structs.replace(PUBLISHED, version="1", captions={"a": "Printed by both.", "b": "One."})
    other = msgspec.structs.replace(
        PUBLISHED, version="2", captions={"a": "Printed by both.", "c": "Other."}, stamped=True
    )
    table = Table(tuple((cell(row.label), cell("")) for row in PUBLISHED.rows))

    def version(*texts: str) -> str:
        transcript = Transcript((*map(para, texts), table), ())
        found = {each.form.version for order in ([one, other], [other, one]) if (each := recognise(transcript, order))}
        return " or ".join(found)

    assert version("Other.") == "2"
    assert version("One.") == "1"
    assert version() == "1"  # it has no stamp to show
    assert version("Printed by both.") == "1"


def test_labels_are_looked_for_in_tables_inside_cells_too() -> None:
    inner = Table(tuple((cell(row.label), cell("")) for row in PUBLISHED.rows))
    found = recognise(Transcript((Table(((Cell((inner,)),),)),), ()), [PUBLISHED])
    assert found is not None
    assert found.by is RecognisedBy.LABELS


@pytest.mark.parametrize(
    ("blocks", "scan"),
    [
        ((para("x" * 199, pictures=1),), True),
        ((para("x" * 200, pictures=1),), False),
        ((para("x" * 199 + "   ", pictures=1),), True),
        ((para("x" * 100, pictures=1), para("x" * 99)), True),
        ((para("x" * 100), para("x" * 100, pictures=1)), False),
        ((para("x"),), False),
        ((para("x"), para("", pictures=1)), True),
        ((para("", pictures=1), Table(((cell("x"),),))), False),
        ((), False),
    ],
)
def test_what_may_be_a_scan(blocks: tuple[Paragraph | Table, ...], scan: bool) -> None:
    expected = Code.FILE_09 if scan else Code.FORM_01
    assert outcome(Transcript(blocks, ())) == Finding(code=expected)


def test_a_stamp_on_a_page_of_pictures() -> None:
    assert outcome(Transcript((para(SMALL.stamp), para("", pictures=1)), ())) == Finding(code=Code.FILE_09)
    assert outcome(Transcript((para(SMALL.stamp),), ())) == Finding(code=Code.FORM_01)


def test_more_than_half_of_the_rows_twice_is_more_than_one_form() -> None:
    sheet = Sheet(SMALL)
    for key in ("D1", "D2"):
        sheet.double(key)
    assert codes(record(sheet)).count("FORM-03") == 2
    sheet.double("A1")
    assert outcome(sheet) == Finding(code=Code.FORM_12)
