"""Write a first draft of the template of the response pathway: house style and arrangement, no wording.

Usage: python scripts/draft_pathway.py [--force]

As with the others, the template is the source from then on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from draft_handouts import A4_WIDTH, each, new_page, tables
from house_style import RULE, box, spacing, style, styles
from word_parts import cell, footer, header_row, loop_row, package, paragraph, row, run, section, table, when

ROOT = Path(__file__).resolve().parents[1]
SIDE = 624
TOTAL = A4_WIDTH - 2 * SIDE
#: The first column of the table of what stands at any step, and those of the table of steps.
BAND, STEPS = 2000, [2120, TOTAL - 2120 - 1850, 1850]
AFTER, LEADING = 20, 236


def of_step(index: int) -> str:
    """A cell of the table of steps: the first in bold."""
    return cell(STEPS[index], each(f"row.cells[{index}]", "FormLine" if index else "FormRow"), shade=index == 0)


def body() -> str:
    head = when("part.heading", paragraph("{{ part.heading }}", "Heading2"))
    part = (
        head
        + when("part.text", paragraph(run("{{ part.text }}") + run("{{ part.marks }}", "FormCaption"), "FormLine"))
        + each("part.paragraphs", "FormLine")
        + tables("two", [BAND, TOTAL - BAND], TOTAL)
        + when("part.not_verified", paragraph("{{ part.not_verified }}", "FormNote"))
    )
    logo = run("{%r if letterhead.logo %}") + run("{{r letterhead.logo }}") + run("\u00a0\u00a0 ") + run("{%r endif %}")
    own = (
        paragraph("{%p for line in letterhead.lines %}")
        + paragraph("{{ line }}", "FormLine")
        + paragraph("{%p endfor %}")
    )
    rows = (
        header_row("steps", STEPS)
        + loop_row("{%tr for row in steps.rows %}", len(STEPS), TOTAL)
        + row("".join(of_step(index) for index in range(len(STEPS))))
        + loop_row("{%tr endfor %}", len(STEPS), TOTAL)
    )
    return (
        paragraph("{{ title }}", "Heading1")
        + paragraph(run("{{ status }} {{ review }}", "Strong") + run(" {{ edition }}"), "FormFace")
        + when("letterhead.name", paragraph(logo + run("{{ letterhead.name }}"), "FormAgency") + own)
        + paragraph("{%p for part in parts %}")
        + part
        + paragraph("{%p endfor %}")
        + new_page("{{ picture_heading }}")
        + when("picture", paragraph("{{r picture }}", "FormPicture"))
        + when("no_picture", paragraph("{{ no_picture }}", "FormLine"))
        + paragraph("{{ steps.heading }}", "Heading2")
        + table("steps", STEPS, rows, TOTAL)
        + when("queries", paragraph("{{ queries }}", "Heading2") + each("explained", "FormPrompt"))
        + paragraph("{{ end }}", "FormEnd")
    )


def template() -> bytes:
    own = (
        style("paragraph", "FormFace", "Form Face", "Normal", f'{box(RULE, 6)}{spacing(0, AFTER, LEADING)}<w:ind w:left="120" w:right="120"/>')
        + style("paragraph", "FormLine", "Form Line", "Normal", spacing(0, AFTER, LEADING))
        + style("paragraph", "FormRow", "Form Row", "Normal", spacing(0, AFTER, LEADING), "<w:b/><w:bCs/>")
        + style("paragraph", "FormAgency", "Form Agency", "Normal", spacing(80, AFTER, LEADING), "<w:b/><w:bCs/>")
        + style("paragraph", "FormPicture", "Form Picture", "Normal", spacing(0, 0, 240))
        + style("paragraph", "FormNote", "Form Note", "Normal", spacing(AFTER * 2, AFTER, LEADING))
        + style("paragraph", "FormEnd", "Form End", "Normal", spacing(AFTER * 2, 0, LEADING), "<w:b/><w:bCs/>")
        + style("character", "FormNumber", "Form Number", "DefaultParagraphFont", run_look='<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>')
    )  # fmt: skip
    look = styles(
        width=TOTAL,
        heading=spacing(110, 50, 240),
        item=spacing(0, AFTER, LEADING),
        head=spacing(20, 20, LEADING),
        cell=26,
        extra=own,
    )
    page = section(header=False, top=360, side=SIDE, bottom=680, foot=300)
    return package(body() + page, look, footer=footer("{{ stamp }}"))


def main() -> int:
    """Write the draft; refuse to write over a template that is there, unless forced."""
    path = ROOT / "templates" / "response-pathway.docx"
    if path.exists() and "--force" not in sys.argv[1:]:
        print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
        return 1
    path.write_bytes(template())
    print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
