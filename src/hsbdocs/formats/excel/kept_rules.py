"""What people set up on a sheet besides its cells: drop-down lists, rules of colour, widths; read and written anew.

Lists and rules stay on the rows and columns on which they were put; one that reached the last row reaches the last row
that there is now. Of rules of colour those are carried that say when a cell looks how; scales, bars and icons are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet as NewSheet

from hsbdocs.formats.excel.kept_parts import Beside

LISTS, COLOURS = "drop-down lists and checks of what is typed", "rules of colour"

_CHECKS = {
    "list": "list", "whole": "integer", "decimal": "decimal", "date": "date", "time": "time", "textLength": "length",
    "custom": "custom",
}  # fmt: skip
_OPERATORS = {
    "between": "between", "notBetween": "not between", "equal": "==", "notEqual": "!=", "greaterThan": ">",
    "lessThan": "<", "greaterThanOrEqual": ">=", "lessThanOrEqual": "<=",
}  # fmt: skip
#: Rules that Excel writes with the formula which they stand for.
_WITH_FORMULA = (
    "expression", "containsText", "notContainsText", "beginsWith", "endsWith", "containsBlanks", "notContainsBlanks",
    "containsErrors", "notContainsErrors", "timePeriod",
)  # fmt: skip
_ALONE = {"duplicateValues": "duplicate", "uniqueValues": "unique"}
#: What XlsxWriter adds to the width of a column that it is given: 5 of the 7 pixels that a figure has.
_MARGIN = 5 / 7

Options = Mapping[str, Any]


class Area(msgspec.Struct, frozen=True):
    """Cells from one to another, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class OnCells(msgspec.Struct, frozen=True):
    """A list, a check or a rule of colour (``look`` is then how the cells look), in XlsxWriter's words."""

    areas: tuple[Area, ...]
    options: Options
    look: Options | None = None


class SetUp(msgspec.Struct, frozen=True):
    """What people set up on a sheet of ``columns`` whose last row is ``last`` (from 0); ``lost`` is not carried."""

    columns: tuple[str, ...] = ()
    last: int = 0
    rules: tuple[OnCells, ...] = ()
    widths: Mapping[str, float] = {}
    lost: tuple[str, ...] = ()


def read_set_up(sheet: Beside, columns: Sequence[str], last: int) -> SetUp:
    """What is set up on a sheet with these columns, as they stand, and with this last row (from 0)."""
    lost: list[str] = []
    rules: list[OnCells] = []
    for check in sheet.data_validations.dataValidation:
        options = _check(check)
        if options is None:
            lost.append(LISTS)
        else:
            rules.append(OnCells(_areas(check.sqref), options))
    for formatting in sheet.conditional_formatting:
        for rule in formatting.rules:
            found = _rule(rule)
            if found is None:
                lost.append(COLOURS)
            else:
                rules.append(OnCells(_areas(formatting.sqref), *found))
    return SetUp(tuple(columns), last, tuple(rules), dict(_widths(sheet, columns)), tuple(dict.fromkeys(lost)))


def _widths(sheet: Beside, columns: Sequence[str]) -> Iterator[tuple[str, float]]:
    for letter, found in sheet.column_dimensions.items():
        first = found.min or column_index_from_string(letter)
        last = min(found.max or first, len(columns))
        if found.width and not found.hidden:
            width = max(float(found.width) - _MARGIN, 0)
            yield from ((columns[number - 1], width) for number in range(first, last + 1))


def _areas(cells: MultiCellRange) -> tuple[Area, ...]:
    return tuple(Area(each.min_row - 1, each.min_col - 1, each.max_row - 1, each.max_col - 1) for each in cells.ranges)


def _check(check: DataValidation) -> Options | None:
    kind = _CHECKS.get(check.type or "")
    if kind is None or check.formula1 is None:
        return None
    if kind in ("list", "custom"):
        said: dict[str, Any] = {"source" if kind == "list" else "value": _as_source(kind, check.formula1)}
    else:
        said = _compared(check.operator or "between", [check.formula1, check.formula2])
    said |= {
        "validate": kind,
        "ignore_blank": bool(check.allow_blank),
        "error_type": check.errorStyle or "stop",
        "show_error": bool(check.showErrorMessage),
        "show_input": bool(check.showInputMessage),
        "dropdown": not check.showDropDown,
    }
    texts = {
        "input_title": check.promptTitle, "input_message": check.prompt, "error_title": check.errorTitle,
        "error_message": check.error,
    }  # fmt: skip
    return said | {name: text for name, text in texts.items() if text}


def _as_source(kind: str, formula: str) -> str:
    """A list of words stays as it is written, in its quotation marks; all else is a formula."""
    return formula if kind == "list" and formula.startswith('"') else f"={formula}"


def _compared(operator: str, formulas: Sequence[str | None]) -> dict[str, Any]:
    first, *more = [f"={formula}" for formula in formulas if formula is not None]
    if operator in ("between", "notBetween") and more:
        return {"criteria": _OPERATORS[operator], "minimum": first, "maximum": more[0]}
    return {"criteria": _OPERATORS[operator], "value": first}


def _rule(rule: Rule) -> tuple[Options, Options] | None:
    """A rule of colour and how cells look by it; None where either cannot be carried."""
    look = _look(rule.dxf)
    options: dict[str, Any] = {}
    if rule.type == "cellIs" and rule.operator in _OPERATORS and rule.formula:
        options = {"type": "cell", **_compared(rule.operator, rule.formula)}
    elif rule.type in _WITH_FORMULA and rule.formula:
        options = {"type": "formula", "criteria": f"={rule.formula[0]}"}
    elif rule.type in _ALONE:
        options = {"type": _ALONE[rule.type]}
    if not look or not options:
        return None
    return options | {"stop_if_true": bool(rule.stopIfTrue)}, look


def _look(style: DifferentialStyle | None) -> Options:
    if style is None:
        return {}
    look: dict[str, Any] = {}
    if style.font is not None:
        marks = {"bold": style.font.b, "italic": style.font.i, "font_strikeout": style.font.strike}
        look |= {name: True for name, marked in marks.items() if marked}
        look |= _colour("font_color", style.font.color)
    if style.fill is not None:
        look |= _colour("bg_color", style.fill.bgColor) or _colour("bg_color", style.fill.fgColor)
    return look


def _colour(name: str, colour: Any) -> dict[str, str]:
    rgb = colour.rgb if colour is not None and colour.type == "rgb" else None
    return {name: f"#{rgb[-6:]}"} if isinstance(rgb, str) and rgb != "00000000" else {}


def carried(set_up: SetUp, columns: Sequence[str]) -> bool:
    """Whether the columns still stand where they stood: else rules would speak of other columns."""
    return tuple(columns[: len(set_up.columns)]) == set_up.columns


def write_rules(book: Workbook, sheet: NewSheet, set_up: SetUp, last: int) -> None:
    """Put lists and rules on a new sheet whose last row is ``last`` (from 0)."""
    for rule in set_up.rules:
        look = None if rule.look is None else book.add_format(dict(rule.look))
        for area in rule.areas:
            bottom = max(area.bottom, last) if area.bottom >= set_up.last else area.bottom
            cells = (area.top, area.left, bottom, area.right)
            if look is None:
                sheet.data_validation(*cells, dict(rule.options))
            else:
                sheet.conditional_format(*cells, {**rule.options, "format": look})
