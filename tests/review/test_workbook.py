"""Workbooks that partners fill in, by several programs: each cell is applied or said, and nothing else changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hsbdocs.content.locate import Roots
from hsbdocs.model.guidance import Added
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.made import bring_up_to_date
from hsbdocs.pipeline.review import apply, workbook
from tests.review.books import (
    TODAY,
    address,
    by_exceljs,
    by_libreoffice,
    by_openpyxl,
    changed,
    content_bytes,
    reloaded,
    says,
)
from tests.support.programs import validate_ooxml

Fill = Callable[[Path, Path, dict[tuple[str, str], str]], Path]


FILLERS = [
    pytest.param(by_openpyxl, id="openpyxl"),
    pytest.param(by_libreoffice, id="libreoffice", marks=pytest.mark.slow),
    pytest.param(by_exceljs, id="exceljs", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("fill", FILLERS)
def test_applied_unchanged_no_byte_changes(fill: Fill, roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = content_bytes(roots)
    applied = apply(roots, [fill(sent, tmp_path / "back.xlsx", {})], TODAY)
    assert (applied.asked.changes, applied.asked.problems, applied.asked.conflicts, applied.refused) == ((), (), (), ())
    assert content_bytes(roots) == before


@pytest.mark.parametrize("fill", FILLERS)
def test_a_number_checked_twice_a_decision_and_a_review(fill: Fill, roots: Roots, sent: Path, tmp_path: Path) -> None:
    def at(sheet: str, name: str, column: str) -> tuple[str, str]:
        return sheet, address(sent, sheet, name, column)

    cells = {
        at("Contacts", "C05.phone", "Value"): "01634 000 111",
        at("Contacts", "C05.phone", "Checked by"): "A. Sample",
        at("Contacts", "C05.phone", "Checked on"): "25 November 2026",
        at("Contacts", "C05.phone", "Second person"): "B. Sample",
        at("Decisions", "E035", "Decision"): "1",
        at("Decisions", "E035", "Decided by"): "The partnerships",
        at("Decisions", "E035", "For area"): "both",
        at("Decisions", "E035", "Decided on"): "26/11/2026",
        ("Additions", "B2"): "Kent daytime line",
        ("Additions", "C2"): "phone",
        ("Additions", "D2"): "kent",
        ("Additions", "E2"): "01634 000 222",
        ("Additions", "F2"): "Monday to Friday",
        ("Additions", "G2"): "Kent has no number in working hours",
        ("Additions", "H2"): "KSCMP",
        ("Additions", "I2"): "2026-11-26",
        **{at("Sign-off", name, "Outcome"): "reissued unchanged" for name in ("kscmp", "mscp")},
        **{at("Sign-off", name, "Signed by"): "C. Sample" for name in ("kscmp", "mscp")},
        **{at("Sign-off", name, "Signed on"): "1 December 2026" for name in ("kscmp", "mscp")},
    }
    applied = apply(roots, [fill(sent, tmp_path / "back.xlsx", cells)], TODAY)
    assert (applied.asked.conflicts, applied.refused) == ((), ())
    (twin,) = applied.asked.problems
    assert "C07.phone had the same number" in twin
    guidance, edition = reloaded(roots)
    point = guidance.by_id["C05.phone"]
    assert point.value == "01634 000 111"
    assert point.last_verified.who == "A. Sample, B. Sample"
    (decision,) = guidance.by_id["E035"].decisions
    assert decision.what == guidance.by_id["E035"].options[0]
    assert guidance.waiting_for(decision)
    added = guidance.contacts[-1]
    assert (added.name, added.points[0].value) == ("Kent daytime line", "01634 000 222")
    assert isinstance(added.source, Added)
    assert added.source.words == "added by the partnerships, November 2026"
    printed = _quick_reference(roots)
    assert "Kent daytime line: 01634 000 222 \u2020 not verified (added by the partnerships, November 2026)" in printed
    assert edition.reviewed is not None
    assert edition.reviewed.on == "2026-12-01"


def _quick_reference(roots: Roots) -> str:
    """The text of the quick reference as it is built now."""
    bring_up_to_date(roots)
    out = roots.content.parent / "built"
    build(roots, ["quick-reference"], out)
    document = docx.Document(str(out / "quick-reference.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(paragraph.text for cell in cells for paragraph in cell.paragraphs).replace("\u00a0", " ")


def test_partners_who_disagree_are_shown_and_nothing_is_chosen(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = content_bytes(roots)
    cell = "Contacts", address(sent, "Contacts", "C05.phone", "Value")
    one = by_openpyxl(sent, tmp_path / "kscmp.xlsx", {cell: "01634 000 111"})
    two = by_openpyxl(sent, tmp_path / "mscp.xlsx", {cell: "01634 000 222"})
    applied = apply(roots, [one, two], TODAY)
    ((first, second),) = applied.asked.conflicts
    assert {first.file, second.file} == {"kscmp.xlsx", "mscp.xlsx"}
    assert content_bytes(roots) == before


def test_a_dry_run_changes_nothing(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = content_bytes(roots)
    cell = "Contacts", address(sent, "Contacts", "C05.phone", "Value")
    applied = apply(roots, [by_openpyxl(sent, tmp_path / "a.xlsx", {cell: "01634 000 111"})], TODAY, dry_run=True)
    assert list(applied.files) == ["content/guidance/contacts.yaml"]
    assert content_bytes(roots) == before


def test_a_changed_number_without_a_second_person_is_not_verified_and_said(
    roots: Roots, sent: Path, tmp_path: Path
) -> None:
    cells = {
        ("Contacts", address(sent, "Contacts", "C05.phone", "Value")): "01634 000 111",
        ("Contacts", address(sent, "Contacts", "C05.phone", "Checked by")): "A. Sample",
        ("Contacts", address(sent, "Contacts", "C05.phone", "Checked on")): "25 November 2026",
    }
    applied = apply(roots, [by_openpyxl(sent, tmp_path / "a.xlsx", cells)], TODAY)
    assert says(applied, "C05.phone", "not verified", "second person")
    guidance, _ = reloaded(roots)
    point = guidance.by_id["C05.phone"]
    assert (point.value, point.last_verified) == ("01634 000 111", None)


def _formula(book: openpyxl.Workbook) -> None:
    book["Contacts"]["E3"] = "=A3"


def _number(book: openpyxl.Workbook) -> None:
    row = next(cell.row for cell in book["Contacts"]["A"] if cell.value == "C05.phone")
    book["Contacts"][f"E{row}"] = 3000419192


def _unknown_id(book: openpyxl.Workbook) -> None:
    book["Contacts"]["A3"] = "C99.phone"


def _no_day(book: openpyxl.Workbook) -> None:
    book["Contacts"]["F3"], book["Contacts"]["G3"] = "A. Sample", "last week"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_formula, ("Contacts!E3", "formula")),
        (_unknown_id, ("Contacts, row 3", "C99.phone", "no id of this sheet")),
        (_no_day, ("Contacts!G3", "last week", "no day")),
    ],
)
def test_what_cannot_be_taken_is_said_by_its_cell(
    change: Callable[[openpyxl.Workbook], None], words: tuple[str, ...], roots: Roots, sent: Path, tmp_path: Path
) -> None:
    before = content_bytes(roots)
    applied = apply(roots, [changed(sent, tmp_path / "a.xlsx", change)], TODAY)
    assert says(applied, *words), applied.asked.problems
    assert content_bytes(roots) == before


def _moved(sheet: Worksheet) -> None:
    sheet.move_range(f"E1:E{sheet.max_row}", cols=20)


def test_a_renamed_sheet_a_moved_column_a_deleted_row_and_a_pasted_format(
    roots: Roots, sent: Path, tmp_path: Path
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        contacts = book["Contacts"]
        contacts.title = "Telephone numbers"
        row = int(address(sent, "Contacts", "C05.phone", "Id")[1:])
        contacts[f"E{row}"] = "01634 000 111"
        contacts[f"E{row}"].font = openpyxl.styles.Font(bold=True, color="FF0000")
        contacts[f"E{row}"].number_format = "0.00"
        _moved(contacts)
        contacts.delete_rows(2)

    applied = apply(roots, [changed(sent, tmp_path / "a.xlsx", change)], TODAY)
    assert [c.value for c in applied.asked.changes if c.key == "value"] == ["01634 000 111"]
    assert says(applied, "C05.phone", "not verified")


def test_a_number_typed_as_one_keeps_its_figures_or_is_said(roots: Roots, sent: Path, tmp_path: Path) -> None:
    """A leading 0 that Excel took away."""
    applied = apply(roots, [changed(sent, tmp_path / "a.xlsx", _number)], TODAY, dry_run=True)
    assert says(applied, "3000419192", "lost its leading 0")
    assert applied.asked.changes == ()


@pytest.mark.parametrize("name", ["no.xlsx", "text.xlsx"])
def test_a_file_that_is_no_workbook_is_said(name: str, roots: Roots, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no workbook")
    assert says(apply(roots, [tmp_path / name], TODAY), name, "no Excel workbook")


def test_a_sheet_of_others_is_passed_over_and_said(roots: Roots, sent: Path, tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("Ours")["A1"] = "a note"

    assert says(apply(roots, [changed(sent, tmp_path / "a.xlsx", add)], TODAY), "Ours", "passed over")


def test_the_workbook_is_the_same_each_time(roots: Roots, sent: Path, tmp_path: Path) -> None:
    workbook(roots, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == sent.read_bytes()


def test_what_may_be_filled_in_is_open_and_the_rest_is_not(sent: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sent.read_bytes()))
    for sheet in book.worksheets:
        assert sheet.protection.sheet
        assert all(cell.protection.locked for cell in sheet[1])
    contacts = book["Contacts"]
    assert contacts["A2"].protection.locked
    assert not contacts["E2"].protection.locked


@pytest.mark.slow
def test_the_workbook_is_sound(sent: Path) -> None:
    assert validate_ooxml([sent]) == {sent: []}
