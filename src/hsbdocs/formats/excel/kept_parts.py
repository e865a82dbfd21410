"""What stands beside a sheet's rows in its workbook: notes on cells, checks, rules of colour and widths.

They are read from the parts themselves, while the rows go by one after another: a register of thousands of rows is
never held as a whole (ECMA-376 part 1, 18.3 and 18.7).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from lxml import etree
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation, DataValidationList

from hsbdocs.formats.package import Package

_ROW, _COLUMN = "row", "col"
_CHECKS, _COLOURS = "dataValidations", "conditionalFormatting"


class Beside(SimpleNamespace):
    """What is set up on a sheet, under openpyxl's names."""

    data_validations: Any
    conditional_formatting: list[ConditionalFormatting]
    column_dimensions: dict[str, Any]


def parts_of_sheets(package: Package) -> dict[str, str]:
    """The part of each sheet, by its name. Raises Damaged and TooLarge."""
    book, _ = package.main
    targets = {each.id: each.target for each in package.relationships(book)}
    sheets = (element for element in package.xml(book).iter("{*}sheet"))
    return {sheet.get("name", ""): targets.get(_identity(sheet), "") for sheet in sheets}


def _identity(sheet: etree._Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")


def notes_of(package: Package, part: str) -> Mapping[str, str]:
    """The notes on the cells of a sheet, by the cell's name; of a threaded comment Excel's own copy."""
    found: dict[str, str] = {}
    for related in package.relationships(part):
        if related.kind == "comments":
            for comment in package.xml(related.target).iter("{*}comment"):
                found[comment.get("ref", "")] = "".join(text.text or "" for text in comment.iter("{*}t"))
    return found


def beside(package: Package, part: str, styles: list[DifferentialStyle]) -> Beside:
    """What is set up on a sheet. ``styles`` are those of the workbook that rules of colour name."""
    checks: list[DataValidation] = []
    colours: list[ConditionalFormatting] = []
    columns: dict[str, Any] = {}
    for kind, element in _elements(package.read(part)):
        if kind == _COLUMN:
            _add_column(element, columns)
        elif kind == _CHECKS:
            checks += DataValidationList.from_tree(element).dataValidation
        else:
            colours.append(_with_styles(ConditionalFormatting.from_tree(element), styles))
    return Beside(
        data_validations=SimpleNamespace(dataValidation=checks),
        conditional_formatting=colours,
        column_dimensions=columns,
    )


def _elements(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Columns, checks and rules of a sheet as they come; rows go by and are let go."""
    names = [f"{{*}}{name}" for name in (_ROW, _COLUMN, _CHECKS, _COLOURS)]
    walk = etree.iterparse(io.BytesIO(data), tag=names, resolve_entities=False, no_network=True)
    for _, element in walk:
        kind = etree.QName(element).localname
        if kind != _ROW:
            yield kind, element
        element.clear()
        while element.getprevious() is not None and kind == _ROW:
            del element.getparent()[0]


def _add_column(element: etree._Element, columns: dict[str, Any]) -> None:
    first, last = int(element.get("min", "0")), int(element.get("max", "0"))
    hidden = element.get("hidden", "0") in ("1", "true")
    width = float(element.get("width", "0"))
    if first:
        columns[get_column_letter(first)] = SimpleNamespace(min=first, max=last, width=width, hidden=hidden)


def _with_styles(formatting: ConditionalFormatting, styles: list[DifferentialStyle]) -> ConditionalFormatting:
    for rule in formatting.rules:
        if rule.dxfId is not None and rule.dxfId < len(styles):
            rule.dxf = styles[rule.dxfId]
    return formatting
