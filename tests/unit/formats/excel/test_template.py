"""The template of workbooks: what is taken from it, and what is refused by name. Each is planted in the real one.

openpyxl makes the changes that a person makes in Excel; what it cannot make is written into the package by hand.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Color, Font, GradientFill, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from hsbdocs.formats.excel.look import NAMED, Look
from hsbdocs.formats.excel.template import read_template
from hsbdocs.model.faults import AuthorError
from tests.foreign.excel.logo import with_logo
from tests.support.agencies import png
from tests.unit.formats.excel.views import TEMPLATE, look
from tests.unit.formats.wordfile import unzipped, zipped

Book = Any
Change = Callable[[Book], None]


def changed(change: Change) -> bytes:
    """The template after a change, saved by openpyxl."""
    book = load_workbook(TEMPLATE)
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell(book: Book, name: str) -> Any:
    """A named cell."""
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place.replace("$", "")]


def read(data: bytes) -> Look:
    return read_template("rag-checklist.xlsx", data)


def faults(data: bytes) -> list[str]:
    """What is said of a template; each line begins with its name."""
    with pytest.raises(AuthorError) as caught:
        read(data)
    assert all(str(fault).startswith("rag-checklist.xlsx: ") for fault in caught.value.faults)
    return [str(fault).removeprefix("rag-checklist.xlsx: ") for fault in caught.value.faults]


# ---- What is taken ----------------------------------------------------------------------------------


def test_it_is_the_same_after_another_program_saved_it() -> None:
    assert read(changed(lambda _: None)) == look()


def test_font_fill_border_and_alignment_of_a_named_cell() -> None:
    def restyle(book: Book) -> None:
        found = cell(book, "look_label")
        found.font = Font(name="Georgia", sz=14, b=True, i=True, color="FF102030")
        found.fill = PatternFill("solid", fgColor="FFEEDDCC")
        found.border = Border(left=Side("medium", color="FF405060"))
        found.alignment = found.alignment.copy(horizontal="right", vertical="top", indent=2)

    style = read(changed(restyle)).styles["look_label"]
    assert (style.font, style.size, style.bold, style.italic) == ("Georgia", 14.0, True, True)
    assert (style.ink, style.fill) == ("#102030", "#EEDDCC")
    assert style.others == {"left": 2, "left_color": "#405060", "align": "right", "valign": "top", "indent": 2}


@pytest.mark.parametrize(
    ("tint", "shown"), [(0.7999816888943144, "DCE6F1"), (0.5999938962981048, "B8CCE4"), (0.3999755851924192, "95B3D7")]
)
def test_a_colour_of_the_theme_is_what_excel_shows(tint: float, shown: str) -> None:
    """Excel 2010 shows Accent 1 (4F81BD), lighter by 80, 60 and 40 per cent, as these; its palette is published.

    Excel reckons in whole numbers: one step of 255 of a part's is nothing that anybody sees.
    """
    theme = '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1>'

    def tinted(book: Book) -> None:
        book.loaded_theme = re.sub(rb"<a:accent1>.*?</a:accent1>", theme.encode(), book.loaded_theme, flags=re.DOTALL)
        cell(book, "look_head").fill = PatternFill("solid", fgColor=Color(theme=4, tint=tint))
        cell(book, "look_head").font = Font(name="Arial", sz=12, color=Color(theme=1))

    style = read(changed(tinted)).styles["look_head"]
    assert style.ink == "#000000"
    assert style.fill is not None
    steps = [abs(int(style.fill[1 + at : 3 + at], 16) - int(shown[at : 2 + at], 16)) for at in (0, 2, 4)]
    assert max(steps) <= 1


def test_widths_and_margins() -> None:
    def restyle(book: Book) -> None:
        book["Checklist"].column_dimensions["G"].width = 12
        book["Checklist"].page_margins.top = 1.25
        book["Notes"].column_dimensions["A"].width = 60

    found = read(changed(restyle))
    assert (found.widths["look_text"], found.widths["look_note"]) == (12 * 9, 60 * 9), "9 pixels a figure of Arial 12"
    assert found.widths["look_ref"] == look().widths["look_ref"]
    assert (found.margins.top, found.note_margins.top) == (1.25, look().note_margins.top)


def test_the_picture_named_logo() -> None:
    picture = png(30, 12, 90)
    found = read(with_logo(TEMPLATE.read_bytes(), 0, 1, picture))
    assert found.logo is not None
    assert found.logo.data == picture
    assert look().logo is None


def test_what_else_a_program_adds_is_passed_over() -> None:
    def add(book: Book) -> None:
        book.create_sheet("Mine")["A1"] = "=1+1"
        sheet = book["Checklist"]
        sheet["A1"].comment = Comment("Blue, please", "A. Person")
        sheet.add_data_validation(DataValidation("list", formula1='"a,b"', sqref="B20"))
        sheet.freeze_panes = "C3"
        sheet.print_options.gridLines = True
        sheet["J30"] = "words of our own"
        book.defined_names["look_mine"] = DefinedName("look_mine", attr_text="Mine!$A$1")

    assert read(changed(add)) == look()


# ---- What is refused --------------------------------------------------------------------------------


def _style(name: str, **looks: Any) -> Change:
    def change(book: Book) -> None:
        for key, value in looks.items():
            setattr(cell(book, name), key, value)

    return change


def _drop(name: str) -> Change:
    return lambda book: book.defined_names.pop(name)


def _name(name: str, place: str) -> Change:
    def change(book: Book) -> None:
        book.defined_names[name] = DefinedName(name, attr_text=place)

    return change


def _merge(book: Book) -> None:
    book["Notes"].merge_cells("A1:B1")


def _rule(book: Book) -> None:
    book["Checklist"].conditional_formatting.add("F9:F10", CellIsRule("equal", ["1"], font=Font(b=True)))


def _chart(book: Book) -> None:
    book["Checklist"].add_chart(BarChart(), "J2")


def _chart_sheet(book: Book) -> None:
    book.create_chartsheet("Chart").add_chart(BarChart())


def _wide(book: Book) -> None:
    book["Notes"].column_dimensions["A"].width = 130


_GREY, _PALE = "FF999999", "FFCCCCCC"
_LINES = Border(*[Side("thin", color="FF000000")] * 4)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_drop("look_ref"), "look_ref: no cell has this name (the refs, such as R1): click the cell, type the name in"),
        (_name("look_ref", "Checklist!#REF!"), "look_ref: the name stands for no cell"),
        (_name("look_ref", "Checklist!$A$9:$B$9"), "look_ref: the name stands for several cells (A9:B9)"),
        (
            _style("look_note", font=Font(name="Arial", sz=11)),
            "look_note: its type is 11 point: 12 point is the smallest",
        ),
        (_style("look_note", font=Font(name="Arial", sz=12, color=_GREY)), "look_note: its writing (#999999) is hard"),
        (_style("look_rating_red", fill=PatternFill("solid", fgColor="FFD03030")), "look_rating_red: its writing"),
        (_style("look_head", fill=GradientFill(stop=("FFFFFF", "000000"))), "look_head: its fill is a pattern or runs"),
        (_style("look_head", fill=PatternFill("lightGrid")), "look_head: its fill is a pattern or runs"),
        (_style("look_text", border=Border()), "look_text: it has no line at its left, right, top, bottom"),
        (
            _style("look_list", border=Border(*[Side("thin", color=_PALE)] * 4)),
            "look_list: the line around it (#CCCCCC)",
        ),
        (_merge, 'has merged cells on the sheet "Notes" (A1:B1): unmerge them'),
        (_rule, 'has conditional formats on the sheet "Checklist" (F9:F10): clear them'),
        (_chart, 'has the chart "Chart 1": delete it'),
        (_chart_sheet, "has a sheet that is a chart"),
        (_wide, "look_note: the columns are"),
    ],
)
def test_a_change_that_is_refused(change: Change, said: str) -> None:
    (found,) = faults(changed(change))
    assert found.startswith(said)


def test_everything_is_told_at_once() -> None:
    def all_of_them(book: Book) -> None:
        for change in (_merge, _rule, _drop("look_ref"), _style("look_note", font=Font(name="Arial", sz=8))):
            change(book)

    assert len(faults(changed(all_of_them))) == 4


def _drawing(change: Callable[[str], str]) -> bytes:
    parts = unzipped(with_logo(TEMPLATE.read_bytes(), 0, 1, png(30, 12, 90)))
    name = "xl/drawings/drawing77.xml"
    parts[name] = change(parts[name].decode()).encode()
    return zipped(parts)


def _twice(drawing: str) -> str:
    (anchor,) = re.findall(r"<xdr:twoCellAnchor>.*</xdr:twoCellAnchor>", drawing)
    return drawing.replace(anchor, anchor * 2)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda text: text.replace('name="Logo"', 'name="Picture 1"'),
            'has the picture "Picture 1": a template takes one',
        ),
        (_twice, "has a second picture named logo: delete one of them"),
        (
            lambda text: _twice(text).replace('name="Logo"', 'name="Badge"', 1),
            'has the picture "Badge": a template takes',
        ),
        (
            lambda text: re.sub(
                r"<xdr:pic>.*</xdr:pic>",
                '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Star"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp>',
                text,
            ),
            'has the shape or text box "Star": delete it',
        ),
        (
            lambda text: re.sub(
                r"<xdr:pic>.*</xdr:pic>",
                '<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="2" name="Line 2"/></xdr:nvCxnSpPr></xdr:cxnSp>',
                text,
            ),
            'has the line or arrow "Line 2": delete it',
        ),
        (
            lambda text: re.sub(
                "(<xdr:pic>.*</xdr:pic>)",
                r'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="9" name="Group 3"/></xdr:nvGrpSpPr>\1</xdr:grpSp>',
                text,
            ),
            'has the group "Group 3": delete it',
        ),
    ],
)
def test_what_lies_on_the_sheets(change: Callable[[str], str], said: str) -> None:
    (found,) = faults(_drawing(change))
    assert found.startswith(said)


def test_a_logo_of_another_kind() -> None:
    (found,) = faults(with_logo(TEMPLATE.read_bytes(), 0, 1, b"GIF89a"))
    assert found.startswith("has the picture logo is neither PNG nor JPEG")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"sheet.main+xml", b"template.main+xml", "is an Excel template (.xltx): save it as Excel Workbook (.xlsx)"),
        (
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "has macros: save it as Excel Workbook (.xlsx)",
        ),
    ],
)
def test_another_kind_of_workbook(old: bytes, new: bytes, said: str) -> None:
    parts = unzipped(TEMPLATE.read_bytes())
    assert old in parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)
    assert faults(zipped(parts)) == [said]


def test_a_strict_workbook_and_no_workbook() -> None:
    parts = unzipped(TEMPLATE.read_bytes())
    old = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(old, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert faults(zipped(parts)) == ["is saved as Strict Open XML: save it as Excel Workbook (.xlsx)"]
    (found,) = faults(b"not a workbook")
    assert found.startswith("is not an Excel workbook that can be read")
    empty = io.BytesIO()
    Workbook().save(empty)
    assert len(faults(empty.getvalue())) == len(NAMED)
