"""Workbooks that partners fill in, by several programs: each cell is applied or said, and nothing else changes."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hsbdocs.content.guidance import read_guidance
from hsbdocs.content.locate import Roots
from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Added, Guidance
from hsbdocs.pipeline.kinds import read_pack
from hsbdocs.pipeline.review import Applied, apply, workbook
from tests.support.forms import ROOT
from tests.support.programs import convert, fill_with_exceljs, validate_ooxml
from tests.unit.content.planting import Copy

Fill = Callable[[Path, Path, dict[tuple[str, str], str]], Path]


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    copy = Copy(tmp_path / "pack")
    return Roots(copy.content, copy.templates, ROOT / "examples")


@pytest.fixture
def sent(roots: Roots, tmp_path: Path) -> Path:
    path = tmp_path / "sent.xlsx"
    workbook(roots, path)
    return path


def _bytes(roots: Roots) -> dict[str, bytes]:
    files = (path for path in roots.content.rglob("*") if path.is_file())
    return {str(path.relative_to(roots.content)): path.read_bytes() for path in files}


def _address(path: Path, sheet: str, name: str, column: str) -> str:
    """Where a row's column stands in a workbook as it was sent."""
    table = openpyxl.load_workbook(path)[sheet]
    head = {cell.value: cell.column_letter for cell in table[1]}
    row = next(cells[0].row for cells in table.iter_rows(min_row=2) if cells[0].value == name)
    return f"{head[column]}{row}"


def _openpyxl(path: Path, out: Path, cells: dict[tuple[str, str], str]) -> Path:
    book = openpyxl.load_workbook(path)
    for (sheet, address), text in cells.items():
        book[sheet][address] = text
    book.save(out)
    return out


def _libreoffice(path: Path, out: Path, cells: dict[tuple[str, str], str]) -> Path:
    filled = _openpyxl(path, out.with_name(f"typed-{out.name}"), cells)
    return Path(shutil.copy(convert(filled, "xlsx", out.parent / "saved"), out))


def _exceljs(path: Path, out: Path, cells: dict[tuple[str, str], str]) -> Path:
    return fill_with_exceljs(path, out, [(sheet, address, text) for (sheet, address), text in cells.items()])


FILLERS = [
    pytest.param(_openpyxl, id="openpyxl"),
    pytest.param(_libreoffice, id="libreoffice", marks=pytest.mark.slow),
    pytest.param(_exceljs, id="exceljs", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("fill", FILLERS)
def test_applied_unchanged_no_byte_changes(fill: Fill, roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = _bytes(roots)
    applied = apply(roots, [fill(sent, tmp_path / "back.xlsx", {})])
    assert (applied.asked.changes, applied.asked.problems, applied.asked.conflicts, applied.refused) == ((), (), (), ())
    assert _bytes(roots) == before


@pytest.mark.parametrize("fill", FILLERS)
def test_a_number_checked_twice_a_decision_and_a_review(fill: Fill, roots: Roots, sent: Path, tmp_path: Path) -> None:
    def at(sheet: str, name: str, column: str) -> tuple[str, str]:
        return sheet, _address(sent, sheet, name, column)

    cells = {
        at("Contacts", "C05.phone", "Value"): "01634 000 111",
        at("Contacts", "C05.phone", "Checked by"): "A. Sample",
        at("Contacts", "C05.phone", "Checked on"): "25 November 2026",
        at("Contacts", "C05.phone", "Second person"): "B. Sample",
        at("Decisions", "E035", "Decision"): "1",
        at("Decisions", "E035", "Decided by"): "The partnerships",
        at("Decisions", "E035", "Decided on"): "26/11/2026",
        ("Additions", "B2"): "Kent daytime line",
        ("Additions", "C2"): "phone",
        ("Additions", "D2"): "kent",
        ("Additions", "E2"): "01634 000 222",
        ("Additions", "F2"): "Kent has no number in working hours",
        ("Additions", "G2"): "KSCMP",
        ("Additions", "H2"): "2026-11-26",
        **{at("Sign-off", name, "Outcome"): "reissued unchanged" for name in ("kscmp", "mscp")},
        **{at("Sign-off", name, "Signed by"): "C. Sample" for name in ("kscmp", "mscp")},
        **{at("Sign-off", name, "Signed on"): "1 December 2026" for name in ("kscmp", "mscp")},
    }
    applied = apply(roots, [fill(sent, tmp_path / "back.xlsx", cells)])
    assert (applied.asked.problems, applied.asked.conflicts, applied.refused) == ((), (), ())
    guidance, edition = _reloaded(roots)
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
    assert edition.reviewed is not None
    assert edition.reviewed.on == "2026-12-01"


def _reloaded(roots: Roots) -> tuple[Guidance, Edition]:
    """Content as it stands now; what is made from it may be older."""
    reading = read_pack(roots, compiled=False)
    assert reading.faults == ()
    assert reading.edition is not None
    assert reading.content is not None
    found = read_guidance(roots.content, reading.content.forms, reading.edition)
    assert found.faults == ()
    return found.guidance, reading.edition


def _changed(sent: Path, out: Path, change: Callable[[openpyxl.Workbook], object]) -> Path:
    book = openpyxl.load_workbook(sent)
    change(book)
    book.save(out)
    return out


def _says(applied: Applied, *words: str) -> bool:
    return any(all(word in problem for word in words) for problem in applied.asked.problems)


def test_partners_who_disagree_are_shown_and_nothing_is_chosen(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = _bytes(roots)
    cell = "Contacts", _address(sent, "Contacts", "C05.phone", "Value")
    one = _openpyxl(sent, tmp_path / "kscmp.xlsx", {cell: "01634 000 111"})
    two = _openpyxl(sent, tmp_path / "mscp.xlsx", {cell: "01634 000 222"})
    applied = apply(roots, [one, two])
    ((first, second),) = applied.asked.conflicts
    assert {first.file, second.file} == {"kscmp.xlsx", "mscp.xlsx"}
    assert _bytes(roots) == before


def test_a_dry_run_changes_nothing(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = _bytes(roots)
    cell = "Contacts", _address(sent, "Contacts", "C05.phone", "Value")
    applied = apply(roots, [_openpyxl(sent, tmp_path / "a.xlsx", {cell: "01634 000 111"})], dry_run=True)
    assert list(applied.files) == ["content/guidance/contacts.yaml"]
    assert _bytes(roots) == before


def test_a_changed_number_without_a_second_person_is_not_verified_and_said(
    roots: Roots, sent: Path, tmp_path: Path
) -> None:
    cells = {
        ("Contacts", _address(sent, "Contacts", "C05.phone", "Value")): "01634 000 111",
        ("Contacts", _address(sent, "Contacts", "C05.phone", "Checked by")): "A. Sample",
        ("Contacts", _address(sent, "Contacts", "C05.phone", "Checked on")): "25 November 2026",
    }
    applied = apply(roots, [_openpyxl(sent, tmp_path / "a.xlsx", cells)])
    assert _says(applied, "C05.phone", "not verified", "second person")
    guidance, _ = _reloaded(roots)
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


def _half_signed(book: openpyxl.Workbook) -> None:
    book["Sign-off"]["C2"], book["Sign-off"]["D2"], book["Sign-off"]["E2"] = "unchanged", "A", "1 December 2026"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_formula, ("Contacts!E3", "formula")),
        (_unknown_id, ("Contacts, row 3", "C99.phone", "no id of this sheet")),
        (_no_day, ("Contacts!G3", "last week", "no day")),
        (_half_signed, ("No review is recorded", "Medway")),
    ],
)
def test_what_cannot_be_taken_is_said_by_its_cell(
    change: Callable[[openpyxl.Workbook], None], words: tuple[str, ...], roots: Roots, sent: Path, tmp_path: Path
) -> None:
    before = _bytes(roots)
    applied = apply(roots, [_changed(sent, tmp_path / "a.xlsx", change)])
    assert _says(applied, *words), applied.asked.problems
    assert _bytes(roots) == before


def _moved(sheet: Worksheet) -> None:
    sheet.move_range(f"E1:E{sheet.max_row}", cols=20)


def test_a_renamed_sheet_a_moved_column_a_deleted_row_and_a_pasted_format(
    roots: Roots, sent: Path, tmp_path: Path
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        contacts = book["Contacts"]
        contacts.title = "Telephone numbers"
        row = int(_address(sent, "Contacts", "C05.phone", "Id")[1:])
        contacts[f"E{row}"] = "01634 000 111"
        contacts[f"E{row}"].font = openpyxl.styles.Font(bold=True, color="FF0000")
        contacts[f"E{row}"].number_format = "0.00"
        _moved(contacts)
        contacts.delete_rows(2)

    applied = apply(roots, [_changed(sent, tmp_path / "a.xlsx", change)])
    assert [c.value for c in applied.asked.changes if c.key == "value"] == ["01634 000 111"]
    assert _says(applied, "C05.phone", "not verified")


def test_a_number_typed_as_one_keeps_its_figures_or_is_said(roots: Roots, sent: Path, tmp_path: Path) -> None:
    """A leading 0 that Excel took away."""
    applied = apply(roots, [_changed(sent, tmp_path / "a.xlsx", _number)], dry_run=True)
    assert _says(applied, "3000419192", "lost its leading 0")
    assert applied.asked.changes == ()


@pytest.mark.parametrize("name", ["no.xlsx", "text.xlsx"])
def test_a_file_that_is_no_workbook_is_said(name: str, roots: Roots, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no workbook")
    assert _says(apply(roots, [tmp_path / name]), name, "no Excel workbook")


def test_a_sheet_of_others_is_passed_over_and_said(roots: Roots, sent: Path, tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("Ours")["A1"] = "a note"

    assert _says(apply(roots, [_changed(sent, tmp_path / "a.xlsx", add)]), "Ours", "passed over")


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
