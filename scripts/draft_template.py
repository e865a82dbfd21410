"""Write a first draft of the Word templates: house style and arrangement, no wording.

Usage: python scripts/draft_template.py [--force]

The templates under templates/ are the source from then on: open them in Word to restyle them. This script makes
the draft that they started from, and does not write over one that is there unless it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from house_style import NS, STYLES, WIDTH
from word_parts import (
    cell,
    cell_tag,
    footer,
    header_row,
    link,
    loop_row,
    package,
    paragraph,
    row,
    run,
    section,
    shared_cell,
    table,
    when,
)

ROOT = Path(__file__).resolve().parents[1]


PARTS = (
    paragraph("{%p for part in row.parts %}")
    + paragraph(
        run("{{ part.before }}", "FormCaption") + run("{{r part.control }}") + run("{{ part.after }}"), "FormAnswer"
    )
    + paragraph("{%p endfor %}")
)
INSTRUCTION = (
    paragraph("{%p if row.instruction %}")
    + paragraph("{{ row.instruction }}", "FormInstruction")
    + paragraph("{%p endif %}")
)
PROMPTS = (
    paragraph("{%p for prompt in row.prompts %}") + paragraph("{{ prompt }}", "FormPrompt") + paragraph("{%p endfor %}")
)
REF = paragraph("{{ row.ref }}", "FormRef")
LABEL = paragraph("{{ row.label }}", "FormLabel")


def rows_of(layout: str, widths: list[int], cells: str, height: int) -> str:
    """The table of a section: its header row, and a row for each of the layout's."""
    return table(
        "section",
        widths,
        header_row("section", widths)
        + loop_row(f"{{%tr for row in section.{layout} %}}", len(widths))
        + row(cells, height=height)
        + loop_row("{%tr endfor %}", len(widths)),
    )


def labelled(widths: list[int], height: int, *, prompts: bool = False) -> str:
    label = LABEL + INSTRUCTION + (PROMPTS if prompts else "")
    cells = cell(widths[0], REF, shade=True) + cell(widths[1], label, shade=True) + cell(widths[2], PARTS)
    return rows_of("label_answer", widths, cells, height)


def one_cell(*, prompts: bool) -> str:
    widths = [700, WIDTH - 700]
    cells = cell(widths[0], REF, shade=True) + cell(
        widths[1], LABEL + INSTRUCTION + (PROMPTS if prompts else "") + PARTS
    )
    return rows_of("one_cell", widths, cells, 2150)


def yes_no_details(*, prompts: bool) -> str:
    label = LABEL + INSTRUCTION + (PROMPTS if prompts else "")
    widths = [700, 3764, 800, 800, 3800]
    boxes = "".join(
        cell(width, paragraph(run(f"{{{{r row.{name} }}}}"), style))
        for width, name, style in ((800, "yes", "FormBox"), (800, "no", "FormBox"), (3800, "details", "FormAnswer"))
    )
    cells = cell(700, REF, shade=True) + cell(3764, label, shade=True) + boxes
    return rows_of("yes_no_details", widths, cells, 860)


def in_columns(*, prompts: bool) -> str:
    """A table with as many columns as its section has headings: the last ones share what is left of the width."""
    widths = [700, 2400, WIDTH - 3100]
    head = row(
        cell(700, paragraph("{{ section.columns[0] }}", "FormHead"), shade=True)
        + cell(2400, paragraph("{{ section.columns[1] }}", "FormHead"), shade=True)
        + cell_tag("{%tc for heading in section.further %}")
        + shared_cell(paragraph("{{ heading }}", "FormHead"), shade=True)
        + cell_tag("{%tc endfor %}"),
        header=True,
    )
    cells = (
        cell(700, REF, shade=True)
        + cell(2400, LABEL + INSTRUCTION + (PROMPTS if prompts else ""), shade=True)
        + cell_tag("{%tc for cell in row.cells %}")
        + cell_tag("{%tc if cell.printed %}")
        + shared_cell(paragraph("{{ cell.printed }}", "FormAnswer"), shade=True)
        + cell_tag("{%tc else %}")
        + shared_cell(PARTS.replace("row.parts", "cell.parts"))
        + cell_tag("{%tc endif %}")
        + cell_tag("{%tc endfor %}")
    )
    loop = loop_row("{%tr for row in section.in_columns %}", 3) + row(cells, height=860) + loop_row("{%tr endfor %}", 3)
    return table("section", widths, head + loop)


def body(*, guided: bool) -> str:
    wide = [700, 4964, 4200] if guided else [700, 3764, 5400]
    narrow = [700, 3764, 5400]
    face = (
        paragraph("{{ title }}", "Heading1")
        + paragraph(run("{{ captions.status }}", "Strong") + run(" {{ captions.review }}"), "FormStatus")
        + paragraph(run("{{ captions.danger }}", "Strong") + run(" {{ captions.act_first }}"), "FormNotice")
        + paragraph("{{ captions.how }} {{ captions.pictures }}")
        + paragraph(run("{{ captions.consult }}", "Strong") + run(" {{ captions.consult_whom }}"))
        + paragraph("{{ captions.use }}")
        + paragraph(run("{{ captions.continuum }} ") + link("{{ captions.continuum_link }}"))
    )
    label_answer = (
        paragraph("{%p if section.roomy %}")
        + labelled(wide, 1560, prompts=guided)
        + paragraph("{%p elif section.signed %}")
        + labelled(narrow, 520, prompts=guided)
        + paragraph("{%p else %}")
        + labelled(narrow, 470, prompts=guided)
        + paragraph("{%p endif %}")
    )
    return (
        face
        + paragraph("{%p for section in sections %}")
        + paragraph("{{ section.heading }}", "Heading2")
        + (when("section.prompted", paragraph("{{ captions.guided }}")) if guided else "")
        + when("section.label_answer", label_answer)
        + when("section.one_cell", one_cell(prompts=guided))
        + when("section.yes_no_details", yes_no_details(prompts=guided))
        + when("section.in_columns", in_columns(prompts=guided))
        + paragraph("{%p endfor %}")
        + paragraph("{{ captions.end }} {{ stamp }}", "FormStamp")
    )


HEADER = f"<w:hdr {NS}>{paragraph('{{ document_title }}', 'Header')}{paragraph(run('{{ handling_mark }}', 'Strong'), 'Header')}</w:hdr>"


def template(*, guided: bool) -> bytes:
    return package(body(guided=guided) + section(header=True), STYLES, header=HEADER, footer=footer("{{ stamp }}"))


def main() -> int:
    """Write both drafts; refuse to write over a template that is there, unless forced."""
    for guided in (False, True):
        path = ROOT / "templates" / f"risk-assessment{'-guided' if guided else ''}.docx"
        if path.exists() and path.stat().st_size and "--force" not in sys.argv[1:]:
            print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
            return 1
        path.write_bytes(template(guided=guided))
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
