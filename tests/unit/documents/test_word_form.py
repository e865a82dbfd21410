"""A form's template goes over sections of any number and layout; seen by a walk over the document's XML."""

from functools import cache

import pytest
from lxml import etree
from msgspec.structs import replace

from hsbdocs.content.load import load_content
from hsbdocs.documents.word_form import form_view
from hsbdocs.formats.word.write import fill_template
from hsbdocs.model.content import Content
from hsbdocs.model.form import Choice, Field, FieldType, Layout, Prompt, Row, Section
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import ROOT
from tests.unit.formats.word.views import IDENTITY
from tests.unit.formats.wordfile import W, unzipped

BOTH = pytest.mark.parametrize("document", ["risk-assessment", "risk-assessment-guided"])
LEVELS = (Choice(code="low", label="Low"), Choice(code="high", label="High"))


def _field(name: str, kind: FieldType = FieldType.TEXT, **more: object) -> Field:
    return Field(id=name, type=kind, title=name, personal=False, placeholder="Write here", **more)  # type: ignore[arg-type]


def _section(name: str, layout: Layout, columns: tuple[str, ...], *rows: Row) -> Section:
    return Section(id=name, heading=name.title(), layout=layout, columns=columns, rows=rows)


LAST = _section(
    "last",
    Layout.COLUMNS,
    ("Ref", "What", "Example", "Level", "Since", "Why"),
    Row(
        key="X1",
        ref="X1",
        label="First thing",
        printed={"Example": "As at home"},
        fields=(
            _field("x.level", FieldType.CHOICE, choices=LEVELS, column="Level"),
            _field("x.since", FieldType.DATE, column="Since"),
            _field("x.why", column="Why"),
        ),
    ),
)
SECTIONS = (
    _section(
        "boxes",
        Layout.YES_NO_DETAILS,
        ("Ref", "Did you", "Yes", "No", "More"),
        Row(key="Y1", ref="Y1", label="Ask?", fields=(_field("y.a", FieldType.YES_NO), _field("y.d"))),
    ),
    _section(
        "one",
        Layout.ONE_CELL,
        ("Ref", "Level"),
        Row(
            key="O1",
            ref="O1",
            label="How high",
            instruction="Tick one",
            answer_in_label=True,
            fields=(_field("o.level", FieldType.CHOICE, choices=LEVELS),),
        ),
    ),
    _section(
        "again",
        Layout.ONE_CELL,
        ("Ref", "Said"),
        Row(
            key="O2",
            ref="O2",
            label="Who said so",
            prompts=(Prompt(id="p", text="The child?", source="1"),),
            fields=(_field("o.who"),),
        ),
    ),
    LAST,
)


@cache
def _content() -> Content:
    return load_content(ROOT / "content", ROOT / "templates", ASKS)


def _tables(document: str, *sections: Section) -> list[list[list[str]]]:
    """The text of every cell, by table and row, in the order of the document."""
    content = _content()
    asked = content.documents[document]
    form = replace(content.forms["risk-assessment"], sections=sections)
    template = (ROOT / "templates" / asked.template).read_bytes()
    data = fill_template(asked.template, template, form_view(content, asked, form), IDENTITY)
    body = etree.fromstring(unzipped(data)["word/document.xml"])
    tables = []
    for table in body.iter(f"{{{W}}}tbl"):
        widths = [int(column.get(f"{{{W}}}w", "0")) for column in table.iter(f"{{{W}}}gridCol")]
        rows = [list(row.iter(f"{{{W}}}tc")) for row in table.iter(f"{{{W}}}tr")]
        assert {len(row) for row in rows} == {len(widths)}
        assert abs(sum(widths) - 9864) < 10
        tables.append([[_text(cell) for cell in row] for row in rows])
    return tables


def _text(cell: etree._Element) -> str:
    return "|".join("".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in cell.iter(f"{{{W}}}p"))


@BOTH
def test_sections_stand_in_the_order_of_the_form_in_their_own_layout(document: str) -> None:
    prompt = "The child?|" if document.endswith("guided") else ""

    assert _tables(document, *SECTIONS) == [
        [["Ref", "Did you", "Yes", "No", "More"], ["Y1", "Ask?", "☐", "☐", "Write here"]],
        [["Ref", "Level"], ["O1", "How high|Tick one|☐ Low|☐ High"]],
        [
            ["Ref", "Said"],
            ["O2", f"Who said so|{prompt}Write here"],
        ],
        [
            ["Ref", "What", "Example", "Level", "Since", "Why"],
            ["X1", "First thing", "As at home", "☐ Low|☐ High", "Write here", "Write here"],
        ],
    ]


@BOTH
def test_a_table_of_columns_has_as_many_as_its_section(document: str) -> None:
    first, second = (
        Row(key=key, ref=key, label=label, fields=(_field(key, column="Why"),))
        for key, label in (("Z1", "First thing"), ("Z2", "Second"))
    )
    few = _section("few", Layout.COLUMNS, ("Ref", "What", "Why"), first, second)

    assert _tables(document, few, LAST)[0] == [
        ["Ref", "What", "Why"],
        ["Z1", "First thing", "Write here"],
        ["Z2", "Second", "Write here"],
    ]
