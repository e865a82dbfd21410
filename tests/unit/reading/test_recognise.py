"""Which form a transcript is: stamp, properties, refs; and when it is none."""

import pytest

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.record import RecognisedBy, Record
from hsbdocs.model.transcript import Cell, Table, Transcript
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
     "Please return. Form risk-assessment, version 2023.06-1 (c)"],
)  # fmt: skip
def test_the_line_changed_a_little(line: str) -> None:
    sheet = Sheet()
    sheet.properties, sheet.stamp = {}, line
    assert record(sheet).form == RELEASED


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
    assert record(Sheet(SMALL)).form == SMALL
    sheet = Sheet(SMALL)
    sheet.properties, sheet.stamp = {}, None
    assert record(sheet).form == SMALL


def test_a_stamp_typed_into_an_answer_is_an_answer() -> None:
    found = record(Sheet().fill({"considerations.q03": "See Form risk-assessment, version 2022.01-9"}))
    assert found.answers["considerations.q03"] == "See Form risk-assessment, version 2022.01-9"
