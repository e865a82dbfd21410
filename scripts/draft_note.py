"""Write a first draft of the template of notes to senders: house style and arrangement, no wording.

Usage: python scripts/draft_note.py [--force]

As with the forms, the template is the source from then on: a team may restyle it in Word, and put its letterhead on it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from house_style import ACCENT, box, spacing, style, styles
from word_parts import cell, footer, header_row, loop_row, package, paragraph, row, run, section, table, when

ROOT = Path(__file__).resolve().parents[1]

_BAR = f'{box(ACCENT, 36, ("left",))}{spacing(0, 80, 264)}<w:ind w:left="200"/>'
STYLES = styles(
    extra="".join(
        (
            style("paragraph", "FormUrgent", "Form Urgent", "Normal", _BAR),
            style("paragraph", "FormAddress", "Form Address", "Normal", spacing(0, 60, 276)),
            style("paragraph", "FormClosing", "Form Closing", "Normal", spacing(200, 100, 276)),
            style("paragraph", "FormLine", "Form Line", "Normal", spacing(0, 100, 276)),
            style("paragraph", "FormQuestion", "Form Question", "Normal", spacing(40, 40, 252)),
        )
    )
)


def each(loop: str, content: str) -> str:
    return paragraph(f"{{%p for {loop} %}}") + content + paragraph("{%p endfor %}")


def new_page(text: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pageBreakBefore/>{spacing(0, 120, 252)}</w:pPr>{run(text)}</w:p>'
    )


def rows(name: str, widths: list[int], height: int) -> str:
    label = (
        paragraph("{{ row.label }}", "FormLabel")
        + when("row.instruction", paragraph("{{ row.instruction }}", "FormInstruction"))
        + each("question in row.questions", paragraph("{{ question }}", "FormQuestion"))
    )
    parts = each(
        "part in row.parts",
        paragraph(
            run("{{ part.before }}", "FormCaption") + run("{{r part.control }}") + run("{{ part.after }}"), "FormAnswer"
        ),
    )
    cells = (
        cell(widths[0], paragraph("{{ row.ref }}", "FormRef"), shade=True)
        + cell(widths[1], label, shade=True)
        + cell(widths[2], parts)
    )
    body = (
        header_row(name, widths)
        + loop_row(f"{{%tr for row in {name}.rows %}}", len(widths))
        + row(cells, height=height)
        + loop_row("{%tr endfor %}", len(widths))
    )
    return table(name, widths, body)


def body() -> str:
    """The neutral page, what to do first, what is asked, and the slip on a page of its own."""
    widths, narrow = [700, 4764, 4400], [700, 4000, 5164]
    face = (
        paragraph("{{ face.title }}", "Heading1")
        + when("face.urgent", paragraph(run("{{ face.urgent }}", "Strong"), "FormUrgent"))
        + when("face.told", paragraph(run("{{ face.told }}", "Strong"), "FormUrgent"))
        + when("face.sender", paragraph("{{ face.sender }}", "FormAddress"))
        + paragraph("{{ face.to }}", "FormAddress")
        + paragraph(run("{{ face.reference }}", "Strong"), "FormAddress")
        + paragraph("{{ face.about }}", "FormAddress")
        + paragraph("{{ face.please_ring }}", "FormLine")
        + paragraph("{{ face.opening }}", "FormLine")
        + when("face.neutral", paragraph("{{ face.neutral }}", "FormLine"))
        + paragraph("{{ face.state }}", "FormStatus")
    )
    line = run("{{ line.refs }}") + run("{{ line.text }}", "Strong")
    first = each(
        "page in first",
        new_page("{{ page.heading }}")
        + each("line in page.lines", paragraph(line, "FormUrgent"))
        + when("page.lead", paragraph("{{ page.lead }}", "FormLine")),
    )
    asked = each(
        "pages in asked",
        new_page("{{ pages.heading }}")
        + paragraph(run("{{ stamp }}", "Strong"), "FormLine")
        + paragraph("{{ pages.how }}", "FormLine")
        + rows("pages.table", widths, 900)
        + each("table in pages.signed", paragraph("{{ table.heading }}", "Heading2") + rows("table", narrow, 560)),
    )
    whole = each(
        "part in whole",
        paragraph("{{ part.heading }}", "Heading2") + each("line in part.lines", paragraph("{{ line }}", "FormLine")),
    )
    slip = each(
        "pages in asked",
        new_page("{{ pages.slip.heading }}")
        + paragraph("{{ pages.slip_text }}", "FormLine")
        + paragraph(run("{{ pages.slip_rows }}", "Strong"), "FormLine")
        + rows("pages.slip", narrow, 560),
    )
    closing, end = when("closing", paragraph("{{ closing }}", "FormClosing")), paragraph("{{ end }}", "FormStamp")
    return face + first + asked + whole + closing + slip + end


def template() -> bytes:
    """The template's bytes."""
    return package(body() + section(header=False), STYLES, footer=footer("{{ stamp }}"))


def main() -> int:
    """Write the draft; refuse to write over a template that is there, unless forced."""
    path = ROOT / "templates" / "note.docx"
    if path.exists() and "--force" not in sys.argv[1:]:
        print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
        return 1
    path.write_bytes(template())
    print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
