"""What a team sets up on the register stays: drop-down lists, rules of colour, widths. What does not is named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.command.filling import complete
from tests.command.running import CONTENT, TODAY, run
from tests.desk.team import by_libreoffice
from tests.support.programs import validate_ooxml

_RED = PatternFill(bgColor="FFFFC7CE", fill_type="solid")


@pytest.fixture
def kept(tmp_path: Path, blank: bytes) -> Path:
    """A folder with a form in its register."""
    (tmp_path / "in").mkdir()
    return _arrives(tmp_path, blank, 1)


def _arrives(folder: Path, blank: bytes, number: int) -> Path:
    (folder / "in" / f"{number}.docx").write_bytes(complete(blank, {"outcome.summary": f"No {number}"}))
    result = run("parse", folder / "in", "--out", folder / "kept", *TODAY, *CONTENT)
    assert result.exit_code == 0, result.output
    return folder / "kept"


def _edit(kept: Path, edit: Callable[[Worksheet], None]) -> None:
    book = load_workbook(kept / "register.xlsx")
    edit(book["Register"])
    book.save(kept / "register.xlsx")


def _set_up(sheet: Worksheet) -> None:
    by = DataValidation(type="list", formula1='"AB,CD"', allow_blank=True, showErrorMessage=True, error="Initials only")
    by.add("O2:O1000")
    due = DataValidation(type="date", operator="greaterThan", formula1="46000")
    due.add("R2")
    sheet.add_data_validation(by)
    sheet.add_data_validation(due)
    late = FormulaRule(formula=['AND($R2<>"",$R2<TODAY())'], fill=_RED, font=Font(color="FF9C0006", bold=True))
    sheet.conditional_formatting.add("A2:V2", late)
    sheet.conditional_formatting.add("J2:J500", CellIsRule(operator="greaterThan", formula=["0"], fill=_RED))
    text = Rule(type="containsText", operator="containsText", text="nurse", dxf=DifferentialStyle(fill=_RED))
    text.formula = ['NOT(ISERROR(SEARCH("nurse",G2)))']
    sheet.conditional_formatting.add("G2:G500", text)
    sheet.column_dimensions["V"].width = 71


@pytest.mark.parametrize(
    "save", [pytest.param(None, id="openpyxl"), pytest.param(by_libreoffice, marks=pytest.mark.slow, id="libreoffice")]
)
def test_lists_rules_and_widths_stay_and_reach_new_rows(
    kept: Path, blank: bytes, save: Callable[[Path], None] | None
) -> None:
    _edit(kept, _set_up)
    for number in (2, 3):
        if save is not None:
            save(kept / "register.xlsx")
        _arrives(kept.parent, blank, number)
    sheet = load_workbook(kept / "register.xlsx")["Register"]
    checks = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    by = checks["O2:O1000"]
    assert (by.type, by.formula1, by.error) == ("list", '"AB,CD"', "Initials only")
    due = checks["R2:R4"]  # it reached the last row, so it reaches the last row that there is now
    assert (due.type, due.operator, due.formula1) == ("date", "greaterThan", "46000")
    rules = {str(each.sqref): each.rules[0] for each in sheet.conditional_formatting}
    assert set(rules) == {"A2:V4", "J2:J500", "G2:G500"}
    late = rules["A2:V4"]
    assert late.formula[0].replace(" ", "") == 'AND($R2<>"",$R2<TODAY())'
    assert late.dxf.font.b
    assert late.dxf.font.color.rgb == "FF9C0006"
    assert late.dxf.fill.bgColor.rgb == "FFFFC7CE"
    assert (rules["J2:J500"].operator, rules["J2:J500"].formula) == ("greaterThan", ["0"])
    assert rules["G2:G500"].formula == ['NOT(ISERROR(SEARCH("nurse",G2)))']
    assert sheet.column_dimensions["V"].width == pytest.approx(71, abs=0.3)


def test_what_is_not_carried_is_named_and_the_old_register_stays(kept: Path, blank: bytes) -> None:
    scale = ColorScaleRule(start_type="min", start_color="FFFF0000", end_type="max", end_color="FF00FF00")
    _edit(kept, lambda sheet: sheet.conditional_formatting.add("J2:J9", scale))
    (kept.parent / "in" / "2.docx").write_bytes(complete(blank, {"outcome.summary": "No 2"}))
    result = run("parse", kept.parent / "in", "--out", kept, *TODAY, *CONTENT)
    assert "does not carry rules of colour of the sheet Register: the old one stays as register before" in result.output
    assert list(kept.glob("register before *.xlsx"))


@pytest.mark.slow
def test_a_register_with_all_of_it_is_a_sound_workbook(kept: Path, blank: bytes) -> None:
    _edit(kept, _set_up)
    _arrives(kept.parent, blank, 2)
    assert validate_ooxml([kept / "register.xlsx"]) == {kept / "register.xlsx": []}
