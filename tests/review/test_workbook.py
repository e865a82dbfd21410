"""Workbooks that partners fill in, by several programs: each cell is applied or said, and nothing else changes."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hsbdocs.content.guidance import load_guidance, read_guidance
from hsbdocs.content.locate import Roots
from hsbdocs.model.content import Edition
from hsbdocs.model.guidance import Added, Guidance
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.kinds import read_pack
from hsbdocs.pipeline.made import bring_up_to_date
from hsbdocs.pipeline.review import Applied, apply, workbook
from tests.command.running import run
from tests.support.forms import ROOT
from tests.support.programs import convert, fill_with_exceljs, validate_ooxml
from tests.unit.content.planting import Copy

TODAY = date(2026, 12, 31)
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
    applied = apply(roots, [fill(sent, tmp_path / "back.xlsx", {})], TODAY)
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
    applied = apply(roots, [one, two], TODAY)
    ((first, second),) = applied.asked.conflicts
    assert {first.file, second.file} == {"kscmp.xlsx", "mscp.xlsx"}
    assert _bytes(roots) == before


def test_a_dry_run_changes_nothing(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = _bytes(roots)
    cell = "Contacts", _address(sent, "Contacts", "C05.phone", "Value")
    applied = apply(roots, [_openpyxl(sent, tmp_path / "a.xlsx", {cell: "01634 000 111"})], TODAY, dry_run=True)
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
    applied = apply(roots, [_openpyxl(sent, tmp_path / "a.xlsx", cells)], TODAY)
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
    before = _bytes(roots)
    applied = apply(roots, [_changed(sent, tmp_path / "a.xlsx", change)], TODAY)
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

    applied = apply(roots, [_changed(sent, tmp_path / "a.xlsx", change)], TODAY)
    assert [c.value for c in applied.asked.changes if c.key == "value"] == ["01634 000 111"]
    assert _says(applied, "C05.phone", "not verified")


def test_a_number_typed_as_one_keeps_its_figures_or_is_said(roots: Roots, sent: Path, tmp_path: Path) -> None:
    """A leading 0 that Excel took away."""
    applied = apply(roots, [_changed(sent, tmp_path / "a.xlsx", _number)], TODAY, dry_run=True)
    assert _says(applied, "3000419192", "lost its leading 0")
    assert applied.asked.changes == ()


@pytest.mark.parametrize("name", ["no.xlsx", "text.xlsx"])
def test_a_file_that_is_no_workbook_is_said(name: str, roots: Roots, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no workbook")
    assert _says(apply(roots, [tmp_path / name], TODAY), name, "no Excel workbook")


def test_a_sheet_of_others_is_passed_over_and_said(roots: Roots, sent: Path, tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("Ours")["A1"] = "a note"

    assert _says(apply(roots, [_changed(sent, tmp_path / "a.xlsx", add)], TODAY), "Ours", "passed over")


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


# ---- One by one, twice, and against one another ---------------------------------------------------


def _type(sent: Path, out: Path, *cells: tuple[str, str, str, str]) -> Path:
    """A workbook with cells filled in: sheet, id, column, text."""
    return _openpyxl(
        sent, out, {(sheet, _address(sent, sheet, name, column)): text for sheet, name, column, text in cells}
    )


def _corrected(sent: Path, out: Path, value: str, by: str = "A. Sample", second: str = "B. Sample") -> Path:
    name = "Contacts", "C08.phone"
    return _type(
        sent,
        out,
        (*name, "Value", value),
        (*name, "Checked by", by),
        (*name, "Checked on", "25 November 2026"),
        (*name, "Second person", second),
    )


def test_nothing_is_taken_as_checked_on_which_partners_do_not_agree(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = _bytes(roots)
    books = [_corrected(sent, tmp_path / f"{name}.xlsx", f"01634 000 {name}") for name in ("111", "222")]
    applied = apply(roots, books, TODAY)
    assert len(applied.asked.conflicts) == 1
    assert (applied.asked.changes, _bytes(roots)) == ((), before)


def test_workbooks_may_come_back_one_by_one(roots: Roots, sent: Path, tmp_path: Path) -> None:
    """What one partner corrected, another's untouched cell does not take back."""
    apply(roots, [_corrected(sent, tmp_path / "a.xlsx", "01634 000 111")], TODAY)
    applied = apply(roots, [_type(sent, tmp_path / "b.xlsx", ("Contacts", "C06.phone", "Remark", "busy"))], TODAY)
    assert (applied.asked.changes, applied.asked.problems) == ((), ())
    (comment,) = applied.asked.comments
    assert comment.startswith("C06.phone: busy [b.xlsx, Contacts, row ")
    guidance, _ = _reloaded(roots)
    assert guidance.by_id["C08.phone"].value == "01634 000 111"


def test_another_value_that_comes_later_is_no_choice(roots: Roots, sent: Path, tmp_path: Path) -> None:
    apply(roots, [_corrected(sent, tmp_path / "a.xlsx", "01634 000 111")], TODAY)
    applied = apply(roots, [_corrected(sent, tmp_path / "b.xlsx", "01634 000 222")], TODAY)
    assert _says(applied, "C08.phone", "01634 000 111", "01634 000 222", "settle it first")
    assert applied.asked.changes == ()


def test_twice_is_once(roots: Roots, sent: Path, tmp_path: Path) -> None:
    book = _openpyxl(_filled(sent, tmp_path), tmp_path / "again.xlsx", {})
    apply(roots, [book], TODAY)
    before = _bytes(roots)
    applied = apply(roots, [book], TODAY)
    assert applied.done == ()
    assert _bytes(roots) == before


def _filled(sent: Path, tmp_path: Path) -> Path:
    """A number checked by two, a decision, two additions and a sign-off."""
    additions = {
        ("Additions", f"{column}{row}"): text
        for row in (2, 3)
        for column, text in zip(
            "BCDEGHI",
            (
                f"Line {row}",
                "phone",
                "kent",
                f"01634 000 {row}00",
                "None in working hours",
                "KSCMP",
                "26 November 2026",
            ),
            strict=True,
        )
    }
    book = _openpyxl(_corrected(sent, tmp_path / "one.xlsx", "01634 000 111"), tmp_path / "two.xlsx", additions)
    return _type(
        book,
        tmp_path / "three.xlsx",
        ("Decisions", "E035", "Decision", "option 1"),
        ("Decisions", "E035", "For area", "kent"),
        ("Decisions", "E035", "Decided by", "KSCMP"),
        ("Decisions", "E035", "Decided on", "26 November 2026"),
        ("Sign-off", "kscmp", "Outcome", "Reviewed, kept with changes"),
        ("Sign-off", "kscmp", "Signed by", "C. Sample"),
        ("Sign-off", "kscmp", "Signed on", "1 December 2026"),
    )


def test_two_additions_in_one_workbook(roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_filled(sent, tmp_path)], TODAY)
    assert applied.refused == ()
    guidance, _ = _reloaded(roots)
    assert [contact.name for contact in guidance.contacts[-2:]] == ["Line 2", "Line 3"]


def test_partners_sign_off_one_after_the_other(roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_filled(sent, tmp_path)], TODAY)
    assert _says(applied, "No review is recorded yet", "Medway")
    later = _type(
        sent,
        tmp_path / "m.xlsx",
        ("Sign-off", "mscp", "Outcome", "reviewed: kept, with changes"),
        ("Sign-off", "mscp", "Signed by", "D. Sample"),
        ("Sign-off", "mscp", "Signed on", "2 December 2026"),
    )
    apply(roots, [later], TODAY)
    _, edition = _reloaded(roots)
    assert edition.reviewed is not None
    assert (edition.reviewed.on, edition.reviewed.outcome) == ("2026-12-02", "Reviewed, kept with changes")


def _decided(sent: Path, out: Path, what: str, area: str) -> Path:
    name = "Decisions", "E035"
    return _type(
        sent,
        out,
        (*name, "Decision", what),
        (*name, "For area", area),
        (*name, "Decided by", "The partnerships"),
        (*name, "Decided on", "26 November 2026"),
    )


def test_another_decision_that_comes_later_is_no_choice(roots: Roots, sent: Path, tmp_path: Path) -> None:
    apply(roots, [_decided(sent, tmp_path / "a.xlsx", "1", "kent")], TODAY)
    applied = apply(roots, [_decided(sent, tmp_path / "b.xlsx", "2", "kent")], TODAY)
    assert _says(applied, "E035", "decided already", "nothing was chosen")
    apply(roots, [_decided(sent, tmp_path / "c.xlsx", "2", "medway")], TODAY)
    guidance, _ = _reloaded(roots)
    assert [each.area.value for each in guidance.by_id["E035"].decisions] == ["kent", "medway"]


@pytest.mark.parametrize(
    ("what", "area", "words"),
    [
        ("7", "both", "names no single option"),
        ("1 and 2", "both", "names no single option"),
        ("1", "", "should be kent, medway or both"),
        ("1", "essex", "should be kent, medway or both"),
    ],
)
def test_what_is_no_decision(what: str, area: str, words: str, roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_decided(sent, tmp_path / "a.xlsx", what, area)], TODAY)
    assert _says(applied, "E035", words)
    assert applied.asked.changes == ()


def test_a_day_that_has_not_come(roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_corrected(sent, tmp_path / "a.xlsx", "01634 000 111")], date(2026, 11, 1))
    assert _says(applied, "25 November 2026", "has not come yet")


def test_one_column_sorted_alone(roots: Roots, sent: Path, tmp_path: Path) -> None:
    known = load_guidance(roots.content).by_id
    swapped = (("C05.phone", known["C06.phone"].value), ("C06.phone", known["C05.phone"].value))
    cells = [("Contacts", name, "Value", value) for name, value in swapped]
    applied = apply(roots, [_type(sent, tmp_path / "a.xlsx", *cells)], TODAY)
    assert _says(applied, "C05.phone", "is what C06.phone had")
    assert applied.asked.changes == ()


def test_a_row_added_under_contacts_is_shown_the_way(roots: Roots, sent: Path, tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book["Contacts"][f"B{book['Contacts'].max_row + 1}"] = "Ours"

    assert _says(apply(roots, [_changed(sent, tmp_path / "a.xlsx", add)], TODAY), "without an id", "Additions")


def test_nothing_that_is_there_is_written_over(sent: Path) -> None:
    before = sent.read_bytes()
    result = run("review", "workbook", sent, "--content", ROOT)
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert sent.read_bytes() == before
