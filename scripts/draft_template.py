"""Write a first draft of the Word templates: house style and arrangement, no wording.

Usage: python scripts/draft_template.py [--force]

The templates under templates/ are the source from then on: open them in Word to restyle them. This script makes
the draft that they started from, and does not write over one that is there unless it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from house_style import NS, STYLES, WIDTH
from word_parts import cell, footer, header_row, link, loop_row, package, paragraph, row, run, section, table

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


def labelled(name: str, widths: list[int], height: int, *, prompts: bool = False) -> str:
    label = paragraph("{{ row.label }}", "FormLabel") + INSTRUCTION + (PROMPTS if prompts else "")
    cells = (
        cell(widths[0], paragraph("{{ row.ref }}", "FormRef"), shade=True)
        + cell(widths[1], label, shade=True)
        + cell(widths[2], PARTS)
    )
    return table(
        name,
        widths,
        header_row(name, widths)
        + loop_row(f"{{%tr for row in {name}.rows %}}", 3)
        + row(cells, height=height)
        + loop_row("{%tr endfor %}", 3),
    )


def outcomes() -> str:
    widths = [700, WIDTH - 700]
    cells = cell(widths[0], paragraph("{{ row.ref }}", "FormRef"), shade=True) + cell(
        widths[1], paragraph("{{ row.label }}", "FormLabel") + INSTRUCTION + PARTS
    )
    rows = loop_row("{%tr for row in outcomes.rows %}", 2) + row(cells, height=2150) + loop_row("{%tr endfor %}", 2)
    return table("outcomes", widths, header_row("outcomes", widths) + rows)


def actions() -> str:
    widths = [700, 3764, 800, 800, 3800]
    boxes = "".join(
        cell(width, paragraph(run(f"{{{{r row.{name} }}}}"), style))
        for width, name, style in ((800, "yes", "FormBox"), (800, "no", "FormBox"), (3800, "details", "FormAnswer"))
    )
    cells = (
        cell(700, paragraph("{{ row.ref }}", "FormRef"), shade=True)
        + cell(3764, paragraph("{{ row.label }}", "FormLabel"), shade=True)
        + boxes
    )
    rows = loop_row("{%tr for row in actions.rows %}", 5) + row(cells, height=860) + loop_row("{%tr endfor %}", 5)
    return table("actions", widths, header_row("actions", widths) + rows)


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
    return (
        face
        + paragraph("{{ details.heading }}", "Heading2")
        + labelled("details", narrow, 470)
        + paragraph("{{ considerations.heading }}", "Heading2")
        + (paragraph("{{ captions.guided }}") if guided else "")
        + labelled("considerations", wide, 1560, prompts=guided)
        + paragraph("{{ outcomes.heading }}", "Heading2")
        + outcomes()
        + paragraph("{{ actions.heading }}", "Heading2")
        + actions()
        + paragraph("{{ completion.heading }}", "Heading2")
        + labelled("completion", narrow, 520)
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
