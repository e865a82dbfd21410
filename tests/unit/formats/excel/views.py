"""A small view of a workbook, written by hand, and the built checklist; both as trees of the written XML."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from hsbdocs.formats.excel.look import Look
from hsbdocs.formats.excel.template import read_template
from hsbdocs.formats.excel.view import (
    Answer,
    AnsweredRow,
    AnswerKind,
    Heading,
    Note,
    Option,
    TableRow,
    Tone,
    WorkbookView,
)
from hsbdocs.formats.excel.write import write_workbook
from hsbdocs.formats.properties import Identity
from tests.support.forms import ROOT, blank
from tests.unit.formats.wordfile import unzipped

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"

_RATING = Answer(
    AnswerKind.LIST, "R1 Mark", "Choose.", (Option("Red & hot", Tone.RED), Option("Blue"), Option("Amber", Tone.AMBER))
)
_TEXT = Answer(AnswerKind.TEXT, "R1 Why", "Write.")
VIEW = WorkbookView(
    name="Small",
    title="=A & B <C>",
    danger="Ring first.",
    notices=("One notice.", "http://example.org/ is no link"),
    rows=(
        AnsweredRow("D1", "Name", Answer(AnswerKind.TEXT, "D1", "Write a name.")),
        AnsweredRow("D2", "Day on which it was written down", Answer(AnswerKind.DATE, "D2", "Day, month, year.")),
    ),
    columns=(Heading("Ref"), Heading("Thing"), Heading("Printed", Tone.RED), Heading("Mark"), Heading("Why")),
    table=(
        TableRow("R1", "First", ("=SUM(1)", _RATING, _TEXT)),
        TableRow("R2", "Second", ("- printed " * 12, _RATING, _TEXT)),
    ),
    description="Two things & more",
    below=("Below.",),
    notes_name="Notes",
    notes_title="Notes on it",
    notes=(Note("A note."), Note("A head", heading=True), Note("A long note. " * 40)),
    handling_mark="Q&A",
    stamp="Form small & fine",
)
IDENTITY = Identity(title="T & U", creator="W", language="en-GB", custom={"a": "1 & 2"})

TEMPLATE = ROOT / "templates" / "rag-checklist.xlsx"


class Written:
    """A workbook that was written, by its parts."""

    def __init__(self, data: bytes) -> None:
        self.parts = unzipped(data)
        self.strings = [
            "".join(part.text or "" for part in item.iter(f"{S}t")) for item in self.tree("xl/sharedStrings.xml")
        ]

    def tree(self, name: str) -> Element:
        """A part parsed."""
        return ElementTree.fromstring(self.parts[name])

    def sheet(self, number: int = 1) -> Element:
        """A sheet parsed."""
        return self.tree(f"xl/worksheets/sheet{number}.xml")

    def cells(self, number: int = 1) -> dict[str, Element]:
        """The cells of a sheet by their names."""
        return {each.get("r", ""): each for each in self.sheet(number).iter(f"{S}c")}

    def texts(self, number: int = 1) -> dict[str, str]:
        """The texts of a sheet by their cells; every value that it has is a text."""
        found = {}
        for name, each in self.cells(number).items():
            value = each.findtext(f"{S}v")
            if value is not None:
                assert each.get("t") == "s", f"{name} holds something else than text"
                found[name] = self.strings[int(value)]
        return found

    def look(self, cell: Element) -> Element:
        """The style of a cell."""
        return list(self.tree("xl/styles.xml").iterfind(f"{S}cellXfs/{S}xf"))[int(cell.get("s", "0"))]

    def open_cells(self, number: int = 1) -> set[str]:
        """The cells that are not locked."""
        return {
            name
            for name, each in self.cells(number).items()
            if (lock := self.look(each).find(f"{S}protection")) is not None and lock.get("locked") == "0"
        }

    def rules(self) -> dict[str, Element]:
        """The rules of data validation by their cells."""
        return {each.get("sqref", ""): each for each in self.sheet().iter(f"{S}dataValidation")}

    def colours(self) -> dict[str, list[Element]]:
        """The rules of conditional formats by their cells."""
        return {each.get("sqref", ""): list(each) for each in self.sheet().iter(f"{S}conditionalFormatting")}

    def names(self) -> dict[str, str]:
        """The defined names."""
        return {each.get("name", ""): each.text or "" for each in self.tree("xl/workbook.xml").iter(f"{S}definedName")}


@cache
def small() -> Written:
    """The small view, written."""
    return Written(write_workbook(VIEW, look(), IDENTITY))


@cache
def look() -> Look:
    """What the template gives."""
    return read_template(TEMPLATE.name, TEMPLATE.read_bytes())


@cache
def checklist() -> Written:
    """The built checklist."""
    return Written(blank("rag-checklist"))


def row_of(cell: str) -> int:
    """The number of a cell's row."""
    return int(re.sub(r"\D", "", cell))
