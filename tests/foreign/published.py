"""The form as it was published in June 2023: no refs, no controls, no version mark. Written from scratch.

Labels are those of the printed form; the paragraphs above the form are invented, for the printed ones are not ours.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.foreign.word import BULLET, Piece, Xml, block, blocks, link, p, run, runs

TITLE = "Kent and Medway Risk Assessment Tool for Sexually Active Young People"
INTRODUCTION = "Please read the local procedures before you fill in this sample of the form."
CONTINUUM = "You may look at 'Hackett's Continuum of Sexualised Behaviour' (Hackett, 2010) as you work."
LINK = "https://learning.nspcc.org.uk/media/2685/responding-to-children-who-display-sexualised-behaviour-guide.pdf"

LABELS = {
    "D1": "Name of Child/Young Person",
    "D2": "DOB/Age",
    "D3": "Gender",
    "D4": "Ethnic Origin",
    "D5": "First Language",
    "D6": "NHS Number",
    "D7": "GP/Surgery",
    "D8": "Address (if known)",
    "D9": "Contact information",
    "D10": "Employed/unemployed/In education",
    "D11": "School/College (If relevant)",
    "Q1": "1. What is the age of the child/young person?",
    "Q2": "2. Is the child/young person sexually active or likely to be soon?",
    "Q3": "3. What is known about the context of sexual activity?",
    "Q4": "4. Details of sexual partner/s.",
    "Q5": "5. Is the parent/carer aware of the sexual activity or relationship?",
    "Q6": "6. What is the ability, attitude, level of maturity and behaviour of the child/young person?",
    "Q7": "7. What is the child/young persons living circumstances and background?",
    "Q8": "8. Is the young person using drugs/alcohol/substances currently or previously?",
    "Q9": "9. Are there indicators of self-harm or wider mental health concerns for the young person?",
    "Q10": "10. Are there any signs of grooming or exploitation?",
    "Q11": "11. Is the child/YP at risk of sexual harm online?",
    "Q12": "12. Are there any signs of domestic abuse?",
    "O1": "Summary of risk assessment:",
    "O2": "Consider to be: (Circle as appropriate)",
    "A1": "If you have concerns, have they been discussed with the child/young person?",
    "A2": "I am continuing to provide ongoing advice and support.",
    "A3": "Have you discussed your concerns with a safeguarding lead?",
    "A4": "Are you making a referral? (See local pathways guidance) If so, where?",
    "A5": "A copy of this risk assessment has been uploaded/saved in the child/young person's record.",
    "A6": "Any other actions",
    "C1": "Risk assessment completed via virtual/face to face assessment (please circle)",
    "C2": "Name of practitioner/person completing risk assessment",
    "C3": "Signature",
    "C4": "Designation/role",
    "C5": "Organisation",
    "C6": "Date",
    "C7": "Signature of child/young person",
}

OPTIONS = {
    "normal": "Normal/developmentally appropriate sexually active behaviour",
    "problematic": "Problematic sexually active behaviour",
    "harmful": "Harmful sexually active behaviour",
}

Typed = Mapping[str, Piece | tuple[Piece, Piece, Piece]]


@dataclass
class Cell:
    """One cell: its content, how many columns it spans, and what else stands in its settings."""

    content: Piece
    span: int = 1
    settings: str = ""
    around: Callable[[str], str] = str

    def xml(self, width: int) -> str:
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        settings = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{self.settings}</w:tcPr>'
        return self.around(f"<w:tc>{settings}{block(self.content)}</w:tc>")


@dataclass
class Row:
    """One row; `key` is ours and never in the file."""

    key: str
    cells: list[Cell]
    settings: str = ""
    around: Callable[[str], str] = str

    def xml(self, widths: list[int]) -> str:
        place, cells = 0, ""
        for cell in self.cells:
            cells += cell.xml(sum(widths[place : place + cell.span]))
            place += cell.span
        settings = f"<w:trPr>{self.settings}</w:trPr>" if self.settings else ""
        return self.around(f'<w:tr w:rsidR="00B45C1A" w:rsidTr="00D93A77">{settings}{cells}</w:tr>')


@dataclass
class Table:
    """One table, with the heading above it and an empty paragraph below it."""

    key: str
    widths: list[int]
    rows: list[Row]
    heading: Piece | None = None
    around: Callable[[str], str] = str

    def xml(self) -> str:
        heading = "" if self.heading is None else p(self.heading, style="Heading2")
        return heading + self.bare() + p()

    def bare(self) -> str:
        """The table alone."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        rows = "".join(row.xml(self.widths) for row in self.rows)
        return self.around(
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )


@dataclass
class Form:
    """The form, or several, or a form among other things: what stands in the body, and other parts of the file."""

    body: list[Table | Xml]
    header: Xml | None = None
    footer: Xml | None = None
    comments: Xml | None = None

    def tables(self) -> Iterator[Table]:
        yield from (part for part in self.body if isinstance(part, Table))

    def table(self, key: str) -> Table:
        return next(table for table in self.tables() if table.key == key)

    def table_of(self, key: str) -> Table:
        """The table that holds a row."""
        return next(table for table in self.tables() if any(row.key == key for row in table.rows))

    def row(self, key: str) -> Row:
        return next(row for table in self.tables() for row in table.rows if row.key == key)

    def label(self, key: str, content: Piece) -> None:
        """Writes another label; where the answer stands in the same cell, the whole cell."""
        self.row(key).cells[0].content = content

    def move(self, key: str, number: int) -> None:
        """Moves a row to another place in its table."""
        rows = self.table_of(key).rows
        row = self.row(key)
        rows.remove(row)
        rows.insert(number, row)

    def drop(self, key: str) -> Row:
        row = self.row(key)
        self.table_of(key).rows.remove(row)
        return row

    def drop_table(self, key: str) -> Table:
        table = self.table(key)
        self.body.remove(table)
        return table

    def after(self, key: str, *more: Table | Xml) -> None:
        """Puts something behind a table."""
        place = self.body.index(self.table(key)) + 1
        self.body[place:place] = more

    def copy(self) -> Form:
        return copy.deepcopy(self)


def option(code: str, *looks: str, before: Piece = "", after: Piece = "", layout: str = "") -> Xml:
    """One of the three bulleted options, with what was done to it."""
    made = runs(before, run(OPTIONS[code], *looks), after)
    return p(made, layout=f"{BULLET}{layout}", style="ListParagraph")


def consider(*options: Xml, below: Piece = "") -> Xml:
    """The cell of the second outcome row."""
    return blocks(LABELS["O2"], *options, *([below] if below else []))


def circled(code: str, *looks: str) -> Xml:
    """That cell with one option marked by how it looks."""
    return consider(*(option(each, *(looks if each == code else ())) for each in OPTIONS))


def mode(virtual: Piece = "virtual", face: Piece = "face to face") -> Xml:
    """The label of the first completion row, with its two words as given."""
    return p("Risk assessment completed via ", virtual, "/", face, " assessment (please circle)")


def published(typed: Typed, *, introduction: bool = True) -> Form:
    """The form filled in. Keys: those of LABELS. O2 and C1 take the whole content of the cell with the label."""
    body: list[Table | Xml] = [p(TITLE, style="Heading1")]
    if introduction:
        body += [p(INTRODUCTION), p(CONTINUUM), p(link(LINK))]
    body.append(_pairs("details", "D", typed, "Child/Young Persons Details"))
    considerations = _pairs("considerations", "Q", typed, "Considerations for Assessment")
    considerations.rows.insert(0, _header("QH", "Consideration for assessment", "Indicators of safety or risk/harm"))
    body.append(considerations)
    summary = typed.get("O1", "")
    outcomes = [
        Row("O1", [Cell(blocks(LABELS["O1"], *([summary] if summary else [p()])))]),
        Row("O2", [Cell(_one(typed, "O2") or consider(*map(option, OPTIONS)))]),
    ]
    body.append(Table("outcomes", [9016], outcomes, "Outcomes of Risk Assessment"))
    actions = [_header("AH", "Action Taken", "Yes", "No", "Further details")]
    for key in [key for key in LABELS if key.startswith("A")]:
        cells = typed.get(key, ("", "", ""))
        actions.append(Row(key, [Cell(LABELS[key]), *map(Cell, cells)]))
    body.append(Table("actions", [4016, 700, 700, 3600], actions))
    completion = _pairs("completion", "C", typed, None)
    completion.rows[0].cells = [Cell(_one(typed, "C1") or mode()), Cell("")]
    body.append(completion)
    return Form(body)


def _one(typed: Typed, key: str) -> Piece:
    content = typed.get(key, "")
    if isinstance(content, tuple):
        raise TypeError(f"{key} has one cell")
    return content


def _pairs(name: str, letter: str, typed: Typed, heading: str | None) -> Table:
    rows = [Row(key, [Cell(LABELS[key]), Cell(_one(typed, key))]) for key in LABELS if key.startswith(letter)]
    return Table(name, [3600, 5416], rows, heading)


def _header(key: str, *texts: str) -> Row:
    return Row(key, [Cell(p(run(text, "bold"))) for text in texts])
